"""Frames: who did what to whom, as what, above which operators; one for each verb and each noun that names an act.

Passive agents, control ("decided to apply"), shared subjects of coordinated verbs, participles and relative clauses
are resolved here, once for all kinds. Every role says by which way it was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame.nominals import ACTS
from secretariat.frame.roles import Frame, Role
from secretariat.frame.stacks import Stacks
from secretariat.frame.tree import Tree
from secretariat.model.parsed import Parsed

_ACTIVE_ONLY = frozenset(
    "join accede enter become leave return arrive remain go come withdraw quit belong begin".split()
)
"""Verbs that share a subject as its agent even behind a passive ("was invited and joined")."""
_MAKING = frozenset("make declare name elect appoint designate call consider proclaim".split())
_CONTROL_BY_OBJECT = frozenset(
    """allow ask authorise authorize call convince enable encourage expect help instruct invite order permit
        persuade request urge want task select choose appoint elect lead""".split()
)


def find_frames(parsed: Parsed, tree: Tree) -> tuple[Frame, ...]:
    """All frames of a document, in the order of their predicate words."""
    builder = _Builder(parsed, tree)
    return tuple(f for s, (a, b) in enumerate(parsed.sentences) for f in builder.sentence(s, a, b))


class _Builder:
    def __init__(self, parsed: Parsed, tree: Tree) -> None:
        self.p, self.tree = parsed, tree
        self.stacks = Stacks(parsed, tree)
        self.kids = tree.children

    def sentence(self, s: int, first: int, last: int) -> Iterator[Frame]:
        """The frames of one sentence, token by token."""
        p = self.p
        for i in range(first, last):
            tag = p.tags[i]
            if (
                tag[0] == "V"
                and p.pos[i] != "AUX"
                and p.deps[i] not in ("amod", "compound")
                or tag[0] == "V"
                and p.lemmas[i] == "be"
                and p.deps[i] not in ("aux", "auxpass")
            ):
                yield self._verbal(s, i)
            elif tag[:2] == "NN" and p.lemmas[i] in ACTS:
                yield self._nominal(s, i)
            elif p.deps[i] == "amod" and tag in ("VBN", "VBG"):
                yield self._adjectival(s, i)

    def _verbal(self, s: int, v: int) -> Frame:
        p = self.p
        roles: dict[str, list[Role]] = {}
        passive = self._passive(v)
        for c in self.kids[v]:
            self._child(roles, v, c)
        if ("theme" if passive else "agent") not in roles:
            self._subject(roles, v, passive)
        if ("theme" if passive else "agent") not in roles and (late := self._after_year(v)) is not None:
            self._put(roles, "theme" if passive else "agent", late, "after-year")
        particle = self.tree.child(v, "prt") or self._adverb(v)
        word = p.lemmas[v] + (" " + p.lemmas[particle] if particle is not None else "")
        form = "copular" if word == "be" and "as" in roles else "verbal"
        return Frame(
            word, form, v, s, {k: tuple(r) for k, r in roles.items()}, self.stacks.of(v), passive, self._tense(v)
        )

    def _adverb(self, v: int) -> int | None:
        """A particle that the parser took for an adverb ("stepped down")."""
        after = v + 1
        near = after < len(self.p) and self.p.heads[after] == v and self.p.deps[after] in ("advmod", "prep")
        return after if near and self.p.lemmas[after] in ("down", "out", "up") else None

    def _passive(self, v: int) -> bool:
        if self.tree.has(v, "auxpass", "nsubjpass"):
            return True
        if self.p.tags[v] not in ("VBN", "VBD") or self.tree.has(v, "aux"):
            return False
        if self.p.tags[v] == "VBD" and self.p.deps[v] != "conj":
            return False
        if self.p.deps[v] == "conj":
            if self.p.lemmas[v] in _ACTIVE_ONLY:
                return False
            return self._passive(self.p.heads[v]) if not self.tree.has(v, "nsubj", "dobj") else False
        return (
            self.p.deps[v] in ("acl", "advcl", "ROOT", "relcl", "ccomp")
            and not self.tree.has(v, "nsubj")
            or self.tree.has(v, "agent")
        )

    def _child(self, roles: dict[str, list[Role]], v: int, c: int) -> None:
        p, dep = self.p, self.p.deps[c]
        if dep == "nsubj":
            self._put(roles, "agent", *self._antecedent(v, c))
        elif dep == "nsubjpass":
            self._put(roles, "theme", *self._antecedent(v, c))
        elif dep == "dobj":
            made = p.lemmas[v] in _MAKING and self.tree.has(v, "nsubjpass")
            self._put(roles, "as" if made else "theme", *self._antecedent(v, c))
        elif dep in ("dative", "iobj") and p.pos[c] != "ADP":
            self._put(roles, "recipient", c)
        elif dep in ("attr", "oprd", "acomp"):
            self._put(roles, "as", c)
        elif dep in ("prep", "agent", "dative"):
            self._preposition(roles, c)

    def _preposition(self, roles: dict[str, list[Role]], c: int) -> None:
        name = "agent" if self.p.deps[c] == "agent" else self.p.lemmas[c]
        via = "passive" if name == "agent" else "path"
        for o in self.kids[c]:
            if self.p.deps[o] in ("pobj", "pcomp"):
                self._put(roles, name, o, via)
                if name == "to":
                    self._put(roles, "recipient", o, via)
            elif self.p.deps[o] == "prep":
                self._preposition(roles, o)

    def _antecedent(self, v: int, c: int) -> tuple[int, str]:
        """The noun that a relative pronoun stands for."""
        if self.p.tags[c] in ("WDT", "WP") or self.p.lemmas[c] == "that" and self.p.tags[c] in ("WDT", "IN", "DT"):
            node = v
            for _ in range(3):
                if self.p.deps[node] == "relcl":
                    return self.p.heads[node], "relative"
                if self.p.deps[node] != "conj":
                    break
                node = self.p.heads[node]
        return c, "path"

    def _subject(self, roles: dict[str, list[Role]], v: int, passive: bool, depth: int = 0) -> None:
        """Find a subject that the clause shares or inherits."""
        p, name = self.p, "theme" if passive else "agent"
        dep, head = p.deps[v], p.heads[v]
        if depth > 4 or head == v:
            return
        if dep == "acl" and p.tags[v] in ("VBN", "VBG"):
            self._put(roles, name, head, "participle")
            if p.deps[head] == "attr" and self.tree.has(p.heads[head], "nsubj"):
                self._put(roles, name, self.tree.child(p.heads[head], "nsubj") or 0, "copula")
        elif dep == "relcl":
            if "theme" in roles or passive:
                self._put(roles, name, head, "relative")
        elif dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "prep"):
            via = "shared" if dep == "conj" else "control"
            found = self._inherited(head, dep, depth)
            if found is not None:
                self._put(roles, name, found, via)

    def _of(self, noun: int) -> int | None:
        """Whose act a noun names: "the bid of Kenya to join"."""
        if self.p.lemmas[noun] not in ACTS:
            return None
        inner = (o for c in self.kids[noun] if self.p.lemmas[c] == "of" for o in self.kids[c])
        return next((o for o in inner if self.p.deps[o] == "pobj"), None)

    def _after_year(self, v: int) -> int | None:
        """The subject that the parser tied to a year before it: "In 2009 Kenya and Uganda were admitted"."""
        for c in self.kids[v]:
            if c < v and self.p.deps[c] == "prep" and self.p.lemmas[c] in ("in", "since", "by"):
                for o in self.kids[c]:
                    year = self.tree.child(o, "nummod")
                    if year == c + 1 and self.p.pos[o] == "PROPN" and len(self.p.word(year)) == 4:
                        return o
        return None

    def _inherited(self, head: int, dep: str, depth: int) -> int | None:
        p = self.p
        if p.tags[head][0] != "V" and p.pos[head] != "AUX":
            owner = self.tree.child(head, "poss")
            owner = self._of(head) if owner is None and dep == "acl" else owner
            if owner is not None and p.pos[head] == "NOUN":
                return owner
            if p.heads[head] == head:
                return None
            return self._inherited(p.heads[head], dep, depth + 1) if depth < 4 else None
        if dep == "xcomp" and p.lemmas[head] in _CONTROL_BY_OBJECT:
            controller = self.tree.child(head, "dobj", "nsubjpass", "dative")
            controller = self._after_year(head) if controller is None else controller
            if controller is not None:
                return controller
        subject = self.tree.child(head, "nsubj", "nsubjpass")
        if subject is None and dep in ("advcl", "pcomp", "prep") and self.tree.has(head, "agent"):
            return None
        if subject is not None:
            return self._antecedent(head, subject)[0]
        if p.deps[head] in ("acl", "relcl"):
            return p.heads[head]
        if p.heads[head] == head or depth > 4:
            return None
        return self._inherited(p.heads[head], p.deps[head], depth + 1)

    def _put(self, roles: dict[str, list[Role]], name: str, head: int, via: str = "path") -> None:
        first, last = self.tree.core(head) if via != "participle" else self.tree.phrase(head)
        roles.setdefault(name, []).append(Role(name, head, first, last, via))

    def _nominal(self, s: int, n: int) -> Frame:
        p = self.p
        roles: dict[str, list[Role]] = {}
        act = ACTS[p.lemmas[n]]
        for c in self.kids[n]:
            dep = p.deps[c]
            if dep == "poss":
                self._put(roles, act.possessor, c, "possessive")
            elif dep == "compound" or dep == "amod" and p.tags[c] in ("NNP", "JJ"):
                self._put(roles, "compound", c, "compound")
            elif dep == "prep":
                for o in self.kids[c]:
                    if p.deps[o] in ("pobj", "pcomp"):
                        name = p.lemmas[c]
                        self._put(roles, {"of": act.of, "by": "agent"}.get(name, name), o)
                        if name == "of" and act.of != "of":
                            self._put(roles, "of", o)
        return Frame(act.verb, "nominal", n, s, {k: tuple(r) for k, r in roles.items()}, self.stacks.of(n))

    def _adjectival(self, s: int, i: int) -> Frame:
        """ "the signed memorandum", "newly established centre": the noun is the theme."""
        p, head = self.p, self.p.heads[i]
        name = "theme" if p.tags[i] == "VBN" else "agent"
        first, last = self.tree.phrase(head)
        role = Role(name, head, first, last, "participle")
        return Frame(p.lemmas[i], "verbal", i, s, {name: (role,)}, (), p.tags[i] == "VBN", "")

    def _tense(self, v: int) -> str:
        p = self.p
        auxiliaries = [c for c in self.kids[v] if p.deps[c] in ("aux", "auxpass")]
        if any(p.lemmas[c] in ("will", "shall") for c in auxiliaries):
            return "future"
        tags = {p.tags[c] for c in auxiliaries} or {p.tags[v]}
        if "VBD" in tags or any(p.lemmas[c] == "have" for c in auxiliaries):
            return "past"
        if p.tags[v] == "VBN" and not auxiliaries:
            return "past"
        return "present" if tags & {"VBZ", "VBP"} else ""
