"""`python main.py` as a process of its own: bytes on the streams, exit codes, what gets imported."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = ("reportlab", "PySide6", "sqlite_utils", "babel", "uharfbuzz", "pypdfium2", "report", "exports")
BARE = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
"""As cron or a service starts a program."""


def main(
    *arguments: str, environment: Mapping[str, str] | None = None, options: tuple[str, ...] = (), cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    """Runs main.py."""
    command = [sys.executable, *options, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=dict(environment or BARE), cwd=cwd, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_quick_answers_import_nothing_heavy(argument: str) -> None:
    done = main(argument, options=("-X", "importtime"))
    modules = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert "ui.commands.parser" in modules
    assert sorted(name for name in modules if name.partition(".")[0] in HEAVY) == []


def test_show_imports_nothing_that_draws(report: Path) -> None:
    done = main("show", str(report), options=("-X", "importtime"))
    modules = {line.rpartition(b"|")[2].strip().decode().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert modules & set(HEAVY) <= {"report", "exports"}


@pytest.mark.parametrize(
    "environment",
    [BARE, {**BARE, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {**BARE, "PYTHONIOENCODING": "ascii"}],
)
def test_output_is_utf_8_everywhere(tmp_path: Path, environment: Mapping[str, str]) -> None:
    (tmp_path / "a.txt").write_text("一、甲\n乙。\n", encoding="utf-8")
    done = main("show", "a.txt", environment=environment, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "一、甲" in done.stdout.decode("utf-8")
    done = main("export", "a.txt", "-o", "a.doc", environment=environment, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8") == "“a.doc”的后缀不认识。能导出 .pdf、.docx、.html、.txt、.json。\n"


def test_a_name_that_is_no_text(report: Path, tmp_path: Path) -> None:
    """An argument in another encoding than the system's reaches Python as lone surrogates."""
    command = [sys.executable, str(ROOT / "main.py"), "export", str(report), "-o", "a.pdf", "--office", b"\xbe\xd6"]
    environment = {**BARE, "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"a.pdf\n", b"")
    done = subprocess.run(
        [*command[:3], b"\xbe\xd6.txt", "-o", "a.pdf"], env=environment, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").startswith("找不到“\\udcbe\\udcd6.txt”。")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output(report: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, str(ROOT / "main.py"), "show", str(report), "--json"]
        done = subprocess.run(command, env=BARE, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8") == "结果写不到标准输出：No space left on device。\n"


def test_a_reader_that_has_left(report: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(ROOT / "main.py"), "show", str(report)]
    try:
        done = subprocess.run(command, env=BARE, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_packages_the_way_to_them_is_named(report: Path) -> None:
    arguments = ("export", str(report), "-o", str(report.with_suffix(".pdf")))
    done = main(*arguments, options=("-S",), environment={**BARE, "PYTHONNOUSERSITE": "1"})
    if done.returncode == 0:
        pytest.skip("this Python finds the packages without its site")
    words = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert words.startswith("缺少组件“")
    assert "--require-hashes -r requirements/run.txt" in words
    assert "Traceback" not in words


def test_without_a_display_the_sample_is_exported(tmp_path: Path) -> None:
    done = main(cwd=tmp_path)
    target = tmp_path / "示例报告.pdf"
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == f"示例报告已导出：{target}\n"
    assert "无法显示窗口" in done.stderr.decode("utf-8")
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_without_a_display_and_a_place_to_write(tmp_path: Path) -> None:
    (tmp_path / "示例报告.pdf").mkdir()
    done = main(cwd=tmp_path)
    lines = done.stderr.decode("utf-8").splitlines()
    assert (done.returncode, done.stdout) == (2, b"")
    assert "是一个文件夹，不能当作文件名。" in lines[0]
    assert "无法显示窗口" in lines[1]


@pytest.mark.skipif(os.name == "nt", reason="shells differ")
@pytest.mark.parametrize("output", ["| true", ">&-"], ids=["nobody reads", "closed"])
def test_an_output_that_is_gone_is_no_fault(tmp_path: Path, output: str) -> None:
    program = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'main.py'))}"
    done = subprocess.run(
        f"{program} types --json {output}", shell=True, env=BARE, cwd=tmp_path, capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.returncode == 0
