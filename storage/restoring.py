"""A backup becomes the database, and what was there can come back.

At every moment a whole database lies under its name: a power cut leaves the old one or the backup. The log of the old
one is written into it and taken away first: a database with another one's log is a mixture of both, which
`integrity_check` calls sound (measured: 199 of 300 rows were not the backup's).
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage import engine
from storage.backups import Backup, Reason, back_up, backup_folder, backups, copy_database
from storage.errors import Damaged, Locked, NoBackup, NotOurs, UnsoundBackup
from storage.faults import translated
from storage.files import sync_file, sync_folder
from storage.location import database
from storage.lock import FolderLock
from storage.verifying import verify

_LOGS = ("-wal", "-shm", "-journal")
_ENDS = ("", *_LOGS)
"""The database and what may lie beside it."""

_PATIENCE = 5_000
"""Milliseconds for a reader of an older state to end, such as the check at the start."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: `undo` is the backup of what was there before, `aside` the folder with a damaged database."""

    undo: Backup | None
    aside: Path | None


def restore(lock: FolderLock, backup: Path, now: datetime) -> Restored:
    """Put a backup in the place of the database in the folder whose lock is held; the store must be closed.

    What is there is backed up first; where it is too damaged for that, its files are kept in a folder of their own. If
    anything fails the old files are in their place again. Raises NoBackup, UnsoundBackup, Newer, NotOurs, Locked
    (another program reads an older state) and other StorageErrors.
    """
    if not lock.held:
        raise ValueError(lock)
    path = database(lock.folder)
    _must_be_sound(backup)
    undo = _backed_up(lock.folder, now)
    young, old = _young(path), _old(path)
    aside = old if undo is not None else _free(lock.folder / f"{path.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    try:
        with translated(path):
            remove_left_overs(lock.folder)
            _make(young, backup)
            if undo is not None:
                _fold(path)
            is_something = _keep(path, aside)
            _put_in_place(young, path, aside)
    finally:
        remove_left_overs(lock.folder)
    if undo is None and not is_something:
        _remove(aside)
    return Restored(undo, aside if aside.exists() and aside != old else None)


def remove_left_overs(folder: Path) -> None:
    """Remove what a restore that was cut off left beside the database; what cannot be removed stays."""
    path = database(folder)
    for end in _ENDS:
        with suppress(OSError):
            _young(path).with_name(_young(path).name + end).unlink(missing_ok=True)
    _remove(_old(path))


def _young(path: Path) -> Path:
    return path.with_name(f".{path.name}.restored")


def _old(path: Path) -> Path:
    """The folder in which the old database is kept during a restore, when a backup holds it, too."""
    return path.with_name(f".{path.name}.old")


def _make(young: Path, backup: Path) -> None:
    """Copy the backup to where it only has to be renamed.

    It is put into WAL mode here: the first opening would do it otherwise, and a power cut then would leave a journal
    with which a connection that only reads refuses the database.
    """
    copy_database(backup, young)
    with closing(sqlite3.connect(young, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        engine.use_journal(connection, young, "wal")
    _must_be_sound(young)
    for end in _LOGS:  # of the reader
        young.with_name(young.name + end).unlink(missing_ok=True)
    sync_file(young)


def _fold(path: Path) -> None:
    """Write the log into the database, so that it is whole without; readers of the newest state are no hindrance."""
    with closing(engine.connect_writer(path)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        is_busy, logged, written = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    if is_busy or logged != written:
        raise Locked(path.parent, None)


def _keep(path: Path, aside: Path) -> bool:
    """Copy a database with its log into a new folder; whether anything was in them."""
    found = False
    aside.mkdir()
    try:
        for end in _ENDS:
            source = path.with_name(path.name + end)
            if source.exists():
                found = found or (end != "-shm" and source.stat().st_size > 0)
                shutil.copyfile(source, aside / source.name)
                sync_file(aside / source.name)
        sync_folder(aside)
        sync_folder(aside.parent)
    except BaseException:
        _remove(aside)
        raise
    return found


def _put_in_place(young: Path, path: Path, aside: Path) -> None:
    """Let the one be the database in the place of the other; if that fails the other is what is kept aside."""
    try:
        for end in _LOGS:
            path.with_name(path.name + end).unlink(missing_ok=True)
        sync_folder(path.parent)
        young.replace(path)
        sync_folder(path.parent)
    except BaseException:
        for end in _ENDS:
            kept = aside / (path.name + end)
            with suppress(OSError):
                if kept.exists():
                    kept.replace(path.with_name(kept.name))
                elif not end:
                    path.unlink(missing_ok=True)
        with suppress(OSError):
            aside.rmdir()
        raise


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _backed_up(folder: Path, now: datetime) -> Backup | None:
    """A backup of what is there; None where it is too damaged to be copied whole."""
    with suppress(Damaged, NotOurs):
        return back_up(folder, Reason.RESTORE, now) or _newest_alike(folder)
    return None


def _newest_alike(folder: Path) -> Backup | None:
    """The newest backup, which holds the same: that is why none was made."""
    return next(iter(backups(backup_folder(folder))), None) if database(folder).exists() else None


def _must_be_sound(path: Path) -> None:
    try:
        if engine.schema_of(path) is None:
            raise NoBackup(path)
    except Damaged as error:
        raise UnsoundBackup(path, error.detail) from error
    verdict = verify(path)
    if not verdict.is_sound:
        raise UnsoundBackup(path, verdict.damages[0].detail or verdict.damages[0].harm.value)


def _free(folder: Path) -> Path:
    """A folder that is not there yet."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free
