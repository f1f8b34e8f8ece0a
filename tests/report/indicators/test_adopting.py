"""What a text counts becomes figures and links, and no word of it changes."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import Attachment, Link, Paragraph, Table
from report.document import Place
from report.indicators import edits
from report.indicators.adopting import adopt, adopt_known
from report.indicators.quoting import quotations, reads, values_in
from report.indicators.zero_sentences import say_zero
from report.loader import load_types
from report.recognition.report_numbers import recognise
from report.report import TEXT_FIELD, Report
from report.texts import texts
from resources import resource
from tests.report.builders import make_report, make_section
from tests.report.indicators.counting import counting_report, counting_type, spelt, texts_of

TYPE = next(one for one in load_types(Path(resource("templates"))) if one.id == "statutory")


def report_of(*paragraphs: str) -> Report:
    return make_report(make_section("measures", *paragraphs))


def adopted(*paragraphs: str) -> Report:
    report = report_of(*paragraphs)
    return adopt(TYPE, report, recognise(TYPE, report, TYPE.catalogue))


def marked(report: Report) -> list[str]:
    return [spelt(one) for one in report.sections[0].text if isinstance(one, Paragraph)]


def test_a_count_of_the_catalogue_gives_its_value_and_is_linked() -> None:
    report = adopted("全年作出行政处罚决定46件，罚没款12.50万元。")
    assert marked(report) == ["全年作出行政处罚决定⟦penalties 46⟧件，罚没款⟦penalty_money 12.50⟧万元。"]
    assert str(values_in(TYPE, report).amount("penalty_money")) == "12.50"


def test_a_second_place_with_another_value_stays_plain() -> None:
    report = adopted("作出行政处罚决定46件。", "全年行政处罚决定46件。", "累计作出行政处罚决定47件。")
    assert marked(report)[0] == "作出行政处罚决定⟦penalties 46⟧件。"
    assert marked(report)[1] == "全年行政处罚决定⟦penalties 46⟧件。"
    assert marked(report)[2] == "累计作出行政处罚决定47件。"


def test_units_of_one_choice_say_the_same() -> None:
    report = adopted("作出行政处罚决定46宗。", "全年行政处罚决定46件。")
    assert [text.count("⟦") for text in marked(report)] == [1, 1]
    assert values_in(TYPE, report).unit("penalties") == "宗"


def test_a_rate_that_its_parts_say_is_computed_from_then_on() -> None:
    report = adopted("组织学法考试，应考121人，实考120人，参考率99.2%。")
    assert values_in(TYPE, report).is_computed("exam_rate")
    after = edits.set_amount(TYPE, report, "exam_taken", Decimal(121))
    assert "参考率⟦exam_rate 100⟧%" in marked(after)[0]


def test_what_the_catalogue_does_not_have_is_an_indicator_of_its_own() -> None:
    report = adopted("联合巡河31次。", "全县联合巡河31次。")
    assert [(one.id, one.name, one.unit) for one in report.figures.own] == [("own-1", "联合巡河", "次")]
    known, unknown = adopt_known(TYPE, report_of("联合巡河31次，作出行政处罚决定46件。"))
    assert (known.figures.own, unknown) == ((), 1)
    assert values_in(TYPE, known).amount("penalties") == 46


def test_zeros_in_words_and_tables_give_values_without_links() -> None:
    report = report_of("全年未发生行政诉讼案件。")
    table = Table("t", (("类别", "行政处罚决定（件）"), ("合计", "46")), 1, "")
    report = replace(report, attachments=(Attachment("a", "表", (table,)),))
    found = adopt(TYPE, report, recognise(TYPE, report, TYPE.catalogue))
    assert values_in(TYPE, found).amount("suits") == 0
    assert values_in(TYPE, found).amount("penalties") == 46
    assert not list(quotations(found))


CLAUSES = (
    *("作出行政处罚决定46件", "立案46件", "行政处罚决定47件", "应考12人", "实考11人", "参考率91.7%"),
    *("联合巡河31次", "未发生行政诉讼案件"),
)


@given(st.lists(st.sampled_from(CLAUSES), max_size=6))
def test_no_word_changes_and_every_link_reads_as_its_value(clauses: list[str]) -> None:
    before = report_of("，".join(clauses) + "。", "　" + "；".join(reversed(clauses)))
    after = adopt(TYPE, before, recognise(TYPE, before, TYPE.catalogue))
    assert list(texts(after)) == list(texts(before))
    values = values_in(TYPE, after)
    for one in after.sections[0].text:
        if isinstance(one, Paragraph):
            assert all(reads(values, link, one.text) for link in one.links)


# A zero in words

COUNTING = counting_type()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年，行政诉讼案件⟦suits 0⟧件；其他。", "全年，⟦suits 未发生行政诉讼案件⟧；其他。"),
        ("行政诉讼案件⟦suits 0⟧件", "⟦suits 未发生行政诉讼案件⟧"),
        ("诉讼⟦suits 0⟧件胜诉⟦won 0⟧件", "诉讼⟦suits 0⟧件胜诉⟦won 0⟧件"),
        ("胜诉⟦won 0⟧件", "胜诉⟦won 0⟧件"),
    ],
)
def test_a_zero_is_said_in_words_where_its_clause_says_nothing_else(before: str, after: str) -> None:
    report = edits.set_amount(COUNTING, counting_report(before), "suits", Decimal(0))
    report = edits.set_amount(COUNTING, report, "won", Decimal(0))
    report = edits.set_amount(COUNTING, report, "lost", Decimal(0))
    first = report.sections[0].text[0]
    assert isinstance(first, Paragraph)
    place = Place(report.sections[0].id, TEXT_FIELD, first.id)
    link = next((one for one in first.links if one.indicator == "suits"), first.links[0])
    assert texts_of(say_zero(COUNTING, report, place, link)) == [after]
    assert say_zero(COUNTING, report, place, Link(0, 1, "nobody")) == report
