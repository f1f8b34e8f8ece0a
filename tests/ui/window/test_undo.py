"""Undo and redo by their keys, from inside any field, over all tabs, with names."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from report.content import Pairs, Paragraph
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
