"""The words of a page: labels, its head, and what stands where nothing is yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.empty import EmptyState, Way
from ui.parts.labels import ElidedLabel, Heading, Label, Link, Small
from ui.theme import Theme

__all__ = ["ElidedLabel", "EmptyState", "Heading", "Label", "Link", "PageHead", "Small", "Way"]


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
