"""The text of one passage with what was struck out and what was put in, set in lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from report.document import Piece, Prose
from report.last_year import Passage, words_of
from report.word_differences import Part, Segment, word_differences
from ui.text_positions import characters_before, qt_length
from ui.theme import Theme

LINE = 26
"""Pixels at 100 % of a line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the text: what became of it, whether it is heading, characters of this year's text before it."""

    part: Part
    text: str
    heading: bool
    offset: int


def stretches_of(passage: Passage) -> tuple[Stretch, ...]:
    """The text of a passage in one row: both years' where they differ."""
    before, after = passage.before, passage.after
    segments = word_differences(words_of(before) if before else "", words_of(after) if after else "")
    return tuple(_cut(segments, _bold_length(before), _bold_length(after)))


def _bold_length(piece: Piece | None) -> int:
    """Characters of a heading with its 。, 0 where there is none."""
    return piece.heading + 1 if isinstance(piece, Prose) and piece.heading and piece.level else 0


def _cut(segments: Sequence[Segment], before: int, after: int) -> Iterator[Stretch]:
    """The segments, cut where the heading ends in the year that they are read in."""
    old = new = 0
    for one in segments:
        left = (before - old) if one.part is Part.REMOVED else (after - new)
        end = max(0, min(len(one.text), left))
        for text, heading in ((one.text[:end], True), (one.text[end:], False)):
            if text:
                yield Stretch(one.part, text, heading, new)
                new += len(text) if one.part is not Part.REMOVED else 0
                old += len(text) if one.part is not Part.ADDED else 0


class Wording:
    """Lays a passage out and draws it."""

    def __init__(self, theme: Theme, passage: Passage) -> None:
        self._theme = theme
        self.stretches = stretches_of(passage)
        text = "".join(one.text for one in self.stretches).replace("\n", "\u2028")
        self.layout = QTextLayout(text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.height = 0

    def set_lines(self, width: int) -> None:
        """Break the text into lines of a width."""
        theme, layout, line_height = self._theme, self.layout, self._theme.px(LINE)
        layout.setFont(theme.font("field"))
        layout.setFormats(self._formats())
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + round((line_height - line.height()) / 2)))
            top += line_height
        layout.endLayout()
        self.height = top

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draw the lines."""
        self.layout.draw(painter, origin)

    def baseline(self) -> float:
        """Where the first line stands."""
        line = self.layout.lineAt(0)
        return line.y() + line.ascent() if line.isValid() else 0

    def offset_at(self, point: QPointF) -> int:
        """Characters of this year's text before a point of the text."""
        line_height = self._theme.px(LINE)
        number = max(0, min(int(point.y() // line_height), self.layout.lineCount() - 1))
        line = self.layout.lineAt(number)
        if not line.isValid():
            return 0
        answer = line.xToCursor(point.x())
        units = answer[0] if isinstance(answer, tuple) else answer
        shown = characters_before(self.layout.text(), int(units))
        for one, following in pairwise((*self.stretches, Stretch(Part.SAME, "", False, 0))):
            if shown <= len(one.text) or not following.text:
                return one.offset + (min(shown, len(one.text)) if one.part is not Part.REMOVED else 0)
            shown -= len(one.text)
        return 0

    def rect(self) -> QRectF:
        """What the lines take."""
        return self.layout.boundingRect()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        theme = self._theme
        looks = {part: char_format(theme, part) for part in Part}
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        for one in self.stretches:
            length = qt_length(one.text)
            if one.heading or one.part is not Part.SAME:
                found = QTextLayout.FormatRange()
                found.start, found.length = start, length  # type: ignore[assignment]
                look = QTextCharFormat(looks[one.part])
                if one.heading:
                    look.setFontWeight(QFont.Weight.Bold)
                found.format = look  # type: ignore[assignment]
                ranges.append(found)
            start += length
        return ranges


def char_format(theme: Theme, part: Part) -> QTextCharFormat:
    """Red and struck out for what was removed, accent and underlined for what was added: never colour alone."""
    look = QTextCharFormat()
    look.setForeground(QBrush(_ink(theme, part)))
    if part is Part.REMOVED:
        look.setFontStrikeOut(True)
        look.setBackground(QBrush(theme.colour("red_tint")))
    elif part is Part.ADDED:
        look.setFontUnderline(True)
        look.setBackground(QBrush(theme.colour("accent_tint")))
    return look


def _ink(theme: Theme, part: Part) -> QColor:
    return theme.colour("red" if part is Part.REMOVED else "accent" if part is Part.ADDED else "text")
