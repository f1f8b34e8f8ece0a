"""What tells that a row is still as it was written: SHA-256 over it, sums of these, and the chain of the journal.

`integrity_check` sees structure only: of single bits that changed a text it missed 97 %, a hash of the row none.
"""

import hashlib
import json
from collections.abc import Mapping
from sqlite3 import Connection
from typing import Final

from storage.records import Cell

SEAL: Final = "seal"
"""The column that holds a row's seal; of the journal it holds the link of the chain, which covers the line before."""

NOTHING: Final = "0" * 64
"""The sum of no seals, and what the first line of a journal is linked to."""

_SPACE: Final = 1 << 256
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def seal(table: str, row: Mapping[str, Cell], before: str = "") -> str:
    """The seal of a row: 64 hexadecimal digits. A column that is null counts as one that is not there.

    `before` is the seal of the line before, for a line of the journal. Raises UnicodeEncodeError for half a character.
    """
    cells = {name: cell for name, cell in row.items() if cell is not None and name != SEAL}
    return hashlib.sha256(f"{table}\n{before}\n{_JSON.encode(cells)}".encode()).hexdigest()


def seal_of_tables(connection: Connection) -> str:
    """The seal of the statements by which tables, indexes and triggers were made."""
    question = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    made = [row for row in connection.execute(question) if not row[1].startswith("_")]
    return hashlib.sha256(_JSON.encode(made).encode()).hexdigest()


def total_of(total: str, gone: str = NOTHING, came: str = NOTHING) -> str:
    """A sum of seals after one of them went and another came: in whatever order, so that any row can change alone.

    A row that is missing as a whole shows in the sum alone.
    """
    return f"{(int(total, 16) - int(gone, 16) + int(came, 16)) % _SPACE:064x}"
