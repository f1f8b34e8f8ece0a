"""体检 in the side panel: the list follows the report, the text follows the list."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from report.checking.finding import Finding
from report.checking.ignoring import key_of
from report.checking.repairing import same_kind
from report.texts import texts
from resources.i18n import N_, _
from ui.checking.deeds import each_change, leave, put_right, take_up
from ui.checking.list import FindingList
from ui.checking.model import FindingModel
from ui.checking.nothing import Nothing
from ui.checking.reasons import reasons_menu
from ui.checking.rows import place_of, place_words
from ui.checking.top import CheckTop, Filter
from ui.fields.base import finish_typing
from ui.icons import Icons
from ui.mnemonics import with_mnemonic
from ui.panel.page import PanelPage
from ui.parts.buttons import ToolButton
from ui.parts.lines import Separator
from ui.status_line import clock
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.editor.workplace import Workplace


class CheckPage(PanelPage):
    """The page 体检.

    Signals:
        repaired(str): several places were put right; a sentence for a bar that offers to undo it.
        record_wished(CheckState): the list is to be saved.
        rules_wished(), words_wished(): what is checked, and the office's own words, are to be changed.
    """

    title = N_("体检")
    width_wanted = 452
    repaired = Signal(str)
    record_wished = Signal(object)
    rules_wished = Signal()
    words_wished = Signal()

    def __init__(self, workplace: "Workplace", labels: Mapping[str, str], theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._workplace, self._opened = workplace, workplace.desk.opened
        self._watch, self._marks, self._reach = workplace.watch, workplace.finding_marks, workplace.check_reach
        self._labels, self._theme = labels, theme
        self._awake = False
        self.model = FindingModel(self._opened.type, labels, self)
        self.top = CheckTop(theme, icons)
        self.list = FindingList(theme, icons, self.model)
        self.nothing = Nothing(theme, icons)
        self.again = self._tool(icons, "retry", _("从头再查一遍"))
        self.save = ToolButton(theme, icons, "export", _("存清单"))
        self.more = self._tool(icons, "settings", _("体检设置"))
        self._add_menu()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(Separator(theme))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1)
        self._connect()

    def _connect(self) -> None:
        card = self.list.card
        self._watch.checked.connect(self._follow)
        self.top.chosen.connect(self._filter)
        self.list.shown.connect(lambda one: self._go(one, focus=False))
        self.list.chosen.connect(lambda one: self._go(one, focus=True))
        self.again.clicked.connect(self._check_again)
        self.save.clicked.connect(self._save)
        card.fix_wished.connect(self.fix)
        card.alike_wished.connect(self.fix_alike)
        card.go_wished.connect(lambda: self._go(self.list.current, focus=True))
        card.ignore_wished.connect(self._ask_reason)
        card.heed_wished.connect(self._heed)

    def _add_menu(self) -> None:
        menu = QMenu(self.more)
        menu.addAction(with_mnemonic(_("检查哪些…"), "R"), self.rules_wished.emit)
        menu.addAction(with_mnemonic(_("本单位错词表…"), "W"), self.words_wished.emit)
        self.more.setMenu(menu)
        self.more.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)

    def _tool(self, icons: Icons, icon: str, words: str) -> ToolButton:
        tool = ToolButton(self._theme, icons, icon)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        return tool

    # A page of the panel

    def tools(self) -> Sequence[QWidget]:
        """Check again, save the list, choose what is checked."""
        return (self.again, self.save, self.more)

    def wake(self) -> None:
        """Show what is found now, and follow it."""
        self._awake = True
        self._watch.now()
        self._follow()

    def rest(self) -> None:
        """Stop following; no finding is set off in the text any more."""
        self._awake = False
        self._marks.set_current(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text: to the open finding, else where the cursor was."""
        finding = self.list.current
        if event.key() == Qt.Key.Key_Escape and finding is not None:
            self._go(finding, focus=True)
        else:
            super().keyPressEvent(event)

    # Walking

    def step(self, step: int) -> None:
        """Go to the next finding (1) or the one before (-1); from the cursor where none is open."""
        finish_typing()
        self._watch.now()
        findings = self.model.findings
        if not findings:
            return
        row = self.model.row_of(self.list.current)
        shown = [self.model.row_of(one) for one in findings]
        if row >= 0:
            at = (shown.index(row) + step) % len(shown)
        else:
            at = self._first_from_cursor(findings) if step > 0 else len(shown) - 1
        self.list.open(shown[at])
        self._show_card()
        self.list.reveal()
        self._go(findings[at], focus=not self.isAncestorOf(self._focus() or self))

    def _first_from_cursor(self, findings: Sequence[Finding]) -> int:
        cursor = self._reach.cursor()
        if cursor is None:
            return 0
        order = {spot.place: number for number, (spot, _text) in enumerate(texts(self._opened.report))}
        here = order.get(cursor[0], -1), cursor[1]
        behind = (
            number
            for number, one in enumerate(findings)
            if one.spot is not None and (order.get(one.spot.place, -1), one.start) >= here
        )
        return next(behind, 0)

    def _go(self, finding: Finding | None, *, focus: bool) -> None:
        """Show a finding in the text; with `focus` the clerk writes on there."""
        if finding is None:
            return
        self._show_card()
        self._marks.set_current(finding)
        if finding.spot is not None:
            self._reach.select(finding.spot, finding.start, finding.end, focus=focus)
        elif focus and place_of(finding).section:
            self.place_wished.emit(place_of(finding), 0)

    def _focus(self) -> QWidget | None:
        window = self.window()
        return window.focusWidget()

    # Putting right

    def fix(self) -> None:
        """Put the open finding right and go to the next."""
        finding = self._fresh(self.list.current)
        if finding is None or not finding.changes:
            return
        row = self.model.row_of(finding)
        if put_right(self._opened, [finding]):
            self._after(row)
            if len(finding.changes) > 1:
                self.repaired.emit(_("已改{count}处。").format(count=len(finding.changes)))

    def fix_alike(self) -> None:
        """Show all that the same repair puts right; do it for those that are wanted, as one step."""
        from ui.checking.alike import AlikeDialog, ChangeModel

        finding = self._fresh(self.list.current)
        if finding is None:
            return
        wanted = each_change(same_kind(finding, self.model.findings))
        report = self._opened.report
        words = dict(texts(report))
        places = {
            change.spot: place_words(one, report, self._opened.type, self._labels)
            for one in wanted
            for change in one.changes[:1]
        }
        dialog = AlikeDialog(ChangeModel(wanted, words, places), self._theme, self.window())
        if dialog.exec() and (chosen := dialog.wanted):
            row = self.model.row_of(finding)
            count = put_right(self._opened, chosen)
            self._after(row)
            self.repaired.emit(_("已改{count}处。").format(count=count))

    def _fresh(self, finding: Finding | None) -> Finding | None:
        """The same finding in the report as it is now; None when it is no more."""
        finish_typing()
        self._watch.now()
        row = self.model.row_of(finding)
        return self.model.finding(self.model.index(row)) if row >= 0 else None

    def _after(self, row: int) -> None:
        """The report was changed from here: show it, and open what stands in the row now."""
        self._reach.show_report()
        self._watch.now()
        rows = range(self.model.rowCount())
        following = [at for at in rows if at >= row and self.model.finding(self.model.index(at)) is not None]
        last = [at for at in rows if self.model.finding(self.model.index(at)) is not None]
        at = following[0] if following else last[-1] if last else -1
        self.list.open(at)
        self._show_card()
        self.list.reveal()
        self._go(self.list.current, focus=False)

    # Ignoring

    def _ask_reason(self) -> None:
        menu = reasons_menu(self.ignore, self)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.list.card.ignore
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def ignore(self, reason: str) -> None:
        """Leave the open finding as it is."""
        finding = self._fresh(self.list.current)
        if finding is not None:
            row = self.model.row_of(finding)
            leave(self._opened, finding, reason, self._watch.setting.who)
            self._after(row)

    def _heed(self) -> None:
        finding = self._fresh(self.list.current)
        if finding is not None:
            row = self.model.row_of(finding)
            take_up(self._opened, finding)
            self._after(row)

    # What is shown

    def _check_again(self) -> None:
        finish_typing()
        self._watch.again()

    def _save(self) -> None:
        finish_typing()
        self.record_wished.emit(self._watch.now())

    def _filter(self) -> None:
        self.list.open(-1)
        self._follow()
        self._marks.set_current(None)

    def _follow(self) -> None:
        state = self._watch.state
        if not self._awake or state is None:
            return
        current = self.list.current
        self.top.show_counts(state)
        shown = self.top.filter.of(state)
        self.model.show_findings(shown, state.report)
        self.list.open(self.model.row_of(current))
        self._show_card()
        total = len(state.standing)
        told = _("{time}查完，共{count}处") if total else _("{time}查完")
        self.meta_changed.emit(told.format(time=clock(state.moment), count=total))
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.show_state(state, self.top.filter)

    def _show_card(self) -> None:
        finding = self.list.current
        if finding is None:
            return
        report = self._opened.report
        alike = len(same_kind(finding, self.model.findings))
        place = self.model.place_words(self.list.currentIndex())
        ignored = report.ignored.get(key_of(finding)) if self.top.filter is Filter.IGNORED else None
        self.list.card.show_finding(finding, place, alike, ignored)
        self.list.arrange()
