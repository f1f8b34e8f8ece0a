"""Every rule hits its examples and stays quiet on the others."""

import pytest

from report.checking.rulebook import Example, Rule, rulebook
from report.checking.rules.wording import mistakes
from tests.report.checking.skeleton import SLOTS, findings_of

OF_OTHER_REPORTS = {"unread", "own-word", "level-jump", "last-meeting", "no-face", "table-wide", "as-last-year"}
"""They need more than a text: see test_check."""
RULES = list(rulebook().rules.values())
HITS = [(one, example) for one in RULES for example in one.hit]
QUIET = [(one, example) for one in RULES for example in one.quiet]


def _name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


def test_nothing_is_wrong_with_the_report_that_the_examples_are_set_into() -> None:
    assert [(one.rule, one.quote) for one in findings_of({})] == []


@pytest.mark.parametrize("rule", [one for one in RULES if one.id not in OF_OTHER_REPORTS], ids=_name)
def test_every_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.hit
    assert rule.quiet
    assert rule.title
    assert rule.source


@pytest.mark.parametrize(("rule", "example"), HITS, ids=_name)
def test_it_hits(rule: Rule, example: Example) -> None:
    assert rule.id in [one.rule for one in findings_of(example)]


@pytest.mark.parametrize(("rule", "example"), QUIET, ids=_name)
def test_it_stays_quiet(rule: Rule, example: Example) -> None:
    assert rule.id not in [one.rule for one in findings_of(example)]


@pytest.mark.parametrize("one", mistakes(), ids=lambda one: one.wrong)
def test_a_wrong_word_is_found_where_it_is_wrong(one: object) -> None:
    hit, quiet, wrong = one.hit, one.quiet, one.wrong  # type: ignore[attr-defined]
    found = [each for each in findings_of(hit) if each.rule == "wrong-word"]
    assert wrong in [each.quote for each in found]
    assert not [each.quote for each in findings_of(quiet) if each.rule in ("wrong-word", "near-miss", "twice")]


def test_the_slots_are_all_told() -> None:
    assert len(SLOTS) == 18
