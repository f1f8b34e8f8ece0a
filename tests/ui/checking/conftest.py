"""A workplace with a report in which the check finds things."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from report.content import Item, Paragraph
from report.identity import counting_ids
from report.report import TEXT_FIELD, Report
from tests.ui.checking.steps import Checking
from ui import library
from ui.application import declared
from ui.editor.page import Desk
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.theme import Theme


@pytest.fixture
def report() -> Report:
    """The sample with 变跟 in two sections, 的的, half-width marks, an identity number and an impossible day."""
    types, _groups = declared()
    made = library.sample_report(types)
    ids = {section.kind: section.id for section in made.sections}
    text = (
        Paragraph("p1", "规范行政行为", 2),
        Paragraph("p2", "行政行为未被撤销、变跟，取得良好的的效果。"),
        Paragraph("p3", "当事人张某（身份证号码11010519491231002X）已经整改,群众满意。"),
        Paragraph("p4", "行政处罚决定未被变跟,也未被撤销。"),
    )
    made = made.with_section(ids["measures"], lambda one: one.with_value(TEXT_FIELD, text))
    plans = (Item("i1", "开好会"), Item("i2", "行政决定不得变跟。"))
    made = made.with_section(ids["plans"], lambda one: one.with_value("plans", plans))
    return replace(made, front=replace(made.front, addressee=""))


@pytest.fixture
def checking(report: Report, theme: Theme, icons: Icons, qtbot: QtBot) -> Checking:
    types, groups = declared()
    opened = OpenReport(library.type_of(types, report.type.id), report)
    new_id = counting_ids("n")
    workplace = Workplace(Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id), groups, lambda: None)
    opened.setParent(workplace)
    qtbot.addWidget(workplace, before_close_func=lambda widget: widget.close_panel())
    workplace.resize(1366, 620)
    workplace.show()
    qtbot.waitExposed(workplace)
    workplace.show_part("front")
    return Checking(workplace, qtbot)
