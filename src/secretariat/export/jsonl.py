"""Claims as JSON Lines: the interchange format of claims.md, one claim a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from secretariat.model.claim import Claim
from secretariat.model.document import DocumentId


def lines(claims: Iterable[Claim], label: Callable[[DocumentId], str]) -> Iterator[str]:
    """One line of JSON a claim, in the order given, each ending in a newline.

    Args:
        claims: in the order wanted; a register gives them in one that does not depend on arrival.
        label: the name a document carries.
    """
    for claim in claims:
        yield json.dumps(claim.to_json(label(claim.document)), ensure_ascii=False) + "\n"
