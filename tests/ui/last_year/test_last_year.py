"""The page 去年: it follows cursor and report, shows what differs, leads to the form, takes words back, can be read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Pair, Pairs, Paragraph
from report.document import Place
from report.edits import set_field, set_front, set_preface
from report.last_year import unchanged_count
from report.report import TEXT_FIELD, Report
from report.word_differences import Part
from report.year_alignment import MatchKind
from tests.ui.accessible import walk
from tests.ui.last_year.conftest import GONE, SECTION
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui.comparing.row import PassageRow
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.last_year.page import LastYearPage
from ui.parts.labels import Label
from ui.theme import Scheme, Theme


def kinds(page: LastYearPage) -> list[MatchKind]:
    return [one.kind for one in page.shown]


def row_of(page: LastYearPage, kind: MatchKind) -> PassageRow:
    return page.list.rows[kinds(page).index(kind)]


def prose(workplace: Workplace) -> SectionPage:
    section = workplace.desk.opened.report.sections[SECTION]
    workplace.show_part(section.id)
    found = workplace.page_of(section.id)
    assert isinstance(found, SectionPage)
    assert found.prose is not None
    found.prose.text.setFocus()
    return found


def formats(row: PassageRow) -> dict[str, QTextLayout.FormatRange]:
    assert row.wording is not None
    text = row.wording.layout.text()
    return {text[one.start : one.start + one.length]: one for one in row.wording.layout.formats()}  # type: ignore[misc]


def words_shown(page: LastYearPage) -> str:
    return "".join(one.text() for one in page.findChildren(Label) if one.isVisibleTo(page))


# What is shown


def test_each_paragraph_says_what_became_of_it(page: LastYearPage, qtbot: QtBot) -> None:
    counts = {kind: page.comparison.count(kind) for kind in MatchKind}
    assert [counts[kind] for kind in (MatchKind.CHANGED, MatchKind.ADDED, MatchKind.REMOVED)] == [1, 1, 1]
    total, same = sum(counts.values()), counts[MatchKind.UNCHANGED]
    assert page.legend.counts.full_text() == f"{total}段：1改，1增，1删，{same}未动"
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    differing = (MatchKind.CHANGED, MatchKind.ADDED, MatchKind.REMOVED)
    chips = [row_of(page, kind).chip for kind in differing]
    assert [chip.text for chip in chips if chip] == ["已改", "今年新增", "去年有今年没有"]


def test_removed_words_are_struck_and_new_ones_underlined(page: LastYearPage, theme: Theme, qtbot: QtBot) -> None:
    row = row_of(page, MatchKind.CHANGED)
    until(qtbot, lambda: row.wording is not None)
    assert row.wording is not None
    parts = {(one.part, one.text) for one in row.wording.stretches if one.part is not Part.SAME}
    assert parts == {(Part.REMOVED, "9"), (Part.ADDED, "1")}
    found = formats(row)
    removed, added = found["9"].format, found["1"].format  # type: ignore[attr-defined]
    assert (removed.fontStrikeOut(), removed.fontUnderline()) == (True, False)
    assert (added.fontStrikeOut(), added.fontUnderline()) == (False, True)
    assert removed.background().color() == theme.colour("red_tint")
    assert added.background().color() == theme.colour("accent_tint")
    bold = [one for one in found.values() if one.format.fontWeight() > 400]  # type: ignore[attr-defined]
    assert len(bold) == 1


def test_headings_that_stay_have_no_chip(page: LastYearPage, qtbot: QtBot) -> None:
    row = page.list.rows[0]
    assert page.shown[0].is_kept_heading
    until(qtbot, lambda: row.chip is not None)
    assert row.chip is not None
    assert not row.chip.isVisibleTo(page)


def test_the_head_says_the_year_and_how_much_still_stands(page: LastYearPage, workplace: Workplace) -> None:
    unchanged = workplace.panel.meta.full_text()
    assert unchanged.startswith("2023年度，全文还有")
    assert unchanged.endswith("段未改动")


def test_what_is_kept_counts_as_what_is_compared_anew(page: LastYearPage, workplace: Workplace, last: Report) -> None:
    opened = workplace.desk.opened
    count = unchanged_count(opened.type, opened.report, last)
    assert workplace.panel.meta.full_text() == f"2023年度，全文还有{count}段未改动"


def test_all_rows_are_laid_out_in_the_end_one_below_the_other(page: LastYearPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    top = 0
    for row in page.list.rows:
        assert row.y() == top
        top += row.height()


def test_front_matter_shows_what_differs(page: LastYearPage, workplace: Workplace, last: Report, qtbot: QtBot) -> None:
    workplace.show_last_year(set_front(last, "title", "青溪县应急管理局2023年法治政府建设年度报告"))
    workplace.show_part("front")
    until(qtbot, lambda: kinds(page) == [MatchKind.CHANGED])
    assert page.list.rows[0].accessibleName().startswith("已改，标题：青溪县")
    workplace.show_last_year(last)
    assert "与去年相同" in words_shown(page)


# Following


def test_it_follows_the_cursor(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    section = prose(workplace)
    assert section.prose is not None
    for block in (section.prose.text.value[-1], section.prose.text.value[1]):
        section.prose.text.focus_block(block.id)

        def is_marked(wanted: str = block.id) -> bool:
            marked = [one.passage.after for one in page.list.rows if one.current]
            return [one.place.block for one in marked if one] == [wanted]

        until(qtbot, is_marked)
        row = next(one for one in page.list.rows if one.current)
        top = page.list.verticalScrollBar().value()
        assert top <= row.y() < top + page.list.viewport().height()


def test_what_is_typed_is_compared_and_nothing_else_is_laid_out_anew(
    page: LastYearPage, workplace: Workplace, qtbot: QtBot
) -> None:
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    section = prose(workplace)
    assert section.prose is not None
    same = next(one for one in page.shown if one.kind is MatchKind.UNCHANGED and not one.is_kept_heading)
    assert same.after is not None
    section.prose.text.focus_block(same.after.place.block)
    before = {id(row): row.wording for row in page.list.rows}
    changed = row_of(page, MatchKind.CHANGED)
    index = page.shown.index(same)
    type_chinese(section.prose.text, "又记一笔。")
    until(qtbot, lambda: page.shown[index].kind is MatchKind.CHANGED)
    rows = page.list.rows
    assert [row for row in rows if row.wording is not before[id(row)]] == [rows[index]]
    assert changed in rows


def test_the_place_that_is_seen_stays_while_others_change(
    page: LastYearPage, workplace: Workplace, qtbot: QtBot
) -> None:
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = next(row for row in page.list.rows if row.y() + row.height() > bar.value())
    seen = top.y() - bar.value()
    opened = workplace.desk.opened
    section = opened.report.sections[SECTION]
    blocks = (Paragraph("new", "新写在最前面的一段。" * 20), *section.text)
    opened.apply("添加", Place(section.id), set_field(opened.report, section.id, TEXT_FIELD, blocks))
    until(qtbot, lambda: page.list.rows[0].passage.kind is MatchKind.ADDED)
    assert top.y() - bar.value() == seen
    assert bar.value() > 0


def test_out_of_sight_it_rests(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    shown = page.shown
    workplace.panel.show_page("")
    opened = workplace.desk.opened
    opened.apply("改", Place("preface"), set_preface(opened.report, ()))
    with qtbot.waitSignal(opened.rested):
        pass
    workplace.show_part("preface")
    assert page.shown == shown
    workplace.panel.show_page("last_year")
    until(qtbot, lambda: page.shown != shown)


# Going there, taking back


def test_a_click_leads_to_the_place_in_the_form(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_part("preface")
    workplace.show_part(workplace.desk.opened.report.sections[SECTION].id)
    row = row_of(page, MatchKind.CHANGED)
    until(qtbot, lambda: row.wording is not None)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row._gutter + 1, row._text_top() + 40))
    section = prose(workplace)
    assert section.prose is not None
    assert row.passage.after is not None
    entry, offset = section.prose.cursor_entry()
    assert entry == row.passage.after.place.block
    assert offset > 10
    assert section.prose.text.hasFocus()


def test_words_are_taken_back_and_undone(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    opened = workplace.desk.opened
    before = opened.report
    section = prose(workplace)
    assert section.prose is not None
    row = row_of(page, MatchKind.CHANGED)
    until(qtbot, lambda: row.link is not None)
    assert row.link is not None
    row.link.click()
    assert "9项" in str(section.prose.text.value[1])
    assert opened.undo_name == "取回去年的一段"
    assert MatchKind.CHANGED not in kinds(page)
    page.take_back(kinds(page).index(MatchKind.REMOVED))
    assert GONE in [one.text for one in section.prose.text.value if isinstance(one, Paragraph)]
    assert section.prose.text.textCursor().block().text() == GONE
    opened.undo()
    opened.undo()
    assert opened.report == before
    until(qtbot, lambda: MatchKind.CHANGED in kinds(page))


def test_only_what_differs_can_be_taken_back(page: LastYearPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    for row in page.list.rows:
        has = row.link is not None and row.link.isVisibleTo(page)
        assert has == (row.passage.kind in (MatchKind.CHANGED, MatchKind.REMOVED))


# The original


def test_the_original_can_be_selected_by_keys_and_copied(page: LastYearPage, qtbot: QtBot) -> None:
    page.ways.button("original").click()
    text = page.original
    assert text.isVisible()
    assert not page.legend.isVisible()
    assert GONE in text.toPlainText()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert GONE in QGuiApplication.clipboard().text()
    before = text.toPlainText()
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before


def test_the_original_follows_and_leads_to_the_form(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    page.ways.button("original").click()
    section = prose(workplace)
    assert section.prose is not None
    section.prose.text.focus_block(section.prose.text.value[-1].id)
    last = len(page.comparison.before) - 1
    until(qtbot, lambda: [mark for *_rest, mark in page.original.numbers()][-1:] == [True])
    assert page.original.verticalScrollBar().value() > 0
    page.original.moveCursor(page.original.textCursor().MoveOperation.Start)
    qtbot.keyClick(page.original, Qt.Key.Key_Down)
    qtbot.keyClick(page.original, Qt.Key.Key_Return)
    assert section.prose.text.hasFocus()
    assert section.prose.cursor_entry()[0] != section.prose.text.value[last].id


# Keys and names


def test_keys_walk_through_the_passages(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    rows = page.list.rows
    page.list.follow(0, reveal=False)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert [row.focusPolicy() is Qt.FocusPolicy.StrongFocus for row in rows[:3]] == [False, True, False]
    qtbot.keyClick(rows[1], Qt.Key.Key_End)
    assert rows[-1].hasFocus()
    bar = page.list.verticalScrollBar()
    assert bar.value() + page.list.viewport().height() >= rows[-1].y()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Home)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    section = prose(workplace)
    assert section.prose is not None
    after = rows[1].passage.after
    assert after is not None
    assert section.prose.cursor_entry()[0] == after.place.block


def test_tab_goes_from_a_passage_to_its_link_and_esc_to_the_text(
    page: LastYearPage, workplace: Workplace, qtbot: QtBot
) -> None:
    section = prose(workplace)
    row = row_of(page, MatchKind.CHANGED)
    until(qtbot, lambda: row.link is not None)
    page.list._go_to(page.list.index_of(row))
    qtbot.keyClick(row, Qt.Key.Key_Tab)
    assert row.link is not None
    assert row.link.hasFocus()
    qtbot.keyClick(row.link, Qt.Key.Key_Escape)
    assert section.prose is not None
    assert section.prose.text.hasFocus()


def test_a_screen_reader_hears_what_became_of_each(page: LastYearPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: all(row.wording for row in page.list.rows))
    names = [node.name for node in walk(page)]
    number = kinds(page).index(MatchKind.CHANGED) + 1
    assert any(name.startswith(f"已改，第{number}段：严格重大行政决策程序。") for name in names)
    assert any(name.startswith("去年有今年没有，第") and GONE in name for name in names)
    assert "取回去年这段" in names
    assert "看差异" in [node.name for node in walk(page.ways)]
    assert row_of(page, MatchKind.CHANGED).accessibleDescription().startswith("去年：严格重大")


# Nothing there


def test_without_a_report_of_the_year_before(page: LastYearPage, workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_last_year(None)
    assert "没有找到青溪县应急管理局2023年度的报告。把去年的报告导入后，这里逐段对照。" in words_shown(page)
    with qtbot.waitSignal(workplace.import_wished):
        page.nothing.import_button.click()
    opened = workplace.desk.opened
    opened.apply("改", Place("front"), set_front(opened.report, "office", ""))
    until(qtbot, lambda: "填上单位和报告年度" in words_shown(page))
    assert not page.nothing.import_button.isVisible()


def test_a_section_that_was_not_there(page: LastYearPage, workplace: Workplace, last: Report) -> None:
    workplace.show_last_year(replace(last, sections=last.sections[:SECTION]))
    assert "去年没有这一部分" in words_shown(page)


def test_both_years_empty(page: LastYearPage, workplace: Workplace, last: Report, qtbot: QtBot) -> None:
    workplace.show_last_year(set_preface(last, ()))
    workplace.show_part("preface")
    until(qtbot, lambda: page.shown and page.shown[0].kind is MatchKind.ADDED)
    opened = workplace.desk.opened
    opened.apply("删去", Place("preface"), set_preface(opened.report, ()))
    until(qtbot, lambda: "两年都是空的" in words_shown(page))


def test_only_this_year_has_something(page: LastYearPage, workplace: Workplace, last: Report, qtbot: QtBot) -> None:
    workplace.show_last_year(set_preface(last, ()))
    workplace.show_part("preface")
    page.ways.button("original").click()
    until(qtbot, lambda: "去年这一部分是空的" in words_shown(page))


def test_everything_as_it_was(page: LastYearPage, workplace: Workplace) -> None:
    workplace.show_last_year(replace(workplace.desk.opened.report, id="last", year=2023))
    assert page.legend.counts.full_text().endswith("段都未改动，还没有写成今年的")


@pytest.mark.parametrize("look", ["dark", "zoom"])
def test_other_looks(page: LastYearPage, theme: Theme, look: str, qtbot: QtBot) -> None:
    row = row_of(page, MatchKind.CHANGED)
    until(qtbot, lambda: row.wording is not None)
    height = row.height()
    try:
        if look == "zoom":
            theme.set_zoom(1.5)
        else:
            theme.set_scheme(Scheme.DARK)
        until(qtbot, lambda: row.wording is not None and formats(row)["9"])
        QApplication.processEvents()
        assert formats(row)["9"].format.background().color() == theme.colour("red_tint")  # type: ignore[attr-defined]
        assert (row.height() > height) == (look == "zoom")
    finally:
        theme.set_zoom(1.0)
        theme.set_scheme(Scheme.LIGHT)


def test_the_cursor_in_a_row_of_pairs_marks_what_is_printed_of_it(
    page: LastYearPage, workplace: Workplace, last: Report, qtbot: QtBot
) -> None:
    opened = workplace.desk.opened
    section = next(one for one in opened.report.sections if one.kind == "shortfalls")
    for joined, wanted in ((True, "pairs"), (False, "p2")):
        pairs = Pairs("主要有：", (Pair("p1", "力量薄弱", "编制少"), Pair("p2", "宣传不够", "办法不多")), joined)
        report = set_field(set_field(opened.report, section.id, TEXT_FIELD, ()), section.id, "pairs", pairs)
        opened.apply("改", Place(section.id, "pairs"), report)
        workplace.show_step(Place(section.id, "pairs", "p2"))
        until(qtbot, lambda: page._place.block == "p2" and page.list.isVisible())
        page._update()
        marked = [row.passage.after for row in page.list.rows if row.current]
        assert [one.place.block for one in marked if one] == [wanted]
        workplace.show_part("preface")
        until(qtbot, lambda: page._part == "preface")
