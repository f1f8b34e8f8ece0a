"""备份与恢复 as a clerk does it: look, back up, restore, undo; a folder that cannot be read, a stick."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from storage import restoring
from storage.backups import Backup, Reason, backup_folder, backups
from storage.errors import CannotOpen, DiskFull
from storage.location import database
from storage.reading import read_listings, read_settings
from storage.verifying import verify
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from tests.ui.window.backup_steps import (
    NEW,
    OLD,
    bar_of,
    choose,
    damage,
    filled,
    follow,
    has,
    made,
    opened,
    restore,
    ruin,
    two_states,
    vars_of,
    words_in,
    write,
)
from tests.ui.window.steps import saved, section_page
from ui.application import Application
from ui.backups import reading
from ui.backups.confirm import ConfirmDialog
from ui.parts.buttons import PlainButton
from ui.settings import Settings


@pytest.fixture(autouse=True)
def _clerk_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)


def test_no_backup_yet_is_said_and_one_is_made(program: Application, folder: Path, qtbot: QtBot) -> None:
    until(qtbot, lambda: read_listings(folder))
    dialog = opened(program, qtbot)
    until(qtbot, lambda: "还没有备份" in words_in(dialog))
    assert not dialog.accept_button.isVisibleTo(dialog)
    next(one for one in dialog.findChildren(PlainButton) if one.text() == "备份").click()
    filled(dialog, qtbot)
    (backup,) = backups(backup_folder(folder))
    assert backup.reason is Reason.ASKED
    assert "已备份" in dialog.told.text()
    assert "报告没有变化" in words_in(dialog)
    dialog.backup_button.click()
    until(qtbot, lambda: dialog.told.text() == "没有变化，最近的备份就是现在的内容。")
    assert len(backups(backup_folder(folder))) == 1


def test_the_dialog_says_what_is_in_a_backup_and_what_would_change(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    _window, backup, _report = two_states(program, folder, qtbot)
    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    told = words_in(dialog)
    assert "（之后的1处修改不见）" in told
    assert "备份里的报告，共1份" in told
    assert "编写中" in told
    row = dialog.model.data(dialog.model.place_of(backup.path))
    assert "手动" in str(row)
    assert "1份报告" in str(row)
    day = str(dialog.model.data(dialog.model.index(0)))
    assert day.startswith("今天")


def test_a_restore_shows_the_report_as_it_was_and_can_be_undone(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    before = window.session
    restore(opened(program, qtbot), backup.path, qtbot)
    until(qtbot, lambda: window.session is not None and window.session is not before)
    assert has(folder, report_id, OLD)
    assert not has(folder, report_id, NEW)
    assert window.session is not None
    assert not window.session.opened.can_undo, "nothing of the old session is left"
    assert "已恢复到" in bar_of(window, "message")
    again = window.session
    follow(window, "message", "撤销恢复")
    until(qtbot, lambda: window.session is not None and window.session is not again)
    assert has(folder, report_id, NEW)
    assert "已撤销恢复" in bar_of(window, "message")
    assert verify(database(folder)).is_sound


def test_what_is_being_composed_is_in_the_backup_made_before_the_restore(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "还没有存的一句。")
    compose(page.prose.text, "pinyin")
    assert window.session is not None
    assert window.session.autosave.dirty
    before = window.session
    dialog.accept_button.click()
    until(qtbot, lambda: window.session is not None and window.session is not before)
    assert not has(folder, report_id, "还没有存的一句。")
    again = window.session
    follow(window, "message", "撤销恢复")
    until(qtbot, lambda: window.session is not None and window.session is not again)
    assert has(folder, report_id, "还没有存的一句。")


def test_a_session_of_the_old_text_is_never_saved_over_the_restored_data(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    session = window.session
    assert session is not None
    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    dialog.accept_button.click()
    type_chinese(page.prose.text, "恢复时还在写。")
    assert session.autosave.dirty
    session.autosave.flush()
    window.flush()
    until(qtbot, lambda: window.session is not None and window.session is not session)
    program.archive.do(lambda store: store.reports()).result()
    assert has(folder, report_id, OLD)
    assert not has(folder, report_id, "恢复时还在写。")
    assert not has(folder, report_id, NEW)


def test_a_report_that_the_backup_lacks_is_left_for_the_list(program: Application, folder: Path, qtbot: QtBot) -> None:
    until(qtbot, lambda: read_listings(folder))
    backup = made(folder)
    sample = read_listings(folder)[0].id
    program.controller._act_on_report("duplicate", sample)
    until(qtbot, lambda: len(read_listings(folder)) == 2)
    copy = next(one.id for one in read_listings(folder) if one.id != sample)
    program.controller.open_report(copy)
    window = program.window
    until(qtbot, lambda: window.session is not None)
    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    assert "（今天新建）" in words_in(dialog)
    dialog.accept_button.click()
    until(qtbot, lambda: "已恢复到" in bar_of(window, "message"))
    assert window.session is None
    assert [one.entry.id for one in window.start_page.cards] == [sample]


def test_a_restore_that_fails_changes_nothing_and_the_report_goes_on(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    session = window.session

    def full(_source: Path, target: Path) -> None:
        raise DiskFull(target)

    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    monkeypatch.setattr(restoring, "copy_database", full)
    dialog.accept_button.click()
    until(qtbot, lambda: "磁盘已满" in dialog.told.text())
    assert "磁盘已满" in bar_of(window, "notice")
    dialog.reject()
    assert window.session is session
    write(window, "又写了一句。", qtbot)
    assert has(folder, report_id, NEW)
    assert has(folder, report_id, "又写了一句。")


def test_what_cannot_be_saved_stops_the_restore(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, backup, report_id = two_states(program, folder, qtbot)
    dialog = opened(program, qtbot)
    choose(dialog, backup.path, qtbot)
    filled(dialog, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "存不上。")
    away = database(folder).with_suffix(".away")
    database(folder).rename(away)
    dialog.accept_button.click()
    until(qtbot, lambda: "先不恢复" in dialog.told.text())
    away.rename(database(folder))
    assert window.session is not None
    assert window.session.autosave.dirty or has(folder, report_id, "存不上。")
    saved(window, qtbot)
    assert has(folder, report_id, "存不上。")


def test_settings_come_back_but_not_those_of_this_screen(program: Application, folder: Path, qtbot: QtBot) -> None:
    window, backup, _report = two_states(program, folder, qtbot)
    program.context.keep(Settings(**{**vars_of(program), "office": "后来的单位", "zoom": 90, "backup_folder": "/无"}))
    before = window.session
    restore(opened(program, qtbot), backup.path, qtbot)
    until(qtbot, lambda: window.session is not None and window.session is not before)
    now = program.context.settings
    assert (now.office, now.zoom, now.backup_folder) == ("", 90, "/无")
    program.archive.do(lambda store: store.reports()).result()
    assert read_settings(folder)["zoom"] == "90"


def test_a_backup_that_cannot_be_read_is_shown_as_such(program: Application, folder: Path, qtbot: QtBot) -> None:
    _window, backup, _report = two_states(program, folder, qtbot)
    changed = made(folder)
    damage(changed.path)
    ruin(backup.path)
    dialog = opened(program, qtbot)
    for path in (backup.path, changed.path):
        choose(dialog, path, qtbot)
        until(qtbot, lambda: "这份备份不完整，不能恢复" in words_in(dialog))
        assert not dialog.accept_button.isEnabled()
        assert "不完整，不能恢复" in str(dialog.model.data(dialog.model.place_of(path)))


def test_a_folder_that_cannot_be_read_is_said(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> tuple[Backup, ...]:
        raise CannotOpen(path, "no-right")

    monkeypatch.setattr(reading, "backups", refused)
    dialog = opened(program, qtbot)
    until(qtbot, lambda: "备份文件夹读不了" in words_in(dialog))
    assert "权限" in words_in(dialog)


def test_now_is_backed_up_into_both_folders_and_a_missing_stick_is_said(
    program: Application, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    program.context.keep(Settings(**{**vars_of(program), "backup_folder": str(stick)}))
    dialog = opened(program, qtbot)
    until(qtbot, lambda: dialog.backup_button.isEnabled())
    dialog.backup_button.click()
    until(qtbot, lambda: backups(stick) and dialog.model.place_of(backups(stick)[0].path).isValid())
    assert len(backups(backup_folder(folder))) == 1
    backups(stick)[0].path.unlink()
    stick.rmdir()
    dialog.backup_button.click()
    until(qtbot, lambda: "现在不在，没有另存备份" in dialog.told.text())


def test_a_missing_stick_is_said_once_a_day(program: Application) -> None:
    program._tell_unkept("/介质/U盘", "missing")
    assert "第二备份文件夹“/介质/U盘”现在不在，没有另存备份。" in bar_of(program.window, "message")
    program.window.bars.stack.remove("message")
    program._tell_unkept("/介质/U盘", "missing")
    assert not bar_of(program.window, "message")


def test_the_clerk_may_think_better_of_it(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def no(dialog: ConfirmDialog) -> int:
        asked.append(words_in(dialog))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ConfirmDialog, "exec", no)
    window, backup, report_id = two_states(program, folder, qtbot)
    session = window.session
    restore(opened(program, qtbot), backup.path, qtbot)
    (told,) = asked
    assert "之后的1处修改不见" in told
    assert "可以撤销" in told
    assert window.session is session
    assert has(folder, report_id, NEW)
    assert len(backups(backup_folder(folder))) == 1


def test_the_list_is_walked_by_keys_and_days_are_passed_over(program: Application, folder: Path, qtbot: QtBot) -> None:
    _window, backup, _report = two_states(program, folder, qtbot)
    long_ago = datetime(2025, 12, 30, 9, tzinfo=UTC)
    backup.path.rename(backup.path.with_name(f"chengbao-000001-{long_ago:%Y%m%dT%H%M%SZ}-close.db"))
    newest = made(folder)
    dialog = opened(program, qtbot)
    filled(dialog, qtbot)
    list_ = dialog.list
    assert dialog.model.row_at(list_.currentIndex()).path == newest.path  # type: ignore[union-attr]
    qtbot.keyClick(list_, Qt.Key.Key_Down)
    row = dialog.model.row_at(list_.currentIndex())
    assert row is not None
    assert row.moment == long_ago
    assert "2025年12月30日" in str(dialog.model.data(dialog.model.index(list_.currentIndex().row() - 1)))
    until(qtbot, lambda: f"{long_ago.astimezone():%H:%M}的备份" in words_in(dialog))
    qtbot.keyClick(list_, Qt.Key.Key_Up)
    assert dialog.model.row_at(list_.currentIndex()).path == newest.path  # type: ignore[union-attr]
