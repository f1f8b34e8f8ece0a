"""Where the data lie."""

import errno
import os
from pathlib import Path

import pytest

from storage.errors import CannotOpen, DiskFull, ReadOnly
from storage.location import data_folder, database, default_folder


def test_a_named_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    wanted = tmp_path / "张 三" / "数据（新）"
    assert data_folder(wanted) == wanted
    assert wanted.is_dir()
    assert data_folder(str(wanted)) == wanted
    assert database(wanted) == wanted / "chengbao.db"


def test_a_folder_that_was_made_lasts_and_one_that_cannot_be_flushed_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []

    def flush(folder: Path) -> None:
        flushed.append(folder)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr("storage.location.sync_folder", flush)
    for _ in range(2):
        assert data_folder(tmp_path / "数据").is_dir()
    assert flushed == [tmp_path]


def test_a_relative_one_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("数据") == tmp_path / "数据"


def test_without_one_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.location.default_folder", lambda: tmp_path / "chengbao")
    assert data_folder() == tmp_path / "chengbao"
    assert default_folder().name == "chengbao"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(CannotOpen) as refused:
            data_folder(path)
        assert refused.value.reason == "no-folder"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (PermissionError(errno.EACCES, ""), ReadOnly),
        (OSError(errno.EROFS, ""), ReadOnly),
        (OSError(errno.ENOSPC, ""), DiskFull),
    ],
)
def test_what_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, kind: type[Exception]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(kind):
        data_folder(tmp_path / "neu")


@pytest.mark.skipif(os.name == "nt", reason="rights are a matter of the profile there")
def test_a_new_folder_is_for_its_user_alone(tmp_path: Path) -> None:
    assert data_folder(tmp_path / "数据").stat().st_mode & 0o077 == 0
