"""Every rule of the shipped catalogue holds and breaks where it should, and says so in whole sentences."""

from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from report.indicators.catalogue import Catalogue, Group, Indicator, Rule
from report.indicators.figures import NOT_APPLICABLE, Figure, Figures
from report.indicators.judging import Truth
from report.indicators.loading import load_catalogue
from report.indicators.rules import RuleFinding, Severity, broken_rules, conditions, nothing_said, relations, spell
from report.indicators.values import Values
from resources import resource
from tests.report.indicators.counting import CATALOGUE

SHIPPED = load_catalogue(Path(resource("templates")))
RULES = {one.id: one for one in SHIPPED.rules}
ZERO_KINDS = "pk_criticism=0 pk_gains=0 pk_property=0 pk_suspend=0 pk_downgrade=0 pk_revoke=0 pk_restrict=0 pk_stop=0 "
ZERO_KINDS += "pk_close=0 pk_practice=0 pk_detention=0"
ENDED = "recon_changed=0 recon_unlawful=0 recon_ordered=0 recon_ended=1 recon_pending=0"

# Rule → values that break it, values with which it holds.
EXAMPLES: dict[str, tuple[str, str]] = {
    "exams": ("exam_due=120 exam_excellent=121", "exam_due=120 exam_taken=118 exam_passed=118 exam_excellent=40"),
    "study": ("group_study=4 group_study_law=5", "group_study=4 group_study_law=4"),
    "services": (
        "services=30 services_licence=31",
        "services=30 services_licence=12 services_confirm=3 services_public=15 services_other=/",
    ),
    "at_once": ("handled=210 handled_at_once=211", "handled=210 handled_at_once=0"),
    "licence_taken": ("licence_asked=17 licence_taken=18", "licence_asked=17 licence_taken=17"),
    "licence_result": ("licence_taken=17 licence_granted=18", "licence_taken=17 licence_granted=15 licence_refused=2"),
    "rules_filed": ("rules_made=2 rules_filed=3", "rules_made=2 rules_filed=2"),
    "rules_none": ("rules_made=0 rules_filed_rate=100", "rules_made=0 rules_filed=0"),
    "rules_reviewed": (
        "rules_reviewed=9 rules_kept=6 rules_changed=1 rules_repealed=1 rules_lapsed=0",
        "rules_kept=6 rules_changed=1 rules_repealed=1 rules_lapsed=0",
    ),
    "decisions": ("decisions_listed=3 decisions_done=4", "decisions_listed=3 decisions_done=3"),
    "officers": ("officers=25 officers_licensed=26", "officers=25 officers_licensed=24"),
    "penalties": ("penalties=46 penalties_simple=47", "penalties=46 penalties_simple=12 penalties_ordinary=34"),
    "penalty_kinds": ("penalties=46 pk_fine=47", f"penalties=46 pk_warning=5 pk_fine=41 {ZERO_KINDS}"),
    "penalty_money": ("penalty_money=3.5 penalties=0", "penalty_money=3.5 penalties=1"),
    "law_reviews": ("penalties=46 law_reviews=47", "penalties=46 law_reviews=34"),
    "files": ("files_reviewed=20 files_excellent=21", "files_reviewed=20 files_excellent=6"),
    "police_filed": ("transferred=2 police_filed=3", "transferred=2 police_filed=2"),
    "criminal_people": ("transferred_people=4 convicted=5", "transferred_people=4 detained=3 arrested=2 convicted=2"),
    "seized_money": ("case_money=80.5 seized_money=80.51", "case_money=80.5 seized_money=12"),
    "reconsidered": (
        "reconsidered=7 recon_upheld=8",
        f"reconsidered=7 recon_upheld=5 recon_rejected=1 recon_revoked=/ {ENDED}",
    ),
    "suits": ("suits=3 suits_lost=4", "suits=3 suits_won=2 suits_lost=0 suits_withdrawn=1 suits_pending=0"),
    "court": ("court_due=3 court_attended=4", "court_due=3 court_attended=3"),
    "court_suits": ("suits=3 court_attended=4", "suits=3 court_attended=3"),
    "court_due": ("suits=3 court_due=4", "suits=3 court_due=3"),
    "undone": ("recon_changed=1", "recon_revoked=0 recon_changed=0 recon_unlawful=0 suits_lost=0"),
    "disputes": ("disputes_taken=90 disputes_settled=91", "disputes_taken=90 disputes_settled=88"),
    "advice_total": ("advice_total=8 congress_advice=3 cppcc_advice=4", "congress_advice=3 cppcc_advice=4"),
    "advice_done": ("advice_done=8 congress_advice=3 cppcc_advice=4", "advice_done=7 congress_advice=3 cppcc_advice=4"),
    "court_advice": ("court_advice=1 court_advice_done=2", "court_advice=1 court_advice_done=1"),
    "procuratorate_advice": (
        "procuratorate_advice=1 procuratorate_advice_done=2",
        "procuratorate_advice=1 procuratorate_advice_done=0",
    ),
    "supervision_advice": (
        "supervision_advice=0 supervision_advice_done=1",
        "supervision_advice=0 supervision_advice_done=0",
    ),
    "no_advice_no_rate": (
        "court_advice=0 procuratorate_advice=0 supervision_advice=0 advice_answer_rate=100",
        "court_advice=0 procuratorate_advice=0 supervision_advice=0",
    ),
    "hotline": (
        "hotline=60 hotline_reports=61",
        "hotline=60 hotline_reports=10 hotline_complaints=20 hotline_questions=30",
    ),
    "requests": (
        "requests_new=5 requests_carried=1 requests_done=7",
        "requests_new=5 requests_carried=1 requests_done=4 requests_left=2",
    ),
}


