"""Characters and lines that are taken out, counted and kept in the notes."""

import pytest

from report.notes import Revert
from report.reading.cleaning import clean
from report.reading.lines import Line, Log
from report.reading.residue import drop_page_numbers, drop_template_hints, is_web_residue
from report.reading.wrapping import join_wrapped


def cleaned(text: str) -> tuple[list[str], dict[str, int]]:
    log = Log()
    return [line.text for line in clean(text, log)], {note.rule: note.count for note in log.notes()}


def lines_of(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def test_only_cr_and_lf_break_lines() -> None:
    assert cleaned("甲\r\n乙\r丙\n\n丁\u2028戊\x0b己\x0c庚\x85辛") == (
        ["甲", "乙", "丙", "丁 戊 己 庚 辛"],
        {"line-separators": 4},
    )


def test_what_nobody_sees_is_counted_by_kind() -> None:
    text = "\ufeff法\u200b治\u200c\u202e政\u200f府\0\x07\ud800\U00020bb7"
    assert cleaned(text) == (
        ["法治政府\ufffd𠮷"],
        {"zero-width-characters": 3, "direction-marks": 2, "control-characters": 2, "lone-surrogates": 1},
    )


def test_notes_name_line_and_words() -> None:
    log = Log()
    clean("甲\n乙\n法治\u200b政府", log)
    (note,) = log.notes()
    assert (note.line, note.quote) == (3, "甲 乙 法治政府")


def test_white_space_is_trimmed_and_runs_are_one() -> None:
    assert cleaned("\u3000\u3000甲\u00a0乙 \u3000丙\t\n \t ")[0] == ["甲 乙\u3000丙"]


def test_lines_know_what_led_them() -> None:
    first, second = clean("\u3000甲\n\n\t乙\t丙", Log())
    assert (first.indented, first.blank_before, first.cells) == (True, False, ("甲",))
    assert (second.number, second.blank_before, second.cells) == (3, True, ("", "乙", "丙"))


@pytest.mark.parametrize(
    "page",
    [
        "— 1 —",
        "-1-",
        "－ 12 －",
        "第1页",
        "第 1 页 共 8 页",
        "第1页/共8页",
        "1/8",
        "第三页",
        "Page 2 of 8",
        "·3·",
        "共8页 第1页",
    ],
)
def test_page_numbers_go(page: str) -> None:
    log = Log()
    assert [line.text for line in drop_page_numbers(lines_of("甲", page, "乙"), log)] == ["甲", "乙"]
    assert log.notes()[0].reverts == (Revert("", page, ""),)


@pytest.mark.parametrize("text", ["9/8", "2024", "-", "第1页的内容", "12-15", "1.5"])
def test_other_lines_stay(text: str) -> None:
    assert len(drop_page_numbers(lines_of("甲", text, "乙"), Log())) == 3


def test_bare_numbers_count_pages_or_stay() -> None:
    assert len(drop_page_numbers(lines_of("甲", "1", "乙", "2", "丙"), Log())) == 3
    assert len(drop_page_numbers(lines_of("甲", "1", "2", "丙"), Log())) == 4
    assert len(drop_page_numbers(lines_of("甲", "1", "乙", "3", "丙"), Log())) == 5
    assert len(drop_page_numbers(lines_of("甲", "56", "乙"), Log())) == 3
    assert len(drop_page_numbers(lines_of("类别\t件数", "1", "乙"), Log())) == 3


@pytest.mark.parametrize(
    "hint",
    ["(仿宋三号)", "（宋体加粗小四号字）", "【黑体，居中】", "（方正小标宋简体，2号，居中）", "(3号仿宋_GB2312)"],
)
def test_template_hints_go(hint: str) -> None:
    log = Log()
    assert [line.text for line in drop_template_hints(lines_of(f"一、主要举措{hint}", hint), log)] == ["一、主要举措"]
    assert log.notes()[0].count == 2


@pytest.mark.parametrize(
    "text", ["（三号楼）", "（试行）", "（宋体字展览）", "（黑体部分必填）", "(三)", "（二号机组、三号机组）"]
)
def test_brackets_that_are_text_stay(text: str) -> None:
    assert drop_template_hints(lines_of(text), Log()) == lines_of(text)


@pytest.mark.parametrize(
    "text", ["来源：市司法局", "【打印】【关闭】", "当前位置：首页", "发布时间：2025-01-01", "大 中 小"]
)
def test_web_residue(text: str) -> None:
    assert is_web_residue(text)
    assert not is_web_residue(text + "。")
    assert not is_web_residue("我局" + text)


WRAPPED = [
    "甲" * 27 + "，",
    "乙" * 28,
    "丙" * 28,
    "丁" * 10 + "。",
    "戊" * 28,
    "己" * 28,
    "庚" * 28,
    "一、辛" + "辛" * 10,
]


def test_wrapped_lines_are_joined() -> None:
    log = Log()
    assert [line.text for line in join_wrapped(lines_of(*WRAPPED), log)] == [
        "".join(WRAPPED[:4]),
        "".join(WRAPPED[4:7]),
        WRAPPED[7],
    ]
    assert log.notes()[0].count == 5


def test_text_with_one_long_line_is_not_wrapped() -> None:
    lines = lines_of(*WRAPPED, "长" * 80)
    assert join_wrapped(lines, Log()) == lines


def test_short_lines_are_not_wrapped() -> None:
    lines = lines_of(*["学习贯彻情况"] * 12)
    assert join_wrapped(lines, Log()) == lines


def test_latin_words_keep_a_space() -> None:
    lines = lines_of(*WRAPPED[:3], "甲" * 25 + "GIS", "system" + "乙" * 22, *WRAPPED[4:])
    assert any("GIS system" in line.text for line in join_wrapped(lines, Log()))
