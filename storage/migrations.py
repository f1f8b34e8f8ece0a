"""The schema's history: each step once, in order, each in its own transaction together with the record of it.

A released step is never changed; a fixture of each released schema is opened in the tests. `PRAGMA user_version` is
the number of the last step.
"""

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database, Migrations

from storage.sealing import seal_all
from storage.tables import JOURNAL_GUARDS, TABLES_1, TABLES_2, TABLES_3, TABLES_4

_STRICT_SINCE = (3, 37, 0)


def migrate(db: Database) -> None:
    """Bring a database to the newest schema; nothing to do when it is there."""
    all_steps().apply(db)


def all_steps() -> Migrations:
    """The steps in their order."""
    steps = Migrations("chengbao")

    @steps(name="1")
    def first(db: Database) -> None:  # pyright: ignore[reportUnusedFunction]
        _step(db, TABLES_1, 1)

    @steps(name="2")
    def figures(db: Database) -> None:  # pyright: ignore[reportUnusedFunction]
        _step(db, TABLES_2, 2)

    @steps(name="3")
    def ignored(db: Database) -> None:  # pyright: ignore[reportUnusedFunction]
        _step(db, TABLES_3, 3)

    @steps(name="4")
    def seals(db: Database) -> None:  # pyright: ignore[reportUnusedFunction]
        _step(db, TABLES_4, 4)
        seal_all(db.conn, JOURNAL_GUARDS)

    return steps


def _step(db: Database, statements: Sequence[str], version: int) -> None:
    strict = " STRICT" if sqlite3.sqlite_version_info >= _STRICT_SINCE else ""
    for statement in statements:
        _do(db, statement.replace("%STRICT%", strict))
    _do(db, f"PRAGMA user_version = {version}")


def _do(db: Database, statement: str) -> None:
    db.execute(statement)  # pyright: ignore[reportUnknownMemberType]
