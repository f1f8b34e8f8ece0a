"""One open report at work: its outline, the page of the current part and the side panel, in step with the hub."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from report import edits
from report.counting import count_report
from report.document import FIGURES, Place
from report.report import Report
from report.template import FrontGroup, ReportType
from resources.i18n import _
from ui.checking.marks import FindingMarks
from ui.checking.watch import CheckWatch
from ui.editor.areas import Areas
from ui.editor.figures_watch import FiguresWatch
from ui.editor.handed_in import HandedIn
from ui.editor.outline_column import OutlineColumn
from ui.editor.page import Desk, Page
from ui.editor.panel_pages import PanelPages
from ui.editor.part_pages import PartPages
from ui.editor.reach import Reach
from ui.editor.section_page import PrefacePage, SectionPage
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE, parts_of, with_findings
from ui.editor.steps import take_step
from ui.fields.base import finish_typing
from ui.panel.side import SidePanel
from ui.parts.frames import Ground
from ui.preview.detached import DetachedPreview
from ui.regions import Region, first_stop, last_focus
from ui.remembered import RememberedPlace

_FOLLOW, _STAY = 30, 2000
"""Milliseconds after which the panel follows the cursor, and after which where it is will be remembered."""


class Workplace(QWidget):
    """The editor of one report.

    Signals:
        part_changed(str): another part is shown; what was typed before is to be saved.
        counted(int): the characters of the whole report.
        noticed(str), warned(str): a sentence for the bar.
        import_wished(): last year's report is to be imported.
        rested_at(RememberedPlace): the clerk has been there for a while.
        undoable(str): the last step was large: a sentence for a bar that offers to undo it.
        history_wished(): the values of earlier years are to be looked up for the sheet of figures.
        record_wished(CheckState): what was found and ignored is to be saved as a list.
        rules_wished(), words_wished(): what is checked, and the office's own words, are to be changed.
        hinted(str, str): what the status line says of the value that has the focus, "" for nothing.
    """

    part_changed = Signal(str)
    counted = Signal(int)
    noticed = Signal(str)
    warned = Signal(str)
    import_wished = Signal()
    rested_at = Signal(object)
    undoable = Signal(str)
    history_wished = Signal()
    record_wished = Signal(object)
    rules_wished = Signal()
    words_wished = Signal()
    hinted = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        groups: Sequence[FrontGroup],
        deadline: Callable[[], tuple[str, date] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._groups, self._deadline = desk, groups, deadline
        self.outline = OutlineColumn(desk.theme, desk.icons)
        self.column = self.outline.parts
        self.handed_in = HandedIn(desk.opened, self.outline, desk.theme, self)
        self.stack = QStackedWidget()
        self._pages = PartPages(self._make, self.stack)
        self._pages.made.connect(self._connect_page)
        self._panel_pages = PanelPages(self, groups)
        self.panel = SidePanel(desk.theme, desk.icons, self._panel_pages.makers)
        self.detached = DetachedPreview(self._panel_pages.preview_page, desk.theme, self)
        self.areas = Areas(desk.theme, self.outline, self._ground(), self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.areas)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW)
        self._follow.timeout.connect(self._tell_place)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY)
        self._stay.timeout.connect(lambda: self.rested_at.emit(self.remembered()))
        self._figures = FiguresWatch(desk.opened, self)
        self.watch = CheckWatch(desk.opened, self)
        self.check_reach = Reach(self, "checked")
        self.finding_marks = FindingMarks(self.watch, self.check_reach, self)
        self._connect()
        self._show_parts()

    def _connect(self) -> None:
        desk = self.desk
        self.outline.organise_wished.connect(self.organise)
        self.handed_in.place_wished.connect(self.show_place)
        self.column.chosen.connect(self.show_part)
        self.column.parts.move_requested.connect(self._move)
        self.panel.place_wished.connect(self.show_place)
        self.panel.noticed.connect(self.noticed)
        self.panel.left.connect(self.focus_text)
        self.detached.place_wished.connect(self.show_place)
        self.detached.put_back.connect(lambda: self.panel.show_page("preview"))
        self._figures.counted.connect(self._show_column)
        self.watch.checked.connect(self._show_column)
        self._figures.folded.connect(lambda: self.rested_at.emit(self.remembered()))
        desk.opened.rested.connect(self._note_change)
        desk.opened.stepped.connect(self.show_step)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow.start)

    def _ground(self) -> QWidget:
        """The white ground of what is being written."""
        ground = Ground(self.desk.theme, "surface")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        return ground

    # The panel

    def show_last_year(self, report: Report | None, report_type: ReportType | None = None) -> None:
        """Compare with last year's report from now on, None when there is none; `report_type` where it is another."""
        self._panel_pages.show_last_year(report, report_type)

    def detach_preview(self) -> None:
        """Show the preview in a window of its own instead."""
        self.panel.show_page("")
        self.detached.open()

    def toggle_panel(self, name: str) -> None:
        """Open a page of the panel or close it; a preview that has a window of its own comes forward."""
        if name == "preview" and self.detached.window is not None:
            self.detached.open()
        else:
            self.panel.toggle(name)

    def toggle_help(self) -> None:
        """Show the help of where the clerk is; close it when that is what it shows, or when the focus is in it."""
        if self.panel.current == "help" and self.panel.isAncestorOf(QApplication.focusWidget() or self):
            self.panel.show_page("")
            self.focus_text()
        else:
            self.show_help(self._help_place())

    def show_help(self, place: Place) -> None:
        """Show the help of a place, or close it when that is what it shows."""
        from ui.help.way import show_help

        show_help(self.panel, place)

    def _help_place(self) -> Place:
        """The cursor's place; the part when the outline or its page has the focus; else none."""
        page, focus = self.stack.currentWidget(), QApplication.focusWidget()
        found = page.cursor_place() if isinstance(page, Page) else None
        near = focus is None or self.outline.isAncestorOf(focus) or self.stack.isAncestorOf(focus)
        return found[0] if found else Place(self.current_part if near else "")

    def regions(self) -> tuple[Region, ...]:
        """What F6 goes round here."""
        panel = self.panel
        return (
            (self.outline, lambda: self.column),
            (self.stack, lambda: first_stop(self.stack.currentWidget() or self.stack)),
            (panel, lambda: first_stop(panel.page(panel.current)) if panel.current else None),
        )

    def focus_text(self) -> None:
        """Put the focus back where it was in the page; else into its first field that is seen, or what is there."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            fields = (one.editor.focus_target() for one in page.bindings)
            seen = (one for one in fields if one.isVisible())
            (last_focus(page) or next(seen, None) or first_stop(page) or page).setFocus()

    def _tell_place(self) -> None:
        """Let the panel follow the cursor; without one it shows the current part."""
        page = self.stack.currentWidget()
        place = page.cursor_place() if isinstance(page, Page) else None
        if place is None and not self.panel.isAncestorOf(QApplication.focusWidget() or self):
            place = Place(self.current_part), 0
        if place is not None:
            self.panel.show_place(*place)
            self.detached.show_place(*place)
        self._stay.start()

    # Where the clerk is

    def remembered(self) -> RememberedPlace:
        """Where the clerk is, to be kept."""
        page = self.stack.currentWidget()
        if not isinstance(page, Page):
            return RememberedPlace(self.current_part)
        place, offset = page.cursor_place() or (Place(self.current_part), 0)
        section = "" if place.section == self.current_part else place.section
        return RememberedPlace(self.current_part, place.field, place.block, offset, page.top(), section)

    def return_to(self, remembered: RememberedPlace) -> None:
        """Go where the clerk was; to the basic data when that is no more."""
        part = remembered.part if remembered.part in self._part_ids() else FRONT
        self.show_part(part)
        if part == remembered.part and remembered.field:
            page = self._pages.page(part)
            page.focus_place(remembered.place, remembered.offset)
            QTimer.singleShot(0, page, lambda: page.show_top(remembered.top))

    def close_panel(self) -> None:
        """End what the panel has running, before the report is left."""
        self.panel.close_pages()
        self.watch.close()
        self.detached.end()

    # Parts

    def show_part(self, part_id: str) -> None:
        """Show a part's page; what is being composed is committed first."""
        finish_typing()
        self.desk.opened.seal()
        page = self._pages.page(part_id)
        page.catch_up()
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
        self.column.select(part_id)
        self._note_clerk()
        self.finding_marks.show()
        self.part_changed.emit(part_id)

    def show_place(self, place: Place, offset: int = 0) -> None:
        """Show the part of a place and put the cursor there, behind `offset` characters as printed."""
        part = place.section if place.section in self._part_ids() else FRONT
        if any(one.id == place.section for one in self.desk.opened.report.attachments):
            part = ATTACHMENTS
        self.show_part(part)
        self._pages.page(part).focus_place(place, offset)

    @property
    def current_part(self) -> str:
        """The id of the part that is shown."""
        return self._pages.part_of(self.stack.currentWidget())

    def step_part(self, step: int) -> None:
        """Go to the part before (-1) or after (+1)."""
        self.show_nth((self.column.currentIndex().row() + step) % max(1, len(self.column.parts.parts)))

    def show_nth(self, place: int) -> None:
        """Go to the part at an index."""
        if 0 <= place < len(self.column.parts.parts):
            self.show_part(self.column.parts.parts[place].id)

    def page_of(self, part_id: str) -> Page:
        """The page of a part, made when first asked for."""
        return self._pages.page(part_id)

    def _connect_page(self, page: Page) -> None:
        page.noticed.connect(self.noticed)
        page.warned.connect(self.warned)
        page.cursor_moved.connect(self._note_clerk)
        page.hinted.connect(self.hinted)
        page.help_wished.connect(self.show_help)
        page.place_wished.connect(self.show_place)

    def _note_clerk(self) -> None:
        self._follow.start()
        self._pages.note_clerk()

    def _make(self, part_id: str) -> Page:
        if part_id == FRONT:
            from ui.editor.front_page import FrontPage

            return FrontPage(self.desk, self._groups)
        if part_id == PREFACE:
            return PrefacePage(self.desk)
        if part_id == ATTACHMENTS:
            from ui.editor.attachments_page import AttachmentsPage

            return AttachmentsPage(self.desk)
        if part_id == FIGURES:
            from ui.figures.page import FiguresPage

            figures = FiguresPage(self.desk)
            figures.history_wished.connect(self.history_wished)
            return figures
        return SectionPage(self.desk, self.desk.opened.report.section(part_id))

    # The report changed

    def _note_change(self) -> None:
        self._show_parts()
        self.count()

    def show_step(self, place: Place) -> None:
        """Show the report as it is, and the place where something was undone or moved; other pages follow when seen.

        Where the part in view is no more, the one that stands there now is shown.
        """
        before, current = self._part_ids(), self.current_part
        self._show_parts()
        now = self._part_ids()
        page = self.stack.currentWidget()
        if current in now and isinstance(page, Page):
            page.show_report()
        attached = {one.id for one in self.desk.opened.report.attachments}
        if place.section == FIGURES and isinstance(page, Page) and page.shows_figure(place.field):
            return
        if place.section in now or place.section in attached:
            self.show_place(place)
        elif current not in now:
            self.show_part(now[min(before.index(current), len(now) - 1)] if current in before else FRONT)
        self._pages.keep(now)

    def _part_ids(self) -> list[str]:
        return [part.id for part in self.column.parts.parts]

    def _show_parts(self) -> None:
        opened = self.desk.opened
        report = opened.report
        self._show_column()
        self._pages.make_ahead(self._part_ids())
        self.outline.show_report(report, self._deadline())

    def _show_column(self) -> None:
        opened = self.desk.opened
        parts = parts_of(opened.type, opened.report, self._figures.part)
        state = self.watch.state
        self.column.show_parts(with_findings(parts, state.standing, opened.report) if state is not None else parts)

    def count(self) -> None:
        """Tell how long the whole report is, and whether it differs from what was handed in."""
        self.handed_in.compare()
        self.counted.emit(count_report(self.desk.opened.type, self.desk.opened.report))

    # The order of the sections

    def organise(self) -> None:
        """Let the clerk add, rename, remove and reorder the sections."""
        from ui.editor.organise import added_or_removed, organise_sections

        finish_typing()
        opened = self.desk.opened
        changed = organise_sections(opened.type, opened.report, self.desk.new_id, self.desk.theme, self)
        if changed is not None:
            place = Place(next(iter(added_or_removed(opened.report, changed)), ""))
            take_step(opened, _("整理各部分"), place, lambda _report: changed)
            self.show_step(place)

    def _move(self, section: str, place: int) -> None:
        opened = self.desk.opened
        take_step(opened, _("调整次序"), Place(section), lambda report: edits.move_section(report, section, place))
        self.show_step(Place(section))
