"""Sums of a table's columns, exact, from cells as typed. What cannot be read is named, never guessed or dropped."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import lru_cache

from report.kinds import NUMBER, Unreadable
from report.template import Column, Field

Rows = Sequence[Sequence[str]]

TOTAL = "合计"
_TOTAL_WORDS = frozenset({TOTAL, "总计", "共计", "小计"})
_NOTHING = frozenset({"", "/", "-", "—", "——", "–", "无", "不适用"})
"""What clerks write where there is no figure."""
_DIGITS = 64
"""More than any sum of the numbers read can have: 18 digits before the point and 12 after it, in millions of rows."""
_HEAD_UNIT = re.compile(r"(.*?)\s*[（(]\s*([^（）()\d\s]{1,8})\s*[）)]", re.DOTALL)
_CELL_UNIT = re.compile(r"[+-]?[\d,. ]*\d\s*([^\d\s,.]{1,4})", re.ASCII)
# A sum of shares, years or places says nothing.
_NOT_SUMMED_HEAD = re.compile(
    r"序号|编号|号码|年份|.*年度|年|月份|日期|时间|电话|排名|名次|.*(平均|人均).*|.*(率|占比|比例|比重|同比|环比|增减幅)"
)
_NOT_SUMMED_UNIT = frozenset({"%", "‰", "年", "月", "日", "时", "岁", "号"})


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column of numbers: its place, name and unit. `unit_in_cells`: the unit stands in the cells, not in the head."""

    index: int
    label: str = ""
    unit: str = ""
    summed: bool = True
    unit_in_cells: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a column; None where it holds no number at all."""

    column: NumberColumn
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that could not be read and is in no sum; `row` and `column` count from 0."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Totals:
    """All sums of a table, and the cells left out of them."""

    sums: tuple[Sum, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_number(text: str, unit: str = "") -> Decimal | None:
    """The number in a cell; None for an empty one or a dash. Raises kinds.Unreadable."""
    found = _read(text, unit)
    if isinstance(found, Unreadable):
        raise Unreadable(found.reason, found.text)
    return found


@lru_cache(maxsize=20_000)
def _read(text: str, unit: str) -> Decimal | Unreadable | None:
    """What a cell says. Remembered, because every key in a table asks for all of its cells again."""
    if text.strip() in _NOTHING:
        return None
    try:
        return NUMBER.read(Field(id="", kind="number", label="", unit=unit), text.strip())
    except Unreadable as error:
        return error.with_traceback(None)


def is_total_row(row: Sequence[str]) -> bool:
    """Whether a row says that it is a sum: the first of its cells without a digit is 合计, 总计, 共计 or 小计."""
    first = next((cell for cell in row if cell.strip() and not any(char.isdigit() for char in cell)), "")
    return _is_total_word(first)


def declared_columns(columns: Sequence[Column]) -> tuple[NumberColumn, ...]:
    """The numeric columns of a table whose columns a type declares."""
    return tuple(
        NumberColumn(index, column.label, column.unit) for index, column in enumerate(columns) if column.numeric
    )


def free_columns(rows: Rows, head_rows: int) -> tuple[NumberColumn, ...]:
    """The columns that mostly hold numbers below the head; units stand in the head (金额（万元）) or in the cells."""
    width = max((len(row) for row in rows), default=0)
    body = [row for _number, row in _body(rows, head_rows)]
    found = (_free_column(rows[:head_rows], body, index) for index in range(width))
    return tuple(column for column in found if column is not None)


def add_up(rows: Rows, columns: Sequence[NumberColumn], head_rows: int = 0) -> Totals:
    """The sums of the columns that are summed; head rows and rows of sums are left out."""
    unread: list[Unread] = []
    body = _body(rows, head_rows)
    with localcontext(Context(prec=_DIGITS)):
        sums = tuple(Sum(column, _sum(body, column, unread)) for column in columns if column.summed)
    return Totals(sums, tuple(sorted(unread, key=lambda one: (one.row, one.column))))


def with_total_row(rows: Rows, columns: Sequence[NumberColumn], head_rows: int = 0) -> tuple[tuple[str, ...], ...]:
    """The rows with a last row 合计 that holds the sums; one that is there is brought up to date.

    The rows come back as they are where there is nothing to add up, or no cell free for the word.
    """
    kept = tuple(tuple(row) for row in rows)
    written = {
        one.column.index: _written(one) for one in add_up(kept, columns, head_rows).sums if one.value is not None
    }
    width = max((len(row) for row in kept), default=0)
    place = next((index for index in range(width) if index not in {column.index for column in columns}), None)
    if place is None:
        place = next((index for index in range(width) if index not in written), None)
    if not written or place is None:
        return kept
    if len(kept) > head_rows and is_total_row(kept[-1]):
        cells = {index: cell for index, cell in written.items() if not _says_total(kept[-1], index)}
        return (*kept[:-1], _replaced(kept[-1], cells))
    return (*kept, _replaced(("",) * width, {**written, place: TOTAL}))


def _is_total_word(cell: str) -> bool:
    return "".join(cell.split()) in _TOTAL_WORDS


def _says_total(row: Sequence[str], index: int) -> bool:
    return index < len(row) and _is_total_word(row[index])


def _replaced(row: Sequence[str], cells: Mapping[int, str]) -> tuple[str, ...]:
    padded = [*row, *[""] * (max(cells, default=-1) + 1 - len(row))]
    return tuple(cells.get(index, cell) for index, cell in enumerate(padded))


def _written(one: Sum) -> str:
    return f"{one.value:f}" + (one.column.unit if one.column.unit_in_cells else "")


def _body(rows: Rows, head_rows: int) -> list[tuple[int, Sequence[str]]]:
    """The rows that count, with their numbers."""
    return [(number, row) for number, row in enumerate(rows) if number >= head_rows and not is_total_row(row)]


def _sum(body: Sequence[tuple[int, Sequence[str]]], column: NumberColumn, unread: list[Unread]) -> Decimal | None:
    total: Decimal | None = None
    for number, row in body:
        value = _read(row[column.index], column.unit) if column.index < len(row) else None
        if isinstance(value, Unreadable):
            unread.append(Unread(number, column.index, row[column.index].strip()))
        elif value is not None:
            total = value if total is None else total + value
    return total


def _free_column(heads: Rows, body: Rows, index: int) -> NumberColumn | None:
    head = next((row[index] for row in reversed(heads) if index < len(row) and row[index].strip()), "")
    filled = [row[index] for row in body if index < len(row) and row[index].strip() not in _NOTHING]
    label, unit = _split_head(head)
    in_cells = "" if unit else _unit_of_cells(filled)
    readable = sum(isinstance(_read(cell, unit or in_cells), Decimal) for cell in filled)
    if not filled or 2 * readable <= len(filled):
        return None
    summed = not _NOT_SUMMED_HEAD.fullmatch(label) and (unit or in_cells) not in _NOT_SUMMED_UNIT
    return NumberColumn(index, label, unit or in_cells, summed, bool(in_cells))


def _split_head(head: str) -> tuple[str, str]:
    """Name and unit of a head such as 金额（万元）."""
    words = head.strip()
    found = _HEAD_UNIT.fullmatch(words)
    name, unit = (found[1], unicodedata.normalize("NFKC", found[2])) if found else (words, "")
    return "".join(name.split()), unit


def _unit_of_cells(cells: Sequence[str]) -> str:
    """The unit that cells carry; "" where they carry none, or differ in it."""
    matches = (_CELL_UNIT.fullmatch(unicodedata.normalize("NFKC", cell).strip()) for cell in cells)
    units = {match[1] for match in matches if match}
    return units.pop() if len(units) == 1 else ""
