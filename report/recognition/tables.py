"""Counts in tables: numbers under heads that say what they are, with the unit from the head, the row or the caption."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from report.document import Grid
from report.recognition.exclusions import masked
from report.recognition.numerals import as_written, numerals
from report.recognition.quantities import Quantity, quantities
from report.recognition.units import unit_at


@dataclass(frozen=True, slots=True)
class CellCount:
    """A count in a cell: the quantity as it stands in the cell's text, and the words of row and column that name it."""

    row: int
    column: int
    quantity: Quantity
    words: str
    row_words: str


@dataclass(frozen=True, slots=True)
class _Column:
    words: str
    unit: str
    counts: bool


_SKIPPED = re.compile(
    "序号?$|编号|^号$|文号|案号|代码|号码|电话|邮编|^年[份度]$|年度$|日期|时间|时限|名称|标题|题目|地址|姓名|职务|依据|备注|^NO"
)
_EMPTY = frozenset(("", "—", "——", "－", "-", "/", "／", "无", "\\"))
_TOTALS = re.compile("合\\s*计|总\\s*计|小\\s*计|共计")
_UNIT_HEAD = re.compile("^(?:计量)?单位$")
_YEAR = re.compile("[12][0-9]{3}年?(?:度)?")


def table_counts(grid: Grid, said_before: str = "") -> Iterator[CellCount]:
    """The counts of a table, row by row. `said_before` is the text above it, which may hold 单位：万元."""
    head = _head_rows(grid)
    columns = [_column(grid.rows[:head], at) for at in range(len(grid.rows[0]))]
    usual = _said_unit(grid.caption) or _said_unit(said_before)
    unit_column = next((at for at, one in enumerate(columns) if _UNIT_HEAD.match(one.words)), None)
    counted = _ordinal_column(grid.rows[head:], columns)
    for number, row in enumerate(grid.rows[head:], head):
        label = _row_label(row, columns)
        row_unit = row[unit_column].strip() if unit_column is not None else _bracketed(label)
        for at, cell in enumerate(row):
            if at in (counted, unit_column) or not columns[at].counts:
                continue
            unit = columns[at].unit or row_unit or usual
            for quantity in _cell(cell, unit):
                words = columns[at].words + ("" if label is cell else label)
                yield CellCount(number, at, quantity, words, label)


def _cell(cell: str, unit: str) -> Sequence[Quantity]:
    """The count of a cell that is a number, or those of one that holds words."""
    text = cell.strip()
    if text in _EMPTY:
        return ()
    match = _bare().fullmatch(cell)
    if match is None:
        return quantities(cell, masked(cell))
    numeral = next(numerals(match[1]), None)
    if numeral is None or numeral.end != len(match[1]) or not (unit or match[2]):
        return ()
    start, end = match.span(1)
    written = match[2].replace("％", "%") or unit
    return (Quantity(start, end + len(match[2]), start, end, as_written(numeral.value), written),)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(r"\s*([0-9０-９][0-9０-９,，.．]*)([%％]?)\s*")


def _head_rows(grid: Grid) -> int:
    """The rows that are heads: those declared, unless they hold counts, and those behind them that are words only."""
    head = 0
    for row in grid.rows[:-1]:
        cells = [cell.strip() for cell in row]
        if any(_bare().fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells) or not any(cells):
            break
        if head >= grid.head_rows and (head >= 3 or not _goes_on(cells)):
            break
        head += 1
    return head


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a row of words below the head belongs to it: it names units or kinds, and tells nothing."""
    return all(len(cell) <= 12 and not re.search("[。，；]", cell) for cell in cells) and any(
        _bracketed(cell) for cell in cells
    )


def _column(heads: Sequence[Sequence[str]], at: int) -> _Column:
    told = (row[at].replace("\n", "").strip() for row in heads)
    names = list(dict.fromkeys(one for one in told if one))
    words = "".join(names)
    skipped = any(_SKIPPED.search(re.sub(r"[（(].*", "", name)) for name in names)
    return _Column(words, _head_unit(words), not skipped or bool(_bracketed(words)))


def _head_unit(words: str) -> str:
    """The unit that a head says in brackets or by its last word."""
    bracketed = _bracketed(words)
    if bracketed:
        return bracketed
    plain = re.sub(r"[（(][^（）()]*[）)]", "", words)
    for ending, unit in (
        ("人次", "人次"),
        ("率", "%"),
        ("比例", "%"),
        ("占比", "%"),
        ("人数", "人"),
        ("件数", "件"),
        ("户数", "户"),
        ("次数", "次"),
        ("场次", "场次"),
        ("份数", "份"),
        ("宗数", "宗"),
        ("起数", "起"),
        ("条数", "条"),
        ("项数", "项"),
        ("个数", "个"),
    ):
        if plain.endswith(ending):
            return unit
    return ""


def _bracketed(words: str) -> str:
    """The unit in brackets of a head or a row's label: 罚款金额（万元） → 万元."""
    for match in re.finditer(r"[（(](?:单位[:：])?\s*([^（）()]{1,6})\s*[）)]", words):
        found = unit_at(match[1], 0)
        if found and found.end == len(match[1]):
            return match[1].strip()
        if "/" in match[1] or "、" in match[1]:
            return match[1]
    return ""


def _said_unit(text: str) -> str:
    match = re.search(r"单\s*位\s*[:：]\s*([^\s，。；）)]{1,6})", text)
    return match[1] if match else ""


def _row_label(row: Sequence[str], columns: Sequence[_Column]) -> str:
    """The words that name a row: its first cells that are no number."""
    words = [
        cell.replace("\n", "").strip()
        for cell, column in zip(row, columns, strict=True)
        if cell.strip() not in _EMPTY and not _bare().fullmatch(cell) and not _UNIT_HEAD.match(column.words)
    ]
    return words[0] if words else ""


def _ordinal_column(rows: Sequence[Sequence[str]], columns: Sequence[_Column]) -> int | None:
    """The first column when it only counts the rows."""
    cells = [row[0].strip() for row in rows if not any(_TOTALS.search(cell) for cell in row)]
    counting = bool(cells) and cells == [str(number) for number in range(1, len(cells) + 1)]
    return 0 if counting and not columns[0].unit and len(columns) > 1 and len(cells) > 1 else None
