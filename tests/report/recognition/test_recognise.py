"""Counts of whole reports: where they stand, and what is left out."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from report.content import Attachment, Pair, Pairs, Paragraph, Table
from report.recognition.numerals import as_written, numerals
from report.recognition.quantities import quantities
from report.recognition.report_numbers import Recognised, recognise
from report.recognition.units import words
from report.summary import summarise
from report.template import Field, SectionType, Statutory
from tests.report.builders import TEXT, make_report, make_section, make_type

PAIRS = Field(id="pairs", kind="pairs", label="不足")
TYPE = make_type(
    SectionType("measures", "举措", "举措", True, (Statutory.MEASURES,), fields=(TEXT,)),
    SectionType("shortfalls", "不足", "不足", True, (Statutory.SHORTFALLS,), fields=(TEXT, PAIRS)),
    SectionType("plans", "安排", "安排", True, (Statutory.PLANS,), fields=(TEXT,)),
)


def told(*found: Recognised) -> list[tuple[str, int, str]]:
    return [(one.place.section, one.index, one.value + one.unit) for one in found]


def test_preface_sections_pairs_attachments_in_order() -> None:
    report = replace(
        make_report(
            make_section("measures", "检查12次。", "", "立案3件。"),
            make_section("shortfalls", pairs=Pairs("", (Pair("p", "持证人员仅5人", "新进2人"),), joined=True)),
        ),
        preface=(Paragraph("p", "全年检查20次。"),),
        attachments=(
            Attachment("a", "处罚统计表", (Table("t", (("类别", "件数（件）"), ("河道", "27"), ("合计", "27"))),)),
        ),
    )
    assert told(*recognise(TYPE, report)) == [
        ("preface", 0, "20次"),
        ("s-measures", 0, "12次"),
        ("s-measures", 1, "3件"),
        ("s-shortfalls", 0, "5人"),
        ("s-shortfalls", 0, "2人"),
        ("a", 0, "27件"),
        ("a", 0, "27件"),
    ]


def test_plans_are_targets() -> None:
    planned = make_section("plans", "举办轮训不少于6期。")
    own = replace(make_section(None, "检查100家。"), heading="下一步工作打算")
    turned = make_section("measures", "检查12次。下一步，将开展检查20次。")
    parts = make_section("measures", "下一步工作安排", "培训5期。", "做法", "培训4期。", levels=(2, 0, 2, 0))
    report = make_report(planned, own, turned)
    assert told(*recognise(TYPE, report)) == [("s-measures", 0, "12次")]
    assert told(*recognise(TYPE, make_report(parts))) == [("s-measures", 3, "4期")]


def test_no_zeros_among_shortfalls() -> None:
    report = make_report(make_section("shortfalls", "未开展行政处罚案件评查。"))
    assert recognise(TYPE, report) == ()


def test_spans_count_the_printed_text() -> None:
    report = make_report(make_section("measures", "　　全年检查1,126家次。"))
    (one,) = recognise(TYPE, report)
    text = "全年检查1,126家次。"
    assert (text[one.start : one.end], one.quote, one.value) == ("1,126", "全年检查1,126家次", "1126")


def test_a_cell_is_quoted_by_its_row() -> None:
    table = Table("t", (("类别", "件数（件）"), ("河道", " 27")))
    report = replace(make_report(), attachments=(Attachment("a", "表", (table,)),))
    (one,) = recognise(TYPE, report)
    assert (one.row, one.column, one.start, one.end, one.quote) == (1, 1, 1, 3, "河道\t 27")
    (shown,) = summarise(TYPE, report, recognised=(one,))["indicators"]
    assert (shown["section"], shown["block"], shown["id"]) == ("attachment-1", 0, "own-1")


def test_the_summary_has_the_object_of_the_contract() -> None:
    report = make_report(make_section("measures", "提出意见140余条，未收到司法建议。"))
    shown = summarise(TYPE, report, recognised=recognise(TYPE, report))["indicators"]
    assert shown == [
        {
            "id": "own-1",
            "name": "提出意见",
            "value": "140",
            "unit": "条",
            "qualifier": "余",
            "implied": False,
            "section": "s-measures",
            "block": 0,
            "start": 4,
            "quote": "提出意见140余条",
            "linked": False,
        },
        {
            "id": "own-2",
            "name": "司法建议",
            "value": "0",
            "unit": "件",
            "qualifier": None,
            "implied": True,
            "section": "s-measures",
            "block": 0,
            "start": 10,
            "quote": "未收到司法建议",
            "linked": False,
        },
    ]


PIECES = st.sampled_from(
    [
        *words("12 1,126 １６ 一 两 十 百分之 九十五 % ％ 件 个 次 万 余 元 辆 （ ） 《 》 “ ” ， 。 、"),
        *words("第 年 月 未 无 没有"),
        *words("发生 收到 零 案件 复议 率 均 由 提高到 分别 为 和 每 前 检查 下一步 . + 〔 〕 : 被 撤销 😀"),
        *("\t", "\u3000"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))


@given(st.lists(TEXTS, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_in_order(texts: list[str]) -> None:
    report = make_report(make_section("measures", *texts))
    printed = [text.strip() for text in texts if text.strip()]
    found = recognise(TYPE, report)
    assert [(one.index, one.start) for one in found] == sorted((one.index, one.start) for one in found)
    for one in found:
        text = printed[one.index]
        assert 0 <= one.start < one.end <= len(text)
        assert one.quote == text[one.quote_start : one.quote_end]
        assert one.quote_start <= one.start < one.end <= one.quote_end
        assert len(one.name) <= 20
        assert Decimal(one.value) >= 0


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_value_reads_back_from_its_span(text: str) -> None:
    last = 0
    for one in quantities(text):
        assert last <= one.start <= one.number_start < one.number_end <= one.end <= len(text)
        last = one.number_end
        (again,) = numerals(text[one.number_start : one.number_end])
        assert as_written(again.value) == one.value


@given(st.lists(st.lists(st.text("0123456789，（件）—万元合计序号\n ", max_size=8), max_size=4), max_size=5))
@settings(max_examples=100, deadline=None)
def test_any_table(rows: list[list[str]]) -> None:
    table = Table("t", tuple(map(tuple, rows)))
    report = replace(make_report(), attachments=(Attachment("a", "表", (table,)),))
    for one in recognise(TYPE, report):
        cell = table.rows[one.row][one.column]
        assert 0 <= one.start < one.end <= len(cell)
