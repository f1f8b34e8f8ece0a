"""The start page: reports at the left, deadlines and hints at the right; files can be dropped anywhere."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from report.template import Deadline
from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import PlainButton
from ui.parts.lines import Separator
from ui.parts.scroll import Scroll
from ui.parts.text import Heading, Link, Small
from ui.settings import Settings
from ui.start_page.begin import BeginCards
from ui.start_page.cards import ReportCard
from ui.start_page.deadlines import Deadlines
from ui.start_page.hints import Hints
from ui.start_page.model import ReportEntry
from ui.start_page.report_list import ReportList
from ui.theme import Theme

_WIDTH, _SIDE, _APART = 816, 336, 32
_NARROW = 960
"""Width below which the two columns stand one below the other."""


class StartPage(QWidget):
    """All reports.

    Signals:
        opened(str): continue with the report of that id.
        action_requested(str, str): an action (rename, duplicate, archive, trash, restore, purge, state) on a report.
        new_requested(str): begin a report for the office typed ("" none).
        import_requested(): choose a file to import.
        paths_dropped(list): import these files.
        sample_requested(): open the sample.
        settings_requested(): change the settings.
        hints_dismissed(): do not show the hints again.
    """

    opened = Signal(str)
    action_requested = Signal(str, str)
    new_requested = Signal(str)
    import_requested = Signal()
    paths_dropped = Signal(object)
    sample_requested = Signal()
    settings_requested = Signal()
    hints_dismissed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.setAcceptDrops(True)
        self._show_archived = self._show_trash = False
        self._entries: Sequence[ReportEntry] = ()
        self._row: QHBoxLayout | None = None
        self._scroll = Scroll(theme)
        self._content = QWidget()
        self._scroll.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._unfolded: set[int | None] = set()
        self.list: ReportList | None = None
        self.begin: BeginCards | None = None

    @property
    def cards(self) -> Sequence[ReportCard]:
        """The cards that are shown."""
        return self.list.cards if self.list is not None else ()

    def show_reports(
        self,
        entries: Sequence[ReportEntry],
        deadlines: Sequence[tuple[Deadline, date]],
        settings: Settings,
        data: Path,
    ) -> None:
        """Show the reports, the nearest deadlines and, the first time, the hints."""
        self._entries = entries
        content = QWidget()
        row = QHBoxLayout(content)
        self._row = row
        theme = self._theme
        row.setContentsMargins(theme.px(24), theme.px(28), theme.px(24), theme.px(24))
        row.setSpacing(theme.px(_APART))
        row.addStretch(1)
        left, right = QWidget(), QWidget()
        left.setMaximumWidth(theme.px(_WIDTH))
        right.setMaximumWidth(theme.px(_SIDE))
        right.setMinimumWidth(theme.px(_SIDE - 60))
        row.addWidget(left, 1000)
        row.addWidget(right, 400)
        self._fill_left(left, entries, settings)
        self._fill_right(right, deadlines, settings)
        row.addStretch(1)
        self._scroll.setWidget(content)
        self._content = content
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns below each other where two do not fit."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        if self._row is not None:
            narrow = self.width() < self._theme.px(_NARROW)
            ways = QBoxLayout.Direction
            self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _fill_left(self, left: QWidget, entries: Sequence[ReportEntry], settings: Settings) -> None:
        theme = self._theme
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        if all(one.id == settings.sample or one.trashed for one in entries):
            self.begin = BeginCards(theme, self._icons, settings.office)
            self.begin.new_requested.connect(self.new_requested)
            self.begin.import_requested.connect(self.import_requested)
            self.begin.sample_requested.connect(self.sample_requested)
            column.addWidget(self.begin)
            self.begin.office.setFocus()
        else:
            self.begin = None
            column.addLayout(self._head(settings))
        shown = [one for one in entries if not one.trashed and (self._show_archived or not one.archived)]
        self.list = ReportList(self._theme, self._icons, shown, self._unfolded, large=self.begin is None)
        self.list.opened.connect(self.opened)
        self.list.action_requested.connect(self.action_requested)
        column.addWidget(self.list)
        self._fold(column, _("已归档{count}份"), [one for one in entries if one.archived and not one.trashed])
        self._fold_trash(column, [one for one in entries if one.trashed])
        if self.begin is None:
            column.addWidget(Small(theme, _("把去年的报告文本拖到这里，也能导入。本软件不得处理涉密信息。")))
        column.addStretch(1)

    def _head(self, settings: Settings) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Heading(theme, _("年度报告"), "display"))
        head.addWidget(Small(theme, settings.office), 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        importing = PlainButton(theme, _("从文件导入…"), self._icons, "folder")
        importing.clicked.connect(self.import_requested)
        new = PlainButton(theme, _("新建…"), self._icons, "plus")
        new.clicked.connect(lambda: self.new_requested.emit(""))
        head.addWidget(importing)
        head.addWidget(new)
        return head

    def _fold(self, column: QVBoxLayout, text: str, entries: Sequence[ReportEntry]) -> None:
        if entries and not self._show_archived:
            link = Link(self._theme, text.format(count=len(entries)))
            link.clicked.connect(self._unfold_archived)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _fold_trash(self, column: QVBoxLayout, entries: Sequence[ReportEntry]) -> None:
        if not entries:
            return
        link = Link(self._theme, _("回收站里有{count}份").format(count=len(entries)))
        menu = QMenu(link)
        for entry in entries:
            sub = menu.addMenu(f"{entry.year or ''} {entry.title}".strip())
            for action, words in (("restore", _("恢复")), ("purge", _("彻底删除"))):
                sub.addAction(words).triggered.connect(
                    lambda _checked=False, what=action, one=entry.id: self.action_requested.emit(what, one)
                )
        link.clicked.connect(lambda *_a: menu.exec(link.mapToGlobal(link.rect().bottomLeft())))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold_archived(self) -> None:
        self._show_archived = True
        self.settings_changed_refresh()

    def settings_changed_refresh(self) -> None:
        """Ask the window to show the page anew."""
        self.action_requested.emit("refresh", "")

    def _fill_right(self, right: QWidget, deadlines: Sequence[tuple[Deadline, date]], settings: Settings) -> None:
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        dates = Deadlines(self._theme, self._icons, deadlines)
        dates.settings_requested.connect(self.settings_requested)
        column.addWidget(dates)
        if settings.hints:
            column.addSpacing(self._theme.px(24))
            hints = Hints(self._theme, self._icons, settings)
            hints.settings_requested.connect(self.settings_requested)
            hints.dismissed.connect(self.hints_dismissed)
            column.addWidget(hints)
        column.addWidget(Separator(self._theme))
        sample = Link(self._theme, _("打开示例报告看看"))
        sample.clicked.connect(self.sample_requested)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.paths_dropped.emit(paths)
