"""The one writing connection, and the one row that speaks for all of its rows.

Nothing is acknowledged before the commit has returned; nothing is left half-done when anything fails.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from storage.deed import Deed, Head
from storage.faults import translated
from storage.history import History
from storage.presence import Presence
from storage.queries import Queries
from storage.rows import Row

if TYPE_CHECKING:
    from sqlite_utils import Database

Clock: TypeAlias = Callable[[], datetime]

_UNTIDY = 500
"""Rows written between two checkpoints: about a thousand pages of the log."""


def utc_now() -> datetime:
    """The time by the system's clock; the order of things never depends on it."""
    return datetime.now(UTC)


class Ledger:
    """The one writing connection."""

    def __init__(self, db: "Database", path: Path, clock: Clock = utc_now) -> None:
        self.path = path
        self.queries = Queries(db.conn, path)
        self._db, self._clock = db, clock
        self._presence = Presence(path)
        self._head: Head | None = None
        self._own: Row | None = None
        self._tidied = db.conn.total_changes

    @contextmanager
    def deed(self, report_id: str, who: str, what: str) -> Generator[Deed]:
        """A transaction of one deed; what it wrote is on the disk when the block has been left.

        Raises StorageErrors; then nothing of it was written.
        """
        with translated(self.path):
            self._presence.check()
            if self._head is None:
                self._head = Head.read(self._db.conn, self.path)
            with self._db.atomic():
                deed = Deed(self._db.conn, self.path, self._head, report_id, who, what, self._clock(), self._own)
                self._own = None
                yield deed
                head = deed.finish()
            self._head, self._own = head, deed.own
            self._presence.check()

    @property
    def is_untidy(self) -> bool:
        """Whether so much was written that the log should be written into the database, when there is time."""
        return self._db.conn.total_changes - self._tidied > _UNTIDY

    def tidy(self) -> None:
        """Write the log into the database: here and not within a save, so that no acknowledgement waits for it."""
        with translated(self.path):
            self._db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
            self._tidied = self._db.conn.total_changes

    def history(self, report_id: str) -> History:
        """Questions to the journal of a report."""
        return History(self.queries, report_id)

    @contextmanager
    def reading(self) -> Generator[Queries]:
        """Questions, with failures translated."""
        with translated(self.path):
            yield self.queries
