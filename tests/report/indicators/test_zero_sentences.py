"""A quoted 0 becomes the indicator's sentence for it, and nothing else of the paragraph changes."""

import pytest

from report.content import Link, Paragraph
from report.document import Place
from report.indicators import edits
from report.indicators.quoting import quotations
from report.indicators.zero_sentences import say_zero
from report.report import TEXT_FIELD, Report
from tests.report.indicators.counting import counting_report, counting_type, number, texts_of

TYPE = counting_type()
WORDS = "⟦suits 未发生行政诉讼案件⟧"


def with_zero(*texts: str, indicator: str = "suits", value: str = "0") -> Report:
    return edits.set_amount(TYPE, counting_report(*texts), indicator, number(value))


def said(report: Report, indicator: str = "suits") -> list[str]:
    """The paragraphs after the first place that quotes an indicator was said in words."""
    place = next(quotations(report, indicator))
    return texts_of(say_zero(TYPE, report, place.place, place.link))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("行政诉讼案件⟦suits 0⟧件。", f"{WORDS}。"),
        ("全年行政诉讼案件⟦suits 0⟧件，复议2件。", f"{WORDS}，复议2件。"),
        ("复议2件；行政诉讼案件⟦suits 0⟧件", f"复议2件；{WORDS}"),
        ("今年（诉讼⟦suits 0⟧件）平稳。", f"今年（{WORDS}）平稳。"),
        ("一是复议、诉讼⟦suits 0⟧件、信访3件。", f"一是复议、{WORDS}、信访3件。"),
        ("⟦suits 0⟧", WORDS),
        ("应考⟦due 3⟧人，诉讼⟦suits 0⟧件。", f"应考⟦due 3⟧人，{WORDS}。"),
        ("诉讼⟦suits 0⟧件，共⟦suits 0⟧件。", f"{WORDS}，共⟦suits 0⟧件。"),
    ],
)
def test_the_clause_around_the_number_is_the_sentence(text: str, wanted: str) -> None:
    report = edits.set_amount(TYPE, with_zero(text), "due", number("3"))
    assert said(report) == [wanted]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("诉讼⟦suits 2⟧件。", "suits", "2"),
        # No sentence for this one.
        ("应考⟦due 0⟧人。", "due", "0"),
        # The clause says another value, too.
        ("应考⟦due 〔待填：应考人数〕⟧人中诉讼⟦suits 0⟧件。", "suits", "0"),
        ("胜诉⟦won 〔待填：胜诉〕⟧诉讼⟦suits 0⟧件", "suits", "0"),
        ("诉讼⟦suits 0⟧起共⟦suits 0⟧件", "suits", "0"),
    ],
)
def test_nothing_changes_where_the_sentence_would_say_too_much(text: str, indicator: str, value: str) -> None:
    report = with_zero(text, indicator=indicator, value=value)
    place = next(quotations(report, indicator))
    assert say_zero(TYPE, report, place.place, place.link) is report


def test_a_link_that_is_not_there_changes_nothing() -> None:
    report = with_zero("诉讼⟦suits 0⟧件。")
    place = next(quotations(report)).place
    assert say_zero(TYPE, report, place, Link(0, 1, "suits")) is report
    assert say_zero(TYPE, report, Place(place.section, TEXT_FIELD, "p9"), Link(2, 3, "suits")) is report
    assert say_zero(TYPE, report, place, Link(2, 3, "gone")) is report


def test_the_sentence_quotes_the_value_from_then_on() -> None:
    report = with_zero("全年诉讼⟦suits 0⟧件。", "另有诉讼⟦suits 0⟧件。")
    place = next(quotations(report))
    report = say_zero(TYPE, report, place.place, place.link)
    assert texts_of(report) == [f"{WORDS}。", "另有诉讼⟦suits 0⟧件。"]
    report = edits.set_amount(TYPE, report, "suits", number("3"))
    assert texts_of(report) == ["行政诉讼案件⟦suits 3⟧件。", "另有诉讼⟦suits 3⟧件。"]


def test_what_else_a_paragraph_is_stays() -> None:
    report = with_zero("诉讼⟦suits 0⟧件。")
    before = report.sections[0].text[0]
    place = next(quotations(report))
    after = say_zero(TYPE, report, place.place, place.link).sections[0].text[0]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (after.id, after.level) == (before.id, before.level)
