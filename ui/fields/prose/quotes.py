"""The numbers in the text that quote an indicator: marked by a quiet line of dots, deleted as one.

Nothing of it is in the document: links are kept beside the text (see `document`), so that no character typed at their
edge, by key or input method, can take over a format.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextBlock, QTextCursor, QTextLine

from report.content import Link
from report.indicators.wording import missing_values
from report.linked_text import link_at
from ui.fields.prose.document import ProseDocument
from ui.text_positions import characters_before, qt_length
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.fields.prose.text import ProseText

_BELOW, _THICK = 3, 2
"""Pixels at 100 % between the base line and the dots, and their size."""


class Quoted(NamedTuple):
    """A link where it is shown: the id of its paragraph, the link, its rectangle in the viewport."""

    block_id: str
    link: Link
    rect: QRect


class Quotes:
    """The links of one text."""

    def __init__(self, text: "ProseText", prose: ProseDocument, theme: Theme) -> None:
        self._text, self._prose, self._theme = text, prose, theme

    def paint(self, event: QPaintEvent) -> None:
        """Dots below each linked number in view."""
        shown = event.rect()
        found = [
            rect
            for block, link, rects in self._visible()
            if not _is_missing(block, link)
            for rect in rects
            if rect.intersects(shown)
        ]
        if not found:
            return
        painter = QPainter(self._text.viewport())
        size = self._theme.px(_THICK)
        pen = QPen(self._theme.colour("accent"), size, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1, 1])
        painter.setPen(pen)
        for rect in found:
            y = round(rect.bottom() - size / 2 + 1)
            painter.drawLine(rect.left(), y, rect.right(), y)

    def at(self, point: QPoint) -> Quoted | None:
        """The link at a point of the viewport."""
        for block, link, rects in self._visible():
            for rect in rects:
                if rect.contains(point):
                    return Quoted(self._prose.block_id(block), link, rect)
        return None

    def at_cursor(self) -> Quoted | None:
        """The link in which the cursor stands or which ends there."""
        cursor = self._text.textCursor()
        block = cursor.block()
        found = self._link(block, characters_before(block.text(), cursor.positionInBlock()))
        if found is None:
            return None
        rects = list(self._rects(block, found, self._text.block_rect(block)))
        return Quoted(self._prose.block_id(block), found, rects[0] if rects else self._text.cursorRect())

    def take_key(self, event: QKeyEvent) -> bool:
        """Backspace behind a link and Delete before it, or either within, take it as one; whether that was done."""
        backwards = event.key() == Qt.Key.Key_Backspace
        if not backwards and event.key() != Qt.Key.Key_Delete:
            return False
        cursor = self._text.textCursor()
        if cursor.hasSelection() or self._text.is_composing:
            return False
        block = cursor.block()
        offset = characters_before(block.text(), cursor.positionInBlock())
        for link in self._prose.links(block):
            if (link.start < offset <= link.end) if backwards else (link.start <= offset < link.end):
                self._select(block, link).removeSelectedText()
                return True
        return False

    def _link(self, block: QTextBlock, offset: int) -> Link | None:
        paragraph = self._prose.paragraph(block)
        return link_at(paragraph, offset) if paragraph else None

    def _select(self, block: QTextBlock, link: Link) -> QTextCursor:
        text, cursor = block.text(), QTextCursor(block)
        cursor.setPosition(block.position() + qt_length(text[: link.start]))
        cursor.setPosition(block.position() + qt_length(text[: link.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _visible(self) -> Iterator[tuple[QTextBlock, Link, list[QRect]]]:
        """The links in view with their rectangles, one a line."""
        for block, rect in self._text.visible_blocks():
            links = self._prose.links(block)
            for link in links:
                yield block, link, list(self._rects(block, link, rect))

    def _rects(self, block: QTextBlock, link: Link, around: QRect) -> Iterator[QRect]:
        text, layout = block.text(), block.layout()
        start, end = qt_length(text[: link.start]), qt_length(text[: link.end])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                yield self._on_line(line, first, last).translated(around.topLeft()).toRect()

    def _on_line(self, line: QTextLine, first: int, last: int) -> QRectF:
        left, right = _x(line, first), _x(line, last)
        bottom = line.y() + line.ascent() + self._theme.px(_BELOW + _THICK)
        return QRectF(left, line.y(), right - left, bottom - line.y())


def _is_missing(block: QTextBlock, link: Link) -> bool:
    """Whether a link stands for a value that there is not: that is marked in another way."""
    return any(found.start() == link.start for found in missing_values(block.text()))


def _x(line: QTextLine, position: int) -> float:
    """Where a position of the paragraph stands in its line; PySide answers with the position, too."""
    return cast("tuple[float, int]", line.cursorToX(position))[0]
