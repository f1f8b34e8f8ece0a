"""The cells of a table: typed, walked through, emptied, moved, as in a sheet; every change is told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.fields.grid_page import ROWS, Page
from ui.fields.grid.cells import Area

_Key, _Mod = Qt.Key, Qt.KeyboardModifier


def test_the_first_cell_is_current_when_the_table_gets_the_focus(table: Page) -> None:
    assert table.place == (0, 0)
    assert table.view.hasFocus()


def test_typing_replaces_the_cell_and_is_told_once(table: Page) -> None:
    table.view.go_to(0, 1)
    table.type("46")
    assert table.told == []
    table.key(_Key.Key_Return)
    assert table.told == [(("处罚", "46", "100.5"), ROWS[1])]
    assert table.place == (1, 1)


@pytest.mark.parametrize("opening", [_Key.Key_F2, _Key.Key_Return])
def test_f2_and_enter_edit_at_the_end(table: Page, opening: Qt.Key) -> None:
    table.view.go_to(0, 1)
    table.key(opening)
    table.type("2")
    assert table.shown() == "312"
    table.key(_Key.Key_Tab)
    assert table.told[-1][0] == ("处罚", "312", "100.5")
    assert table.place == (0, 2)


def test_a_double_click_edits_at_the_end(table: Page) -> None:
    rect = table.view.visualRect(table.grid.model.index(1, 1))
    table.qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    table.qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    table.type("0")
    assert table.shown() == "150"


def test_esc_cancels_even_what_a_pause_has_handed_over(table: Page) -> None:
    table.view.go_to(0, 1)
    table.type("9")
    editor = table.view.cell_edit()
    assert editor is not None
    editor.paused.emit()
    assert table.told[-1][0][1] == "9"
    table.type("8")
    assert table.shown() == "98"
    table.key(_Key.Key_Escape)
    assert table.grid.cells() == ROWS
    assert table.view.cell_edit() is None
    assert table.place == (0, 1)


def test_looking_into_a_cell_tells_nothing(table: Page) -> None:
    table.key(_Key.Key_F2)
    table.key(_Key.Key_Return)
    table.key(_Key.Key_F2)
    table.key(_Key.Key_Escape)
    assert table.told == []


def test_arrows_go_on_from_a_cell_that_was_typed_but_not_from_one_opened_by_f2(table: Page) -> None:
    table.view.go_to(0, 1)
    table.type("7")
    table.key(_Key.Key_Right)
    assert table.place == (0, 2)
    table.key(_Key.Key_F2)
    table.key(_Key.Key_Left)
    assert table.place == (0, 2)
    assert table.view.cell_edit() is not None


def test_arrow_keys_walk(table: Page) -> None:
    for key, place in ((_Key.Key_Down, (1, 0)), (_Key.Key_Right, (1, 1)), (_Key.Key_Up, (0, 1))):
        table.key(key)
        assert table.place == place


def test_tab_goes_through_the_rows_and_past_the_last_cell_out_of_the_table(table: Page) -> None:
    table.view.go_to(0, 2)
    table.key(_Key.Key_Tab)
    assert table.place == (1, 0)
    table.key(_Key.Key_Backtab, _Mod.ShiftModifier)
    assert table.place == (0, 2)
    table.view.go_to(1, 2)
    table.type("5")
    table.key(_Key.Key_Tab)
    assert table.after.hasFocus()
    assert table.grid.cells()[1][2] == "5"
    table.view.setFocus()
    table.view.go_to(0, 0)
    table.key(_Key.Key_Backtab, _Mod.ShiftModifier)
    assert not table.view.hasFocus()


@pytest.mark.parametrize("editing", [False, True])
def test_ctrl_tab_is_left_to_the_window(table: Page, editing: bool) -> None:
    seen: list[str] = []
    action = QAction(table.widget)
    action.setShortcut("Ctrl+Tab")
    action.triggered.connect(lambda: seen.append("next"))
    table.widget.addAction(action)
    if editing:
        table.type("1")
    table.key(_Key.Key_Tab, _Mod.ControlModifier)
    assert seen == ["next"]
    assert table.place == (0, 0)


def test_enter_in_the_last_row_adds_one_and_an_empty_last_row_is_no_value(table: Page) -> None:
    table.view.go_to(1, 0)
    table.type("a")
    table.key(_Key.Key_Enter)
    assert table.place == (2, 0)
    assert table.grid.cells() == (ROWS[0], ("a", "15", "211.986"))
    table.type("b")
    table.key(_Key.Key_Tab)
    assert table.told[-1][2] == ("b", "", "")


def test_enter_after_tab_goes_to_where_the_row_was_begun(table: Page) -> None:
    table.view.go_to(1, 0)
    for number in "12":
        table.type(number)
        table.key(_Key.Key_Tab)
    table.type("3")
    table.key(_Key.Key_Return)
    assert table.place == (2, 0)


def test_ctrl_enter_adds_a_row_below_from_anywhere(table: Page) -> None:
    table.key(_Key.Key_Return, _Mod.ControlModifier)
    assert table.grid.cells() == (ROWS[0], ("", "", ""), ROWS[1])
    table.type("x")
    table.key(_Key.Key_Return, _Mod.ControlModifier)
    assert table.grid.cells() == (ROWS[0], ("x", "", ""), ("", "", ""), ROWS[1])
    assert table.place == (2, 0)


def test_delete_empties_the_selection_as_one_edit(table: Page) -> None:
    table.view.select(Area(0, 1, 1, 2))
    table.key(_Key.Key_Delete)
    assert table.told == [(("处罚", "", ""), ("许可", "", ""))]


def test_selected_rows_move_and_go(table: Page) -> None:
    table.view.verticalHeader().sectionPressed.emit(0)
    table.view.selectRow(0)
    assert table.view.area() == Area(0, 0, 0, 2)
    table.key(_Key.Key_Down, _Mod.AltModifier)
    assert table.told == [(ROWS[1], ROWS[0])]
    assert table.view.area() == Area(1, 0, 1, 2)
    table.key(_Key.Key_Down, _Mod.AltModifier)
    assert len(table.told) == 1
    table.grid.tools.buttons["row-remove"].click()
    assert table.told[-1] == (ROWS[1],)
    table.view.selectAll()
    table.grid.tools.buttons["row-remove"].click()
    assert table.told[-1] == ()
    assert table.grid.model.rowCount() == 1
    assert table.view.hasFocus()


def test_columns_of_a_free_table_are_added_moved_and_removed(free: Page) -> None:
    buttons = free.grid.tools.buttons
    free.view.go_to(0, 0)
    buttons["column-add"].click()
    assert free.told[-1][1] == ("甲", "", "1")
    free.key(_Key.Key_Right, _Mod.AltModifier)
    assert free.told[-1][1] == ("甲", "1", "")
    assert free.place[1] == 2
    buttons["left"].click()
    buttons["column-remove"].click()
    assert free.told[-1] == (("类别", "件数"), ("甲", "1"), ("乙", "2"))


def test_columns_of_a_declared_table_stay(table: Page) -> None:
    assert "column-add" not in table.grid.tools.buttons
    table.key(_Key.Key_Right, _Mod.AltModifier)
    assert table.told == []


def test_buttons_are_off_where_they_can_do_nothing(free: Page) -> None:
    buttons = free.grid.tools.buttons
    free.view.go_to(0, 0)
    assert [name for name in ("up", "left", "down", "right") if buttons[name].isEnabled()] == ["down", "right"]
    free.view.go_to(2, 1)
    assert [name for name in ("up", "left", "down", "right") if buttons[name].isEnabled()] == ["up", "left"]


def test_buttons_fold_their_words_where_there_is_no_room(free: Page) -> None:
    button, style = free.grid.tools.buttons["sum"], Qt.ToolButtonStyle
    free.widget.resize(1200, 500)
    assert button.toolButtonStyle() == style.ToolButtonTextBesideIcon
    free.widget.resize(400, 500)
    assert button.toolButtonStyle() == style.ToolButtonIconOnly
    assert button.accessibleName() == "合计行"


def test_the_menu_of_a_cell(free: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: menus.append(menu))
    place = free.view.visualRect(free.grid.model.index(2, 1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, free.view.viewport().mapToGlobal(place))
    QApplication.sendEvent(free.view.viewport(), event)
    assert free.place == (2, 1)
    actions = {action.text().partition("\t")[0]: action for action in menus[0].actions()}
    assert not actions["下移"].isEnabled()
    actions["删行"].trigger()
    assert free.told == [(("类别", "件数"), ("甲", "1"))]


# Names


def test_names_for_those_who_listen(table: Page, free: Page) -> None:
    model, describe = table.grid.model, Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index(1, 2).data(describe) == "第2行，金额（万元）"
    assert free.grid.model.index(2, 1).data(describe) == "第3行，件数"
    vertical = Qt.Orientation.Vertical
    assert model.headerData(0, vertical, Qt.ItemDataRole.AccessibleTextRole) == "第1行"
    assert [model.headerData(row, vertical) for row in range(2)] == ["1", "2"]
    for button in free.grid.tools.buttons.values():
        assert button.accessibleName()
        assert button.toolTip()
    assert "Ctrl+Enter" in table.grid.tools.buttons["row-add"].toolTip()
