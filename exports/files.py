"""Write a file whole or not at all: beside the target, flushed to the disk, then put in its place.

A reader sees the old file or the new one, never half of one, also after a crash or a power cut (the folder is flushed
too where the system allows it).
"""

import contextlib
import errno
import os
import time
from pathlib import Path

from exports.errors import TargetUnwritable

_REASONS = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "is-folder",
    errno.EACCES: "no-right",
    errno.EPERM: "no-right",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENAMETOOLONG: "name-too-long",
}
_STALE = 600
"""Seconds after which a part that nobody has written to belongs to nobody: writing takes less than one."""
_WINDOWS = os.name == "nt"


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing what is there; a link stays, and what it leads to is replaced.

    Raises TargetUnwritable; then what was there is untouched and nothing lies beside it.
    """
    part: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # A new file gets the rights that the user's other new files get; mkstemp would make it private.
        new = target.parent / f".chengbao-{os.urandom(6).hex()}.part"
        with new.open("xb") as file:
            part = new
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(part, target)
        part.replace(target)
    except OSError as error:
        _remove(part)
        raise TargetUnwritable(path, _reason(error, path), error.strerror or str(error)) from error
    except BaseException:  # Ctrl+C
        _remove(part)
        raise
    _flush_folder(target.parent)
    _remove_left_over(target.parent)


def _remove_left_over(folder: Path) -> None:
    """Take away what an export that was killed has left here; one that is being written now is younger."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".chengbao-*.part"):
            if time.time() - part.stat().st_mtime > _STALE:
                _remove(part)


def _remove(part: Path | None) -> None:
    if part is not None:
        with contextlib.suppress(OSError):
            part.unlink()


def _reason(error: OSError, path: Path) -> str:
    if _WINDOWS and isinstance(error, PermissionError) and path.exists():
        return "in-use"
    return _REASONS.get(error.errno or 0, "other")


def _keep_permissions(part: Path, target: Path) -> None:
    """Give the new file the rights of the one that it replaces."""
    with contextlib.suppress(OSError):
        part.chmod(target.stat().st_mode & 0o777)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and some network folders refuse it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
