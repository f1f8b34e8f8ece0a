"""The passages one below the other: only what is seen is laid out at once, and only what changed anew."""

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from report.carrying import CarriedState
from report.document import Place
from report.last_year import Passage
from ui.comparing.row import GAP, SIDE, PassageRow
from ui.comparing.voice import Voice, number_of
from ui.parts.scroll import Scroll
from ui.theme import Theme

_GUTTER, _LEFT = 48, 12
"""Pixels at 100 %: the gutter where all numbers are short, and the space before longer ones."""
_BUDGET = 0.006
"""Seconds in which rows out of sight are laid out between two events."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PassageList(Scroll):
    """A list of passages; the one of the cursor is marked and stays where it is while others change.

    Signals:
        chosen(int, int): the index of a passage that was clicked or entered, characters of this year's text before.
        way_wished(int): what can be done with a passage is to be done.
    """

    chosen = Signal(int, int)
    way_wished = Signal(int)

    def __init__(self, theme: Theme, voice: Voice, way_of: Callable[[int], str], parent: QWidget | None = None) -> None:
        """`way_of` says what can be done with the passage at an index, "" for nothing."""
        super().__init__(theme, parent)
        self._voice, self._way_of = voice, way_of
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self.setWidget(self._content)
        self.rows: list[PassageRow] = []
        self._spare: list[PassageRow] = []
        self._gutter = theme.px(_GUTTER)
        self._stop: PassageRow | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._lay_out_some)
        self.verticalScrollBar().valueChanged.connect(self._see)
        theme.changed.connect(self._restyle)

    # What is shown

    def show_passages(self, passages: Sequence[Passage], states: Sequence[CarriedState] = ()) -> None:
        """Show passages; rows of those that stay are kept, and so is the place that is seen.

        `states` say of each what became of it since it came from last year; without them none did.
        """
        anchors, seen = self._anchors(), self._seen()
        old = {_key(row.passage): row for row in self.rows}
        keys = [_key(one) for one in passages]
        kept = {key: old.pop(key) for key in keys if key in old}
        self._spare += old.values()
        self.rows = []
        for index, (key, passage) in enumerate(zip(keys, passages, strict=True)):
            row = kept.pop(key, None) or self._spare_row()
            row.show_passage(passage, index + 1, states[index] if states else CarriedState.NEW)
            self.rows.append(row)
        for row in self._spare:
            row.set_current(False)
            row.hide()
        self._gutter = self._wide_enough(passages)
        if self._stop not in self.rows:
            self._set_stop(self.rows[0] if self.rows else None)
        for row in seen:
            if row.wording is None and row in self.rows:
                row.lay_out(self._gutter, self._text_width())
        self._arrange(anchors)

    def follow(self, index: int | None, *, reveal: bool) -> None:
        """Mark the passage of the cursor; `reveal` scrolls so that it is seen."""
        for number, row in enumerate(self.rows):
            row.set_current(number == index)
        if index is None:
            return
        if not self._content.isAncestorOf(QApplication.focusWidget() or self):
            self._set_stop(self.rows[index])
        if reveal:
            self._reveal(self.rows[index])

    def to_top(self) -> None:
        """Show the first passage."""
        self.verticalScrollBar().setValue(0)

    def index_of(self, row: object) -> int:
        """The place of a row, -1 for none of them."""
        return next((index for index, one in enumerate(self.rows) if one is row), -1)

    def _spare_row(self) -> PassageRow:
        if self._spare:
            return self._spare.pop()
        row = PassageRow(self._theme, self._voice, self._content, lambda one: self._way_of(self.index_of(one)))
        row.chosen.connect(lambda one, offset: self.chosen.emit(self.index_of(one), offset))
        row.way_wished.connect(lambda one: self.way_wished.emit(self.index_of(one)))
        return row

    def _wide_enough(self, passages: Sequence[Passage]) -> int:
        """A gutter for the longest number."""
        theme = self._theme
        metrics = QFontMetrics(theme.font("field"))
        longest = max(map(metrics.horizontalAdvance, {number_of(one) for one in passages}), default=0)
        return max(theme.px(_GUTTER), theme.px(_LEFT) + longest + theme.px(GAP))

    # Where the rows are

    def _text_width(self) -> int:
        """The same with and without a scroll bar, which stands in the margin."""
        return max(self._theme.px(80), self.width() - self._gutter - self._theme.px(SIDE))

    def _anchors(self) -> list[tuple[PassageRow, int]]:
        """Rows in view and where they stand; the one of the cursor first."""
        top = self.verticalScrollBar().value()
        if not top and not any(row.current for row in self.rows):
            return []
        return sorted(((row, row.y() - top) for row in self._seen()), key=lambda one: not one[0].current)

    def _seen(self) -> list[PassageRow]:
        """The rows in view."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        return [row for row in self.rows if row.y() + row.height() > top and row.y() < top + height]

    def _arrange(self, anchors: Sequence[tuple[PassageRow, int]] = ()) -> None:
        """Stack the rows; lay out those in view; keep the first anchor that is still there in its place."""
        for _round in range(4):
            self._stack()
            anchor = next(((row, y) for row, y in anchors if row in self.rows), None)
            if anchor is not None:
                self.verticalScrollBar().setValue(anchor[0].y() - anchor[1])
            if not self._lay_out_seen():
                break
        self._later.start()

    def _stack(self) -> None:
        width, text = self.viewport().width(), self._text_width()
        top = 0
        for row in self.rows:
            height = row.extent(self._gutter, text)
            if (row.x(), row.y(), row.width(), row.height()) != (0, top, width, height):
                row.setGeometry(0, top, width, height)
            if row.isHidden():
                row.show()
            top += height
        self._content.resize(width, top)

    def _lay_out_seen(self) -> bool:
        """Lay out what is in view; whether there was anything to do."""
        text = self._text_width()
        waiting = [row for row in self._seen() if not row.is_laid_out(self._gutter, text)]
        for row in waiting:
            row.lay_out(self._gutter, text)
        return bool(waiting)

    def _lay_out_some(self) -> None:
        """Lay out rows out of sight, as many as there is time for."""
        text, end = self._text_width(), perf_counter() + _BUDGET
        waiting = [row for row in self.rows if not row.is_laid_out(self._gutter, text)]
        if not waiting or not self.isVisible():
            return
        anchors = self._anchors()
        for row in waiting:
            row.lay_out(self._gutter, text)
            if perf_counter() > end:
                break
        self._arrange(anchors)

    def _see(self) -> None:
        if self._lay_out_seen():
            self._arrange(self._anchors())

    def _reveal(self, row: PassageRow) -> None:
        """Scroll so that a row is seen: whole where it fits, its head where it does not."""
        for _round in range(2):  # what comes into view is laid out and may become higher
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if row.y() < bar.value() or row.height() > height:
                bar.setValue(row.y())
            elif row.y() + row.height() > bar.value() + height:
                bar.setValue(row.y() + row.height() - height)

    # Keys

    def _set_stop(self, row: PassageRow | None) -> None:
        if self._stop is not None:
            self._stop.set_stop(False)
        self._stop = row
        if row is not None:
            row.set_stop(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from passage to passage, Enter to the place in the form."""
        at = self.index_of(self._stop)
        last = len(self.rows) - 1
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.chosen.emit(at, 0)
        elif (key in _STEPS or key in ends) and at >= 0:
            self._go_to(ends.get(key, max(0, min(at + _STEPS.get(key, 0), last))))
        else:
            super().keyPressEvent(event)

    def _go_to(self, index: int) -> None:
        self._set_stop(self.rows[index])
        self.rows[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._reveal(self.rows[index])

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew what is seen."""
        super().resizeEvent(event)
        self._arrange(self._anchors())

    def _restyle(self) -> None:
        for row in (*self.rows, *self._spare):
            row.forget_lines()
        self._gutter = self._wide_enough([row.passage for row in self.rows])
        self._arrange(self._anchors())


def _key(passage: Passage) -> tuple[bool, Place | None]:
    piece = passage.after or passage.before
    return passage.after is None, piece.place if piece else None
