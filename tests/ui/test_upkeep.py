"""The data are read through and backed up while the window is open, in a process of its own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from report import edits
from storage.backups import Reason, backup_folder, backups
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.store import Store
from storage.verifying import Damage, Harm, verify
from tests.storage.reports import full_report
from ui.settings import Settings, write_settings
from ui.upkeep import KEPT_WHOLE, Compaction, Upkeep, back_up_at_close, damages_of, second_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report in it."""
    folder = data_folder(tmp_path / "数据")
    with FolderLock.take(folder) as lock:
        store = Store(lock)
        store.create(full_report(), "甲")
        store.close()
    return folder


def test_sound_data_are_backed_up_while_a_window_holds_them(folder: Path, qtbot: QtBot) -> None:
    upkeep = Upkeep(folder, later=0)
    told: list[tuple[Damage, ...]] = []
    upkeep.damaged.connect(told.append)
    safe: list[bool] = []
    upkeep.safe.connect(lambda: safe.append(True))
    with FolderLock.take(folder), qtbot.waitSignal(upkeep.done, timeout=20_000):
        upkeep.begin()
    assert (told, safe) == ([], [True])
    assert [one.reason for one in backups(backup_folder(folder))] == [Reason.START]


def test_damage_is_told_and_not_backed_up(folder: Path, qtbot: QtBot) -> None:
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x' WHERE rowid = 1")
    upkeep = Upkeep(folder, later=0)
    told: list[tuple[Damage, ...]] = []
    upkeep.damaged.connect(told.append)
    upkeep.safe.connect(lambda: pytest.fail("damaged"))
    with qtbot.waitSignal(upkeep.done, timeout=20_000):
        upkeep.begin()
    ((damage,),) = told
    assert (damage.harm, damage.table, damage.report) == (Harm.CHANGED, "block", "r1")
    assert backups(backup_folder(folder)) == ()


def test_a_window_that_is_closed_while_one_runs_waits_for_nothing(folder: Path, qtbot: QtBot) -> None:
    upkeep = Upkeep(folder, later=0)
    process = upkeep.findChild(QProcess)
    assert process is not None
    with qtbot.waitSignal(process.started, timeout=20_000):
        upkeep.begin()
    upkeep.end()
    upkeep.end()
    assert process.state() is QProcess.ProcessState.NotRunning
    back_up_at_close(folder)
    assert [one.reason for one in backups(backup_folder(folder))] == [Reason.CLOSE]
    back_up_at_close(folder)
    assert len(backups(backup_folder(folder))) == 1, "nothing has changed"


@pytest.mark.parametrize("out", [b"", b"x", b"{}", b"[]", b'{"damages": [{}]}', b'{"damages": [{"harm": "other"}]}'])
def test_an_answer_that_is_none_is_no_damage(out: bytes) -> None:
    assert damages_of(out) == ()


def test_old_noise_is_joined_a_little_at_a_time(tmp_path: Path) -> None:
    report, folder = full_report(), data_folder(tmp_path / "旧")
    with FolderLock.take(folder) as lock:
        moment = datetime(2026, 1, 5, tzinfo=UTC)
        store = Store(lock, clock=lambda: moment)
        store.create(report, "甲")
        for number in range(30):
            store.save(edits.set_front(report, "title", f"{number}"), "甲", "改标题")
        moment += timedelta(days=1)
        store.save(report, "甲", "改标题")
        asked: list[object] = []

        def ask(job: Callable[[Store], Any], done: Callable[[Any], None], /) -> None:
            asked.append(job)
            done(job(store))

        Compaction(ask, now=lambda: moment + KEPT_WHOLE - timedelta(hours=1)).begin()
        assert len(store.journal(report.id, 1000)) == 2 + 1
        before = len(asked)
        Compaction(ask, now=lambda: moment + KEPT_WHOLE).begin()
        assert len(asked) - before == 2, "there is nothing left to do"
        store.close()
    assert verify(database(folder)).is_sound


def test_a_second_folder_gets_the_backup_and_its_absence_is_told(folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    stick = tmp_path / "U盘"
    with FolderLock.take(folder) as lock:
        store = Store(lock)
        store.set_settings(write_settings(Settings(), Settings(backup_folder=str(stick))))
        store.close()
    told: list[tuple[str, str]] = []
    for is_there in (False, True):
        if is_there:
            stick.mkdir()
        upkeep = Upkeep(folder, later=0)
        upkeep.unkept.connect(lambda *words: told.append(words))
        with qtbot.waitSignal(upkeep.done, timeout=20_000):
            upkeep.begin()
        assert told == [(str(stick), "missing")]
    assert [one.reason for one in backups(stick)] == [Reason.START]
    assert len(backups(backup_folder(folder))) == 1


@pytest.mark.parametrize("out", [b"", b"x", b"[]", b'{"second": null}', b'{"second": {"folder": "x"}}'])
def test_an_answer_that_names_no_second_folder_is_none(out: bytes) -> None:
    assert second_of(out) == ("", "")
