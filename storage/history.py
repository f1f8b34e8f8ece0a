"""How a report came to be what it is: its revisions out of the journal, and the report as it was at each.

A revision is a stretch of work: lines by one person that follow each other closely. It ends where a version was frozen.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice, takewhile
from typing import Final

from report.document import Place
from report.report import Report
from storage.assembling import assemble
from storage.changes import FRONT
from storage.errors import UnknownRevision
from storage.queries import Queries, moment_of
from storage.records import Revision
from storage.rewinding import Told, rewound
from storage.rows import json_text
from storage.tables import MOVES

EVERYWHERE: Final = Place("")
"""The whole report."""
PAUSE: Final = timedelta(minutes=5)
"""What is done after a longer pause begins another revision."""
_WINDOW: Final = 30
"""Minutes by the clock at which one begins in any case, so that none lasts all day."""
_COLUMNS: Final = "sequence, moment, who, what, section, field, subject, key, old, new"
_MOST_MOVES: Final = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal, as far as revisions are made from it.

    `version` is the name of a version frozen by it, `grown` how many characters of text it added (removed below 0).
    """

    sequence: int
    moment: datetime
    who: str
    what: str
    place: Place
    version: str = ""
    grown: int = 0


def is_seam(older: Line, newer: Line) -> bool:
    """Whether a revision ends between two neighbouring lines of a report."""
    return (
        bool(older.version)
        or older.who != newer.who
        or abs(newer.moment - older.moment) > PAUSE
        or _window(older.moment) != _window(newer.moment)
    )


def revisions_of(lines: Iterable[Line]) -> Iterator[Revision]:
    """The revisions of lines that come newest first, the newest first."""
    group: list[Line] = []
    for line in lines:
        if group and is_seam(line, group[-1]):
            yield _revision(group)
            group = []
        group.append(line)
    if group:
        yield _revision(group)


class History:
    """Questions to the journal of one report. Raises UnknownReport, UnknownRevision and Damaged."""

    def __init__(self, queries: Queries, report_id: str) -> None:
        self._queries, self._connection, self._report = queries, queries.connection, report_id

    def revisions(self, place: Place, limit: int) -> tuple[Revision, ...]:
        """The newest revisions that touched a place, the newest first.

        A place may be a section (or attachment), a field of it, or one of its paragraphs.
        """
        with self._queries.sound():
            found = tuple(islice(revisions_of(self._lines(place)), limit))
            return tuple(replace(one, sequence=self._end_of_deed(one.sequence)) for one in found)

    def report_at(self, sequence: int, place: Place | None = None) -> Report:
        """The report as it was after a line of its journal.

        With a `place` only what stands there is as it was: the lines of other places are left alone, where none of its
        entries came from elsewhere.
        """
        lists = self._queries.lists(self._report)
        if not self._created() <= sequence:
            raise UnknownRevision(self._queries.path, self._report, sequence)
        with self._queries.sound():
            report, _ = assemble(self._queries.rows(rewound(lists, self._told(sequence, place))))
        return report

    def _lines(self, place: Place) -> Iterator[Line]:
        where, parameters = _where(place)
        if place.section:  # a version is of all places
            where = f"({where} OR (section = '{FRONT}' AND field = '' AND subject = 'version'))"
        moved = self._moved_from(place) if place.section else []
        if moved:
            where = f"({where} OR sequence IN ({', '.join(map(str, moved))}))"
        question = f"SELECT {_COLUMNS} FROM journal WHERE report = ? AND {where} ORDER BY sequence DESC"
        for sequence, moment, who, what, section, field, subject, key, old, new in self._connection.execute(
            question, (self._report, *parameters)
        ):
            version = _name_of(new) if subject == "version" else ""
            is_other = (subject, key) != ("block", json_text([place.block])) and sequence not in moved
            if place.block and is_other and not version:
                continue
            grown = _characters(new) - _characters(old) if subject == "block" else 0
            yield Line(sequence, moment_of(moment), who, what, Place(section, field), version, grown)

    def _moved_from(self, place: Place) -> list[int]:
        """The lines by which something left a place; they stand at the place to which it went."""
        question = f"SELECT sequence, key, old FROM journal WHERE report = ? AND {MOVES} ORDER BY sequence DESC LIMIT ?"
        found = self._connection.execute(question, (self._report, _MOST_MOVES)).fetchall()
        return [one[0] for one in found if _stood_at(place, *one[1:])]

    def _end_of_deed(self, sequence: int) -> int:
        """The last line of what was done together with a line: a state in the middle of a deed never was one."""
        question = "SELECT sequence, deed FROM journal WHERE sequence >= ? ORDER BY sequence"
        lines = self._connection.execute(question, (sequence,))
        end, deed = next(lines)
        for later, _ in takewhile(lambda one: one[1] == deed, lines):
            end = later
        return int(end)

    def _created(self) -> int:
        question = (
            "SELECT max(sequence) FROM journal"
            " WHERE report = ? AND section = ? AND field = '' AND subject = 'report' AND old IS NULL"
        )
        return int(self._connection.execute(question, (self._report, FRONT)).fetchone()[0] or 0)

    def _told(self, sequence: int, place: Place | None) -> Iterator[Told]:
        where, parameters = _where(place) if place is not None and not self._any_move(sequence) else ("1", ())
        question = (
            "SELECT subject, key, old, new FROM journal"
            f" WHERE report = ? AND {where} AND sequence > ? ORDER BY sequence DESC"
        )
        for one in self._connection.execute(question, (self._report, *parameters, sequence)):
            yield Told(*one)

    def _any_move(self, sequence: int) -> bool:
        question = f"SELECT 1 FROM journal WHERE report = ? AND {MOVES} AND sequence > ? LIMIT 1"
        return self._connection.execute(question, (self._report, sequence)).fetchone() is not None


def _where(place: Place) -> tuple[str, tuple[str, ...]]:
    if not place.section:
        return "1", ()
    if not place.field:
        return "section = ?", (place.section,)
    return "section = ? AND field = ?", (place.section, place.field)


def _name_of(new: str | None) -> str:
    return str(json.loads(new)["name"]) if new else ""


def _characters(cells: str | None) -> int:
    if cells is None:
        return 0
    told = json.loads(cells)
    return len(told.get("text") or "") + len(told.get("cause") or "")


def _stood_at(place: Place, key: str, old: str) -> bool:
    """Whether an entry that moved had stood at a place; `old` has only those of owner and field that changed."""
    was = json.loads(old)
    if was.get("owner", place.section) != place.section:
        return False
    if place.field and was.get("field", place.field) != place.field:
        return False
    return not place.block or json.loads(key) == [place.block]


def _window(moment: datetime) -> tuple[object, ...]:
    return moment.date(), moment.hour, moment.minute // _WINDOW


def _revision(group: list[Line]) -> Revision:
    newest, oldest = group[0], group[-1]
    return Revision(
        sequence=newest.sequence,
        began=oldest.moment,
        moment=newest.moment,
        who=newest.who,
        name=newest.version,
        deeds=tuple(dict.fromkeys(one.what for one in reversed(group))),
        grown=sum(one.grown for one in group),
        places=tuple(dict.fromkeys(one.place for one in reversed(group))),
    )
