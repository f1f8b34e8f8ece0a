"""Widths, lines, sums below the table, and the dialog around a free one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from report.content import Table
from report.template import Column
from ui.fields.grid.cells import Cells
from ui.fields.grid.editor import GridEditor
from ui.fields.grid.layout import LINES, is_whole, lines_of, shares
from ui.fields.table_dialog import TableDialog
from ui.icons import Icons
from ui.theme import Theme

_COLUMNS = (Column("a", "类别"), Column("b", "件数", "件", True), Column("c", "金额", "万元", True))
_LONG = "危险化学品经营许可证核发，含新发、延期、变更和注销，县级委托实施的事项一并统计在内" * 4


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme, icons: Icons) -> GridEditor:
    made = GridEditor(theme, icons, _COLUMNS)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def dialog_of(qtbot: QtBot, theme: Theme, icons: Icons, rows: Cells) -> TableDialog:
    made = TableDialog(Table("t", rows, 1, "表"), theme, icons, None)
    qtbot.addWidget(made)
    made.show()
    return made


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=8), st.integers(0, 2000))
def test_columns_fill_the_room_and_figures_are_never_cut(columns: list[tuple[int, bool]], room: int) -> None:
    wanted, firm = [one for one, _ in columns], [one for _, one in columns]
    widths = shares(wanted, firm, room, 40, 90)
    assert all(width >= 40 for width in widths)
    assert all(width >= want for width, want, is_firm in zip(widths, wanted, firm, strict=True) if is_firm)
    least = sum(max(40, want if is_firm else min(want, 90)) for want, is_firm in columns)
    assert sum(widths) <= max(room, least)
    if room >= sum(max(40, one) for one in wanted):
        assert sum(widths) == room


def test_a_long_cell_has_at_most_three_lines_and_the_rest_in_its_tool_tip(theme: Theme, qapp: QApplication) -> None:
    font = theme.font("body")
    assert lines_of("短", font, 100) == ["短"]
    lines = lines_of(_LONG, font, 200)
    assert len(lines) == LINES
    assert lines[-1].endswith("…")
    assert not is_whole(_LONG, lines)
    two = lines_of("𠮷" * 20, font, 200)
    assert "".join(two) == "𠮷" * 20
    assert is_whole("𠮷" * 20, two)
    assert lines_of("甲\n乙", font, 200) == ["甲", "乙"]


def test_rows_grow_with_their_text_and_with_the_zoom(grid: GridEditor, theme: Theme) -> None:
    grid.show_cells((("甲", "1", "2"), (_LONG, "1", "2")))
    assert grid.view.rowHeight(0) == theme.size("row")
    assert grid.view.rowHeight(1) > theme.size("row") + 30
    theme.set_zoom(2.0)
    try:
        assert grid.view.rowHeight(0) == 72
        assert grid.view.horizontalHeader().height() == 56
    finally:
        theme.set_zoom(1.0)
    assert grid.view.rowHeight(0) == 36


def test_a_cut_cell_has_a_tool_tip(grid: GridEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _view: shown.append(text))
    grid.show_cells(((_LONG, "1", "2"),))
    for column in (0, 1):
        place = grid.view.visualRect(grid.model.index(0, column)).center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, grid.view.viewport().mapToGlobal(place))
        QApplication.sendEvent(grid.view.viewport(), event)
    assert shown == [_LONG, ""]


def test_a_dragged_column_keeps_its_width_until_a_double_click(grid: GridEditor) -> None:
    header = grid.view.horizontalHeader()
    header.resizeSection(1, 200)
    grid.resize(900, 400)
    assert grid.view.columnWidth(1) == 200
    assert sum(grid.view.columnWidth(column) for column in range(3)) == grid.view.viewport().width()
    header.sectionHandleDoubleClicked.emit(1)
    assert grid.view.columnWidth(1) < 200


def test_the_sums_stand_below_and_name_what_is_not_in_them(grid: GridEditor) -> None:
    grid.show_cells((("处罚", "31", "100.5000"), ("许可", "15件", "２１１．９８６"), ("检查", "约40", "")))
    assert grid.foot.sums.text() == "合计：件数 46件，金额 312.4860万元"
    assert grid.foot.unread.sentence.text() == "第3行“约40”读不出数来，没有算进去"
    grid.show_cells(tuple(("甲", f"约{number}", "") for number in range(5)))
    assert grid.foot.unread.sentence.text() == "第1行“约0”、第2行“约1”、第3行“约2”等5处读不出数来，没有算进去"
    grid.show_cells(())
    assert grid.foot.isHidden()


def test_the_dialog_gives_back_what_it_was_given(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    rows = (("类别", "件数"), ("甲",), ("", ""))
    dialog = dialog_of(qtbot, theme, icons, rows)
    assert dialog.table() == Table("t", rows, 1, "表")
    dialog.caption.setText(" 新名 ")
    dialog.heads.setValue(2)
    assert dialog.table() == Table("t", rows, 2, "新名")
    assert dialog.grid.model.rowCount() == 3


def test_the_row_of_sums_is_written_and_undone(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    rows = (("类别", "件数"), ("甲", "1"), ("乙", "2"))
    dialog = dialog_of(qtbot, theme, icons, rows)
    button = dialog.grid.tools.buttons["sum"]
    button.click()
    assert dialog.table().rows == (*rows, ("合计", "3"))
    assert not button.isEnabled()
    dialog.grid.view.go_to(1, 1)
    dialog.grid.paste("5")
    assert button.isEnabled()
    button.click()
    assert dialog.table().rows[-1] == ("合计", "7")
    for _step in range(3):
        dialog.history.undo()
    assert dialog.table().rows == rows
    dialog.history.redo()
    assert dialog.table().rows[-1] == ("合计", "3")


def test_text_in_an_open_cell_goes_into_the_report(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    dialog = dialog_of(qtbot, theme, icons, (("类别",), ("a",)))
    dialog.grid.view.go_to(1, 0)
    qtbot.keyClicks(dialog.grid.view, "b")
    dialog.accept_button.click()
    assert dialog.table().rows == (("类别",), ("b",))


def test_the_wheel_does_not_change_the_number_of_head_rows(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    dialog = dialog_of(qtbot, theme, icons, (("类别",), ("a",)))
    dialog.heads.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dialog.heads, turn)
    assert dialog.heads.value() == 1


def test_esc_does_not_throw_a_changed_table_away(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    dialog = dialog_of(qtbot, theme, icons, (("类别",), ("a",)))
    dialog.grid.view.go_to(1, 0)
    dialog.grid.operations.clear()
    qtbot.keyClick(dialog.grid.view, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "取消" in dialog.note.text()
    dialog.history.undo()
    qtbot.keyClick(dialog.grid.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_head_rows_are_no_numbers_and_no_part_of_the_sums(qtbot: QtBot, theme: Theme, icons: Icons) -> None:
    dialog = dialog_of(qtbot, theme, icons, (("类别", "2024"), ("甲", "1"), ("乙", "2")))
    assert dialog.grid.foot.sums.text() == "合计：2024 3"
    dialog.heads.setValue(0)
    assert dialog.grid.foot.sums.text() == "合计：B列 2027"
