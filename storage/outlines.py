"""What is in a database in outline: its reports, and how often each was changed."""

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage import engine
from storage.errors import NoBackup
from storage.faults import translated
from storage.queries import Queries
from storage.records import Listing


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a report as the journal has it. Two databases that share it have the same up to there."""

    deed: int
    moment: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A report and all its changes, the oldest first."""

    listing: Listing
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a database: its reports, the last changed first; the settings; how large it is in bytes."""

    reports: tuple[Outline, ...]
    settings: dict[str, str]
    size: int


def inside(path: Path) -> Inside:
    """What is in a database or a backup. Raises NoBackup when there is no file, and other StorageErrors."""
    if engine.schema_of(path) is None:
        raise NoBackup(path)
    with translated(path), closing(engine.connect_reader(path)) as connection:
        connection.execute("BEGIN")
        changes: dict[str, list[Change]] = defaultdict(list)
        question = "SELECT report, deed, min(moment) FROM journal GROUP BY report, deed ORDER BY deed"
        for report, deed, moment in connection.execute(question):
            changes[report].append(Change(deed, moment))
        queries = Queries(connection, path)
        outlines = tuple(Outline(one, tuple(changes[one.id])) for one in queries.listings())
        return Inside(outlines, queries.settings(), path.stat().st_size)
