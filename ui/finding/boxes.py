"""The boxes for the words to find and those to put in their place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from report.clean_text import one_line
from ui.fields.line import LineEdit
from ui.theme import Theme

_PAUSE = 120
"""Milliseconds after the last key until what stands in a box is told."""


class WordsBox(LineEdit):
    """A line of words. Nothing is told while an input method composes, and no key means anything but text then.

    Signals:
        rested(): the words differ, and no key came for a moment.
        stepped(int): Enter (1) or Shift+Enter (-1).
        walked(int): the arrow down (1) or up (-1).
    """

    rested = Signal()
    stepped = Signal(int)
    walked = Signal(int)

    def __init__(self, theme: Theme, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self._told = ""
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.tell)
        self.textChanged.connect(self._wait)
        theme.changed.connect(self._style)
        self._style()

    @property
    def words(self) -> str:
        """The words as one line."""
        return one_line(self.text())

    def show_words(self, words: str) -> None:
        """Have these words, told at once."""
        self.setText(words)
        self.tell()

    def tell(self) -> None:
        """Tell the words now, if they differ from those told before."""
        self._pause.stop()
        if self.words != self._told and not self._composing:
            self._told = self.words
            self.rested.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember that something is composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, the arrows walk."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not self._composing and enter:
            self.tell()
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif not self._composing and way:
            self.tell()
            self.walked.emit(way)
        elif not enter:
            super().keyPressEvent(event)

    def _wait(self, *_text: object) -> None:
        if self._composing:
            self._pause.stop()
        elif self.words != self._told:
            self._pause.start()

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
