"""What looks after the data while the window is open: some seconds after the start they are read through and backed up.

Both are commands in a process of its own (`verify`, `backup`), so that no key waits for them.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, Signal

import resources
from storage.backups import Reason
from storage.errors import StorageError
from storage.second import back_up_twice
from storage.verifying import Damage, Harm
from ui.settings import second_folder

if TYPE_CHECKING:
    from storage.store import Store

T = TypeVar("T")
_MAIN: Final = Path(resources.__file__).resolve().parent.parent / "main.py"
_LATER: Final = 8_000
"""Milliseconds after the window is there: what it warms up comes first."""
_PATIENCE: Final = 2_000
KEPT_WHOLE: Final = timedelta(days=30)
"""How long the journal keeps each save by itself; of what is older each revision keeps what it came to."""
_UNKEPT: Final = ("missing", "failed")
_SLICE: Final = 2_000
"""Lines of the journal that are joined in one transaction: some tens of milliseconds."""


class Ask(Protocol):
    """Has a job done on the storage thread, then `done` here with its answer."""

    def __call__(self, job: "Callable[[Store], T]", done: Callable[[T], None], /) -> None:
        """Do it."""


class Upkeep(QObject):
    """Verifies and backs up once.

    Signals:
        damaged(tuple): what is not as it was written, as Damage.
        unkept(str, str): the second folder, and why it got no backup: missing or failed.
        done(): both have run.
        safe(): the data are sound, and there is a backup of them.
    """

    damaged = Signal(tuple)
    unkept = Signal(str, str)
    done = Signal()
    safe = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None, later: int = _LATER) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_ended = False
        self._process = QProcess(self)
        # Queued: the next command is begun when the process is done with telling of the last.
        self._process.finished.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._process.errorOccurred.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        self._then: Callable[[bytes], None] = self._verified
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(later)
        self._timer.timeout.connect(self._verify)

    def begin(self) -> None:
        """Run in some seconds."""
        self._timer.start()

    def end(self) -> None:
        """Run no more; a backup that is being made is left off and counts for nothing."""
        self._is_ended = True
        self._timer.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE)

    def _verify(self) -> None:
        self._run(self._verified, "verify", "--json")

    def _verified(self, out: bytes) -> None:
        found = damages_of(out)
        if found:
            self.damaged.emit(found)
            self.done.emit()
        else:
            self._run(self._backed_up, "backup", "--json", "--reason", Reason.START.value)

    def _backed_up(self, out: bytes) -> None:
        if out.strip():
            self.safe.emit()
        folder, state = second_of(out)
        if state in _UNKEPT:
            self.unkept.emit(folder, state)
        self.done.emit()

    def _run(self, then: Callable[[bytes], None], *arguments: str) -> None:
        self._then = then
        self._process.start(sys.executable, [str(_MAIN), "--data", str(self._folder), *arguments, "--gently"])

    def _go_on(self) -> None:
        if not self._is_ended:
            self._then(bytes(self._process.readAllStandardOutput().data()))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._is_ended:
            self.done.emit()


class Compaction:
    """Joins the old noise of all journals, a little at a time, so that no save waits long for it."""

    def __init__(self, ask: "Ask", now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`ask` has a job done on the storage thread and gives its answer here."""
        self._ask, self._now = ask, now

    def begin(self) -> None:
        """Go through all reports."""
        self._ask(lambda store: [one.id for one in store.reports()], self._next)

    def _next(self, reports: list[str]) -> None:
        if reports:
            first, *rest = reports
            before = self._now() - KEPT_WHOLE
            self._ask(
                lambda store: store.compact(first, before, _SLICE),
                lambda gone: self._next(reports if gone else rest),
            )


def back_up_at_close(folder: Path) -> None:
    """A backup of what was closed. A failure is not told: the window is gone, and the next start makes one."""
    with suppress(StorageError):
        back_up_twice(folder, Reason.CLOSE, datetime.now(UTC), second_folder(folder))


def damages_of(out: bytes) -> tuple[Damage, ...]:
    """What `verify --json` has found; nothing when it said nothing."""
    try:
        found: list[dict[str, Any]] = json.loads(out)["damages"]
        return tuple(Damage(Harm(one["harm"]), one["table"], one["report"] or "", one["detail"]) for one in found)
    except (ValueError, LookupError, TypeError):
        return ()


def second_of(out: bytes) -> tuple[str, str]:
    """The second folder and what became of it, as `backup --json` says; empty where it says nothing."""
    try:
        found: dict[str, Any] = json.loads(out)["second"]
        return str(found["folder"]), str(found["state"])
    except (ValueError, LookupError, TypeError):
        return "", ""
