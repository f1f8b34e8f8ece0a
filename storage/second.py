"""A second folder of backups, on a stick or another disk."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from storage.backups import Backup, Reason, back_up, backup_folder, backups, tidy
from storage.errors import ReadOnly, StorageError
from storage.faults import translated
from storage.holders import this_process

_NAME: Final = "呈报备份"


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a wish for a backup.

    `first` and `second` are the new backups, None where nothing had changed. `failure` is what kept one from the second
    folder; `is_missing` tells that the folder was not there.
    """

    first: Backup | None
    second: Backup | None = None
    failure: StorageError | None = None
    is_missing: bool = False


def back_up_twice(folder: Path, reason: Reason, now: datetime, second: Path | None) -> Made:
    """Make a backup beside the database and one in the second folder, and tidy both.

    The second folder is never made: where it is not there, nothing is mounted. Raises StorageErrors of the first.
    """
    first = back_up(folder, reason, now)
    tidy(backup_folder(folder))
    if second is None:
        return Made(first)
    try:
        if not second.is_dir():
            return Made(first, is_missing=True)
        copied = back_up(folder, reason, now, second)
        tidy(second)
    except StorageError as error:
        return Made(first, failure=error)
    except OSError:
        return Made(first, is_missing=True)
    return Made(first, copied)


def own_folder(chosen: Path) -> Path:
    """The folder of this machine's user in the chosen one, made when it is missing; a folder of backups stays as it is.

    A stick goes from one machine to another: in one folder the backups of one would be tidied away for the other's.
    Raises ReadOnly and other StorageErrors.
    """
    with translated(chosen):
        if backups(chosen):
            return chosen
        holder = this_process()
        name = re.sub(r"[^\w-]+", "-", f"{_NAME}-{holder.host}-{holder.user}")
        made = chosen / name
        try:
            made.mkdir(exist_ok=True)
        except PermissionError as error:
            raise ReadOnly(chosen) from error
    return made


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on the same disk; False where that cannot be told."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
