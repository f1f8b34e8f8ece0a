"""The window's way to the store: jobs go to the storage thread, answers come back as futures."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from report.report import Report
from storage.lock import FolderLock
from storage.thread import StoreThread

if TYPE_CHECKING:
    from storage.store import Store

T = TypeVar("T")


class Archive:
    """Stored reports and settings of one data folder. `who` signs the journal."""

    def __init__(self, thread: StoreThread, folder: Path, who: Callable[[], str]) -> None:
        self.folder = folder
        self._thread, self._who = thread, who
        self.is_open = True

    def do(self, job: Callable[["Store"], T]) -> "Future[T]":
        """Run a job on the storage thread."""
        return self._thread.submit(job)

    def while_closed(self, job: Callable[[FolderLock], T]) -> "Future[T]":
        """Run a job on the storage thread while the database is closed; it holds the folder's lock."""
        return self._thread.submit_closed(job)

    def save(self, report: Report, what: str) -> "Future[datetime]":
        """Save what differs; the moment at which it was on the disk."""
        who = self._who()
        return self.do(lambda store: store.save(report, who=who, what=what).moment)

    def save_settings(self, changed: Mapping[str, str]) -> "Future[None]":
        """Keep settings."""
        return self.do(lambda store: store.set_settings(changed))

    def close(self) -> None:
        """Finish the jobs, close the file."""
        self.is_open = False
        self._thread.close()
