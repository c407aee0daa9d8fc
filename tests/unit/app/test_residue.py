"""The residue report over files: counted reasons with their sentences; an unknown kind is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from secretariat.app.residue import residue_report
from secretariat.model.errors import UsageError


def test_reasons_are_counted_with_examples(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Ghana may join the European Union.\n\nGhana joined ECOWAS in 1975.\n", "utf-8")
    report = residue_report([tmp_path], kinds=["membership"])
    assert (report["documents"], report["sentences"]) == (1, 1)
    reasons = report["reasons"]
    assert isinstance(reasons, list) and reasons[0]["kind"] == "membership"
    assert reasons[0]["examples"][0]["text"].startswith("Ghana may join")


def test_an_unknown_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Ghana joined ECOWAS in 1975.\n", "utf-8")
    with pytest.raises(UsageError, match="no kind 'memberschip'"):
        residue_report([tmp_path], kinds=["memberschip"])
