"""A workplace with a report in which words can be found."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Item, Pair, Pairs, Paragraph, Table
from report.identity import counting_ids
from report.report import TEXT_FIELD, Report
from storage.location import data_folder
from storage.lock import FolderLock
from tests.ui.finding.steps import Finding
from ui import library
from ui.application import Application, declared
from ui.editor.page import Desk
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.theme import Theme


@pytest.fixture
def report() -> Report:
    """Twelve times 应议 in seven parts, once behind a rare character."""
    types, _groups = declared()
    made = library.sample_report(types)
    ids = {section.kind: section.id for section in made.sections}
    text = (
        Paragraph("p1", "办理行政应议", 2),
        Paragraph("p2", "𠮷县应议3件，Ａ类应议1件。", 0),
        Table("t1", (("类别", "应议数"), ("甲", "应议5")), 1, "应议表"),
        Paragraph("p3", "其余照旧。"),
    )
    pairs = Pairs("主要有：", (Pair("r1", "会议不足", "人手少"), Pair("r2", "进度慢", "应议件多")))
    values = {
        "measures": (TEXT_FIELD, text),
        "shortfalls": ("pairs", pairs),
        "plans": ("plans", (Item("i1", "开好会"), Item("i2", "减少应议"))),
    }
    for kind, (name, value) in values.items():
        made = made.with_section(ids[kind], lambda one, n=name, v=value: one.with_value(n, v))  # type: ignore[misc]
    made = made.with_section(ids["other"], lambda one: replace(one, heading="应议情况"))
    made = replace(made, front=replace(made.front, title="应议报告"), preface=(Paragraph("q1", "把应议办好。"),))
    first, *rest = made.attachments
    return replace(made, attachments=(replace(first, title="应议附表"), *rest))


@pytest.fixture
def finding(report: Report, theme: Theme, icons: Icons, qtbot: QtBot) -> Finding:
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
    return Finding(workplace, qtbot)


@pytest.fixture
def program(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Application]:
    """The program on a data folder of its own."""
    folder = data_folder(str(tmp_path))
    one = Application(folder, FolderLock.take(folder), theme)
    one.start()
    qtbot.waitExposed(one.window)
    qtbot.wait(50)
    yield one
    one.window.may_close = lambda: True
    one.window.close()
    one.stop()
    one.window.deleteLater()
    QApplication.processEvents()
