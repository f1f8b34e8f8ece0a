"""Reading: what both the writing connection and a read-only one ask.

Raises sqlite3.Error, which the caller translates, and Damaged for rows that no program of ours wrote.
"""

import json
import sqlite3
from base64 import b64decode
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from report.codec import from_data
from report.document import Place
from report.errors import ReportError
from report.notes import Note, Revert
from report.report import Report, TypeRef
from storage.assembling import Found, Positions, Rows, assemble
from storage.errors import Damaged, UnknownReport, UnknownVersion
from storage.records import (
    Confirmation,
    Entry,
    FrozenVersion,
    Listing,
    Saved,
    SectionProgress,
    SourceText,
    State,
    Stored,
    Version,
)

_ONE = " WHERE report = ?"
_OF_A_REPORT = (
    ("front", "", 1),
    ("section", " ORDER BY position", 1),
    ("value", "", 1),
    ("attachment", " ORDER BY position", 1),
    ("block", " ORDER BY position", 1),
    ("figure", "", 2),
    ("own_indicator", " ORDER BY position", 2),
    ("choice", "", 2),
    ("carried", "", 2),
    ("ignored", "", 3),
)
"""Tables that a report is made of, as `Rows` has them: how they are ordered, and the schema that brought them."""
_VERSION = "SELECT sequence, name, moment, who, copy, sha256"


class Queries:
    """Questions to one database through one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection, self.path = connection, path

    def listings(self, report_id: str | None = None) -> tuple[Listing, ...]:
        """All reports, the last changed first; or the one with that id."""
        where, one = (" WHERE report = ?", (report_id,)) if report_id is not None else ("", ())
        known = where.replace("report", "id")
        reports = self._rows(f"SELECT * FROM report{known} ORDER BY last DESC", *one)
        heads: dict[str, dict[str, str]] = defaultdict(dict)
        field = " AND" if where else " WHERE"
        for row in self._rows(
            f"SELECT report, field, text FROM front{where}{field} field IN ('title', 'office')", *one
        ):
            heads[row["report"]][row["field"]] = row["text"]
        sections: dict[str, list[SectionProgress]] = defaultdict(list)
        columns = "report, id, kind, heading, done, empty"
        for row in self._rows(f"SELECT {columns} FROM section{where} ORDER BY report, position", *one):
            sections[row["report"]].append(_progress(row))
        with self.sound():
            return tuple(_listing(row, heads[row["id"]], tuple(sections[row["id"]])) for row in reports)

    def report(self, report_id: str) -> tuple[Report, Positions]:
        """A report with the positions of its entries. Raises UnknownReport."""
        found = self.lists(report_id)
        with self.sound():
            return assemble(self.rows(found))

    def lists(self, report_id: str) -> dict[str, list[Found]]:
        """The rows that a report is made of by their table, in the order of their positions. Raises UnknownReport."""
        head = self._rows("SELECT * FROM report WHERE id = ?", report_id)
        if not head:
            raise UnknownReport(self.path, report_id)
        # A database that only commands have read since the last release still has the tables of the schema before.
        schema = self.connection.execute("PRAGMA user_version").fetchone()[0]
        return {
            "report": head,
            **{
                table: self._rows(f"SELECT * FROM {table}{_ONE}{order}", report_id) if schema >= since else []
                for table, order, since in _OF_A_REPORT
            },
        }

    @staticmethod
    def rows(lists: Mapping[str, Sequence[Found]]) -> Rows:
        """The rows of a report by what they are."""
        return Rows(lists["report"][0], *(lists[table] for table, _, _ in _OF_A_REPORT))

    def stored(self, report_id: str) -> Stored:
        """A report with its listing and source. Raises UnknownReport."""
        report, _ = self.report(report_id)
        return Stored(report, self.listings(report_id)[0], self.source(report_id))

    def source(self, report_id: str) -> SourceText | None:
        """What the report was imported from, None when it was not."""
        rows = self._rows(f"SELECT text, file, notes, unplaced, confidence FROM source{_ONE}", report_id)
        with self.sound():
            return _source(rows[0]) if rows else None

    def original(self, report_id: str) -> bytes:
        """The file that the report was imported from, b"" for none and for a text."""
        rows = self._rows(f"SELECT original FROM source{_ONE}", report_id)
        with self.sound():
            return b64decode(rows[0]["original"], validate=True) if rows else b""

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """The frozen versions, oldest first."""
        rows = self._rows(f"{_VERSION} FROM version{_ONE} ORDER BY sequence", report_id)
        with self.sound():
            return tuple(map(_version, rows))

    def version(self, report_id: str, sequence: int) -> FrozenVersion:
        """A frozen version with its report. Raises UnknownVersion."""
        rows = self._rows(f"{_VERSION}, content FROM version{_ONE} AND sequence = ?", report_id, sequence)
        if not rows:
            raise UnknownVersion(self.path, report_id, sequence)
        with self.sound():
            return FrozenVersion(_version(rows[0]), from_data(json.loads(rows[0]["content"])))

    def confirmations(self, report_id: str) -> tuple[Confirmation, ...]:
        """What was confirmed explicitly, oldest first."""
        rows = self._rows(f"SELECT * FROM confirmation{_ONE} ORDER BY sequence", report_id)
        with self.sound():
            return tuple(map(_confirmation, rows))

    def journal(self, report_id: str, limit: int) -> tuple[Entry, ...]:
        """The last changes, newest first."""
        rows = self._rows(f"SELECT * FROM journal{_ONE} ORDER BY sequence DESC LIMIT ?", report_id, limit)
        with self.sound():
            return tuple(map(_entry, rows))

    def settings(self) -> dict[str, str]:
        """All settings."""
        return {row["name"]: row["value"] for row in self._rows("SELECT name, value FROM setting ORDER BY name")}

    def last_saved(self, report_id: str) -> Saved:
        """The acknowledgement of a report's last save. Raises UnknownReport."""
        rows = self._rows("SELECT last, changed FROM report WHERE id = ?", report_id)
        if not rows:
            raise UnknownReport(self.path, report_id)
        return Saved(rows[0]["last"], moment_of(rows[0]["changed"]))

    def last_sequence(self) -> int:
        """The number of the newest journal row, 0 when there is none."""
        return int(self.connection.execute("SELECT coalesce(max(sequence), 0) FROM journal").fetchone()[0])

    def _rows(self, question: str, *parameters: str | int) -> list[Found]:
        cursor = self.connection.execute(question, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextmanager
    def sound(self) -> Generator[None]:
        """Take rows that cannot be understood for damage: the schema lets no program of ours write such."""
        try:
            yield
        except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, ReportError) as error:
            raise Damaged(self.path, f"{type(error).__name__}: {error}") from error


