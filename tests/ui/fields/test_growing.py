"""A box of several lines tells what is typed in it, however a composition ends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
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
