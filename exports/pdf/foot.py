"""What stands at the bottom of the last even page: 版记. GB/T 9704—2012, 7.4."""

from collections.abc import Iterator
from dataclasses import replace

from exports.layout.page import FOUR, HEIGHT, THICK_RULE, THIN_RULE, WIDTH, baseline_in_row
from exports.pdf.faces import Role
from exports.pdf.lines import Line, Measure, Run, break_paragraph, fitting_lines, natural_width
from exports.pdf.pages import Box, PlacedLine, Rule
from report.document import Foot, Place

_PITCH = FOUR * 1.6
_INNER = WIDTH - 2 * FOUR
"""One character of 四号 is left free on both sides."""


def foot_boxes(foot: Foot, measure: Measure) -> list[Box]:
    """抄送 and 印发 in 四号 between rules; lines that no page holds go before as ordinary ones."""
    if not foot:
        return []
    small = Measure(measure.width, _INNER / FOUR, FOUR, FOUR)
    copies, printed = list(_copies(foot, small)), list(_printed(foot, small))
    rows = copies + printed
    most = int(HEIGHT * 0.9 / _PITCH)
    ahead, rows = rows[:-most], rows[-most:]
    boxes = [Box(_PITCH, _placed(lines, 0.0), on_grid=False) for lines in ahead]
    height = len(rows) * _PITCH
    rules = [Rule(0.0, y, WIDTH, y, THICK_RULE) for y in (0.0, height)]
    if copies and printed:
        y = height - len(printed) * _PITCH
        rules.append(Rule(0.0, y, WIDTH, y, THIN_RULE))
    placed = [one for number, lines in enumerate(rows) for one in _placed(lines, number * _PITCH)]
    return [*boxes, Box(height, tuple(placed), tuple(rules), on_grid=False, bottom=True)]


def _copies(foot: Foot, small: Measure) -> Iterator[list[Line]]:
    """抄送：the names, ended by a full stop, turned lines below the first name (7.4.2)."""
    if foot.copies:
        runs = [Run(Role.TEXT, foot.copies)]
        for line in break_paragraph(runs, small, first_indent=0, indent=3):
            yield [line]


def _printed(foot: Foot, small: Measure) -> Iterator[list[Line]]:
    """Who printed from the left, when and 印发 to the right, on one line where they fit (7.4.3)."""
    office = fitting_lines([Run(Role.TEXT, foot.printer)], small)
    yield from ([line] for line in office[:-1])
    last = list(office[-1:])
    if foot.print_date:
        runs = [Run(Role.TEXT, foot.print_date + "印发")]
        wide = natural_width(runs, small)
        if last and natural_width(last[0].runs, small) + FOUR + wide > _INNER:
            yield last
            last = []
        *above, date = fitting_lines(runs, small, left=max(0.0, _INNER - wide))
        yield from ([line] for line in above)
        last.append(date)
    if last:
        yield last


def _placed(lines: list[Line], y: float) -> tuple[PlacedLine, ...]:
    """The lines of a row, one character in from the left."""
    baseline = y + baseline_in_row(FOUR, _PITCH)
    return tuple(
        PlacedLine(replace(line, left=line.left + FOUR), baseline, Place("front", "copy_to")) for line in lines
    )
