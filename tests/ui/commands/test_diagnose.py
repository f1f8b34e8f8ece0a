"""`diagnose`: the package as a file."""

import zipfile
from pathlib import Path

from tests.ui.commands.conftest import Command


def test_writes_the_package_and_lists_it(command: Command, report: Path, tmp_path: Path) -> None:
    command("--data", tmp_path / "数据", "import", report)
    target = tmp_path / "诊断.zip"
    done = command("--data", tmp_path / "数据", "diagnose", "-o", target)
    assert (done.code, done.out) == (0, f"{target}\n")
    with zipfile.ZipFile(target) as archive:
        assert len(archive.namelist()) == 5
        assert all(name in done.err for name in archive.namelist())


def test_where_it_cannot_be_written_it_says_so(command: Command, tmp_path: Path) -> None:
    assert "后缀不对" in command("--data", tmp_path, "diagnose", "-o", tmp_path / "a.txt").sentence
    assert command("--data", tmp_path, "diagnose", "-o", tmp_path / "none" / "a.zip").code == 2
