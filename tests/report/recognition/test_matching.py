"""Counts matched to a small catalogue."""

import pytest

from report.indicators.catalogue import Catalogue, Group, Indicator, UnitChoice
from report.recognition.report_numbers import recognise
from tests.report.builders import make_report, make_section, make_type

CASE = "@case"
CATALOGUE = Catalogue(
    choices=(UnitChoice("case", "案件", ("件", "宗", "起")),),
    groups=(Group("litigation", "复议应诉", ("measures",)), Group("complaints", "投诉", ("measures",))),
    indicators=(
        Indicator("review", "行政复议案件", "litigation", CASE, aliases=("行政复议案件", "行政复议")),
        Indicator("review_kept", "行政复议维持", "litigation", CASE, aliases=("维持",), context=("复议",)),
        Indicator(
            "review_undone", "行政复议撤销", "litigation", CASE, aliases=("复议被撤销", "撤销"), context=("复议",)
        ),
        Indicator("suit", "行政诉讼案件", "litigation", CASE, aliases=("行政诉讼案件", "行政诉讼")),
        Indicator("suit_lost", "败诉", "litigation", CASE, aliases=("败诉",), context=("诉讼", "应诉")),
        Indicator("appeared", "出庭应诉率", "litigation", "%", aliases=("出庭应诉率",)),
        Indicator("hotline", "热线举报", "complaints", CASE, aliases=("举报",), context=("12345", "热线")),
        Indicator("complaint", "投诉", "complaints", CASE, aliases=("投诉",), context=("12345", "热线")),
        Indicator("penalty", "行政处罚", "complaints", CASE, aliases=("行政处罚",), without=("听证",)),
        Indicator("people", "出动执法人员", "complaints", "人次", aliases=("出动执法人员",)),
        Indicator("procuratorate", "检察建议", "complaints", "件", aliases=("检察建议",)),
        Indicator("justice", "司法建议", "complaints", "件", aliases=("司法建议",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议案件16件，其中维持11件、撤销1宗。", "review 16, review_kept 11, review_undone 1"),
        ("行政诉讼案件9起，已审结7件，败诉1件。", "suit 9, - 7, suit_lost 1"),
        ("维持原有机构3个，12345热线举报12件、投诉1件、咨询1件。", "- 3, hotline 12, complaint 1, - 1"),
        ("作出行政处罚56宗，行政处罚听证2次。", "penalty 56, - 2"),
        ("行政复议、行政诉讼案件各1件。", "review 1, suit 1"),
        ("行政复议案件比上年的69件增长7.2%。", "- 69, - 7.2"),
        ("出庭应诉率由上年的92.5%提高到100%。", "- 92.5, appeared 100"),
        ("出动执法人员12名、出动执法人员30人次。", "people 12, people 30"),
        ("收到检察建议2份，未收到司法建议。", "procuratorate 2, justice 0"),
        ("未发生行政复议、行政诉讼案件。", "review 0, suit 0"),
        ("无行政复议被撤销。", "review_undone 0"),
        ("行政复议案件5件。全年行政复议案件共5件。", "review 5, review 5"),
    ],
)
def test_matches(text: str, expected: str) -> None:
    found = recognise(make_type(), make_report(make_section("measures", text)), CATALOGUE)
    assert ", ".join(f"{one.indicator or '-'} {one.value}" for one in found) == expected


def test_own_counts_are_put_beside_what_was_found_before() -> None:
    text = "行政诉讼案件9起，审结7件。投诉热线12345：投诉3件，回访2件。"
    found = recognise(make_type(), make_report(make_section("measures", text)), CATALOGUE)
    assert [(one.indicator, one.own) for one in found] == [
        ("suit", ""),
        (None, "litigation"),
        ("complaint", ""),
        (None, "complaints"),
    ]


def test_a_zero_takes_the_unit_beside_it() -> None:
    report = make_report(make_section("measures", "收到检察建议2份，未收到司法建议。"))
    assert [one.unit for one in recognise(make_type(), report, CATALOGUE)] == ["份", "份"]
