"""Hits are marked where the clerk writes, the current one not by colour alone; the marks go with the page."""

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from report.content import Table
from report.document import Place
from report.template import Column, Field
from report.texts import Spot
from tests.ui.finding.steps import Finding, selected
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from ui.fields.growing import GrowingText
from ui.fields.line import LineEdit
from ui.fields.marks import TextMark
from ui.fields.prose.text import ProseText
from ui.fields.table import TableEditor
from ui.finding.scope import Scope
from ui.icons import Icons
from ui.theme import Scheme, Theme


def marked(text: ProseText | GrowingText) -> list[str]:
    return [one.cursor.selectedText() for one in text.extraSelections()]  # type: ignore[attr-defined]


def test_all_hits_of_the_prose_are_marked_and_follow_typing(finding: Finding) -> None:
    text = finding.prose()
    page = finding.look_for("应议", Scope.PART)
    assert marked(text) == ["应议", "应议", "应议", "\ufffc", "\ufffc", "\ufffc"]
    text.focus_block("p1", 0)
    type_chinese(text, "𠮷应议")
    assert "应议" in marked(text)
    until(finding.qtbot, lambda: len(marked(text)) == 7)
    assert marked(text)[:2] == ["应议", "应议"]
    compose(text, "yingyi")
    finding.qtbot.wait(120)
    assert len(marked(text)) == 7
    compose(text, "", "")
    page.top.box.show_words("")
    assert marked(text) == []


def test_the_current_hit_has_a_line_too(finding: Finding) -> None:
    text = finding.prose()
    page = finding.look_for("应议", Scope.PART)
    page.step(1)
    page.step(1)
    lines = [one.format.underlineStyle() for one in text.extraSelections()]  # type: ignore[attr-defined]
    single, none = QTextCharFormat.UnderlineStyle.SingleUnderline, QTextCharFormat.UnderlineStyle.NoUnderline
    assert lines.count(single) == 1
    assert lines.index(single) == page.search.current
    assert set(lines) == {single, none}
    assert selected(text) == "应议"


def test_marks_go_with_the_panel_and_with_the_part(finding: Finding) -> None:
    text = finding.prose()
    finding.look_for("应议")
    assert marked(text)
    plans = finding.show("plans")
    assert marked(text) == []
    boxes = plans.findChildren(GrowingText)
    assert [word for box in boxes for word in marked(box)] == ["应议"]
    finding.show("measures")
    assert marked(text)
    finding.workplace.panel.show_page("")
    assert marked(text) == []


def test_words_of_pairs_and_lines_are_marked(finding: Finding) -> None:
    page = finding.look_for("应议")
    boxes = finding.show("shortfalls").findChildren(GrowingText)
    assert [(box.toPlainText(), marked(box)) for box in boxes if marked(box)] == [("应议件多", ["应议"])]
    finding.workplace.show_part("front")
    lines = finding.workplace.page_of("front").findChildren(LineEdit)
    assert [(line.text(), len(line._marks)) for line in lines if line._marks] == [("应议报告", 1)]
    page.top.box.show_words("要有")
    finding.show("shortfalls")
    assert [marked(box) for box in boxes if marked(box)] == [["要有"]]


def test_the_marks_take_the_colours_of_the_theme(finding: Finding, theme: Theme) -> None:
    text = finding.prose()
    finding.look_for("应议", Scope.PART)
    assert tint(text) == theme.colour("accent_tint")
    theme.set_scheme(Scheme.DARK)
    dark, wanted = tint(text), theme.colour("accent_tint")
    theme.set_scheme(Scheme.LIGHT)
    assert dark == wanted


def tint(text: ProseText) -> object:
    mark = text.extraSelections()[0]
    return mark.format.background().color()  # type: ignore[attr-defined]


@pytest.fixture
def table(theme: Theme, icons: Icons, qtbot: QtBot) -> TableEditor:
    columns = (Column("a", "类别"), Column("b", "件数"))
    made = TableEditor(Field(id="f", kind="table", label="表", columns=columns), theme, icons, lambda: "n")
    qtbot.addWidget(made)
    made.show_value(Table("t", (("甲", "𠮷应议5"), ("乙", "3")), 0))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_cell_is_gone_to_and_opened_only_with_the_focus(table: TableEditor) -> None:
    spot = Spot(Place("s", "f"), "", 0, 1)
    told: list[object] = []
    table.edited.connect(told.append)
    table.show_marks([TextMark(spot, 1, 3)])
    assert table.grid.view._delegate.marked == {(0, 1)}
    table.select_in(spot, 1, 3, focus=False)
    assert (table.grid.view.currentIndex().row(), table.grid.view.currentIndex().column()) == (0, 1)
    assert table.grid.view.cell_edit() is None
    table.select_in(spot, 1, 3, focus=True)
    cell = table.grid.view.cell_edit()
    assert cell is not None
    assert selected(cell) == "应议"
    table.select_in(Spot(Place("s", "f"), "", 1, 0), 0, 1, focus=True)
    cell = table.grid.view.cell_edit()
    assert cell is not None
    assert selected(cell) == "乙"
    assert told == []
    assert not table.grab().isNull()


def test_a_marked_line_is_painted(finding: Finding) -> None:
    finding.workplace.show_part("front")
    finding.look_for("应议", Scope.PART)
    line = next(
        one for one in finding.workplace.page_of("front").findChildren(QLineEdit) if one.accessibleName() == "标题"
    )
    with_mark = line.grab().toImage()
    finding.page.top.box.show_words("")
    assert line.grab().toImage() != with_mark
