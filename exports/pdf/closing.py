"""Signature, date and note at the end of the text. GB/T 9704—2012, 7.3.5 and 7.3.6."""

from exports.layout.page import PITCH, WIDTH, baseline_in_row
from exports.pdf.faces import Role
from exports.pdf.lines import Measure, Run, break_paragraph, natural_width, set_line
from exports.pdf.pages import Box, PlacedLine
from report.document import Closing, Place

_SEAL_ROWS = 2
"""Empty lines above a signature that will be sealed: a seal of 42 mm whose centre lies between signature and date
then has its top edge within one line of the text (7.3.5.1)."""
_PLACE = Place("closing")


def closing_boxes(closing: Closing, measure: Measure) -> list[Box]:
    """Empty lines, signature, date, note; all bound together. Nothing when there is nothing to sign."""
    boxes: list[Box] = []
    if closing.signatory or closing.date:
        boxes.append(Box((_SEAL_ROWS if closing.sealed else 1) * PITCH, keep_next=True))
        signature, date = _offsets(closing, measure)
        boxes += _line(closing.signatory, signature, measure, "signatory")
        boxes += _line(closing.date, date, measure, "date")
    for note in closing.notes:
        lines = break_paragraph([Run(Role.TEXT, f"（{note}）")], measure)
        boxes += [Box(lines=(PlacedLine(line, baseline_in_row(line.size), _PLACE),), keep_next=True) for line in lines]
    if boxes:
        boxes[-1] = Box(boxes[-1].height, boxes[-1].lines)
    return boxes


def _offsets(closing: Closing, measure: Measure) -> tuple[float, float]:
    """Left edges of signature and date in points.

    Sealed (7.3.5.1): the date ends four cells from the right edge, the signature is centred over it. Unsealed
    (7.3.5.2): the signature ends two cells from the edge and the date begins two cells right of its beginning; where
    the date would then come nearer than two cells to the edge it ends there and the signature begins two cells before.
    """
    cell = measure.cell
    signature = natural_width([Run(Role.TEXT, closing.signatory)], measure)
    date = natural_width([Run(Role.TEXT, closing.date)], measure)
    if closing.sealed:
        date_left = WIDTH - 4 * cell - date
        signature_left = date_left + (date - signature) / 2 if closing.date else WIDTH - 4 * cell - signature
        return max(0.0, min(signature_left, WIDTH - signature)), max(0.0, date_left)
    signature_left = WIDTH - 2 * cell - signature
    date_left = signature_left + 2 * cell
    if date_left + date > WIDTH - 2 * cell:
        date_left = WIDTH - 2 * cell - date
        signature_left = min(signature_left, date_left - 2 * cell)
    return max(0.0, signature_left), max(0.0, date_left)


def _line(text: str, left: float, measure: Measure, field: str) -> list[Box]:
    """The text at its place; broken flush right when it is wider than the page."""
    if not text:
        return []
    place = Place("front", field)
    runs = [Run(Role.TEXT, text)]
    lines = [set_line(runs, measure, left)]
    if natural_width(runs, measure) > WIDTH:
        lines = break_paragraph(runs, measure, first_indent=0)
    return [Box(lines=(PlacedLine(line, baseline_in_row(line.size), place),), keep_next=True) for line in lines]
