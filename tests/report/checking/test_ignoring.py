"""What is ignored stays so while its words stand, and comes back when they or their numbers change."""

from dataclasses import replace

from report.checking.engine import check
from report.checking.finding import Finding
from report.checking.ignoring import heed, ignore, key_of, part
from report.checking.passages import Checked
from report.codec import to_data
from report.content import Paragraph
from report.indicators.adopting import adopt_known
from report.reading_data import from_data
from report.report import TEXT_FIELD, Report
from report.template import ReportType
from tests.report.checking.skeleton import read, source_of

WHEN = "2026-01-05T08:00:00+00:00"


def opened(words: str) -> tuple[ReportType, Report]:
    kind, reading = read(source_of(words))
    return kind, adopt_known(kind, reading.report)[0]


def with_words(report: Report, old: str, new: str) -> Report:
    """The report with other words in its first section."""
    section = report.sections[0]
    blocks = tuple(
        replace(one, text=one.text.replace(old, new)) if isinstance(one, Paragraph) else one for one in section.text
    )
    return report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, blocks))


def of_rule(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [one for one in findings if one.rule == rule]


def test_an_ignored_finding_stays_ignored_while_its_words_stand() -> None:
    kind, report = opened("行政行为未被撤销、变跟。")
    (found,) = of_rule(check(Checked(kind, report)), "wrong-word")
    ignored = ignore(report, [found], "name", "张三", WHEN)
    edited = with_words(ignored, "行政行为", "全年行政行为")
    parted = part(edited, check(Checked(kind, edited)))
    assert [one.quote for one in parted.ignored] == ["变跟"]
    assert not of_rule(parted.standing, "wrong-word")
    (decision,) = edited.ignored.values()
    assert (decision.rule, decision.words, decision.reason, decision.who) == ("wrong-word", "变跟", "name", "张三")


def test_the_same_words_elsewhere_are_another_finding() -> None:
    kind, report = opened("行政行为未被变跟。\n行政决定未被变跟。")
    first, second = of_rule(check(Checked(kind, report)), "wrong-word")
    ignored = ignore(report, [first], "as-is", "", WHEN)
    parted = part(ignored, check(Checked(kind, ignored)))
    assert [key_of(one) for one in parted.ignored] == [key_of(first)]
    assert key_of(second) in {key_of(one) for one in parted.standing}


def test_what_is_ignored_comes_back_with_other_numbers() -> None:
    kind, report = opened("作出行政处罚决定12件。\n回顾一年，作出行政处罚决定13件。")
    found = of_rule(check(Checked(kind, report)), "two-values")
    ignored = ignore(report, found, "provision", "", WHEN)
    assert found
    assert not of_rule(part(ignored, check(Checked(kind, ignored))).standing, "two-values")
    edited = with_words(ignored, "决定13件", "决定15件")
    again = part(edited, check(Checked(kind, edited)))
    assert len(of_rule(again.standing, "two-values")) == len(found)


def test_it_is_taken_back_and_kept_in_a_file() -> None:
    kind, report = opened("行政行为未被撤销、变跟。")
    (found,) = of_rule(check(Checked(kind, report)), "wrong-word")
    ignored = ignore(report, [found], "as-is", "张三", WHEN)
    assert from_data(to_data(ignored)) == ignored
    assert heed(ignored, [found]) == report
    assert heed(report, [found]) is report
