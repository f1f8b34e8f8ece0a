"""The way from a hit to the text: show its part, select its words, mark all hits of the part in view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from report.document import Place
from report.finding import Hit
from ui.fields.marks import TextMark
from ui.finding.results import parts_by_section
from ui.finding.search import Cursor

if TYPE_CHECKING:
    from ui.editor.page import Page
    from ui.editor.workplace import Workplace

_BREAKS = "\u2028\u2029\n"
_OBJECT = "\ufffc"


class Reach:
    """What finding needs of the workplace."""

    def __init__(self, workplace: "Workplace") -> None:
        self._workplace = workplace
        self._marked: Page | None = None

    @property
    def part(self) -> str:
        """The id of the part in view."""
        return self._workplace.current_part

    def is_in_view(self, place: Place) -> bool:
        """Whether a place stands in the part in view."""
        return parts_by_section(self._workplace.desk.opened.report).get(place.section) == self.part

    def has_focus(self) -> bool:
        """Whether the focus is where the clerk writes."""
        focus = QApplication.focusWidget()
        return focus is not None and self._workplace.stack.isAncestorOf(focus)

    def cursor(self) -> Cursor | None:
        """Where the cursor stands in the text; None when the focus is elsewhere."""
        return self._page.text_cursor() if self.has_focus() else None

    def select(self, hit: Hit, *, focus: bool) -> None:
        """Show a hit, its words selected; without `focus` the focus stays where it is."""
        part = parts_by_section(self._workplace.desk.opened.report)[hit.spot.place.section]
        if part != self.part:
            self._workplace.show_part(part)
        self._workplace.page_of(part).select_in(hit.spot, hit.start, hit.end, focus=focus)

    def go_back(self, place: Place, offset: int) -> None:
        """Put the focus where the cursor was."""
        if place.field:
            self._workplace.show_place(place, offset)
        else:
            self._workplace.focus_text()

    def mark(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark those hits that are in the part in view, and nothing else."""
        page = self._page
        if self._marked is not None and self._marked is not page and isValid(self._marked):
            self._marked.show_marks(())
        parts = parts_by_section(self._workplace.desk.opened.report)
        here = self.part
        marks = [
            TextMark(hit.spot, hit.start, hit.end, hit is current)
            for hit in hits
            if parts.get(hit.spot.place.section) == here
        ]
        if marks or self._marked is page:
            page.show_marks(marks)
        self._marked = page if marks else None

    def show_report(self) -> None:
        """Show the report as it is now, wherever it is shown; what is in view stays in view."""
        top = self._page.top()
        self._workplace.show_step(Place(""))
        self._page.show_top(top)

    @property
    def _page(self) -> "Page":
        return self._workplace.page_of(self.part)


def selected_words() -> str:
    """The words selected in the field that has the focus, "" for none or for more than one line."""
    words = _selected_in(QApplication.focusWidget())
    return "" if _OBJECT in words or any(sign in words for sign in _BREAKS) else words


def _selected_in(focus: QWidget | None) -> str:
    if isinstance(focus, QLineEdit):
        return focus.selectedText()
    if isinstance(focus, QTextEdit | QPlainTextEdit):
        cursor: QTextCursor = focus.textCursor()
        return cursor.selectedText()
    return ""
