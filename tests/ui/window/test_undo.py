"""Undo and redo by their keys, from inside any field, over all tabs, with names."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from report.content import Pairs, Paragraph
from report.document import Place
from report.edits import set_field
from tests.ui.typing_chinese import type_chinese
from tests.ui.window.steps import open_sample, section_page
from ui.application import Application
from ui.fields.pairs import PairsEditor
from ui.main_window import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier


def menu_text(window: MainWindow, name: str) -> str:
    return window.header.actions_by_id[name].text().partition("(&")[0]


def press(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    qtbot.keyClick(target, key, _CONTROL)
    del window


def test_undo_by_key_in_prose_pairs_and_a_line(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    opened = window.session.opened
    before = opened.report
    page = section_page(window, 3)
    assert page.prose is not None
    page.prose.text.setFocus()
    type_chinese(page.prose.text, "新")
    assert menu_text(window, "undo") == "撤销“修改‘举措和成效’第1段”"
    pairs = section_page(window, 4)
    box = pairs.findChildren(PairsEditor)[0].rows.rows[0].boxes[0]
    box.setFocus()
    type_chinese(box, "补")
    value = opened.report.sections[4].values["pairs"]
    assert isinstance(value, Pairs)
    assert menu_text(window, "undo") == "撤销“修改‘不足’第1条”"
    window.session.workplace.show_part("front")
    line = next(
        one
        for one in window.session.workplace.page_of("front").findChildren(QLineEdit)
        if "标题" in one.accessibleName()
    )
    line.setFocus()
    type_chinese(line, "甲")
    assert menu_text(window, "undo") == "撤销“修改‘标题’”"
    for _step in range(3):
        press(window, Qt.Key.Key_Z, qtbot)
    assert opened.report == before
    assert window.session.workplace.current_part == page.section_id
    assert menu_text(window, "redo") == "重做“修改‘举措和成效’第1段”"
    press(window, Qt.Key.Key_Y, qtbot)
    assert "新" in "".join(one.text for one in opened.report.sections[3].text if isinstance(one, Paragraph))


def test_pasting_is_a_step_of_its_own(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    page = section_page(window, 3)
    assert page.prose is not None
    text = page.prose.text
    text.setFocus()
    type_chinese(text, "甲")
    QApplication.clipboard().setText("乙丙")
    press(window, Qt.Key.Key_V, qtbot)
    type_chinese(text, "丁")
    assert text.toPlainText().startswith("甲乙丙丁")
    press(window, Qt.Key.Key_Z, qtbot)
    assert text.toPlainText().startswith("甲乙丙")
    press(window, Qt.Key.Key_Z, qtbot)
    assert text.toPlainText().startswith("甲")
    assert not text.toPlainText().startswith("甲乙")


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, no pause between two keys ends a step."""
    monkeypatch.setattr("ui.open_report._MERGE_SECONDS", 600)


def undone(window: MainWindow, qtbot: QtBot, read: Callable[[], str]) -> list[str]:
    """What a text is after each step of undo, until nothing is left to undo."""
    assert window.session is not None
    found = [read()]
    while window.session.opened.undo_name:
        press(window, Qt.Key.Key_Z, qtbot)
        found.append(read())
    return found


def replace_by_paste(target: QWidget, window: MainWindow, qtbot: QtBot) -> None:
    """Type, replace all by a paste, type, take all away, type: with no pause in between."""
    target.setFocus()
    press(window, Qt.Key.Key_A, qtbot)
    type_chinese(target, "甲")
    type_chinese(target, "乙")
    QApplication.clipboard().setText("丙")
    press(window, Qt.Key.Key_A, qtbot)
    press(window, Qt.Key.Key_V, qtbot)
    type_chinese(target, "丁")
    qtbot.keyClicks(target, "ab")
    press(window, Qt.Key.Key_A, qtbot)
    qtbot.keyClick(target, Qt.Key.Key_Backspace)
    type_chinese(target, "戊")
    qtbot.keyClicks(target, "cd")
    qtbot.keyClick(target, Qt.Key.Key_Backspace)


@pytest.mark.usefixtures("no_pause")
def test_in_a_line_what_is_pasted_or_taken_away_is_a_step_of_its_own(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    workplace.show_part("front")
    line = next(one for one in workplace.page_of("front").findChildren(QLineEdit) if "主送机关" in one.accessibleName())
    opened, first = window.session.opened, line.text()
    replace_by_paste(line, window, qtbot)
    wanted = ["戊c", "", "丙丁ab", "丙", "甲乙", first]
    assert undone(window, qtbot, lambda: opened.report.front.addressee) == wanted


@pytest.mark.usefixtures("no_pause")
def test_in_a_box_what_is_pasted_or_taken_away_is_a_step_of_its_own(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    pairs = section_page(window, 4).findChildren(PairsEditor)[0]
    box = pairs.rows.rows[0].boxes[0]
    first = box.toPlainText()
    replace_by_paste(box, window, qtbot)
    assert undone(window, qtbot, box.toPlainText) == ["戊c", "", "丙丁ab", "丙", "甲乙", first]


@pytest.mark.usefixtures("no_pause")
def test_the_first_words_in_an_empty_text_are_one_step(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    opened = window.session.opened
    section = opened.report.sections[3]
    page = section_page(window, 3)
    opened.apply("清空", Place(""), set_field(opened.report, section.id, "text", ()))
    page.show_report()
    assert page.prose is not None
    text = page.prose.text
    text.setFocus()
    type_chinese(text, "甲")
    type_chinese(text, "乙")
    assert menu_text(window, "undo") == "撤销“修改‘举措和成效’第1段”"
    press(window, Qt.Key.Key_Z, qtbot)
    assert opened.report.sections[3].text == ()
    assert opened.undo_name == "清空"
