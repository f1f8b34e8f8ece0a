"""Type as an input method does: letters being composed, then the text; key clicks with Chinese abort the process."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """Send what an input method sends."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def type_chinese(widget: QWidget, text: str) -> None:
    """Compose and commit a text."""
    compose(widget, "pinyin")
    compose(widget, "", text)
