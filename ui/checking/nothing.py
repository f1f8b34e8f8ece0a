"""What stands in place of the list: that nothing was found, what was checked and when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from ui.checking.top import Filter
from ui.checking.watch import CheckState
from ui.icons import Icons
from ui.parts.labels import Heading, Small
from ui.status_line import clock
from ui.theme import Theme

_ICON = 32
"""Pixels at 100 %."""


class Nothing(QWidget):
    """A tick and a few words."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._icon = QLabel()
        self.words, self.more = Heading(theme), Small(theme)
        self.more.setWordWrap(True)
        self.more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for one in (self._icon, self.words):
            self._column.addWidget(one, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.more)
        self._column.addStretch(3)
        theme.changed.connect(self._style)
        self._style()

    def show_state(self, state: CheckState, chosen: Filter) -> None:
        """Say that there is nothing of what is listed."""
        if state.standing and chosen is not Filter.ALL:
            self.words.setText(_("没有这一类"))
            self.more.setText(_("别的类别里还有{count}处。").format(count=len(state.standing)))
            return
        self.words.setText(_("没有发现问题"))
        told = _("{time}查过：缺项、数字、日期、编号、标点、用词和个人信息。").format(time=clock(state.moment))
        ignored = _("另有{count}处已忽略。").format(count=len(state.ignored)) if state.ignored else ""
        self.more.setText(told + ignored)

    def _style(self) -> None:
        theme = self._theme
        self._icon.setPixmap(self._icons.pixmap("done", "green", theme.px(_ICON)))
        side = theme.size("gap_32")
        self._column.setContentsMargins(side, 0, side, 0)
        self._column.setSpacing(theme.size("gap_8"))
