"""Whether an input method is composing, asked of the box itself: a composition may end without an event."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_Key = Qt.Key
_MOVES = (
    *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down),
    *(_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown),
)


def is_composing(box: QTextEdit | QPlainTextEdit) -> bool:
    """Whether an input method has letters at the cursor that are shown and not text yet."""
    layout = box.textCursor().block().layout()
    return bool(layout.preeditAreaText())


def is_lost_move(box: QTextEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
    """Whether a key would move the cursor while an input method composes, which is the input method's to do.

    One that it lets through is not for the box: Qt counts the letters being composed as text, puts the cursor behind
    the end, and crashes at the next letter.
    """
    return event.key() in _MOVES and is_composing(box)
