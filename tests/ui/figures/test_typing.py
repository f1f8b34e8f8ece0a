"""Values typed in the sheet: keys, input methods, what cannot be read, undo."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from report.indicators.figures import NOT_APPLICABLE
from report.indicators.rows import ValueState
from tests.report.indicators.counting import texts_of
from tests.ui.figures.conftest import MakeSheet, Sheet, focused
from tests.ui.typing_chinese import compose, type_chinese

Key = Qt.Key


def test_digits_replace_the_value_and_enter_goes_down(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.type("130")
    assert sheet.amount("due") == Decimal(121)
    sheet.press(Key.Key_Return)
    assert sheet.amount("due") == Decimal(130)
    assert sheet.view.indicator == "taken"
    assert sheet.view.value_edit() is None


def test_the_text_follows_and_one_undo_takes_all_back(sheet: Sheet) -> None:
    sheet.enter("due", "130")
    assert texts_of(sheet.opened.report) == ["应考⟦due 130⟧人，⟦due 130⟧"]
    assert sheet.opened.undo_name == "改指标“应考人数”"
    sheet.opened.undo()
    assert texts_of(sheet.opened.report) == ["应考⟦due 121⟧人，⟦due 121⟧"]
    assert sheet.cells("due")[1] == "121"


def test_tab_and_shift_tab_go_on_and_back(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.type("9")
    sheet.press(Key.Key_Tab)
    assert (sheet.amount("due"), sheet.view.indicator) == (Decimal(9), "taken")
    sheet.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.view.indicator == "due"


def test_escape_leaves_the_value_as_it_was(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.type("77")
    sheet.press(Key.Key_Escape)
    assert sheet.amount("due") == Decimal(121)
    assert sheet.view.value_edit() is None
    assert sheet.view.indicator == "due"


def test_f2_opens_the_value_to_be_changed(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.press(Key.Key_F2)
    assert sheet.editor.text() == "121"
    sheet.press(Key.Key_End)
    sheet.type("5")
    sheet.press(Key.Key_Return)
    assert sheet.amount("due") == Decimal(1215)


def test_the_states_of_a_value_look_different_in_words(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "121"}, {"lost": "1"})
    sheet.enter("taken", "0")
    sheet.enter("won", "/")
    rows = {row.id: row for group in sheet.page.ledger.rows() for row in group.rows}
    states = {one: rows[one].state for one in ("due", "taken", "won", "lost", "suits")}
    assert states == {
        "due": ValueState.NUMBER,
        "taken": ValueState.ZERO,
        "won": ValueState.NOT_APPLICABLE,
        "lost": ValueState.MISSING,
        "suits": ValueState.OPTIONAL,
    }
    assert [sheet.cells(one)[1] for one in states] == ["121", "0", "不适用", "待填", ""]
    assert sheet.amount("won") is NOT_APPLICABLE


def test_a_computed_value_says_what_it_comes_from(sheet: Sheet) -> None:
    assert sheet.cells("rate")[1:3] == ["99.2%", "算出"]
    index = sheet.view.sheet.index_of("rate")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "算出：实考人数120÷应考人数121"


def test_what_cannot_be_read_stays_as_typed_and_is_said(sheet: Sheet) -> None:
    sheet.enter("due", "3-5")
    assert sheet.amount("due") == Decimal(121)
    assert sheet.cells("due")[1] == "3-5"
    assert sheet.messages() == ["“3-5”是一个范围。填确切的数。"]
    sheet.go("due")
    sheet.press(Key.Key_F2)
    assert sheet.editor.text() == "3-5"
    sheet.press(Key.Key_Escape)
    assert sheet.cells("due")[1] == "3-5"
    sheet.press(Key.Key_Escape)
    assert (sheet.cells("due")[1], sheet.messages()) == ("121", [])


def test_a_note_is_kept_and_shown(sheet: Sheet) -> None:
    sheet.go("due")
    type_chinese(sheet.view, "１２６人（含1人补考）")
    sheet.press(Key.Key_Return)
    figure = sheet.opened.report.figures.of("due")
    assert (figure.amount, figure.note, figure.unit) == (Decimal(126), "（含1人补考）", "")


def test_spelt_numbers_say_how_they_were_read(sheet: Sheet) -> None:
    sheet.go("won")
    type_chinese(sheet.view, "三十一起")
    sheet.press(Key.Key_Return)
    assert sheet.amount("won") == Decimal(31)
    assert sheet.opened.report.figures.of("won").unit == "起"
    assert sheet.messages() == ["“三十一起”读作31起。"]
    sheet.enter("lost", "2")
    assert sheet.messages() == []


def test_a_unit_typed_becomes_the_unit(sheet: Sheet) -> None:
    sheet.go("due")
    type_chinese(sheet.view, "1.2万")
    sheet.press(Key.Key_Return)
    assert sheet.cells("due")[1:3] == ["1.2", "万人"]
    sheet.go("due")
    type_chinese(sheet.view, "900人")
    sheet.press(Key.Key_Return)
    assert sheet.cells("due")[1:3] == ["900", "人"]


def test_composing_opens_the_editor_and_loses_no_letter(sheet: Sheet) -> None:
    sheet.go("won")
    compose(sheet.view, "san")
    assert sheet.editor.composing
    compose(focused(sheet.view), "", "三")
    assert sheet.editor.text() == "三"
    sheet.press(Key.Key_Return)
    assert sheet.amount("won") == Decimal(3)


def test_what_comes_at_once_from_an_input_method_is_typed(sheet: Sheet) -> None:
    sheet.go("won")
    compose(sheet.view, "", "７")
    sheet.press(Key.Key_Return)
    assert sheet.amount("won") == Decimal(7)


def test_keys_while_composing_belong_to_the_input_method(sheet: Sheet) -> None:
    sheet.go("won")
    compose(sheet.view, "er")
    sheet.press(Key.Key_Return)
    assert sheet.view.value_edit() is not None
    assert sheet.view.indicator == "won"


def test_a_change_elsewhere_leaves_what_is_being_typed(sheet: Sheet) -> None:
    sheet.go("won")
    sheet.type("1")
    sheet.page.ledger.type_in("due", "90")
    assert sheet.editor.text() == "1"
    sheet.type("2")
    sheet.press(Key.Key_Return)
    assert sheet.amount("won") == Decimal(12)


def test_a_message_that_comes_or_goes_leaves_the_editor_open(sheet: Sheet) -> None:
    sheet.go("lost")
    sheet.type("1")
    sheet.page.ledger.type_in("won", "abc")
    assert sheet.messages()
    assert sheet.editor.text() == "1"
    assert sheet.view.indicator == "lost"


def test_delete_empties_the_selected_values_as_one_step(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    sheet.press(Key.Key_Delete)
    assert sheet.amount("due") is None
    assert sheet.amount("taken") is None
    sheet.opened.undo()
    assert (sheet.amount("due"), sheet.amount("taken")) == (Decimal(121), Decimal(120))


def test_undo_in_an_open_editor_takes_back_what_is_typed_there(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.type("45")
    sheet.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet.view.value_edit() is not None
    assert sheet.amount("due") == Decimal(121)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up])
def test_arrows_walk_over_messages(sheet: Sheet, key: Qt.Key) -> None:
    sheet.enter("due", "x")
    assert sheet.messages()
    sheet.go("due" if key == Key.Key_Down else "taken")
    sheet.press(key)
    assert sheet.view.indicator == ("taken" if key == Key.Key_Down else "due")


def test_leaving_the_page_takes_over_what_is_typed(sheet: Sheet) -> None:
    from ui.fields.base import finish_typing

    sheet.go("due")
    sheet.type("88")
    assert QApplication.focusWidget() is sheet.editor
    finish_typing()
    assert sheet.amount("due") == Decimal(88)
