"""The shipped rules: each has values that keep it and values that break it, with a sentence that names them."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from report.errors import TemplateError
from report.indicators.catalogue import Catalogue
from report.indicators.expressions import Truth, judge
from report.indicators.figures import NO_FIGURES, Figure
from report.indicators.loading import INDICATORS_FILE, DeferredCatalogue, check_expressions, load_catalogue
from report.indicators.rules import Severity, broken_rules, conditions, relations, spell
from report.indicators.values import Values
from resources import resource

FOLDER = Path(resource("templates"))
CATALOGUE = load_catalogue(FOLDER)


def values(given: str) -> Values:
    """Values written as "officers 38, officers_licensed 40"."""
    pairs = (one.split() for one in given.split(",") if one.strip())
    figures = {name: Figure(Decimal(value)) for name, value in pairs}
    return Values(CATALOGUE, replace(NO_FIGURES, given=MappingProxyType(figures)))


def said(words: str) -> bool:
    return words in "行政行为未被撤销、变更、确认违法"


EXAMPLES = {
    "exams": ("exam_excellent 3, exam_passed 5, exam_taken 5, exam_due 6", "exam_excellent 9, exam_due 6"),
    "study": ("group_study_law 3, group_study 12", "group_study_law 13, group_study 12"),
    "services": (
        "services 27, services_licence 10, services_confirm 0, services_public 17, services_other 0",
        "services 27, services_licence 10, services_public 18",
    ),
    "at_once": ("handled_at_once 3, handled 3", "handled_at_once 4, handled 3"),
    "licence_taken": ("licence_taken 3, licence_asked 3", "licence_taken 4, licence_asked 3"),
    "licence_result": (
        "licence_granted 3, licence_refused 1, licence_taken 4",
        "licence_granted 4, licence_refused 1, licence_taken 4",
    ),
    "rules_filed": ("rules_filed 1, rules_made 1", "rules_filed 2, rules_made 1"),
    "rules_none": ("rules_made 0", "rules_made 0, rules_filed_rate 100"),
    "rules_reviewed": (
        "rules_reviewed 19, rules_kept 14, rules_changed 1, rules_repealed 3, rules_lapsed 1",
        "rules_reviewed 19, rules_kept 14, rules_changed 1, rules_repealed 3, rules_lapsed 2",
    ),
    "decisions": ("decisions_done 1, decisions_listed 1", "decisions_done 2, decisions_listed 1"),
    "officers": ("officers_licensed 38, officers 38", "officers_licensed 40, officers 38"),
    "penalties": (
        "penalties 46, penalties_simple 12, penalties_ordinary 34",
        "penalties 46, penalties_simple 12, penalties_ordinary 35",
    ),
    "penalty_kinds": (
        "penalties 1, pk_warning 1, pk_criticism 0, pk_fine 0, pk_gains 0, pk_property 0, pk_suspend 0,"
        "pk_downgrade 0, pk_revoke 0, pk_restrict 0, pk_stop 0, pk_close 0, pk_practice 0, pk_detention 0",
        "penalties 1, pk_warning 1, pk_fine 1",
    ),
    "penalty_money": ("penalty_money 1.5, penalties 1", "penalty_money 1.5, penalties 0"),
    "law_reviews": ("law_reviews 3, penalties 3", "law_reviews 4, penalties 3"),
    "files": ("files_excellent 3, files_reviewed 3", "files_excellent 4, files_reviewed 3"),
    "police_filed": ("police_filed 2, transferred 2", "police_filed 3, transferred 2"),
    "criminal_people": (
        "convicted 3, arrested 5, detained 9, transferred_people 16",
        "convicted 17, transferred_people 16",
    ),
    "seized_money": ("seized_money 12.6, case_money 279.8", "seized_money 280, case_money 279.8"),
    "reconsidered": (
        "reconsidered 7, recon_upheld 7, recon_rejected 0, recon_revoked 0, recon_changed 0, recon_unlawful 0,"
        "recon_ordered 0, recon_ended 0, recon_pending 0",
        "reconsidered 7, recon_upheld 8",
    ),
    "suits": (
        "suits 9, suits_won 7, suits_lost 0, suits_withdrawn 0, suits_pending 2",
        "suits 9, suits_won 7, suits_pending 3",
    ),
    "court": ("court_attended 6, court_due 6", "court_attended 7, court_due 6"),
    "court_due": ("court_due 6, suits 9", "court_due 10, suits 9"),
    "undone": ("recon_revoked 0, recon_changed 0, recon_unlawful 0, suits_lost 0", "recon_revoked 1"),
    "disputes": ("disputes_settled 31, disputes_taken 33", "disputes_settled 34, disputes_taken 33"),
    "advice_total": (
        "advice_total 21, congress_advice 9, cppcc_advice 12",
        "advice_total 22, congress_advice 9, cppcc_advice 12",
    ),
    "advice_done": ("advice_done 21, advice_total 21", "advice_done 22, advice_total 21"),
    "court_advice": ("court_advice_done 1, court_advice 1", "court_advice_done 2, court_advice 1"),
    "procuratorate_advice": (
        "procuratorate_advice_done 2, procuratorate_advice 2",
        "procuratorate_advice_done 3, procuratorate_advice 2",
    ),
    "supervision_advice": (
        "supervision_advice_done 0, supervision_advice 0",
        "supervision_advice_done 1, supervision_advice 0",
    ),
    "no_advice_no_rate": (
        "court_advice 0, procuratorate_advice 0, supervision_advice 0",
        "court_advice 0, procuratorate_advice 0, supervision_advice 0, advice_answer_rate 100",
    ),
    "hotline": (
        "hotline 296, hotline_reports 188, hotline_complaints 61, hotline_questions 47",
        "hotline 296, hotline_reports 188, hotline_complaints 61, hotline_questions 48",
    ),
    "requests": (
        "requests_new 19, requests_carried 0, requests_done 18, requests_left 1",
        "requests_new 19, requests_carried 0, requests_done 18, requests_left 2",
    ),
}


def test_every_rule_has_examples() -> None:
    assert set(EXAMPLES) == {rule.id for rule in CATALOGUE.rules}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_is_kept_and_broken(rule: str) -> None:
    keeping, breaking = EXAMPLES[rule]
    assert rule not in {one.rule for one in broken_rules(values(keeping), said)}
    found = {one.rule: one for one in broken_rules(values(breaking), said)}
    assert rule in found
    shipped = next(one for one in CATALOGUE.rules if one.id == rule)
    assert found[rule].severity is (Severity.HARD if shipped.hard else Severity.SOFT)
    assert not re.search("[{}]", found[rule].sentence)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_what_keeps_a_rule_is_told_to_hold(rule: str) -> None:
    known = values(EXAMPLES[rule][0])
    condition = {one.id: condition for one, condition in conditions(CATALOGUE)}[rule]

    class Told:
        def amount(self, indicator: str, /) -> object:
            return known.amount(indicator)

        def said(self, words: str, /) -> bool:
            return said(words)

    assert judge(condition, Told()) is Truth.HOLDS  # type: ignore[arg-type]


def test_nothing_given_breaks_nothing() -> None:
    assert broken_rules(values(""), said) == ()


def test_the_sentence_names_the_values() -> None:
    (found,) = broken_rules(values("officers 38, officers_licensed 40"))
    assert found.sentence == "持证40人，比执法人员38人还多，请核对哪个数写错了。"
    assert found.indicators == ("officers_licensed", "officers")


@pytest.mark.parametrize(
    ("given", "rule", "severity"),
    [
        ("exam_rate 100", "share-without-parts", Severity.SOFT),
        ("exam_rate 100, exam_due 0, exam_taken 0", "share-of-nothing", Severity.HARD),
        ("exam_rate 99.5, exam_due 121, exam_taken 120", "share", Severity.HARD),
    ],
)
def test_a_given_share_needs_its_parts(given: str, rule: str, severity: Severity) -> None:
    found = {one.rule: one for one in broken_rules(values(given))}
    assert found[rule].severity is severity
    assert "exam_rate" in found[rule].indicators


@pytest.mark.parametrize(
    "given", ["exam_rate 99.2, exam_due 121, exam_taken 120", "exam_rate 99.17, exam_due 121, exam_taken 120"]
)
def test_a_share_is_right_at_the_decimals_in_which_it_is_written(given: str) -> None:
    assert broken_rules(values(given)) == ()


def test_the_relations_of_an_indicator_are_spelt_with_their_values() -> None:
    known = values("penalties 46, penalties_simple 12, penalties_ordinary 34, penalty_money 3, law_reviews 47")
    found = {one.rule.id: one for one in relations(known, "penalties")}
    assert found["penalties"].truth is Truth.HOLDS
    assert found["penalties"].spelling == "行政处罚决定46＝简易程序12＋普通程序34"
    assert found["law_reviews"].truth is Truth.BROKEN
    assert "penalty_kinds" not in found
    assert spell(known, conditions(CATALOGUE)[0][1]).startswith("优秀待填≤")


# The file


def test_the_shipped_catalogue_is_sound() -> None:
    check_expressions(CATALOGUE)
    assert len(CATALOGUE.indicators) > 150
    assert all(one.aliases for one in CATALOGUE.indicators if not one.group.startswith("penalty_kinds"))


_GROUP = '[[group]]\nid = "a"\nname = "甲"\n'
WRONG = [
    (_GROUP + 'colour = "red"', "[[group]] a", "不认识的键 colour"),
    ('[[choice]]\nid = "c"\nlabel = "案件"\nunits = []', "[[choice]] c", "units 不能为空"),
    ('[[group]]\nid = "own"\nname = "甲"', "[[group]] own", "自定指标"),
    (_GROUP + 'indicator = [{ id = "x", name = "某", group = "b" }]', "indicator x", "group"),
    (_GROUP + 'indicator = [{ id = "x", name = "某", unit = "@c" }]', "indicator x", "@c"),
    (
        _GROUP + 'indicator = [{ id = "x", name = "某", parent = "y" }]',
        "indicator x",
        "parent",
    ),
    (_GROUP + 'indicator = [{ id = "own-1", name = "某" }]', "indicator own-1", "own-"),
    (
        _GROUP + 'indicator = [{ id = "x", name = "某" }, { id = "x", name = "又" }]',
        "indicator x",
        "重复",
    ),
    (
        _GROUP + 'indicator = [{ id = "x", name = "某" }, { id = "y", name = "某" }]',
        "indicator 某",
        "name 重复",
    ),
]


@pytest.mark.parametrize(("text", "place", "problem"), WRONG)
def test_a_slip_names_file_place_and_problem(tmp_path: Path, text: str, place: str, problem: str) -> None:
    (tmp_path / INDICATORS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as wrong:
        load_catalogue(tmp_path)
    assert wrong.value.file == INDICATORS_FILE
    assert place in wrong.value.place
    assert problem in wrong.value.problem
    deferred = DeferredCatalogue(tmp_path)
    assert deferred.indicators == deferred.rules == deferred.groups == deferred.choices == ()
    assert str(deferred.problem) == str(wrong.value)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda one: replace(one, rules=(replace(one.rules[0], expression="exam_due <= nobody"),)), "[[rule]] exams"),
        (
            lambda one: replace(one, indicators=(replace(one.indicators[0], formula="1 +"),)),
            "indicator party_meetings",
        ),
        (
            lambda one: replace(one, indicators=(replace(one.indicators[0], formula="party_meetings + 1"),)),
            "indicator party_meetings",
        ),
    ],
)
def test_an_expression_that_is_none_is_found(change: object, place: str) -> None:
    wrong: Catalogue = change(CATALOGUE)  # type: ignore[operator]
    with pytest.raises(TemplateError) as found:
        check_expressions(wrong)
    assert found.value.place == place


def test_a_folder_without_a_catalogue_counts_nothing(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path).indicators == ()
    assert DeferredCatalogue(tmp_path).problem is None
