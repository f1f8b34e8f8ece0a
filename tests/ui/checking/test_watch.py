"""The check while one writes: in pauses, away from the window, marked in the text, told in the column."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtWidgets import QLineEdit

from report import edits
from report.content import Paragraph
from report.document import Place
from report.report import TEXT_FIELD
from tests.ui.checking.steps import Checking, Style, marks
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from ui.checking import watch
from ui.checking.watch import CheckSetting
from ui.editor.states import State
from ui.theme import Scheme


def part(checking: Checking, part_id: str) -> tuple[State, str]:
    found = next(one for one in checking.workplace.column.parts.parts if one.id == part_id)
    return found.state, found.word


def test_what_is_found_is_marked_by_its_severity_with_the_panel_closed(checking: Checking) -> None:
    text = checking.prose()
    checking.until_checked()
    found = dict(marks(text))
    assert found["变跟"] == Style.WaveUnderline
    assert found["11010519491231002X"] == Style.WaveUnderline
    lines = {one.cursor.selectedText(): one.format.underlineColor() for one in text.extraSelections()}  # type: ignore[attr-defined]
    theme = checking.workplace.desk.theme
    assert lines["变跟"] == theme.colour("amber")
    assert lines["11010519491231002X"] == theme.colour("red")
    assert not checking.workplace.panel.current


def test_a_hint_has_a_quieter_line(checking: Checking) -> None:
    text = checking.prose()
    text.focus_block("p2", 0)
    type_chinese(text, "当事人王小明主动整改。")
    state = checking.until_checked()
    assert ("王小明", "hint") in [(one.quote, one.severity) for one in state.standing]
    assert ("王小明", Style.DashUnderline) in marks(text)


def test_the_column_counts_words_to_be_put_right_and_nothing_else(checking: Checking) -> None:
    before = part(checking, "front")
    checking.until_checked()
    assert part(checking, checking.section("measures"))[0] is State.BLOCKED
    assert part(checking, checking.section("measures"))[1].endswith("处")
    assert part(checking, checking.section("plans")) == (State.WRONG, "1处")
    assert part(checking, "front") == before  # what is missing is no alarm


def test_a_pause_in_typing_checks_what_was_typed(checking: Checking) -> None:
    text = checking.prose()
    checking.until_checked()
    text.focus_block("p1", 6)
    type_chinese(text, "，不得变跟")
    assert marks(text).count(("变跟", Style.WaveUnderline)) == 2
    state = checking.until_checked()
    assert sum(one.quote == "变跟" for one in state.standing) == 4
    assert marks(text).count(("变跟", Style.WaveUnderline)) == 3


def test_what_is_being_composed_is_not_checked(checking: Checking) -> None:
    text = checking.prose()
    first = checking.until_checked()
    text.focus_block("p1", 6)
    compose(text, "变跟")
    checking.qtbot.wait(700)
    assert checking.watch.state is first
    compose(text, "", "")


def test_an_answer_that_was_overtaken_is_dropped(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    checking.until_checked()
    begun, go_on, ordinary = Event(), Event(), watch._check

    def slow(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(20)
        return ordinary(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(watch, "_check", slow)
    shown: list[object] = []
    checking.watch.checked.connect(lambda: shown.append(checking.watch.state.report))  # type: ignore[union-attr]
    checking.opened.apply("一", Place(""), edits.set_front(checking.report, "signatory", "甲局"))
    until(checking.qtbot, begun.is_set)
    monkeypatch.setattr(watch, "_check", ordinary)
    checking.opened.apply("二", Place(""), edits.set_front(checking.report, "signatory", "乙局"))
    go_on.set()
    checking.until_checked()
    assert shown == [checking.report]


def test_a_line_of_the_basic_data_is_marked(checking: Checking) -> None:
    report = checking.report
    checking.opened.apply("标题", Place(""), edits.set_front(report, "title", "某局2024年法制政府建设年度报告"))
    checking.workplace.show_step(Place(""))
    state = checking.until_checked()
    in_title = [one for one in state.standing if one.spot is not None and one.spot.place.field == "title"]
    assert in_title
    page = checking.workplace.page_of("front")
    lines = [one for one in page.findChildren(QLineEdit) if getattr(one, "_marks", None)]
    assert any(mark.severity is in_title[0].severity for one in lines for mark in one._marks)  # type: ignore[attr-defined]
    grabbed = lines[0].grab().toImage()
    theme = checking.workplace.desk.theme
    try:
        theme.set_scheme(Scheme.DARK)
        assert lines[0].grab().toImage() != grabbed
    finally:
        theme.set_scheme(Scheme.LIGHT)


def test_rules_that_are_off_and_words_of_the_office_count(checking: Checking) -> None:
    checking.watch.set_setting(CheckSetting(frozenset({"wrong-word"}), {"整改": "改正"}))
    state = checking.watch.now()
    assert not [one for one in state.standing if one.rule == "wrong-word"]
    own = [one for one in state.standing if one.rule == "own-word"]
    assert [(one.quote, one.fix) for one in own] == [("整改", "改正")]


def test_nothing_runs_behind_a_report_that_was_left(checking: Checking) -> None:
    checking.workplace.close_panel()
    checking.opened.apply("一", Place(""), replace(checking.report, year=2023))
    checking.qtbot.wait(700)
    assert checking.watch.state is None


def test_of_very_many_the_gravest_are_marked(checking: Checking) -> None:
    text = checking.prose()
    blocks = tuple(Paragraph(f"m{number}", "检查企业120家次，作出处罚决定，良好的的效果。") for number in range(200))
    section = checking.section("measures")
    checking.opened.apply("多", Place(section), edits.set_field(checking.report, section, TEXT_FIELD, blocks))
    checking.workplace.show_step(Place(section))
    state = checking.until_checked()
    here = [one for one in state.standing if one.spot is not None and one.spot.place.section == section]
    assert len(here) > 200
    assert 0 < len(marks(text)) <= 120
    assert {line for _words, line in marks(text)} == {Style.WaveUnderline}
