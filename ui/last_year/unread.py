"""What came from last year and nobody has looked at since: how much, said in the status line, and where, in a list."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from report.carrying import carried, entries
from report.document import Place
from report.report import Report
from report.texts import Spot, texts
from resources.i18n import _
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.places import place_words, spot_words
from ui.theme import Theme

_WORDS = 32


class Unread(QObject):
    """Counts for the status line, and shows the list.

    Signals:
        counted(int): so many entries read as they came.
        place_wished(Place): one of them is to be shown.
    """

    counted = Signal(int)
    place_wished = Signal(object)

    def __init__(self, opened: OpenReport, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(opened)
        self._window = window
        self._opened, self._theme, self._icons = opened, theme, icons
        opened.rested.connect(self.count)

    def count(self) -> None:
        """Say how much there is."""
        self.counted.emit(sum(1 for _place in carried(self._opened.report)))

    def show_list(self) -> None:
        """List all of it, and the words of other years, with the way to each."""
        from ui.dialogs.places import PlacesDialog

        report = self._opened.report
        unread, suspect = list(self._unread(report)), list(self._suspect(report))
        groups = (
            (_("{count}段还是去年的文字").format(count=len(unread)), unread),
            (_("{count}处像是别的年份的字").format(count=len(suspect)), suspect),
        )
        dialog = PlacesDialog(
            _("去年沿用、还没有看过的"),
            _("改动过，或者在“去年”一栏里按“确认沿用”，就不再列在这里。"),
            [(heading, rows) for heading, rows in groups if rows],
            self._theme,
            self._icons,
            self._window,
        )
        if dialog.exec() and dialog.place is not None:
            self.place_wished.emit(dialog.place)
        dialog.deleteLater()

    def _unread(self, report: Report) -> Iterator[tuple[str, Place]]:
        first: dict[str, str] = {}
        for spot, text in texts(report):
            first.setdefault(spot.place.block, text)
        known = {place.block for place, _entry in entries(report)}
        for place in carried(report):
            if place.block in known:
                yield f"{self._words(Spot(place), report)}：{_short(first.get(place.block, ''))}", place

    def _suspect(self, report: Report) -> Iterator[tuple[str, Place]]:
        from report.leftovers import leftovers

        for one in leftovers(report):
            yield f"{self._words(one.spot, report)}：“{one.words}”", one.spot.place

    def _words(self, spot: Spot, report: Report) -> str:
        return place_words(spot.place, report) + spot_words(spot, report, self._opened.type, {})


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else text[:_WORDS] + "…"