def figures_of(text: str) -> Figures:
    """Values by id: "suits=3 suits_won=/" gives one, and says 不适用 of the other."""
    pairs = (one.split("=") for one in text.split())
    given = {name: Figure(NOT_APPLICABLE if value == "/" else Decimal(value)) for name, value in pairs}
    return Figures(MappingProxyType(given))


def values_of(text: str, catalogue: Catalogue = SHIPPED) -> Values:
    return Values(catalogue, figures_of(text))


def all_said(words: str) -> bool:
    return bool(words)


def test_every_rule_has_an_example() -> None:
    assert list(EXAMPLES) == list(RULES)


every_rule = pytest.mark.parametrize("rule", EXAMPLES)


@every_rule
def test_a_rule_breaks(rule: str) -> None:
    values = values_of(EXAMPLES[rule][0])
    found = {one.rule: one for one in broken_rules(values, all_said)}
    finding = found[rule]
    assert finding.severity is (Severity.HARD if RULES[rule].hard else Severity.SOFT)
    assert "{" not in finding.sentence
    assert "}" not in finding.sentence
    assert finding.sentence.endswith("。")
    assert set(finding.indicators) >= set(values.figures.given) - {"congress_advice", "cppcc_advice"}
    amounts = [values.amount(one) for one in finding.indicators]
    assert any(f"{one}" in finding.sentence for one in amounts) or rule in ("rules_none", "no_advice_no_rate")


@every_rule
def test_a_rule_holds(rule: str) -> None:
    values = values_of(EXAMPLES[rule][1])
    assert broken_rules(values, all_said) == ()
    condition = {one.id: condition for one, condition in conditions(SHIPPED)}[rule]
    related = {one.rule.id: one for one in relations(values, next(iter(values.figures.given)), all_said)}
    assert related[rule].truth is Truth.HOLDS
    assert related[rule].spelling == spell(values, condition)
    assert "待填" not in related[rule].spelling


def test_nothing_given_breaks_nothing() -> None:
    assert broken_rules(values_of(""), all_said) == ()
    assert all(relations(values_of(""), one.id) == () for one in SHIPPED.indicators)


def test_a_rule_on_the_text_needs_the_text() -> None:
    values = values_of("recon_revoked=1")
    assert broken_rules(values, nothing_said) == broken_rules(values) == ()
    (found,) = broken_rules(values, lambda words: words in "行政行为未被撤销。")
    assert found.sentence == (
        "正文写了行政行为未被撤销、变更、确认违法，可是复议撤销1件、变更（待填）、确认违法（待填）、败诉（待填），请核对。"
    )


def sentence_of(rule: str, values: str) -> str:
    return next(one.sentence for one in broken_rules(values_of(values)) if one.rule == rule)


def test_a_sentence_has_values_with_units_and_the_sum_of_what_is_given() -> None:
    assert sentence_of("penalty_kinds", "penalties=46 pk_fine=40 pk_warning=7") == (
        "行政处罚46件，与各种类之和47对不上；一案多罚只计最重的一类。"
    )
    assert sentence_of("penalties", "penalties=46 penalties_simple=/ penalties_ordinary=47") == (
        "行政处罚46件，与简易程序（不适用）加普通程序47件对不上。"
    )


def test_a_sentence_is_made_of_texts_not_of_formats() -> None:
    figures = Figures({"court_due": Figure(Decimal(1), unit="{court_attended}"), "court_attended": Figure(Decimal(2))})
    (found, *_others) = broken_rules(Values(SHIPPED, figures))
    assert found.sentence == "实际出庭2件，比应出庭1{court_attended}还多，请核对。"


