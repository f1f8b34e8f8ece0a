"""What stands above the title: 版头. GB/T 9704—2012, 7.2."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exports.layout.page import CELL, MM, PITCH, RULE, THREE, TWO, WIDTH, baseline_in_row
from exports.layout.title import break_title
from exports.pdf.faces import Role
from exports.pdf.lines import Line, Measure, Run, fitting_lines, natural_width, set_line
from exports.pdf.pages import Box, PlacedLine, Rule
from report.document import Head, Place

_MARK_DROP = 35 * MM
"""From the type area's upper edge to the upper edge of the issuer's mark: 7.2.4."""
_MARK_SIZE = 42.0
"""The mark's size in points where its name leaves room: 7.2.4 asks only that it be red, 小标宋 and eye-catching."""
_MARK_LEADING = 1.2
_RULE_DROP = 4 * MM
"""From the characters of the document number to the red rule: 7.2.7."""
_SIGNERS_A_ROW = 2


def head_boxes(head: Head, measure: Measure) -> list[Box]:
    """Copy number, secrecy and urgency from the left edge; the issuer's mark; number and signers over a red rule."""
    boxes = list(_upper_left(head, measure))
    if head.issuer_mark:
        boxes += _mark(head.issuer_mark, measure, above=len(boxes) * PITCH)
    if head.document_number or head.signers:
        boxes += (replace(row, on_grid=not head.issuer_mark) for row in _number_rows(head, measure))
    elif head.issuer_mark:
        boxes.append(_ruled(Box(0.0, on_grid=False)))
    return [replace(box, keep_next=True) for box in boxes]


def _upper_left(head: Head, measure: Measure) -> Iterator[Box]:
    """7.2.1 to 7.2.3, one line each."""
    for text, role, field in (
        (head.copy_number, Role.TEXT, "copy_number"),
        (head.secrecy, Role.LEVEL_1, "secrecy"),
        (head.urgency, Role.LEVEL_1, "urgency"),
    ):
        for line in fitting_lines([Run(role, text)], measure):
            yield _row([line], field)


def _mark(text: str, measure: Measure, *, above: float) -> list[Box]:
    """The mark in red 小标宋, its upper edge 35 mm below the type area's; two empty lines below it."""
    width = measure.width(Role.TITLE)
    size = min(_MARK_SIZE, WIDTH / max(1.0, sum(map(width, text))))
    texts = [text] if size >= TWO else break_title(text, WIDTH / TWO, width)
    set_in = Measure(measure.width, WIDTH / max(size, TWO), max(size, TWO), max(size, TWO))
    boxes: list[Box] = []
    for number, part in enumerate(texts):
        runs = [Run(Role.TITLE, part)]
        line = set_line(runs, set_in, max(0.0, (WIDTH - natural_width(runs, set_in)) / 2))
        drop = max(0.0, _MARK_DROP - above) if number == 0 else 0.0
        baseline = drop + baseline_in_row(set_in.size, set_in.size)
        placed = PlacedLine(line, baseline, Place("front", "issuer_mark"), red=True)
        boxes.append(Box(drop + set_in.size * _MARK_LEADING, (placed,), on_grid=False))
    return [*boxes, Box(2 * PITCH, gap=True, on_grid=False)]


def _number_rows(head: Head, measure: Measure) -> list[Box]:
    """The number, the signers and the red rule 4 mm below (7.2.5 to 7.2.7).

    With signers (a report upwards) the number stands one cell from the left, on the line of the last signers, and they
    one cell from the right, two a line; without, the number is centred.
    """
    number = [Run(Role.TEXT, head.document_number)] if head.document_number else []
    rows = [[line] for line in _signers(head.signers, measure)]
    if number:
        wide = natural_width(number, measure)
        left = CELL if rows else (WIDTH - wide) / 2
        fits = not rows or left + wide + CELL <= rows[-1][0].left
        if wide <= WIDTH - 2 * CELL and fits and rows:
            rows[-1].insert(0, set_line(number, measure, left))
        else:
            rows += [[line] for line in fitting_lines(number, measure, left=max(0.0, left))]
    boxes = [_row(lines, "document_number") for lines in rows]
    return [*boxes[:-1], _ruled(boxes[-1])]


def _signers(names: Sequence[str], measure: Measure) -> list[Line]:
    """签发人：in 仿宋 and the names in 楷体, two a line, the first names of the lines below each other."""
    if not names:
        return []
    lead = Run(Role.TEXT, "签发人：")
    column = max(natural_width([Run(Role.LEVEL_2, name)], measure) for name in names)
    width = natural_width([lead], measure) + min(len(names), _SIGNERS_A_ROW) * (column + CELL) - CELL
    left = WIDTH - CELL - width
    if left < 0:
        return list(fitting_lines([lead, Run(Role.LEVEL_2, " ".join(names))], measure))
    lines: list[Line] = []
    for start in range(0, len(names), _SIGNERS_A_ROW):
        shown = "　".join(_padded(name, column, measure) for name in names[start : start + _SIGNERS_A_ROW])
        runs = [Run(Role.LEVEL_2, shown.rstrip("　"))]
        indent = natural_width([lead], measure) if start else 0.0
        lines.append(set_line(runs if start else [lead, *runs], measure, left + indent))
    return lines


def _padded(name: str, column: float, measure: Measure) -> str:
    """A name filled with spaces to the width of the longest."""
    lack = column - natural_width([Run(Role.LEVEL_2, name)], measure)
    return name + "　" * round(lack / measure.cell)


def _row(lines: Sequence[Line], field: str) -> Box:
    place = Place("front", field)
    return Box(lines=tuple(PlacedLine(line, baseline_in_row(line.size), place) for line in lines))


def _ruled(box: Box) -> Box:
    """The box with the red rule below, as wide as the type area."""
    y = (box.height + THREE) / 2 + _RULE_DROP if box.lines else 0.0
    return replace(box, height=max(box.height, y), rules=(Rule(0.0, y, WIDTH, y, RULE, red=True),))
