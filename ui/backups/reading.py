"""What the dialog shows of backups, read away from the window's thread: all that lie there, what is in each."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.backups import Backup, backup_folder, backups
from storage.differing import Difference, differences
from storage.errors import NoBackup, StorageError
from storage.location import database
from storage.outlines import Outline, inside
from storage.records import Listing
from storage.verifying import verify
from ui.settings import folder_of, read_settings


@dataclass(frozen=True, slots=True)
class Row:
    """A backup in the list; `size` is in bytes."""

    backup: Backup
    size: int
    is_second: bool = False

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.backup.path

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return self.backup.moment


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a backup; `changes` is what a restore would change, None where the present data cannot be read."""

    reports: tuple[Listing, ...]
    changes: tuple[Difference, ...] | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All backups, the newest first, and what they are compared with.

    `now` is None where the present data cannot be read; `failure` is what kept the folder from being read; `missing` is
    the second folder when it is not there.
    """

    rows: tuple[Row, ...]
    now: tuple[Outline, ...] | None
    failure: StorageError | None = None
    missing: Path | None = None


def read_shelf(folder: Path, second: Path | None) -> Shelf:
    """All backups of a data folder and of the second folder.

    Where the settings cannot be read with the data, the newest backup that can be read names the second folder.
    """
    failure: StorageError | None = None
    first: tuple[Row, ...] = ()
    try:
        first = _rows(backups(backup_folder(folder)))
    except StorageError as error:
        failure = error
    now = _now(folder)
    if second is None and now is None:
        second = _second_named_in(first)
    if second is None:
        return Shelf(first, now, failure)
    others: tuple[Row, ...] = ()
    missing: Path | None = second
    with suppress(StorageError, OSError):
        if second.is_dir():
            others, missing = _rows(backups(second), is_second=True), None
    return Shelf(_merged(first, others), now, failure, missing)


def read_content(path: Path, now: Sequence[Outline] | None) -> Content | None:
    """What is in a backup, beside the present data; None when it cannot be read."""
    try:
        found = inside(path)
    except StorageError:
        return None
    reports = tuple(one.listing for one in found.reports)
    return Content(reports, differences(now, found.reports) if now is not None else None)


def is_sound(path: Path) -> bool:
    """Whether all of a backup is as it was written."""
    try:
        return verify(path).is_sound
    except StorageError:
        return False


def titles_of(folder: Path) -> dict[str, Listing]:
    """The reports by id: those that can still be read, else those of the newest backup that can be."""
    found = _now(folder)
    if found is None:
        found = ()
        with suppress(StorageError):
            for one in backups(backup_folder(folder)):
                with suppress(StorageError):
                    found = inside(one.path).reports
                    break
    return {one.listing.id: one.listing for one in found}


def _now(folder: Path) -> tuple[Outline, ...] | None:
    try:
        return inside(database(folder)).reports
    except NoBackup:
        return ()
    except StorageError:
        return None


def _second_named_in(rows: Sequence[Row]) -> Path | None:
    for row in rows:
        with suppress(StorageError):
            return folder_of(read_settings(inside(row.path).settings))
    return None


def _rows(found: Sequence[Backup], *, is_second: bool = False) -> tuple[Row, ...]:
    rows: list[Row] = []
    for one in found:
        with suppress(OSError):  # removed meanwhile
            rows.append(Row(one, one.path.stat().st_size, is_second))
    return tuple(rows)


def _merged(first: Sequence[Row], others: Sequence[Row]) -> tuple[Row, ...]:
    """Both in one list, the later moment before; within a folder the numbers order, for the clock may jump."""
    left, right, found = list(first), list(others), list[Row]()
    while left and right:
        source = right if right[0].moment > left[0].moment else left
        found.append(source.pop(0))
    return (*found, *left, *right)
