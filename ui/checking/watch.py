"""The check at work: it runs in each pause of typing, away from the window, and knows what is found now."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from report.checking.finding import Finding
from report.report import Report
from report.template import ReportType
from ui.open_report import OpenReport

_FIRST, _PAUSE = 900, 500
"""Milliseconds after which an opened report is checked, and a pause in typing is one."""


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What the office chose: rules that are off, its own wrong words with the right ones, who decides."""

    off: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    who: str = ""


@dataclass(frozen=True, slots=True)
class CheckState:
    """What was found in a report, and when."""

    report: Report
    standing: tuple[Finding, ...]
    ignored: tuple[Finding, ...]
    moment: datetime


class CheckWatch(QObject):
    """Checks the open report.

    A report is immutable: it is checked on a thread of its own, and an answer that was overtaken is dropped.

    Signals:
        checked(): `state` is another.
    """

    checked = Signal()
    _answered = Signal(object)

    def __init__(self, opened: OpenReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.setting = CheckSetting()
        self.state: CheckState | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._timer.start(_FIRST)
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        opened.changed.connect(self._wait)
        opened.last_changed.connect(self._wait)

    def set_setting(self, setting: CheckSetting) -> None:
        """Check by another setting from now on."""
        if setting != self.setting:
            self.setting, self.state = setting, None
            self._wait()

    def now(self) -> CheckState:
        """What is found in the report as it is now: checked at once where it was not yet."""
        state = self.state
        if state is None or state.report is not self._opened.report:
            state = _check(self._opened.type, self._opened.report, self._last(), self.setting)
            self._show(state)
        return state

    def again(self) -> None:
        """Check everything anew, from the first word."""
        from report.checking.engine import forget

        forget()
        self.state = None
        self.now()

    def close(self) -> None:
        """End what runs."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _wait(self, *_where: object) -> None:
        if not self._closed:
            self._timer.start(_PAUSE if self.state is not None else max(_PAUSE, self._timer.remainingTime()))

    def _last(self) -> Report | None:
        return self._opened.last.report if self._opened.last is not None else None

    def _begin(self) -> None:
        report_type, report, last, setting = self._opened.type, self._opened.report, self._last(), self.setting
        if self.state is not None and self.state.report is report:
            return
        future = self._pool.submit(_check, report_type, report, last, setting)
        future.add_done_callback(self._tell)

    def _tell(self, future: "Future[CheckState]") -> None:
        if not future.cancelled() and isValid(self):
            self._answered.emit(future)

    def _take(self, future: "Future[CheckState]") -> None:
        state = future.result()
        if state.report is self._opened.report and not self._closed:
            self._show(state)

    def _show(self, state: CheckState) -> None:
        self.state = state
        self.checked.emit()


def _check(report_type: ReportType, report: Report, last: Report | None, setting: CheckSetting) -> CheckState:
    from exports.print_check import RULE, print_findings
    from report.checking.engine import check
    from report.checking.ignoring import part
    from report.checking.passages import Checked

    checked = Checked(report_type, report, last=last, office_words=setting.words)
    printed = print_findings(checked) if RULE not in setting.off else ()
    parted = part(report, (*check(checked, setting.off), *printed))
    return CheckState(report, parted.standing, parted.ignored, datetime.now(UTC))
