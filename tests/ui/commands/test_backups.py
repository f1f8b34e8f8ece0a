"""`backup`, `backups` and `restore`: the drill of a lost database, and the way back."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups import Reason, backups
from storage.location import database
from storage.lock import FolderLock
from storage.store import Store
from tests.ui.commands.conftest import Command
from ui.settings import Settings, write_settings


@pytest.fixture
def folder(command: Command, report: Path, tmp_path: Path) -> Path:
    """A data folder with a report."""
    command("--data", tmp_path / "数据", "import", report)
    return tmp_path / "数据"


def listed(command: Command, folder: Path) -> list[str]:
    return [one["id"] for one in json.loads(command("--data", folder, "list", "--json").out)]


def test_a_database_that_was_deleted_comes_back(command: Command, folder: Path) -> None:
    before = listed(command, folder)
    made = command("--data", folder, "backup")
    assert made.code == 0
    database(folder).unlink()
    assert listed(command, folder) == []
    done = command("--data", folder, "restore", "1")
    assert (done.code, done.out) == (0, "")
    assert "已经恢复到" in done.sentence
    assert listed(command, folder) == before
    assert command("--data", folder, "verify").code == 0


def test_what_was_there_before_a_restore_is_had_back(command: Command, folder: Path, report: Path) -> None:
    backup = command("--data", folder, "backup").out.strip()
    command("--data", folder, "import", report)
    both = listed(command, folder)
    done = command("--data", folder, "restore", backup)
    assert len(listed(command, folder)) == 1
    assert "要退回就恢复它" in done.err
    command("--data", folder, "restore", done.out.strip())
    assert listed(command, folder) == both


def test_backups_are_listed_with_what_is_in_them(command: Command, folder: Path) -> None:
    assert command("--data", folder, "backups").out == ""
    path = command("--data", folder, "backup").out.strip()
    again = command("--data", folder, "backup")
    assert again.out.strip() == path
    assert "没有再存一份" in again.sentence
    (one,) = json.loads(command("--data", folder, "backups", "--json").out)
    assert (one["number"], one["reason"], one["path"]) == (1, "asked", path)
    assert [each["id"] for each in one["reports"]] == listed(command, folder)
    assert one["size"] == Path(path).stat().st_size
    assert command("--data", folder, "backups").out.split("\t")[2] == "手动"


def test_before_an_import_what_is_there_is_backed_up(command: Command, folder: Path, report: Path) -> None:
    before = listed(command, folder)
    command("--data", folder, "import", report)
    (one,) = json.loads(command("--data", folder, "backups", "--json").out)
    assert one["reason"] == "before-import"
    assert [each["id"] for each in one["reports"]] == before


def test_without_data_there_is_nothing_to_back_up(command: Command, tmp_path: Path) -> None:
    done = command("--data", tmp_path / "空", "backup")
    assert (done.code, done.sentence) == (2, "还没有数据，不用备份。")


def test_a_backup_that_is_damaged_or_not_there_is_refused(command: Command, folder: Path) -> None:
    path = command("--data", folder, "backup").out.strip()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x' WHERE rowid = 1")
    before = database(folder).read_bytes()
    done = command("--data", folder, "restore", path)
    assert (done.code, "不完整，不能用它恢复" in done.sentence) == (2, True)
    assert "没有“7”这个备份" in command("--data", folder, "restore", "7").sentence
    assert "没有“别的.db”这个备份" in command("--data", folder, "restore", "别的.db").sentence
    assert database(folder).read_bytes() == before


def test_while_a_window_holds_the_data_there_is_a_backup_and_no_restore(command: Command, folder: Path) -> None:
    with FolderLock.take(folder):
        path = command("--data", folder, "backup").out.strip()
        done = command("--data", folder, "restore", path)
    assert done.code == 2
    assert "正由" in done.sentence


def test_the_second_folder_of_the_settings_gets_a_backup(command: Command, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    with FolderLock.take(folder) as lock:
        store = Store(lock)
        store.set_settings(write_settings(Settings(), Settings(backup_folder=str(stick))))
        store.close()
    done = command("--data", folder, "backup")
    assert done.code == 0
    assert f"第二备份文件夹“{stick}”现在不在" in done.err
    assert not stick.exists()
    stick.mkdir()
    found = json.loads(command("--data", folder, "backup", "--json").out)
    assert found == {
        "path": done.out.strip(),
        "made": False,
        "second": {"folder": str(stick), "state": "kept", "made": True},
    }
    assert [one.reason for one in backups(stick)] == [Reason.ASKED]
