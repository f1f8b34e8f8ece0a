"""The help without a report: in a window of its own."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.actions import ACTIONS
from ui.help.page import HelpPage
from ui.parts.labels import Label
from ui.parts.lines import Separator
from ui.theme import Theme

_WIDTH, _HEIGHT = 520, 620


class HelpWindow(QDialog):
    """The head of the side panel, and the page below it. F1 and Esc close it."""

    def __init__(self, page: HelpPage, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.page = theme, page
        self.setWindowTitle(_("帮助"))
        self._head = QHBoxLayout()
        self._head.addWidget(Label(theme, _("帮助"), bold=True), 1)
        for tool in page.tools():
            self._head.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(Separator(theme))
        layout.addWidget(page, 1)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        page.reader.setFocus()
        for keys in next(one.shortcuts for one in ACTIONS if one.id == "help"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close)
        theme.changed.connect(self._style)
        self._style()

    def _style(self) -> None:
        theme = self._theme
        self._head.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self._head.setSpacing(theme.px(4))
