"""Damage found while working, or met at the start, leads to a backup, or says what to do without one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from storage.backups import Backup, backup_folder, backups
from storage.errors import Damaged, NotOurs
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_listings
from storage.verifying import Damage, Harm, verify
from tests.ui.waiting import until
from tests.ui.window.backup_steps import (
    OLD,
    bar_of,
    damage,
    filled,
    follow,
    has,
    made,
    ruin,
    two_states,
    vars_of,
    words_in,
)
from tests.ui.window.steps import Start
from ui.application import Application, can_be_rescued, open_application, read_first_page
from ui.backups.confirm import ConfirmDialog
from ui.backups.first_window import FirstWindow
from ui.icons import Icons
from ui.parts.labels import Link
from ui.settings import Settings
from ui.theme import Theme


@pytest.fixture(autouse=True)
def _clerk_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)


def test_damage_is_told_by_title_with_the_way_to_the_newest_sound_backup(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    broken = made(folder)
    damage(broken.path)
    damage(database(folder))
    found = verify(database(folder)).damages
    program._tell_damage(found)
    until(qtbot, lambda: "损坏" in bar_of(window, "notice"))
    told = bar_of(window, "notice")
    assert "《" in told
    assert report_id not in told
    assert "main.py" not in told
    before = window.session
    follow(window, "notice", "用备份恢复…")
    assert program.controller.backups is not None
    dialog = program.controller.backups.dialog
    assert dialog is not None
    filled(dialog, qtbot)
    assert dialog.model.row_at(dialog.list.currentIndex()).path == backup.path  # type: ignore[union-attr]
    dialog.accept_button.click()
    until(qtbot, lambda: window.session is not None and window.session is not before)
    assert verify(database(folder)).is_sound
    assert has(folder, report_id, OLD)
    assert not bar_of(window, "notice"), "the damage is no more"


@pytest.mark.parametrize(
    ("found", "where"),
    [
        ((Damage(Harm.CHANGED, "setting", "", "office"), Damage(Harm.MISSING, "report", "")), "程序设置有内容"),
        ((Damage(Harm.STRUCTURE, "", ""),), "数据文件的结构坏了"),
        ((Damage(Harm.CHANGED, "block", "unknown"),), "1份报告有内容"),
    ],
)
def test_damage_without_a_backup_says_what_to_do(
    program: Application, folder: Path, qtbot: QtBot, found: tuple[Damage, ...], where: str
) -> None:
    program._tell_damage(found)
    until(qtbot, lambda: where in bar_of(program.window, "notice"))
    told = bar_of(program.window, "notice")
    assert "没有备份可以用来恢复。请不要删除数据文件" in told
    assert str(folder) in told
    bar = program.window.bars.stack.bar("notice")
    assert bar is not None
    assert not bar.findChildren(Link)


@pytest.fixture
def ruined(start: Start, folder: Path, qtbot: QtBot) -> tuple[Backup, str]:
    """A closed program's data with a backup, then cut off; the id of its report."""
    program = start()
    window, backup, report_id = two_states(program, folder, qtbot)
    window.close()
    program.stop()
    ruin(database(folder))
    return backup, report_id


def first_window(folder: Path, lock: FolderLock, theme: Theme, icons: Icons) -> FirstWindow:
    with pytest.raises(Damaged) as caught:
        read_first_page(folder, Settings())
    return FirstWindow(folder, lock, caught.value, theme, icons)


def test_damage_at_the_start_is_restored_and_everything_is_there(
    ruined: tuple[Backup, str], start: Start, folder: Path, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    backup, report_id = ruined
    ruin_later = made_beside(folder)
    with FolderLock.take(folder) as lock:
        with pytest.raises(Damaged):
            open_application(folder, lock)
        first = first_window(folder, lock, theme, icons)
        first.dialog.show()
        filled(first.dialog, qtbot)
        assert "已损坏" in words_in(first.dialog)
        assert "现在的数据读不出来" in words_in(first.dialog)
        assert not first.dialog.backup_button.isVisibleTo(first.dialog)
        row = first.dialog.model.row_at(first.dialog.list.currentIndex())
        assert row is not None
        assert row.path == backup.path, f"{ruin_later.name} is newer and broken"
        first.dialog.accept_button.click()
        until(qtbot, lambda: first.rescued is not None)
        assert first.dialog.result() == QDialog.DialogCode.Accepted
        first.end()
        assert first.rescued is not None
        assert "已恢复到" in first.rescued.words
    again = start()
    assert [one.id for one in read_listings(folder)] == [report_id]
    assert has(folder, report_id, OLD)
    assert verify(database(folder)).is_sound
    del again


def made_beside(folder: Path) -> Path:
    """A newer backup that is broken."""
    path = backup_folder(folder) / "chengbao-000099-20300101T000000Z-start.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    return path


def test_damage_at_the_start_without_a_backup_says_what_to_do(
    ruined: tuple[Backup, str], folder: Path, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    for one in backups(backup_folder(folder)):
        one.path.unlink()
    before = database(folder).read_bytes()
    with FolderLock.take(folder) as lock:
        first = first_window(folder, lock, theme, icons)
        first.dialog.show()
        until(qtbot, lambda: "没有备份可以用来恢复" in words_in(first.dialog))
        assert first.dialog.cancel_button.text() == "退出"
        assert not first.dialog.accept_button.isVisibleTo(first.dialog)
        first.dialog.cancel_button.click()
        first.end()
        assert first.rescued is None
    assert database(folder).read_bytes() == before


def test_the_second_folder_is_found_through_a_backup_where_the_data_cannot_be_read(
    start: Start, folder: Path, tmp_path: Path, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    program = start()
    _window, _backup, _report = two_states(program, folder, qtbot)
    program.context.keep(Settings(**{**vars_of(program), "backup_folder": str(stick)}))
    program.archive.do(lambda store: store.reports()).result()
    made(folder)
    kept = made(folder, target=stick)
    program.window.close()
    program.stop()
    ruin(database(folder))
    with FolderLock.take(folder) as lock:
        first = first_window(folder, lock, theme, icons)
        first.dialog.show()
        until(qtbot, lambda: first.dialog.model.place_of(kept.path).isValid())
        assert "第二备份" in str(first.dialog.model.data(first.dialog.model.place_of(kept.path)))
        first.end()


def test_a_report_that_cannot_be_read_leads_to_the_backups(program: Application, folder: Path, qtbot: QtBot) -> None:
    until(qtbot, lambda: read_listings(folder))
    backup = made(folder)
    program.context.tell_failure(Damaged(database(folder), ""))
    assert "已损坏" in bar_of(program.window, "notice")
    follow(program.window, "notice", "用备份恢复…")
    assert program.controller.backups is not None
    dialog = program.controller.backups.dialog
    assert dialog is not None
    filled(dialog, qtbot)
    assert dialog.model.row_at(dialog.list.currentIndex()).path == backup.path  # type: ignore[union-attr]


def test_a_first_window_is_shown_for_damage_and_for_a_strange_file_beside_backups(
    ruined: tuple[Backup, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not can_be_rescued(folder, Damaged(database(folder), "")), "nobody sees it"
    monkeypatch.setattr(QApplication, "platformName", lambda: "xcb")
    assert can_be_rescued(folder, Damaged(database(folder), ""))
    assert can_be_rescued(folder, NotOurs(database(folder)))
    for one in backups(backup_folder(folder)):
        one.path.unlink()
    assert can_be_rescued(folder, Damaged(database(folder), ""))
    assert not can_be_rescued(folder, NotOurs(database(folder)))
