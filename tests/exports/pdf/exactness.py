"""Measure a finished PDF by the positions of its characters: GB/T 9704—2012 point by point.

`python -m tests.exports.pdf.exactness FILE.pdf` prints the table. Nothing of the program's own layout is asked: the
rules are stated here again, from the standard.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

from pypdfium2 import raw

from tests.exports.pdf.reading import opened

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, 184 * MM, 37 * MM, 262 * MM
CELL, PITCH = 156 * MM / 28, 225 * MM / 22
NO_START = set("!%),.:;>?]}¨°·ˇˉ―‖’”…‰′″›℃、。〃〉》」』】〕〗！％），．：；＞？］｝—")
NO_END = set("$([{£¥‘“〈《「『【〔〖〝＄（［｛￡￥")
"""The line-break table for simplified Chinese of Office Open XML (kinsoku), with the dash."""
SQUEEZABLE = set("，。、；：？！．”’）》〉」』】〕〗“‘（《〈「『【〔〖")
_UNITS = """
    个百分点 百分点 平方公里 平方米 公里 公斤 小时 分钟 人次 场次 家次 户次 批次 台次
    余万元 万余元 万余人次 万余件 万余份 余件 余人次 余场 万元 亿元 元 年度 年 月份 个月 月 日 号 时 分 天
    个 名 位 人 次 件 宗 起 份 项 条 场 期 家 户 辆 台 套 部 册 张 篇 批 亩 吨 千克 升 米 处 支 轮 类 种 级
    章 节 届 岁 倍 版 页 多 余 万 亿 % ％ ℃
"""
_NUMBER_WITH_UNIT = re.compile(r"第?\d+(?:[.,:·—-]\d+)*(?:" + "|".join(map(re.escape, _UNITS.split())) + r")?")
_DOCUMENT_NUMBER = re.compile(r"[〔（(]\d{4}[〕）)]第?\d+号")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/@_+&'?=#-]*[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Char:
    """A character on a page: origin from the page's upper left and size in points, width in cells."""

    text: str
    x: float
    y: float
    size: float
    cells: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text: page from 1, its characters from left to right."""

    page: int
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def y(self) -> float:
        return self.chars[0].y

    @property
    def left(self) -> float:
        return self.chars[0].x - LEFT

    @property
    def right(self) -> float:
        """How far the last character's cell ends from the right edge of the type area; positive when it is short."""
        last = self.chars[-1]
        return RIGHT - last.x - last.cells * CELL


@dataclass(slots=True)
class Findings:
    """What was measured."""

    rows_a_page: list[int] = field(default_factory=list[int])
    pitches: list[float] = field(default_factory=list[float])
    cells: list[float] = field(default_factory=list[float])
    han_lines: Counter[int] = field(default_factory=Counter[int])
    full: int = 0
    ragged: list[str] = field(default_factory=list[str])
    beyond: list[str] = field(default_factory=list[str])
    bad_starts: list[str] = field(default_factory=list[str])
    bad_ends: list[str] = field(default_factory=list[str])
    splits: list[str] = field(default_factory=list[str])
    first_baselines: list[float] = field(default_factory=list[float])
    folios: list[tuple[int, str, float, float, float]] = field(
        default_factory=list[tuple[int, str, float, float, float]]
    )
    exceptions: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    """(line, how many characters it has, cause)"""

    def table(self) -> str:
        """The table of points, as text."""
        spread = (min(self.pitches), median(self.pitches), max(self.pitches))
        middle = self.rows_a_page[1:-1] or self.rows_a_page
        return "\n".join(
            (
                f"lines a page                        {Counter(middle).most_common(3)}",
                f"line pitch, pt (28.99)              {spread[0]:.2f} {spread[1]:.2f} {spread[2]:.2f}",
                f"cell, pt (15.79)                    {median(self.cells):.2f}",
                f"full lines of Han, by characters    {dict(self.han_lines.most_common())}",
                f"right edge, lines off by > 0.5 pt   {len(self.ragged)}/{self.full}",
                f"lines beyond the right edge         {len(self.beyond)}",
                f"lines that begin with a closing mark {len(self.bad_starts)}",
                f"lines that end with an opening mark {len(self.bad_ends)}",
                f"numbers parted from their unit      {len(self.splits)}",
                f"first baseline below the type area  {median(self.first_baselines):.1f} pt",
                f"folios                              {self.folios[:3]}",
                f"lines of other than 28 characters   {len(self.exceptions)}",
                *(f"    {text[:8]}…{text[-4:]}  {count}: {cause}" for text, count, cause in self.exceptions),
            )
        )


def rows(data: bytes) -> list[Row]:
    """All lines of a PDF, page by page from the top."""
    found: list[Row] = []
    with opened(data) as document:
        for number, page in enumerate(document, 1):
            lines: dict[float, list[Char]] = {}
            for char in _chars(page):
                key = next((y for y in lines if abs(y - char.y) < 3), char.y)
                lines.setdefault(key, []).append(char)
            found += (Row(number, tuple(sorted(lines[key], key=lambda one: one.x))) for key in sorted(lines))
    return found


