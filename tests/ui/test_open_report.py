"""The hub: every edit is a step that can be undone and made again; typing in one place is one step."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from report.document import Place
from report.edits import set_field, set_front
from report.report import TEXT_FIELD, Report
from tests.report.builders import make_report, make_section, make_type
from ui.open_report import OpenReport

PLACE = Place("s-measures", TEXT_FIELD)


@pytest.fixture
def opened(qtbot: QtBot) -> OpenReport:
    del qtbot
    return OpenReport(make_type(), make_report(make_section("measures", "旧。")))


def typed(report: Report, text: str) -> Report:
    return set_field(report, "s-measures", TEXT_FIELD, (Paragraph("measures-0", text),))


def test_an_edit_is_told_and_undone(opened: OpenReport, qtbot: QtBot) -> None:
    before = opened.report
    with qtbot.waitSignals([opened.changed, opened.history_changed]):
        opened.apply("修改“正文”", PLACE, typed(before, "新。"))
    assert (opened.undo_name, opened.redo_name) == ("修改“正文”", "")
    with qtbot.waitSignal(opened.stepped) as told:
        opened.undo()
    assert told.args == [PLACE]
    assert opened.report is before
    assert (opened.undo_name, opened.redo_name) == ("", "修改“正文”")
    opened.redo()
    assert opened.report == typed(before, "新。")


def test_typing_in_one_place_is_one_step(opened: OpenReport) -> None:
    before = opened.report
    for text in ("新", "新的", "新的话"):
        opened.apply("修改", PLACE, typed(opened.report, text), merge=True)
    opened.undo()
    assert opened.report == before


def test_another_place_a_seal_or_another_name_begin_a_step(opened: OpenReport) -> None:
    opened.apply("修改", PLACE, typed(opened.report, "甲"), merge=True)
    opened.apply("修改", Place("front", "title"), set_front(opened.report, "title", "题"), merge=True)
    opened.apply("修改", Place("front", "title"), set_front(opened.report, "title", "题目"), merge=True)
    opened.seal()
    opened.apply("修改", Place("front", "title"), set_front(opened.report, "title", "题目一"), merge=True)
    titles = [opened.report.front.title]
    while opened.undo_name:
        opened.undo()
        titles.append(opened.report.front.title)
    assert titles == ["题目一", "题目", "某局2024年报告", "某局2024年报告"]


def test_what_changes_nothing_is_no_step(opened: OpenReport) -> None:
    opened.apply("修改", PLACE, replace(opened.report))
    assert opened.undo_name == ""
    opened.undo()
    opened.redo()


def test_a_new_edit_forgets_what_was_undone(opened: OpenReport) -> None:
    opened.apply("甲", PLACE, typed(opened.report, "甲"))
    opened.undo()
    opened.apply("乙", PLACE, typed(opened.report, "乙"))
    assert opened.redo_name == ""
