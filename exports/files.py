"""Write a file whole or not at all: beside the target, flushed to the disk, then put in its place.

A reader sees the old file or the new one, never half of one, also after a crash or a power cut (the folder is flushed
too where the system allows it).
"""

import contextlib
import errno
import os
import tempfile
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


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing what is there. Raises TargetUnwritable; then what was there is untouched."""
    if path.is_dir():
        raise TargetUnwritable(path, "is-folder")
    part: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".chengbao-", suffix=".part", delete=False) as file:
            part = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(part, path)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            if part:
                part.unlink()
        raise TargetUnwritable(path, _reason(error, path), str(error)) from error
    _flush_folder(path.parent)


def _reason(error: OSError, path: Path) -> str:
    if os.name == "nt" and isinstance(error, PermissionError) and path.exists():
        return "in-use"
    return _REASONS.get(error.errno or 0, "other")


def _keep_permissions(part: Path, path: Path) -> None:
    """Give the new file the rights of the old one, or those a newly made file has (a temporary file is private)."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        part.chmod(mode)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and some network folders refuse it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
