"""The walls hold: the contracts are kept, they break when somebody climbs over, and what they cannot see is tried."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    paths = {"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run(command, cwd=folder, env=paths, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("walls")
    shutil.copytree(root / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "data", "static"))
    shutil.copy(root / "pyproject.toml", folder)
    return folder


def test_the_contracts_are_kept(copy: Path) -> None:
    found = contracts(copy)
    assert found.returncode == 0, found.stdout
    assert "0 broken" in found.stdout


@pytest.mark.parametrize(
    ("module", "forbidden", "contract"),
    [
        ("web/pages.py", "from secretariat.store import port", "Stages are reached only through app"),
        ("model/claim.py", "from secretariat.profiles import load", "Packages depend downwards only"),
        ("reconcile/solve.py", "import secretariat.store.port", "Packages depend downwards only"),
        ("kinds/spec.py", "import spacy", "Only parse knows spaCy"),
        ("extract/run.py", "import secretariat.parse", "Only frame and app see parse"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(copy: Path, module: str, forbidden: str, contract: str) -> None:
    path = copy / "src/secretariat" / module
    before = path.read_text()
    path.write_text(f"{before}\n{forbidden}\n")
    try:
        found = contracts(copy)
    finally:
        path.write_text(before)
    assert found.returncode == 1
    assert f"{contract} BROKEN" in found.stdout


@pytest.mark.parametrize(
    ("imported", "absent"),
    [
        ("secretariat.export", ("spacy", "sqlalchemy", "clingo")),
        ("secretariat.cli.main", ("spacy", "sqlalchemy", "clingo", "fastapi", "pydantic", "numpy")),
        ("secretariat.reconcile", ("spacy", "sqlalchemy")),
        ("secretariat.store", ("spacy", "clingo")),
        ("secretariat.web.pages", ("spacy",)),
    ],
)
def test_importing_a_package_does_not_load_what_it_does_not_need(imported: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {imported}; sys.exit(', '.join(m for m in {absent!r} if m in sys.modules) or 0)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert found.returncode == 0, found.stderr
