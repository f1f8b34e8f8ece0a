"""Shortcuts: the sheet has all of them, none is given twice, none belongs to input methods; letters of the menus."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from report.identity import counting_ids
from ui.actions import ACTIONS, MENUS, WINDOW_KEYS
from ui.dialogs.shortcuts import ShortcutsDialog, in_columns
from ui.fields.grid import keys as grid
from ui.fields.grid.cell_edit import ARROWS, WAYS
from ui.fields.grid.editor import GridEditor
from ui.fields.prose.text import ProseText
from ui.help.tables import TABLES, KeyGroup, key_groups
from ui.icons import Icons
from ui.keys import Key, KeyRow, rows_of, shown
from ui.mnemonics import with_mnemonic
from ui.theme import Theme

SMALL_SCREEN = QSize(1366, 728)
"""1366×768 with a task bar."""
EDITORS = [grid.VIEW + grid.BOTH, grid.CELL + grid.BOTH, TABLES["prose"], TABLES["rows"], TABLES["figures"]]
OF_INPUT_METHODS = ("Ctrl+Space", "Shift+Space", "Ctrl+Shift+F", "Ctrl+;", "Ctrl+.", "Shift")
WINDOW = [keys for one in ACTIONS for keys in one.shortcuts] + [keys for one in WINDOW_KEYS for keys in one.keys]
EVERY_KEY = [keys for table in TABLES.values() for key in table for keys in key.keys] + WINDOW


def normal(keys: str) -> str:
    return QKeySequence(keys).toString()


def sheet_rows() -> list[KeyRow]:
    return [row for group in key_groups() for row in group.rows]


def test_the_sheet_has_every_action_with_a_shortcut() -> None:
    rows = {row.text: row.keys for row in sheet_rows()}
    for one in ACTIONS:
        if one.shortcuts:
            assert rows[one.text.removesuffix("…")] == tuple(shown(keys) for keys in one.shortcuts)


@pytest.mark.parametrize("name", list(TABLES))
def test_the_sheet_has_every_entry_of_every_table(name: str) -> None:
    on_sheet = sheet_rows()
    for row in rows_of(TABLES[name]):
        assert row in on_sheet


def test_what_the_dialog_shows_is_the_sheet(theme: Theme, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(theme, None)
    qtbot.addWidget(dialog)
    told = {label.text() for label in dialog.findChildren(QLabel)}
    for row in sheet_rows():
        assert row.text in told
        assert "　".join(row.keys) in told


def test_it_fits_the_small_screen_and_scrolls_when_it_is_large(theme: Theme, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(theme, None, SMALL_SCREEN)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() <= 1366
    assert dialog.height() <= 696
    assert dialog.sheet.verticalScrollBar().maximum() == 0
    dialog.resize(dialog.width(), 300)
    theme.set_zoom(2.0)
    large = ShortcutsDialog(theme, None, SMALL_SCREEN)
    qtbot.addWidget(large)
    large.show()
    assert large.width() <= 1366
    assert large.height() <= 768
    maximum = large.sheet.verticalScrollBar().maximum()
    theme.set_zoom(1.0)
    assert maximum > 0


@pytest.mark.parametrize("count", [1, 2, 3])
def test_nothing_in_the_columns_is_lost_and_none_is_much_longer_than_it_must_be(count: int) -> None:
    groups = key_groups()
    columns = in_columns(groups, count)
    assert len(columns) == count
    assert tuple(group for column in columns for group in column) == groups

    def length(some: Sequence[KeyGroup]) -> int:
        return sum(2 + len(one.rows) for one in some)

    assert max(map(length, columns)) <= length(groups) / count + max(length([one]) for one in groups)


def test_no_two_actions_share_a_shortcut() -> None:
    normals = [normal(keys) for keys in WINDOW]
    assert all(normals)
    assert len(set(normals)) == len(normals)


@pytest.mark.parametrize("name", ["grid", "prose", "rows", "figures", "help"])
def test_no_key_of_an_editor_is_taken_by_the_window(name: str) -> None:
    taken = {normal(keys) for keys in WINDOW}
    assert not [keys for key in TABLES[name] for keys in key.keys if normal(keys) in taken]


@pytest.mark.parametrize("table", EDITORS)
def test_no_two_deeds_of_an_editor_share_a_key(table: Sequence[Key]) -> None:
    normals = [normal(keys) for key in table for keys in key.keys]
    assert len(set(normals)) == len(normals)


def test_keys_of_input_methods_are_free() -> None:
    taken = {normal(keys) for keys in EVERY_KEY}
    assert not taken & {normal(keys) for keys in OF_INPUT_METHODS}
    assert not [keys for keys in taken if keys in ("", "Shift", "Shift+")]


def test_every_deed_of_a_table_is_done(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    editor = GridEditor(theme, icons)
    qtbot.addWidget(editor)
    walked = {"next", "previous"}  # Tab comes through Qt's focus chain
    assert {key.deed for key in (*grid.VIEW, *grid.BOTH)} == {*editor.view._deeds} | walked
    assert {key.deed for key in (*grid.CELL, *grid.BOTH)} == {*WAYS, *ARROWS}
    text = ProseText(theme, counting_ids("n"))
    qtbot.addWidget(text)
    assert {key.deed for key in TABLES["prose"]} == {*text._shaping._deeds}


def test_every_menu_and_entry_has_a_letter_of_its_own() -> None:
    letters = [text.partition("&")[2][:1] for _menu, text in MENUS]
    assert all(letters)
    assert len(set(letters)) == len(letters)
    for menu, _text in MENUS:
        own = [one.mnemonic for one in ACTIONS if one.menu == menu]
        assert all(len(letter) == 1 and (letter.isdigit() or letter.isupper()) for letter in own), own
        assert len(set(own)) == len(own), (menu, own)


@pytest.mark.parametrize(
    ("text", "letter", "wanted"),
    [
        ("新建报告…", "N", "新建报告(&N)…"),
        ("退出", "X", "退出(&X)"),
        ("导出PDF", "E", "导出PDF(&E)"),
        ("New report…", "N", "&New report…"),
        ("Quit", "X", "Quit(&X)"),
        ("撤销“甲&乙”", "U", "撤销“甲&&乙”(&U)"),
        ("关闭", "", "关闭"),
    ],
)
def test_where_the_letter_stands(text: str, letter: str, wanted: str) -> None:
    assert with_mnemonic(text, letter) == wanted


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("Alt+Up", "Alt+↑"),
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+,", "Ctrl+,"),
        ("Escape", "Esc"),
        ("F6", "F6"),
    ],
)
def test_what_keys_are_called(keys: str, wanted: str) -> None:
    assert shown(keys) == wanted


def test_deeds_with_the_same_words_are_one_line() -> None:
    table = (
        Key("a", ("Alt+1",), "甲"),
        Key("b", ("Alt+2",), "甲"),
        Key("c", ("Alt+3",), "甲"),
        Key("d", ("Return", "Enter"), "乙"),
        Key("e", ("F6", "F8"), "丙"),
    )
    assert rows_of(table) == (KeyRow(("Alt+1…3",), "甲"), KeyRow(("Enter",), "乙"), KeyRow(("F6", "F8"), "丙"))
