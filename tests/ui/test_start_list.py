"""The list of the start page with many reports: the newest, the rest by year, and what is looked for."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui.icons import Icons
from ui.start_page.model import ReportEntry
from ui.start_page.report_list import FEW, ReportList
from ui.theme import Theme

OFFICES = ("青溪县应急管理局", "青溪县水利局", "青溪县教育局")


def entries(count: int) -> list[ReportEntry]:
    """The newest first, three a year."""
    return [
        ReportEntry(
            f"r{number}", 2025 - number // 3, office, f"{office}报告", "drafting", (), datetime(2026, 1, 1, tzinfo=UTC)
        )
        for number, office in enumerate(OFFICES[number % 3] for number in range(count))
    ]


@pytest.fixture
def many(theme: Theme, icons: Icons, qtbot: QtBot) -> ReportList:
    made = ReportList(theme, icons, entries(30), set(), large=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_few_reports_are_all_there_and_need_no_search(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    made = ReportList(theme, icons, entries(FEW), set(), large=True)
    qtbot.addWidget(made)
    assert len(made.cards) == FEW
    assert (made.search, made.years) == (None, {})


def test_of_many_the_newest_are_shown_and_the_rest_by_year(many: ReportList) -> None:
    assert len(many.cards) == FEW
    assert list(many.years) == [2021, 2020, 2019, 2018, 2017, 2016]
    assert many.years[2019].text() == "2019年度还有3份"
    many.years[2019].click()
    assert len(many.cards) == FEW + 3
    assert 2019 not in many.years


def test_what_is_looked_for_is_found_among_all(many: ReportList, qtbot: QtBot) -> None:
    assert many.search is not None
    type_chinese(many.search, "水利局 2016")
    until(qtbot, lambda: len(many.cards) == 1)
    assert many.years == {}
    many.search.clear()
    type_chinese(many.search, "财政")
    until(qtbot, lambda: len(many.cards) == 0)
    many.search.clear()
    until(qtbot, lambda: len(many.cards) == FEW)


def test_a_card_tells_which_report(many: ReportList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(many.opened) as told:
        many.cards[1].opened.emit()
    assert told.args == ["r1"]


def test_the_years_that_were_opened_stay_open(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    made = ReportList(theme, icons, entries(30), {2021, 2016}, large=False)
    qtbot.addWidget(made)
    assert len(made.cards) == FEW + 6
    assert list(made.years) == [2020, 2019, 2018, 2017]
