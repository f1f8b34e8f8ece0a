"""From what SQLite and the system raise to the failures of `errors`: the one place where they are translated.

SQLite's text is never looked at, only its error name (https://www.sqlite.org/rescode.html).
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import (
    CannotOpen,
    Damaged,
    DiskFull,
    InputOutput,
    Locked,
    NotOurs,
    ReadOnly,
    StorageError,
    Unexpected,
    Vanished,
)
from storage.holders import read_holder

_LEAST_ROOM = 64 * 1024
"""Bytes below which a failed write is put down to the full disk: SQLite reports some of these as I/O errors."""

_NO_TEXT = "Could not decode to UTF-8"
"""How the sqlite3 module begins what it says of a text that is none; it has no name for it."""

_SYSTEM = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.ENOENT: Vanished,
    errno.ESTALE: Vanished,
}


@contextmanager
def translated(path: Path) -> Generator[None]:
    """Raise a StorageError about `path` in place of what sqlite3 or the system raises."""
    try:
        yield
    except sqlite3.Error as error:
        raise of_sqlite(path, error) from error
    except OSError as error:
        raise of_system(path, error) from error
    except UnicodeDecodeError as error:  # sqlite3 reads a text, or the message on one, that is no text any more
        raise Damaged(path, f"UnicodeDecodeError: {error.reason}") from error


def of_sqlite(path: Path, error: sqlite3.Error) -> StorageError:
    """The failure that an error of SQLite means for the database at `path`."""
    name = str(getattr(error, "sqlite_errorname", None) or type(error).__name__)
    if name in {"SQLITE_FULL"}:
        return DiskFull(path)
    if name == "SQLITE_READONLY_DBMOVED":
        return Vanished(path)
    if name.startswith("SQLITE_READONLY"):
        return ReadOnly(path) if path.exists() else Vanished(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return Locked(path, read_holder(path.parent))
    if name.startswith("SQLITE_CORRUPT") or str(error).startswith(_NO_TEXT):
        return Damaged(path, f"{name}: {error}")
    if name == "SQLITE_NOTADB":
        return NotOurs(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return _unopened(path)
    if name.startswith("SQLITE_IOERR"):
        return _unwritten(path, name)
    return Unexpected(path, f"{name}: {error}")


def of_system(path: Path, error: OSError) -> StorageError:
    """The failure that an error of the system means for the database or folder at `path`."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return CannotOpen(path, "no-right")
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
        return CannotOpen(path, "is-folder" if error.errno == errno.EISDIR else "no-folder")
    kind = _SYSTEM.get(error.errno or 0)
    return kind(path) if kind else InputOutput(path, errno.errorcode.get(error.errno or 0, str(error)))


def _unopened(path: Path) -> StorageError:
    """SQLite says the same for all of these; the folder tells them apart."""
    if not path.parent.is_dir():
        return CannotOpen(path, "no-folder")
    if path.is_dir():
        return CannotOpen(path, "is-folder")
    if path.exists() and not os.access(path, os.R_OK):
        return CannotOpen(path, "no-right")
    if not os.access(path.parent, os.W_OK):
        return ReadOnly(path)
    if _is_full(path):
        return DiskFull(path)
    return CannotOpen(path, "other")


def _unwritten(path: Path, name: str) -> StorageError:
    if not path.exists():
        return Vanished(path)
    return DiskFull(path) if _is_full(path) else InputOutput(path, name)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False