def _chars(page: object) -> Iterator[Char]:
    from ctypes import c_double

    box = raw.FS_RECTF()
    text = page.get_textpage()  # type: ignore[attr-defined]
    height = page.get_height()  # type: ignore[attr-defined]
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            code = 0x10000 + ((code - 0xD800) << 10) + raw.FPDFText_GetUnicode(text, index + 1) - 0xDC00
        char = chr(code)
        if raw.FPDFText_IsGenerated(text, index) or not char.strip() or 0xDC00 <= code < 0xE000:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        size = raw.FPDFText_GetFontSize(text, index)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        yield Char(char, x.value, height - y.value, size, round((box.right - box.left) / size, 2))


def measure(data: bytes) -> Findings:
    """Everything about the lines of the text (三号) and the folios of a PDF."""
    found = Findings()
    pages: dict[int, list[Row]] = {}
    for row in rows(data):
        pages.setdefault(row.page, []).append(row)
    for number, lines in pages.items():
        text = [row for row in lines if row.y < BOTTOM]
        found.folios += (_folio(row) for row in lines if row.y > BOTTOM)
        found.rows_a_page.append(len(text))
        if number > 1 and text:
            found.first_baselines.append(text[0].y - TOP)
        for upper, lower in pairwise(text):
            if _is_text(upper) and _is_text(lower):
                found.pitches.append(lower.y - upper.y)
    text = [row for lines in pages.values() for row in lines if row.y < BOTTOM and _is_text(row)]
    title = max((row.y for row in pages.get(1, []) if row.chars[0].size > 20), default=0.0)
    text = [row for row in text if row.page > 1 or row.y > title]
    for row, following in pairwise([*text, Row(0, (Char("甲", RIGHT, 0.0, 16.0),))]):
        _measure_line(row, following, found)
    return found


def _folio(row: Row) -> tuple[int, str, float, float, float]:
    last = row.chars[-1]
    return row.page, row.text, round(row.chars[0].x, 1), round(last.x + last.size, 1), round(row.y, 1)


def _is_text(row: Row) -> bool:
    return abs(row.chars[0].size - 16) < 0.1


def _measure_line(row: Row, following: Row, found: Findings) -> None:
    shown = row.text
    if row.left < 2 and shown[0] in NO_START:
        found.bad_starts.append(shown)
    if shown[-1] in NO_END:
        found.bad_ends.append(shown)
    found.cells += (other.x - one.x for one, other in pairwise(row.chars) if _is_han(one.text) and _is_han(other.text))
    goes_on = following.left < 2 and not re.fullmatch(r"附件\d*", following.text)
    if goes_on and (row.left < 2 or abs(row.left - 2 * CELL) < 2):
        _measure_full_line(row, following, found)


def _measure_full_line(row: Row, following: Row, found: Findings) -> None:
    """A line whose paragraph goes on below."""
    shown = row.text
    found.full += 1
    if row.right > 0.5:
        found.ragged.append(shown)
    if row.right < -0.5 - (CELL / 2 if shown[-1] in SQUEEZABLE else 0.0):
        found.beyond.append(shown)
    if _bound(shown + following.text, len(shown)) == "number":
        found.splits.append(shown[-4:] + "|" + following.text[:3])
    indent = round(row.left / CELL)
    if not indent and all(ord(char) >= 0x2E80 or char in "—…“”‘’·" for char in shown):
        found.han_lines[len(shown)] += 1
    lack = 28 - indent - sum(char.cells for char in row.chars)
    if not -0.02 <= lack <= 0.52:
        found.exceptions.append((shown, f"{28 - lack:.3g}", cause((*row.chars, *following.chars), 28 - indent)))


def _is_han(char: str) -> bool:
    return "一" <= char <= "\u9fff"


def cause(chars: Sequence[Char], cells: float) -> str:
    """Why a line may not end after as many characters as fill the cells, or that it leaves less than one free."""
    used, place = 0.0, 0
    while place < len(chars) and used + chars[place].cells <= cells + 0.02:
        used += chars[place].cells
        place += 1
    text = "".join(char.text for char in chars)
    return _bound(text, place) or (
        f"{cells - used:.2g} of a cell left by half-width characters" if used < cells else ""
    )


def _bound(text: str, place: int) -> str:
    """What binds the character at `place` to the one before it; "" for nothing."""
    if not 0 < place < len(text):
        return ""
    for pattern, name in ((_DOCUMENT_NUMBER, "document number"), (_NUMBER_WITH_UNIT, "number"), (_WORD, "word")):
        if any(match.start() < place < match.end() for match in pattern.finditer(text)):
            return name
    if text[place - 1] == text[place] and text[place] in "—…":
        return "pair"
    if text[place] in NO_START:
        return f"{text[place]} may not begin a line"
    if text[place - 1] in NO_END:
        return f"{text[place - 1]} may not end a line"
    return ""


def main(arguments: Sequence[str]) -> int:
    """Print the table of a file."""
    print(measure(Path(arguments[0]).read_bytes()).table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
