"""Every rule hits its examples and stays quiet on the others."""

import pytest

from report.checking.passages import Passage, PassageKind
from report.checking.rulebook import Example, Rule, rulebook
from report.checking.rules.wording import Mistake, mistakes
from report.document import Place
from report.texts import Spot
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
def test_a_wrong_word_is_found_where_it_is_wrong(one: Mistake) -> None:
    assert one.wrong in [words for rule, words in hits_in(one.hit) if rule == "wrong-word"]
    assert not [words for rule, words in hits_in(one.quiet) if rule in ("wrong-word", "near-miss", "twice")]


def hits_in(text: str) -> list[tuple[str, str]]:
    """What the rules for one text by itself say: the rule and the words."""
    passage = Passage(Spot(Place("")), text, PassageKind.PROSE, "")
    return [(name, text[hit.start : hit.end]) for name, look in rulebook().of_passages.items() for hit in look(passage)]


def test_the_slots_are_all_told() -> None:
    assert len(SLOTS) == 18
