"""The editor that opens in a cell: as wide as the cell, growing downwards while its text needs more lines."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.fields.base import commit_composition
from ui.fields.cleaning import clean_box
from ui.fields.composing import is_composing
from ui.fields.grid.blocks import cell_line
from ui.fields.grid.keys import cell_deed
from ui.painting import shapes
from ui.theme import Theme

_PAUSE = 600
"""Milliseconds without a key after which typed text is taken over, so that a crash costs no more."""
_LINES = 8
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier


class Way(Enum):
    """Where a key leads from a cell."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    PREVIOUS = auto()
    NEW_ROW = auto()
    CANCEL = auto()


WAYS = {
    "next": Way.NEXT,
    "previous": Way.PREVIOUS,
    "above": Way.UP,
    "below": Way.DOWN,
    "new_row": Way.NEW_ROW,
    "cancel": Way.CANCEL,
}
ARROWS = {"walk_up": Way.UP, "walk_down": Way.DOWN, "walk_left": Way.LEFT, "walk_right": Way.RIGHT}
"""Deeds of the table of keys, and where they lead; arrows lead on only from a cell that was opened by typing."""


class CellEdit(QPlainTextEdit):
    """One cell being edited.

    `replacing`: it was opened by typing, so arrows go on to the next cell; opened by F2 they move in the text.
    `first`: the text to which Esc goes back, None while none was shown.

    Signals:
        paused(): nothing was typed for a moment, or a shortcut comes.
    """

    paused = Signal()

    def __init__(self, theme: Theme, alignment: Qt.AlignmentFlag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least = 0
        self._over = False
        self.first: str | None = None
        self.replacing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = self.document().defaultTextOption()
        option.setAlignment(alignment)
        self.document().setDefaultTextOption(option)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.paused)
        self.textChanged.connect(self._wait)
        self.document().documentLayout().documentSizeChanged.connect(self.grow)
        theme.changed.connect(self._style)
        self._style()

    @property
    def composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return is_composing(self)

    def show_text(self, text: str, *, replace: bool) -> None:
        """Show the text of the cell: to be replaced by what is typed, or with the cursor at its end.

        What is being composed is never written over.
        """
        if self.composing:
            return
        self.first = text
        if text != self.toPlainText():
            self._put(text)
        self._timer.stop()
        if replace:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def go_back(self) -> None:
        """Show again the text to which Esc goes back."""
        self._put(self.first or "")

    def take_place(self, least: int) -> None:
        """Be at least as high as the cell."""
        self._least = least
        self.grow()

    def way_of(self, event: QKeyEvent) -> Way | None:
        """Where a key leads; None when it belongs to the text."""
        if self.composing:
            return None
        deed = cell_deed(event)
        return WAYS.get(deed) or (ARROWS.get(deed) if self.replacing else None)

    def stop(self) -> None:
        """Wait for no pause any more: another font counts as a change of the text, and Qt deletes editors later."""
        self._over = True
        self._timer.stop()

    def end_composing(self) -> None:
        """Make text of what an input method is composing."""
        if self.composing:
            commit_composition()

    def event(self, event: QEvent) -> bool:
        """Before a key can be a shortcut of the window, such as that for saving, what was typed is taken over."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.composing:
            modifiers = event.modifiers()
            if modifiers & (_Modifier.ControlModifier | _Modifier.AltModifier) and self._timer.isActive():
                self._timer.stop()
                self.paused.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab is the window's; a cell has no tabs in it."""
        if event.key() in (_Key.Key_Tab, _Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While something is composed there is no pause."""
        super().inputMethodEvent(event)
        self._wait()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste into the text: it stays one line."""
        self.insertPlainText(cell_line(source.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text within the ring of the current cell."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        shapes.edge(painter, self.viewport().rect(), 0, self._theme.colour("accent"), self._theme.size("ring"))

    def grow(self) -> None:
        """Be as high as the text, within the view."""
        policy, lines = Qt.ScrollBarPolicy, max(1, round(self.document().size().height()))
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > _LINES else policy.ScrollBarAlwaysOff)
        lines = min(_LINES, lines)
        wanted = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin())
        height = max(self._least, wanted)
        over = self.parentWidget()
        top = min(self.y(), max(0, over.height() - height)) if over is not None else self.y()
        self.setGeometry(self.x(), top, self.width(), height)

    def _wait(self) -> None:
        if self.composing or self._over:
            self._timer.stop()
        else:
            clean_box(self)
            self._timer.start()

    def _put(self, text: str) -> None:
        """Show a text that was not typed: nothing is taken out of it, or opening a cell could change it."""
        with QSignalBlocker(self):
            self.setPlainText(text)

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.document().setDocumentMargin(self._theme.size("gap_8"))
        self.setCursorWidth(self._theme.size("caret"))
