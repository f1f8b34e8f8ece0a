"""Marks on words in an editor: what was searched, what a check found. Painted over the text, never part of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from report.checking.finding import Severity
from report.texts import Spot
from ui.text_positions import qt_length
from ui.theme import Theme
from ui.tokens import Token

LINES: Mapping[Severity, tuple[QTextCharFormat.UnderlineStyle, Token, Token]] = {
    Severity.BLOCK: (QTextCharFormat.UnderlineStyle.WaveUnderline, "red", "red_tint"),
    Severity.SHOULD: (QTextCharFormat.UnderlineStyle.WaveUnderline, "amber", "amber_tint"),
    Severity.HINT: (QTextCharFormat.UnderlineStyle.DashUnderline, "hint", "hint_tint"),
}
"""The line below words that a check found, its colour, and the tint of those gone to."""
_WAVE, _WAVE_PEN, _DASH = 2, 1.2, 6
"""Pixels: half a wave, its pen, and a dash with the gap behind it."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark on characters `start` to `end` (not included) of the text at a spot; `current` is the one gone to.

    `severity` is that of what a check found; None for what was searched.
    """

    spot: Spot
    start: int
    end: int
    current: bool = False
    severity: Severity | None = None


def units(text: str, start: int, end: int) -> tuple[int, int]:
    """Characters `start` to `end` of a text as Qt's positions."""
    first = qt_length(text[:start])
    return first, first + qt_length(text[start:end])


def mark_format(theme: Theme, mark: TextMark) -> QTextCharFormat:
    """What was searched has a tint, and the current one a line below it, so that colour is not all that tells it.

    What a check found has a line below it, and the current one a tint.
    """
    made = QTextCharFormat()
    if mark.severity is None:
        made.setBackground(theme.colour("accent_tint"))
        style, ink = QTextCharFormat.UnderlineStyle.SingleUnderline, theme.colour("accent")
    else:
        style, line, tint = LINES[mark.severity]
        ink = theme.colour(line)
        if mark.current:
            made.setBackground(theme.colour(tint))
    if mark.current or mark.severity is not None:
        made.setUnderlineStyle(style)
        made.setUnderlineColor(ink)
    return made


def paint_line(painter: QPainter, theme: Theme, rect: QRect, mark: TextMark) -> None:
    """Paint a mark's line into a flat rectangle, where Qt has no format for it."""
    style, ink, _tint = LINES[mark.severity] if mark.severity else (None, "accent", "")
    if style is QTextCharFormat.UnderlineStyle.WaveUnderline:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(ink), _WAVE_PEN))
        steps = range(rect.left(), rect.right() + 1, _WAVE)
        points = [QPointF(x, rect.top() + (number % 2) * _WAVE) for number, x in enumerate(steps)]
        painter.drawPolyline(points)
        painter.restore()
    else:
        step = _DASH if style is QTextCharFormat.UnderlineStyle.DashUnderline else max(1, rect.width())
        for left in range(rect.left(), rect.right() + 1, step):
            wide = min(step - _DASH // 3 if style else step, rect.right() + 1 - left)
            painter.fillRect(left, rect.top(), wide, rect.height(), theme.colour(ink))


def select(document: QTextDocument, first: int, last: int) -> QTextCursor:
    """A cursor that selects what stands between two positions of Qt."""
    cursor = QTextCursor(document)
    end = document.characterCount() - 1
    cursor.setPosition(min(first, end))
    cursor.setPosition(min(last, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def selections(
    document: QTextDocument, theme: Theme, spans: Iterable[tuple[int, int, TextMark]]
) -> list[QTextEdit.ExtraSelection]:
    """What a text edit is given to paint: spans are first and last position, and the mark."""
    formats: dict[tuple[Severity | None, bool], QTextCharFormat] = {}
    made: list[QTextEdit.ExtraSelection] = []
    for first, last, mark in spans:
        sort = mark.severity, mark.current
        if sort not in formats:
            formats[sort] = mark_format(theme, mark)
        one = QTextEdit.ExtraSelection()
        one.cursor = select(document, first, last)  # pyright: ignore[reportAttributeAccessIssue]
        one.format = formats[sort]  # pyright: ignore[reportAttributeAccessIssue]
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
