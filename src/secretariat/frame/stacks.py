"""Stacks: the operators above a predicate, read off the parse, outermost first."""

from __future__ import annotations

from collections.abc import Iterator

from secretariat.frame.operators import Operator, operator
from secretariat.frame.tree import Tree
from secretariat.model.parsed import Parsed


class Stacks:
    """Walks up from a predicate and collects what governs it: modals, negations, verbs, nouns, conditions."""

    def __init__(self, parsed: Parsed, tree: Tree) -> None:
        self.p, self.tree = parsed, tree
        self.kids = tree.children

    def of(self, i: int) -> tuple[Operator, ...]:
        """The stack above token `i`, outermost first."""
        stack: list[Operator] = []
        node = i
        for _ in range(12):
            stack.extend(self._own(node))
            step = self._above(node, stack)
            if step is None:
                break
            node = step
        return tuple(reversed(stack))

    def _own(self, node: int) -> Iterator[Operator]:
        p = self.p
        found = False
        for c in self.kids[node]:
            if p.deps[c] == "neg" or p.deps[c] == "advmod" and p.lemmas[c] in ("never", "not"):
                yield operator(p.lemmas[c], c, "negation")
            elif p.tags[c] == "MD" or p.deps[c] == "aux" and p.lemmas[c] == "will":
                found = True
                yield operator(p.lemmas[c], c, "modal")
            elif p.deps[c] in ("aux", "auxpass"):
                found = True
            elif p.deps[c] == "det" and p.lemmas[c] == "no":
                yield operator("no", c, "negation")
        if not found and p.deps[node] == "conj" and p.tags[node] == "VB":
            for c in self.kids[p.heads[node]]:
                if p.tags[c] == "MD":
                    yield operator(p.lemmas[c], c, "modal")

    def _above(self, node: int, stack: list[Operator]) -> int | None:
        """Add the operator that governs `node`, if any, and return where to go on; None at the top."""
        p = self.p
        dep, head = p.deps[node], p.heads[node]
        if head == node:
            return None
        if dep == "conj":
            return head
        if dep in ("xcomp", "ccomp"):
            if p.lemmas[head] == "be" and dep == "xcomp" and p.tags[node] == "VB":
                stack.append(Operator("be", "plan", head, "infinitive"))  # "are to become members"
            else:
                stack.append(operator(p.lemmas[head], head, "infinitive" if dep == "xcomp" else "clause"))
            return head
        if dep == "pcomp" or dep == "pobj":
            return self._through_preposition(head, stack, clause=dep == "pcomp")
        if dep == "acl" and p.tags[node] == "VB":
            stack.append(operator(p.lemmas[head], head, "noun"))
            return head
        if dep == "advcl":
            return self._adverbial(node, head, stack)
        if dep in ("compound", "nmod", "amod") and p.pos[head] == "NOUN" and p.pos[node] in ("NOUN", "PROPN"):
            known = operator(p.lemmas[head], head, "noun")
            if known.cls:
                stack.append(known)
                return head
        if dep in ("dobj", "nsubjpass", "nsubj", "attr") and p.pos[node] in ("NOUN", "PROPN"):
            if dep in ("dobj", "nsubjpass"):
                stack.append(operator(p.lemmas[head], head, "object"))
            return head if p.tags[head][0] == "V" else None
        return None

    def _adverbial(self, node: int, head: int, stack: list[Operator]) -> int | None:
        p = self.p
        marks = [p.lemmas[c] for c in self.kids[node] if p.deps[c] in ("mark", "advmod") and c < node]
        if any(m in ("if", "unless", "whether", "once", "until", "before") for m in marks):
            stack.append(operator("if", node, "condition"))
        elif p.tags[node] == "VB" and any(p.tags[c] == "TO" for c in self.kids[node]):
            stack.append(Operator("to", "purpose", head, "purpose"))
            return head
        return None

    def _through_preposition(self, preposition: int, stack: list[Operator], *, clause: bool) -> int | None:
        p = self.p
        above = p.heads[preposition]
        if p.pos[above] in ("NOUN", "PROPN"):
            known = operator(p.lemmas[above], above, "noun")
            if known.cls:
                stack.append(known)
                return above
            if clause:
                return above
            outer = p.heads[p.heads[above]] if p.deps[above] == "pobj" else above
            known = operator(p.lemmas[outer], outer, "noun")  # "memorandum of obligations on": the outer noun governs
            if outer != above and known.cls and p.pos[outer] == "NOUN":
                stack.append(known)
                return outer
            return None
        if p.tags[above][0] == "V" and p.lemmas[preposition] in (
            "on",
            "to",
            "for",
            "in",
            "with",
            "of",
            "from",
            "at",
            "about",
            "against",
            "upon",
        ):
            known = operator(p.lemmas[above], above, "clause" if not clause else "infinitive")
            if known.cls and p.lemmas[preposition] != "in":
                stack.append(known)
                return above
        return None
