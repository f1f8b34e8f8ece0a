"""A backup becomes the database, and what was there can come back.

The log of the old database is moved away with it: a database with another one's log is a mixture of both, which
`integrity_check` calls sound (measured: 199 of 300 rows were not the backup's).
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage import engine
from storage.backups import Backup, Reason, back_up, backup_folder, backups, copy_database
from storage.errors import Damaged, NoBackup, NotOurs, UnsoundBackup
from storage.faults import translated
from storage.files import sync_folder
from storage.location import database
from storage.lock import FolderLock
from storage.verifying import verify

_ENDS = ("", "-wal", "-shm", "-journal")
"""The database and what may lie beside it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: `undo` is the backup of what was there before, `aside` the folder with a damaged database."""

    undo: Backup | None
    aside: Path | None


def restore(lock: FolderLock, backup: Path, now: datetime) -> Restored:
    """Put a backup in the place of the database in the folder whose lock is held; the store must be closed.

    What is there is backed up first; where it is too damaged for that, its files are kept in a folder of their own. If
    anything fails the old files are in their place again. Raises NoBackup, UnsoundBackup, Newer, NotOurs and other
    StorageErrors.
    """
    if not lock.held:
        raise ValueError(lock)
    path = database(lock.folder)
    _must_be_sound(backup)
    undo = _backed_up(lock.folder, now)
    young = path.with_name(f".{path.name}.restored")
    aside = _free(lock.folder / f"{path.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    with translated(path):
        try:
            copy_database(backup, young)
            aside.mkdir()
            moved = _move(path, aside / path.name)
            try:
                young.replace(path)
                sync_folder(path.parent)
                _must_be_sound(path)
            except BaseException:
                path.unlink(missing_ok=True)
                _move(aside / path.name, path)
                aside.rmdir()
                raise
        finally:
            young.unlink(missing_ok=True)
        if undo is not None or not moved:  # the backup holds all of it
            for end in _ENDS:
                (aside / (path.name + end)).unlink(missing_ok=True)
            aside.rmdir()
    return Restored(undo, aside if aside.exists() else None)


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


def _move(source: Path, target: Path) -> bool:
    """Move a database with its log; whether anything was in them."""
    found = False
    for end in _ENDS:
        one = source.with_name(source.name + end)
        if one.exists():
            found = found or (end != "-shm" and one.stat().st_size > 0)
            one.replace(target.with_name(target.name + end))
    return found


def _free(folder: Path) -> Path:
    """A folder that is not there yet."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free
