"""The tab 指标数据: the sheet of all indicators, and the pane with all about one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from report.document import FIGURES, Place
from report.indicators.rows import Filter, GroupRows, count_rows, only, picked
from report.indicators.searching import search
from resources.i18n import _
from ui.editor.page import Desk, Page
from ui.figures.deeds import Deeds
from ui.figures.detail import DetailPane
from ui.figures.head import SheetHead, SheetTools
from ui.figures.ledger import ledger_of
from ui.figures.view import FigureView
from ui.parts.empty import EmptyState, Way
from ui.parts.lines import Separator

_PANE, _WIDE_PANE, _WIDE = 300, 360, 1300
_LEAST_SHEET, _NARROW_SHEET = 600, 480
"""Pixels at 100 %: the pane, the width of the page from which it is wide, what the sheet keeps beside it: of itself,
and when the pane was opened there."""
_PANE_CHOICE = "figures-pane"


class FiguresPage(Page):
    """All indicators of the report.

    Signals:
        history_wished(): the values of earlier years are to be looked up.
    """

    history_wished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ledger = ledger_of(desk.opened)
        self.head, self.tools = SheetHead(desk.theme, desk.icons), SheetTools(desk.theme, desk.icons)
        self.view = FigureView(self.ledger, desk.theme, desk.icons)
        self.deeds = Deeds(self.view, self.ledger, desk.theme, desk.new_id)
        self.pane = DetailPane(self.ledger, desk.theme, desk.icons, self)
        self._line = Separator(desk.theme, Qt.Orientation.Vertical, self)
        self.nothing = self._nothing()
        self._filter, self._words = Filter.ALL, ""
        self._ids: frozenset[str] | None = None
        """What search and filter let through when they were chosen: a row that is filled in stays until then."""
        self._asked = self._opened_here = False
        self._rows: tuple[GroupRows, ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setSpacing(0)
        for widget in (self.head, self.tools):
            self._body.addWidget(widget)
        self._body.addWidget(self.view, 1)
        self._body.addWidget(self.nothing, 1)
        self._connect()
        self._style()
        self.show_report()

    def _connect(self) -> None:
        view, tools, pane = self.view, self.tools, self.pane
        self.ledger.changed.connect(self._follow)
        self.head.paste_wished.connect(self.deeds.paste)
        self.head.own_wished.connect(self.deeds.add_own)
        self.head.register_wished.connect(self.deeds.register)
        tools.set_menu(self._more_menu())
        tools.searched.connect(self._search)
        tools.filtered.connect(self._choose_filter)
        tools.groups_wished.connect(self.deeds.choose_groups)
        tools.left.connect(self._enter_sheet)
        view.walked.connect(self._note_walk)
        view.details_wished.connect(self._show_details)
        self.deeds.noticed.connect(self.noticed)
        self.deeds.place_wished.connect(self.place_wished)
        pane.closed.connect(self._close_pane)
        pane.place_wished.connect(self.place_wished)
        self.desk.theme.changed.connect(self._style)

    def _nothing(self) -> EmptyState:
        """What stands where search or filter let nothing through, or no group is shown."""
        ways = (Way("columns", _("显示全部"), _("去掉查找和筛选"), _("显示全部"), self.show_all),)
        return EmptyState(self.desk.theme, self.desk.icons, "table", _("没有符合的指标"), _("换一个名称或筛选。"), ways)

    def _more_menu(self) -> QMenu:
        menu = QMenu(self.tools)
        menu.addAction(_("显示哪些组…")).triggered.connect(lambda *_a: self.tools.wish_groups())
        menu.addAction(_("生成对比表附件")).triggered.connect(lambda *_a: self.deeds.attach_comparison())
        units = menu.addMenu(_("计量单位"))
        units.aboutToShow.connect(lambda: self._fill_units(units))
        return menu

    def _fill_units(self, menu: QMenu) -> None:
        menu.clear()
        found = self.deeds.choose_units()
        for action in found.actions():
            action.setParent(menu)
            menu.addAction(action)
        found.deleteLater()

    # What is shown

    def show_report(self) -> None:
        """Show the figures as they are now."""
        super().show_report()
        report = self.desk.opened.report
        self._rows = self.ledger.rows()
        counts = count_rows(self._rows)
        self.head.show_counts(counts, len(self.ledger.unregistered()))
        self.tools.show_counts(counts)
        shown = only(self._rows, self._ids)
        self.view.ignores_folds = self._ids is not None
        self.view.show_rows(shown, report.year)
        self.view.setVisible(bool(shown))
        self.nothing.setVisible(not shown)

    def _follow(self) -> None:
        if self.isVisible():
            self.show_report()
            self._tell_hint()
            self.ledger.text_counts.wish()
        else:
            self._shown = None

    def show_all(self) -> None:
        """No search, no filter."""
        self.tools.search.setText("")
        self._words, self._filter = "", Filter.ALL
        self.tools.choose(Filter.ALL)
        self._pick()

    def _search(self, words: str) -> None:
        self._words = words
        self._pick()

    def _choose_filter(self, which: object) -> None:
        self._filter = which if isinstance(which, Filter) else Filter.ALL
        self._pick()

    def _pick(self) -> None:
        """Let through what fits now."""
        known = self.ledger.known()
        ids = None if self._filter is Filter.ALL else picked(self.ledger.rows(), self._filter, known.findings)
        if self._words:
            found = frozenset(search(known.values, self._words))
            ids = found if ids is None else ids & found
        self._ids = ids
        self.show_report()

    def _enter_sheet(self) -> None:
        if self.view.isVisible():
            self.view.setFocus()

    # Where the clerk is

    def focus_place(self, place: Place, offset: int = 0) -> None:
        """Go to an indicator, which is shown whatever is looked for; the first one when the place names none."""
        del offset
        if place.field and not self.view.go_to(place.field) and place.field in self._known_ids():
            self.show_all()
            self.view.go_to(place.field)
        self.view.setFocus()

    def _known_ids(self) -> set[str]:
        return {row.id for group in self._rows for row in group.rows}

    def cursor_place(self) -> tuple[Place, int] | None:
        """The indicator that has the focus."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and self.view.indicator:
            return Place(FIGURES, self.view.indicator), 0
        return None

    def top(self) -> str:
        """The current indicator, to come back to."""
        return self.view.indicator

    def show_top(self, block: str) -> None:
        """Scroll to an indicator."""
        self.view.go_to(block)

    def _note_walk(self, indicator: str) -> None:
        self._tell_hint()
        self.cursor_moved.emit()
        if indicator:
            self.pane.show_indicator(indicator)

    def _tell_hint(self) -> None:
        self.hinted.emit(*self.view.hint())

    # The pane

    @property
    def pane_is_open(self) -> bool:
        """Whether the pane is seen."""
        return self.pane.isVisibleTo(self)

    def _show_details(self, indicator: str) -> None:
        """Enter: open the pane; when it is open, the editor of the value."""
        if self.pane_is_open:
            self.view.edit_current()
            return
        self.ledger.choose(_PANE_CHOICE, 1)
        self._opened_here = True
        self._arrange()
        self.pane.show_indicator(indicator)
        self.pane.show_again()

    def _close_pane(self) -> None:
        self.pane.finish()
        self.ledger.choose(_PANE_CHOICE, 0)
        self._opened_here = False
        self._arrange()
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the pane where it lies over the sheet."""
        if event.key() == Qt.Key.Key_Escape and self.pane_is_open and self._opened_here:
            self._close_pane()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """The pane at the right where there is room; opened where there is none it lies over the sheet."""
        theme, whole = self.desk.theme, self.width()
        pane = theme.px(_WIDE_PANE if whole >= theme.px(_WIDE) else _PANE)
        room = whole - pane >= theme.px(_NARROW_SHEET if self._opened_here else _LEAST_SHEET)
        wanted = bool(self.ledger.choice(_PANE_CHOICE, 1)) and (room or self._opened_here)
        margin = theme.size("page_margin")
        bleed = theme.px(8)
        beside = pane + theme.size("edge") if wanted and room else 0
        self._body.setContentsMargins(margin - bleed, 0, margin - bleed + beside, 0)
        for bar in (self.head, self.tools, self.nothing):
            bar.setContentsMargins(bleed, 0, bleed, 0)
        pane = min(pane, whole - theme.px(24))
        self.pane.setGeometry(whole - pane, 0, pane, self.height())
        self._line.setGeometry(whole - pane - theme.size("edge"), 0, theme.size("edge"), self.height())
        for widget in (self.pane, self._line):
            widget.setVisible(wanted)
            widget.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pane keeps to the right."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time the values of earlier years are asked for, once the sheet is painted."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self.history_wished.emit)
        if not self.view.currentIndex().isValid():
            self.view.show_first()
        self._arrange()
        self.pane.show_again()
        self.ledger.text_counts.wish()

    def hideEvent(self, event: QHideEvent) -> None:
        """The status line says nothing of it any more."""
        super().hideEvent(event)
        self.hinted.emit("", "")

    def _style(self) -> None:
        self._arrange()
