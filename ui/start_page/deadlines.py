"""The days left to each deadline, the nearest large."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.template import Deadline
from resources.i18n import _
from ui.icons import Icons
from ui.parts.lines import Separator
from ui.parts.text import Heading, Link, Small
from ui.theme import Theme

_SOON = 3
_WEEKDAYS = "一二三四五六日"


class Deadlines(QWidget):
    """Deadlines of the report that is being written.

    Signals:
        settings_requested(): change them.
    """

    settings_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        deadlines: Sequence[tuple[Deadline, date]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Heading(theme, _("截止日"), "subtitle"))
        head.addStretch(1)
        link = Link(theme, _("设置"))
        link.clicked.connect(self.settings_requested)
        head.addWidget(link)
        column.addLayout(head)
        today = date.today()
        coming = [one for one in deadlines if one[1] >= today] or list(deadlines)
        nearest = min(coming, key=lambda one: one[1], default=None)
        for deadline, day in deadlines:
            column.addWidget(Separator(theme))
            column.addLayout(self._row(deadline, day, large=(deadline, day) == nearest))

    def _row(self, deadline: Deadline, day: date, *, large: bool) -> QHBoxLayout:
        theme = self._theme
        left = (day - date.today()).days
        soon = 0 <= left <= _SOON
        mark = QLabel()
        mark.setPixmap(
            self._icons.pixmap("should" if soon else "calendar", "amber" if soon else "second", theme.px(20))
        )
        name = QLabel(deadline.label)
        name.setFont(theme.font("body", bold=large))
        when = Small(
            theme,
            _("{month}月{day}日前，周{weekday}").format(month=day.month, day=day.day, weekday=_WEEKDAYS[day.weekday()]),
        )
        when.setToolTip(deadline.source)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(when)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(mark)
        row.addLayout(words, 1)
        if left >= 0:
            row.addWidget(
                Heading(theme, str(left), "display" if large else "subtitle"), 0, Qt.AlignmentFlag.AlignBottom
            )
            row.addWidget(Small(theme, _("天")), 0, Qt.AlignmentFlag.AlignBottom)
        else:
            row.addWidget(Small(theme, _("已过{days}天").format(days=-left)), 0, Qt.AlignmentFlag.AlignVCenter)
        return row
