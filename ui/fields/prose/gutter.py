"""Beside the text: the computed numbers of its paragraphs and the bar at the current one. Nothing here is text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from ui.fields.prose.text import ProseText

WIDTH, _GAP = 76, 12
_DOTS, _DOT = 10, 2
"""Pixels at 100 %: where the dots stand that say that a paragraph is as it came from last year, and their size."""


class Gutter(QWidget):
    """The numbers beside the paragraphs in view."""

    def __init__(self, text: "ProseText", theme: Theme) -> None:
        super().__init__(text)
        self._text, self._theme = text, theme

    def place(self) -> None:
        """Stand left of the viewport."""
        view, width = self._text.viewport().geometry(), self._theme.px(WIDTH)
        self.setGeometry(view.left() - width, view.top(), width, view.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the labels of the paragraphs in view."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        theme = self._theme
        current = self._text.textCursor().blockNumber() if self._text.hasFocus() else -1
        plain = theme.font("field")
        strong = QFont(plain)
        strong.setBold(True)
        carried = QPen(theme.colour("control"), theme.px(_DOT), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        carried.setDashPattern([1, 1.5])
        for block, rect in self._text.visible_blocks():
            is_current = block.blockNumber() == current
            if is_current:
                painter.fillRect(0, rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))
            if self._text.prose.block_id(block) in self._text.carried:
                painter.setPen(carried)
                left = theme.px(_DOTS)
                painter.drawLine(left, rect.top(), left, rect.bottom())
            label = self._text.number_at(block.blockNumber())
            if not label:
                continue
            painter.setFont(strong if is_current else plain)
            painter.setPen(theme.colour("accent" if is_current else "second"))
            line = block.layout().lineAt(0)
            baseline = rect.top() + round(line.y() + line.ascent() if line.isValid() else theme.px(20))
            right = theme.px(WIDTH - _GAP) - painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(right, baseline, label)
