"""Writing: one deed of the user is one transaction, and each change of it has its row in the journal.

Nothing is acknowledged before the commit has returned; nothing is left half-done when anything fails.
"""

import re
import sqlite3
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from storage.changes import DERIVED, RowChange
from storage.faults import translated
from storage.presence import Presence
from storage.queries import Queries
from storage.records import Cell, Saved
from storage.rows import KEYS, json_text

if TYPE_CHECKING:
    from sqlite_utils import Database

Clock: TypeAlias = Callable[[], datetime]

_UNTIDY = 500
"""Rows written between two checkpoints: about a thousand pages of the log."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_JOURNAL = (
    "INSERT INTO journal (sequence, deed, report, moment, who, what, section, field, subject, key, old, new)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def utc_now() -> datetime:
    """The time by the system's clock; the order of things never depends on it."""
    return datetime.now(UTC)


def moment_text(moment: datetime) -> str:
    """A moment as columns hold it: ISO 8601 in UTC, always of the same length."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Ledger:
    """The one writing connection."""

    def __init__(self, db: "Database", path: Path, clock: Clock = utc_now) -> None:
        self.path = path
        self.queries = Queries(db.conn, path)
        self._db, self._clock = db, clock
        self._presence = Presence(path)
        self._last: int | None = None
        self._tidied = db.conn.total_changes

    @contextmanager
    def deed(self, report_id: str, who: str, what: str) -> Generator["Deed"]:
        """A transaction of one deed; what it wrote is on the disk when the block has been left.

        Raises StorageErrors; then nothing of it was written.
        """
        with translated(self.path):
            self._presence.check()
            if self._last is None:
                self._last = self.queries.last_sequence()
            with self._db.atomic():
                deed = Deed(self._db, self._last, report_id, who, what, self._clock())
                yield deed
            self._last = deed.saved.sequence
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

    @contextmanager
    def reading(self) -> Generator[Queries]:
        """Questions, with failures translated."""
        with translated(self.path):
            yield self.queries


class Deed:
    """What is written in one transaction."""

    def __init__(self, db: "Database", last: int, report_id: str, who: str, what: str, now: datetime) -> None:
        self._db, self._report = db, report_id
        self._first, self._last = last + 1, last
        self._who, self._what = who, what
        self.moment = now
        self._moment = moment_text(now)

    @property
    def saved(self) -> Saved:
        """The acknowledgement, to be given only after the transaction."""
        return Saved(self._last, self.moment)

    @property
    def next_sequence(self) -> int:
        """The number that the next journal row will have."""
        return self._last + 1

    def write(self, change: RowChange, *, silent: bool = False) -> None:
        """Write one row and, unless `silent`, its line in the journal."""
        self.put(change)
        if not silent:
            self.record(change)

    def put(self, change: RowChange) -> None:
        """Write one row of the report."""
        keys = {"report": self._report, **dict(zip(KEYS[change.table], change.key, strict=True))}
        if change.table == "report":
            keys = {"id": self._report}
        if change.new is None:
            self.execute(_delete(change.table, tuple(keys)), *keys.values())
        elif change.old is None:
            row = {**keys, **change.new}
            self.execute(_insert(change.table, tuple(row)), *row.values())
        elif change.new:
            self.execute(_update(change.table, tuple(change.new), tuple(keys)), *change.new.values(), *keys.values())

    def record(self, change: RowChange) -> None:
        """Write the journal's line of a change; columns that follow from others are left out."""
        old, new = _told(change.old), _told(change.new)
        if not old and not new:
            return
        self._last += 1
        self.execute(
            _JOURNAL,
            *(self._last, self._first, self._report, self._moment, self._who, self._what),
            *(change.place.section, change.place.field, change.table, json_text(change.key)),
            *(json_text(one) if one else None for one in (old, new)),
        )

    def touch(self) -> None:
        """Note that the report was changed now, and by which line of the journal."""
        self.execute("UPDATE report SET changed = ?, last = ? WHERE id = ?", self._moment, self._last, self._report)

    def execute(self, statement: str, *parameters: Cell) -> sqlite3.Cursor:
        """Do a statement within the transaction. Half a character that Qt may let through becomes U+FFFD."""
        try:
            return self._execute(statement, parameters)
        except UnicodeEncodeError:
            return self._execute(statement, tuple(map(_whole, parameters)))

    def _execute(self, statement: str, parameters: tuple[Cell, ...]) -> sqlite3.Cursor:
        return self._db.execute(statement, parameters)  # pyright: ignore[reportUnknownMemberType]


def _told(cells: Mapping[str, Cell] | None) -> dict[str, Cell] | None:
    return None if cells is None else {name: cell for name, cell in cells.items() if name not in DERIVED}


def _whole(cell: Cell) -> Cell:
    return _SURROGATE.sub("\ufffd", cell) if isinstance(cell, str) else cell


def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _update(table: str, columns: tuple[str, ...], keys: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {', '.join(f'{one} = ?' for one in columns)} WHERE {_where(keys)}"


def _delete(table: str, keys: tuple[str, ...]) -> str:
    return f"DELETE FROM {table} WHERE {_where(keys)}"


def _where(keys: tuple[str, ...]) -> str:
    return " AND ".join(f"{one} = ?" for one in keys)
