"""Blocks of cells copied from a sheet, matched to indicators: a column of values, or names with values. No Qt."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from report.indicators.amounts import UnreadableAmount, read_amount
from report.indicators.catalogue import Indicator
from report.indicators.searching import search
from report.indicators.values import Values

Block = Sequence[Sequence[str]]

_BEFORE: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:其中|其中包括|另有|含)?[：:]?\s*")
_BRACKETS: Final = re.compile(r"[（(][^（）()]{1,6}[）)]$")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class PastedValue:
    """A text for an indicator."""

    indicator: str
    text: str


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A row for which no indicator was found: its name, which may be "", and its value."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """What a block says: values with their indicators, and all rows that found none."""

    values: tuple[PastedValue, ...]
    unmatched: tuple[Unmatched, ...] = ()


def match_block(values: Values, block: Block, year: int | None, below: Sequence[str]) -> PastedBlock:
    """The values of a block. `below` are the indicators from the current row down, for a block without names.

    Of several columns of values the one whose head names `year` is taken, else the first.
    """
    rows = [tuple(cell.strip() for cell in row) for row in block]
    rows = [row for row in rows if any(row)]
    names = _name_column(rows)
    if names is None:
        return _column([row[0] for row in (tuple(cell.strip() for cell in row) for row in block)], below)
    column = _value_column(rows, names, year)
    matcher = _Matcher(values)
    found: dict[str, str] = {}
    unmatched: list[Unmatched] = []
    for row in rows:
        name, text = row[names], row[column] if column < len(row) else ""
        if not name and not text:
            continue
        if not text or _is_head(text):
            matcher.find(name)
            continue
        indicator = matcher.find(name)
        if indicator is None or indicator in found:
            unmatched.append(Unmatched(name, text))
        else:
            found[indicator] = text
    return PastedBlock(tuple(PastedValue(*one) for one in found.items()), tuple(unmatched))


def _column(texts: Sequence[str], below: Sequence[str]) -> PastedBlock:
    found = tuple(PastedValue(one, text) for one, text in zip(below, texts, strict=False))
    return PastedBlock(found, tuple(Unmatched("", text) for text in texts[len(below) :] if text))


def _is_head(text: str) -> bool:
    """Whether a cell is the head of a column of values."""
    return (bool(_YEAR.search(text)) and text.endswith("年")) or text in (
        "数值",
        "数量",
        "本年",
        "今年",
        "去年",
        "合计数",
    )


def _reads(text: str) -> bool:
    try:
        return bool(text) and read_amount(text).amount is not None
    except UnreadableAmount:
        return False


def _name_column(rows: Sequence[Sequence[str]]) -> int | None:
    """The first column in which most cells are words; None where there is none beside values."""
    width = max((len(row) for row in rows), default=0)
    for column in range(width - 1):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        words = sum(not _reads(cell) for cell in cells)
        if cells and 2 * words > len(cells) and max(map(len, cells)) > 1:
            return column
    return None


def _value_column(rows: Sequence[Sequence[str]], names: int, year: int | None) -> int:
    width = max(len(row) for row in rows)
    heads = list(rows[0])
    for column in range(names + 1, len(heads)):
        said = _YEAR.search(heads[column])
        if said and year is not None and int(said[1]) == year:
            return column
    for column in range(names + 1, width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if any(_reads(cell) and not _is_head(cell) for cell in cells):
            return column
    return min(names + 1, width - 1)


class _Matcher:
    """Finds indicators by names, going down a table: 其中： is read with what it is a part of."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._by_name: dict[str, list[Indicator]] = {}
        for one in values:
            for name in dict.fromkeys(map(_plain, (one.name, one.short, *one.aliases))):
                self._by_name.setdefault(name, []).append(one)
        self._whole = ""

    def find(self, name: str) -> str | None:
        """The indicator that a table calls so, None for none or more than one."""
        plain = _plain(name)
        found = self._best(plain, self._by_name.get(plain, ())) if plain else None
        if found is None and plain:
            hits = list(search(self._values, plain))
            found = self._values.indicator(hits[0]) if len(hits) == 1 else None
        if found is not None and not found.parent:
            self._whole = found.id
        return found.id if found is not None else None

    def _best(self, plain: str, found: Iterable[Indicator]) -> Indicator | None:
        fitting = list(found)
        tests: tuple[Callable[[Indicator], bool], ...] = (
            lambda one: _plain(one.name) == plain,
            lambda one: _plain(one.short) == plain and one.parent == self._whole,
            lambda one: _plain(one.short) == plain,
        )
        for test in tests:
            fitting = [one for one in fitting if test(one)] or fitting
            if len(fitting) == 1:
                return fitting[0]
        return None


def _plain(name: str) -> str:
    """A name without what tables put around it: numbers, 其中：, the unit in brackets."""
    name = "".join(name.split())
    return _BRACKETS.sub("", _BEFORE.sub("", name, count=1))
