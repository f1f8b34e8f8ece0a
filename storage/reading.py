"""Reading without the writer: for the first paint, and for commands while a window holds the lock.

Only the standard library's sqlite3 is loaded; the connection cannot write and is closed before the answer is given.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from report.report import Report
from storage import engine
from storage.errors import UnknownReport
from storage.faults import translated
from storage.history import EVERYWHERE, History
from storage.location import database
from storage.queries import Queries
from storage.records import Listing, Revision, Stored


def read_listings(folder: Path) -> tuple[Listing, ...]:
    """All reports, the last changed first; none when there is no database yet. Raises StorageErrors."""
    with _queries(folder) as queries:
        return queries.listings() if queries else ()


def read_report(folder: Path, report_id: str) -> Stored:
    """A report with its source. Raises UnknownReport and other StorageErrors."""
    with _queries(folder) as queries:
        if queries is None:
            raise UnknownReport(database(folder), report_id)
        return queries.stored(report_id)


def read_revisions(folder: Path, report_id: str, limit: int) -> tuple[Revision, ...]:
    """The newest revisions of a report, the newest first. Raises UnknownReport and other StorageErrors."""
    with _queries(folder) as queries:
        if queries is None or not queries.listings(report_id):
            raise UnknownReport(database(folder), report_id)
        return History(queries, report_id).revisions(EVERYWHERE, limit)


def read_report_at(folder: Path, report_id: str, sequence: int) -> Report:
    """A report as it was at a revision. Raises UnknownReport, UnknownRevision and other StorageErrors."""
    with _queries(folder) as queries:
        if queries is None:
            raise UnknownReport(database(folder), report_id)
        return History(queries, report_id).report_at(sequence)


def read_settings(folder: Path) -> dict[str, str]:
    """All settings; none when there is no database yet. Raises StorageErrors."""
    with _queries(folder) as queries:
        return queries.settings() if queries else {}


@contextmanager
def _queries(folder: Path) -> Generator[Queries | None]:
    path = database(folder)
    if engine.schema_of(path) is None:
        yield None
        return
    with translated(path):
        connection = engine.connect_reader(path)
        try:
            connection.execute("BEGIN")
            yield Queries(connection, path)
        finally:
            connection.close()
