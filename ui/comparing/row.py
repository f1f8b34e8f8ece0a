"""One passage in the list: a chip, a link, the number beside the text."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from report.carrying import CarriedState
from report.last_year import Passage, words_of
from report.year_alignment import MatchKind
from resources.i18n import _
from ui.comparing.voice import Voice, chip_of, name_of, number_of, spoken
from ui.comparing.wording import LINE, Wording
from ui.painting import shapes
from ui.parts.labels import Link
from ui.parts.marks import Chip
from ui.theme import Theme

SIDE, GAP = 16, 12
"""Pixels at 100 %: at the right of the text, between a number and the text."""
_TOP, _BETWEEN, _BOTTOM = 12, 4, 12
_HEADING_TOP, _HEADING_BOTTOM = 10, 8


class PassageRow(QWidget):
    """One passage, laid out when it is first seen; until then it only guesses how high it will be.

    Signals:
        chosen(PassageRow, int): it was clicked, behind so many characters of this year's text.
        way_wished(PassageRow): what can be done with it is to be done.
    """

    chosen = Signal(object, int)
    way_wished = Signal(object)

    def __init__(self, theme: Theme, voice: Voice, parent: QWidget, way_of: Callable[["PassageRow"], str]) -> None:
        """`way_of` says what can be done with it, "" for nothing; it is asked when the row is laid out."""
        super().__init__(parent)
        self._theme, self._voice, self._ask = theme, voice, way_of
        self.passage = Passage(MatchKind.UNCHANGED, None, None)
        self.current = False
        self._is_stop = False
        self._state = CarriedState.NEW
        self._gutter = self._width = 0
        self._number = self._height = 0
        self.wording: Wording | None = None
        self.chip: Chip | None = None
        self.link: Link | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # What it shows

    def show_passage(self, passage: Passage, number: int, state: CarriedState = CarriedState.NEW) -> None:
        """Show a passage, which is laid out anew when its words are others; `state` says how it came to be there."""
        changed = _shown(passage) != _shown(self.passage) or state is not self._state
        self._state = state
        if changed or number != self._number:
            self.setAccessibleName(spoken(self._voice, passage, number))
        if changed and passage.kind is MatchKind.CHANGED and passage.before:
            self.setAccessibleDescription(_(self._voice.before).format(text=words_of(passage.before)))
        elif changed:
            self.setAccessibleDescription("")
        if number_of(passage) != number_of(self.passage):
            self.update()
        self.passage, self._number = passage, number
        if changed:
            self.wording = None

    def set_current(self, current: bool) -> None:
        """Mark it as what the cursor stands in."""
        if current != self.current:
            self.current = current
            self.update()

    def set_stop(self, stop: bool) -> None:
        """Let Tab come to it, and to its link."""
        self._is_stop = stop
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        if self.link is not None:
            self.link.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def forget_lines(self) -> None:
        """Lay it out anew when it is next seen: the looks changed."""
        self.wording = None
        self.update()

    # Where things are

    def is_laid_out(self, gutter: int, width: int) -> bool:
        """Whether it is set in lines of that width, behind that gutter."""
        return self.wording is not None and (self._gutter, self._width) == (gutter, width)

    def lay_out(self, gutter: int, width: int) -> None:
        """Set the text in lines; make and place what belongs to it."""
        if self.wording is None:
            self.wording = Wording(self._theme, self.passage)
            self._dress()
        self._gutter, self._width = gutter, width
        self.wording.set_lines(width)
        self._height = self._text_top() + self.wording.height + self._below()
        self._place_parts()
        self.update()

    def extent(self, gutter: int, width: int) -> int:
        """Its height with the line below; a guess when it is not laid out."""
        if self.is_laid_out(gutter, width):
            return self._height
        words = max(len(words_of(one)) for one in (self.passage.before, self.passage.after) if one)
        lines = max(1, -(-words // max(1, width // self._theme.px(15))))
        return self._text_top() + lines * self._theme.px(LINE) + self._below()

    def _place_parts(self) -> None:
        """Put chip and link above the text, at its edges."""
        theme = self._theme
        if self.chip is not None:
            self.chip.setGeometry(QRect(QPoint(self._gutter, theme.px(_TOP)), self.chip.sizeHint()))
        if self.link is not None:
            size = self.link.sizeHint()
            right = self._gutter + self._width - size.width()
            top = theme.px(_TOP) + (theme.size("chip") - size.height()) // 2
            self.link.setGeometry(right, top, size.width(), size.height())

    def _text_top(self) -> int:
        theme = self._theme
        if self.passage.is_kept_heading:
            return theme.px(_HEADING_TOP)
        return theme.px(_TOP) + theme.size("chip") + theme.px(_BETWEEN)

    def _below(self) -> int:
        below = _HEADING_BOTTOM if self.passage.is_kept_heading else _BOTTOM
        return self._theme.px(below) + self._theme.size("edge")

    def _dress(self) -> None:
        """Give it the chip and the link of its passage."""
        word, tone = chip_of(self._voice, self.passage, self._state)
        if self.chip is None:
            self.chip = Chip(self._theme, word, tone, self)
            self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.chip.show_chip(word, tone)
        self.chip.setVisible(not self.passage.is_kept_heading)
        way = self._ask(self)
        if way and self.link is None:
            self.link = Link(self._theme, "", self)
            self.link.clicked.connect(lambda: self.way_wished.emit(self))
            self.set_stop(self._is_stop)
        if self.link is not None:
            self.link.setFont(self._theme.font("body"))
            self.link.setText(way)
            self.link.setVisible(bool(way))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and bar of the current one, number, text, the line below, the ring of the focus."""
        del event
        painter, theme = QPainter(self), self._theme
        edge = theme.size("edge")
        area = self.rect().adjusted(0, 0, 0, -edge)
        if self.current:
            painter.fillRect(area, theme.colour("surface"))
            painter.fillRect(QRect(0, 0, theme.size("current"), area.height()), theme.colour("accent"))
        painter.fillRect(QRect(0, area.height(), self.width(), edge), theme.colour("line"))
        if self.wording is None:
            return
        top = self._text_top()
        self._paint_names(painter, top + self.wording.baseline())
        painter.setPen(theme.colour("text"))
        self.wording.draw(painter, QPointF(self._gutter, top))
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            shapes.edge(painter, area, theme.size("radius_chip"), theme.colour("accent"), theme.size("ring"))

    def _paint_names(self, painter: QPainter, baseline: float) -> None:
        """The number in the gutter, or the name of a named value beside its chip."""
        theme = self._theme
        painter.setPen(theme.colour("second"))
        if (label := number_of(self.passage)) != "":
            painter.setFont(theme.font("field"))
            left = self._gutter - theme.px(GAP) - painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(QPointF(left, baseline), label)
        if (name := name_of(self.passage)) != "" and self.chip is not None:
            painter.setFont(theme.font("body"))
            left = self.chip.geometry().right() + theme.size("gap_8")
            right = self.link.x() if self.link is not None and self.link.isVisible() else self.width()
            area = QRect(left, theme.px(_TOP), right - left - theme.size("gap_8"), theme.size("chip"))
            elided = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the place in the form."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            at = event.position() - QPointF(self._gutter, self._text_top())
            self.chosen.emit(self, self.wording.offset_at(at) if self.wording is not None else 0)


def _shown(passage: Passage) -> tuple[object, ...]:
    """What the layout of a passage depends on."""
    told = ((words_of(one), getattr(one, "heading", 0)) if one else None for one in (passage.before, passage.after))
    return (passage.kind, name_of(passage), *told)
