"""What kind of drive a folder lies on. A live database belongs on a disk of the machine itself.

SQLite's log needs memory that processes share and locks that hold: network folders have neither. A stick that ignores
flushes leaves nothing whole after a cut (measured: 391 of 400 states unusable), and sticks are pulled out.
"""

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "davfs", "davfs2"),
        *("fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.curlftpfs"),
        *("fuse.s3fs", "fuse.smbnetfs", "fuse.cephfs"),
    )
)
"""Kinds of file systems that lie on another machine, as the system names them."""
_STICKS: Final = frozenset({"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus", "udf", "iso9660"})
"""Kinds that sticks and discs have, where the system does not say that they are removable."""
_STICK_PLACES: Final = ("/media/", "/run/media/")
_ESCAPE: Final = re.compile(r"\\([0-7]{3})")
_MOUNTS, _BLOCKS = Path("/proc/self/mountinfo"), Path("/sys/dev/block")


class Drive(StrEnum):
    """Where a folder lies."""

    LOCAL = "local"
    NETWORK = "network"
    REMOVABLE = "removable"
    UNKNOWN = "unknown"


def drive_of(folder: Path) -> Drive:
    """The drive of a folder that exists; UNKNOWN where the system does not tell."""
    if sys.platform == "win32":  # pragma: no cover - unproved: no such machine here
        return _windows_drive(folder)
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        where = folder.resolve()
    except (OSError, RuntimeError):
        return Drive.UNKNOWN
    return linux_drive(str(where), mounts, _BLOCKS)


def linux_drive(folder: str, mounts: str, blocks: Path) -> Drive:
    """The drive of an absolute path by the text of /proc/self/mountinfo and the devices in /sys/dev/block."""
    found: tuple[str, str, str] | None = None
    for line in mounts.splitlines():
        mount = _mount(line)
        if mount is not None and _is_below(folder, mount[0]) and (found is None or len(mount[0]) >= len(found[0])):
            found = mount
    if found is None:
        return Drive.UNKNOWN
    point, device, kind = found
    if kind in _NETWORK:
        return Drive.NETWORK
    is_plugged = (point + "/").startswith(_STICK_PLACES)
    disk = blocks / device
    if _says_removable(disk) or (is_plugged and (kind in _STICKS or _hangs_on_usb(disk))):
        return Drive.REMOVABLE
    return Drive.LOCAL


def _mount(line: str) -> tuple[str, str, str] | None:
    """Mount point, device as 8:1, kind of file system; None for a line that says none (proc(5), mountinfo)."""
    before, separator, after = line.partition(" - ")
    fields, kinds = before.split(" "), after.split(" ")
    if not separator or len(fields) < 5 or not kinds[0]:
        return None
    point = _ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4])
    return point, fields[2], kinds[0]


def _is_below(folder: str, point: str) -> bool:
    return point == "/" or folder == point or folder.startswith(point.rstrip("/") + "/")


def _says_removable(device: Path) -> bool:
    """Whether the disk says so; of a partition the disk is the folder above."""
    try:
        real = device.resolve(strict=True)
        disk = real if (real / "removable").exists() else real.parent
        return (disk / "removable").read_text("ascii").strip() == "1"
    except (OSError, ValueError, RuntimeError):
        return False


def _hangs_on_usb(device: Path) -> bool:
    """Whether its place among the devices is below USB; some machines boot from there, so that alone says nothing."""
    try:
        return "/usb" in str(device.resolve(strict=True))
    except (OSError, RuntimeError):
        return False


if sys.platform == "win32":  # pragma: no cover - unproved: no such machine here

    def _windows_drive(folder: Path) -> Drive:
        import ctypes

        root = folder.resolve().anchor
        if root.startswith("\\\\"):
            return Drive.NETWORK
        kinds = {2: Drive.REMOVABLE, 3: Drive.LOCAL, 4: Drive.NETWORK, 5: Drive.REMOVABLE, 6: Drive.LOCAL}
        return kinds.get(ctypes.windll.kernel32.GetDriveTypeW(root), Drive.UNKNOWN)
