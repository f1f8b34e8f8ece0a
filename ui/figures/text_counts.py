"""What the text counts beside the figures: looked at while a view of the figures is seen and the clerk rests."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from report.indicators.rows import Gravity, Message
from report.indicators.unlinked import Standing, Unlinked, standings, unlinked_counts
from report.indicators.values import Values
from report.recognition.report_numbers import Recognised
from report.report import Report
from resources.i18n import _
from ui.open_report import OpenReport
from ui.places import place_words

_AFTER = 800
"""Milliseconds of rest: a whole report takes some 25 to be read."""


class TextCounts(QObject):
    """The counts of the text that no link follows.

    Signals:
        looked(): they may be others.
    """

    looked = Signal()

    def __init__(self, opened: OpenReport, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._seen: Report | None = None
        self._counts: tuple[Recognised, ...] = ()
        self._told: tuple[tuple[Values, tuple[Recognised, ...]], tuple[Unlinked, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self.look)

    def wish(self) -> None:
        """Look at the text as soon as the clerk rests, if it is another."""
        if self._seen is not self._opened.report:
            self._timer.start()

    def follow(self) -> None:
        """The text changed: look again, if it was looked at before."""
        if self._seen is not None:
            self.wish()

    def look(self) -> None:
        """Look at the text now."""
        self._timer.stop()
        report = self._opened.report
        if self._seen is not report:
            self._seen, before = report, self._counts
            self._counts = unlinked_counts(self._opened.type, report)
            if self._counts != before:
                self.looked.emit()

    def all(self, values: Values) -> Sequence[Unlinked]:
        """What each says of the values."""
        if self._told is None or self._told[0] != (values, self._counts):
            self._told = (values, self._counts), tuple(standings(values, self._counts))
        return self._told[1]

    def remarks(self, values: Values) -> Mapping[str, Sequence[Message]]:
        """Where the text says another value, by indicator."""
        found: dict[str, list[Message]] = defaultdict(list)
        for one in self.all(values):
            if one.standing is Standing.DIFFERS:
                where = place_words(one.count.place, self._opened.report)
                words = _("{place}写的是“{quote}”，与这里不一样。").format(place=where, quote=one.count.quote)
                found[one.indicator].append(Message(Gravity.HINT, words, place=one.count.place))
        return found
