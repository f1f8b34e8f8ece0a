"""Words marked in prose: what was searched, what a check found. Painted, never part of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from ui.fields.marks import TextMark, selections, units
from ui.fields.prose.document import ProseDocument
from ui.theme import Theme


class ProseMarks(QObject):
    """The marks of one text; they are replaced as a whole."""

    def __init__(self, text: QTextEdit, prose: ProseDocument, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._prose, self._theme = text, prose, theme
        self._marks: Sequence[TextMark] = ()
        theme.changed.connect(self._show)

    def show(self, marks: Sequence[TextMark]) -> None:
        """Mark these words; a table in the text is marked as a whole."""
        if marks or self._marks:
            self._marks = marks
            self._show()

    def _show(self) -> None:
        shown = selections(self._text.document(), self._theme, spans(self._prose, self._marks))
        self._text.setExtraSelections(shown)


def spans(prose: ProseDocument, marks: Sequence[TextMark]) -> Iterator[tuple[int, int, TextMark]]:
    """First and last position of each mark; of a table the whole."""
    wanted: dict[str, list[TextMark]] = {}
    for mark in marks:
        wanted.setdefault(mark.spot.place.block, []).append(mark)
    block = prose.document.begin() if wanted else QTextBlock()
    while block.isValid():
        text, place = block.text(), block.position()
        for mark in wanted.get(prose.block_id(block), ()):
            whole = mark.spot.row >= 0 or mark.spot.part
            first, last = (0, 1) if whole else units(text, mark.start, mark.end)
            yield place + first, place + last, mark
        block = block.next()
