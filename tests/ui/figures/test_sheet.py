"""The sheet as a whole: rules, last year, filters, groups, own indicators, units, the clipboard, the pane."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from report.content import Table
from report.document import FIGURES, Place
from report.indicators import edits
from report.indicators.catalogue import Rule
from report.indicators.figures import Figure
from report.indicators.rows import Filter
from report.template import ReportType
from tests.report.indicators.counting import CATALOGUE, counting_type
from tests.ui.figures.conftest import MakeSheet, Sheet
from ui.figures.columns import Columns, columns_for
from ui.figures.unmatched import UnmatchedDialog

Key = Qt.Key


def ruled() -> ReportType:
    rule = Rule("exam", "taken <= due", "实考{taken}，比应考{due}还多，请核对。")
    return replace(counting_type(), catalogue=replace(CATALOGUE, rules=(rule,)))


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)


# Rules


def test_a_broken_rule_stands_below_the_row_and_goes_when_it_holds(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "38", "taken": "40"}, report_type=ruled())
    assert sheet.messages() == ["实考40人，比应考38人还多，请核对。"]
    node = sheet.view.sheet.nodes[0]
    assert [(line.row.id, line.message is not None) for line in node.lines[:3]] == [
        ("due", False),
        ("taken", False),
        ("taken", True),
    ]
    sheet.enter("due", "41")
    assert sheet.messages() == []


def test_several_messages_stack(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "38", "taken": "40"}, report_type=ruled())
    sheet.enter("taken", "3-5")
    assert sheet.messages() == ["“3-5”是一个范围。填确切的数。", "实考40人，比应考38人还多，请核对。"]


def test_going_to_a_row_shows_what_is_said_below_it(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "38", "taken": "40"}, report_type=ruled())
    sheet.page.resize(1134, 300)
    sheet.go("suits")
    sheet.view.scrollToBottom()
    sheet.go("taken")
    below = sheet.view.indexBelow(sheet.view.currentIndex())
    assert sheet.view.sheet.line_at(below) == sheet.view.sheet.nodes[0].lines[below.row()]
    assert sheet.view.viewport().rect().contains(sheet.view.visualRect(below))
    sheet.view.scrollToTop()
    sheet.go("taken")
    assert sheet.view.viewport().rect().contains(sheet.view.visualRect(below))


def test_the_pane_ticks_relations_that_hold(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "41", "taken": "40"}, report_type=ruled())
    relations = sheet.page.ledger.relations("due")
    assert [(one.truth.value, one.spelling) for one in relations] == [("holds", "实考人数40≤应考人数41")]


# Last year


def test_last_year_and_the_change_stand_beside(sheet: Sheet) -> None:
    assert sheet.cells("due")[3:6] == ["100", "+21", "+21.0%"]
    assert sheet.cells("rate")[3:6] == ["100%", "—", "-0.8个百分点"]


def test_a_large_change_is_marked_and_filtered(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "151", "taken": "100"}, {"due": "100", "taken": "100"})
    counts = sheet.page.ledger.counts()
    assert counts.unusual == 1
    sheet.page.tools.filtered.emit(Filter.UNUSUAL)
    assert shown(sheet) == ["due"]


def shown(sheet: Sheet) -> list[str]:
    return [line.row.id for node in sheet.view.sheet.nodes for line in node.lines if not line.message]


# Search and filters


def test_searching_by_name_and_showing_all_again(sheet: Sheet) -> None:
    sheet.page.tools.search.show_words("败诉")
    assert shown(sheet) == ["lost"]
    sheet.page.tools.search.show_words("没有的词")
    assert not sheet.view.isVisible()
    assert sheet.page.nothing.isVisible()
    sheet.page.show_all()
    assert len(shown(sheet)) == len(CATALOGUE.indicators)


def test_a_row_that_is_filled_in_stays_until_the_filter_is_chosen_again(sheet: Sheet) -> None:
    sheet.page.tools.filtered.emit(Filter.MISSING)
    assert shown(sheet) == ["won", "lost", "suits"]
    sheet.enter("won", "3")
    assert shown(sheet) == ["won", "lost", "suits"]
    assert sheet.view.indicator == "lost"
    sheet.page.tools.filtered.emit(Filter.MISSING)
    assert shown(sheet) == ["lost", "suits"]


def test_the_filters_and_the_head_count(sheet: Sheet) -> None:
    texts = [sheet.page.tools.filters.button(one).text() for one in Filter]
    assert texts == ["全部6", "待填3", "应改0", "变动大0"]
    assert sheet.page.head.meta.full_text().endswith("6项：已填3，待填3。")
    sheet.enter("won", "/")
    assert sheet.page.head.meta.full_text().endswith("6项：已填3，待填2，不适用1。")


def test_a_place_is_shown_whatever_is_looked_for(sheet: Sheet) -> None:
    sheet.page.tools.search.show_words("败诉")
    sheet.page.focus_place(Place(FIGURES, "due"))
    assert sheet.view.indicator == "due"


# Groups


def test_groups_fold_and_say_what_is_missing(sheet: Sheet) -> None:
    head = sheet.view.sheet.index(1, 0)
    assert head.data() == "应诉，3项，待填3项"
    sheet.go("won")
    sheet.press(Key.Key_Left)
    assert not sheet.view.isExpanded(head)
    sheet.press(Key.Key_Right)
    assert sheet.view.isExpanded(head)
    sheet.go("rate")
    sheet.press(Key.Key_Tab)
    assert sheet.view.indicator == "won"


def test_a_group_is_hidden_and_comes_back_with_its_values(sheet: Sheet) -> None:
    sheet.page.deeds.show_group("exams", False)
    assert shown(sheet) == ["won", "lost", "suits"]
    sheet.page.deeds.show_group("exams", True)
    assert sheet.cells("due")[1] == "121"
    sheet.opened.undo()
    assert shown(sheet) == ["won", "lost", "suits"]


def test_a_folded_group_stays_folded_when_another_is_hidden(sheet: Sheet) -> None:
    sheet.view.fold(sheet.view.sheet.index(1, 0), True)
    sheet.page.deeds.show_group("exams", False)
    assert not sheet.view.isExpanded(sheet.view.sheet.index(0, 0))


# Own indicators and units


def test_own_indicators_are_added_renamed_and_removed(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([("夜查", "次"), ("夜间检查", "家次")])

    class Answered(QDialog):
        def __init__(self, *_args: object) -> None:
            super().__init__()
            self.name, self.unit = next(answers)

        def exec(self) -> int:
            return 1

    monkeypatch.setattr("ui.figures.own_dialog.OwnDialog", Answered)
    sheet.page.deeds.add_own()
    own = sheet.view.indicator
    assert sheet.cells(own)[:3] == ["夜查", "待填", "次"]
    sheet.enter(own, "12")
    sheet.page.deeds.rename_own(own)
    assert sheet.cells(own)[:3] == ["夜间检查", "12", "家次"]
    sheet.page.deeds.remove_own(own)
    assert own not in shown(sheet)
    sheet.opened.undo()
    assert sheet.cells(own)[:3] == ["夜间检查", "12", "家次"]


def test_a_unit_is_chosen_once_for_all_cases(sheet: Sheet) -> None:
    sheet.page.deeds.choose_unit("case", "宗")
    assert [sheet.cells(one)[2] for one in ("won", "lost", "suits")] == ["宗", "宗", "宗"]
    assert sheet.opened.undo_name == "计量单位用“宗”"


# The clipboard


def test_a_column_is_pasted_from_the_current_row_down(sheet: Sheet) -> None:
    sheet.go("taken")
    copy("118\n98.3\n3\n")
    sheet.page.deeds.paste()
    assert [sheet.amount(one) for one in ("taken", "won")] == [Decimal(118), Decimal(3)]
    assert sheet.opened.undo_name == "粘贴3项指标"
    sheet.opened.undo()
    assert (sheet.amount("taken"), sheet.amount("won")) == (Decimal(120), None)


def test_names_with_values_find_their_rows(sheet: Sheet) -> None:
    copy("指标\t单位\t2024年\t2025年\n胜诉\t件\t1\t5\n应考人数（人）\t人\t100\t130\n")
    sheet.page.deeds.paste()
    assert (sheet.amount("won"), sheet.amount("due")) == (Decimal(5), Decimal(130))


def test_what_matches_nothing_is_listed_and_can_be_added(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def answer(dialog: UnmatchedDialog) -> int:
        asked.append([f"{one.name} {one.text}" for one in dialog.chosen()])
        return 1

    monkeypatch.setattr(UnmatchedDialog, "exec", answer)
    copy("胜诉\t5\n夜间检查\t17\n")
    sheet.page.deeds.paste()
    assert asked == [["夜间检查 17"]]
    own = sheet.opened.report.figures.own[0]
    assert (own.name, sheet.amount(own.id), sheet.amount("won")) == ("夜间检查", Decimal(17), Decimal(5))


def test_a_value_that_cannot_be_read_stays_in_its_cell(sheet: Sheet) -> None:
    told: list[str] = []
    sheet.page.noticed.connect(told.append)
    sheet.go("won")
    copy("5\n约几件\n")
    sheet.page.deeds.paste()
    assert sheet.cells("lost")[1] == "约几件"
    assert told == ["填入1项。有1项没读懂，留在格里标了红。"]


def test_a_table_from_a_page_is_pasted(sheet: Sheet) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>胜诉</td><td>8</td></tr><tr><td>败诉</td><td>0</td></tr></table>")
    data.setText("胜诉 8 败诉 0")
    QApplication.clipboard().setMimeData(data)
    sheet.page.deeds.paste()
    assert (sheet.amount("won"), sheet.amount("lost")) == (Decimal(8), Decimal(0))


def test_selected_rows_are_copied_for_a_sheet(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    sheet.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == (
        "指标\t2025年\t单位\t2024年\t增减\t同比\n"
        "应考人数\t121\t人\t100\t+21\t+21.0%\n"
        "实考人数\t120\t人\t100\t+20\t+20.0%"
    )


def test_nothing_on_the_clipboard_is_said(sheet: Sheet) -> None:
    told: list[str] = []
    sheet.page.noticed.connect(told.append)
    QApplication.clipboard().clear()
    sheet.page.deeds.paste()
    assert told == ["剪贴板里没有表格。先在表格软件里选中名称和数值两列，复制，再到这里粘贴。"]


def test_the_comparison_becomes_an_attachment(sheet: Sheet) -> None:
    gone: list[Place] = []
    sheet.page.place_wished.connect(gone.append)
    sheet.page.deeds.attach_comparison()
    (made,) = sheet.opened.report.attachments
    assert made.title == "2025年度主要指标与上年对比表"
    (table,) = made.blocks
    assert isinstance(table, Table)
    assert table.rows == (
        ("指标", "单位", "2024年", "2025年", "增减", "同比"),
        ("应考人数", "人", "100", "121", "+21", "+21.0%"),
        ("实考人数", "人", "100", "120", "+20", "+20.0%"),
        ("参考率", "%", "100", "99.2", "—", "-0.8个百分点"),
    )
    assert gone == [Place(made.id, "title")]


# The pane


def test_enter_opens_the_pane_and_escape_closes_it(sheet: Sheet) -> None:
    sheet.go("due")
    assert sheet.page.pane_is_open
    sheet.page.pane.close_button.click()
    assert not sheet.page.pane_is_open
    assert sheet.opened.folds == {"figures-pane": 0}
    sheet.press(Key.Key_Return)
    assert sheet.page.pane_is_open
    assert sheet.page.pane.name.full_text() == "应考人数"
    sheet.press(Key.Key_Return)
    assert sheet.view.value_edit() is not None


def test_the_pane_tells_all_about_an_indicator(sheet: Sheet) -> None:
    sheet.go("due")
    pane = sheet.page.pane
    assert (pane.value.text(), pane.unit.text(), pane.change.text()) == ("121", "人", "比去年+21，+21.0%")
    assert [one.amount for one in pane.chart.points] == [None, None, None, Decimal(100), Decimal(121)]
    sheet.go("suits")
    assert pane.zero.text() == "“未发生行政诉讼案件”"
    assert pane.value.text() == "待填"


def test_source_and_note_are_typed_in_the_pane(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.go("due")
    line = sheet.page.pane.source
    line.setFocus()
    qtbot.keyClicks(line, "a 1/8")
    qtbot.keyClick(line, Key.Key_Return)
    assert sheet.opened.report.figures.of("due").source == "a 1/8"


def test_a_note_typed_with_the_value_while_the_pane_is_closed_is_not_taken_back(sheet: Sheet) -> None:
    sheet.go("due")
    sheet.page.pane.closed.emit()
    sheet.page.ledger.type_in("due", "31（含1起未结）")
    sheet.opened.undo()
    sheet.opened.redo()
    sheet.go("taken")
    assert sheet.opened.report.figures.of("due").note == "（含1起未结）"
    assert not sheet.opened.redo_name


def test_where_there_is_no_room_the_pane_lies_over_the_sheet(sheet: Sheet) -> None:
    sheet.page.resize(660, 620)
    assert not sheet.page.pane_is_open
    sheet.go("due")
    sheet.press(Key.Key_Return)
    assert sheet.page.pane_is_open
    sheet.press(Key.Key_Escape)
    assert not sheet.page.pane_is_open


def test_a_given_share_can_be_computed_again(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "121", "taken": "120"})
    sheet.enter("rate", "98")
    sheet.go("rate")
    assert sheet.amount("rate") == Decimal(98)
    assert sheet.page.pane.follow_link.isVisible()
    sheet.page.pane.follow_link.click()
    assert sheet.cells("rate")[1] == "99.2%"


def test_a_place_in_the_text_is_gone_to(sheet: Sheet) -> None:
    gone: list[Place] = []
    sheet.page.place_wished.connect(gone.append)
    assert sheet.cells("due")[7] == "2处"
    sheet.page.deeds.show_quotes("due", QPoint())
    assert [one.block for one in gone] == ["p1"]


def test_the_status_line_says_what_a_change_does(sheet: Sheet) -> None:
    told: list[tuple[str, str]] = []
    sheet.page.hinted.connect(lambda *words: told.append(words))
    sheet.go("due")
    assert told[-1] == ("应考人数：改动会更新文中2处", "空＝未填，0＝零，输入“/”＝不适用")
    sheet.page.tools.search.setFocus()
    assert told[-1] == ("", "")


# Room


def test_columns_give_way_and_figures_stay() -> None:
    every = tuple(Columns)
    assert columns_for(1000, every) == frozenset(every)
    assert Columns.TREND not in columns_for(700, every)
    assert columns_for(330, every) == {Columns.NAME, Columns.VALUE, Columns.UNIT}


def test_every_row_is_read_out_with_all_it_says(sheet: Sheet) -> None:
    index = sheet.view.sheet.index_of("due")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == ("应考人数，2025年121人，去年100，同比+21.0%，文中引用2处")


def test_three_hundred_indicators_stay_quick(make_sheet: MakeSheet) -> None:
    import time

    names = tuple(replace(CATALOGUE.indicators[0], id=f"i{at}", name=f"指标{at}") for at in range(300))
    many = replace(counting_type(), catalogue=replace(CATALOGUE, indicators=names, rules=()))
    sheet = make_sheet({f"i{at}": str(at) for at in range(0, 300, 2)}, {}, report_type=many)
    sheet.go("i10")
    start = time.perf_counter()
    sheet.enter("i10", "77")
    QApplication.processEvents()
    sheet.page.grab()
    assert time.perf_counter() - start < 1.0
    assert sheet.amount("i10") == Decimal(77)


def test_a_value_set_elsewhere_is_shown(sheet: Sheet) -> None:
    opened = sheet.opened
    report = edits.set_figure(opened.type, opened.report, "due", Figure(Decimal(500)))
    opened.apply("x", Place(FIGURES, "due"), report)
    assert sheet.cells("due")[1] == "500"
