"""The words of a page: labels, its head, its guidance, and what stands where nothing is yet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.parts.empty import EmptyState, Way
from ui.parts.labels import ElidedLabel, Heading, Label, Link, Small, ink
from ui.theme import Theme

__all__ = ["ElidedLabel", "EmptyState", "Guidance", "Heading", "Label", "Link", "PageHead", "Small", "Way"]


class Guidance(QLabel):
    """What belongs into a part: several lines on a tinted ground."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._style)
        self._style()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint, then the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("hint_tint"))
        painter.fillRect(0, 0, self._theme.size("current"), self.height(), self._theme.colour("hint"))
        painter.end()
        super().paintEvent(event)

    def _style(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body"))
        ink(self, theme.colour("text"))
        wide, tall = theme.size("gap_16"), theme.size("gap_12")
        self.setContentsMargins(wide, tall, wide, tall)


class PageHead(QWidget):
    """The head of a page: title, a line about it, tools at the right."""

    def __init__(self, theme: Theme, title: str, meta: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(theme, "title", mode=Qt.TextElideMode.ElideMiddle)
        self.title.set_text(title)
        self.meta = Small(theme, meta)
        if not meta:
            self.meta.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        theme.changed.connect(self._style)
        self._style()

    def add_tool(self, widget: QWidget) -> None:
        """Put a button at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _style(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(0, theme.size("gap_12"), 0, theme.size("gap_12"))
        self._row.setSpacing(theme.size("gap_12"))
