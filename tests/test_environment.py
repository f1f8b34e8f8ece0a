"""What the installed packages, the requirement files and the committed files must be like."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

ROOT = Path(__file__).parents[1]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
# Texts that others wrote and that are shipped unchanged.
FOREIGN = ("resources/fonts/licences/", "LICENSE")
# In pieces, so that this file does not name them either.
HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("npmmirror", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("snapshot", "debian"),
        ("archive", "ubuntu"),
        ("mirrors", "tuna"),
        ("mirrors", "aliyun"),
        ("mirrors", "ustc"),
        ("crates", "io"),
        ("proxy", "golang"),
    ]
]
# Folders of one machine; written so that no line of this file matches.
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|tmp|home|opt|var/tmp|Users)/\w")
ADDRESS = re.compile(r"\b(?:https?|ftp|git|file|ssh)://|\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)\b")


def committed() -> list[Path]:
    """Files that git has or would take, as far as they are text."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, or no git")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    names = [name for name in done.stdout.decode("utf-8").split("\0") if name and not name.startswith(FOREIGN)]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; nothing for what is not UTF-8 text."""
    data = path.read_bytes()
    if b"\0" in data[:8192]:
        return ""
    return data.decode("utf-8", errors="ignore")


def test_void_calls_keep_the_references_to_none() -> None:
    """PySide6 6.12 gives one away at each void call; CPython 3.11 aborts when none is left."""
    point = QPoint()
    before = sys.getrefcount(None)
    for number in range(20_000):
        point.setX(number)
    assert abs(sys.getrefcount(None) - before) < 100


def test_qt_is_the_locked_one() -> None:
    from PySide6 import __version__

    assert __version__ == ("6.9.3" if sys.version_info < (3, 14) else "6.11.1")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_hold_no_address_and_no_path(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not ADDRESS.search(text)
    assert not MACHINE.search(text)
    assert not re.search(r"^\s*-", text.replace("    --hash=sha256:", ""), re.MULTILINE), "an option line"


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    text = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    for line in text.splitlines():
        assert re.match(r"[\w.\-\[\]]+==[\w.]+ ", line), line[:60]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", line), line[:60]


def test_the_requirement_files_agree() -> None:
    pins = {
        path.stem: set(re.findall(r"^[\w.\-]+==[^\\\n]+", path.read_text(encoding="utf-8"), re.MULTILINE))
        for path in REQUIREMENTS
    }
    assert pins["run"] <= pins["dev"]


def test_each_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = tomllib.loads(text)["project"]["dependencies"]
    lines = text.splitlines()
    for requirement in declared:
        place = next(number for number, line in enumerate(lines) if line.strip() == f'"{requirement}",')
        assert lines[place - 1].strip().startswith("#"), requirement


def test_no_committed_file_names_a_registry_host() -> None:
    found = [f"{path.relative_to(ROOT)}: {host}" for path in committed() for host in HOSTS if host in text_of(path)]
    assert found == []


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    allowed = {ROOT / "tests" / "test_environment.py"}
    found = [path for path in committed() if path not in allowed and MACHINE.search(text_of(path))]
    assert [str(path.relative_to(ROOT)) for path in found] == []


def imported(path: Path) -> set[str]:
    """Top-level names of the modules that a file imports, inside functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_main_imports_only_the_standard_library_and_ui() -> None:
    """import-linter sees packages only; main.py, a module, stands above them all."""
    main = ROOT / "main.py"
    if main.exists():
        assert imported(main) <= set(sys.stdlib_module_names) | {"ui"}
    packages = [ROOT / name for name in ("ui", "exports", "storage", "report", "resources")]
    assert not [path for package in packages for path in package.rglob("*.py") if "main" in imported(path)]
