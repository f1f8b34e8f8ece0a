"""What no report holds leaves a box of text as soon as it comes, so that what is seen is what is kept."""

from PySide6.QtCore import QMimeData, QSignalBlocker
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from report.clean_text import clean
from ui.text_positions import characters_before, qt_length


def clean_box(box: QPlainTextEdit) -> None:
    """Take out of a box what no report holds, without telling it; the cursor stays behind the same characters."""
    text = box.toPlainText()
    kept = clean(text)
    if kept == text:
        return
    before = clean(text[: characters_before(text, box.textCursor().position())])
    with QSignalBlocker(box):
        whole = QTextCursor(box.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.insertText(kept)
        cursor = box.textCursor()
        cursor.setPosition(qt_length(before))
        box.setTextCursor(cursor)


def clean_commit(event: QInputMethodEvent) -> QInputMethodEvent:
    """What an input method sends, without what no report holds in the words that it commits."""
    kept = clean(event.commitString())
    if kept == event.commitString():
        return event
    cleaned = QInputMethodEvent(event.preeditString(), event.attributes())
    cleaned.setCommitString(kept, event.replacementStart(), event.replacementLength())
    return cleaned


def clean_mime(source: QMimeData) -> QMimeData:
    """The text to be pasted, with nothing in it that no report holds."""
    cleaned = QMimeData()
    cleaned.setText(clean(source.text()))
    return cleaned
