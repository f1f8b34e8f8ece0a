"""Finds the report of the year before for an open report, anew when its office or its year changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from report.report import Report
from ui import library
from ui.context import Context
from ui.editor.workplace import Workplace

if TYPE_CHECKING:
    from storage.store import Store


class LastYearLookup(QObject):
    """Lives as long as the workplace that it serves."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._context, self._workplace = context, workplace
        self._asked: tuple[str, int | None] | None = None
        workplace.desk.opened.rested.connect(self.look)

    def look(self) -> None:
        """Look for it, if the report is another one's successor than when it was looked for last."""
        report = self._workplace.desk.opened.report
        wanted = report.front.office.strip(), report.year
        if wanted == self._asked:
            return
        self._asked = wanted

        def job(store: "Store") -> Report | None:
            found = library.year_before(store.reports(), report)
            return store.load(found.id).report if found is not None else None

        def done(last: Report | None) -> None:
            if isValid(self) and self._asked == wanted:
                types = {one.id: one for one in self._context.types}
                self._workplace.show_last_year(last, types.get(last.type.id) if last is not None else None)

        self._context.ask(job, done)
