"""One report on the start page: the newest as a card with its progress, the others as rows."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from resources.i18n import N_, _
from ui.editor.parts_column import STATE_ICONS
from ui.editor.states import State
from ui.icons import Icons
from ui.library import writing_year
from ui.parts.buttons import PlainButton, PrimaryButton, ToolButton
from ui.parts.frames import Card
from ui.parts.marks import Chip
from ui.parts.text import ElidedLabel, Heading, Small
from ui.start_page.model import ReportEntry
from ui.theme import Theme

LIVES = {
    "drafting": (N_("编写中"), "neutral"),
    "reviewing": (N_("已送审"), "accent"),
    "submitted": (N_("已报送"), "green"),
    "published": (N_("已公开"), "green"),
}
_ACTIONS = (
    ("rename", N_("改名…")),
    ("duplicate", N_("复制一份")),
    ("reviewing", N_("标为已送审")),
    ("published", N_("标为已公开")),
    ("drafting", N_("退回编写中")),
    ("next_year", N_("从这份新建下一年")),
    ("archive", N_("归档")),
    ("trash", N_("移到回收站")),
)


class ReportCard(Card):
    """A report with its ways on.

    Signals:
        opened(): continue with it.
        action_requested(str): something from its menu.
    """

    opened = Signal()
    action_requested = Signal(str)

    def __init__(
        self, entry: ReportEntry, theme: Theme, icons: Icons, *, large: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, accent=large, parent=parent)
        self.entry, self._theme, self._icons = entry, theme, icons
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(16), theme.px(16), theme.px(16))
        row.setSpacing(theme.px(16))
        row.addWidget(self._year(large), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._middle(large), 1)
        words, tone = LIVES.get(entry.life, LIVES["drafting"])
        side = Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag.AlignVCenter
        if entry.life != "drafting":
            row.addWidget(
                Chip(theme, _(words), tone), 0, Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag.AlignVCenter
            )
        self.open_button = PrimaryButton(theme, _("继续写")) if large else PlainButton(theme, _("打开"))
        self.open_button.clicked.connect(self.opened)
        self.open_button.setAccessibleName(_("打开 {title}").format(title=entry.title))
        if large and entry.year is not None and entry.year < writing_year(datetime.now()):
            begin = PlainButton(theme, _("新建{year}年度").format(year=entry.year + 1))
            begin.clicked.connect(lambda: self.action_requested.emit("next_year"))
            row.addWidget(begin, 0, side)
        row.addWidget(self.open_button, 0, side)
        row.addWidget(self._more(), 0, side)

    def _year(self, large: bool) -> QWidget:
        year = Heading(self._theme, str(self.entry.year or "—"), "display" if large else "title")
        year.setMinimumWidth(self._theme.px(64))
        return year

    def _middle(self, large: bool) -> QVBoxLayout:
        entry, theme = self.entry, self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        title = ElidedLabel(theme, "subtitle" if large else "body")
        title.set_text(entry.title or _("（还没有标题）"))
        column.addWidget(title)
        saved = entry.changed.astimezone()
        told = _("{moment}保存").format(moment=f"{saved.year}年{saved.month}月{saved.day}日{saved:%H:%M}")
        if entry.office and not entry.title.startswith(entry.office):
            told = f"{entry.office}，{told}"
        column.addWidget(Small(theme, told))
        if large:
            column.addSpacing(theme.px(8))
            column.addLayout(self._progress())
            column.addWidget(Small(theme, self._words()))
        return column

    def _progress(self) -> QHBoxLayout:
        """One icon a part, in order, its title as tooltip."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        for title, state in self.entry.parts:
            name, token = STATE_ICONS[state]
            mark = QLabel()
            mark.setPixmap(self._icons.pixmap(name, token, self._theme.px(16)))
            mark.setToolTip(f"{_(title)}：{_(state.value)}")
            mark.setAccessibleName(f"{_(title)}：{_(state.value)}")
            row.addWidget(mark)
        row.addWidget(Small(self._theme, _("{count}个部分").format(count=len(self.entry.parts))))
        row.addStretch(1)
        return row

    def _words(self) -> str:
        counts = Counter(state for _title, state in self.entry.parts)
        order = (State.DONE, State.BEGUN, State.PROBLEM, State.EMPTY, State.OPTIONAL)
        return "　".join(f"{counts[state]}{_(state.value)}" for state in order if counts[state])

    def _more(self) -> ToolButton:
        button = ToolButton(self._theme, self._icons, "more")
        button.setToolTip(_("更多"))
        button.setAccessibleName(_("更多"))
        menu = QMenu(button)
        for action, words in _ACTIONS:
            if action == self.entry.life:
                continue
            text = _("取消归档") if action == "archive" and self.entry.archived else _(words)
            name = "unarchive" if action == "archive" and self.entry.archived else action
            menu.addAction(text).triggered.connect(lambda _checked=False, what=name: self.action_requested.emit(what))
        button.setMenu(menu)
        button.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        return button
