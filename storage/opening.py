"""The writing connection with sqlite-utils around it; loaded by the worker only, for it costs a tenth of a second."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from storage import engine
from storage.backups import Reason, back_up
from storage.errors import Vanished
from storage.faults import translated
from storage.location import database
from storage.lock import FolderLock
from storage.migrations import migrate
from storage.restoring import remove_left_overs


def open_database(lock: FolderLock, *, must_exist: bool = False) -> tuple[Database, Path]:
    """The database of the folder whose lock is held, its tables up to date. A missing one is made.

    One of an older schema is backed up first; where that fails it stays as it is.

    Raises Vanished when it is missing and `must_exist`, and other StorageErrors.
    """
    if not lock.held:
        raise ValueError(lock)
    path = database(lock.folder)
    remove_left_overs(lock.folder)
    version = engine.schema_of(path)
    with translated(path):
        if version is None:
            if must_exist:
                raise Vanished(path)
            engine.create(path, lambda connection: migrate(_around(connection)))
            version = engine.SCHEMA
        db = _around(engine.connect_writer(path))
        try:
            if version < engine.SCHEMA:
                back_up(lock.folder, Reason.MIGRATION, datetime.now(UTC))
                migrate(db)
        except BaseException:
            db.close()
            raise
    return db, path


def close_database(db: Database, path: Path) -> None:
    """Close, with the log written into the database."""
    with translated(path):
        engine.close_writer(db.conn)


def _around(connection: sqlite3.Connection) -> Database:
    return Database(connection, execute_plugins=False)
