"""Save without being asked: 400 ms after the last key, at most 3 s after the first, and whenever it matters.

The state tells the truth: saved only when the storage thread has acknowledged the last change. After a failure the
text stays in the window and saving is tried again by itself.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from report.report import Report
from storage.errors import StorageError
from ui.open_report import OpenReport

_PAUSE, _LONGEST, _RETRY = 400, 3_000, 5_000
"""Milliseconds: after the last key, after the first unsaved one, between tries after a failure."""

Save = Callable[[Report, str], "Future[datetime]"]
"""Saves a report with the name of what was done; the moment at which it was on the disk."""


class Saving(StrEnum):
    """Where the last change is."""

    SAVED = "saved"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the status line shows.

    `moment` is when the report was last saved (None: not in this session), `since` when the oldest unsaved change was
    made, `unsaved` how many there are, `error` why the last try failed.
    """

    saving: Saving
    moment: datetime | None = None
    since: datetime | None = None
    unsaved: int = 0
    error: StorageError | None = None


class Autosave(QObject):
    """Saves an open report.

    Signals:
        state_changed(SaveState): shown at the left of the status line.
    """

    state_changed = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, opened: OpenReport, save: Save, saved: datetime | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._save = opened, save
        self._saved_report: Report = opened.report
        self._flying: Report | None = None
        self.state = SaveState(Saving.SAVED, saved)
        self._what = ""
        self._is_held = False
        self._pause = self._timer(_PAUSE)
        self._longest = self._timer(_LONGEST)
        self._retry = self._timer(_RETRY)
        opened.changed.connect(self._note_change)
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    @property
    def dirty(self) -> bool:
        """Whether anything is not acknowledged yet."""
        return self._opened.report is not self._saved_report

    @property
    def moment(self) -> datetime:
        """When the report was changed last, as an export says it: when it was saved, or now."""
        return self.state.moment or datetime.now(UTC)

    def flush(self) -> None:
        """Send what is unsaved to the storage thread now; the answer comes as a change of state."""
        self._pause.stop()
        self._longest.stop()
        if self._is_held or self._flying is not None or not self.dirty:
            return
        self._retry.stop()
        report = self._flying = self._opened.report
        future = self._save(report, self._what or self._opened.undo_name)
        future.add_done_callback(lambda done: self._answered.emit(report, done))

    def settle(self, wait: Callable[[], None]) -> bool:
        """Flush and wait for the answer; whether everything is saved. `wait` lets events pass for a moment."""
        for _ in range(3):
            self.flush()
            while self._flying is not None:
                wait()
            if not self.dirty or self.state.saving is Saving.FAILED:
                break
        return not self.dirty

    def hold(self) -> None:
        """Save nothing, whatever is done, until `release`: the stored report is about to become another one."""
        self._is_held = True
        self.end()

    def release(self) -> None:
        """Save again, at once what was changed meanwhile."""
        self._is_held = False
        self.flush()

    def end(self) -> None:
        """Save no more: the store is about to be closed."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    def _note_change(self, _place: object) -> None:
        state = self.state
        self._what = self._opened.undo_name
        if not self.dirty:
            self._set(SaveState(Saving.SAVED, state.moment))
            return
        since = state.since or datetime.now().astimezone()
        saving = Saving.FAILED if state.saving is Saving.FAILED else Saving.WAITING
        self._set(SaveState(saving, state.moment, since, state.unsaved + 1, state.error))
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _take_answer(self, report: Report, done: "Future[datetime]") -> None:
        self._flying = None
        error = done.exception()
        if error is None:
            self._saved_report = report
            if self.dirty:
                self._set(SaveState(Saving.WAITING, done.result(), datetime.now().astimezone(), 1))
                self._pause.start()
            else:
                self._set(SaveState(Saving.SAVED, done.result()))
            return
        if not isinstance(error, StorageError):
            raise error
        state = self.state
        self._set(SaveState(Saving.FAILED, state.moment, state.since, max(state.unsaved, 1), error))
        self._retry.start()

    def _set(self, state: SaveState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
