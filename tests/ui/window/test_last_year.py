"""The report of the year before is found in the archive, also one that was imported while the report was open."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from report import edits
from report.document import Place
from report.report import Report
from storage.records import Listing, State
from tests.ui.waiting import until
from ui import library
from ui.application import Application, declared
from ui.last_year.page import LastYearPage

NOW = datetime(2026, 1, 19, tzinfo=UTC)


def sample() -> Report:
    return library.sample_report(declared()[0])


def store(program: Application, report: Report) -> None:
    done: list[object] = []
    program.context.ask(lambda store: store.create(report, who="甲"), done.append)
    while not done:
        program.app.processEvents()


def open_page(program: Application, report: Report, qtbot: QtBot) -> LastYearPage:
    program.controller.open_report(report.id)
    until(qtbot, lambda: program.window.session is not None)
    session = program.window.session
    assert session is not None
    until(qtbot, lambda: session.workplace._panel_pages._last_year is not None)
    if session.workplace.panel.current != "last_year":
        program.window.header.actions_by_id["last_year"].trigger()
    page = session.workplace.panel.page("last_year")
    assert isinstance(page, LastYearPage)
    assert page.isVisible()
    return page


def test_a_report_imported_later_is_found_when_the_report_is_opened_again(program: Application, qtbot: QtBot) -> None:
    report = sample()
    store(program, report)
    page = open_page(program, report, qtbot)
    assert page.nothing.isVisible()
    wished: list[str] = []
    program.window.wished.disconnect(program.controller.fulfil)
    program.window.wished.connect(wished.append)
    page.nothing.import_button.click()
    assert wished == ["import_file"]
    program.window.wished.disconnect(wished.append)
    program.window.wished.connect(program.controller.fulfil)
    store(program, replace(report, id="last", year=2023))
    program.controller.go_home()
    page = open_page(program, report, qtbot)
    session = program.window.session
    assert session is not None
    session.workplace.show_part(report.sections[3].id)
    until(qtbot, lambda: page.list.isVisible() and page.list.rows)
    assert session.workplace.panel.meta.full_text().startswith("2023年度，")
    assert program.window.header.toggles["last_year"].isChecked()


def test_with_another_year_another_report_is_last_years(program: Application, qtbot: QtBot) -> None:
    report = sample()
    store(program, report)
    store(program, replace(report, id="older", year=2022))
    page = open_page(program, report, qtbot)
    assert page.nothing.isVisible()
    session = program.window.session
    assert session is not None
    opened = session.opened
    opened.apply("", Place("front", "year"), edits.set_year(opened.report, 2023))
    session.workplace.show_part(report.sections[3].id)
    until(qtbot, lambda: page.list.isVisible() and page.list.rows)
    opened.undo()
    until(qtbot, page.nothing.isVisible)


def listing(report: Report, **changes: object) -> Listing:
    made = Listing(
        report.id, "", "", "青溪县应急管理局", report.year, report.type, State.DRAFTING, False, NOW, NOW, None, ()
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_which_report_is_the_one_of_the_year_before() -> None:
    report = sample()
    other_type = replace(report.type, id="general")
    right = listing(report, id="right", year=2023)
    others = (
        listing(report),
        listing(report, id="older", year=2022),
        listing(report, id="other office", year=2023, office="青溪县水利局"),
        listing(report, id="trashed", year=2023, trashed=NOW, changed=NOW + timedelta(2)),
        listing(report, id="other type", year=2023, type=other_type, changed=NOW + timedelta(1)),
        listing(report, id="before", year=2023, changed=NOW - timedelta(1)),
    )
    assert library.year_before((*others, right), report) is right
    assert library.year_before(others[:4], report) is None
    assert library.year_before(others[4:5], report) is others[4]
    assert library.year_before((right,), replace(report, year=None)) is None
    assert library.year_before((right,), replace(report, front=replace(report.front, office=""))) is None
