"""The second folder of backups in the settings: chosen, cleared, warned of on the same disk, never forced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from storage.backups import backup_folder
from storage.errors import ReadOnly
from ui.dialogs import backup_folder as shown
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings, read_settings, restored_settings, write_settings
from ui.theme import Theme


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "数据"
    made.mkdir()
    return made


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))


def dialog_of(settings: Settings, data: Path, theme: Theme, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(settings, (), data, theme, None)
    qtbot.addWidget(dialog)
    return dialog


def test_a_folder_is_chosen_and_cleared(
    data: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(Settings(), data, theme, qtbot)
    assert not dialog.backups.clear_button.isEnabled()
    choosing(monkeypatch, tmp_path)
    dialog.backups.choose_button.click()
    chosen = Path(dialog.settings().backup_folder)
    assert chosen.parent == tmp_path
    assert chosen.is_dir(), "of this machine alone: a stick goes from one to another"
    assert "同一块磁盘" in dialog.backups.hint.text()
    dialog.backups.clear_button.click()
    assert dialog.settings().backup_folder == ""


def test_a_folder_that_cannot_be_written_is_not_taken(
    data: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(chosen: Path) -> Path:
        raise ReadOnly(chosen)

    monkeypatch.setattr(shown, "own_folder", refused)
    dialog = dialog_of(Settings(), data, theme, qtbot)
    choosing(monkeypatch, tmp_path)
    dialog.backups.choose_button.click()
    assert dialog.settings().backup_folder == ""
    assert "只读" in dialog.backups.hint.text()


def test_another_disk_is_not_warned_of(
    data: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "is_same_disk", lambda _one, _other: False)
    dialog = dialog_of(Settings(backup_folder=str(tmp_path)), data, theme, qtbot)
    assert "同一块磁盘" not in dialog.backups.hint.text()
    assert dialog.settings().backup_folder == str(tmp_path)


def test_the_folder_of_the_first_backups_is_no_second_one(
    data: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(Settings(), data, theme, qtbot)
    for folder in (data, backup_folder(data)):
        choosing(monkeypatch, folder)
        dialog.backups.choose_button.click()
        assert dialog.settings().backup_folder == ""
        assert "请选别的文件夹" in dialog.backups.hint.text()


def test_the_settings_keep_it() -> None:
    changed = Settings(backup_folder="/介质/U盘", told_missing="2026-11-24")
    assert read_settings(write_settings(Settings(), changed)) == changed


def test_after_a_restore_the_screen_and_the_second_folder_stay_and_the_office_is_the_backups() -> None:
    now = Settings(office="乙", zoom=150, scheme="dark", backup_folder="/介质/U盘", last_report="r1")
    restored = Settings(office="甲", zoom=100, backup_folder="", last_report="r2", last_place="x")
    assert restored_settings(now, restored) == Settings(
        office="甲", zoom=150, scheme="dark", backup_folder="/介质/U盘", last_report="", last_place=""
    )
