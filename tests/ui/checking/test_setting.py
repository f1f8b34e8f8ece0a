"""What the office chooses: rules switched off, words of its own in a file; kept, and heeded on the command line too."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from report.checking.rulebook import rulebook
from storage.office_words import words_file
from tests.ui.typing_chinese import type_chinese
from ui.checking.rules_dialog import RulesDialog
from ui.checking.words_dialog import WordsDialog
from ui.icons import Icons
from ui.settings import Settings, read_settings, write_settings
from ui.theme import Theme


def test_every_rule_has_its_tick(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    dialog = RulesDialog(("twice", "gone"), theme, icons, None)
    qtbot.addWidget(dialog)
    assert set(dialog.boxes) == set(rulebook().rules)
    assert dialog.off == ("twice",)
    assert dialog.note.text() == "1项不检查"
    dialog.boxes["half-width"].setChecked(False)
    assert set(dialog.off) == {"twice", "half-width"}
    dialog.all.click()
    assert dialog.off == ()
    assert dialog.note.text() == "全部检查"


def test_what_is_off_is_kept() -> None:
    changed = write_settings(Settings(), Settings(checks_off=("twice", "echo")))
    assert read_settings(changed).checks_off == ("twice", "echo")
    assert read_settings({"checks_off": '["a", 1]'}).checks_off == ("a",)
    assert read_settings({"checks_off": '"a"'}).checks_off == ()


def test_words_are_typed_as_in_a_sheet(theme: Theme, icons: Icons, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WordsDialog((("城管局", "市城管执法局", "简称要全"),), words_file(tmp_path), theme, icons, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.rows == (("城管局", "市城管执法局", "简称要全"),)
    dialog.grid.operations.add_row()
    dialog.grid.view.go_to(1, 0)
    dialog.grid.view.setFocus()
    dialog.grid.view.edit(dialog.grid.view.currentIndex())
    cell = dialog.grid.view.cell_edit()
    assert cell is not None
    type_chinese(cell, "抓手")
    assert dialog.rows == (("城管局", "市城管执法局", "简称要全"), ("抓手", "", ""))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "取消" in dialog.note.text()


def test_an_empty_list_has_a_row_to_begin_with(theme: Theme, icons: Icons, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WordsDialog((), words_file(tmp_path), theme, icons, None)
    qtbot.addWidget(dialog)
    assert dialog.grid.model.rowCount() >= 1
    assert dialog.rows == ()
