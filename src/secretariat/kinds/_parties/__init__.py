"""Who is meant by a subject: ids of parties, names of people and bodies as written, and the parties behind "we".

Shared by the kinds whose arguments name an actor (figure, commitment, statement).
"""

from secretariat.kinds._parties.actors import actors, pronoun, value
from secretariat.kinds._parties.people import described, named_person, person
from secretariat.kinds._parties.signatories import we

__all__ = ["actors", "described", "named_person", "person", "pronoun", "value", "we"]
