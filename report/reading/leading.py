"""The number that leads a line, in every form found in real reports, and what only looks like one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from report.numbering import parse_han


class Form(IntEnum):
    """How a number is written; the order is the usual order of depth."""

    PART = 0
    """第一部分, 第一章"""
    HAN = 1
    """一、"""
    HAN_BRACKET = 2
    """（一）"""
    ARABIC = 3
    """1."""
    ARABIC_BRACKET = 4
    """（1）, 1)"""


@dataclass(frozen=True, slots=True)
class Lead:
    """A leading number: form, value, the number exactly as found, and where the text behind it begins.

    A `weak` one is a number only if it fits in its row ("二 加强执法", "二，加强执法"); `broken` lacks a bracket.
    """

    form: Form
    value: int
    source: str
    end: int
    weak: bool = False
    broken: bool = False


_HAN = "[一二三四五六七八九十百]{1,4}"
_DIGITS = "[0-9０-９]{1,2}"
_GAP = r"[ \u3000\t]{0,4}"
_OPEN, _CLOSE = "[（(]", "[）)]"

_PART = re.compile(rf"第{_HAN}(?:部分|章|篇)(?:{_GAP}[、：:.．，,])?")
_HAN_PLAIN = re.compile(rf"({_HAN}){_GAP}[、.．﹒]")
_HAN_WEAK = re.compile(rf"({_HAN})(?:{_GAP}[，,:：]|[ \u3000\t](?=\S))")
_HAN_BRACKET = re.compile(rf"{_OPEN}{_GAP}({_HAN}){_GAP}{_CLOSE}[、.．]?")
_HAN_CLOSE_ONLY = re.compile(rf"({_HAN}){_GAP}{_CLOSE}[、.．]?")
_HAN_OPEN_ONLY = re.compile(
    rf"{_OPEN}{_GAP}({_HAN})(?:[、.．]|[ \u3000\t]|(?=[强加深坚健完推落严规持全聚优抓提履突压夯依创统筑]))"
)
_ARABIC = re.compile(rf"({_DIGITS}){_GAP}(?:[.．﹒](?![0-9０-９])|[、])")
_ARABIC_NUMBER = re.compile(rf"({_DIGITS})[.．](?=(?:19|20)[0-9]{{2}}年|12345(?![0-9]))")
_ARABIC_BRACKET = re.compile(rf"{_OPEN}{_GAP}({_DIGITS}){_GAP}{_CLOSE}[、.．]?")
_ARABIC_CLOSE_ONLY = re.compile(rf"({_DIGITS}){_GAP}{_CLOSE}[、.．]?")
_ARABIC_OPEN_ONLY = re.compile(rf"{_OPEN}{_GAP}({_DIGITS})(?:[、.．](?![0-9０-９])|[ \u3000\t])")
_SIGNS = ((0x2488, 20, Form.ARABIC), (0x2474, 20, Form.ARABIC_BRACKET), (0x3220, 10, Form.HAN_BRACKET))
"""⒈…, ⑴…, ㈠…: one character a number. ① is not among them, it stays text."""

_RANGE = re.compile(r"\s*[至到和与及或]\s*[（(第]|\s*[—\-－~～]+\s*[（(]|[、，,]\s*[（(]|[项款目条]")
_HAN_ROW = re.compile(rf"({_HAN})(?:[、，,和]|季度|[审线级类产期号档楼届批等]|把手|中全会)")
_ARABIC_ROW = re.compile(r"([0-9０-９]{1,2})(?:[、，,和]|月|季度|[号日类级期批栋楼年])")

_Pattern = tuple[re.Pattern[str], Form, bool, bool]
_PATTERNS: tuple[_Pattern, ...] = (
    (_HAN_BRACKET, Form.HAN_BRACKET, False, False),
    (_ARABIC_BRACKET, Form.ARABIC_BRACKET, False, False),
    (_HAN_PLAIN, Form.HAN, False, False),
    (_ARABIC, Form.ARABIC, False, False),
    (_ARABIC_NUMBER, Form.ARABIC, True, False),
    (_HAN_CLOSE_ONLY, Form.HAN_BRACKET, False, True),
    (_ARABIC_CLOSE_ONLY, Form.ARABIC_BRACKET, False, False),
    (_HAN_OPEN_ONLY, Form.HAN_BRACKET, False, True),
    (_ARABIC_OPEN_ONLY, Form.ARABIC_BRACKET, False, True),
    (_HAN_WEAK, Form.HAN, True, False),
)


def read_lead(text: str, at: int = 0) -> Lead | None:
    """The number that stands at `at`, or None. What only looks like one (一、二季度, 1.5万元, 一是) is none."""
    char = text[at : at + 1]
    if not char or char not in _STARTS:
        return None
    if char == "第":
        return _part(text, at)
    if char in _SIGN_STARTS:
        return _sign(text, at)
    for pattern, form, weak, broken in _PATTERNS:
        found = pattern.match(text, at)
        if found is None:
            continue
        value = _value(found[1], form)
        if value and not _FALSE[form](text, found.end(), value):
            return Lead(form, value, found[0].strip(), _skip_space(text, found.end()), weak, broken)
    return None


def _part(text: str, at: int) -> Lead | None:
    found = _PART.match(text, at)
    if found is None or text[found.end() : found.end() + 1] in tuple("是为的由"):
        return None
    value = parse_han(re.sub(r"[^一二三四五六七八九十百]", "", found[0][1:]))
    return Lead(Form.PART, value, found[0], _skip_space(text, found.end())) if value else None


def _sign(text: str, at: int) -> Lead | None:
    for first, count, form in _SIGNS:
        value = ord(text[at]) - first + 1
        if 1 <= value <= count:
            return Lead(form, value, text[at], _skip_space(text, at + 1))
    return None


def _value(digits: str, form: Form) -> int:
    return (parse_han(digits) or 0) if form in (Form.HAN, Form.HAN_BRACKET) else int(digits)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \u3000\t":
        at += 1
    return at


def _han_row(text: str, end: int, value: int) -> bool:
    """一、二季度 and 一、二、三产业 count quarters and industries."""
    row = _HAN_ROW.match(text, end)
    return bool(row) and parse_han(row[1]) == value + 1


def _arabic_row(text: str, end: int, value: int) -> bool:
    """1、2月份 counts months."""
    row = _ARABIC_ROW.match(text, end)
    return bool(row) and text[end - 1] == "、" and int(row[1]) == value + 1


def _bracket_row(text: str, end: int, value: int) -> bool:
    """（一）至（三）项 and （一）项 name provisions; （一、二级） is no number either."""
    if text[end - 1] in "、.．" and (_han_row(text, end, value) or _RANGE.match(text, end - 1)):
        return True
    return bool(_RANGE.match(text, end))


_FALSE: dict[Form, Callable[[str, int, int], bool]] = {
    Form.HAN: _han_row,
    Form.HAN_BRACKET: _bracket_row,
    Form.ARABIC: _arabic_row,
    Form.ARABIC_BRACKET: _bracket_row,
}
_SIGN_STARTS = frozenset(chr(first + step) for first, count, _ in _SIGNS for step in range(count))
_STARTS = frozenset("第一二三四五六七八九十（(0123456789０１２３４５６７８９") | _SIGN_STARTS
