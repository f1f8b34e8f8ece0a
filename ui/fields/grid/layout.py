"""How a table shares its room: widths of columns, lines of a cell. Lengths are pixels."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

LINES = 3
"""A cell shows at most as many lines; what is more is in its tool tip."""


def shares(wanted: Sequence[int], firm: Sequence[bool], room: int, least: int, floor: int) -> list[int]:
    """Widths that fill `room`, or more where that is not enough; none is below `least`.

    Firm columns, those of numbers, get what they want: figures are never cut. Of the others the widest give way when
    there is too little, down to `floor`; all get the same more when something is left, and a table of numbers shares
    it among all.
    """
    widths = [max(least, one) for one in wanted]
    growing = [place for place, one in enumerate(firm) if not one] or list(range(len(widths)))
    over = sum(widths) - room
    if over > 0:
        _cut(widths, [place for place, one in enumerate(firm) if not one], over, floor)
    elif growing:
        more, left = divmod(-over, len(growing))
        for number, place in enumerate(growing):
            widths[place] += more + (number < left)
    return widths


def _cut(widths: list[int], places: Sequence[int], over: int, floor: int) -> None:
    """Take `over` from the widest of the columns, as far as they are wider than `floor`."""
    room = sum(widths[place] for place in places) - over
    low, high = floor, max((widths[place] for place in places), default=floor)
    while low < high:
        level = (low + high + 1) // 2
        if sum(min(widths[place], level) for place in places) <= room:
            low = level
        else:
            high = level - 1
    for place in places:
        widths[place] = min(widths[place], low)


def lines_of(text: str, font: QFont, width: int) -> list[str]:
    """The lines in which a text is shown; the last one ends with … where there is more."""
    metrics = QFontMetrics(font)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        starts = _line_starts(paragraph, font, width)
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(paragraph)
            if len(lines) == LINES:
                rest = lines.pop() + paragraph[start:]
                # Longer than it can be, so that something is left out and the mark for it stands there.
                return [*lines, metrics.elidedText(rest + "\u3000", Qt.TextElideMode.ElideRight, width)]
            lines.append(paragraph[start:end].rstrip())
    return lines


def is_whole(text: str, lines: Sequence[str]) -> bool:
    """Whether the lines show all of the text."""
    return sum(len("".join(line.split())) for line in lines) >= len("".join(text.split())) and not (
        lines and lines[-1].endswith("…") and not text.rstrip().endswith("…")
    )


def _line_starts(paragraph: str, font: QFont, width: int) -> list[int]:
    """Where lines begin, as Python counts characters; a few lines are enough."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    units = paragraph.encode("utf-16-le", "surrogatepass")
    while len(starts) <= LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # Qt counts UTF-16 units.
        starts.append(len(units[: 2 * line.textStart()].decode("utf-16-le", "surrogatepass")))
    layout.endLayout()
    return starts or [0]
