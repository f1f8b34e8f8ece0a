"""What every command has in common: help, version, mistakes in the command line, faults of ours."""

import builtins
import os
import re
import tempfile
from pathlib import Path

import pytest

from tests.ui.commands.conftest import Command, no_window
from ui.commands import show
from ui.commands.run import INTERRUPTED, run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "命令 不能是 'frobnicate'，可用的有："),
        (["export"], "缺少：文件或编号, -o/--output。"),
        (["export", "a.txt"], "缺少：-o/--output。"),
        (["export", "a.txt", "-o"], "-o/--output 后面缺少内容。"),
        (["export", "a.txt", "-o", "a.pdf", "--copy", "all"], "--copy 不能是 'all'，可用的有："),
        (["export", "a.txt", "-o", "a.pdf", "--year", "二〇二四"], "--year 应是四位数的年份，不能是“二〇二四”。"),
        (["export", "a.txt", "-o", "a.pdf", "--year", "-5"], "--year "),
        (["show", "a.txt", "--year", "99999"], "--year 应是四位数的年份，不能是“99999”。"),
        (["show", "a.txt", "b.txt"], "多出来的内容：b.txt。"),
        (["show", "a.txt", "--js"], "多出来的内容：--js。"),
        (["types", "--json=3"], "--json 后面不能带内容，多了 '3'。"),
        (["--data"], "--data 后面缺少内容。"),
    ],
)
def test_mistakes_in_the_command_line(command: Command, arguments: list[str], words: str) -> None:
    done = command(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.sentence.startswith(f"命令没有写对：{words}")
    assert done.sentence.endswith("。用 main.py --help 看写法。")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["export", "--help"], ["show", "-h"], ["types", "-h"]])
def test_help_is_chinese(command: Command, arguments: list[str]) -> None:
    done = command(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("用法：main.py")
    assert not re.search(r"usage|optional|arguments|show this", done.out)


def test_version(command: Command) -> None:
    done = command("--version")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == ["呈报", "Python", "Qt", "SQLite", "ReportLab"]
    assert all(re.fullmatch(r"\S+ \d+(\.\d+)+", line) for line in lines)


def test_no_command_opens_the_window() -> None:
    asked: list[str | None] = []

    def open_window(data: str | None) -> int:
        asked.append(data)
        return 7

    assert run([], open_window) == 7
    assert run(["--data", "数据"], open_window) == 7
    assert asked == [None, "数据"]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A `types` with a fault of ours in it; logs go to a folder of the test."""

    def fail() -> None:
        raise ValueError("甲 \ud800")

    monkeypatch.delenv("CHENGBAO_DEBUG", raising=False)
    monkeypatch.setattr(show, "all_types", fail)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_one_sentence_and_a_log(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["types"], no_window) == 2
    printed = capsys.readouterr()
    (log,) = tmp_path.iterdir()
    assert printed.out == ""
    assert printed.err == f"这一步没有做成，是程序的问题。详情记在“{log}”，请交给维护人员。\n"
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "ValueError: 甲 \\ud800" in log.read_text(encoding="utf-8")


@pytest.mark.usefixtures("broken")
def test_a_fault_that_cannot_be_logged(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert run(["types"], no_window) == 2
    assert capsys.readouterr().err == "这一步没有做成，是程序的问题，详情也没能记下来。请把所用的命令告诉维护人员。\n"


@pytest.mark.usefixtures("broken")
def test_a_fault_is_shown_to_those_who_look_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGBAO_DEBUG", "1")
    with pytest.raises(ValueError, match="甲"):
        run(["types"], no_window)


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, INTERRUPTED), (SystemExit, 0)])
def test_being_stopped(monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int) -> None:
    def stop() -> None:
        raise error

    monkeypatch.setattr(show, "all_types", stop)
    assert run(["types"], no_window) == code


def test_a_missing_package_is_left_to_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def lack() -> None:
        raise ModuleNotFoundError("no", name="reportlab")

    monkeypatch.setattr(show, "all_types", lack)
    with pytest.raises(ModuleNotFoundError):
        run(["types"], no_window)


def test_output_that_cannot_be_written(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.print

    def full(*values: object, **options: object) -> None:
        if "file" not in options:
            raise OSError(28, os.strerror(28))
        real(*values, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "print", full)
    monkeypatch.setattr("ui.commands.output._discard_output", lambda: None)
    done = command("types")
    assert done.code == 2
    assert done.sentence == "结果写不到标准输出：No space left on device。"
