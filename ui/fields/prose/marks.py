"""Words marked in prose: what was found, and what may have been left from another year. Painted, never part of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from ui.fields.marks import TextMark, select, selections, units
from ui.fields.prose.document import ProseDocument
from ui.theme import Theme


class ProseMarks(QObject):
    """The marks of one text; those of each sort are replaced as a whole."""

    def __init__(self, text: QTextEdit, prose: ProseDocument, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._prose, self._theme = text, prose, theme
        self._found: Sequence[TextMark] = ()
        self._suspects: Sequence[TextMark] = ()
        theme.changed.connect(self._show)

    def show_found(self, marks: Sequence[TextMark]) -> None:
        """Mark what was found; a table in the text is marked as a whole."""
        if marks or self._found:
            self._found = marks
            self._show()

    def show_suspects(self, marks: Sequence[TextMark]) -> None:
        """Mark words that may be of another year, by a wavy line."""
        if list(marks) != list(self._suspects):
            self._suspects = marks
            self._show()

    def _show(self) -> None:
        document = self._text.document()
        shown = selections(document, self._theme, spans(self._prose, self._found))
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(self._theme.colour("amber"))
        for first, last, _current in spans(self._prose, self._suspects):
            one = QTextEdit.ExtraSelection()
            one.cursor = select(document, first, last)  # pyright: ignore[reportAttributeAccessIssue]
            one.format = wavy  # pyright: ignore[reportAttributeAccessIssue]
            shown.append(one)
        self._text.setExtraSelections(shown)


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
