"""One deed of the user: one transaction, each change with its line in the journal, each row with its seal.

What was damaged on the disk is not sealed anew: a row is sealed as it should be, or held against its seal first.
"""

import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection, Cursor
from typing import Final

from report.document import Place
from storage.changes import DERIVED, RowChange
from storage.errors import Damaged
from storage.records import Cell, Saved
from storage.rows import KEYS, Row, json_text
from storage.seals import NOTHING, SEAL, seal, total_of
from storage.tables import JOURNAL_GUARDS

_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_HEAD_ID: Final = 1
_NOWHERE: Final = Place("")


@dataclass(frozen=True, slots=True)
class Head:
    """What the row of `head` says, and the number of the last line of the journal."""

    last: int
    reports: int
    settings: int
    lines: int
    total: str
    tables: str

    @staticmethod
    def read(connection: Connection, path: Path) -> "Head":
        """The head as it lies in the database. Raises Damaged when it is not as it was written."""
        found = _one(connection.execute("SELECT * FROM head WHERE id = ?", (_HEAD_ID,)))
        if found is None:
            raise Damaged(path, "no head")
        sound = _sound(path, "head", found)
        last = connection.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchone()[0]
        reports, settings, lines = (int(sound[name] or 0) for name in ("reports", "settings", "lines"))
        return Head(int(last), reports, settings, lines, str(sound["total"]), str(sound["tables"]))

    @property
    def row(self) -> Row:
        """The row, without its seal."""
        return {
            "id": _HEAD_ID,
            "reports": self.reports,
            "settings": self.settings,
            "lines": self.lines,
            "total": self.total,
            "tables": self.tables,
        }


