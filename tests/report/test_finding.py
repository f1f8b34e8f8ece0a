"""Words are found wherever they were typed, in whichever width and case, and shown with what stands around them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.finding import Query, context, find, find_in
from report.report import Report
from report.template import Field, SectionType
from report.texts import texts
from tests.report.builders import TEXT, make_report, make_section, make_type, make_whole_report
from tests.report.searching import SMALL, hits_of, some_words
from tests.report.strategies import Pieces

WHOLE = make_whole_report()


def words_in(text: str, words: str, *, exact: bool = False) -> list[str]:
    return [text[start:end] for start, end in find_in(text, Query(words, exact))]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("《条例》(2024年修订)已施行", "（2024", ["(2024"]),
        ("２０２４年受理2024件", "2024", ["２０２４", "2024"]),
        ("全市,全县，全乡", "，", [",", "，"]),
        ("建成Ａpp，升级app、APP", "App", ["Ａpp", "app", "APP"]),
        ("强化　监督 检查", "化 监", ["化　监"]),
        ("法治⽂化与法治文化", "文化", ["⽂化", "文化"]),
        ("哈哈哈哈哈", "哈哈", ["哈哈", "哈哈"]),
        ("𠮷林路𠮷林巷", "𠮷林", ["𠮷林", "𠮷林"]),
        ("Straße STRASSE", "STRASSE", ["STRASSE"]),
        ("Straße STRAßE", "straße", ["Straße", "STRAßE"]),
        ("İstanbul istanbul", "istanbul", ["istanbul"]),
        ("İstanbul istanbul", "İS", ["İs"]),
        ("第①项第1项，10m²与10m2", "1项", ["1项"]),
        ("第①项第1项，10m²与10m2", "m2", ["m2"]),
        ("公\u200b文与公文", "公文", ["公文"]),
        ("公\u200b文与公文", "公\u200b文", ["公\u200b文"]),
        ("Cafe\u0301与Caf\u00e9", "cafe\u0301", ["Cafe\u0301"]),
        ("100%、1.5(.*)", ".*", [".*"]),
        ("依法行政", "法治", []),
        ("依法行政", "", []),
        ("依法 行政　", " 　\t", []),
        ("", "法", []),
    ],
)
def test_found_in_a_text(text: str, words: str, found: list[str]) -> None:
    assert words_in(text, words) == found


def test_exactly() -> None:
    text = "２０２４年2024年，Ａpp与App与app，（一）(一)"
    assert words_in(text, "2024", exact=True) == ["2024"]
    assert words_in(text, "App", exact=True) == ["App"]
    assert words_in(text, "（一）", exact=True) == ["（一）"]
    assert words_in(text, " ", exact=True) == []


def test_found_in_all_parts_of_a_report() -> None:
    hits = find(WHOLE, Query("2024"))
    assert [(one.spot.place.section, one.spot.place.field or one.spot.part, one.start) for one in hits] == [
        ("front", "title", 8),
        ("preface", "text", 9),
        ("s1", "text", 0),
        ("s1", "text", 0),
        ("s1", "text", 0),
        ("s1", "text", 0),
        ("s2", "pairs", 0),
        ("s2", "pairs", 0),
        ("s2", "until", 0),
        ("s2", "note", 1),
        ("s3", "items", 2),
        ("a1", "title", 0),
        ("a1", "text", 7),
    ]
    assert hits[2].text == "２０２４年，我局开展执法检查412次。"
    assert len(find(WHOLE, Query("2024", exact=True))) == 12
    assert find(WHOLE, Query("不盖章")) == ()


def test_choices_are_not_found_when_the_type_is_known() -> None:
    fields = (TEXT, Field("grade", "choice", "等次", choices=("优秀",)))
    report_type = make_type(SectionType("measures", "举措", "举措", required=True, fields=fields))
    report = make_report(make_section("measures", "考核优秀。", grade="优秀"))
    assert [one.spot.place.field for one in find(report, Query("优秀"), report_type)] == ["text"]


TEXT_AROUND = "一年来，我局扎实推进依法行政，全年公开案件。"


@pytest.mark.parametrize(
    ("around", "before", "behind"),
    [
        (18, "一年来，我局扎实推进", "，全年公开案件。"),
        (9, "一年来，我局扎实推进", "，全年公开案件。"),
        (8, "…来，我局扎实推进", "，全年公开案件。"),
        (6, "…我局扎实推进", "，全年公开案…"),
        (1, "…进", "，…"),
        (0, "…", "…"),
    ],
)
def test_context_is_cut_where_that_saves_room(around: int, before: str, behind: str) -> None:
    (hit,) = hits_of("依法行政", TEXT_AROUND)
    assert context(hit, around) == (before, "依法行政", behind)


def test_context_keeps_a_mark_with_its_letter() -> None:
    (hit,) = hits_of("法", "xxe\u0301e\u0301法e\u0301e\u0301xx")
    assert context(hit, 3) == ("…e\u0301", "法", "e\u0301…")
    assert context(hit, 2) == ("…e\u0301", "法", "e\u0301…")
    assert context(hit, 1) == ("…", "法", "…")


@given(SMALL, SMALL, st.integers(0, 9))
def test_context_is_the_text_or_what_stands_next_to_the_hit(text: str, words: str, around: int) -> None:
    for hit in hits_of(words, text):
        before, found, behind = context(hit, around)
        assert found == text[hit.start : hit.end]
        assert max(len(before), len(behind)) <= around + 1
        assert before == text[: hit.start] or (before[0] == "…" and text[: hit.start].endswith(before[1:]))
        assert behind == text[hit.end :] or (behind[-1] == "…" and text[hit.end :].startswith(behind[:-1]))


@given(SMALL, SMALL, st.booleans())
def test_hits_are_the_leftmost_that_compare_as_the_words(text: str, words: str, exact: bool) -> None:
    expected: list[tuple[int, int]] = []
    start = 0
    while words.strip() and start + len(words) <= len(text):
        end = start + len(words)
        if text[start:end] == words or (not exact and plain(text[start:end]) == plain(words)):
            expected.append((start, end))
            start = end
        else:
            start += 1
    assert list(find_in(text, Query(words, exact))) == expected


def plain(text: str) -> str:
    """The characters of SMALL in the form that stands for all that compare as the same."""
    return text.translate(str.maketrans("AＡａ２（，　", "aaa2(, "))


@given(Pieces().reports(), st.booleans(), st.data())
def test_what_stands_there_is_found(report: Report, exact: bool, data: st.DataObject) -> None:
    query = Query(some_words(report, data), exact)
    hits = find(report, query)
    now = dict(texts(report))
    assert hits
    assert all(now[one.spot] == one.text for one in hits)
    assert all(list(find_in(one.text[one.start : one.end], query)) == [(0, len(query.words))] for one in hits)
    order = list(now)
    keys = [(order.index(one.spot), one.start, one.end) for one in hits]
    assert all(before[0] < behind[0] or before[2] <= behind[1] for before, behind in pairwise(keys))
