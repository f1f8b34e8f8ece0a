"""Where marked words stand in a document of prose."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock

from ui.fields.marks import TextMark, units
from ui.fields.prose.document import ProseDocument


def spans(prose: ProseDocument, marks: Sequence[TextMark]) -> Iterator[tuple[int, int, bool]]:
    """First and last position of each mark, and whether it is the current one; of a table the whole."""
    wanted: dict[str, list[TextMark]] = {}
    for mark in marks:
        wanted.setdefault(mark.spot.place.block, []).append(mark)
    block = prose.document.begin() if wanted else QTextBlock()
    while block.isValid():
        text, place = block.text(), block.position()
        for mark in wanted.get(prose.block_id(block), ()):
            whole = mark.spot.row >= 0 or mark.spot.part
            first, last = (0, 1) if whole else units(text, mark.start, mark.end)
            yield place + first, place + last, mark.current
        block = block.next()
