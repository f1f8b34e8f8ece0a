"""A box of several lines tells what is typed in it, however a composition ends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.fields.grid_page import Page
from tests.ui.typing_chinese import compose, type_chinese
from ui.fields.composing import is_composing
from ui.fields.growing import GrowingText
from ui.theme import Theme


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> GrowingText:
    made = GrowingText(theme)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    QApplication.processEvents()
    return made


@pytest.fixture
def told(box: GrowingText) -> list[str]:
    values: list[str] = []
    box.edited.connect(values.append)
    return values


def click_at_start(box: QPlainTextEdit, qtbot: QtBot) -> None:
    """Click before all text: away from what is composed at its end."""
    cursor = box.textCursor()
    cursor.setPosition(0)
    start = box.cursorRect(cursor)
    qtbot.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=start.center())


def test_composing_tells_nothing_until_it_is_text(box: GrowingText, told: list[str]) -> None:
    compose(box, "jian")
    assert is_composing(box)
    assert told == []
    compose(box, "", "检")
    assert not is_composing(box)
    assert told == ["检"]


def _type_over(box: GrowingText) -> None:
    box.select_in(2, 4, focus=True)
    compose(box, "jian")


@pytest.mark.parametrize(
    "begin", [lambda box: compose(box, "jian"), _type_over], ids=["at the end", "over a selection"]
)
def test_a_click_that_ends_a_composition_leaves_a_box_that_tells(
    box: GrowingText, told: list[str], qtbot: QtBot, begin: Callable[[GrowingText], None]
) -> None:
    type_chinese(box, "开会学习")
    begin(box)
    click_at_start(box, qtbot)
    assert not is_composing(box)
    assert told[-1] == box.toPlainText()
    qtbot.keyClicks(box, "ab")
    assert told[-1] == box.toPlainText()
    assert told[-1].startswith("ab")


def test_a_text_from_elsewhere_ends_a_composition(box: GrowingText, told: list[str], qtbot: QtBot) -> None:
    type_chinese(box, "甲")
    compose(box, "yi")
    box.show_text("丙")
    assert told == ["甲"]
    assert not is_composing(box)
    qtbot.keyClicks(box, "a")
    assert told[-1] == box.toPlainText()


def test_what_the_input_method_commits_when_another_text_comes_does_not_stay(
    box: GrowingText, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    type_chinese(box, "甲")
    compose(box, "yi")
    monkeypatch.setattr("ui.fields.growing.commit_composition", lambda: compose(box, "", "乙"))
    box.show_text("丙")
    assert (box.toPlainText(), told) == ("丙", ["甲"])
    type_chinese(box, "丁")
    assert told[-1] == box.toPlainText()


def test_a_cell_takes_keys_again_after_a_click_ended_a_composition(table: Page) -> None:
    table.key(Qt.Key.Key_F2)
    cell = table.view.cell_edit()
    assert cell is not None
    compose(cell, "jian")
    assert cell.composing
    click_at_start(cell, table.qtbot)
    table.type("a")
    table.key(Qt.Key.Key_Return)
    assert table.view.cell_edit() is None
    assert table.grid.cells()[0][0] == "a处罚"


@pytest.mark.parametrize("way", ["paste", "input method", "program"])
def test_what_no_report_holds_is_neither_seen_nor_told(box: GrowingText, told: list[str], way: str) -> None:
    type_chinese(box, "甲乙")
    box.moveCursor(QTextCursor.MoveOperation.Left)
    if way == "paste":
        QApplication.clipboard().setText("𠮷\0一\u2028二\v三\t\ufffc")
        box.paste()
    elif way == "input method":
        compose(box, "", "𠮷\0一\u2028二\v三\t\ufffc")
    else:
        box.insertPlainText("𠮷\0一\u2028二\v三\t\ufffc")
    assert box.toPlainText() == told[-1] == "甲𠮷一\n二\n三 乙"
    type_chinese(box, "丙")
    assert told[-1] == "甲𠮷一\n二\n三 丙乙"
    assert all("\0" not in one and "\ufffc" not in one for one in told)


def test_a_stored_text_is_shown_as_it_is_and_cleaned_with_the_next_edit(box: GrowingText, told: list[str]) -> None:
    box.show_text("甲\x01乙")
    assert told == []
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_chinese(box, "丙")
    assert told == ["甲乙丙"]


def test_what_no_report_holds_does_not_come_into_a_cell(table: Page) -> None:
    table.view.go_to(0, 0)
    type_chinese(table.view, "检\0查\ufffc")
    cell = table.view.cell_edit()
    assert cell is not None
    QApplication.clipboard().setText("站\x02\v点")
    cell.paste()
    assert table.shown() == "检查站点"
    table.key(Qt.Key.Key_Return)
    assert table.grid.cells()[0][0] == "检查站点"
    table.grid.paste("甲\0\t\x1f1")
    assert table.grid.cells()[1][:2] == ("甲", "1")


def test_opening_a_cell_changes_nothing_in_it(table: Page) -> None:
    table.grid.show_cells((("处\x01罚", "1", "2"),))
    table.view.go_to(0, 0)
    for leave in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        table.view.go_to(0, 0)
        table.key(Qt.Key.Key_F2)
        table.key(leave)
    assert table.told == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_key_that_an_input_method_lets_through_moves_no_cursor(
    box: GrowingText, told: list[str], qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    box.show_text("依法行政")
    box.moveCursor(QTextCursor.MoveOperation.End)
    compose(box, "fazhi")
    for _ in range(3):
        qtbot.keyClick(box, key, modifier)
    assert box.textCursor().position() <= len("依法行政")
    assert is_composing(box)
    compose(box, "", "，")
    assert (box.toPlainText(), told) == ("依法行政，", ["依法行政，"])
