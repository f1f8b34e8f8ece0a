"""Backups: whole copies of the database, each reopened and read before it counts.

Beside the database lies a folder of them. A name tells its number, when it was made and why; the number orders them,
for the clock may jump.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from storage import engine
from storage.errors import Damaged, StorageError
from storage.faults import translated
from storage.files import sync_file, sync_folder
from storage.location import database
from storage.queries import Queries
from storage.records import Listing
from storage.verifying import verify

DAILY, WEEKLY, MONTHLY, NEWEST = 12, 10, 9, 5
"""How many are kept: the last of each day, week and month, and the newest whatever their day; of those made before
something dangerous the newest, too."""

_NAME: Final = re.compile(r"chengbao-(\d{6})-(\d{8}T\d{6}Z)-([a-z-]+)\.db")
_MOMENT: Final = "%Y%m%dT%H%M%SZ"


class Reason(StrEnum):
    """Why a backup was made."""

    START = "start"
    CLOSE = "close"
    ASKED = "asked"
    MIGRATION = "before-migration"
    IMPORT = "before-import"
    RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `moment` is in UTC."""

    path: Path
    number: int
    moment: datetime
    reason: Reason

    @property
    def is_of_danger(self) -> bool:
        """Whether it was made before something that could have gone wrong."""
        return self.reason in (Reason.MIGRATION, Reason.IMPORT, Reason.RESTORE)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup: its reports, newest change first, and how large it is in bytes."""

    reports: tuple[Listing, ...]
    size: int


def backup_folder(folder: Path) -> Path:
    """Where the backups of a data folder lie."""
    return folder / "backups"


def backups(folder: Path) -> tuple[Backup, ...]:
    """All backups in a folder of such, the newest first. Raises StorageErrors."""
    with translated(folder):
        names = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [backup for path in names if (backup := backup_of(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def backup_of(path: Path) -> Backup | None:
    """What a file's name tells; None when it is no backup's name."""
    match = _NAME.fullmatch(path.name)
    if match is None or match[3] not in set(Reason):
        return None
    with suppress(ValueError):
        moment = datetime.strptime(match[2], _MOMENT).replace(tzinfo=UTC)
        return Backup(path, int(match[1]), moment, Reason(match[3]))
    return None


def back_up(folder: Path, reason: Reason, now: datetime, target: Path | None = None) -> Backup | None:
    """Make a backup of the database in a data folder, into `target` or the folder beside it.

    None when there is nothing to back up, or when the newest backup holds the same. The copy is written under another
    name, flushed, reopened and read, and only then named a backup. Raises StorageErrors, Damaged when the database is.
    """
    source, into = database(folder), target or backup_folder(folder)
    if engine.schema_of(source) is None:
        return None
    known = backups(into)
    if known and _state(known[0].path) == _state(source) != "":
        return None
    with translated(into):
        if not into.is_dir():
            into.mkdir(parents=True, exist_ok=True)
            sync_folder(into.parent)
        number = known[0].number + 1 if known else 1
        name = f"chengbao-{number:06d}-{now.astimezone(UTC).strftime(_MOMENT)}-{reason.value}.db"
        young = into / f".{name}.tmp"
        try:
            copy_database(source, young)
            verdict = verify(young)
            if not verdict.is_sound:
                raise Damaged(source, verdict.damages[0].detail)
            path = young.replace(into / name)
            sync_folder(into)
        finally:
            young.unlink(missing_ok=True)
    return Backup(path, number, now.astimezone(UTC).replace(microsecond=0), reason)


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as one file without a log, whatever is being written meanwhile. Raises StorageErrors."""
    target.unlink(missing_ok=True)
    with (
        translated(source),
        closing(engine.connect_reader(source)) as reader,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        reader.backup(copy)
        engine.use_journal(copy, source, "delete")
    sync_file(target)


def tidy(folder: Path) -> tuple[Backup, ...]:
    """Remove the backups that are not kept, and what was left half-made; those removed. Raises StorageErrors."""
    known = backups(folder)
    kept = set(to_keep(known))
    gone = tuple(one for one in known if one not in kept)
    with translated(folder):
        for one in gone:
            one.path.unlink(missing_ok=True)
        for path in folder.glob(".chengbao-*.tmp*"):
            path.unlink(missing_ok=True)
    return gone


def to_keep(known: Sequence[Backup]) -> tuple[Backup, ...]:
    """Which of the backups are kept, the newest first: by day, week and month, and the newest of both kinds."""
    newest_first = sorted(known, key=lambda one: one.number, reverse=True)
    ways: tuple[tuple[int, Callable[[Backup], object]], ...] = (
        (DAILY, lambda one: one.moment.date()),
        (WEEKLY, lambda one: one.moment.isocalendar()[:2]),
        (MONTHLY, lambda one: (one.moment.year, one.moment.month)),
    )
    kept = set(newest_first[:NEWEST])
    kept.update([one for one in newest_first if one.is_of_danger][:NEWEST])
    for most, period in ways:
        kept.update(_last_of_each(newest_first, period, most))
    return tuple(one for one in newest_first if one in kept)


def _last_of_each(newest_first: Iterable[Backup], period: Callable[[Backup], object], most: int) -> list[Backup]:
    found: dict[object, Backup] = {}
    for one in newest_first:
        found.setdefault(period(one), one)
    return list(found.values())[:most]


def contents(backup: Path) -> Contents:
    """What is in a backup. Raises StorageErrors."""
    engine.schema_of(backup)
    with translated(backup), closing(engine.connect_reader(backup)) as connection:
        return Contents(Queries(connection, backup).listings(), backup.stat().st_size)


def _state(path: Path) -> str:
    """What tells one state of the data from another: the seal of the head, which covers all; "" without seals."""
    with suppress(StorageError, sqlite3.Error), closing(engine.connect_reader(path)) as connection:
        found = connection.execute("SELECT seal, lines FROM head").fetchone()
        return f"{found[0]} {found[1]}" if found else ""
    return ""
