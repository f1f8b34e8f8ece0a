"""Set tables: columns by what is in them, cells broken like paragraphs, heads repeated on each page.

Cells are 小四号; a tall row is divided between its lines where a page ends. Nothing is left out or runs over the edge,
however many columns there are. The head stays with the first row, the last row with the one before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from exports.layout.columns import centred_columns, column_widths, lines_of
from exports.layout.page import HEIGHT, PITCH, SMALL_FOUR, TABLE_RULE, THREE, WIDTH, baseline_in_row
from exports.pdf.faces import Role
from exports.pdf.lines import Line, Measure, Run, break_paragraph, fitting_lines, natural_width
from exports.pdf.pages import Box, PlacedLine, Rule
from report.document import Grid

_PADDING = 4.0
_SIDE = 3.0
_TALL = HEIGHT / 4
"""Height in points from which a row may be divided between pages."""
_MOST_SPREAD = 1.0
"""Cells of slack that a line of a cell is spread by; a looser one stays ragged."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How cells are set: widths of characters by role, type size and padding at the sides in points."""

    width: Callable[[Role], Callable[[str], float]]
    size: float
    side: float

    @property
    def leading(self) -> float:
        """From line to line in points."""
        return self.size * 1.5

    def measure(self, room: float) -> Measure:
        """The measure of a cell with so much room for text."""
        return Measure(self.width, room / self.size, self.size, self.size, _MOST_SPREAD)

    @property
    def baseline(self) -> float:
        """From a line's top to its baseline in points."""
        return baseline_in_row(self.size, self.leading)


def table_boxes(grid: Grid, measure: Measure) -> Iterator[Box]:
    """The boxes of a table: caption, rows with their rules, an empty line after."""
    small = Measure(measure.width, 1, SMALL_FOUR, SMALL_FOUR)
    edges = _edges(column_widths(grid, lambda line: natural_width([Run(Role.TEXT, line)], small), _SIDE))
    centred = centred_columns(grid)
    setting = _setting(edges, measure)
    rows = [_row(cells, edges, centred, setting, head=index < grid.head_rows) for index, cells in enumerate(grid.rows)]
    heads = rows[: grid.head_rows]
    header = _stack(heads) if heads and sum(box.height for box in heads) < HEIGHT / 2 else None
    if grid.caption:
        yield from _caption(grid.caption, measure)
    for box in heads:
        yield replace(box, keep_next=True)
    body = [replace(row, header=header) for row in rows[grid.head_rows :]]
    if len(body) > 1:
        body[-2] = replace(body[-2], keep_next=True)
    yield from body
    if not body and heads:
        yield Box(0.0, on_grid=False)
    yield Box(PITCH / 4, gap=True, on_grid=False)


def _caption(text: str, measure: Measure) -> Iterator[Box]:
    """The caption in 黑体, centred; broken like a paragraph where it is too long for a line."""
    runs = [Run(Role.LEVEL_1, text)]
    left = max(0.0, (WIDTH - natural_width(runs, measure)) / 2)
    for line in fitting_lines(runs, measure, left=left):
        yield Box(lines=(PlacedLine(line, baseline_in_row(THREE)),), keep_next=True)


def _edges(widths: Sequence[float]) -> list[float]:
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def _setting(edges: Sequence[float], measure: Measure) -> _Setting:
    """小四号; smaller where a column would not hold one character of it."""
    narrowest = min(right - left for left, right in pairwise(edges))
    side = min(_SIDE, narrowest * 0.1)
    return _Setting(measure.width, min(SMALL_FOUR, narrowest - 2 * side), side)


def _row(
    cells: Sequence[str], edges: Sequence[float], centred: Sequence[bool], setting: _Setting, *, head: bool
) -> Box:
    """A row: lines of each cell centred in its height, rules on all sides. A tall one can be divided."""
    role = Role.LEVEL_1 if head else Role.TEXT
    columns = [
        _cell(text, right - left - 2 * setting.side, role, setting, centred=head or middle)
        for text, (left, right), middle in zip(cells, pairwise(edges), centred, strict=True)
    ]
    most = max(len(lines) for lines in columns)
    row = _whole_row(columns, edges, setting)
    if row.height <= _TALL:
        return row
    return replace(row, slices=tuple(_slice(columns, number, most, edges, setting) for number in range(most)))


def _cell(text: str, room: float, role: Role, setting: _Setting, *, centred: bool) -> list[Line]:
    small = setting.measure(room)
    lines: list[Line] = []
    for part in lines_of(text):
        lines += break_paragraph([Run(role, part)], small, first_indent=0)
    if centred:
        return [_centre(line, room, small) for line in lines]
    return lines


def _centre(line: Line, room: float, small: Measure) -> Line:
    if line.spacing or line.squeezes:
        return line
    return replace(line, left=max(0.0, (room - natural_width(line.runs, small)) / 2))


def _whole_row(columns: Sequence[Sequence[Line]], edges: Sequence[float], setting: _Setting) -> Box:
    most = max((len(lines) for lines in columns), default=0)
    height = max(PITCH, most * setting.leading + 2 * _PADDING)
    placed: list[PlacedLine] = []
    for lines, left in zip(columns, edges, strict=False):
        top = (height - len(lines) * setting.leading) / 2
        for number, line in enumerate(lines):
            moved = replace(line, left=line.left + left + setting.side)
            placed.append(PlacedLine(moved, top + number * setting.leading + setting.baseline))
    rules = [Rule(0.0, y, WIDTH, y, TABLE_RULE) for y in (0.0, height)]
    rules += [Rule(x, 0.0, x, height, TABLE_RULE) for x in edges]
    return Box(height, tuple(placed), tuple(rules), on_grid=False)


def _slice(
    columns: Sequence[Sequence[Line]], number: int, count: int, edges: Sequence[float], setting: _Setting
) -> Box:
    """A line of a tall row, its cells from the top."""
    top = _PADDING if number == 0 else 0.0
    height = top + setting.leading + (_PADDING if number == count - 1 else 0.0)
    baseline = top + setting.baseline
    placed = tuple(
        PlacedLine(replace(lines[number], left=lines[number].left + left + setting.side), baseline)
        for lines, left in zip(columns, edges, strict=False)
        if number < len(lines)
    )
    return Box(height, placed, on_grid=False)


def _stack(boxes: Sequence[Box]) -> Box:
    """Several boxes as one, for the head that is repeated."""
    y = 0.0
    lines: list[PlacedLine] = []
    rules: list[Rule] = []
    for box in boxes:
        lines += [replace(one, baseline=one.baseline + y) for one in box.lines]
        rules += [replace(one, y1=one.y1 + y, y2=one.y2 + y) for one in box.rules]
        y += box.height
    return Box(y, tuple(lines), tuple(rules), on_grid=False)
