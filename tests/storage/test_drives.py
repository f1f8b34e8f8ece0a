"""Which drive a folder lies on, from what the system tells; no live database on a network or a stick."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import lock as locking
from storage.drives import Drive, drive_of, linux_drive
from storage.errors import WrongDrive
from storage.lock import FolderLock

MOUNTS = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
23 22 0:5 / /dev rw - devtmpfs udev rw
40 22 8:3 / /srv rw,relatime - xfs /dev/sda3 rw
41 40 0:44 / /srv/zhang/新\\040share rw - cifs //server/share rw
42 22 0:50 / /mnt/nfs rw - nfs4 server:/x rw
43 22 8:17 / /media/zhang/KINGSTON rw - vfat /dev/sdb1 rw
44 22 8:33 / /media/zhang/disk rw - ext4 /dev/sdc1 rw
45 22 0:61 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
46 22 8:49 / /data rw - ext4 /dev/sdd1 rw
47 22 0:70 / /shm rw - tmpfs tmpfs rw
48 22 0:71 / /host rw - 9p host rw
49 22 8:65 / /media/zhang/inner rw - ext4 /dev/sde1 rw
"""


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    """Disks as the system shows them: 8:17 and 8:33 hang on USB, 8:49 is a card, 8:65 is in the machine."""
    folder = tmp_path / "block"
    folder.mkdir()
    for device, place, removable in (
        ("8:2", "pci0/ata1/sda/sda2", "0"),
        ("8:17", "pci0/usb1/sdb/sdb1", "0"),
        ("8:33", "pci0/usb2/sdc/sdc1", "0"),
        ("8:49", "pci0/mmc/sdd/sdd1", "1"),
        ("8:65", "pci0/ata2/sde/sde1", "0"),
    ):
        partition = tmp_path / "devices" / place
        partition.mkdir(parents=True)
        (partition.parent / "removable").write_text(removable + "\n")
        (folder / device).symlink_to(partition)
    return folder


@pytest.mark.parametrize(
    ("folder", "wanted"),
    [
        ("/var/lib/x", Drive.LOCAL),
        ("/srv/zhang/.local/share/chengbao", Drive.LOCAL),
        ("/srv/zhang/新 share/data", Drive.NETWORK),
        ("/mnt/nfs", Drive.NETWORK),
        ("/mnt/nfsother", Drive.LOCAL),
        ("/media/zhang/KINGSTON/data", Drive.REMOVABLE),
        ("/media/zhang/disk/data", Drive.REMOVABLE),
        ("/media/zhang/inner/data", Drive.LOCAL),
        ("/run/user/1000/gvfs/smb-share", Drive.NETWORK),
        ("/data/x", Drive.REMOVABLE),
        ("/shm/x", Drive.LOCAL),
        ("/host/x", Drive.LOCAL),
    ],
)
def test_where_a_folder_lies(folder: str, wanted: Drive, blocks: Path) -> None:
    assert linux_drive(folder, MOUNTS, blocks) is wanted


def test_the_last_of_several_mounts_at_one_place_counts(blocks: Path) -> None:
    mounts = MOUNTS + "99 22 0:80 / /srv rw - nfs server:/srv rw\n"
    assert linux_drive("/srv/zhang", mounts, blocks) is Drive.NETWORK


def test_where_the_system_tells_nothing_it_is_allowed(blocks: Path) -> None:
    assert linux_drive("/srv", "", blocks) is Drive.UNKNOWN


@given(st.text())
def test_nonsense_is_no_drive(text: str) -> None:
    assert linux_drive("/srv", text, Path("/nothing")) in Drive


def test_this_machines_own_folder_can_be_used(folder: Path) -> None:
    assert drive_of(folder) in (Drive.LOCAL, Drive.UNKNOWN)


@pytest.mark.parametrize("drive", [Drive.NETWORK, Drive.REMOVABLE])
def test_nothing_is_written_where_no_database_may_be(
    drive: Drive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "drive_of", lambda _folder: drive)
    with pytest.raises(WrongDrive) as wrong:
        FolderLock.take(folder)
    assert wrong.value.drive == drive.value
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_holder_leaves_no_lock(folder: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from storage.lock import FolderLock\n"
        "lock = FolderLock.take(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -9
    with FolderLock.take(folder) as lock:
        assert lock.held


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b'{"pid": 1, "host": "other", "user": "li", "since": null}', b'{"pid": 999999999}', b"\xff" * 10_000],
)
def test_what_an_old_lock_file_says_does_not_keep_anyone_out(folder: Path, content: bytes) -> None:
    (folder / locking.LOCK_FILE).write_bytes(content)
    with FolderLock.take(folder):
        assert b"other" not in (folder / locking.LOCK_FILE).read_bytes()
