"""Keys of the whole window: parts, the round of regions, help with and without a report, the letters of menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.steps import open_sample, section_page
from ui.actions import ACTIONS
from ui.application import Application
from ui.help.page import HelpPage
from ui.help.window import HelpWindow
from ui.main_window import MainWindow

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_NONE, _CONTROL, _ALT = _Modifier.NoModifier, _Modifier.ControlModifier, _Modifier.AltModifier


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    window.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def current(window: MainWindow) -> int:
    assert window.session is not None
    return window.session.workplace.column.currentIndex().row()


def test_parts_by_keys_also_out_of_the_prose_editor(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    for step, (key, modifiers) in {
        1: (_Key.Key_Tab, _CONTROL),
        -1: (_Key.Key_Tab, _CONTROL | _Modifier.ShiftModifier),
    }.items():
        page.prose.text.setFocus()
        here = current(window)
        press(window, qtbot, key, modifiers)
        assert current(window) == here + step
        section_page(window, 2)
    press(window, qtbot, _Key.Key_PageDown, _CONTROL)
    assert current(window) == 5
    press(window, qtbot, _Key.Key_1, _ALT)
    assert current(window) == 0
    press(window, qtbot, _Key.Key_3, _ALT)
    assert current(window) == 2
    before = window.report
    press(window, qtbot, _Key.Key_Tab, _CONTROL | _Modifier.ShiftModifier)
    assert current(window) == 1
    assert window.report == before


def test_f6_goes_round_and_comes_back_to_where_the_cursor_was(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    session = window.session
    assert session is not None
    page = section_page(window, 2)
    assert page.prose is not None
    text = page.prose.text
    text.setFocus()
    press(window, qtbot, _Key.Key_F1)
    seen: list[QWidget | None] = []
    for _stop in range(4):
        press(window, qtbot, _Key.Key_F6)
        seen.append(QApplication.focusWidget())
    helped = session.workplace.panel.page("help")
    assert isinstance(helped, HelpPage)
    assert seen == [helped.reader, window.status, session.workplace.column, text]
    assert "全文" in window.status.accessibleName()
    press(window, qtbot, _Key.Key_F6, _Modifier.ShiftModifier)
    assert QApplication.focusWidget() is session.workplace.column
    session.workplace.panel.show_page("")
    text.setFocus()
    press(window, qtbot, _Key.Key_F6)
    assert QApplication.focusWidget() is window.status


def test_f1_opens_the_help_and_its_entry_in_the_menu_is_marked(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    session = window.session
    assert session is not None
    page = section_page(window, 2)
    assert page.prose is not None
    page.prose.text.setFocus()
    press(window, qtbot, _Key.Key_F1)
    assert session.workplace.panel.current == "help"
    assert window.header.actions_by_id["help"].isChecked()
    assert page.prose.text.hasFocus()
    press(window, qtbot, _Key.Key_F1)
    assert session.workplace.panel.current == ""
    assert not window.header.actions_by_id["help"].isChecked()


def test_without_a_report_f1_opens_a_window_and_f1_closes_it(program: Application, qtbot: QtBot) -> None:
    press(program.window, qtbot, _Key.Key_F1)
    helped = program.window.findChild(HelpWindow)
    assert isinstance(helped, HelpWindow)
    assert helped.isVisible()
    assert helped.page.address == "contents"
    assert not program.window.header.actions_by_id["help"].isChecked()
    helped.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(helped.page.reader, _Key.Key_F1)
    assert not helped.isVisible()
    press(program.window, qtbot, _Key.Key_F1)
    assert helped.isVisible()


def test_menus_show_letters_and_tools_do_not(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    by_id = window.header.actions_by_id
    assert by_id["new"].text() == "新建报告(&N)…"
    assert by_id["undo"].text() == "撤销(&U)"
    page = section_page(window, 2)
    assert page.prose is not None
    page.prose.text.setFocus()
    press(window, qtbot, _Key.Key_1, _CONTROL)
    assert by_id["undo"].text().endswith("”(&U)")
    tools = (*window.header.tools.values(), *window.header.toggles.values(), window.header.export)
    assert not [tool for tool in tools if "&" in tool.text() + tool.toolTip() + tool.accessibleName()]
    assert set(window.header.toggles) == {one.panel for one in ACTIONS if one.panel and one.icon}
