"""The import contracts hold, and each fails when it is broken on purpose."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_PACKAGES = ("ui", "exports", "storage", "report", "resources")
_LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache")
BREACHES = (
    ("report/numbering.py", "import storage.errors", "ui → exports | storage → report → resources"),
    ("exports/files.py", "import storage.errors", "ui → exports | storage → report → resources"),
    ("ui/commands/show.py", "import PySide6.QtCore", "Qt only in the window"),
    ("report/numbering.py", "import PySide6.QtCore", "Qt only in the window"),
    ("ui/settings.py", "import sqlite3", "SQL only in storage"),
    ("ui/settings.py", "import reportlab.pdfgen.canvas", "Document formats only in exports"),
    ("ui/settings.py", "import pypdfium2", "PDF pages are read only"),
    ("exports/html.py", "import exports.pdf.faces", "Formats do not know each other"),
    ("exports/layout/page.py", "import exports.docx.page", "Formats do not know each other"),
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages' modules without their data."""
    folder = tmp_path_factory.mktemp("tree")
    for name in _PACKAGES:
        for path in (_ROOT / name).rglob("*.py"):
            target = folder / path.relative_to(_ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(_ROOT / "pyproject.toml", folder / "pyproject.toml")
    return folder


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(_LINT, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_hold(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("module", "line", "contract"), BREACHES)
def test_a_breach_is_named(tree: Path, module: str, line: str, contract: str) -> None:
    path = tree / module
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n{line}\n", "utf-8")
    try:
        done = lint(tree)
    finally:
        path.write_text(text, "utf-8")
    assert done.returncode == 1
    broken = [one for one in done.stdout.splitlines() if " BROKEN" in one]
    assert any(contract in one for one in broken), done.stdout
