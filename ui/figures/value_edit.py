"""The editor that opens in the cell of a value: one line, right-aligned, in the place of the painted box."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.fields.base import commit_composition, is_history_key
from ui.fields.grid.cell_edit import WAYS, Way
from ui.fields.grid.keys import cell_deed
from ui.fields.line import LineEdit
from ui.painting.inputs import set_small
from ui.theme import Theme


class ValueEdit(LineEdit):
    """A value being typed.

    `replacing`: it was opened by typing, so the arrows up and down go on to the next cell. `first` is the text to which
    Esc goes back, None while none was shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preedit = ""
        self.first: str | None = None
        self.replacing = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_small(self)
        self.setFont(theme.font("body"))

    @property
    def composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return bool(self._preedit)

    def show_text(self, text: str, *, replace: bool) -> None:
        """Show the value: to be replaced by what is typed. What is being composed is never written over."""
        if self.composing:
            return
        self.first = text
        if text != self.text():
            self.setText(text)
        if replace:
            self.selectAll()
        else:
            self.end(False)

    def end_composing(self) -> None:
        """Make text of what an input method is composing."""
        if self.composing:
            commit_composition()

    def way_of(self, event: QKeyEvent) -> Way | None:
        """Where a key leads; None when it belongs to the text."""
        if self.composing:
            return None
        deed = cell_deed(event)
        if deed in ("walk_up", "walk_down"):
            return Way.UP if deed == "walk_up" else Way.DOWN
        return WAYS.get(deed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo takes back what is typed here; as long as nothing is, it is the window's."""
        if is_history_key(event) and self.text() != self.first:
            event.accept()
            return True
        return super().event(event)
