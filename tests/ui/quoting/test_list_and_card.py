"""Ctrl+I quotes an indicator at the cursor; the card of a quoted number changes it, takes the link off, says zero."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.indicators import edits
from report.indicators.quoting import values_in
from tests.report.indicators.counting import number
from tests.ui.quoting.conftest import Writer
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui.quoting.choices import find_choices


def fill(writer: Writer, **values: str) -> None:
    for indicator, value in values.items():
        report = edits.set_amount(writer.opened.type, writer.opened.report, indicator, number(value))
        writer.opened.apply("填数", writer.desk._place, report)
    writer.page.show_report()


def open_list(writer: Writer) -> None:
    QTest.keyClick(writer.text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert writer.desk.picker is not None
    QApplication.processEvents()


def open_card(writer: Writer) -> None:
    QTest.keyClick(writer.text, Qt.Key.Key_F2)
    assert writer.desk.card is not None
    QApplication.processEvents()


def test_a_value_is_quoted_where_the_cursor_stands(writer: Writer) -> None:
    writer.show("应考人。")
    fill(writer, due="192")
    writer.put_cursor(2)
    open_list(writer)
    picker = writer.desk.picker
    assert picker is not None
    type_chinese(picker.box, "应考")
    QTest.keyClick(picker.box, Qt.Key.Key_Return)
    assert writer.reads() == ["应考⟦due 192⟧人。"]
    assert writer.desk.picker is None
    assert writer.text.hasFocus()


def test_a_value_that_is_not_given_is_quoted_as_such_and_follows(writer: Writer) -> None:
    writer.show("败诉件")
    writer.put_cursor(2)
    open_list(writer)
    assert writer.desk.picker is not None
    type_chinese(writer.desk.picker.box, "败诉")
    QTest.keyClick(writer.desk.picker.box, Qt.Key.Key_Return)
    assert writer.reads() == ["败诉⟦lost 〔待填：败诉〕⟧件"]
    fill(writer, lost="0")
    assert writer.reads() == ["败诉⟦lost 0⟧件"]


def test_a_name_that_nobody_has_makes_an_indicator_of_its_own(writer: Writer) -> None:
    writer.show("约谈次")
    writer.put_cursor(2)
    open_list(writer)
    assert writer.desk.picker is not None
    type_chinese(writer.desk.picker.box, "约谈企业")
    QTest.keyClick(writer.desk.picker.box, Qt.Key.Key_Return)
    assert writer.reads() == ["约谈⟦own-1 〔待填：约谈企业〕⟧次"]
    assert [one.name for one in writer.opened.report.figures.own] == ["约谈企业"]


def test_escape_leaves_the_text_as_it_was(writer: Writer) -> None:
    writer.show("应考人。")
    writer.put_cursor(2)
    open_list(writer)
    assert writer.desk.picker is not None
    QTest.keyClick(writer.desk.picker.box, Qt.Key.Key_Escape)
    assert writer.desk.picker is None
    assert writer.reads() == ["应考人。"]
    assert writer.text.hasFocus()


def test_the_card_changes_the_value_everywhere(writer: Writer) -> None:
    writer.show("应考⟦due 〔待填：应考人数〕⟧人，共⟦due 〔待填：应考人数〕⟧人。")
    writer.put_cursor(4)
    open_card(writer)
    card = writer.desk.card
    assert card is not None
    assert (card.facts.name, card.facts.unit, card.facts.places) == ("应考人数", "人", 2)
    QTest.keyClicks(card.box, "192")
    QTest.keyClick(card.box, Qt.Key.Key_Return)
    assert writer.reads() == ["应考⟦due 192⟧人，共⟦due 192⟧人。"]
    assert writer.desk.card is None
    writer.opened.undo()
    writer.page.show_report()
    assert writer.reads() == ["应考⟦due 〔待填：应考人数〕⟧人，共⟦due 〔待填：应考人数〕⟧人。"]


def test_what_cannot_be_read_is_said_and_stays(writer: Writer) -> None:
    writer.show("应考⟦due 〔待填：应考人数〕⟧人。")
    writer.put_cursor(4)
    open_card(writer)
    card = writer.desk.card
    assert card is not None
    type_chinese(card.box, "若干")
    QTest.keyClick(card.box, Qt.Key.Key_Return)
    assert "若干" in card.problem.text()
    assert card.box.text() == "若干"
    assert writer.reads() == ["应考⟦due 〔待填：应考人数〕⟧人。"]


def test_a_link_is_taken_off_and_the_number_stays(writer: Writer) -> None:
    fill(writer, due="192")
    writer.show("应考⟦due 192⟧人。")
    writer.put_cursor(4)
    open_card(writer)
    assert writer.desk.card is not None
    writer.desk.card.unlink_wished.emit()
    assert writer.reads() == ["应考192人。"]


def test_a_zero_is_said_in_words_and_stays_linked(writer: Writer) -> None:
    fill(writer, suits="0")
    writer.show("全年行政诉讼案件⟦suits 0⟧件，无其他。")
    writer.put_cursor(8)
    open_card(writer)
    card = writer.desk.card
    assert card is not None
    assert card.facts.zero == "未发生行政诉讼案件"
    card.zero_wished.emit()
    assert writer.reads() == ["⟦suits 未发生行政诉讼案件⟧，无其他。"]
    fill(writer, suits="2")
    assert writer.reads() == ["行政诉讼案件⟦suits 2⟧件，无其他。"]


def test_a_computed_value_says_from_what_and_is_not_typed(writer: Writer) -> None:
    fill(writer, due="121", taken="120")
    writer.show("参考率⟦rate 99.2⟧%。")
    writer.put_cursor(4)
    open_card(writer)
    card = writer.desk.card
    assert card is not None
    assert card.facts.computed_from == "实考人数、应考人数"
    assert card.box.isReadOnly()


def test_the_mouse_at_rest_shows_the_card(writer: Writer, qtbot: QtBot) -> None:
    fill(writer, due="192")
    writer.show("应考⟦due 192⟧人。")
    quoted = writer.text.quotes._visible()
    (_block, _link, rects) = next(iter(quoted))
    QTest.mouseMove(writer.text.viewport(), rects[0].center())
    until(qtbot, lambda: writer.desk.card is not None)
    QTest.mouseClick(writer.text.viewport(), Qt.MouseButton.LeftButton, pos=writer.text.viewport().rect().bottomLeft())
    assert writer.desk.card is None
    assert values_in(writer.opened.type, writer.opened.report).amount("due") == 192


def test_those_of_the_section_come_first_and_hidden_groups_are_left_out(writer: Writer) -> None:
    values = values_in(writer.opened.type, writer.opened.report)
    assert [one.indicator for one in find_choices(values, "", "", "measures")][:3] == ["won", "lost", "suits"]
    assert [one.indicator for one in find_choices(values, "", "", "thought")][:2] == ["due", "taken"]
    hidden = edits.show_group(writer.opened.type, writer.opened.report, "suits", shown=False)
    found = [one.indicator for one in find_choices(values_in(writer.opened.type, hidden), "")]
    assert found == ["due", "taken", "rate"]


@pytest.mark.parametrize("leave", ["key", "click", "page", "size"])
def test_it_is_gone_once_the_clerk_is_elsewhere(writer: Writer, leave: str) -> None:
    open_list(writer)
    if leave == "key":
        QTest.keyClick(writer.text, Qt.Key.Key_Right)
    elif leave == "click":
        QTest.mouseClick(writer.text.viewport(), Qt.MouseButton.LeftButton)
    elif leave == "page":
        writer.page.hide()
    else:
        writer.window.resize(writer.window.width() + 40, writer.window.height())
    assert writer.desk.picker is None
