"""Find words: by typing, in one part or everywhere, from hit to hit and into the text."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from report.content import Paragraph
from report.document import Place
from report.edits import set_field
from report.report import TEXT_FIELD
from tests.ui.finding.steps import Finding, focus, selected
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from ui.fields.growing import GrowingText
from ui.finding.commands import begin_finding, step_finding
from ui.finding.scope import Scope

_Key, _SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def test_words_are_found_everywhere_and_told_by_part_and_place(finding: Finding) -> None:
    page = finding.look_for("应议")
    assert page.top.count.full_text() == "12处，在7个部分"
    assert finding.spots() == [
        ("基本信息", "标题"),
        ("引言", "第1段"),
        ("四、举措和成效", "第1段"),
        ("四、举措和成效", "第2段"),
        ("四、举措和成效", "第2段"),
        ("四、举措和成效", "表名"),
        ("四、举措和成效", "表格第1行"),
        ("四、举措和成效", "表格第2行"),
        ("五、不足和原因", "第2条原因"),
        ("六、下年安排", "第2条"),
        ("七、其他情况", "标题"),
        ("附件", "附件1标题"),
    ]


def test_what_an_input_method_composes_is_looked_for_only_once_it_is_text(finding: Finding) -> None:
    begin_finding(finding.workplace, Scope.WHOLE)
    box = finding.page.top.box
    assert box.hasFocus()
    compose(box, "yingyi")
    finding.press(_Key.Key_Return)
    finding.qtbot.wait(150)
    assert finding.page.search.query.words == ""
    compose(box, "", "应议")
    until(finding.qtbot, lambda: finding.page.search.results.hits)
    assert finding.page.search.current == -1


def test_this_part_says_how_many_there_are_elsewhere(finding: Finding) -> None:
    finding.show("plans")
    page = finding.look_for("应议", Scope.PART)
    assert page.top.count.full_text() == f"1处，全文{page.search.results.whole}处"
    finding.show("leader")
    assert page.top.count.full_text() == "本部分没有“应议”。"
    assert page.nothing.link.isVisibleTo(page)
    page.nothing.link.click()
    assert len(page.search.results.hits) == page.search.results.whole
    assert page.top.scopes.choice is Scope.WHOLE


def test_nothing_found_and_nothing_asked(finding: Finding) -> None:
    page = finding.look_for("行政复古")
    assert page.top.count.full_text() == "全文没有“行政复古”。"
    assert page.nothing.isVisibleTo(page)
    assert not page.top.next.isEnabled()
    step_finding(finding.workplace, 1)
    assert page.top.box.hasFocus()
    page.top.box.show_words("")
    assert page.top.count.full_text() == ""
    page.top.box.show_words("　 ")
    assert page.top.count.full_text() == ""


def test_width_and_case_count_when_they_are_told_to(finding: Finding) -> None:
    page = finding.look_for("a类")
    assert len(page.search.results.hits) == 1
    page.top.exact.click()
    assert not page.search.results.hits


def test_selected_words_are_looked_for(finding: Finding) -> None:
    text = finding.prose()
    text.setFocus()
    text.place_cursor("p2", 2, 2)
    begin_finding(finding.workplace)
    assert finding.page.top.box.words == "应议"
    assert finding.page.search.scope is Scope.PART
    assert finding.page.top.box.selectedText() == "应议"
    text.selectAll()
    text.setFocus()
    begin_finding(finding.workplace, Scope.WHOLE)
    assert finding.page.top.box.words == "应议"


def test_steps_go_round_and_round_and_leave_the_focus_in_the_box(finding: Finding) -> None:
    finding.prose().setFocus()
    page = finding.look_for("应议")
    count = len(page.search.results.hits)
    first = page.search.step(1, None)
    assert first == 0
    seen = []
    for _step in range(count):
        finding.press(_Key.Key_Return)
        seen.append(page.search.current)
        assert page.top.box.hasFocus()
    assert sorted(seen) == list(range(count))
    finding.press(_Key.Key_Return, _SHIFT)
    assert page.search.current == seen[-2]
    finding.press(_Key.Key_Down)
    assert page.search.current == seen[-1]
    assert page.list.currentIndex().row() == page.model.row_of(seen[-1])
    step_finding(finding.workplace, 1)
    assert page.search.current == seen[0]
    assert page.top.box.hasFocus()


def test_a_search_begins_where_the_cursor_is(finding: Finding) -> None:
    text = finding.prose()
    text.focus_block("p2", 5)
    until(finding.qtbot, lambda: finding.workplace.panel._place.block == "p2")
    page = finding.look_for("应议")
    finding.press(_Key.Key_Return)
    hit = page.search.hit
    assert hit is not None
    assert (hit.spot.place.block, hit.start) == ("p2", 9)


def test_in_the_text_f3_goes_on_from_the_cursor(finding: Finding) -> None:
    page = finding.look_for("应议")
    text = finding.prose()
    text.focus_block("p3")
    step_finding(finding.workplace, -1)
    hit = page.search.hit
    assert hit is not None
    assert hit.spot.row == 1
    assert text.hasFocus()
    text.focus_block("p1", 0)
    step_finding(finding.workplace, 1)
    assert page.search.hit is not None
    assert page.search.hit.spot.place.block == "p1"
    assert selected(text) == "应议"


def test_a_rare_character_before_a_hit_counts_as_one(finding: Finding) -> None:
    page = finding.look_for("应议")
    place = next(at for at, hit in enumerate(page.search.results.hits) if hit.spot.place.block == "p2")
    page.list.setCurrentIndex(page.model.index(page.model.row_of(place)))
    page.list.setFocus()
    finding.press(_Key.Key_Return)
    text = finding.prose()
    assert text.hasFocus()
    assert selected(text) == "应议"
    assert text.textCursor().selectionStart() == text.prose.block_of("p2").position() + 3


def go_to(finding: Finding, section: str, part: str = "", row: int = -1) -> QWidget:
    page = finding.page
    hits = enumerate(page.search.results.hits)
    wanted = (section, part, row)
    found = (place for place, one in hits if (one.spot.place.section, one.spot.part, one.spot.row) == wanted)
    page.go_to(next(found), focus=True)
    return focus()


def test_every_kind_of_field_selects_the_words(finding: Finding) -> None:
    finding.look_for("应议")
    line = go_to(finding, "front")
    assert isinstance(line, QLineEdit)
    assert (line.accessibleName(), line.selectedText()) == ("标题", "应议")
    box = go_to(finding, finding.section("shortfalls"), "cause")
    assert isinstance(box, GrowingText)
    assert (selected(box), box.toPlainText()) == ("应议", "应议件多")
    box = go_to(finding, finding.section("plans"))
    assert isinstance(box, GrowingText)
    assert (selected(box), box.toPlainText()) == ("应议", "减少应议")
    line = go_to(finding, finding.section("other"), "heading")
    assert isinstance(line, QLineEdit)
    assert (line.selectedText(), line.text()) == ("应议", "应议情况")
    line = go_to(finding, finding.report.attachments[0].id, "title")
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "应议"
    text = go_to(finding, finding.section("measures"), "", 1)
    assert isinstance(text, QTextEdit)
    assert selected(text) == "\ufffc"
    before = finding.report
    assert finding.opened.report is before


def test_only_the_last_hit_gone_to_is_selected(finding: Finding) -> None:
    finding.workplace.show_part("front")
    page = finding.look_for("县", Scope.PART)
    for _step in range(3):
        page.step(1)
    lines = finding.workplace.page_of("front").findChildren(QLineEdit)
    assert [line.selectedText() for line in lines if line.hasSelectedText()] == ["县"]


def test_esc_goes_to_the_hit_and_without_one_to_where_the_cursor_was(finding: Finding) -> None:
    text = finding.prose()
    text.focus_block("p3", 2)
    until(finding.qtbot, lambda: finding.workplace.panel._place.block == "p3")
    page = finding.look_for("全部照旧", Scope.PART)
    finding.press(_Key.Key_Escape)
    assert text.hasFocus()
    assert text.cursor_place() == ("p3", 2)
    finding.look_for("应议", Scope.PART)
    finding.press(_Key.Key_Return)
    page.list.setFocus()
    finding.press(_Key.Key_Escape)
    assert text.hasFocus()
    assert selected(text) == "应议"
    assert not page.top.box.hasFocus()


def test_hits_follow_what_is_typed(finding: Finding) -> None:
    text = finding.prose()
    page = finding.look_for("应议", Scope.PART)
    count = len(page.search.results.hits)
    page.step(1)
    current = page.search.hit
    assert current is not None
    text.focus_block("p3", 0)
    type_chinese(text, "应议")
    until(finding.qtbot, lambda: len(page.search.results.hits) == count + 1)
    assert page.search.hit == current
    section = finding.section("measures")
    report = set_field(finding.report, section, TEXT_FIELD, (Paragraph("p3", "空了。"),))
    finding.opened.apply("删", Place(section), report)
    until(finding.qtbot, lambda: not page.search.results.hits)
    assert page.search.hit is None
    assert page.top.count.full_text().startswith("本部分没有")


def test_two_thousand_hits_are_rows_and_not_widgets(finding: Finding) -> None:
    section = finding.section("measures")
    many = tuple(Paragraph(f"m{number}", "县局县局") for number in range(1000))
    finding.opened.apply("多", Place(section), set_field(finding.report, section, TEXT_FIELD, many))
    finding.workplace.show_step(Place(""))
    finding.show("measures")
    before = len(finding.workplace.findChildren(QWidget))
    page = finding.look_for("县局", Scope.PART)
    assert len(page.search.results.hits) == 2000
    page.step(-1)
    added = len(finding.workplace.findChildren(QWidget)) - before
    assert added < 60
    assert page.model.rowCount() == 2001


def test_long_words_are_not_cut_and_breaks_go(finding: Finding) -> None:
    page = finding.look_for("应\n议\t")
    assert page.search.query.words == "应议 "
    long = "县" * 40_000
    page.top.box.show_words(long)
    assert page.search.query.words == long
    assert len(page.top.count.full_text()) < 40


def test_the_year_of_the_report_is_changed_elsewhere(finding: Finding) -> None:
    page = finding.look_for(str(finding.report.year))
    assert page.top.hint.isVisibleTo(page)
    page.top.box.show_words("应议")
    assert not page.top.hint.isVisibleTo(page)


def test_a_closed_page_gives_the_focus_to_the_text(finding: Finding) -> None:
    text = finding.prose()
    finding.look_for("应议", Scope.PART)
    finding.press(_Key.Key_Return)
    finding.workplace.panel.close_button.click()
    assert text.hasFocus()
    assert not text.extraSelections()


def test_a_section_without_a_type_is_searched(finding: Finding) -> None:
    section = replace(finding.report.sections[0], id="own", kind=None, heading="自设应议")
    report = replace(finding.report, sections=(*finding.report.sections, section))
    finding.opened.apply("加", Place(""), report)
    finding.workplace.show_step(Place(""))
    finding.look_for("自设应议")
    line = go_to(finding, "own", "heading")
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "自设应议"


def test_after_another_part_was_chosen_the_next_hit_is_one_of_it(finding: Finding) -> None:
    page = finding.look_for("应议")
    page.step(1)
    finding.workplace.column.setFocus()
    finding.show("shortfalls")
    until(finding.qtbot, lambda: finding.workplace.panel._place.section == finding.section("shortfalls"))
    page.top.box.setFocus()
    page.step(1)
    hit = page.search.hit
    assert hit is not None
    assert hit.spot.place.section == finding.section("shortfalls")


def test_the_list_stays_where_it_was_scrolled_to_while_the_clerk_types(finding: Finding) -> None:
    section = finding.section("measures")
    many = tuple(Paragraph(f"m{number}", "县局县局") for number in range(100))
    finding.opened.apply("多", Place(section), set_field(finding.report, section, TEXT_FIELD, many))
    finding.workplace.show_step(Place(""))
    text = finding.prose()
    page = finding.look_for("县局", Scope.PART)
    page.step(1)
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    text.focus_block("m3")
    type_chinese(text, "新的县局")
    until(finding.qtbot, lambda: len(page.search.results.hits) == 201)
    assert bar.value() == before
    assert page.search.hit is not None
    assert page.search.hit.spot.place.block == "m0"
