"""Whether a database is damaged indeed, asked of fresh connections."""

from pathlib import Path

from storage import engine
from storage.errors import Damaged, StorageError
from storage.faults import translated
from storage.queries import Queries

_TIMES = 2


def is_damaged(path: Path) -> bool:
    """Whether the file is found damaged each time anew; a fault that passes is none."""
    return all(_looks_damaged(path) for _ in range(_TIMES))


def _looks_damaged(path: Path) -> bool:
    try:
        engine.schema_of(path)
        with translated(path):
            connection = engine.connect_reader(path)
            try:
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    return True
                queries = Queries(connection, path)
                for listing in queries.listings():
                    queries.stored(listing.id)
            finally:
                connection.close()
    except Damaged:
        return True
    except StorageError:
        return False
    return False
