"""The line at the bottom: where the last change is, how long the report is, the zoom."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.i18n import _
from ui.autosave import SaveState, Saving
from ui.icons import Icons
from ui.painting import shapes
from ui.parts.labels import Link, Small
from ui.parts.marks import StateMark
from ui.theme import Theme


class StatusLine(QWidget):
    """Save state at the left, count beside it, zoom at the right.

    Signals:
        unread_wished(): what came from last year and was not looked at is to be listed.
    """

    unread_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoFillBackground(True)
        self.saving = StateMark(theme, icons)
        self.count, self.hint = StateMark(theme, icons), Small(theme)
        self.hint.hide()
        self.unread = Link(theme, "")
        self.unread.hide()
        self.unread.clicked.connect(self.unread_wished)
        self.help, self.zoom = Small(theme), Small(theme)
        row = QHBoxLayout(self)
        row.addWidget(self.saving)
        row.addWidget(self.count)
        row.addWidget(self.hint)
        row.addWidget(self.unread)
        row.addStretch(1)
        row.addWidget(self.help)
        row.addWidget(self.zoom)
        self._row = row
        theme.changed.connect(self._style)
        self._style()

    def show_state(self, state: SaveState) -> None:
        """Say where the last change is."""
        if state.saving is Saving.FAILED:
            since = clock(state.since)
            text = _("没存上：{since}起{count}处修改").format(since=since, count=state.unsaved)
            self.saving.show_state("unsaved", "red", text, strong=True)
        elif state.saving is Saving.WAITING:
            self.saving.show_state("rename", "second", _("正在保存…"))
        elif state.moment is not None:
            self.saving.show_state("done", "green", _("已保存 {time}").format(time=clock(state.moment)))
        else:
            self.saving.show_state("done", "green", _("已保存"))

    def show_place(self, folder: str) -> None:
        """On the start page: where the data are."""
        self.saving.show_state("", "second", _("数据在 {folder}").format(folder=folder))
        self.count.show_state("", "second", _("本机使用，不联网"))
        self.show_unread(0)
        self.help.setText("")

    def show_count(self, count: int, limit: int | None) -> None:
        """How long the whole report is."""
        text = _("全文{count:,}字").format(count=count)
        over = limit is not None and count > limit
        text += _("，上限{limit:,}字").format(limit=limit) if limit else ""
        self.count.show_state("should" if over else "", "amber" if over else "second", text)

    def show_unread(self, count: int) -> None:
        """How much of the report still reads as last year's; 0 for none."""
        self.unread.setText(_("{count}段未改动").format(count=count))
        self.unread.setVisible(bool(count))

    def show_hint(self, what: str, keys: str) -> None:
        """What is said of the value that has the focus, in place of the count; "" for none."""
        self.hint.setText(what)
        self.hint.setVisible(bool(what))
        self.count.setVisible(not what)
        self.help.setText(keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """F6 comes by: what it says is its name for screen readers."""
        told = self.hint.text() or self.count.text
        unread = self.unread.text() if self.unread.isVisibleTo(self) else ""
        words = (self.saving.text, told, unread, self.help.text(), self.zoom.text())
        self.setAccessibleName("，".join(word for word in words if word))
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            edge, ring = shapes.edge, self._theme.size("ring")
            edge(QPainter(self), self.rect(), 0, self._theme.colour("accent"), ring)

    def _style(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.px(28))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(16))
        self.zoom.setText(f"{round(theme.zoom * 100)}%")


def clock(moment: datetime | None) -> str:
    """Hours and minutes here; the day too when it is not today."""
    if moment is None:
        return ""
    here = moment.astimezone()
    today = datetime.now().astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here.month}月{here.day}日{here:%H:%M}"
