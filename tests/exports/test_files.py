"""A file is written whole or not at all, and nothing is left beside it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exports import files
from exports.errors import TargetUnwritable
from exports.files import write_whole


def refuse(number: int) -> Callable[..., Any]:
    """A call of the system that fails."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


class Narrow:
    """A file on a disk that is full after some bytes."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401
        self._file = file

    def __enter__(self) -> "Narrow":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"old")
    return path


def only(target: Path) -> bool:
    """Whether the old file stands as it was, alone in its folder."""
    return target.read_bytes() == b"old" and list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("data", [b"", b"new", bytes(3_000_000)])
def test_makes_a_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "年度 报告.pdf"
    write_whole(path, data)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_replaces_a_file(target: Path) -> None:
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_path_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(Path("a.pdf"), b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_who_has_the_old_file_open_keeps_it(target: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows does not replace a file that is open")
    with target.open("rb") as reader:
        write_whole(target, b"new")
        assert reader.read() == b"old"


def test_is_on_the_disk_before_it_is_in_place(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        done.append("sync")
        sync(handle)

    def note_replace(self: Path, other: Path) -> Path:
        assert self.read_bytes() == b"new"
        assert self.parent == other.parent
        done.append("replace")
        return replace(self, other)

    monkeypatch.setattr(files.os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    write_whole(target, b"new")
    assert done[:2] == ["sync", "replace"]
    if os.name != "nt":
        assert done[2:] == ["sync"], "the folder too"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
class TestRights:
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
    def test_those_of_the_old_file_stay(self, target: Path, mode: int) -> None:
        target.chmod(mode)
        write_whole(target, b"new")
        assert target.stat().st_mode & 0o7777 == mode

    @pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
    def test_a_new_file_has_those_of_other_new_files(self, tmp_path: Path, mask: int, mode: int) -> None:
        before = os.umask(mask)
        try:
            write_whole(tmp_path / "a.pdf", b"new")
            assert os.umask(mask) == mask
        finally:
            os.umask(before)
        assert (tmp_path / "a.pdf").stat().st_mode & 0o7777 == mode

    def test_a_disk_without_rights(self, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Path, "chmod", refuse(errno.EPERM))
        write_whole(target, b"new")
        assert target.read_bytes() == b"new"

    def test_a_link_stays_a_link(self, target: Path, tmp_path: Path) -> None:
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        link = folder / "link.pdf"
        link.symlink_to(target)
        write_whole(link, b"new")
        assert link.is_symlink()
        assert target.read_bytes() == b"new"
        assert list(folder.iterdir()) == [link]


def test_a_folder_that_cannot_be_flushed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "open", refuse(errno.EINVAL))
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


REASONS = [
    (errno.ENOENT, "no-folder"),
    (errno.ENOTDIR, "no-folder"),
    (errno.EISDIR, "is-folder"),
    (errno.EACCES, "no-right"),
    (errno.EPERM, "no-right"),
    (errno.EROFS, "read-only"),
    (errno.ENOSPC, "full"),
    (errno.EDQUOT, "full"),
    (errno.ENAMETOOLONG, "name-too-long"),
    (errno.EIO, "other"),
]


@pytest.mark.parametrize("place", ["open", "replace"])
@pytest.mark.parametrize(("number", "reason"), REASONS)
def test_each_failure_has_its_reason(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str, place: str
) -> None:
    monkeypatch.setattr(Path, place, refuse(number))
    with pytest.raises(TargetUnwritable) as caught:
        write_whole(target, b"new")
    monkeypatch.undo()
    assert (caught.value.path, caught.value.reason, caught.value.detail) == (target, reason, os.strerror(number))
    assert only(target)


def test_a_disk_that_is_full_only_when_flushed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fsync", refuse(errno.EDQUOT))
    with pytest.raises(TargetUnwritable) as caught:
        write_whole(target, b"new")
    assert caught.value.reason == "full"
    assert only(target)


def test_a_disk_that_is_full_half_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *given: Narrow(real(self, *given)))
    with pytest.raises(TargetUnwritable) as caught:
        write_whole(target, b"new")
    monkeypatch.undo()
    assert caught.value.reason == "full"
    assert only(target)


def test_being_stopped_half_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, b"new")
    assert only(target)


def test_what_cannot_be_removed_does_not_hide_the_reason(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "fsync", refuse(errno.ENOSPC))
    monkeypatch.setattr(Path, "unlink", refuse(errno.EIO))
    with pytest.raises(TargetUnwritable) as caught:
        write_whole(target, b"new")
    assert caught.value.reason == "full"
    assert target.read_bytes() == b"old"


def test_real_refusals(tmp_path: Path, target: Path) -> None:
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    for path, reason in [
        (folder, "is-folder"),
        (tmp_path / "none" / "a.pdf", "no-folder"),
        (target / "a.pdf", "no-folder"),
        (tmp_path / ("字" * 100), "name-too-long"),
    ]:
        with pytest.raises(TargetUnwritable) as caught:
            write_whole(path, b"new")
        assert (caught.value.path, caught.value.reason) == (path, reason)
    assert {path.name for path in tmp_path.iterdir()} == {"folder.pdf", target.name}


def test_a_file_that_another_program_holds(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses with "permission denied" whatever the reason is; a file that is there is most likely open."""
    monkeypatch.setattr(Path, "replace", refuse(errno.EACCES))
    monkeypatch.setattr(files, "_WINDOWS", True)
    with pytest.raises(TargetUnwritable) as caught:
        write_whole(target, b"new")
    assert caught.value.reason == "in-use"
    assert only(target)


def test_what_a_killed_export_left_goes_with_the_next(target: Path) -> None:
    old, young, other = (target.parent / name for name in (".chengbao-aa.part", ".chengbao-bb.part", ".other.part"))
    for one in (old, young, other):
        one.write_bytes(b"half")
    for one in (old, other):
        os.utime(one, (1, 1))
    write_whole(target, b"new")
    assert [one.exists() for one in (old, young, other)] == [False, True, True]