SHARES = [
    ("rate=90", "share-without-parts", Severity.SOFT, "写了参考率90%，还没有填实考人数、应考人数，无从核对。"),
    ("rate=90 due=121", "share-without-parts", Severity.SOFT, "写了参考率90%，还没有填实考人数，无从核对。"),
    ("rate=90 due=121 taken=120", "share", Severity.HARD, "写了参考率90%，按120人÷121人算出是99%。"),
    ("rate=99.1 due=121 taken=120", "share", Severity.HARD, "写了参考率99.1%，按120人÷121人算出是99.2%。"),
    ("rate=0 due=0 taken=0", "share-of-nothing", Severity.HARD, "参考率的分母是0，不写百分率。"),
    ("rate=100 due=/ taken=3", "share-of-nothing", Severity.HARD, "写了参考率100%，应考人数填的却是不适用，请核对。"),
    ("rate=100 due=3 taken=/", "share-of-nothing", Severity.HARD, "写了参考率100%，实考人数填的却是不适用，请核对。"),
]


@pytest.mark.parametrize(("values", "rule", "severity", "sentence"), SHARES)
def test_a_share_without_its_parts_or_against_them(values: str, rule: str, severity: Severity, sentence: str) -> None:
    wanted = RuleFinding(rule, severity, ("rate", "taken", "due"), sentence)
    assert broken_rules(values_of(values, CATALOGUE)) == (wanted,)


@pytest.mark.parametrize("values", ["rate=99 due=121 taken=120", "rate=99.17 due=121 taken=120", "rate=/", "due=0"])
def test_a_share_that_its_parts_say_is_right_at_its_decimals(values: str) -> None:
    assert broken_rules(values_of(values, CATALOGUE)) == ()


@pytest.mark.parametrize(
    ("values", "indicator", "spellings"),
    [
        ("penalties=46 penalties_simple=12", "penalties", []),
        (
            "penalties=46 penalties_simple=12 penalties_ordinary=34",
            "penalties_simple",
            ["行政处罚决定46＝简易程序12＋普通程序34"],
        ),
        ("penalties=46 penalties_simple=47", "penalties_simple", ["行政处罚决定46＝简易程序47＋普通程序待填"]),
        ("court_due=3 court_attended=3 suits=/", "court_attended", ["实际出庭3≤负责人应出庭3"]),
        ("rules_made=0", "rules_made", ["制定行政规范性文件0＝0，则不写备案率"]),
        ("penalties=2 penalty_money=1.50", "penalty_money", ["罚没金额1.50＞0，则行政处罚决定2＞0"]),
        ("court_due=3", "court_attended", []),
        ("court_attended=0", "court_attended", []),
    ],
)
def test_relations_are_spelt_with_the_values_of_now(values: str, indicator: str, spellings: list[str]) -> None:
    assert [one.spelling for one in relations(values_of(values), indicator)] == spellings


def test_a_relation_that_does_not_hold_is_told_as_broken() -> None:
    (found,) = relations(values_of("officers=3 officers_licensed=4"), "officers")
    assert (found.rule.id, found.truth, found.spelling) == ("officers", Truth.BROKEN, "持证4≤执法人员3")


@pytest.mark.parametrize(
    ("expression", "spelling"),
    [
        ("a - (b - c) = (a + b) * c / (a * b)", "甲1－（乙2－丙不适用）＝（甲1＋乙2）×丙不适用÷（甲1×乙2）"),
        ("a - b - c + (a + b) != 1.50", "甲1－乙2－丙不适用＋甲1＋乙2≠1.50"),
        ("a < 1 or b > 1 and c >= 1", "甲1＜1或乙2＞1，丙不适用≥1"),
        ("(a < 1 or b > 1) and not given(c)", "（甲1＜1或乙2＞1），不写丙"),
        ("said(“没有”) => not (a = 0 and given(b))", "写了“没有”，则并非（甲1＝0，写了乙）"),
        ("(a = 1 => b = 1) => a = b", "（甲1＝1，则乙2＝1），则甲1＝乙2"),
    ],
)
def test_what_binds_looser_stands_in_brackets(expression: str, spelling: str) -> None:
    indicators = (Indicator("a", "甲", "g"), Indicator("b", "总乙", "g", short="其中：乙"), Indicator("c", "丙", "g"))
    catalogue = Catalogue((), (Group("g", "组"),), indicators, (Rule("r", expression, "不对。"),))
    ((_rule, condition),) = conditions(catalogue)
    assert spell(values_of("a=1 b=2 c=/", catalogue), condition) == spelling
