"""Opening the database: what may be opened at all, and how. Only the standard library's sqlite3.

A file is looked at before it is opened for writing, so that one of a newer version or of another program stays
untouched. A new database is made under another name and appears whole, so that an empty file is always damage.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from storage.errors import CannotOpen, Damaged, InputOutput, Newer, NotOurs
from storage.faults import translated
from storage.files import sync_folder

APPLICATION_ID = 0x43424252
"""Written into the header of each of our databases: "CBBR"."""

SCHEMA = 4
"""The newest schema that this program knows: `PRAGMA user_version`."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_READ_VERSION, _WRITE_VERSION, _USER_VERSION = 19, 18, 60
_KNOWN_FORMAT = 2
"""Offsets and values of the header: https://www.sqlite.org/fileformat.html, 1.3."""

_WRITER = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    # The thread writes the log into the database between jobs; this is for whoever forgets to.
    "wal_autocheckpoint = 10000",
)
_BUSY_SECONDS = 0.2
_RESET_FIXED = (3, 51, 3)


def sqlite_version() -> str:
    """Its version, such as 3.45.1."""
    return sqlite3.sqlite_version


def has_reset_fault() -> bool:
    """Whether two connections that write or checkpoint at the same moment could damage a database in WAL mode.

    So it is from 3.7.0 to 3.51.2. The lock on the folder keeps it away: one connection writes.
    """
    return sqlite3.sqlite_version_info < _RESET_FIXED


def schema_of(path: Path) -> int | None:
    """The schema of the database at `path`, None when there is no file.

    Raises Newer, NotOurs, Damaged, CannotOpen and other StorageErrors; the file is not touched.
    """
    header = _read_header(path)
    if header is None:
        return None
    if max(header[_READ_VERSION], header[_WRITE_VERSION]) > _KNOWN_FORMAT:
        found = int.from_bytes(header[_USER_VERSION : _USER_VERSION + 4], "big")
        raise Newer(path, found, SCHEMA)
    with translated(path):
        connection = connect_reader(path)
        try:
            return _checked(path, connection)
        finally:
            connection.close()


def _checked(path: Path, connection: sqlite3.Connection) -> int:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise NotOurs(path)
    version = _pragma(connection, "user_version")
    if version > SCHEMA:
        raise Newer(path, version, SCHEMA)
    return version


def _read_header(path: Path) -> bytes | None:
    with translated(path):
        if path.is_dir():
            raise CannotOpen(path, "is-folder")
        try:
            with path.open("rb") as file:
                header = file.read(_HEADER)
        except FileNotFoundError:
            return None
    if not header.strip(b"\0"):
        raise Damaged(path, "empty")
    if not header.startswith(_MAGIC):
        raise NotOurs(path)
    if len(header) < _HEADER:
        raise Damaged(path, "short")
    return header


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. On a read-only disk a database that was closed well can still be read."""
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if os.access(path.parent, os.W_OK) or _has_log(path):
            raise
        connection = _connect(path, "mode=ro&immutable=1")
    return connection


def connect_writer(path: Path) -> sqlite3.Connection:
    """The writing connection to an existing database: every commit is on the disk when it returns.

    WAL with synchronous=FULL loses no acknowledged commit at a power cut; NORMAL, and FULL without WAL, do.
    """
    connection = _connect(path, "mode=rw")
    try:
        for pragma in _WRITER:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def create(path: Path, migrate: Callable[[sqlite3.Connection], None]) -> None:
    """Make a new database at `path`, where there is none; `migrate` gives it its tables."""
    young = path.with_name(path.name + ".new")
    for left_over in (young, *(young.with_name(young.name + end) for end in ("-journal", "-wal", "-shm"))):
        left_over.unlink(missing_ok=True)
    connection = _connect(young, "mode=rwc")
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection)
        use_journal(connection, path, "wal")
    finally:
        connection.close()
    young.replace(path)
    sync_folder(path.parent)


def use_journal(connection: sqlite3.Connection, path: Path, mode: str) -> None:
    """Put the open database into a journal mode, "wal" or "delete". Raises InputOutput about `path`, and sqlite3.Error.

    When the disk fails meanwhile SQLite may say so by its answer only, which is the mode that stays.
    """
    answer = connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0]
    if answer != mode:
        raise InputOutput(path, f"journal_mode stays {answer}")


def close_writer(connection: sqlite3.Connection) -> None:
    """Close the writing connection, its log written into the database, so that the file alone is whole."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _connect(path: Path, options: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?{options}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None)


def _has_log(path: Path) -> bool:
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
