"""Double coding: how far two people agree, and where a third must decide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from secretariat.model.claim import Claim, ClaimId, canonical
from secretariat.model.errors import UsageError
from secretariat.store.port import View


def agreement(view: View, one: str, other: str) -> dict[str, Any]:
    """Agreement of two authors, per kind and over all.

    Returns:
        {"authors": [one, other], "kinds": [row]}; a row is {"kind", "judged", "agreed", "kappa", "added": {"both",
        "only_first", "only_second", "f1"}}. `judged` counts claims that both judged, `kappa` is Cohen's over their
        verdicts (accept, reject, correct), null where it is not defined (nothing judged, or one verdict only). Of added
        claims no one counts those that neither added, so kappa is not defined; F1 takes its place (Hripcsak and
        Rothschild 2005).
    Raises:
        UsageError: an author who has neither judged nor added anything.
    """
    verdicts = {name: _verdicts(view, name) for name in (one, other)}
    added = {name: _added(view, name) for name in (one, other)}
    for name in (one, other):
        if not verdicts[name] and not added[name]:
            raise UsageError(name, "has neither judged nor added a claim", "See `secretariat judge list`")
    kinds = {claim_id: view.claim(claim_id).kind for claim_id in verdicts[one].keys() & verdicts[other].keys()}
    names = sorted({*kinds.values(), *(c.kind for found in added.values() for c in found)})
    rows = [_agreed(verdicts[one], verdicts[other], added[one], added[other], kinds, name) for name in [*names, ""]]
    return {"authors": [one, other], "kinds": rows}


def differences(view: View) -> list[dict[str, Any]]:
    """Claims about which judges differ and nobody has settled it.

    Returns:
        [{"claim", "kind", "document", "text", "args", "verdicts": {author: verdict}}], by document and place.
    """
    by_claim: dict[ClaimId, dict[str, str]] = defaultdict(dict)
    settled = set()
    for attached in view.judgements():
        if attached.claim is None:
            continue
        if attached.judgement.adjudicates:
            settled.add(attached.claim)
        by_claim[attached.claim][attached.judgement.author] = attached.judgement.verdict
    open_ = {id: given for id, given in by_claim.items() if len(set(given.values())) > 1 and id not in settled}
    rows = []
    for claim in view.claims(ids=sorted(open_), rejected=True, superseded=True):
        row = claim.to_json(view.label(claim.document))
        shown = {"claim": claim.id, "kind": claim.kind, "document": row["document"], "text": claim.evidence.text}
        rows.append({**shown, "args": row["args"], "verdicts": open_[claim.id]})
    return rows


def cohen(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960) of two coders' categories; None without pairs, or where both used one category only."""
    counted = Counter(pairs)
    total = sum(counted.values())
    if not total:
        return None
    first, second = Counter[str](), Counter[str]()
    for (a, b), n in counted.items():
        first[a] += n
        second[b] += n
    observed = sum(n for (a, b), n in counted.items() if a == b) / total
    chance = sum(first[name] * second[name] for name in first) / total**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _agreed(
    one: Mapping[ClaimId, str],
    other: Mapping[ClaimId, str],
    added: list[Claim],
    other_added: list[Claim],
    kinds: Mapping[ClaimId, str],
    kind: str,
) -> dict[str, Any]:
    """One row; an empty kind is all of them."""
    pairs = [(one[id], other[id]) for id, name in kinds.items() if kind in ("", name)]
    mine = {_content(c) for c in added if kind in ("", c.kind)}
    theirs = {_content(c) for c in other_added if kind in ("", c.kind)}
    both = len(mine & theirs)
    kappa = cohen(pairs)
    size = len(mine) + len(theirs)
    return {
        "kind": kind or "all",
        "judged": len(pairs),
        "agreed": sum(a == b for a, b in pairs),
        "kappa": None if kappa is None else round(kappa, 4),
        "added": {
            "both": both,
            "only_first": len(mine) - both,
            "only_second": len(theirs) - both,
            "f1": round(2 * both / size, 4) if size else None,
        },
    }


def _verdicts(view: View, author: str) -> dict[ClaimId, str]:
    """An author's own verdicts by claim, adjudications left out: those were not given independently."""
    return {
        a.claim: a.judgement.verdict
        for a in view.judgements()
        if a.claim is not None and a.judgement.author == author and not a.judgement.adjudicates
    }


def _added(view: View, author: str) -> list[Claim]:
    """Claims an author made by hand where there was none; a correction answers a claim and counts as a verdict."""
    corrections = {a.judgement.correction.id for a in view.judgements() if a.judgement.correction}
    return [c for c in view.claims_by_hand(author) if c.id not in corrections]


def _content(claim: Claim) -> str:
    """What a claim says, whatever the exact edges of its evidence: document, kind and arguments."""
    return canonical([claim.document, claim.kind, claim.args])
