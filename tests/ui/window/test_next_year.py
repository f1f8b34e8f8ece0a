"""This year's report from last year's: two clicks, then the numbers are given and the text is looked at."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.pdf.export import export_pdf, faces_for
from report.carrying import carried, confirm
from report.compose import Copy, compose
from report.holes import Lack, find_holes
from report.indicators.quoting import quotations, values_in
from report.report import Report
from storage.reading import read_listings, read_report
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import import_text, saved
from ui.application import Application
from ui.dialogs.places import PlacesDialog
from ui.editor.page import Page
from ui.fields.prose.editor import ProseEditor
from ui.last_year.page import LastYearPage
from ui.main_window import MainWindow
from ui.open_report import OpenReport
from ui.parts.labels import ElidedLabel, Link
from ui.quoting.desk import QuotingDesk

LAST = """青溪县水务局2024年法治政府建设年度报告
2024年，县水务局依法履职，现报告如下：
一、2024年度推进法治政府建设的主要举措和成效
（一）严格执法
全年检查企业120家次，立案46件，作出行政处罚决定46件，罚没款12.50万元。
深入贯彻二十届三中全会精神，组织联合巡河31次。
二、2024年度推进法治政府建设存在的不足和原因
执法力量还不够，主要原因是编制有限。
三、2025年度推进法治政府建设的主要安排
2025年6月底前配齐执法装备。
青溪县水务局
2025年1月6日
"""


def opened(window: MainWindow) -> OpenReport:
    assert window.session is not None
    return window.session.opened


def roll_on(program: Application, qtbot: QtBot) -> MainWindow:
    window = program.window
    before = opened(window).report.id
    window.header.actions_by_id["next_year"].trigger()
    until(qtbot, lambda: window.session is not None and opened(window).report.id != before)
    return window


def editor_of(window: MainWindow, place_section: str) -> ProseEditor:
    assert window.session is not None
    workplace = window.session.workplace
    workplace.show_part(place_section)
    page = workplace.page_of(place_section)
    assert isinstance(page, Page)
    return next(one.editor for one in page.bindings if isinstance(one.editor, ProseEditor) and one.editor.text.value)


def give_every_number(window: MainWindow, report: Report) -> None:
    """On the card of each number that is waited for, a clerk types another one than last year's."""
    number = 500
    for quotation in list(quotations(report)):
        values = values_in(opened(window).type, opened(window).report)
        if values.amount(quotation.link.indicator) is not None:
            continue
        editor = editor_of(window, quotation.place.section)
        current = next(
            one for one in quotations(opened(window).report, quotation.link.indicator) if one.place == quotation.place
        )
        editor.text.place_cursor(current.place.block, current.link.start + 1)
        desk = editor.findChild(QuotingDesk)
        assert isinstance(desk, QuotingDesk)
        QTest.keyClick(editor.text, Qt.Key.Key_F2)
        assert desk.card is not None
        number += 1
        QTest.keyClicks(desk.card.box, str(number) if values.unit(quotation.link.indicator) != "%" else "97.3")
        QTest.keyClick(desk.card.box, Qt.Key.Key_Return)
        assert desk.card is None, desk.card and desk.card.problem.text()