def moment_of(text: str) -> datetime:
    """The moment that a column holds."""
    return datetime.fromisoformat(text)


def notes_data(notes: Sequence[Note]) -> list[Any]:
    """An import's notes as JSON-able data."""
    return [
        [one.rule, one.count, one.line, one.quote, [[back.block, back.before, back.after] for back in one.reverts]]
        for one in notes
    ]


def _notes(data: list[Any]) -> tuple[Note, ...]:
    return tuple(
        Note(rule, count, line, quote, tuple(Revert(*back) for back in reverts))
        for rule, count, line, quote, reverts in data
    )


def _progress(row: Found) -> SectionProgress:
    return SectionProgress(row["id"], row["kind"], row["heading"], bool(row["done"]), bool(row["empty"]))


def _listing(row: Found, front: dict[str, str], sections: tuple[SectionProgress, ...]) -> Listing:
    return Listing(
        id=row["id"],
        name=row["name"],
        title=front.get("title", ""),
        office=front.get("office", ""),
        year=row["year"],
        type=TypeRef(row["type"], row["edition"], row["hash"]),
        state=State(row["state"]),
        archived=bool(row["archived"]),
        created=moment_of(row["created"]),
        changed=moment_of(row["changed"]),
        trashed=moment_of(row["trashed"]) if row["trashed"] is not None else None,
        sections=sections,
    )


def _source(row: Found) -> SourceText:
    return SourceText(
        row["text"],
        row["file"],
        _notes(json.loads(row["notes"])),
        tuple(json.loads(row["unplaced"])),
        float(row["confidence"]),
    )


def _version(row: Found) -> Version:
    moment = moment_of(row["moment"])
    return Version(row["sequence"], row["name"], moment, row["who"], row["copy"], row["sha256"])


def _confirmation(row: Found) -> Confirmation:
    holes = tuple(json.loads(row["holes"]))
    return Confirmation(row["sequence"], moment_of(row["moment"]), row["who"], row["what"], holes)


def _entry(row: Found) -> Entry:
    key = tuple(json.loads(row["key"]))
    return Entry(
        sequence=row["sequence"],
        deed=row["deed"],
        report=row["report"],
        moment=moment_of(row["moment"]),
        who=row["who"],
        what=row["what"],
        place=Place(row["section"], row["field"], key[0] if row["subject"] == "block" else ""),
        table=row["subject"],
        key=key,
        old=json.loads(row["old"]) if row["old"] is not None else None,
        new=json.loads(row["new"]) if row["new"] is not None else None,
    )
