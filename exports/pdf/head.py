"""What stands above the title and at the bottom of the last page. GB/T 9704—2012, 7.2 and 7.4."""

from dataclasses import replace

from exports.pdf.faces import Role
from exports.pdf.lines import Line, Measure, Run, break_paragraph, natural_width, set_line
from exports.pdf.page import CELL, FOUR, MM, PITCH, THICK_RULE, THIN_RULE, WIDTH, baseline_in_row
from exports.pdf.pages import Box, PlacedLine, Rule
from report.document import Foot, Head, Place

_RED_RULE_DROP = 4 * MM
_FOOT_PITCH = FOUR * 1.6


def head_boxes(head: Head, measure: Measure) -> list[Box]:
    """Copy number, secrecy, urgency from the left edge; number and signer on one line above a red rule."""
    boxes: list[Box] = []
    for text, role, field in (
        (head.copy_number, Role.TEXT, "copy_number"),
        (head.secrecy, Role.LEVEL_1, "secrecy"),
        (head.urgency, Role.LEVEL_1, "urgency"),
    ):
        if text:
            line = set_line([Run(role, text)], measure, 0.0)
            boxes.append(
                Box(lines=(PlacedLine(line, baseline_in_row(line.size), Place("front", field)),), keep_next=True)
            )
    if head.document_number or head.signer:
        boxes.append(_number_line(head, measure))
    return boxes


def _number_line(head: Head, measure: Measure) -> Box:
    """The number, the signer and the red rule 4 mm below (7.2.5 to 7.2.7).

    With a signer (a report upwards) the number stands one cell from the left and the signer one from the right;
    without, the number is centred.
    """
    baseline = baseline_in_row(measure.size)
    lines: list[PlacedLine] = []
    number = [Run(Role.TEXT, head.document_number)]
    if head.document_number:
        left = CELL if head.signer else (WIDTH - natural_width(number, measure)) / 2
        lines.append(PlacedLine(set_line(number, measure, left), baseline, Place("front", "document_number")))
    if head.signer:
        runs = [Run(Role.TEXT, "签发人："), Run(Role.LEVEL_2, head.signer)]
        left = WIDTH - CELL - natural_width(runs, measure)
        lines.append(PlacedLine(set_line(runs, measure, left), baseline, Place("front", "signer")))
    bottom = PITCH + _RED_RULE_DROP
    rule = Rule(0.0, bottom, WIDTH, bottom, THICK_RULE, red=True)
    return Box(2 * PITCH, tuple(lines), (rule,), keep_next=True)


def foot_boxes(foot: Foot, measure: Measure) -> list[Box]:
    """抄送 and 印发 in 四号 between rules, on the lower edge of the last page's type area."""
    if not foot:
        return []
    small = Measure(measure.width, WIDTH / FOUR - 2, FOUR, FOUR)
    lines: list[PlacedLine] = []
    rules = [Rule(0.0, 0.0, WIDTH, 0.0, THICK_RULE)]
    y = 0.0
    if foot.copy_to:
        text = "抄送：" + foot.copy_to.removeprefix("抄送：").rstrip("。") + "。"
        for line in break_paragraph([Run(Role.TEXT, text)], small, first_indent=0, indent=3):
            lines.append(_shifted(line, y))
            y += _FOOT_PITCH
    if foot.copy_to and foot.printer:
        rules.append(Rule(0.0, y, WIDTH, y, THIN_RULE))
    if foot.printer:
        lines.append(_shifted(set_line([Run(Role.TEXT, foot.printer)], small, 0.0), y))
        printed = [Run(Role.TEXT, foot.print_date + "印发")]
        if foot.print_date:
            lines.append(_shifted(set_line(printed, small, WIDTH - 2 * FOUR - natural_width(printed, small)), y))
        y += _FOOT_PITCH
    rules.append(Rule(0.0, y, WIDTH, y, THICK_RULE))
    return [Box(y, tuple(lines), tuple(rules), on_grid=False, bottom=True)]


def _shifted(line: Line, y: float) -> PlacedLine:
    """A line of the foot one character in from the left."""
    moved = replace(line, left=line.left + FOUR)
    return PlacedLine(moved, y + baseline_in_row(FOUR, _FOOT_PITCH), Place("front", "copy_to"))
