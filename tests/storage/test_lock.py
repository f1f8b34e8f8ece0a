"""One program at a time holds a data folder; the system frees it when that program dies."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage import lock as locking
from storage.errors import CannotOpen, Locked, ReadOnly, Vanished
from storage.holders import LOCK_FILE, read_holder, this_process
from storage.lock import FolderLock

HOLD = """
import sys, time
from pathlib import Path
from storage.lock import FolderLock
lock = FolderLock.take(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_another_process_is_refused_and_told_who_holds_it(folder: Path) -> None:
    root = Path(locking.__file__).parent.parent
    with subprocess.Popen([sys.executable, "-c", HOLD, folder], cwd=root, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Locked) as refused:
            FolderLock.take(folder)
        assert refused.value.holder is not None
        assert refused.value.holder.pid == holder.pid
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    with FolderLock.take(folder) as lock:
        assert lock.held
        found = read_holder(folder)
        assert found == this_process(found.since if found else None)


def test_released_is_free_for_the_next(folder: Path) -> None:
    first = FolderLock.take(folder)
    with pytest.raises(Locked):
        FolderLock.take(folder)
    first.release()
    first.release()
    assert not first.held
    FolderLock.take(folder).release()


def test_a_holder_without_a_readable_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_PAUSE", 0)
    for content in (b"", b"{}", b"[]", b"\xff", b'{"pid": "x"}', b'{"pid": 1, "host": "h", "user": "u", "since": "x"}'):
        with FolderLock.take(folder):
            (folder / LOCK_FILE).write_bytes(content)
            assert read_holder(folder) is None
            with pytest.raises(Locked) as refused:
                FolderLock.take(folder)
            assert refused.value.holder is None


@pytest.mark.parametrize(("number", "kind"), [(errno.EROFS, ReadOnly), (errno.EACCES, CannotOpen)])
def test_a_folder_that_takes_no_lock_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, "no")

    monkeypatch.setattr(locking.os, "open", refuse)
    with pytest.raises(kind):
        FolderLock.take(folder)


def test_a_disk_that_cannot_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> bool:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(locking, "_try_lock", refuse)
    with pytest.raises(CannotOpen) as refused:
        FolderLock.take(folder)
    assert refused.value.reason == "no-locks"


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Vanished):
        FolderLock.take(tmp_path / "fehlt")


def test_a_user_without_a_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    with FolderLock.take(folder):
        found = read_holder(folder)
        assert found is not None
        assert found.user == str(os.getuid())
