"""One program at a time: a lock on the data folder, released by the system when its process dies.

It keeps to one writing connection, which SQLite before 3.51.3 needs in WAL mode (the WAL-reset fault).
"""

import os
import sys
import time
from pathlib import Path
from types import TracebackType

from storage.drives import Drive, drive_of
from storage.errors import CannotOpen, Holder, Locked, WrongDrive
from storage.faults import translated
from storage.holders import LOCK_FILE, read_holder, this_process, write_holder

_PATIENCE, _PAUSE = 20, 0.01
"""Tries and seconds between them in which a holder that has just taken the lock writes its name."""

if sys.platform == "win32":  # pragma: no cover - unproved: no such machine here
    import msvcrt

    _FAR = 1 << 30
    """The locked byte lies behind the content: a locked byte cannot be read there."""

    def _try_lock(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FolderLock:
    """The right to write into a data folder, held until `release` or the end of the process."""

    def __init__(self, folder: Path, file: int) -> None:
        self.folder = folder
        self._file: int | None = file

    @classmethod
    def take(cls, folder: Path) -> "FolderLock":
        """The lock on an existing folder.

        Raises WrongDrive, where nothing is written, Locked with its holder, ReadOnly, CannotOpen (no-locks: the disk
        cannot lock) and other StorageErrors.
        """
        drive = drive_of(folder)
        if drive in (Drive.NETWORK, Drive.REMOVABLE):
            raise WrongDrive(folder, drive.value)
        path = folder / LOCK_FILE
        with translated(folder):
            file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if not _locked(file, path):
                raise Locked(folder, _patient_holder(folder))
            with translated(folder):
                _sign(file)
        except BaseException:
            os.close(file)
            raise
        return cls(folder, file)

    @property
    def held(self) -> bool:
        """Whether the lock has not been released."""
        return self._file is not None

    def release(self) -> None:
        """Let others in; again is nothing. The file stays: removing it would let two in."""
        if self._file is not None:
            file, self._file = self._file, None
            os.close(file)

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _locked(file: int, path: Path) -> bool:
    try:
        return _try_lock(file)
    except OSError as error:
        raise CannotOpen(path, "no-locks") from error


def _sign(file: int) -> None:
    content = write_holder(this_process())
    os.lseek(file, 0, os.SEEK_SET)
    os.truncate(file, 0)
    os.write(file, content)


def _patient_holder(folder: Path) -> Holder | None:
    for _ in range(_PATIENCE):
        if holder := read_holder(folder):
            return holder
        time.sleep(_PAUSE)
    return None
