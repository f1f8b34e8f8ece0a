"""Just the hits that are given are replaced, and only where they still fit."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.clean_text import one_line
from report.content import Paragraph, WrittenDate
from report.differences import changed_places
from report.document import Place
from report.finding import Hit, Query, Replaced, find, find_in, replace_hits
from report.report import Report
from report.texts import Spot
from tests.report.builders import make_whole_report
from tests.report.searching import SMALL, hits_of, report_of, some_words
from tests.report.strategies import Pieces

WHOLE = make_whole_report()


def test_the_next_year() -> None:
    done = replace_hits(WHOLE, find(WHOLE, Query("2024")), "2025")
    assert (done.count, done.skipped) == (13, 0)
    assert find(done.report, Query("2024")) == ()
    assert done.report.front.title == "青溪县应急管理局2025年法治政府建设年度报告"
    assert done.report.section("s2").values["until"] == WrittenDate("2025年12月31日", date(2025, 12, 31))
    assert done.report.section("s1").values["cases"] == WHOLE.section("s1").values["cases"]
    assert (done.report.year, done.report.front.date) == (WHOLE.year, WHOLE.front.date)


def test_only_the_hits_given_are_replaced() -> None:
    report = replace(WHOLE, preface=(Paragraph("b0", "2024年、２０２４年和2024年度"),))
    first, second, third = (one for one in find(report, Query("2024")) if one.spot.place.section == "preface")
    done = replace_hits(report, [third, first], "二〇二四")
    assert done.report.preface == (Paragraph("b0", "二〇二四年、２０２４年和二〇二四年度"),)
    assert done.count == 2
    assert len(changed_places(report, done.report)) == 1
    assert replace_hits(report, [second], "").report.preface == (Paragraph("b0", "2024年、年和2024年度"),)


def test_hits_that_no_longer_fit_are_left() -> None:
    spot = Spot(Place("preface", "text", "b0"))
    report = report_of("全县全县各部门")
    fits, twice = Hit(spot, 0, 2, "全县全县各部门"), Hit(spot, 0, 2, "全县全县各部门")
    others = [
        Hit(spot, 1, 3, "全县全县各部门"),
        Hit(spot, 0, 2, "全县各部门"),
        Hit(spot, 5, 9, "全县全县各部门"),
        Hit(spot, 4, 4, "全县全县各部门"),
        Hit(spot, -2, 2, "全县全县各部门"),
        Hit(Spot(Place("preface", "text", "b9")), 0, 2, "全县"),
    ]
    done = replace_hits(report, [*others, fits, twice], "全市")
    assert done.report.preface == (Paragraph("b0", "全市全县各部门"),)
    assert (done.count, done.skipped) == (1, 7)
    assert replace_hits(done.report, [fits], "全省") == Replaced(done.report, 0, 1)
    assert replace_hits(report, others[1:], "全市") == Replaced(report, 0, 5)


def test_no_text_is_lost_where_two_blocks_have_one_id() -> None:
    report = report_of("甲2024", "乙2024")
    done = replace_hits(report, find(report, Query("2024")), "2025")
    assert done.report.preface == (Paragraph("b0", "甲2025"), Paragraph("b0", "乙2024"))
    assert (done.count, done.skipped) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("依法\n行政\r\n", "依法行政"),
        ("依法\u2028行政\u2029\x0b\x0c\x85", "依法行政"),
        ("一\t二", "一 二"),
        ("a\0b\x1b\x7f\ud800c", "abc"),
        ("𠮷　公\u200b文\u0301", "𠮷　公\u200b文\u0301"),
    ],
)
def test_a_replacement_is_one_line(typed: str, kept: str) -> None:
    assert one_line(typed) == kept
    (hit,) = hits_of("旧", "旧。")
    report = report_of("旧。")
    assert replace_hits(report, [hit], typed).report.preface == (Paragraph("b0", kept + "。"),)


@given(Pieces().reports(), st.booleans(), st.data())
def test_a_hit_replaced_by_its_own_text_changes_nothing(report: Report, exact: bool, data: st.DataObject) -> None:
    query = Query(some_words(report, data), exact)
    assume(one_line(query.words) == query.words)
    for hit in find(report, query):
        assert replace_hits(report, [hit], hit.text[hit.start : hit.end]) == Replaced(report, 1, 0)


@given(Pieces().reports(), st.booleans(), st.data())
def test_all_replaced_by_another_sign_are_found_no_more(report: Report, exact: bool, data: st.DataObject) -> None:
    """Nothing new can form: a hit would have to reach over the sign, which is none of the words'."""
    query = Query(some_words(report, data), exact)
    assume("〓" not in query.words)
    hits = find(report, query)
    done = replace_hits(report, data.draw(st.permutations(hits)), "〓")
    assert (done.count, done.skipped) == (len(hits), 0)
    assert find(done.report, query) == ()


@given(SMALL, SMALL, SMALL)
def test_hits_after_a_replacement_reach_into_or_over_what_was_put_there(text: str, words: str, given_: str) -> None:
    hits = hits_of(words, text)
    report = report_of(text)
    put = one_line(given_)
    (after,) = replace_hits(report, hits, given_).report.preface
    assert isinstance(after, Paragraph)
    grown = len(put) - len(words)
    starts = [one.start + number * grown for number, one in enumerate(hits)]
    assert after.text == spliced(text, hits, put)
    for start, end in find_in(after.text, Query(words)):
        assert any(start < at + len(put) and at < end for at in starts)


def spliced(text: str, hits: tuple[Hit, ...], put: str) -> str:
    for hit in reversed(hits):
        text = text[: hit.start] + put + text[hit.end :]
    return text
