"""Failures of the store that a user can meet: parameters only. The sentence for each is made in `ui.sentences`."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the data folder, as its lock file tells; `since` is None when it does not."""

    pid: int
    host: str
    user: str
    since: datetime | None


class StorageError(Exception):
    """Base of all; `path` is the database or the folder concerned.

    `passing` tells that the connection cannot be relied on any more: it is opened anew before the next job.
    """

    passing = True

    def __init__(self, path: Path, *details: object) -> None:
        super().__init__(path, *details)
        self.path = path


class DiskFull(StorageError):
    """There is no room left on the disk."""


class ReadOnly(StorageError):
    """The folder or the file cannot be written."""


class Vanished(StorageError):
    """The file is gone from its place, or another one lies there (a stick pulled out, a folder moved)."""


class Locked(StorageError):
    """Another program holds the data; `holder` is None when it does not say who it is."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(path, holder)
        self.holder = holder


class CannotOpen(StorageError):
    """The file cannot be opened; `reason` is one of no-folder, is-folder, no-right, no-locks, other."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class Damaged(StorageError):
    """The file is ours and cannot be read any more; `detail` is for the log."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class UnsoundBackup(StorageError):
    """A backup that is not as it was written: it restores nothing; `detail` is for the log."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class NoBackup(StorageError):
    """There is no such backup."""


class NotOurs(StorageError):
    """The file is no database, or another program's."""


class Newer(StorageError):
    """The file was made by a newer version of the program; it has not been touched."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.found, self.known = found, known


class InputOutput(StorageError):
    """The disk failed; `detail` is the system's name for it."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class Unexpected(StorageError):
    """Any other failure of the database, which is a fault of the program; `detail` is for the log."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.detail = detail


class WrongDrive(StorageError):
    """The folder lies where no live database may be: on another machine, or on a disk that is pulled out."""

    passing = False

    def __init__(self, path: Path, drive: str) -> None:
        super().__init__(path, drive)
        self.drive = drive


class UnknownReport(StorageError):
    """There is no report with this id."""

    passing = False

    def __init__(self, path: Path, report_id: str) -> None:
        super().__init__(path, report_id)
        self.report_id = report_id


class KnownReport(StorageError):
    """There is a report with this id already."""

    passing = False

    def __init__(self, path: Path, report_id: str) -> None:
        super().__init__(path, report_id)
        self.report_id = report_id


class UnknownVersion(StorageError):
    """The report has no frozen version of this number."""

    passing = False

    def __init__(self, path: Path, report_id: str, sequence: int) -> None:
        super().__init__(path, report_id, sequence)
        self.report_id, self.sequence = report_id, sequence


class UnknownRevision(UnknownVersion):
    """The report was not yet there at this line of its journal."""
