"""Words in one line of which some are set off: what was found, and what stands in its place."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.theme import Theme
from ui.tokens import Token

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_BEFORE = 0.42
"""The most of the room that the words before may take when there is not enough."""


class Piece(NamedTuple):
    """Words with their font, ink and ground."""

    words: str
    font: QFont
    ink: Token
    ground: Token


def change_pieces(theme: Theme, old: str, new: str | None) -> list[Piece]:
    """Words that are struck out, and those that come in their place; None: words that only stand out."""
    bold = theme.font("body", bold=True)
    if new is None:
        return [Piece(old, bold, "text", "accent_tint")]
    struck, under = theme.font("body"), QFont(bold)
    struck.setStrikeOut(True)
    under.setUnderline(True)
    pieces = [Piece(old, struck, "red", "red_tint")] if old else []
    return [*pieces, Piece(new, under, "accent", "accent_tint")] if new else pieces


def paint_pieces(
    painter: QPainter, theme: Theme, rect: QRect, before: str, pieces: Sequence[Piece], behind: str
) -> None:
    """All in one line: of the words before the pieces the end stays, of those behind them the beginning."""
    plain = theme.font("body")
    metrics = QFontMetrics(plain)
    middle = sum(QFontMetrics(one.font).horizontalAdvance(one.words) for one in pieces)
    spare = max(0, rect.width() - middle)
    least = min(metrics.horizontalAdvance(behind), round(spare * (1 - _BEFORE)))
    before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, spare - least)
    left = draw(painter, theme, rect, before, plain, "text")
    for one in pieces:
        area = rect.adjusted(left, 0, 0, 0)
        shown = QFontMetrics(one.font).elidedText(one.words, Qt.TextElideMode.ElideRight, max(0, area.width()))
        _tint(painter, theme, area, QFontMetrics(one.font).horizontalAdvance(shown), one.ground)
        left += draw(painter, theme, area, shown, one.font, one.ink)
    area = rect.adjusted(left, 0, 0, 0)
    shown = metrics.elidedText(behind, Qt.TextElideMode.ElideRight, max(0, area.width()))
    draw(painter, theme, area, shown, plain, "text")


def draw(painter: QPainter, theme: Theme, rect: QRect, words: str, font: QFont, ink: Token) -> int:
    """Words from the left; how wide they are."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, int(_MIDDLE), words)
    return QFontMetrics(font).horizontalAdvance(words)


def _tint(painter: QPainter, theme: Theme, rect: QRect, width: int, ground: Token) -> None:
    line = theme.line("body") + theme.size("gap_2")
    top = rect.center().y() + 1 - line // 2
    painter.fillRect(QRect(rect.left(), top, width, line), theme.colour(ground))
