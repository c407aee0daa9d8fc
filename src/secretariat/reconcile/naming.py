"""Naming: what is written in several ways and taken for one thing, listed with the claims that write it so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from secretariat.reconcile.assemble import names as written_forms
from secretariat.reconcile.bodies import Name, name_keys, same_name
from secretariat.reconcile.clusters import clusters
from secretariat.reconcile.context import Context
from secretariat.reconcile.fold import texts
from secretariat.reconcile.weigh import Testimony
from secretariat.reconcile.wordings import wordings

INSTITUTIONS = ("organisation", "organ", "series", "organisers", "hosts", "parent", "subject")
"""Arguments that name institutions, beside the names of bodies."""

Row = dict[str, Any]


def grouped(kind: str, argument: str, groups: Sequence[Sequence[Testimony]]) -> list[Row]:
    """The groups whose members write an argument in more than one way."""
    forms = [written_forms(group, argument) for group in groups]
    return [_row(kind, found) for found in forms if len(found) > 1]


def _row(kind: str, found: Any) -> Row:
    return {"kind": kind, "forms": {form: list(claims) for form, claims in sorted(found.items())}}


def institutions(context: Context) -> list[Row]:
    """Institutions that claims of any kind name in several ways."""
    written: dict[tuple[str, str], list[str]] = defaultdict(list)
    for voice in context.testimonies:
        parent = " ".join(texts(voice.claim.arg("parent"))) if voice.claim.kind == "body" else ""
        for form in _named(voice):
            written[form, parent].append(voice.id)
    items = [Name(form, parent, context.charter) for form, parent in sorted(written)]
    found = []
    for group in clusters(items, name_keys, same_name):
        forms: dict[str, list[str]] = defaultdict(list)
        for name in group:
            forms[name.name] += written[name.name, name.given_parent]
        if len(forms) > 1:
            found.append(_row("institution", {f: sorted(set(c)) for f, c in forms.items()}))
    return found


def _named(voice: Testimony) -> list[str]:
    claim = voice.claim
    named = [t for a in INSTITUTIONS for t in texts(claim.arg(a)) if not (len(t) == 3 and t.isupper())]
    return named + (list(texts(claim.arg("name"))) if claim.kind == "body" else [])


def formulas(context: Context) -> list[Row]:
    """Fixed wordings that are written or translated in several ways."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for wording in wordings(context):
        found[wording.name][str(wording.voice.claim.arg("name"))].append(wording.voice.id)
    return [_row("formula", forms) for _, forms in sorted(found.items()) if len(forms) > 1]
