"""Lemmas from irregular forms and regular endings: enough for the verbs and nouns that carry claims.

Source of the method: Porter-like stripping with the spelling rules of English inflection (doubled consonants, silent
e, y/ie), guided by the Penn tag; irregular forms as a table.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR_VERBS = """
be am is are was were been being|have has had having|do does did done|go goes went gone|say says said|make made
take took taken|give gave given|get got gotten|become became|begin began begun|come came|see saw seen|know knew known
hold held|lead led|meet met|leave left|win won|send sent|spend spent|build built|lend lent|pay paid|speak spoke spoken
stand stood|understand understood|undertake undertook undertaken|withdraw withdrew withdrawn|write wrote written
choose chose chosen|break broke broken|bring brought|buy bought|think thought|seek sought|teach taught|tell told
find found|keep kept|feel felt|lay laid|lie lay lain|lose lost|mean meant|put|set|run ran|rise rose risen|arise arose arisen
sell sold|sit sat|strike struck|swear swore sworn|tie tying|die dying|lie lying|underlie underlay|uphold upheld
overcome overcame|forge forged|foresee foresaw foreseen|forbid forbade forbidden|draw drew drawn|drive drove driven
fall fell fallen|fight fought|fly flew flown|grow grew grown|hear heard|show showed shown|throw threw thrown
bear bore born borne|cut|let|read|cost|hit|host|split|spread|quit|underwrite underwrote underwritten|learn learnt
deal dealt|dig dug|eat ate eaten|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|hide hid hidden
ride rode ridden|ring rang rung|shake shook shaken|shoot shot|sing sang sung|sink sank sunk|sleep slept|steal stole stolen
swing swung|wear wore worn|wake woke woken|wind wound|burn burnt|beat beaten|bind bound|breed bred|catch caught
agree agreed agreeing|free freed|decree decreed|guarantee guaranteed guaranteeing|oversee oversaw overseen
refer referred referring|transfer transferred transferring|submit submitted submitting|admit admitted admitting
commit committed committing|permit permitted permitting|confer conferred conferring|plan planned planning
ban banned banning|sign signed signing|join joined joining|chair chaired|visit visited visiting|exit exited
accede acceded acceding|open opened opening|offer offered|enter entered|deliver delivered|suffer suffered|consider considered
hinder hindered|alter altered|bolster bolstered|foster fostered|center centered|master mastered|register registered
develop developed developing|benefit benefited benefiting|target targeted|budget budgeted|credit credited|edit edited
limit limited|profit profited|cancel cancelled canceled|label labelled labeled|travel travelled traveled travelling traveling
control controlled controlling|compel compelled|expel expelled expelling|repel repelled|excel excelled|counsel counselled
pass passed passing|discuss discussed|express expressed|stress stressed|address addressed|assess assessed|process processed
focus focused focusing|press pressed|possess possessed|witness witnessed|access accessed|bless blessed|confess confessed
harness harnessed|stop stopped stopping|drop dropped|step stepped|equip equipped|ship shipped|trap trapped|map mapped
install installed|fulfil fulfilled fulfilling fulfills|fulfill fulfilled|enrol enrolled|fill filled|call called|pull pulled|kill killed|roll rolled|sell selling|tell telling|fall falling|spell spelled|poll polled|sail sailed
add added|rebuild rebuilt|resell resold|retell retold|rethink rethought|redo redid redone|undergo underwent undergone|forego forwent
outline outlined|veto vetoed vetoes|echo echoed echoes
"""
_IRREGULAR_NOUNS = {
    "men": "man", "women": "woman", "people": "people", "children": "child", "lives": "life", "wives": "wife",
    "halves": "half", "shelves": "shelf", "media": "medium", "criteria": "criterion", "phenomena": "phenomenon",
    "memoranda": "memorandum", "data": "data", "spokesmen": "spokesman", "chairmen": "chairman", "crises": "crisis",
    "analyses": "analysis", "bases": "base", "theses": "thesis", "secretaries-general": "secretary-general",
    "series": "series", "species": "species", "news": "news", "economics": "economics", "politics": "politics",
    "means": "means", "headquarters": "headquarters", "statuses": "status", "status": "status", "congress": "congress",
    "attachés": "attaché", "maldives": "maldives", "philippines": "philippines", "nations": "nation",
    "ministers": "minister", "states": "state", "leaders": "leader", "countries": "country", "buses": "bus",
    "kilometres": "kilometre", "kilometers": "kilometer", "tonnes": "tonne", "doses": "dose", "routes": "route",
    "houses": "house", "causes": "cause", "courses": "course", "exercises": "exercise", "purposes": "purpose",
    "responses": "response", "licenses": "license", "releases": "release", "increases": "increase", "prizes": "prize",
    "axes": "axis", "gas": "gas", "gases": "gas", "business": "business", "process": "process", "progress": "progress",
    "access": "access", "address": "address", "press": "press", "consensus": "consensus", "campus": "campus",
    "focus": "focus", "virus": "virus", "census": "census", "bonus": "bonus", "corps": "corps", "vaccines": "vaccine",
}  # fmt: skip


def _irregular() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in _IRREGULAR_VERBS.replace("\n", "|").split("|"):
        first, *forms = entry.split() or [""]
        for form in (first, *forms):
            table.setdefault(form, first)
    return {**table, "lay": "lay", "left": "leave", "found": "find", "founded": "found", "founding": "found", "founds": "found",
            "saw": "see", "borne": "bear", "’s": "be", "'s": "be", "’re": "be", "'re": "be", "’m": "be", "'m": "be", "’ve": "have", "'ve": "have",
            "’ll": "will", "'ll": "will", "’d": "would", "'d": "would", "wo": "will", "ca": "can", "n’t": "not", "n't": "not", "sha": "shall"}  # fmt: skip


_VERBS = _irregular()
_KEEP_E = """
abid abus acced accus achiev acknowledg acquir advanc advis advocat agre alleviat allocat announc approv argu
arrang assembl assum assur averag balanc bas bath becom believ bor breath bridg brok captur car caus ced
celebrat challeng chang charg chas choos cit clos cloth clud cod com combin commenc commut compar compet compil
complet compos compris comput conced concentrat conclud condon consol constitut consum continu contribut conven
convers convinc cooperat cop creas creat create cur danc dat debat decad decid declar decreas dedicat defin
degrad degre delet demonstrat deserv desir determin devot diagnos disburs dispers disput distribut divid doubl
driv duc eas educat embrac emerg enabl encourag endors engag enhanc ensur eras erod escap evad evok evolv examin
exchang excit exclud excus execut exercis expedit experienc expir explod explor expos fac figur financ fir fle
focu forc forese forg fram fre giv guarante guid handl hast hav hid hir hop hous ignit ignor illustrat imagin
imped impos improv inaugur includ increas indicat induc influenc inspir institut integrat interven introduc
invad invit invok involv issu judg leas leav leverag licens lik liv locat los mad mak manag measur merg mobiliz
mov nam negotiat not notic nounc nurs oblig observ operat oppos organis outlin overcom overse pag participat
past paus persuad phas phon pil pip plac pledg postpon practic prais preced prepar preserv presid procur produc
profil promis promot propos prov provid purchas pursu quir quot rac rais rat ratif receiv recip recognis
reconcil reduc refin refus rehears reimburs relat releas reliev remov replac requir rescu resembl reserv resid
resolv respons restor resum retir reunit revers revis revok rid rol rul sav schedul scop scor secur secut sens
serv servic settl shap shar sid smok solv sourc spous stag stak star stat stitut stor streamlin strik striv
structur su supersed suppos tackl tak tast thriv tim trac trad translat tribut tripl tun typ underlin undertak
unit updat upgrad urg us valu ventur voic volum vot wast welcom wid wip wir writ
"""
_KEEP_E_SET = frozenset(_KEEP_E.split())


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """The dictionary form of a word as its Penn tag reads it, in lower case."""
    low = word.lower()
    if tag in ("VBZ", "VBD", "VBN", "VBG", "VBP", "VB", "MD"):
        return _VERBS.get(low) or _verb(low, tag)
    if tag in ("NNS", "NNPS"):
        return _IRREGULAR_NOUNS.get(low) or _singular(low)
    if tag == "RB" and low in ("n't", "n’t"):
        return "not"
    return low


def _singular(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def _verb(low: str, tag: str) -> str:
    if tag == "VBZ":
        return _singular(low) if not low.endswith("oes") else low[:-2]
    if tag in ("VBD", "VBN") and low.endswith("ied"):
        return low[:-3] + "y"
    for ending in ("ing",) if tag == "VBG" else ("ed",) if tag in ("VBD", "VBN") else ():
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return _stem(low[: -len(ending)])
    return low


def _stem(stem: str) -> str:
    """Undo doubling and silent e: "admitt" is admit, "welcom" is welcome, "promot" is promote."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    bare = _PREFIX.sub("", stem)
    if stem in _KEEP_E_SET or bare in _KEEP_E_SET or stem.endswith(_E_ENDINGS) and not stem.endswith(_NO_E):
        return stem + "e"
    return stem


_PREFIX = re.compile(r"^(?:re|un|dis|over|under|mis|out|co-?|pre|de|up|en|im)")
_NO_E = ("eat", "oat", "ombat", "ormat", "quat", "hat", "blu", "eau")
_E_ENDINGS = ("at", "iz", "nc", "rc", "rs", "v", "u", "bl", "dl", "gl", "pl", "tl", "kl", "ys", "yz")
