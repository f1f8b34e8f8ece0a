"""Where a section's page shows the indicators that belong to it; the block itself is made after the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.content import Paragraph
from report.document import FIGURES, Place
from report.report import Section
from ui.editor.page import Desk

if TYPE_CHECKING:
    from ui.figures.block import FiguresBlock


class FiguresSlot(QWidget):
    """Holds the block 本页指标 as soon as it is known that there is one.

    Signals:
        place_wished(Place): a place of the report is to be shown.
        noticed(str): a sentence for the bar.
        hinted(str, str): what the status line says.
        changed(): a value changed: the page shows its text anew.
    """

    place_wished = Signal(object)
    noticed = Signal(str)
    hinted = Signal(str, str)
    changed = Signal()

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._section, self._kind = desk, section.id, section.kind or ""
        self._wanted = "", "", False
        self.block: FiguresBlock | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.opened.changed.connect(self._follow)
        QTimer.singleShot(0, self, self._make_in_time)

    def _make_in_time(self) -> None:
        """Make the block, but not before the first paint of the window: it would hold it up."""
        handle = self.window().windowHandle()
        if handle is not None and handle.isExposed():
            self._make()
        else:
            self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is painted for the first time."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._make)
        return False

    def _make(self) -> None:
        from report.indicators.belonging import groups_of_section
        from ui.figures.block import FiguresBlock

        desk = self._desk
        report = desk.opened.report
        section = next((one for one in report.sections if one.id == self._section), None)
        if section is None or not desk.opened.type.catalogue.groups:
            return
        if not groups_of_section(desk.opened.type.catalogue, report, section) and not section.text:
            return
        self.block = FiguresBlock(desk, self._section, self._kind)
        self.block.place_wished.connect(self.place_wished)
        self.block.noticed.connect(self.noticed)
        self.block.hinted.connect(self.hinted)
        self._column.addWidget(self.block)
        self._give_room()
        heading, part, divided = self._wanted
        self.block.show_part(heading, part, divided=divided)

    def show_part(self, heading: str, part: str, *, divided: bool) -> None:
        """Show what belongs to a level-2 heading of the text (see FiguresBlock)."""
        self._wanted = heading, part, divided
        if self.block is not None:
            self.block.show_part(heading, part, divided=divided)

    def shows(self, indicator: str) -> bool:
        """Whether an indicator is in the open block."""
        return self.block is not None and self.block.shows(indicator)

    def is_quoted(self, indicator: str) -> bool:
        """Whether the section's text quotes an indicator."""
        report = self._desk.opened.report
        section = next((one for one in report.sections if one.id == self._section), None)
        paragraphs = (one for one in section.text if isinstance(one, Paragraph)) if section else ()
        return any(link.indicator == indicator for one in paragraphs for link in one.links)

    def _give_room(self) -> None:
        if self.block is not None:
            self.block.give_room(self.window().height())

    def _follow(self, place: Place) -> None:
        if place.section == FIGURES and self.isVisible():
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Values may have changed while another page was shown."""
        super().showEvent(event)
        if self.block is not None:
            self.block.catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, or another window."""
        super().resizeEvent(event)
        self._give_room()
