"""Input methods in the cells of a table, and values that come from elsewhere while one is typed in."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction

from tests.ui.fields.grid_page import ROWS, Page
from tests.ui.typing_chinese import compose, type_chinese
from ui.fields.base import finish_typing
from ui.fields.grid.cells import Cells

_Key, _Mod = Qt.Key, Qt.KeyboardModifier


def test_an_open_cell_is_taken_over_when_the_report_is_saved_or_left(table: Page) -> None:
    table.view.go_to(0, 0)
    compose(table.view, "", "检查站")
    assert table.told == []
    finish_typing()
    assert table.told == [(("检查站", "31", "100.5"), ROWS[1])]
    assert table.view.cell_edit() is None


# Input methods


def test_composing_in_a_selected_cell_opens_it_and_loses_no_letter(table: Page) -> None:
    table.view.go_to(0, 0)
    compose(table.view, "j")
    editor = table.view.cell_edit()
    assert editor is not None
    assert editor.composing
    compose(table.view, "ji")
    compose(table.view, "jian")
    assert table.told == []
    compose(table.view, "", "检查")
    assert table.shown() == "检查"
    type_chinese(editor, "站")
    table.key(_Key.Key_Return)
    assert table.told == [(("检查站", "31", "100.5"), ROWS[1])]


def test_what_is_committed_without_composing_is_taken_too(table: Page) -> None:
    compose(table.view, "", "甲")
    assert table.shown() == "甲"


def test_a_composition_that_is_given_up_leaves_the_cell(table: Page) -> None:
    compose(table.view, "j")
    compose(table.view, "")
    table.key(_Key.Key_Escape)
    assert table.grid.cells() == ROWS
    assert table.told == []


def test_going_elsewhere_in_the_midst_of_a_composition_leaves_the_cell(table: Page) -> None:
    compose(table.view, "jian")
    table.after.setFocus()
    assert table.view.cell_edit() is None
    assert table.grid.cells() == ROWS
    assert table.told == []


def test_keys_that_come_while_composing_do_not_leave_the_cell(table: Page) -> None:
    table.key(_Key.Key_F2)
    editor = table.view.cell_edit()
    assert editor is not None
    compose(editor, "ni")
    table.qtbot.keyClick(editor, _Key.Key_Return)
    assert table.view.cell_edit() is editor


def test_the_input_method_is_on_and_its_candidates_stand_at_the_cell(table: Page) -> None:
    view, query = table.view, Qt.InputMethodQuery
    view.go_to(1, 1)
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    rect = view.inputMethodQuery(query.ImCursorRectangle)
    cell = view.visualRect(view.currentIndex()).translated(view.viewport().pos())
    assert isinstance(rect, QRect)
    assert rect == cell
    compose(view, "j")
    inside = view.inputMethodQuery(query.ImCursorRectangle)
    assert isinstance(inside, QRect)
    assert cell.contains(inside.center())


# What comes from elsewhere


def test_a_value_from_elsewhere_leaves_the_cell_being_typed_in_alone(table: Page) -> None:
    table.view.go_to(1, 0)
    table.type("abc")
    editor = table.view.cell_edit()
    table.grid.show_cells((("首行", "", ""), ("处罚", "32", "100.5"), ROWS[1]))
    assert table.view.cell_edit() is editor
    assert table.shown() == "abc"
    assert table.told == []
    table.key(_Key.Key_Return)
    assert table.told == [(("首行", "", ""), ("处罚", "32", "100.5"), ("abc", "15", "211.986"))]


def test_a_value_that_differs_in_the_cell_being_edited_is_shown_there(table: Page) -> None:
    table.key(_Key.Key_F2)
    table.grid.show_cells((("强制", "31", "100.5"), ROWS[1]))
    assert table.shown() == "强制"


def test_empty_rows_that_wait_for_words_stay_when_the_value_comes_back(table: Page) -> None:
    table.grid.operations.add_row()
    table.grid.show_cells(table.grid.cells())
    assert table.grid.model.rowCount() == 3


def test_nothing_is_lost_of_rows_that_are_longer_than_the_declared_columns(table: Page) -> None:
    table.grid.show_cells((("甲", "1", "2", "多出的"), ("乙",)))
    table.view.go_to(1, 0)
    table.key(_Key.Key_Delete)
    assert table.told == [(("甲", "1", "2", "多出的"),)]


def test_leaving_by_the_mouse_takes_over_what_was_typed(table: Page) -> None:
    table.type("5")
    table.after.setFocus()
    assert table.told[-1][0][0] == "5"


def test_a_shortcut_of_the_window_finds_what_was_typed(table: Page) -> None:
    saved: list[Cells] = []
    action = QAction(table.widget)
    action.setShortcut("Ctrl+S")
    action.triggered.connect(lambda: saved.append(table.grid.cells()))
    table.widget.addAction(action)
    table.type("5")
    table.key(_Key.Key_S, _Mod.ControlModifier)
    assert saved[0][0][0] == "5"
    assert table.view.cell_edit() is not None


def test_a_pause_takes_over_what_was_typed(table: Page) -> None:
    with table.qtbot.waitSignal(table.grid.edited, timeout=3000):
        table.type("5")
    table.type("6")
    assert table.shown() == "56"


def test_finish_takes_over_what_was_typed(table: Page) -> None:
    table.type("5")
    table.grid.finish()
    assert table.grid.cells()[0][0] == "5"
