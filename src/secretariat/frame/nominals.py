"""Nouns that name an act: which verb they belong to, and what their possessor and their "of" phrase are to it."""

from __future__ import annotations

from typing import NamedTuple


class Act(NamedTuple):
    """The verb of a noun of action, the role of its possessor ("Ghana's accession") and of "of X"."""

    verb: str
    possessor: str
    of: str


_AGENT = """accession accede|entry enter|application apply|bid apply|request request|withdrawal withdraw|exit exit|departure leave
visit visit|trip visit|participation participate|attendance attend|membership membership|commitment commit|pledge pledge|promise promise
contribution contribute|support support|speech speak|address address|call call|return return|arrival arrive|resignation resign
chairmanship chair|presidency chair|chair chair|candidacy apply|proposal propose|offer offer|donation donate|investment invest
decision decide|agreement agree|assistance assist|aid assist|statement state|remarks speak|announcement announce|status status|seat seat
observership membership|partnership partner"""
_THEME = """admission admit|granting grant|grant grant|award award|acceptance accept|approval approve|signing sign|signature sign|adoption adopt
ratification ratify|establishment establish|creation create|founding found|foundation found|formation form|launch launch|opening open
inauguration inaugurate|suspension suspend|expulsion expel|reinstatement reinstate|readmission readmit|invitation invite|appointment appoint
nomination nominate|election elect|inclusion include|construction construct|completion complete|delivery deliver|provision provide
implementation implement|release release|publication publish|conclusion conclude|reception receive|unveiling unveil|expansion expand
dissolution dissolve|abolition abolish|closure close|conferral confer|bestowal bestow|extension extend|introduction introduce
accreditation accredit|designation designate|hosting host|convening convene|holding hold|training train|deployment deploy"""

ACTS: dict[str, Act] = {
    noun: Act(verb, role, role)
    for table, role in ((_AGENT, "agent"), (_THEME, "theme"))
    for noun, verb in (entry.split() for entry in table.replace("\n", "|").split("|"))
}
"""Noun lemma → Act. Of a transitive act ("admission") possessor and "of" are its theme, else its agent."""
