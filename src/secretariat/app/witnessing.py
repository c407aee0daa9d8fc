"""Keep the groups of copied passages up to date with the documents."""

from __future__ import annotations

from secretariat.store import Register
from secretariat.store.reprints import find_witnesses


def refresh(register: Register) -> int:
    """Find copied passages anew where documents came or went since the last time; returns the number of groups."""
    view = register.view()
    if not register.witnesses_current():
        register.save_witnesses(find_witnesses(view.documents(), view.document), view=view)
    return len(register.view().witnesses())
