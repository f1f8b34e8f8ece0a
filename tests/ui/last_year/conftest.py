"""A workplace with the sample report and what its office wrote the year before."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from report.identity import counting_ids
from report.report import TEXT_FIELD, Report
from tests.ui.waiting import until
from ui import library
from ui.application import declared
from ui.editor.page import Desk
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.icons import Icons
from ui.last_year.page import LastYearPage
from ui.open_report import OpenReport
from ui.theme import Theme

SECTION = 3
GONE = "组织开展行政执法案卷评查2次，抽查案卷30卷，逐案通报程序瑕疵，督促限期整改。"


@pytest.fixture
def opened() -> OpenReport:
    types, _groups = declared()
    report = library.sample_report(types)
    return OpenReport(library.type_of(types, report.type.id), report)


@pytest.fixture
def last(opened: OpenReport) -> Report:
    """The sample of the year before: in one section a paragraph that reads otherwise, one more and one less."""
    report = opened.report
    section = report.sections[SECTION]
    blocks = list(section.text)
    changed, new = blocks[1], blocks[2]
    assert isinstance(changed, Paragraph)
    blocks[1] = replace(changed, text=changed.text.replace("1项", "9项"))
    blocks[2] = Paragraph("gone", GONE)
    assert isinstance(new, Paragraph)
    assert blocks[1] != changed
    sections = list(report.sections)
    sections[SECTION] = section.with_value(TEXT_FIELD, tuple(blocks))
    return replace(report, id="last", year=2023, sections=tuple(sections))


@pytest.fixture
def workplace(opened: OpenReport, theme: Theme, icons: Icons, qtbot: QtBot) -> Workplace:
    new_id = counting_ids("n")
    desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id)
    made = Workplace(desk, declared()[1], lambda: None)
    opened.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.close_panel())
    made.resize(1366, 620)
    made.show()
    made.show_part("front")
    return made


@pytest.fixture
def page(workplace: Workplace, last: Report, qtbot: QtBot) -> LastYearPage:
    """The page, showing the section that differs."""
    workplace.show_last_year(last)
    workplace.show_part(workplace.desk.opened.report.sections[SECTION].id)
    workplace.panel.show_page("last_year")
    made = workplace.panel.page("last_year")
    assert isinstance(made, LastYearPage)
    until(qtbot, lambda: any(one.after is None for one in made.shown))
    return made
