"""Break paragraphs into lines that fill the grid.

GB/T 9704—2012 sets 28 characters a line. Units (see `units`) are set one after another; the one that does not fit is
pushed in where marks can give the room (half a cell each, one cell a line at most), else carried over and the line
spread evenly. The last line of a paragraph stays natural. A run that no line can hold is cut where it must be.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from exports.pdf.characters import SQUEEZED_AFTER, SQUEEZED_BEFORE
from exports.pdf.faces import Role
from exports.pdf.page import CELL, COLUMNS, THREE
from exports.pdf.units import unbreakable_units

_EPSILON = 1e-6
_PUSH_LIMIT = 1.0
"""Cells that may be won from marks in one line: so a line holds 29 characters at most."""
_SPREAD_FREELY = 0.5
"""Cells of slack that are spread without trying to push in: half a cell is what an odd digit leaves."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one role."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One set line.

    `left` is the indent in points; `size` the type size; `spacing` the extra space after each character in points;
    `squeezes` are (index of character, points) taken away after that character (index -1: before the first); between a
    closing and an opening mark both give.
    """

    runs: tuple[Run, ...]
    left: float
    size: float
    spacing: float
    squeezes: tuple[tuple[int, float], ...] = ()

    @property
    def text(self) -> str:
        """The characters in order."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a paragraph is set: cells of `cell` points in which characters of `size` points stand."""

    width: Callable[[Role], Callable[[str], float]]
    columns: float = COLUMNS
    cell: float = CELL
    size: float = THREE


@dataclass(slots=True)
class _Cut:
    """A line before it is set: characters `start` to `end`, `squeeze` cells taken from its marks, whether it fills."""

    start: int
    end: int
    squeeze: float
    full: bool


def break_paragraph(runs: Sequence[Run], measure: Measure, *, first_indent: float = 2, indent: float = 0) -> list[Line]:
    """The lines of a paragraph; indents in cells. An empty paragraph gives no line."""
    text = "".join(run.text for run in runs)
    widths = _widths(runs, measure)
    limits = (measure.columns - first_indent, measure.columns - indent)
    lines: list[Line] = []
    for number, cut in enumerate(_cuts(text, widths, limits)):
        cells = first_indent if number == 0 else indent
        lines.append(_set(runs, widths, cut, cells, limits[min(number, 1)], measure, text))
    return lines


def set_line(runs: Sequence[Run], measure: Measure, left: float) -> Line:
    """A line set naturally, `left` points from the left edge."""
    return Line(tuple(runs), left, measure.size, measure.cell - measure.size)


def natural_width(runs: Sequence[Run], measure: Measure) -> float:
    """Width in points of a line set naturally."""
    return sum(_widths(runs, measure)) * measure.cell


def _widths(runs: Sequence[Run], measure: Measure) -> list[float]:
    """Width of each character in cells."""
    widths: list[float] = []
    for run in runs:
        widths.extend(map(measure.width(run.role), run.text))
    return widths


def _cuts(text: str, widths: Sequence[float], limits: tuple[float, float]) -> Iterator[_Cut]:
    """Where the lines end: greedy, as a writer fills squared paper."""
    start, used, room = 0, 0.0, 0.0
    limit = limits[0]
    end = 0
    for left, right in _pieces(text, widths, min(limits)):
        width = sum(widths[left:right])
        give = _room(text, left, right)
        if used and used + width > limit + _EPSILON:
            slack, over = limit - used, used + width - limit
            if slack > _SPREAD_FREELY + _EPSILON and over <= min(room + give, _PUSH_LIMIT) + _EPSILON:
                yield _Cut(start, right, over, full=True)
                start, used, room, limit, end = right, 0.0, 0.0, limits[1], right
                continue
            yield _Cut(start, left, 0.0, full=True)
            start, used, room, limit = left, 0.0, 0.0, limits[1]
        used, room, end = used + width, room + give, right
    if end > start:
        yield _Cut(start, end, 0.0, full=False)


def _room(text: str, start: int, end: int) -> float:
    """Cells that the marks of a stretch can give."""
    return 0.5 * sum(1 for char in text[start:end] if char in SQUEEZED_AFTER or char in SQUEEZED_BEFORE)


def _pieces(text: str, widths: Sequence[float], limit: float) -> Iterator[tuple[int, int]]:
    """The units, those wider than a line cut into as many characters as fit."""
    for start, end in unbreakable_units(text):
        if sum(widths[start:end]) <= limit + _EPSILON:
            yield start, end
            continue
        used, left = 0.0, start
        for index in range(start, end):
            if used and used + widths[index] > limit + _EPSILON:
                yield left, index
                left, used = index, 0.0
            used += widths[index]
        yield left, end


def _set(
    runs: Sequence[Run],
    widths: Sequence[float],
    cut: _Cut,
    indent: float,
    limit: float,
    measure: Measure,
    text: str,
) -> Line:
    """The line of a cut: spaced so that the last character's cell ends at the right edge, or naturally."""
    end = cut.end
    while end > cut.start + 1 and text[end - 1] == " " and cut.full:
        end -= 1
    natural = measure.cell - measure.size
    spacing = natural
    squeezes: tuple[tuple[int, float], ...] = ()
    count = end - cut.start
    if cut.squeeze:
        squeezes = _share(text[cut.start : end], cut.squeeze * measure.cell)
    if cut.full and count > 1:
        width = sum(widths[cut.start : end]) * measure.size - sum(points for _, points in squeezes)
        spacing = (limit * measure.cell - width - natural) / (count - 1)
    return Line(_slice(runs, cut.start, cut.end), indent * measure.cell, measure.size, spacing, squeezes)


def _share(text: str, points: float) -> tuple[tuple[int, float], ...]:
    """Take `points` from the marks of a line, the same from each."""
    places = Counter(
        index if char in SQUEEZED_AFTER else index - 1
        for index, char in enumerate(text)
        if char in SQUEEZED_AFTER or char in SQUEEZED_BEFORE
    )
    return tuple((place, points * marks / places.total()) for place, marks in places.items())


def _slice(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the characters from `start` to `end`."""
    found: list[Run] = []
    offset = 0
    for run in runs:
        left, right = max(start - offset, 0), min(end - offset, len(run.text))
        if left < right:
            found.append(Run(run.role, run.text[left:right]))
        offset += len(run.text)
        if offset >= end:
            break
    return tuple(found)
