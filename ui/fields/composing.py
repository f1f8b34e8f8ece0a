"""Whether an input method is composing, asked of the box itself: a composition may end without an event."""

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def is_composing(box: QTextEdit | QPlainTextEdit) -> bool:
    """Whether an input method has letters at the cursor that are shown and not text yet."""
    layout = box.textCursor().block().layout()
    return bool(layout.preeditAreaText())
