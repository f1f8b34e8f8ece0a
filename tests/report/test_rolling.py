"""A report begun from last year's: its words with the years moved on, none of its numbers, all to be looked at."""

from dataclasses import replace
from pathlib import Path

import pytest

from report import edits as text_edits
from report.carrying import carried, confirm, is_carried
from report.content import Attachment, Pair, Pairs, Paragraph, Table
from report.document import Place
from report.holes import Lack, find_holes
from report.indicators import edits
from report.indicators.figures import Figure
from report.indicators.quoting import quotations, values_in
from report.leftovers import LeftoverKind, leftovers
from report.loader import load_types
from report.report import TEXT_FIELD, Report
from report.rolling import roll_on
from report.texts import texts
from resources import resource
from tests.report.builders import make_report, make_section

TYPE = next(one for one in load_types(Path(resource("templates"))) if one.id == "statutory")


@pytest.fixture
def last() -> Report:
    measures = make_section(
        "measures",
        "依法办案",
        "2024年，作出行政处罚决定46件，罚没款12.50万元；未发生行政诉讼案件。",
        "坚持学习，深入贯彻二十届三中全会精神，今年以来成效明显。",
        "联合巡河31次。",
        levels=(2, 0, 0, 0),
    )
    shortfalls = make_section("shortfalls", pairs=Pairs("主要有：", (Pair("p1", "2024年人少", "编制不足"),)))
    table = Table("t", (("类别", "件数（件）"), ("河道", "27"), ("合计", "46")), 1, "2024年度统计表")
    made = make_report(replace(measures, done=True), shortfalls)
    made = replace(
        made,
        type=replace(made.type, id="statutory"),
        front=replace(made.front, title="某局2024年法治政府建设年度报告", document_number="某发〔2025〕1号"),
        preface=(Paragraph("pre", "2024年，现报告如下："),),
        attachments=(Attachment("att", "2024年度统计表", (table,)),),
    )
    return edits.set_figure(TYPE, made, "officers", Figure(source="执法股，1月8日"))


@pytest.fixture
def rolled(last: Report) -> Report:
    return roll_on(TYPE, last, 2025, "new")


def words(report: Report) -> str:
    return "\n".join(text for _spot, text in texts(report))


def test_years_move_on_and_no_number_of_last_year_is_left(rolled: Report) -> None:
    assert (rolled.id, rolled.year) == ("new", 2025)
    assert rolled.front.title == "某局2025年法治政府建设年度报告"
    assert [one.text for one in rolled.sections[0].text if isinstance(one, Paragraph)] == [
        "依法办案",
        "2025年，作出行政处罚决定〔待填：行政处罚决定〕件，罚没款〔待填：罚没金额〕万元；未发生行政诉讼案件。",
        "坚持学习，深入贯彻二十届三中全会精神，今年以来成效明显。",
        "联合巡河〔待填：联合巡河〕次。",
    ]
    assert rolled.attachments[0].title == "2025年度统计表"
    assert rolled.attachments[0].blocks[0].rows == (("类别", "件数（件）"), ("河道", ""), ("合计", ""))  # type: ignore[union-attr]
    assert "2024" not in words(rolled)


def test_what_belongs_to_its_year_is_not_carried(rolled: Report) -> None:
    assert not rolled.front.date.text
    assert not rolled.front.document_number
    assert not any(section.done for section in rolled.sections)
    assert all(figure.amount is None and not figure.source for figure in rolled.figures.given.values())


def test_each_number_is_given_anew_and_is_said_where_it_stood(rolled: Report) -> None:
    assert {one.name for one in rolled.figures.own} == {"联合巡河"}
    waiting = [one.name for one in find_holes(TYPE, rolled) if one.lack is Lack.VALUE]
    assert waiting == ["待填：行政处罚决定", "待填：罚没金额", "待填：联合巡河"]
    for quotation in list(quotations(rolled)):
        rolled = edits.set_amount(TYPE, rolled, quotation.link.indicator, edits.Decimal(5))
    assert "〔待填" not in words(rolled)
    assert "行政处罚决定5件" in words(rolled)


def test_all_but_headings_is_carried_until_it_is_edited_or_confirmed(rolled: Report) -> None:
    places = [one.block for one in carried(rolled)]
    assert places == ["pre", "measures-1", "measures-2", "measures-3", "p1", "t"]
    section = rolled.sections[0]
    blocks = tuple(
        replace(one, text=one.text + "又。") if isinstance(one, Paragraph) and one.id == "measures-2" else one
        for one in section.text
    )
    edited = text_edits.set_field(rolled, section.id, TEXT_FIELD, blocks)
    assert "measures-2" not in [one.block for one in carried(edited)]
    confirmed = confirm(edited, ["measures-3", "p1"])
    assert [one.block for one in carried(confirmed)] == ["pre", "measures-1", "t"]


def test_filling_in_a_number_is_not_reading_the_sentence(rolled: Report) -> None:
    filled = edits.set_amount(TYPE, rolled, "penalties", edits.Decimal(50))
    (entry,) = [one for one in filled.sections[0].text if one.id == "measures-1"]
    assert is_carried(filled, entry)


def test_what_was_undone_is_carried_again(rolled: Report) -> None:
    section = rolled.sections[0]
    edited = text_edits.set_field(rolled, section.id, TEXT_FIELD, section.text[:2])
    back = text_edits.set_field(edited, section.id, TEXT_FIELD, section.text)
    assert list(carried(back)) == list(carried(rolled))


def test_words_of_another_year_are_found(rolled: Report) -> None:
    found = [(one.kind, one.words) for one in leftovers(rolled)]
    assert found == [(LeftoverKind.RELATIVE, "今年以来"), (LeftoverKind.MEETING, "二十届三中全会")] or found == [
        (LeftoverKind.MEETING, "二十届三中全会"),
        (LeftoverKind.RELATIVE, "今年以来"),
    ]
    old = text_edits.set_preface(rolled, (Paragraph("pre", "2024年，比2023年好；《2024年要点》。"),))
    assert [one.words for one in leftovers(old) if one.kind is LeftoverKind.YEAR] == ["2024"]


def test_a_meeting_in_a_paragraph_that_was_looked_at_is_none(rolled: Report) -> None:
    seen = confirm(rolled, ["measures-2"])
    assert not [one for one in leftovers(seen) if one.kind is LeftoverKind.MEETING]


def test_another_name_of_the_office_is_taken_over(last: Report) -> None:
    rolled = roll_on(TYPE, last, 2025, "new", "新局")
    assert (rolled.front.office, rolled.front.title, rolled.front.signatory) == (
        "新局",
        "新局2025年法治政府建设年度报告",
        "新局",
    )


def test_a_second_year_keeps_the_links(rolled: Report) -> None:
    filled = edits.set_amount(TYPE, rolled, "penalties", edits.Decimal(50))
    again = roll_on(TYPE, filled, 2026, "third")
    assert {one.link.indicator for one in quotations(again)} == {one.link.indicator for one in quotations(rolled)}
    assert values_in(TYPE, again).amount("penalties") is None
    assert [one.name for one in again.figures.own] == ["联合巡河"]
    assert Place(rolled.sections[0].id, TEXT_FIELD, "measures-1") in list(carried(again))
