"""Three things to look at the first time: each done or doable in place; all can be put away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.lines import Separator
from ui.parts.text import Heading, Link, Small
from ui.settings import Settings
from ui.theme import Theme


class Hints(QWidget):
    """Office, addressee, deadlines.

    Signals:
        settings_requested(): do one of them.
        dismissed(): do not show them again.
    """

    settings_requested = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Heading(theme, _("第一次用，先看三处"), "subtitle"))
        head.addStretch(1)
        link = Link(theme, _("不再显示"))
        link.clicked.connect(self.dismissed)
        head.addWidget(link)
        column.addLayout(head)
        office = settings.office or _("会写进标题、署名和文件名")
        addressee = settings.addressee or _("例如县委、县政府，写在标题下面")
        own = bool(settings.deadlines)
        dates = _("已按本地要求设好") if own else _("现在是法定的3月1日和4月1日，本地常更早")
        for title, text, done in (
            (_("单位名称"), office, bool(settings.office)),
            (_("主送机关"), addressee, bool(settings.addressee)),
            (_("报送截止日"), dates, own),
        ):
            column.addWidget(Separator(theme))
            column.addLayout(self._row(title, text, done=done))

    def _row(self, title: str, text: str, *, done: bool) -> QHBoxLayout:
        theme = self._theme
        mark = QLabel()
        mark.setPixmap(self._icons.pixmap("done" if done else "empty", "green" if done else "second", theme.px(20)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(QLabel(title))
        told = Small(theme, text)
        told.setWordWrap(True)
        words.addWidget(told)
        link = Link(theme, _("改") if done else _("填"))
        link.setAccessibleName(_("填写{what}").format(what=title))
        link.clicked.connect(self.settings_requested)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
