"""The block 本页指标 in a section's tab, and the part 指标数据 in the column."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from report.document import FIGURES, Place
from report.identity import counting_ids
from report.indicators.catalogue import Group
from report.indicators.figures import NO_FIGURES
from report.loader import load_front
from report.report import Report
from report.template import ReportType
from resources import resource
from tests.report.builders import make_report, make_section
from tests.report.indicators.counting import CATALOGUE, counting_type, marked, texts_of
from tests.ui.figures.conftest import focused, given
from tests.ui.waiting import until
from ui.editor.page import Desk
from ui.editor.section_page import SectionPage
from ui.editor.states import State
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.figures.block import FiguresBlock
from ui.figures.page import FiguresPage
from ui.icons import Icons
from ui.open_report import LastYear, OpenReport
from ui.theme import Theme


def report_type() -> ReportType:
    kind = counting_type()
    parts = next(one for one in kind.sections if one.id == "measures").parts
    short = parts[0].short if parts else ""
    groups = (Group("exams", "学法考试", ("thought", "measures")), Group("suits", "应诉", ("measures",), short))
    return replace(kind, catalogue=replace(CATALOGUE, groups=groups))


def report(kind: ReportType) -> Report:
    section = make_section("measures")
    parts = next(one for one in kind.sections if one.id == "measures").parts
    blocks = [Paragraph(f"h{at}", part.heading, 2) for at, part in enumerate(parts[:2])]
    blocks.insert(1, marked("p1", "应考⟦due 121⟧人"))
    made = make_report(section.with_value("text", tuple(blocks) or (marked("p1", "应考⟦due 121⟧人"),)))
    return given(kind, replace(made, year=2025), {"due": "121", "taken": "120"})


@pytest.fixture
def workplace(theme: Theme, icons: Icons, qtbot: QtBot) -> Workplace:
    kind = report_type()
    opened = OpenReport(kind, report(kind))
    new_id = counting_ids("n")
    desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id)
    made = Workplace(desk, load_front(resource("templates")), lambda: None)
    opened.setParent(made)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_part(opened.report.sections[0].id)
    return made


def page_of(workplace: Workplace) -> SectionPage:
    page = workplace.page_of(workplace.desk.opened.report.sections[0].id)
    assert isinstance(page, SectionPage)
    return page


def block_of(workplace: Workplace, qtbot: QtBot) -> FiguresBlock:
    page = page_of(workplace)
    until(qtbot, lambda: page.figures.block is not None and page.figures.block.isVisible())
    assert page.figures.block is not None
    return page.figures.block


def ids(block: FiguresBlock) -> list[str]:
    return [line.row.id for node in block.view.sheet.nodes for line in node.lines if not line.message]


def type_value(block: FiguresBlock, indicator: str, text: str, qtbot: QtBot) -> None:
    assert block.view.go_to(indicator)
    block.view.setFocus()
    for char in text:
        qtbot.keyClicks(focused(block.view), char)
    qtbot.keyClick(focused(block.view), Qt.Key.Key_Return)


def test_a_section_shows_its_own_indicators_folded_where_it_is_low(workplace: Workplace, qtbot: QtBot) -> None:
    block = block_of(workplace, qtbot)
    assert not block.is_open
    assert block.words.text() == "3项，已填齐" or block.words.text().startswith("6项")
    assert not block.view.isVisible()
    block.toggle()
    assert block.view.isVisible()
    assert {"due", "taken", "rate"} <= set(ids(block))
    assert workplace.desk.opened.folds == {"figures-measures": 1}


def test_a_value_typed_here_changes_the_text_below_and_the_sheet(workplace: Workplace, qtbot: QtBot) -> None:
    block = block_of(workplace, qtbot)
    block.toggle()
    type_value(block, "due", "130", qtbot)
    opened = workplace.desk.opened
    assert "应考⟦due 130⟧人" in texts_of(opened.report)
    prose = page_of(workplace).prose
    assert prose is not None
    assert "应考130人" in prose.text.toPlainText()
    workplace.show_part(FIGURES)
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    assert str(page.view.sheet.index_of("due").data()) == "130"


def test_undo_stays_where_the_value_is_seen(workplace: Workplace, qtbot: QtBot) -> None:
    block = block_of(workplace, qtbot)
    block.toggle()
    type_value(block, "due", "130", qtbot)
    here = workplace.current_part
    workplace.desk.opened.undo()
    assert workplace.current_part == here
    assert str(block.view.sheet.index_of("due").data()) == "121"
    prose = page_of(workplace).prose
    assert prose is not None
    assert "应考121人" in prose.text.toPlainText()


def test_undo_goes_to_the_sheet_from_elsewhere(workplace: Workplace, qtbot: QtBot) -> None:
    block = block_of(workplace, qtbot)
    block.toggle()
    type_value(block, "due", "130", qtbot)
    workplace.show_part("front")
    workplace.desk.opened.undo()
    assert workplace.current_part == FIGURES


def test_the_link_leads_to_the_sheet(workplace: Workplace, qtbot: QtBot) -> None:
    block = block_of(workplace, qtbot)
    block.link.click()
    assert workplace.current_part == FIGURES


def test_a_page_catches_up_with_values_typed_in_the_sheet(workplace: Workplace, qtbot: QtBot) -> None:
    section = workplace.current_part
    workplace.show_place(Place(FIGURES, "due"))
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    assert page.view.indicator == "due"
    page.ledger.type_in("due", "140")
    workplace.show_part(section)
    prose = page_of(workplace).prose
    assert prose is not None
    assert "应考140人" in prose.text.toPlainText()


def test_the_column_says_how_far_the_figures_are(workplace: Workplace, qtbot: QtBot) -> None:
    def part() -> tuple[State, str]:
        found = next(one for one in workplace.column.parts.parts if one.id == FIGURES)
        return found.state, found.word

    opened = workplace.desk.opened
    assert part() == (State.OPTIONAL, "可空")
    until(qtbot, lambda: part() == (State.DONE, "完成"))
    last = replace(opened.report, id="last", figures=NO_FIGURES)
    opened.set_last(LastYear(given(opened.type, last, {"won": "2", "lost": "1"}), opened.type))
    until(qtbot, lambda: part() == (State.MISSING, "待填3"))
    workplace.show_part(FIGURES)
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    page.ledger.type_in("won", "a-b")
    until(qtbot, lambda: part() == (State.WRONG, "1处"))
    for one in ("won", "lost"):
        page.ledger.type_in(one, "0")
    until(qtbot, lambda: part() == (State.DONE, "完成"))


def test_figures_stand_between_the_sections_and_the_attachments(workplace: Workplace) -> None:
    assert [one.id for one in workplace.column.parts.parts][-2:] == [FIGURES, "attachments"]


def test_f6_comes_by_and_back_to_the_value(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_place(Place(FIGURES, "taken"))
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    assert QApplication.focusWidget() is page.view
    workplace.column.setFocus()
    workplace.focus_text()
    assert QApplication.focusWidget() is page.view
    assert page.view.indicator == "taken"
    assert workplace.remembered().place == Place(FIGURES, "taken")


def test_last_year_shown_later_fills_its_columns(workplace: Workplace) -> None:
    workplace.show_part(FIGURES)
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    opened = workplace.desk.opened
    last = given(opened.type, replace(opened.report, id="last", year=2024), {"due": "100"})
    workplace.show_last_year(last, opened.type)
    index = page.view.sheet.index_of("due", 3)
    assert index.data() == "100"
    assert page.ledger.values.amount("due") == Decimal(121)
