"""A text box of several lines that grows with its text. Tab leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.fields.base import commit_composition, is_history_key
from ui.fields.cleaning import clean_box, clean_mime
from ui.fields.composing import is_composing, is_lost_move
from ui.fields.marks import TextMark, select, selections, units
from ui.fields.row_keys import deed_of
from ui.fields.typed_steps import TypedSteps
from ui.text_positions import qt_length
from ui.theme import Theme

_MARGIN = 6


class GrowingText(QPlainTextEdit):
    """Plain text of one paragraph or a few.

    Signals:
        edited(str): the committed text differs from before.
        step_ended(): what was typed so far is one step of undo, what follows another.
        left_empty(): Backspace in an empty box.
        finished(): Ctrl+Enter.
        moved(int): Alt+↑ (-1) or Alt+↓ (+1).
    """

    edited = Signal(str)
    step_ended = Signal()
    left_empty = Signal()
    finished = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, least: int = 40, most: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._least, self._most = theme, least, most
        self._value = ""
        self._steps = TypedSteps(self.step_ended.emit)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._take)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._style)
        self._style()

    def show_text(self, text: str) -> None:
        """Show a text that comes from elsewhere; what is being composed is ended first.

        It is not told: the list around the box shows what comes from elsewhere row by row, and would tell a mixture.
        """
        if text == self._value:
            return
        self.blockSignals(True)
        if is_composing(self):
            commit_composition()
        self._value = text
        cursor = self.textCursor()
        place = cursor.position()
        self.setPlainText(text)
        cursor.setPosition(min(place, qt_length(text)))
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self._grow()

    def select_in(self, start: int, end: int, *, focus: bool) -> None:
        """Select characters and show them."""
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setTextCursor(select(self.document(), *units(self.toPlainText(), start, end)))
        self.ensureCursorVisible()

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark these words, and no others."""
        text = self.toPlainText()
        spans = ((*units(text, mark.start, mark.end), mark) for mark in marks)
        self.setExtraSelections(selections(self.document(), self._theme, spans))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that belong to the list around the box."""
        if is_lost_move(self, event):
            return
        deed = "" if is_composing(self) else deed_of(event)
        if deed == "next":
            self.finished.emit()
        elif deed in ("up", "down"):
            self.moved.emit(-1 if deed == "up" else 1)
        elif deed == "remove" and not self.toPlainText():
            self.left_empty.emit()
        else:
            with self._steps.key(event, selected=self.textCursor().hasSelection()):
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell what is text once nothing is composed any more."""
        with self._steps.composing(selected=self.textCursor().hasSelection()):
            super().inputMethodEvent(event)
            self._take()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text."""
        super().insertFromMimeData(clean_mime(source))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives other lines."""
        super().resizeEvent(event)
        self._grow()

    def _take(self) -> None:
        if is_composing(self):
            return
        clean_box(self)
        text = self.toPlainText()
        if text != self._value:
            self._value = text
            self._steps.tell(lambda: self.edited.emit(text))

    def _style(self) -> None:
        self.setFont(self._theme.font("field"))
        self.document().setDocumentMargin(self._theme.px(_MARGIN))
        self._grow()

    def _grow(self) -> None:
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        frame = 2 * self.frameWidth() + margins.top() + margins.bottom() + round(2 * self.document().documentMargin())
        lines = max(1, round(self.document().size().height()))
        wanted = lines * metrics.lineSpacing() + frame
        self.setFixedHeight(max(self._theme.px(self._least), min(wanted, self._theme.px(self._most))))