def pdf_text(window: MainWindow, folder: Path) -> str:
    document = compose(opened(window).type, opened(window).report, Copy.DRAFT)
    path = folder / "out.pdf"
    path.write_bytes(export_pdf(document, faces_for(document), datetime(2026, 1, 6, tzinfo=UTC)))
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def test_two_clicks_begin_it_and_nothing_of_last_years_numbers_is_left(
    program: Application, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(LAST, encoding="utf-8")
    window = import_text(program, path, qtbot)
    last = opened(window).report
    assert values_in(opened(window).type, last).amount("penalties") == 46
    roll_on(program, qtbot)
    report = opened(window).report
    assert (report.year, report.front.office) == (2025, "青溪县水务局")
    assert {one.year for one in read_listings(folder)} >= {2024, 2025}
    give_every_number(window, report)
    assert not [one for one in find_holes(opened(window).type, opened(window).report) if one.lack is Lack.VALUE]
    text = pdf_text(window, tmp_path).replace("\r\n", "")
    assert "2025年" in text
    for old in ("2024", "120家次", "46件", "12.50", "31次"):
        assert not re.search(rf"(?<![0-9.]){re.escape(old)}", text)
    saved(window, qtbot)
    assert read_report(folder, report.id).report == opened(window).report


def test_what_is_carried_is_confirmed_beside_last_year(program: Application, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(LAST, encoding="utf-8")
    import_text(program, path, qtbot)
    window = roll_on(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    measures = opened(window).report.sections[0].id
    editor = editor_of(window, measures)
    until(qtbot, lambda: len(editor.text.carried) == 2)
    workplace.panel.show_page("last_year")
    page = workplace.panel.page("last_year")
    assert isinstance(page, LastYearPage)
    until(qtbot, lambda: any(row.link is not None and row.link.text() == "确认沿用" for row in page.list.rows))
    before = len(list(carried(opened(window).report)))
    row = next(row for row in page.list.rows if row.link is not None and row.link.text() == "确认沿用")
    assert row.link is not None
    QTest.mouseClick(row.link, Qt.MouseButton.LeftButton)
    assert len(list(carried(opened(window).report))) == before - 1
    until(qtbot, lambda: len(editor.text.carried) == 1)
    block = next(iter(editor.text.carried))
    editor.text.focus_block(block, 0)
    type_chinese(editor.text, "今年")
    until(qtbot, lambda: not editor.text.carried)
    opened(window).undo()
    until(qtbot, lambda: len(editor.text.carried) == 1)


def test_the_status_line_says_what_nobody_looked_at_and_leads_there(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "last.txt"
    path.write_text(LAST, encoding="utf-8")
    window = import_text(program, path, qtbot)
    assert not window.status.unread.isVisible()
    window = roll_on(program, qtbot)
    count = sum(1 for _place in carried(opened(window).report))
    assert window.status.unread.text() == f"{count}段未改动"
    told: list[str] = []

    def choose(dialog: PlacesDialog) -> int:
        told.extend(label.full_text() for label in dialog.findChildren(ElidedLabel))
        links = {link.accessibleName(): link for link in dialog.findChildren(Link)}
        next(link for name, link in links.items() if "二十届三中全会" in name).click()
        return dialog.result()

    monkeypatch.setattr(PlacesDialog, "exec", choose)
    window.status.unread.click()
    assert any(one.startswith("第一部分第3段：深入贯彻二十届三中全会精神") for one in told)
    assert any("“二十届三中全会”" in one for one in told)
    assert window.session is not None
    report = opened(window).report
    assert window.session.workplace.current_part == report.sections[0].id
    opened(window).apply("", next(carried(report)), confirm(report, [one.block for one in carried(report)]))
    until(qtbot, lambda: not window.status.unread.isVisible())


def test_a_second_report_of_the_same_year_is_only_made_when_asked_for(
    program: Application, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(LAST, encoding="utf-8")
    window = import_text(program, path, qtbot)
    last = opened(window).report.id
    roll_on(program, qtbot)
    saved(window, qtbot)
    program.controller.open_report(last)
    until(qtbot, lambda: opened(window).report.id == last)
    window.header.actions_by_id["next_year"].trigger()
    until(qtbot, lambda: window.bars.stack.bar("notice") is not None)
    assert sum(one.year == 2025 for one in read_listings(folder)) == 1


@pytest.mark.seed
def test_the_published_report_is_rolled_on_and_filled_anew(
    program: Application, seed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = import_text(program, seed, qtbot)
    last = pdf_text(window, tmp_path)
    roll_on(program, qtbot)
    report = opened(window).report
    give_every_number(window, report)
    text = pdf_text(window, tmp_path).replace("\r\n", "")
    assert "2024" in last
    assert "2024" not in text
    assert "待填" not in text
    for old in ("260.5529", "279.8706", "12.615", "45.18", "174人次", "81次", "31起"):
        assert not re.search(rf"(?<![0-9.]){re.escape(old)}", text)