def moment_text(moment: datetime) -> str:
    """A moment as columns hold it: ISO 8601 in UTC, always of the same length."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Deed:
    """What is written in one transaction. Every method raises Damaged where a row is not as it was written."""

    def __init__(
        self,
        connection: Connection,
        path: Path,
        head: Head,
        report_id: str,
        who: str,
        what: str,
        now: datetime,
        own: Row | None = None,
    ) -> None:
        """`own` is the own row of the report that the deed before was about, as that deed left it."""
        self._connection, self._path, self._report = connection, path, report_id
        self._before = self._head = head
        self._first, self._last = head.last + 1, head.last
        self._who, self._what = who, what
        is_known = own is not None and own["id"] == report_id
        self._own_before: Row = own if is_known and own is not None else {}
        self._own: Row | None = dict(own) if is_known and own is not None else None
        self.moment = now
        self._moment = moment_text(now)

    @property
    def own(self) -> Row | None:
        """The report's own row as it was written, None when it was not touched or is gone."""
        return self._own

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
        """Write one row of the report. The report's own row is written at the end."""
        if change.table == "report":
            self._put_report(change)
            return
        named = zip(KEYS[change.table], change.key, strict=True)
        keys: Row = {"report": self._report, **{name: int(key) if name == "sequence" else key for name, key in named}}
        came, gone = self._put(change.table, keys, change)
        own = self._own_row()
        own["rows"] = int(own["rows"] or 0) + (change.old is None) - (change.new is None)
        own["total"] = total_of(str(own["total"]), gone, came)

    def record(self, change: RowChange) -> None:
        """Write the journal's line of a change; columns that follow from others are left out."""
        old, new = _told(change.old), _told(change.new)
        if not old and not new:
            return
        self._last += 1
        row: Row = {
            "sequence": self._last,
            "deed": self._first,
            "report": self._report,
            "moment": self._moment,
            "who": self._who,
            "what": self._what,
            "section": change.place.section,
            "field": change.place.field,
            "subject": change.table,
            "key": json_text(change.key),
            "old": json_text(old) if old else None,
            "new": json_text(new) if new else None,
        }
        row = _sealed("journal", row, str(self._own["head"]) if self._own else NOTHING)
        self._insert("journal", row)
        if self._own:
            self._own["head"] = row[SEAL]
        self._head = replace(self._head, lines=self._head.lines + 1)

    def touch(self) -> None:
        """Note that the report was changed now, and by which line of the journal."""
        own = self._own_row()
        own["changed"], own["last"] = self._moment, self._last

    def set_setting(self, name: str, value: str) -> None:
        """Write a setting; it belongs to no report and has no line in the journal."""
        found = _one(self.execute("SELECT * FROM setting WHERE name = ?", name))
        change = RowChange("setting", (name,), _NOWHERE, {} if found else None, {"value": value})
        came, gone = self._put("setting", {"name": name}, change)
        settings = self._head.settings + (found is None)
        self._head = replace(self._head, settings=settings, total=total_of(self._head.total, gone, came))

    def replace_lines(self, lines: Sequence[Row], kept: Sequence[Row], link: str) -> str:
        """Keep only some of the report's lines, as they are told now, linked anew from `link`; the last link."""
        with self._journal_unguarded():
            for row in lines:
                self.execute("DELETE FROM journal WHERE sequence = ?", row["sequence"])
            for row in kept:
                row = _sealed("journal", row, link)
                self._insert("journal", row)
                link = str(row[SEAL])
        self._head = replace(self._head, lines=self._head.lines - len(lines) + len(kept))
        return link

    def remove_report(self) -> None:
        """Remove all rows of the report and its journal."""
        gone = str(self._own_row()[SEAL])
        with self._journal_unguarded():
            lines = self.execute("DELETE FROM journal WHERE report = ?", self._report).rowcount
        self.execute("DELETE FROM report WHERE id = ?", self._report)
        self._own, self._own_before = None, {}
        head = self._head
        total = total_of(head.total, gone)
        self._head = replace(head, reports=head.reports - 1, lines=head.lines - lines, total=total)

    @contextmanager
    def _journal_unguarded(self) -> Generator[None]:
        for guard in JOURNAL_GUARDS:
            self.execute(f"DROP TRIGGER {guard.split()[2]}")
        yield
        for guard in JOURNAL_GUARDS:
            self.execute(guard)

    def finish(self) -> Head:
        """Write the report's own row and the head; what the head says from now on, once all is committed."""
        own = self._own
        if own is not None and own != self._own_before:
            own = self._own = _sealed("report", own)
            cells = {name: cell for name, cell in own.items() if cell != self._own_before.get(name)}
            self._update("report", cells, {"id": self._report})
            gone = str(self._own_before.get(SEAL, NOTHING))
            self._head = replace(self._head, total=total_of(self._head.total, gone, str(own[SEAL])))
        if self._head != self._before:
            self._update("head", _sealed("head", self._head.row), {"id": _HEAD_ID})
        return replace(self._head, last=self._last)

    def rows(self, question: str, *parameters: Cell) -> list[Row]:
        """What a question gives, each row by its columns."""
        cursor = self.execute(question, *parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def execute(self, statement: str, *parameters: Cell) -> Cursor:
        """Do a statement within the transaction. Half a character that Qt may let through becomes U+FFFD."""
        try:
            return self._connection.execute(statement, parameters)
        except UnicodeEncodeError:
            return self._connection.execute(statement, tuple(map(_whole, parameters)))

    def _put(self, table: str, keys: Row, change: RowChange) -> tuple[str, str]:
        """Write one row; the seal that came and the one that is gone."""
        if change.new is None:
            gone = self._seal_before(table, keys, change)
            self.execute(f"DELETE FROM {table} WHERE {_where(keys)}", *keys.values())
            return NOTHING, gone
        if change.old is None:
            row = _sealed(table, {**keys, **change.new})
            self._insert(table, row)
            return str(row[SEAL]), NOTHING
        gone = self._seal_before(table, keys, change)
        whole = {**keys, **change.now} if change.now is not None else {**self._found(table, keys), **change.new}
        row = _sealed(table, whole)
        self._update(table, {name: row[name] for name in (*change.new, SEAL)}, keys)
        return str(row[SEAL]), gone

    def _seal_before(self, table: str, keys: Row, change: RowChange) -> str:
        """The seal of the row that is there. Where all of it is known it is not read, nor sealed anew if damaged."""
        if change.was is not None:
            return str(_sealed(table, {**keys, **change.was})[SEAL])
        return str(_sound(self._path, table, self._found(table, keys))[SEAL])

    def _put_report(self, change: RowChange) -> None:
        if change.old is None and change.new is not None:
            link = self.execute(
                "SELECT seal FROM journal WHERE report = ? ORDER BY sequence DESC LIMIT 1", self._report
            ).fetchone()
            row: Row = {"id": self._report, **change.new, "rows": 0, "total": NOTHING}
            row["head"] = link[0] if link else NOTHING
            self._insert("report", row)
            self._own, self._own_before = row, {}
            self._head = replace(self._head, reports=self._head.reports + 1)
        else:
            self._own_row().update(change.new or {})

    def _own_row(self) -> Row:
        """The report's own row, as it will be."""
        if self._own is None:
            found = self._found("report", {"id": self._report})
            self._own_before = _sound(self._path, "report", found)
            self._own = dict(self._own_before)
        return self._own

    def _found(self, table: str, keys: Row) -> Row:
        found = _one(self.execute(f"SELECT * FROM {table} WHERE {_where(keys)}", *keys.values()))
        if found is None:
            raise Damaged(self._path, f"a row of {table} is gone")
        return found

    def _insert(self, table: str, row: Row) -> None:
        self.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", *row.values())

    def _update(self, table: str, cells: Row, keys: Row) -> None:
        if cells:
            columns = ", ".join(f"{one} = ?" for one in cells)
            self.execute(f"UPDATE {table} SET {columns} WHERE {_where(keys)}", *cells.values(), *keys.values())


def _one(cursor: Cursor) -> Row | None:
    found = cursor.fetchone()
    return None if found is None else dict(zip((column[0] for column in cursor.description), found, strict=True))


def _sound(path: Path, table: str, row: Row) -> Row:
    if row[SEAL] != seal(table, row):
        raise Damaged(path, f"a row of {table} is not as it was written")
    return row


def _sealed(table: str, row: Row, before: str = "") -> Row:
    """The row with its seal; half a character in it becomes U+FFFD."""
    try:
        return {**row, SEAL: seal(table, row, before)}
    except UnicodeEncodeError:
        row = {name: _whole(cell) for name, cell in row.items()}
        return {**row, SEAL: seal(table, row, before)}


def _told(cells: Mapping[str, Cell] | None) -> dict[str, Cell] | None:
    return None if cells is None else {name: cell for name, cell in cells.items() if name not in DERIVED}


def _whole(cell: Cell) -> Cell:
    return _SURROGATE.sub("\ufffd", cell) if isinstance(cell, str) else cell


def _where(keys: Row) -> str:
    return " AND ".join(f"{one} = ?" for one in keys)
