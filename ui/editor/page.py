"""What the pages of the workplace have in common: a head, and editors bound to fields of the open report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from report.document import Place
from report.identity import NewId
from report.report import Report, Value
from report.texts import Spot
from ui.edit_names import name_edit
from ui.editor.carried_marks import CarriedMarks
from ui.editor.part_head import PartHead
from ui.fields.base import FieldEditor
from ui.fields.factory import Editors
from ui.fields.marks import TextMark, deselect
from ui.fields.prose.editor import ProseEditor
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.parts.lines import Separator
from ui.parts.scroll import centred, reveal
from ui.quoting.desk import QuotingDesk
from ui.theme import Theme


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page is made with: the open report and the makers of its widgets; `moment` is its last change."""

    opened: OpenReport
    editors: Editors
    theme: Theme
    icons: Icons
    new_id: NewId
    moment: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Binding:
    """An editor bound to a field: how its value is read from a report and put into one."""

    editor: FieldEditor
    place: Place
    read: Callable[[Report], Value]


class Page(QWidget):
    """One part of the report.

    Signals:
        noticed(str), warned(str): a sentence for the bar: what a paste changed, what could not be done.
        cursor_moved(): the cursor stands in another place.
        help_wished(Place): what belongs here is asked.
        place_wished(Place): another place of the report is to be shown.
        hinted(str, str): what the status line says of the value that has the focus, "" for nothing.
    """

    noticed = Signal(str)
    warned = Signal(str)
    cursor_moved = Signal()
    help_wished = Signal(object)
    place_wished = Signal(object)
    hinted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.bindings: list[Binding] = []
        self._carried: list[CarriedMarks] = []
        self._selected: QWidget | None = None
        self._marks: dict[str, tuple[TextMark, ...]] = {}
        self._shown: Report | None = None

    def lay_out(self, head: PartHead, *body: QWidget) -> None:
        """The head stays in place, above a line; of what is below it the last has the room that is left."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(centred(self.desk.theme, head))
        layout.addWidget(Separator(self.desk.theme))
        for number, widget in enumerate(body, 1):
            layout.addWidget(widget, int(number == len(body)))

    def bind(
        self,
        editor: FieldEditor,
        place: Place,
        read: Callable[[Report], Value],
        write: Callable[[Report, Value], Report],
        subject: str = "",
    ) -> None:
        """Show a field of the report in an editor and take its edits; `subject` is what steps of undo call it."""
        opened = self.desk.opened

        def take(value: Value) -> None:
            edit = name_edit(subject or editor.field.label, read(opened.report), value)
            where = replace(place, block=edit.entry)
            opened.apply(edit.name, where, write(opened.report, value), merge=edit.typed)
            self._shown = opened.report

        editor.edited.connect(take)
        editor.step_ended.connect(opened.seal)
        editor.noticed.connect(self.noticed)
        editor.warned.connect(self.warned)
        editor.cursor_moved.connect(self.cursor_moved)
        self.bindings.append(Binding(editor, place, read))
        if isinstance(editor, ProseEditor):
            self._quote_in(editor, place)
        editor.set_scheme(opened.report.numbering)
        editor.show_value(read(opened.report))

    def _quote_in(self, editor: ProseEditor, place: Place) -> None:
        """Let the editor quote indicators."""
        quoting = QuotingDesk(editor, place, self.desk.opened, self.desk.theme)
        quoting.changed.connect(self.show_report)
        quoting.place_wished.connect(self.place_wished)
        self._carried.append(CarriedMarks(editor, self.desk.opened))

    def show_report(self) -> None:
        """Show the report as it is now, after an undo or a change made elsewhere."""
        self._shown = self.desk.opened.report
        for binding in self.bindings:
            binding.editor.set_scheme(self._shown.numbering)
            binding.editor.show_value(binding.read(self._shown))

    def catch_up(self) -> None:
        """Show what changed while the page was out of sight."""
        if self._shown is not self.desk.opened.report:
            self.show_report()
        self._carried = [one for one in self._carried if isValid(one)]  # an attachment that was removed took its own
        for one in self._carried:
            QTimer.singleShot(0, one, one.show)

    def cursor_place(self) -> tuple[Place, int] | None:
        """Where the cursor stands, and the characters before it as printed; None when it is in no field."""
        focus = QApplication.focusWidget()
        for one in self.bindings:
            if focus is not None and one.editor.isAncestorOf(focus):
                entry, offset = one.editor.cursor_entry()
                return replace(one.place, block=entry), offset
        return None

    def text_cursor(self) -> tuple[Place, int] | None:
        """As `cursor_place`, but counted in the text itself, without its number; -1 where that is not known."""
        focus = QApplication.focusWidget()
        for one in self.bindings:
            if focus is not None and one.editor.isAncestorOf(focus):
                entry, offset = one.editor.text_cursor()
                return replace(one.place, block=entry), offset
        return None

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> None:
        """Show a text of the page and select characters of it; without `focus` the focus stays where it is."""
        wanted = (spot.place.section, spot.place.field)
        binding = next((one for one in self.bindings if (one.place.section, one.place.field) == wanted), None)
        if binding is not None:
            self.uncover(spot.place.field)
            shown = binding.editor.select_in(spot, start, end, focus=focus)
            if self._selected is not None and self._selected is not shown and isValid(self._selected):
                deselect(self._selected)
            self._selected = shown
            QTimer.singleShot(0, shown, lambda: reveal(shown))

    def uncover(self, field: str) -> None:
        """Show a field that may be folded."""

    def show_marks(self, marks: Sequence[TextMark], layer: str = "searched") -> None:
        """Mark these words in the editors, and no others of the same layer."""
        self._marks[layer] = tuple(marks)
        wanted: dict[tuple[str, str], list[TextMark]] = {}
        for mark in chain.from_iterable(self._marks.values()):
            wanted.setdefault((mark.spot.place.section, mark.spot.place.field), []).append(mark)
        for one in self.bindings:
            one.editor.show_marks(wanted.get((one.place.section, one.place.field), ()))

    def shows_figure(self, indicator: str) -> bool:
        """Whether a changed value of an indicator is to be seen here: in a block or quoted by the text."""
        del indicator
        return False

    def top(self) -> str:
        """The id of the first paragraph in view, "" where a page does not scroll by paragraphs."""
        return ""

    def show_top(self, block: str) -> None:
        """Scroll so that a paragraph is the first in view."""

    def focus_place(self, place: Place, offset: int = 0) -> None:
        """Put the cursor where something is; the first field when the place names none."""
        wanted = (one for one in self.bindings if one.place.field == place.field or not place.field)
        binding = next(wanted, None)
        if binding is not None:
            target = binding.editor.focus_target()
            binding.editor.focus_entry(place.block, offset)
            # A group that was unfolded just now has its place after the next layout.
            QTimer.singleShot(0, target, lambda: reveal(QApplication.focusWidget() or target))
