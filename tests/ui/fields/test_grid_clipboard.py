"""Blocks from the clipboard as WPS, Excel and browsers put them there, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from report.template import Column
from ui.fields.grid.blocks import cell_line, read_block, write_block, write_html
from ui.fields.grid.cells import Area, Cells
from ui.fields.grid.editor import GridEditor
from ui.fields.grid.html_tables import read_tables
from ui.icons import Icons
from ui.theme import Theme

_COLUMNS = (Column("a", "类别"), Column("b", "件数", "件", True), Column("c", "金额", "万元", True))
_EXCEL_TEXT = '类别\t件数\t说明\r\n行政处罚\t31\t"含简易\n程序"\r\n行政许可\t15\t"所称""双公示"""\r\n'
_EXCEL_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--table
 {mso-displayed-decimal-separator:"\\.";} td {color:black;}--></style></head><body link=blue vlink=purple>
<!--StartFragment--><table border=0 cellpadding=0 width=192 style='border-collapse:collapse'>
 <col width=64 span=3>
 <tr height=19><td colspan=3 class=xl65 align=center width=192>2024年执法
  情况</td></tr>
 <tr height=19><td rowspan=2>行政处罚</td><td align=right>31</td>
  <td>Fine &amp; <font class=x>more</font><br>kinds</td></tr>
 <tr height=19><td align=right>&nbsp;</td><td>无</td></tr>
