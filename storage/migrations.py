"""The schema's history: each step once, in order, each in its own transaction together with the record of it.

A released step is never changed; a fixture of each released schema is opened in the tests. `PRAGMA user_version` is
the number of the last step.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from storage.tables import TABLES_1

_STRICT_SINCE = (3, 37, 0)


def migrate(db: Database) -> None:
    """Bring a database to the newest schema; nothing to do when it is there."""
    all_steps().apply(db)


def all_steps() -> Migrations:
    """The steps in their order."""
    steps = Migrations("chengbao")

    @steps(name="1")
    def first(db: Database) -> None:  # pyright: ignore[reportUnusedFunction]
        strict = " STRICT" if sqlite3.sqlite_version_info >= _STRICT_SINCE else ""
        for statement in TABLES_1:
            _do(db, statement.replace("%STRICT%", strict))
        _do(db, "PRAGMA user_version = 1")

    return steps


def _do(db: Database, statement: str) -> None:
    db.execute(statement)  # pyright: ignore[reportUnknownMemberType]
