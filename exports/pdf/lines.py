"""Set paragraphs in lines that fill the grid: a line of text with its place, its spacing, what its marks give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exports.layout.characters import SQUEEZED_AFTER, SQUEEZED_BEFORE, visible
from exports.layout.page import CELL, COLUMNS, THREE
from exports.pdf.cuts import EPSILON, Cut, cut_lines
from exports.pdf.faces import Role

_KEPT = 4096
"""Paragraphs whose lines are remembered: an edit changes one of them, so the next export breaks only that."""


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
    """How wide a paragraph is set: cells of `cell` points in which characters of `size` points stand.

    A line with more than `most_spread` cells left is not spread: it would fall apart.
    """

    width: Callable[[Role], Callable[[str], float]]
    columns: float = COLUMNS
    cell: float = CELL
    size: float = THREE
    most_spread: float = 6.0


def break_paragraph(
    runs: Sequence[Run], measure: Measure, *, first_indent: float = 2, indent: float = 0
) -> tuple[Line, ...]:
    """The lines of a paragraph; indents in cells. An empty paragraph gives no line."""
    return _break(tuple(runs), measure, first_indent, indent)


@lru_cache(_KEPT)
def _break(runs: tuple[Run, ...], measure: Measure, first_indent: float, indent: float) -> tuple[Line, ...]:
    text = "".join(run.text for run in runs)
    widths = _widths(runs, measure)
    first, rest = measure.columns - first_indent, measure.columns - indent
    return tuple(
        _set(runs, text, widths, cut, measure, indent if cut.start else first_indent)
        for cut in cut_lines(text, widths, first, rest)
    )


def set_line(runs: Sequence[Run], measure: Measure, left: float) -> Line:
    """A line set naturally, `left` points from the left edge."""
    return Line(tuple(runs), left, measure.size, measure.cell - measure.size)


def fitting_lines(runs: Sequence[Run], measure: Measure, *, left: float = 0.0) -> tuple[Line, ...]:
    """The text on one line, `left` points from the edge; broken from the edge where it is too wide. None when empty."""
    if not any(run.text for run in runs):
        return ()
    if left + natural_width(runs, measure) <= measure.columns * measure.cell + 0.01:
        return (set_line(runs, measure, left),)
    return break_paragraph(runs, measure, first_indent=0)


def natural_width(runs: Sequence[Run], measure: Measure) -> float:
    """Width in points of a line set naturally."""
    return sum(_widths(runs, measure)) * measure.cell


def _widths(runs: Sequence[Run], measure: Measure) -> list[float]:
    """Width of each character in cells."""
    widths: list[float] = []
    for run in runs:
        widths.extend(map(measure.width(run.role), run.text))
    return widths


def _set(runs: tuple[Run, ...], text: str, widths: Sequence[float], cut: Cut, measure: Measure, indent: float) -> Line:
    """The line of a cut: spaced so that the last character's cell ends at the right edge, or naturally."""
    start, end = cut.start, cut.end
    natural = measure.cell - measure.size
    spacing = natural
    squeezes: tuple[tuple[int, float], ...] = ()
    if cut.full and cut.slack <= measure.most_spread:
        while end > start + 1 and text[end - 1] == " ":
            end -= 1
        if cut.slack < -EPSILON:
            squeezes = _share(text[start:end], -cut.slack * measure.cell, measure.cell / 2)
        stood = widths[start:end]
        count = len(visible(text[start:end])) if 0.0 in stood else end - start
        if count > 1:
            width = sum(stood) * measure.size - sum(points for _, points in squeezes)
            spacing = ((measure.columns - indent) * measure.cell - width - natural) / (count - 1)
    return Line(_slice(runs, start, cut.end), indent * measure.cell, measure.size, spacing, squeezes)


def _share(text: str, points: float, most: float) -> tuple[tuple[int, float], ...]:
    """Take `points` from the marks of a line: `most` of it from one that ends the line, the rest evenly."""
    places = [
        index if char in SQUEEZED_AFTER else index - 1
        for index, char in enumerate(text)
        if char in SQUEEZED_AFTER or char in SQUEEZED_BEFORE
    ]
    taken: dict[int, float] = {}
    if places[-1] == len(text) - 1:
        taken[places.pop()] = share = min(points, most)
        points -= share
    for place in places:
        if points:
            taken[place] = taken.get(place, 0.0) + points / len(places)
    return tuple(sorted(taken.items()))


def _slice(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs of the characters from `start` to `end`."""
    if len(runs) == 1:
        return (Run(runs[0].role, runs[0].text[start:end]),)
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
