"""The window: head, bars, start page or workplace, status line. It hands each wish to the room that fulfils it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from report.document import Place
from report.edits import set_numbering
from report.numbering import Scheme
from report.report import Report
from resources.i18n import _
from ui.actions import ACTIONS, WINDOW_KEYS
from ui.autosave import SaveState, Saving
from ui.bars import Bars
from ui.checking.commands import fix_finding, step_check
from ui.editor.steps import take_step
from ui.editor.workplace import Workplace
from ui.fields.base import finish_typing
from ui.finding.commands import begin_finding, step_finding
from ui.finding.scope import Scope
from ui.header import Header
from ui.icons import Icons
from ui.parts.lines import Separator
from ui.regions import Region, go_round
from ui.session import Session
from ui.start_page.page import StartPage
from ui.status_line import StatusLine
from ui.tab_order import next_stop
from ui.theme import Theme

_ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        wished(str): an action of the table that the window cannot do by itself.
        closing(): the window is about to close; what is unsaved must be saved now.
        zoom_wished(int): another zoom, as a percentage.
        retry_wished(): save again.
        rescue_wished(): save a copy elsewhere.
        painted(): the window was painted for the first time.
        start_page_made(StartPage): it is made when it is first needed, which after a restart it often is not.
    """

    wished = Signal(str)
    closing = Signal()
    zoom_wished = Signal(int)
    retry_wished = Signal()
    rescue_wished = Signal()
    painted = Signal()
    start_page_made = Signal(object)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.session: Session | None = None
        self._was_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        handlers = {one.id: self._handler(one.id) for one in ACTIONS}
        self.header = Header(theme, icons, handlers)
        self.bars = Bars(theme, icons)
        self.bars.retry_wished.connect(self.retry_wished)
        self.bars.rescue_wished.connect(self.rescue_wished)
        self._start_page: StartPage | None = None
        self.status = StatusLine(theme, icons)
        self.stack = QStackedWidget()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Separator(theme))
        column.addWidget(self.bars)
        column.addWidget(self.stack, 1)
        column.addWidget(Separator(theme))
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.setMinimumSize(theme.px(800), theme.px(520))
        self.header.show_report_tools(False)
        for action in self.header.actions_by_id.values():
            self.addAction(action)
        self._make_keys()

    def _handler(self, name: str) -> Callable[[], object]:
        own: Mapping[str, Callable[[], object]] = {
            "undo": self._undo,
            "redo": self._redo,
            "find": lambda: self._with_workplace(begin_finding),
            "replace": lambda: self._with_workplace(lambda workplace: begin_finding(workplace, replacing=True)),
            "find_all": lambda: self._with_workplace(lambda workplace: begin_finding(workplace, Scope.WHOLE)),
            "find_next": lambda: self._with_workplace(lambda workplace: step_finding(workplace, 1)),
            "find_previous": lambda: self._with_workplace(lambda workplace: step_finding(workplace, -1)),
            "next_finding": lambda: self._with_workplace(lambda workplace: step_check(workplace, 1)),
            "previous_finding": lambda: self._with_workplace(lambda workplace: step_check(workplace, -1)),
            "fix_finding": lambda: self._with_workplace(fix_finding),
            "organise": lambda: self._with_workplace(Workplace.organise),
            "numbering": self._switch_numbering,
            "previous_part": lambda: self._with_workplace(lambda workplace: workplace.step_part(-1)),
            "next_part": lambda: self._with_workplace(lambda workplace: workplace.step_part(1)),
            "help": self._show_help,
            "input_method": self._show_input_method,
            "save": self._save_now,
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self.zoom_wished.emit(100),
            "shortcuts": self._show_shortcuts,
            "quit": self.close,
        }
        panel = next((one.panel for one in ACTIONS if one.id == name), "")
        if panel and name not in own:
            return lambda: self._with_workplace(lambda workplace: workplace.toggle_panel(panel))
        return own.get(name) or (lambda: self.wished.emit(name))

    # Start page and report

    @property
    def start_page(self) -> StartPage:
        """The page with all reports."""
        if self._start_page is None:
            self._start_page = StartPage(self._theme, self._icons)
            self.stack.addWidget(self._start_page)
            self.start_page_made.emit(self._start_page)
        return self._start_page

    def show_start(self) -> None:
        """Leave the report; show the start page."""
        session, self.session = self.session, None
        self.stack.setCurrentWidget(self.start_page)
        if session is not None:
            session.workplace.close_panel()
            self.stack.removeWidget(session.workplace)
            session.workplace.deleteLater()
            session.autosave.deleteLater()
        self.header.show_report_tools(False)
        self.setWindowTitle(_("呈报"))

    def show_session(self, session: Session, limit: int | None) -> None:
        """Show an open report."""
        self.session = session
        workplace, opened = session.workplace, session.opened
        self.stack.addWidget(workplace)
        self.stack.setCurrentWidget(workplace)
        self.header.show_report_tools(True)
        opened.history_changed.connect(self._show_history)
        opened.changed.connect(self._show_title)
        session.autosave.state_changed.connect(self._show_saving)
        workplace.part_changed.connect(lambda _part: session.autosave.flush())
        workplace.counted.connect(lambda count: self.status.show_count(count, limit))
        workplace.hinted.connect(self.status.show_hint)
        if opened.report.carried:
            self._tell_unread(session)
        workplace.noticed.connect(self.bars.tell)
        workplace.warned.connect(self.bars.warn)
        workplace.undoable.connect(lambda text: self.bars.offer_undo(text, self._undo))
        workplace.import_wished.connect(lambda: self.wished.emit("import_file"))
        workplace.panel.opened.connect(self.header.show_panel)
        workplace.watch.checked.connect(self._show_check)
        self._show_check()
        self.header.show_panel(workplace.panel.current)
        self._show_history()
        self._show_title()
        self._show_saving(session.autosave.state)
        workplace.count()

    def _tell_unread(self, session: Session) -> None:
        from ui.last_year.unread import Unread

        unread = Unread(session.opened, self._theme, self._icons, self)
        unread.counted.connect(self.status.show_unread)
        unread.place_wished.connect(self.show_place)
        self.status.unread_wished.connect(unread.show_list)
        unread.count()

    def show_place(self, place: Place) -> None:
        """Show a place of the open report."""
        self._with_workplace(lambda workplace: workplace.show_place(place))

    @property
    def report(self) -> Report | None:
        """The open report."""
        return self.session.opened.report if self.session else None

    def _with_workplace(self, act: "Callable[[Workplace], None]") -> None:
        if self.session is not None:
            act(self.session.workplace)

    def _show_help(self) -> None:
        if self.session is not None:
            self.session.workplace.toggle_help()
        else:
            self.header.show_panel("")
            self.wished.emit("help")

    def _show_input_method(self) -> None:
        from ui.dialogs.input_method import InputMethodDialog

        InputMethodDialog(self._theme, self._icons, self).exec()

    def _go_round(self, step: int) -> None:
        status: Region = (self.status, lambda: self.status)
        self._with_workplace(lambda workplace: go_round((*workplace.regions(), status), step))

    def _make_keys(self) -> None:
        """The keys that stand in no menu."""
        deeds: Mapping[str, Callable[[int], object]] = {
            "part": lambda place: self._with_workplace(lambda workplace: workplace.show_nth(place)),
            "round": lambda _place: self._go_round(1),
            "round_back": lambda _place: self._go_round(-1),
        }
        for key in WINDOW_KEYS:
            for place, keys in enumerate(key.keys):
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(partial(deeds[key.deed], place))

    def _show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._theme, self).exec()

    def _undo(self) -> None:
        if self.session is not None:
            finish_typing()
            self.session.opened.undo()

    def _redo(self) -> None:
        if self.session is not None:
            finish_typing()
            self.session.opened.redo()

    def _save_now(self) -> None:
        if self.session is not None:
            finish_typing()
            self.session.autosave.flush()
            self.bars.tell(_("每次修改都会自动存好，现在也存了一次。"))

    def _switch_numbering(self) -> None:
        if self.session is None:
            return
        opened = self.session.opened
        other = Scheme.THREE if opened.report.numbering is Scheme.FOUR else Scheme.FOUR
        name = _("编号改为{scheme}").format(scheme=other.value)
        take_step(opened, name, Place(""), lambda report: set_numbering(report, other))
        self.session.workplace.show_step(Place(""))
        self.bars.tell(_("编号方式已改为：{scheme}").format(scheme=other.value))

    # What is shown of the report's state

    def _show_history(self) -> None:
        if self.session is not None:
            opened = self.session.opened
            self.bars.withdraw_undo()
            self.header.show_history(opened.undo_name, opened.redo_name)

    def _show_check(self) -> None:
        state = self.session.workplace.watch.state if self.session else None
        self.header.show_findings(len(state.standing) if state is not None else 0)

    def _show_title(self, *_place: object) -> None:
        report = self.report
        if report is not None:
            name = _("{year}年度报告").format(year=report.year) if report.year else _("年度报告")
            parts = [name, report.front.office, _("呈报")]
            self.setWindowTitle(" — ".join(part for part in parts if part))

    def _show_saving(self, state: SaveState) -> None:
        self.status.show_state(state)
        if state.saving is Saving.FAILED:
            self.bars.show_failure(state)
        else:
            self.bars.clear_failure(state)

    # The window itself

    def _zoom(self, step: int) -> None:
        percent = round(self._theme.zoom * 100)
        nearest = min(range(len(_ZOOMS)), key=lambda place: abs(_ZOOMS[place] - percent))
        self.zoom_wished.emit(_ZOOMS[max(0, min(nearest + step, len(_ZOOMS) - 1))])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the whole window."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self._zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the window as it is laid out."""
        stop = next_stop(self.centralWidget(), self.focusWidget(), forward=next)
        if stop is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is put away."""
        super().changeEvent(event)
        if (event.type() == QEvent.Type.WindowStateChange and self.isMinimized()) or (
            event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        ):
            self.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def flush(self) -> None:
        """Send what is unsaved to the store."""
        if self.session is not None:
            self.session.autosave.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything first; stay open when that cannot be done and the clerk wants so."""
        finish_typing()
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def place_text(self) -> str:
        """Where the window stands, to be restored."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, text: str) -> None:
        """Stand where it stood, on a screen that is there (Qt sees to that); the first time 1366 × 768 at most."""
        if not (text and self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))):
            self.resize(self._theme.px(1366), self._theme.px(768))

    def come_forward(self) -> None:
        """Be seen: another start asked for this window."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()