<!--EndFragment--></table></body></html>"""
cell_texts = st.text(st.sampled_from('甲乙ab1 "\t，.'), max_size=6).map(cell_line)
blocks = (
    st.integers(1, 4)
    .flatmap(
        lambda width: st.lists(st.lists(cell_texts, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4)
    )
    .map(tuple)
)


@pytest.fixture
def told() -> list[Cells]:
    return []


def make(
    qtbot: QtBot, theme: Theme, icons: Icons, told: list[Cells], columns: tuple[Column, ...], rows: Cells
) -> GridEditor:
    grid = GridEditor(theme, icons, columns)
    qtbot.addWidget(grid)
    grid.show_cells(rows)
    grid.edited.connect(told.append)
    grid.resize(600, 400)
    grid.show()
    return grid


@pytest.fixture
def declared(qtbot: QtBot, theme: Theme, icons: Icons, told: list[Cells]) -> GridEditor:
    return make(qtbot, theme, icons, told, _COLUMNS, (("甲", "1", "2"),))


@pytest.fixture
def free(qtbot: QtBot, theme: Theme, icons: Icons, told: list[Cells]) -> GridEditor:
    return make(qtbot, theme, icons, told, (), (("甲", "1"), ("乙", "2")))


def data(text: str, html: str = "") -> QMimeData:
    made = QMimeData()
    made.setText(text)
    if html:
        made.setHtml(html)
    return made


def test_a_block_as_excel_and_wps_write_it() -> None:
    assert read_block(_EXCEL_TEXT) == (
        ("类别", "件数", "说明"),
        ("行政处罚", "31", "含简易程序"),
        ("行政许可", "15", "所称“双公示”".replace("“", '"').replace("”", '"')),
    )


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", (("",),)),
        ("甲", (("甲",),)),
        ("甲\n", (("甲",),)),
        ("甲\r\n乙\r\n", (("甲",), ("乙",))),
        ("甲\t\n\t乙\n", (("甲", ""), ("", "乙"))),
        ("甲\t乙\t丙\n丁\n", (("甲", "乙", "丙"), ("丁", "", ""))),
        ('"放管服"改革\t5"', (('"放管服"改革', '5"'),)),
        ('"放管服"\t1', (('"放管服"', "1"),)),
        ('"没有关\n上\t1', (('"没有关', ""), ("上", "1"))),
        ('"a\r\nb"\t1', (("a b", "1"),)),
        ("\ufeff甲\t 乙　\n", (("甲", "乙"),)),
    ],
)
def test_other_blocks(text: str, cells: Cells) -> None:
    assert read_block(text) == cells


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("依法\n行政", "依法行政"),
        ("rule of\r\nlaw", "rule of law"),
        ("第1\n条", "第1 条"),
        ("完成，\n其中", "完成，其中"),
    ],
)
def test_a_cell_is_one_line(text: str, line: str) -> None:
    assert cell_line(text) == line


@given(blocks)
def test_what_is_copied_is_read_back(block: Cells) -> None:
    assert read_block(write_block(block) + "\n") == block


@given(blocks)
def test_html_that_is_written_is_read_back(block: Cells) -> None:
    assert read_tables(write_html(block)) == block


@given(st.text())
def test_any_text_is_rows_of_equal_length(text: str) -> None:
    assert len({len(row) for row in read_block(text)}) == 1
    assert len({len(row) for row in read_tables(text)}) <= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "<table>",
                "</table>",
                "<tr>",
                "</td>",
                "<td colspan=2>",
                "<td rowspan='3'>",
                "<th><td rowspan=99999999999999999>",
                "甲",
                "<br>",
                "<style>",
                "</style>",
                "&#160;",
            ]
        )
    )
)
def test_broken_html_is_rows_of_equal_length(parts: list[str]) -> None:
    assert len({len(row) for row in read_tables("".join(parts))}) <= 1


def test_a_table_in_html_with_spans() -> None:
    assert read_tables(_EXCEL_HTML) == (
        ("2024年执法情况", "", ""),
        ("行政处罚", "31", "Fine & more kinds"),
        ("", "", "无"),
    )


def test_html_without_a_table_is_none_and_inner_tables_are_words() -> None:
    assert read_tables("<p>甲</p>") == ()
    assert read_tables("<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr></table>") == (
        ("甲乙", "丙"),
    )


def test_a_paste_is_one_edit_and_adds_rows(declared: GridEditor, told: list[Cells]) -> None:
    declared.view.go_to(0, 0)
    declared.operations.paste_data(data("处罚\t31\t100.5\r\n许可\t15\t211.986\r\n"))
    assert told == [(("处罚", "31", "100.5"), ("许可", "15", "211.986"))]
    assert declared.view.area() == Area(0, 0, 1, 2)


def test_columns_too_many_for_a_declared_table_are_told_and_not_pasted(declared: GridEditor, told: list[Cells]) -> None:
    sentences: list[str] = []
    declared.noticed.connect(sentences.append)
    declared.view.go_to(0, 0)
    declared.paste("处罚\t31\t100\t甲\t乙\n")
    assert sentences == ["粘贴的内容有5列，这张表只有3列，多出的2列没有贴进来。"]
    assert told == [(("处罚", "31", "100"),)]
    assert declared.foot.notice.sentence.text() == sentences[0]
    assert not declared.foot.notice.isHidden()
    declared.view.go_to(0, 2)
    declared.paste("1\t2")
    assert sentences[-1] == "粘贴的内容有2列，从这一列起只有1列，多出的1列没有贴进来。"
    declared.operations.clear()
    assert declared.foot.notice.isHidden()


@pytest.mark.parametrize("head", ["类别\t件数\t金额", "类别\t件数（件）\t金额（万元）"])
def test_the_head_of_a_copied_table_is_not_pasted_below_the_declared_one(
    declared: GridEditor, told: list[Cells], head: str
) -> None:
    sentences: list[str] = []
    declared.noticed.connect(sentences.append)
    declared.view.go_to(0, 0)
    declared.paste(f"{head}\n处罚\t31\t100\n")
    assert told == [(("处罚", "31", "100"),)]
    assert sentences == ["第一行是表头，没有贴进来。"]


def test_a_free_table_grows_in_both_directions(free: GridEditor, told: list[Cells]) -> None:
    free.view.go_to(1, 1)
    free.paste("3\t4\n5\t6\n")
    assert told == [(("甲", "1", ""), ("乙", "3", "4"), ("", "5", "6"))]


def test_one_value_fills_the_selection(free: GridEditor, told: list[Cells]) -> None:
    free.view.select(Area(0, 0, 1, 1))
    free.operations.paste_data(data("同上\r\n"))
    assert told == [(("同上", "同上"), ("同上", "同上"))]


def test_html_is_used_where_the_text_has_no_tabs(free: GridEditor, told: list[Cells]) -> None:
    free.view.go_to(0, 0)
    free.operations.paste_data(data("甲\n乙\n", "<table><tr><td>丙</td><td>丁</td></tr></table>"))
    assert told[-1][0] == ("丙", "丁")
    free.operations.paste_data(data("戊\t己\n", "<table><tr><td>丙</td></tr></table>"))
    assert told[-1][0] == ("戊", "己")
    free.operations.paste_data(data("庚", "<b>辛</b>"))
    assert told[-1][0] == ("庚", "庚")


def test_an_empty_clipboard_changes_nothing(free: GridEditor, told: list[Cells]) -> None:
    free.operations.paste_data(QMimeData())
    assert told == []


def test_keys_copy_cut_and_paste(free: GridEditor, told: list[Cells], qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    free.show_cells((('说"双公示"', "1"), ("乙", "2")))
    free.view.select(Area(0, 0, 1, 1))
    qtbot.keyClick(free.view, Qt.Key.Key_X, control)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == '"说""双公示"""\t1\n乙\t2'
    assert "<td>乙</td>" in clipboard.mimeData().html()
    assert told == [()]
    free.view.go_to(0, 0)
    qtbot.keyClick(free.view, Qt.Key.Key_V, control)
    assert told[-1] == (('说"双公示"', "1"), ("乙", "2"))
    free.view.go_to(1, 1)
    qtbot.keyClick(free.view, Qt.Key.Key_C, control)
    assert clipboard.text() == "2"
    assert len(told) == 2


def test_pasting_into_an_open_cell_keeps_one_line(free: GridEditor, told: list[Cells], qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("依法\n行政")
    free.view.go_to(0, 0)
    free.view.edit(free.view.currentIndex())
    editor = free.view.cell_edit()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "甲依法行政"
    free.finish()
    assert told[-1][0][0] == "甲依法行政"
