"""Put words in the place of others: what will be is seen before, ticked row by row, and one step of undo."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from report.document import Place
from report.finding import Query, find
from tests.ui.finding.steps import Finding, focus
from tests.ui.typing_chinese import compose
from tests.ui.window.steps import open_sample
from ui.application import Application
from ui.finding.commands import begin_finding
from ui.finding.page import FindPage
from ui.finding.scope import Scope

_Key = Qt.Key


def count_of(finding: Finding, words: str) -> int:
    return len(find(finding.report, Query(words, exact=True)))


def test_all_is_replaced_in_all_parts_as_one_step(finding: Finding) -> None:
    before = finding.report
    for kind in ("measures", "shortfalls", "plans"):
        finding.show(kind)
    page = finding.look_for("应议", replacing=True)
    page.top.rows.box.show_words("复评")
    assert page.top.rows.all.text() == "替换12处"
    told: list[str] = []
    page.replaced.connect(told.append)
    page.top.rows.all.click()
    assert told == ["已替换12处。"]
    assert (count_of(finding, "应议"), count_of(finding, "复评")) == (0, 12)
    assert finding.opened.undo_name == "把“应议”替换为“复评”（12处）"
    assert finding.prose().toPlainText().startswith("办理行政复评\n𠮷县复评3件")
    after = finding.report
    finding.opened.undo()
    assert finding.report == before
    assert finding.prose().toPlainText().startswith("办理行政应议\n𠮷县应议3件")
    assert finding.opened.undo_name == ""
    finding.opened.redo()
    assert finding.report == after


def test_only_what_is_ticked_is_replaced(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    page.top.rows.box.show_words("复评")
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    finding.press(_Key.Key_Space)
    assert page.top.rows.all.text() == "替换11处"
    head = next(row for row in range(page.model.rowCount()) if page.model.group(page.model.index(row)) is not None)
    assert head == 0
    measures = next(
        row
        for row in range(page.model.rowCount())
        if (group := page.model.group(page.model.index(row))) and group.part == finding.section("measures")
    )
    page.list.setCurrentIndex(page.model.index(measures))
    finding.press(_Key.Key_Space)
    assert page.top.rows.all.text() == "替换5处"
    assert page.model.index(measures).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    page.top.rows.all.click()
    assert finding.report.front.title == "应议报告"
    assert finding.prose().toPlainText().startswith("办理行政应议")
    assert count_of(finding, "复评") == 5


def test_a_tick_is_clicked_and_stays_while_the_text_changes(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    index = page.model.index(1)
    box = page.list._delegate.tick_rect(page.list.visualRect(index))
    finding.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(1, 1))
    assert page.model.is_ticked(index) is False
    assert page.search.current == -1
    page.search.look()
    assert page.model.is_ticked(page.model.index(1)) is False
    page.top.box.show_words("应")
    assert page.model.is_ticked(page.model.index(1)) is True


def test_one_is_replaced_and_the_next_one_is_gone_to(finding: Finding) -> None:
    finding.prose().focus_block("p2", 0)
    page = finding.look_for("应议", Scope.PART, replacing=True)
    assert page.top.rows.box.hasFocus() or page.top.box.hasFocus()
    page.top.rows.box.show_words("大应议")
    page.step(1)
    first = page.search.hit
    assert first is not None
    page.top.rows.one.click()
    hit = page.search.hit
    assert hit is not None
    assert (hit.spot, hit.start) != (first.spot, first.start)
    assert not first.start <= hit.start < first.start + 3 or hit.spot != first.spot
    assert finding.opened.undo_name == "把“应议”替换为“大应议”"
    assert count_of(finding, "大应议") == 1
    page.top.rows.one.click()
    assert count_of(finding, "大应议") == 2
    finding.opened.undo()
    assert count_of(finding, "大应议") == 1


def test_nothing_in_their_place_deletes_and_the_buttons_say_so(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    assert page.top.rows.all.text() == "删去12处"
    assert page.top.rows.one.text() == "删去这一处"
    assert not page.top.rows.one.isEnabled()
    told: list[str] = []
    page.replaced.connect(told.append)
    page.top.rows.all.click()
    assert told == ["已删去12处。"]
    assert finding.opened.undo_name == "删去“应议”（12处）"
    assert not page.top.rows.all.isEnabled()
    assert finding.report.front.title == "报告"


def test_breaks_in_the_words_go_and_what_is_composed_waits(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    box = page.top.rows.box
    box.setFocus()
    compose(box, "fuyi")
    finding.press(_Key.Key_Return)
    finding.qtbot.wait(150)
    assert page.model.replacement == ""
    assert page.search.current == -1
    compose(box, "", "复\n评")
    box.tell()
    page.top.rows.all.click()
    assert count_of(finding, "复评") == 12


def test_the_same_words_are_no_change(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    page.top.rows.box.show_words("应议")
    told: list[str] = []
    page.noticed.connect(told.append)
    page.top.rows.all.click()
    assert told == ["替换前后一样，没有改动。"]
    assert finding.opened.undo_name == ""


def test_hits_that_are_gone_are_said(finding: Finding) -> None:
    page = finding.look_for("应议", replacing=True)
    page.top.rows.box.show_words("复评")
    old = page.search.results.hits
    told: list[str] = []
    page.replaced.connect(told.append)
    changed = finding.report.with_section(
        finding.section("measures"), lambda one: one.with_value("text", (Paragraph("p1", "办理行政应议件", 2),))
    )
    finding.opened.apply("改", old[2].spot.place, changed)
    page._replace(old[:3], old[2].spot.place, several=True)
    assert told == ["已替换2处。另有1处没有动：刚才改过，或者标题不能空着。"]


def test_replacing_starts_with_the_box_that_is_to_be_filled_in(finding: Finding) -> None:
    begin_finding(finding.workplace, replacing=True)
    assert finding.page.top.box.hasFocus()
    finding.page.top.box.show_words("应议")
    begin_finding(finding.workplace, replacing=True)
    assert finding.page.top.rows.box.hasFocus()
    finding.page.top.toggle.click()
    assert finding.page.model.replacement is None
    assert finding.page.top.box.hasFocus()


def test_undo_is_offered_as_long_as_it_takes_back_the_replacement(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    opened, workplace = window.session.opened, window.session.workplace
    qtbot.wait(50)
    before = opened.report
    window.header.actions_by_id["find_all"].trigger()
    page = workplace.panel.page("find")
    assert isinstance(page, FindPage)
    assert workplace.panel.current == "find"
    page.top.box.show_words("执法")
    window.header.actions_by_id["replace"].trigger()
    assert page.search.scope is Scope.PART
    page.set_scope(Scope.WHOLE)
    page.top.rows.box.show_words("监管")
    page.replace_all()
    bar = window.bars.stack.bar("message")
    assert bar is not None
    assert bar.sentence.text().startswith("已替换")
    bar.buttons[0].click()  # type: ignore[attr-defined]
    assert opened.report == before
    assert window.bars.stack.bar("message") is None
    page.replace_all()
    assert window.bars.stack.bar("message") is not None
    opened.apply("别的", Place(""), before)
    assert window.bars.stack.bar("message") is None


def test_the_keys_open_the_page(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    keys = {name: window.header.actions_by_id[name].shortcut().toString() for name in
            ("find", "replace", "find_all", "find_next", "find_previous")}  # fmt: skip
    assert list(keys.values()) == ["Ctrl+F", "Ctrl+H", "Ctrl+Alt+F", "F3", "Shift+F3"]
    qtbot.wait(50)
    window.activateWindow()
    workplace.focus_text()
    qtbot.keyClick(focus(), _Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = workplace.panel.page("find")
    assert isinstance(page, FindPage)
    assert page.top.box.hasFocus()
    assert window.header.tools["find"].accessibleName() == "查找"
    page.top.box.show_words("局")
    qtbot.keyClick(focus(), _Key.Key_F3)
    assert page.search.current >= 0
    assert page.top.box.hasFocus()
    workplace.panel.show_page("")
    qtbot.keyClick(focus(), _Key.Key_F3)
    assert workplace.panel.current == "find"


def test_what_was_left_out_is_not_replaced_after_another_one_was(finding: Finding) -> None:
    prose = finding.prose()
    prose.selectAll()
    compose(prose, "", "甲乙甲乙甲乙")
    page = finding.look_for("甲", replacing=True)
    page.top.rows.box.show_words("丙")
    page.search.tick([1], ticked=False)
    page.go_to(0, focus=False)
    page.top.rows.one.click()
    page.top.rows.all.click()
    assert prose.toPlainText() == "丙乙甲乙丙乙"


def test_a_heading_is_not_replaced_with_nothing(finding: Finding) -> None:
    section = finding.section("measures")
    heading = finding.report.section(section).heading
    page = finding.look_for(heading, replacing=True)
    page.top.rows.box.show_words("")
    page.top.rows.all.click()
    assert finding.report.section(section).heading == heading


def test_going_to_a_heading_being_changed_keeps_what_was_typed(finding: Finding) -> None:
    shown = finding.show("measures")
    page = finding.look_for(finding.report.section(shown.section_id).heading[:4])
    shown.head.rename_button.click()
    compose(shown.head.title_edit, "", "新的")
    page.step(1)
    assert "新的" in finding.report.section(shown.section_id).heading
