"""What was recognised becomes figures and links, and no word of the text changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.content import Attachment, Paragraph, Table
from report.indicators import edits
from report.indicators.adopting import adopt, adopt_known
from report.indicators.figures import NOT_APPLICABLE, Figure
from report.indicators.quoting import linked_paragraphs, map_paragraphs, reads, values_in
from report.linked_text import are_sound
from report.loader import load_types
from report.recognition.report_numbers import recognise
from report.report import Report
from resources import resource
from tests.report.indicators.counting import counting_report, number, texts_of

TYPE = next(one for one in load_types(Path(resource("templates"))) if one.id == "statutory")


def adopted(report: Report) -> Report:
    return adopt(TYPE, report, recognise(TYPE, report, TYPE.catalogue))


def amounts(report: Report) -> dict[str, str]:
    """Values with the unit where it is not the usual one."""
    written = {key: f"{figure.amount}{figure.unit}" for key, figure in report.figures.given.items()}
    return {key: value for key, value in written.items() if value != "None"}


def without_links(report: Report) -> Report:
    return map_paragraphs(report, lambda one: replace(one, links=()) if one.links else one)


@pytest.mark.parametrize(
    ("texts", "linked", "values"),
    [
        (
            ["学法考试应考人数121人，实考120人。"],
            ["学法考试应考人数⟦exam_due 121⟧人，实考⟦exam_taken 120⟧人。"],
            {"exam_due": "121", "exam_taken": "120"},
        ),
        # The first place wins; one that says another value stays as it is.
        (
            ["聘请法律顾问3人。", "聘请法律顾问4人。", "聘请法律顾问3人。"],
            ["聘请法律顾问⟦counsels 3⟧人。", "聘请法律顾问4人。", "聘请法律顾问⟦counsels 3⟧人。"],
            {"counsels": "3"},
        ),
        (["  聘请法律顾问六人。"], ["  聘请法律顾问⟦counsels 六⟧人。"], {"counsels": "6"}),
        # Units of one choice say the same.
        (
            ["作出行政处罚决定46宗。", "作出行政处罚决定46件。"],
            ["作出行政处罚决定⟦penalties 46⟧宗。", "作出行政处罚决定⟦penalties 46⟧件。"],
            {"penalties": "46宗"},
        ),
        (["未发生行政复议案件。"], ["未发生行政复议案件。"], {"reconsidered": "0"}),
        # A total that its parts say is computed from then on.
        (
            ["办理人大代表建议3件，政协委员提案4件，建议提案合计7件。"],
            ["办理人大代表建议⟦congress_advice 3⟧件，政协委员提案⟦cppcc_advice 4⟧件，建议提案合计⟦advice_total 7⟧件。"],
            {"congress_advice": "3", "cppcc_advice": "4"},
        ),
    ],
)
def test_places_are_linked_and_give_values(texts: list[str], linked: list[str], values: dict[str, str]) -> None:
    report = adopted(counting_report(*texts))
    assert texts_of(report) == linked
    assert amounts(report) == values


def test_of_two_values_the_one_that_fits_the_others_is_taken() -> None:
    texts = ["集体讨论行政处罚决定31件。", "作出行政处罚86件，其中适用简易程序55件、普通程序31件。"]
    report = adopted(counting_report(*texts))
    assert values_in(TYPE, report).amount("penalties") == 86
    wrong = adopted(counting_report(*texts[:1], "作出行政处罚90件，其中适用简易程序55件、普通程序31件。"))
    assert values_in(TYPE, wrong).amount("penalties") == 31, "none fits: the first stands"


def test_what_the_catalogue_lacks_becomes_the_reports_own() -> None:
    report = adopted(counting_report("植树造林300亩，新建凉亭5座。", "植树造林300亩。", "植树造林280亩。"))
    assert texts_of(report) == [
        "植树造林⟦own-1 300⟧亩，新建凉亭⟦own-2 5⟧座。",
        "植树造林⟦own-1 300⟧亩。",
        "植树造林280亩。",
    ]
    assert [(one.id, one.name, one.unit) for one in report.figures.own] == [
        ("own-1", "植树造林", "亩"),
        ("own-2", "新建凉亭", "座"),
    ]
    again = adopted(report)
    assert again.figures == report.figures
    assert texts_of(again) == texts_of(report)


def test_only_what_is_known_is_adopted_when_asked_so() -> None:
    report, unknown = adopt_known(TYPE, counting_report("聘请法律顾问3人。植树造林300亩，新建凉亭5座。"))
    assert texts_of(report) == ["聘请法律顾问⟦counsels 3⟧人。植树造林300亩，新建凉亭5座。"]
    assert (unknown, report.figures.own) == (2, ())


def test_a_table_gives_values_without_links() -> None:
    rows = (("项目", "数量（件）"), ("行政复议案件", "7"), ("植树造林", "300"))
    report = counting_report("情况如下：")
    blocks = (*report.sections[0].text, Table("t1", rows))
    report = replace(report, sections=(report.sections[0].with_value("text", blocks),))
    after = adopted(report)
    assert amounts(after) == {"reconsidered": "7"}
    assert after.figures.own == ()
    assert replace(after, figures=report.figures) == report


def test_a_value_that_is_given_stays_with_its_note() -> None:
    figure = Figure(number("4"), note="含1人兼职")
    report = edits.set_figure(TYPE, counting_report("聘请法律顾问3人，公职律师2人。"), "counsels", figure)
    after = adopted(edits.set_figure(TYPE, report, "staff_lawyers", Figure(note="未核")))
    assert texts_of(after) == ["聘请法律顾问3人，公职律师⟦staff_lawyers 2⟧人。"]
    assert after.figures.of("counsels") == figure
    assert after.figures.of("staff_lawyers") == Figure(number("2"), note="未核")
    none = edits.set_amount(TYPE, counting_report("聘请法律顾问3人。"), "counsels", NOT_APPLICABLE)
    assert adopted(none) == none


def test_a_computed_total_that_the_text_quotes_is_not_said_anew() -> None:
    total = "建议提案合计⟦advice_total 〔待填：建议提案合计〕⟧件。"
    report = counting_report("建议提案合计8件。", total, "建议提案合计7件。")
    for name, value in (("congress_advice", "3"), ("cppcc_advice", "4")):
        report = edits.set_amount(TYPE, report, name, number(value))
    assert texts_of(adopted(report)) == [
        "建议提案合计8件。",
        "建议提案合计⟦advice_total 7⟧件。",
        "建议提案合计⟦advice_total 7⟧件。",
    ]


def test_a_total_keeps_the_decimals_in_which_it_is_written() -> None:
    texts = ["建议提案合计7.0件。", "办理人大代表建议3件，政协委员提案4件。"]
    before = adopted(counting_report(texts[0]))
    more = counting_report(*texts).sections[0].text[1]
    after = adopted(
        replace(before, sections=(before.sections[0].with_value("text", (*before.sections[0].text, more)),))
    )
    assert texts_of(after) == [
        "建议提案合计⟦advice_total 7.0⟧件。",
        "办理人大代表建议⟦congress_advice 3⟧件，政协委员提案⟦cppcc_advice 4⟧件。",
    ]


CLAUSES = [
    "学法考试应考人数{}人",
    "实考{}人",
    "参考率{}%",
    "作出行政处罚决定{}件",
    "作出行政处罚决定{}宗",
    "其中简易程序{}件、普通程序{}件",
    "罚没金额{}万元",
    "行政复议案件{}起",
    "未发生行政复议案件",
    "未聘请法律顾问",
    "聘请法律顾问{}人",
    "办理人大代表建议{}件",
    "政协委员提案{}件",
    "建议提案合计{}件",
    "应考、实考均为{}人",
    "植树造林{}亩",
    "新建凉亭{}座",
    "比上年增长{}%",
]
WRITTEN = ["0", "3", "7", "7.0", "99.2", "99.17", "100", "1,126", "６", "六", "二十三", "零", "1.5万", "30余"]
marks = st.sampled_from(["，", "。", "；", "、", " ", "（一）", "", "\n"])
clauses = st.builds(lambda words, value: words.replace("{}", value), st.sampled_from(CLAUSES), st.sampled_from(WRITTEN))
paragraphs = st.lists(st.tuples(clauses, marks).map("".join), max_size=5).map("".join)


@settings(deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=4), st.lists(paragraphs, max_size=2), st.booleans())
def test_no_word_changes_whatever_is_adopted(texts: list[str], attached: list[str], again: bool) -> None:
    plain = [text.replace("\n", "") for text in texts]
    report = counting_report(*(f"  {text}" if at % 2 else text for at, text in enumerate(plain)))
    pages = tuple(Attachment(f"a{at}", "附件", (Paragraph(f"a{at}-1", text),)) for at, text in enumerate(attached))
    report = replace(report, attachments=pages)
    after = adopted(report)
    assert replace(without_links(after), figures=report.figures) == report
    values = values_in(TYPE, after)
    for place, paragraph in linked_paragraphs(after):
        assert are_sound(paragraph), place
        assert all(reads(values, link, paragraph.text) for link in paragraph.links)
    if again:
        assert adopted(after) == after


@settings(deadline=None)
@given(st.lists(paragraphs, min_size=2, max_size=5), st.data())
def test_no_word_changes_when_a_text_that_grew_is_adopted_again(texts: list[str], data: st.DataObject) -> None:
    plain = [text.replace("\n", "") for text in texts]
    before = adopted(counting_report(plain[0]))
    whole = counting_report(*plain).sections[0]
    blocks = data.draw(st.permutations((*before.sections[0].text, *whole.text[1:])))
    grown = replace(before, sections=(whole.with_value("text", tuple(blocks)),))
    after = adopted(grown)
    assert without_links(after).sections == without_links(grown).sections
    for place, paragraph in linked_paragraphs(after):
        assert all(reads(values_in(TYPE, after), link, paragraph.text) for link in paragraph.links), place
