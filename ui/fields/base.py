"""What every field editor is: it shows a value, tells each committed change, and says what it could not read."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from report.numbering import Scheme
from report.report import Value
from report.template import Field
from report.texts import Spot
from ui.fields.marks import TextMark


class FieldEditor(QWidget):
    """The editor of one field.

    Signals:
        edited(Value): the committed value differs from before.
        step_ended(): what was edited so far is one step of undo, what follows another.
        cursor_moved(): the cursor stands in another entry or place of the field.
        problem_changed(str): a sentence about what was typed, "" when all is well.
        noticed(str): a sentence about what was done, such as what a paste changed.
        warned(str): a sentence about what could not be done.
    """

    edited = Signal(object)
    step_ended = Signal()
    cursor_moved = Signal()
    problem_changed = Signal(str)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field

    def show_value(self, value: Value) -> None:
        """Show a value that comes from elsewhere (opening, undo), without telling it as an edit."""
        raise NotImplementedError

    def set_scheme(self, scheme: Scheme) -> None:
        """Number levels in this way from now on; most fields have none."""

    def focus_target(self) -> QWidget:
        """The widget that takes the focus and is the label's buddy."""
        return self

    def cursor_entry(self) -> tuple[str, int]:
        """The id of the block or row that has the cursor, "" for none; the characters before it as printed."""
        return "", 0

    def focus_entry(self, entry: str, offset: int) -> None:
        """Put the cursor into a block or row, behind `offset` characters as printed."""
        del entry, offset
        self.focus_target().setFocus()

    def text_cursor(self) -> tuple[str, int]:
        """As `cursor_entry`, but counted in the text itself, without its number; -1 where that is not known."""
        return self.cursor_entry()[0], -1

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Select characters of one of the field's texts and show them; the widget that does.

        Without `focus` the focus stays where it is.
        """
        del spot, start, end
        target = self.focus_target()
        if focus:
            target.setFocus()
        return target

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark these words, and no others."""


def commit_composition() -> None:
    """End what an input method is composing, so that it is text and not lost."""
    QGuiApplication.inputMethod().commit()


@runtime_checkable
class HoldsTyping(Protocol):
    """A widget that keeps what is typed to itself for a while: an open cell, a title being changed."""

    def finish(self) -> None:
        """Take it over."""


def finish_typing() -> None:
    """Have all that was typed taken over: what is being composed, and what an open cell or line holds."""
    commit_composition()
    widget = QApplication.focusWidget()
    while widget is not None:
        around = widget.parentWidget()
        if isinstance(widget, HoldsTyping):
            widget.finish()
        widget = around


def is_history_key(event: QEvent) -> bool:
    """Whether Qt asks if an editor wants the keys of undo and redo for itself: the report's history has them."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
