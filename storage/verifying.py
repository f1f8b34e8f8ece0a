"""Whether all that lies in a database is as it was written: structure, seals, sums and the chains of the journals.

`PRAGMA integrity_check` sees broken pages and indexes and nothing of a changed text; the seals see the text, and the
sums what is missing as a whole. `quick_check` is not enough: questions are answered from indexes, too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from sqlite3 import Connection
from time import perf_counter
from typing import Final

from storage import engine
from storage.errors import Damaged
from storage.faults import translated
from storage.records import Cell
from storage.rows import KEYS
from storage.seals import NOTHING, SEAL, seal, seal_of_tables, total_of

SEALED_SINCE: Final = 4
"""The schema that brought the seals."""
_OF_REPORTS: Final = tuple(table for table in KEYS if table != "report")
_TOLD: Final = 100


class Harm(StrEnum):
    """What is wrong: broken pages, a row not as it was written, rows that are gone or came, a broken journal."""

    STRUCTURE = "structure"
    CHANGED = "changed"
    MISSING = "missing"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong; `report` is "" where none is concerned, `detail` is for the log."""

    harm: Harm
    table: str
    report: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; the first damages of very many. `rows` were read, those of the journal among them.

    `sealed` is False for a database of a schema without seals: then only its structure was looked at.
    """

    damages: tuple[Damage, ...]
    rows: int
    seconds: float
    sealed: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damages


@dataclass
class _Sums:
    """What was read: per report how many rows and the sum of their seals; the last link of each journal."""

    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    totals: dict[str, str] = field(default_factory=lambda: defaultdict(lambda: NOTHING))
    links: dict[str, str] = field(default_factory=lambda: defaultdict(lambda: NOTHING))
    read: int = 0


def verify(path: Path) -> Verdict:
    """Read all of a database, from a connection that cannot write; where there is none nothing is wrong.

    Raises StorageErrors where it cannot be read for another reason than damage (NotOurs, Newer, CannotOpen …).
    """
    start = perf_counter()
    sums = _Sums()
    damages: list[Damage] = []
    schema = None
    try:
        schema = engine.schema_of(path)
        if schema is None:
            return Verdict((), 0, perf_counter() - start)
        with translated(path), closing(engine.connect_reader(path)) as connection:
            connection.execute("BEGIN")
            for damage in _damages(connection, sums, schema):
                damages.append(damage)
                if len(damages) >= _TOLD:
                    break
    except Damaged as error:
        damages.append(Damage(Harm.STRUCTURE, "", "", error.detail))
    except (LookupError, TypeError, ValueError) as error:  # a column has another name, or holds what no column can
        damages.append(Damage(Harm.STRUCTURE, "", "", f"{type(error).__name__}: {error}"))
    return Verdict(tuple(damages), sums.read, perf_counter() - start, schema is None or schema >= SEALED_SINCE)


def _damages(connection: Connection, sums: _Sums, schema: int) -> Iterator[Damage]:
    for (words,) in connection.execute("PRAGMA integrity_check"):
        if words != "ok":
            yield Damage(Harm.STRUCTURE, "", "", str(words))
    has_head = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'head'").fetchone() is not None
    if schema < 1 or has_head != (schema >= SEALED_SINCE):
        yield Damage(Harm.STRUCTURE, "", "", f"user_version is {schema}")
        return
    if schema < SEALED_SINCE:
        return
    for table in (*_OF_REPORTS, "setting"):
        yield from _changed_rows(connection, sums, table)
    yield from _broken_journals(connection, sums)
    yield from _reports(connection, sums)
    yield from _head(connection, sums)


def _changed_rows(connection: Connection, sums: _Sums, table: str) -> Iterator[Damage]:
    for row in _rows(connection, f"SELECT * FROM {table}", sums):
        report = str(row.get("report", ""))
        sums.rows[report] += 1
        sums.totals[report] = total_of(sums.totals[report], came=_hex(row[SEAL]))
        if seal(table, row) != row[SEAL]:
            yield Damage(Harm.CHANGED, table, report, " ".join(str(row[key]) for key in KEYS.get(table, ("name",))))


def _broken_journals(connection: Connection, sums: _Sums) -> Iterator[Damage]:
    """Each line is linked to the one before of the same report; a break is told once, and followed from there."""
    chains = _chains(connection)
    for row in _rows(connection, "SELECT * FROM journal ORDER BY sequence", sums):
        report = str(row["report"])
        chain = chains[report]
        yield from chain.up_to(int(row["sequence"] or 0), report)
        if not chain.takes(row):
            yield Damage(Harm.JOURNAL, "journal", report, str(row["sequence"]))
        sums.rows["journal"] += 1
    for report, chain in chains.items():
        yield from chain.up_to(None, report)
        sums.links[report] = chain.link


class _Chain:
    """Follows the lines of one report, across the checkpoints at which older ones were joined."""

    def __init__(self) -> None:
        self.link, self._lines = NOTHING, 0
        self._checkpoints: list[dict[str, Cell]] = []

    def begin(self, checkpoints: list[dict[str, Cell]]) -> None:
        """These checkpoints are on the way."""
        self._checkpoints = checkpoints
        if checkpoints:
            self.link = str(checkpoints[0]["last"])

    def up_to(self, sequence: int | None, report: str) -> Iterator[Damage]:
        """Cross the checkpoints before a line; None for all that are left."""
        while self._checkpoints and (sequence is None or sequence > int(self._checkpoints[0]["sequence"] or 0)):
            one = self._checkpoints.pop(0)
            if (one["kept"], one["link"]) != (self._lines, self.link):
                yield Damage(Harm.JOURNAL, "journal", report, f"up to {one['sequence']}: other lines than were kept")
            following = self._checkpoints[0] if self._checkpoints else one
            self.link, self._lines = str(following["last"]), 0

    def takes(self, row: dict[str, Cell]) -> bool:
        """Whether a line is linked to the one before."""
        is_linked = seal("journal", row, self.link) == row[SEAL]
        self.link, self._lines = str(row[SEAL]), self._lines + 1
        return is_linked


def _chains(connection: Connection) -> dict[str, _Chain]:
    found: dict[str, list[dict[str, Cell]]] = defaultdict(list)
    for row in _rows(connection, "SELECT * FROM checkpoint ORDER BY sequence", _Sums()):
        found[str(row["report"])].append(row)
    chains: dict[str, _Chain] = defaultdict(_Chain)
    for report, checkpoints in found.items():
        chains[report].begin(checkpoints)
    return chains


def _reports(connection: Connection, sums: _Sums) -> Iterator[Damage]:
    known: set[str] = set()
    lines = sums.rows.pop("journal", 0)
    for row in _rows(connection, "SELECT * FROM report", sums):
        report = str(row["id"])
        known.add(report)
        if seal("report", row) != row[SEAL]:
            yield Damage(Harm.CHANGED, "report", report)
        elif (row["rows"], row["total"]) != (sums.rows[report], sums.totals[report]):
            yield Damage(Harm.MISSING, "", report, f"{row['rows']} rows were written, {sums.rows[report]} are there")
        if row["head"] != sums.links[report]:
            yield Damage(Harm.JOURNAL, "journal", report, "the last line is another")
        sums.totals[""] = total_of(sums.totals[""], came=_hex(row[SEAL]))
    for report in sorted({*sums.totals} - known - {""}):
        yield Damage(Harm.MISSING, "report", report)
    sums.rows["journal"], sums.rows["report"] = lines, len(known)


def _head(connection: Connection, sums: _Sums) -> Iterator[Damage]:
    found = list(_rows(connection, "SELECT * FROM head", sums))
    if len(found) != 1 or seal("head", found[0]) != found[0][SEAL]:
        yield Damage(Harm.CHANGED, "head", "")
        return
    told = found[0]
    if told["tables"] != seal_of_tables(connection):
        yield Damage(Harm.STRUCTURE, "sqlite_master", "", "a table was made otherwise")
    if told["lines"] != sums.rows["journal"]:
        yield Damage(
            Harm.JOURNAL, "journal", "", f"{told['lines']} lines were written, {sums.rows['journal']} are there"
        )
    counted = (sums.rows["report"], sums.rows[""], sums.totals[""])
    if (told["reports"], told["settings"], told["total"]) != counted:
        yield Damage(Harm.MISSING, "report", "", f"{told['reports']} reports were written, {counted[0]} are there")


def _rows(connection: Connection, question: str, sums: _Sums) -> Iterator[dict[str, Cell]]:
    cursor = connection.execute(question)
    names: Sequence[str] = [column[0] for column in cursor.description]
    for cells in cursor:
        sums.read += 1
        yield dict(zip(names, cells, strict=True))


def _hex(cell: Cell) -> str:
    """A seal as it can be summed; one that is damaged counts as none."""
    text = str(cell)
    return text if len(text) == len(NOTHING) and set(text) <= set("0123456789abcdef") else NOTHING
