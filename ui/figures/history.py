"""Looks up the values of earlier years in the other reports of the office, when a sheet is first shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from report.indicators.figures import Figures
from report.indicators.history import YEARS
from report.indicators.values import Values, values_of
from report.report import Report
from ui import library
from ui.context import Context
from ui.figures.ledger import ledger_of
from ui.open_report import OpenReport

if TYPE_CHECKING:
    from storage.store import Store


class HistoryLookup(QObject):
    """Lives as long as the open report that it serves; looks again when its office or its year changes."""

    def __init__(self, context: Context, opened: OpenReport) -> None:
        super().__init__(opened)
        self._context, self._opened = context, opened
        self._asked: tuple[str, int | None] | None = None
        opened.rested.connect(self.look)

    def look(self) -> None:
        """Ask for the figures of the years before, unless they were asked for already."""
        report = self._opened.report
        wanted = report.front.office.strip(), report.year
        if wanted == self._asked:
            return
        self._asked = wanted

        def job(store: "Store") -> Mapping[int, tuple[str, Figures]]:
            found = library.years_before(store.reports(), report, YEARS - 1)
            loaded: dict[int, Report] = {year: store.load(one.id).report for year, one in found.items()}
            return {year: (one.type.id, one.figures) for year, one in loaded.items()}

        def done(figures: Mapping[int, tuple[str, Figures]]) -> None:
            if isValid(self) and self._asked == wanted:
                types = {one.id: one for one in self._context.types}
                history: dict[int, Values] = {
                    year: values_of(types.get(kind, self._opened.type).catalogue, found)
                    for year, (kind, found) in figures.items()
                }
                ledger_of(self._opened).show_history(history)

        self._context.ask(job, done)
