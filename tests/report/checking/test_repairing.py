"""Repairs: only the words of the findings change, links stay, findings that clash wait."""

from dataclasses import replace

import pytest

from report.checking.engine import check
from report.checking.finding import Change, Finding, Severity
from report.checking.passages import Checked
from report.checking.repairing import repair, same_kind
from report.content import Link, Paragraph
from report.document import Place
from report.report import TEXT_FIELD, Report
from report.texts import Spot
from tests.report.builders import make_report, make_section
from tests.report.checking.skeleton import TYPES

SPOT = Spot(Place("s-measures", TEXT_FIELD, "b0"))


def report_of(*paragraphs: Paragraph) -> Report:
    section = make_section("measures").with_value(TEXT_FIELD, paragraphs)
    return make_report(section)


def finding(start: int, end: int, text: str, rule: str = "wrong-word", quote: str = "") -> Finding:
    change = Change(SPOT, start, end, text)
    return Finding(rule, Severity.SHOULD, SPOT, start, end, quote, "", "", (change,))


def text_of(report: Report) -> str:
    block = report.sections[0].text[0]
    assert isinstance(block, Paragraph)
    return block.text


def test_several_repairs_of_one_text_are_made_at_once() -> None:
    report = report_of(Paragraph("b0", "未被变跟、变跟。"))
    done = repair(report, [finding(2, 4, "变更"), finding(5, 7, "变更")])
    assert (text_of(done.report), done.count) == ("未被变更、变更。", 2)


def test_repairs_that_overlap_are_not_both_made() -> None:
    report = report_of(Paragraph("b0", "甲乙丙丁。"))
    done = repair(report, [finding(0, 3, "一"), finding(2, 4, "二"), finding(4, 5, "！")])
    assert (text_of(done.report), done.count) == ("一丁！", 2)


def test_a_repair_keeps_the_links_beside_it() -> None:
    report = report_of(Paragraph("b0", "查处31起,变跟2件。", links=(Link(2, 4, "cases"),)))
    done = repair(report, [finding(5, 6, "，"), finding(6, 8, "变更")])
    block = done.report.sections[0].text[0]
    assert block == Paragraph("b0", "查处31起，变更2件。", links=(Link(2, 4, "cases"),))


def test_a_finding_of_words_that_are_gone_changes_nothing() -> None:
    report = report_of(Paragraph("b0", "短。"))
    done = repair(report, [finding(5, 7, "变更"), replace(finding(0, 1, "长"), changes=())])
    assert done.report is report
    assert done.count == 0


def test_of_a_wrong_word_only_the_same_words_are_of_its_kind() -> None:
    one, same, other = finding(0, 2, "变更", quote="变跟"), finding(4, 6, "变更", quote="变跟"), finding(7, 9, "审核")
    dots = finding(9, 10, "。", rule="full-stop")
    assert same_kind(one, [one, same, other, dots]) == (one, same)
    assert same_kind(dots, [one, same, other, dots]) == (dots,)


@pytest.mark.seed
def test_all_half_width_marks_of_the_published_report_and_nothing_else(seed: object) -> None:
    lines = [one for one in seed.read_text("utf-8").split("\n") if one.strip()]  # type: ignore[attr-defined]
    report = report_of(*(Paragraph(f"b{number}", line) for number, line in enumerate(lines)))
    found = check(Checked(TYPES[0], report))
    (marks,) = (one for one in found if one.rule == "half-width")
    done = repair(report, same_kind(marks, found))
    after = [one.text for one in done.report.sections[0].text if isinstance(one, Paragraph)]
    assert [len(one) for one in after] == [len(one) for one in lines]
    changed = [(old, new) for line, now in zip(lines, after, strict=True) for old, new in zip(line, now, strict=True)]
    changed = [(old, new) for old, new in changed if old != new]
    assert len(changed) == 161
    assert set(changed) == {(",", "，"), (":", "："), (";", "；"), ("(", "（"), (")", "）")}
