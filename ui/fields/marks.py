"""Marks on words in an editor, such as what was found: painted over the text, never part of it nor of its undo."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from report.texts import Spot
from ui.text_positions import qt_length
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark on characters `start` to `end` (not included) of the text at a spot; `current` is the one gone to."""

    spot: Spot
    start: int
    end: int
    current: bool = False


def units(text: str, start: int, end: int) -> tuple[int, int]:
    """Characters `start` to `end` of a text as Qt's positions."""
    first = qt_length(text[:start])
    return first, first + qt_length(text[start:end])


def mark_format(theme: Theme, *, current: bool) -> QTextCharFormat:
    """A tint; the current one has a line below it, too, so that colour is not all that tells it."""
    made = QTextCharFormat()
    made.setBackground(theme.colour("accent_tint"))
    if current:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.colour("accent"))
    return made


def select(document: QTextDocument, first: int, last: int) -> QTextCursor:
    """A cursor that selects what stands between two positions of Qt."""
    cursor = QTextCursor(document)
    end = document.characterCount() - 1
    cursor.setPosition(min(first, end))
    cursor.setPosition(min(last, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def selections(
    document: QTextDocument, theme: Theme, spans: Iterable[tuple[int, int, bool]]
) -> list[QTextEdit.ExtraSelection]:
    """What a text edit is given to paint: spans are first and last position, and whether it is the current one."""
    formats = {current: mark_format(theme, current=current) for current in (False, True)}
    made: list[QTextEdit.ExtraSelection] = []
    for first, last, current in spans:
        one = QTextEdit.ExtraSelection()
        one.cursor = select(document, first, last)  # pyright: ignore[reportAttributeAccessIssue]
        one.format = formats[current]  # pyright: ignore[reportAttributeAccessIssue]
        made.append(one)
    return made


def deselect(widget: QWidget) -> None:
    """Let an editor have nothing selected."""
    if isinstance(widget, QLineEdit):
        widget.deselect()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.clearSelection()
        widget.setTextCursor(cursor)
    elif isinstance(widget, QAbstractItemView):
        widget.clearSelection()
