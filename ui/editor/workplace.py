"""One open report at work: the column of parts and the page of the current one, kept in step with the hub."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from report import edits
from report.counting import count_report
from report.differences import changed_places
from report.document import Place
from report.template import FrontGroup
from resources.i18n import _
from storage.records import FrozenVersion
from ui.editor.page import Desk, Page
from ui.editor.parts_column import PartsColumn
from ui.editor.section_page import PrefacePage, SectionPage
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE, parts_of
from ui.fields.base import commit_composition
from ui.parts.buttons import ToolButton
from ui.parts.frames import Ground
from ui.parts.lines import Separator
from ui.parts.text import Link

_WIDTH, _LEAST, _MOST = 232, 200, 320
_FORGOTTEN = 60
"""Days after which a deadline that has passed is no longer spoken of."""


class Workplace(QWidget):
    """The editor of one report.

    Signals:
        part_changed(str): another part is shown; what was typed before is to be saved.
        counted(int): the characters of the whole report.
        noticed(str): a sentence for the bar.
    """

    part_changed = Signal(str)
    counted = Signal(int)
    noticed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        groups: Sequence[FrontGroup],
        deadline: Callable[[], tuple[str, date] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._groups, self._deadline = desk, groups, deadline
        self._pages: dict[str, Page] = {}
        self.column = PartsColumn(desk.theme, desk.icons)
        self._year, self._days, self._office = QLabel(), QLabel(), QLabel()
        self._frozen: FrozenVersion | None = None
        self.differs = Link(desk.theme, "")
        self.differs.clicked.connect(self._show_differences)
        self.organise_button = ToolButton(desk.theme, desk.icons, "plus", _("添加或整理各部分…"))
        self.organise_button.clicked.connect(self.organise)
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._side())
        self.splitter.addWidget(self._ground())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.column.chosen.connect(self.show_part)
        self.column.parts.move_requested.connect(self._move)
        desk.opened.rested.connect(self._note_change)
        desk.opened.stepped.connect(self.show_step)
        desk.theme.changed.connect(self._style)
        self._style()
        self._show_parts()

    def _ground(self) -> QWidget:
        """The white ground of what is being written."""
        ground = Ground(self.desk.theme, "surface")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        return ground

    def _side(self) -> QWidget:
        side = QWidget()
        side.setAutoFillBackground(True)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side_head = QVBoxLayout()
        top = QVBoxLayout()
        top.addWidget(self._year)
        top.addWidget(self._office)
        top.addWidget(self._days)
        top.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignLeft)
        self.differs.hide()
        self._side_head.addLayout(top)
        layout.addLayout(self._side_head)
        layout.addWidget(Separator(self.desk.theme))
        layout.addWidget(self.column, 1)
        layout.addWidget(self.organise_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._side_widget = side
        return side

    # Parts

    def show_part(self, part_id: str) -> None:
        """Show a part's page; what is being composed is committed first."""
        commit_composition()
        self.desk.opened.seal()
        page = self._page(part_id)
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
        self.column.select(part_id)
        self.part_changed.emit(part_id)

    def show_place(self, place: Place) -> None:
        """Show the part of a place and put the cursor there."""
        ids = {part.id for part in self.column.parts.parts}
        part = place.section if place.section in ids else FRONT
        if any(one.id == place.section for one in self.desk.opened.report.attachments):
            part = ATTACHMENTS
        self.show_part(part)
        self._page(part).focus_place(place)

    @property
    def current_part(self) -> str:
        """The id of the part that is shown."""
        return self.column.current_id

    def step_part(self, step: int) -> None:
        """Go to the part before (-1) or after (+1)."""
        self.show_nth((self.column.currentIndex().row() + step) % max(1, len(self.column.parts.parts)))

    def show_nth(self, place: int) -> None:
        """Go to the part at an index."""
        if 0 <= place < len(self.column.parts.parts):
            self.show_part(self.column.parts.parts[place].id)

    def toggle_guidance(self) -> None:
        """Show or hide the guidance of the current part."""
        page = self.stack.currentWidget()
        if isinstance(page, SectionPage | PrefacePage):
            page.head.toggle_guidance()

    def page_of(self, part_id: str) -> Page:
        """The page of a part, made when first asked for."""
        return self._page(part_id)

    def _page(self, part_id: str) -> Page:
        page = self._pages.get(part_id)
        if page is None:
            page = self._pages[part_id] = self._make(part_id)
            page.noticed.connect(self.noticed)
            self.stack.addWidget(page)
        return page

    def _make(self, part_id: str) -> Page:
        if part_id == FRONT:
            from ui.editor.front_page import FrontPage

            return FrontPage(self.desk, self._groups)
        if part_id == PREFACE:
            return PrefacePage(self.desk)
        if part_id == ATTACHMENTS:
            from ui.editor.attachments_page import AttachmentsPage

            return AttachmentsPage(self.desk)
        return SectionPage(self.desk, self.desk.opened.report.section(part_id))

    # The report changed

    def _note_change(self) -> None:
        self._show_parts()
        self.count()

    def show_step(self, place: Place) -> None:
        """Show the report as it is on every page, and the place where something was undone or moved."""
        ids = {section.id for section in self.desk.opened.report.sections}
        for part_id in [one for one in self._pages if one not in {FRONT, PREFACE, ATTACHMENTS}]:
            if part_id not in ids:
                page = self._pages.pop(part_id)
                self.stack.removeWidget(page)
                page.deleteLater()
        for page in self._pages.values():
            page.show_report()
        if place.section and (place.section in ids or place.section in (FRONT, PREFACE, ATTACHMENTS)):
            self.show_place(place)
        elif self.current_part not in {part.id for part in self.column.parts.parts}:
            self.show_part(FRONT)

    def _show_parts(self) -> None:
        opened = self.desk.opened
        report = opened.report
        self.column.show_parts(parts_of(opened.type, report))
        self._year.setText(_("{year}年度").format(year=report.year) if report.year else _("年度未填"))
        self._office.setText(report.front.office or _("单位未填"))
        nearest = self._deadline()
        days = (nearest[1] - date.today()).days if nearest else 0
        shown = nearest is not None and days > -_FORGOTTEN
        self._days.setVisible(shown)
        if nearest and shown:
            late = _("{name}已过{days}天").format(name=nearest[0], days=-days)
            left = _("{name}还有{days}天").format(name=nearest[0], days=days)
            self._days.setText(left if days >= 0 else late)

    def count(self) -> None:
        """Tell how long the whole report is, and whether it differs from what was handed in."""
        self._compare()
        self.counted.emit(count_report(self.desk.opened.type, self.desk.opened.report))

    # The version handed in

    def show_frozen(self, frozen: FrozenVersion) -> None:
        """Compare the report with a version from now on."""
        self._frozen = frozen
        self._compare()

    @property
    def has_frozen(self) -> bool:
        """Whether there is a version to compare with."""
        return self._frozen is not None

    def _compare(self) -> None:
        if self._frozen is None:
            return
        count = len(changed_places(self._frozen.report, self.desk.opened.report))
        name = self._frozen.version.name
        self.differs.setText(_("与{name}有{count}处不同").format(name=name, count=count))
        self.differs.setVisible(count > 0)

    def _show_differences(self) -> None:
        if self._frozen is None:
            return
        from ui.dialogs.differences import DifferencesDialog

        before, after = self._frozen.report, self.desk.opened.report
        name = self._frozen.version.name
        dialog = DifferencesDialog(changed_places(before, after), before, after, name, self.desk.theme, self)
        dialog.exec()
        if dialog.place is not None:
            self.show_place(dialog.place)

    # The order of the sections

    def organise(self) -> None:
        """Let the clerk add, rename, remove and reorder the sections."""
        from ui.editor.organise import organise_sections

        commit_composition()
        opened = self.desk.opened
        changed = organise_sections(opened.type, opened.report, self.desk.new_id, self.desk.theme, self)
        if changed is not None:
            opened.apply(_("整理各部分"), Place(""), changed)
            self.show_step(Place(""))

    def _move(self, section: str, place: int) -> None:
        opened = self.desk.opened
        opened.apply(_("调整次序"), Place(""), edits.move_section(opened.report, section, place))
        self.show_step(Place(section))

    def _style(self) -> None:
        theme = self.desk.theme
        self._side_head.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        self._side_widget.setMinimumWidth(theme.px(_LEAST))
        self._side_widget.setMaximumWidth(theme.px(_MOST))
        self._year.setFont(theme.font("title"))
        for label in (self._days, self._office):
            label.setFont(theme.font("small"))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), theme.colour("second"))
            label.setPalette(palette)
        if not self.splitter.property("dragged"):
            self.splitter.setSizes([theme.px(_WIDTH), 10_000])
