"""The report being edited: the one hub for changes.

Views send edits and listen; none of them knows the store. A step of undo is the report before and after, which share
all that did not change. Typing in one place is one step as long as the pauses are short.
"""

from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from report.document import Place
from report.indicators.quoting import settled
from report.report import Report
from report.template import ReportType

_MERGE_SECONDS = 1.2
_REST = 100
"""Milliseconds after a change until those are told who need not follow each key."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of undo: its name in the menu, where it happened, the report before and after."""

    name: str
    place: Place
    before: Report
    after: Report


@dataclass(frozen=True, slots=True)
class LastYear:
    """The report of the year before, and its type."""

    report: Report
    type: ReportType


class OpenReport(QObject):
    """A report with its history of this session.

    Signals:
        changed(Place): the report differs from before, there or ("" as section) in its order.
        rested(): the report has changed a moment ago; told once for many changes, for what shows the whole.
        stepped(Place): an undo or redo was made; views show that place again.
        history_changed(): what can be undone or redone is different.
        last_changed(): another report, or none, is that of the year before.
    """

    changed = Signal(object)
    rested = Signal()
    stepped = Signal(object)
    history_changed = Signal()
    last_changed = Signal()

    def __init__(self, report_type: ReportType, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.type = report_type
        self._report = report
        self.last: LastYear | None = None
        self.folds: dict[str, int] = {}
        """What the clerk folded (0) and opened (1) of the parts of its pages, by their names; kept in the settings."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._last = 0.0
        self._sealed = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.rested)

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self._report

    def set_last(self, last: LastYear | None) -> None:
        """Know the report of the year before; it is looked up when office or year change."""
        self.last = last
        self.last_changed.emit()

    def apply(self, name: str, place: Place, report: Report, *, merge: bool = False) -> None:
        """Make `report` the current one.

        `name` says in the menu what was done; `merge` joins it to the step before when that was at the same place a
        moment ago. What the new text quotes of indicators is made to read as their values.
        """
        report = settled(self.type, self._report, report)
        if report == self._report:
            return
        before, now = self._report, monotonic()
        self._report = report
        self._undone.clear()
        last = self._done[-1] if self._done else None
        soon = now - self._last < _MERGE_SECONDS
        if merge and last and not self._sealed and soon and (last.place, last.name) == (place, name):
            self._done[-1] = Step(name, place, last.before, report)
        else:
            self._done.append(Step(name, place, before, report))
        self._last, self._sealed = now, False
        self._tell(place)

    def seal(self) -> None:
        """End the current step: what is typed next is undone by itself."""
        self._sealed = True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def undo_name(self) -> str:
        """What undo would take back, "" when nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """What redo would make again, "" when nothing."""
        return self._undone[-1].name if self._undone else ""

    def undo(self) -> None:
        """Take the last step back; nothing when there is none."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._show(step.before, step.place)

    def redo(self) -> None:
        """Make the last undone step again; nothing when there is none."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._show(step.after, step.place)

    def _show(self, report: Report, place: Place) -> None:
        self._report = report
        self.seal()
        self._tell(place)
        self.stepped.emit(place)

    def _tell(self, place: Place) -> None:
        self.changed.emit(place)
        self.history_changed.emit()
        if not self._rest.isActive():
            self._rest.start()
