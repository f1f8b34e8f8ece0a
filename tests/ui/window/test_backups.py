"""备份与恢复 as a clerk does it: look, back up, restore, undo; damage, a folder that cannot be read, a stick."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from storage import restoring
from storage.backups import Backup, Reason, back_up, backup_folder, backups
from storage.errors import CannotOpen, Damaged, DiskFull, NotOurs
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_listings, read_settings
from storage.verifying import Damage, Harm, verify
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import Start, open_sample, saved, section_page, stored_texts
from ui.application import Application, can_be_rescued, open_application, read_first_page
from ui.backups import reading
from ui.backups.confirm import ConfirmDialog
from ui.backups.dialog import BackupsDialog
from ui.backups.first_window import FirstWindow
from ui.icons import Icons
from ui.main_window import MainWindow
from ui.parts.buttons import PlainButton
from ui.parts.labels import Link
from ui.settings import Settings
from ui.theme import Theme

OLD, NEW = "备份里的一句。", "后来写的一句。"


@pytest.fixture(autouse=True)
def _clerk_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)


def write(window: MainWindow, words: str, qtbot: QtBot) -> None:
    page = section_page(window, 2)
    assert page.prose is not None
    page.prose.text.setFocus()
    type_chinese(page.prose.text, words)
    saved(window, qtbot)


def made(folder: Path, reason: Reason = Reason.ASKED, target: Path | None = None) -> Backup:
    found = back_up(folder, reason, datetime.now(UTC), target)
    assert found is not None
    return found


def damage(path: Path) -> None:
    """Change one character of a text."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = text || 'x' WHERE rowid = 3")


def ruin(path: Path) -> None:
    """Cut a file off."""
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(path.read_bytes()[:6000])


def opened(program: Application, qtbot: QtBot, *, seeks_sound: bool = False) -> BackupsDialog:
    """The dialog, filled."""
    program.controller.show_backups(seeks_sound=seeks_sound)
    assert program.controller.backups is not None
    dialog = program.controller.backups.dialog
    assert dialog is not None
    assert dialog.isVisible(), "it is there before anything is read"
    return dialog


def filled(dialog: BackupsDialog, qtbot: QtBot) -> None:
    until(qtbot, lambda: dialog.accept_button.isEnabled())


def words_in(dialog: QDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def choose(dialog: BackupsDialog, path: Path, qtbot: QtBot) -> None:
    until(qtbot, lambda: dialog.model.place_of(path).isValid())
    dialog.list.choose(dialog.model.place_of(path))


def restore(dialog: BackupsDialog, path: Path, qtbot: QtBot) -> None:
    choose(dialog, path, qtbot)
    filled(dialog, qtbot)
    dialog.accept_button.click()


def bar_of(window: MainWindow, key: str) -> str:
    bar = window.bars.stack.bar(key)
    return f"{bar.sentence.text()}{bar.second.text()}" if bar is not None else ""


def follow(window: MainWindow, key: str, words: str) -> None:
    """Click what a bar offers."""
    bar = window.bars.stack.bar(key)
    assert bar is not None
    next(one for one in bar.findChildren(Link) if one.text() == words).click()


def two_states(program: Application, folder: Path, qtbot: QtBot) -> tuple[MainWindow, Backup, str]:
    """The sample with OLD in a backup, and NEW behind it."""
    window = open_sample(program, qtbot)
    write(window, OLD, qtbot)
    backup = made(folder)
    write(window, NEW, qtbot)
    assert window.report is not None
    return window, backup, window.report.id


def has(folder: Path, report_id: str, words: str) -> bool:
    return any(words in text for text in stored_texts(folder, report_id))


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


def vars_of(program: Application) -> dict[str, object]:
    return {name: getattr(program.context.settings, name) for name in Settings.__slots__}


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
