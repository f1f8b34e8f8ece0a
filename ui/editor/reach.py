"""The way from a list in the side panel to the text: show a part, select its words, mark words of the part in view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from report.document import Place
from report.texts import Spot
from ui.editor.states import parts_by_section
from ui.fields.marks import TextMark

if TYPE_CHECKING:
    from ui.editor.page import Page
    from ui.editor.workplace import Workplace

Cursor = tuple[Place, int]
"""Where the cursor of the text stands: block and characters before it there, -1 where that is not known."""


class Reach:
    """What a page of the panel needs of the workplace; `layer` names the marks that it makes."""

    def __init__(self, workplace: "Workplace", layer: str) -> None:
        self._workplace, self._layer = workplace, layer
        self._marked: Page | None = None

    @property
    def part(self) -> str:
        """The id of the part in view."""
        return self._workplace.current_part

    def is_in_view(self, place: Place) -> bool:
        """Whether a place stands in the part in view."""
        return self._parts.get(place.section) == self.part

    def has_focus(self) -> bool:
        """Whether the focus is where the clerk writes."""
        focus = QApplication.focusWidget()
        return focus is not None and self._workplace.stack.isAncestorOf(focus)

    def cursor(self) -> Cursor | None:
        """Where the cursor stands in the text; None when the focus is elsewhere."""
        return self._page.text_cursor() if self.has_focus() else None

    def select(self, spot: Spot, start: int, end: int, *, focus: bool) -> None:
        """Show characters of a text, selected; without `focus` the focus stays where it is."""
        part = self._parts[spot.place.section]
        if part != self.part:
            self._workplace.show_part(part)
        self._workplace.page_of(part).select_in(spot, start, end, focus=focus)

    def go_back(self, place: Place, offset: int) -> None:
        """Put the focus where the cursor was."""
        if place.field:
            self._workplace.show_place(place, offset)
        else:
            self._workplace.focus_text()

    def mark(self, marks: Sequence[TextMark]) -> None:
        """Mark those words that are in the part in view, and nothing else."""
        page, here, parts = self._page, self.part, self._parts
        if self._marked is not None and self._marked is not page and isValid(self._marked):
            self._marked.show_marks((), self._layer)
        shown = [mark for mark in marks if parts.get(mark.spot.place.section) == here]
        if shown or self._marked is page:
            page.show_marks(shown, self._layer)
        self._marked = page if shown else None

    def show_report(self) -> None:
        """Show the report as it is now, wherever it is shown; what is in view stays in view."""
        top = self._page.top()
        self._workplace.show_step(Place(""))
        self._page.show_top(top)

    @property
    def _page(self) -> "Page":
        return self._workplace.page_of(self.part)

    @property
    def _parts(self) -> dict[str, str]:
        return parts_by_section(self._workplace.desk.opened.report)
