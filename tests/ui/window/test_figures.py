"""The sheet of figures in the program: earlier years from the store, what is folded, the status line."""

from dataclasses import replace
from decimal import Decimal

from pytestqt.qtbot import QtBot

from report.document import FIGURES, Place
from report.indicators import edits
from report.indicators.figures import Figure
from report.report import Report
from tests.ui.waiting import until
from tests.ui.window.steps import Start, open_sample, saved, section_page
from ui.application import Application
from ui.figures.page import FiguresPage
from ui.main_window import MainWindow


def sheet(window: MainWindow) -> FiguresPage:
    assert window.session is not None
    workplace = window.session.workplace
    workplace.show_part(FIGURES)
    page = workplace.page_of(FIGURES)
    assert isinstance(page, FiguresPage)
    return page


def store_year(program: Application, like: Report, year: int, value: str) -> None:
    kind = next(one for one in program.context.types if one.id == like.type.id)
    figure = {"penalties": Figure(Decimal(value))}
    report = edits.set_many(
        kind, replace(like, id=f"r{year}", year=year, figures=replace(like.figures, given={})), figure
    )
    program.archive.do(lambda store: store.create(report, "")).result(20)


def test_earlier_years_are_read_when_the_sheet_is_shown(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    opened = window.session.opened
    year = opened.report.year
    assert year is not None
    store_year(program, opened.report, year - 1, "31")
    store_year(program, opened.report, year - 3, "28")
    page = sheet(window)
    until(qtbot, lambda: set(page.ledger.history) == {year - 1, year - 3})
    page.ledger.type_in("penalties", "46")
    amounts = [one.amount for one in page.ledger.series("penalties")]
    assert amounts == [None, Decimal(28), None, Decimal(31), Decimal(46)]


def test_what_was_folded_is_remembered(start: Start, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    until(qtbot, lambda: page.figures.block is not None)
    assert page.figures.block is not None
    was_open = page.figures.block.is_open
    until(qtbot, lambda: page.isVisible())
    assert window.session is not None
    until(qtbot, lambda: window.session.workplace._figures.part is not None)  # type: ignore[union-attr]
    page.figures.block.toggle()
    assert page.figures.block.is_open is not was_open
    saved(window, qtbot)
    again = start()
    until(qtbot, lambda: bool(again.context.settings.folds))
    assert again.context.settings.folds == {"figures-measures": int(not was_open)}


def test_the_status_line_tells_of_the_value_and_then_of_the_length(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    page = sheet(window)
    window.activateWindow()
    assert window.session is not None
    window.session.workplace.show_place(Place(FIGURES, "penalties"))
    until(qtbot, lambda: window.status.hint.text().startswith("行政处罚决定："))
    assert window.status.help.text() == "空＝未填，0＝零，输入“/”＝不适用"
    page.tools.search.setFocus()
    assert not window.status.hint.isVisible()
    assert window.status.count.isVisible()
