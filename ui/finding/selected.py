"""What is selected where the clerk writes: that is looked for first."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_BREAKS = "\u2028\u2029\n"
_OBJECT = "\ufffc"


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
