"""The head of a part's page: its title, a line about it, the way to its help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import ToolButton
from ui.parts.labels import ElidedLabel
from ui.theme import Theme

_NARROW = 720
"""Pixels at 100 % below which 写作提示 loses its words."""


class PartHead(QWidget):
    """What part this is.

    Signals:
        help_wished(): 写作提示 was pressed.
    """

    help_wished = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, title: str = "", meta: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(theme, "title")
        self.meta = ElidedLabel(theme, "small", "second")
        self.guide_button = ToolButton(theme, icons, "help", _("写作提示"))
        self.guide_button.setToolTip(_("这一部分写什么（F1）"))
        self.guide_button.clicked.connect(lambda: self.help_wished.emit())
        self.top = QHBoxLayout()
        self.top.setSpacing(theme.px(4))
        self.top.addWidget(self.title)
        self.top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self.top)
        words.addWidget(self.meta)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(theme.px(12))
        self.row.addLayout(words, 1)
        self.row.addWidget(self.guide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._arrange)
        self._arrange()
        self.show_title(title, meta)

    def show_title(self, title: str, meta: str) -> None:
        """Show a title and the line below it."""
        self.title.set_text(title)
        self.meta.set_text(meta)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the words of the tools give way to the title."""
        super().resizeEvent(event)
        self.guide_button.show_text(self.width() >= self._theme.px(_NARROW))

    def _arrange(self) -> None:
        self.row.setContentsMargins(0, self._theme.px(12), 0, self._theme.px(12))
        self.title.setMinimumHeight(self._theme.px(32))
