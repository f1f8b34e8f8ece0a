"""The rows of the sheet, made without a window."""

from dataclasses import replace
from decimal import Decimal

from report.indicators.belonging import groups_of_part, groups_of_section, quoted_in
from report.indicators.catalogue import Catalogue, Group, Indicator, Rule
from report.indicators.figures import NO_FIGURES, Figure
from report.indicators.findings import findings_of
from report.indicators.rows import (
    Counts,
    Filter,
    Gravity,
    Knowledge,
    Typed,
    ValueState,
    count_rows,
    make_rows,
    only,
    picked,
    shown_groups,
)
from report.indicators.rules import broken_rules
from report.indicators.values import Values, own_indicator, with_own
from report.report import Report
from tests.report.builders import make_report, make_section
from tests.report.indicators.counting import counting_type, marked

CATALOGUE = Catalogue(
    groups=(
        Group("law", "执法", ("measures",), "行政执法"),
        Group("hidden", "消防", ("measures",), shown=False, offices=("消防",)),
        Group("study", "学习", ("thought", "measures")),
    ),
    indicators=(
        Indicator("officers", "执法人员", "law", "人"),
        Indicator("licensed", "持证执法人员", "law", "人", short="其中：持证", parent="officers"),
        Indicator("rate", "持证率", "law", "%", formula="licensed / officers"),
        Indicator("fires", "火灾", "hidden", "起"),
        Indicator("studies", "学习", "study", "次"),
    ),
    rules=(Rule("officers", "licensed <= officers", "持证{licensed}，比{officers}多。"),),
)


def knowledge(office: str = "", **values: str) -> Knowledge:
    figures = NO_FIGURES
    for key, text in values.items():
        figures = figures.with_figure(key, Figure(Decimal(text)))
    made = Values(CATALOGUE, figures)
    return Knowledge(made, findings=broken_rules(made), office=office)


def test_groups_in_view_follow_the_office_and_the_clerk() -> None:
    assert [one.id for one in shown_groups(knowledge())] == ["law", "study"]
    assert [one.id for one in shown_groups(knowledge("青溪县消防救援大队"))] == ["law", "hidden", "study"]
    known = knowledge()
    own = with_own(known.values.figures, own_indicator(known.values.figures, "夜查"))
    assert [one.id for one in shown_groups(replace(known, values=Values(CATALOGUE, own)))] == ["law", "study", "own"]


def test_rows_say_state_depth_and_where_a_rule_is_broken() -> None:
    law, _study = make_rows(knowledge(officers="38", licensed="40"))
    assert [(row.label, row.depth, row.state) for row in law.rows] == [
        ("执法人员", 0, ValueState.NUMBER),
        ("其中：持证", 1, ValueState.NUMBER),
        ("持证率", 0, ValueState.COMPUTED),
    ]
    assert [row.gravity for row in law.rows] == [None, Gravity.SHOULD, None]
    assert law.rows[1].messages[0].sentence == "持证40人，比38人多。"
    assert law.rows[2].derived == "持证40÷执法人员38"


def test_a_share_of_nothing_waits_for_no_value() -> None:
    law, _study = make_rows(knowledge(officers="0", licensed="0"))
    assert (law.rows[2].state, law.rows[2].text) == (ValueState.COMPUTED, "—")
    assert law.missing == 0


def test_what_was_typed_and_not_read_is_shown_and_counted() -> None:
    known = replace(knowledge(officers="38"), unread={"officers": Typed("38-40", "一个范围。")})
    groups = make_rows(known)
    row = groups[0].rows[0]
    assert (row.state, row.text, row.gravity) == (ValueState.UNREAD, "38-40", Gravity.BLOCK)
    assert count_rows(groups) == Counts(total=4, given=0, missing=1, not_applicable=0, wrong=1, unusual=0)


def test_a_value_is_asked_for_by_the_text_by_last_year_and_by_the_clerk() -> None:
    made = knowledge()
    own = with_own(made.values.figures, own_indicator(made.values.figures, "夜查"))
    known = replace(made, values=Values(CATALOGUE, own), last=knowledge(officers="38").values, quotes={"studies": 2})
    assert {row.name: row.state for group in make_rows(known) for row in group.rows} == {
        "执法人员": ValueState.MISSING,
        "持证执法人员": ValueState.OPTIONAL,
        "持证率": ValueState.OPTIONAL,
        "学习": ValueState.MISSING,
        "夜查": ValueState.MISSING,
    }


def test_filters_let_through_all_that_a_broken_rule_is_about() -> None:
    known = replace(knowledge(officers="38", licensed="40"), quotes={"studies": 1})
    groups = make_rows(known)
    assert picked(groups, Filter.WRONG, known.findings) == {"officers", "licensed"}
    assert picked(groups, Filter.MISSING) == {"studies"}
    assert picked(groups, Filter.UNUSUAL) == frozenset()


def test_a_part_without_its_whole_has_its_full_name() -> None:
    groups = make_rows(knowledge())
    (law,) = only(groups, frozenset({"licensed"}))
    assert [(row.label, row.depth) for row in law.rows] == [("持证执法人员", 0)]
    assert (law.count, law.given, law.missing) == (3, 0, 0)
    assert only(groups, None) == groups


def test_groups_belong_to_the_first_of_their_sections() -> None:
    both = make_report(make_section("thought"), make_section("measures"))
    measures, alone = both.sections[1], make_report(make_section("measures"))
    assert [one.id for one in groups_of_section(CATALOGUE, both, measures)] == ["law", "hidden"]
    assert [one.id for one in groups_of_section(CATALOGUE, alone, alone.sections[0])] == ["law", "hidden", "study"]


def test_a_part_of_a_section_has_its_own_groups() -> None:
    groups = CATALOGUE.groups
    assert [one.id for one in groups_of_part(groups, "行政执法", ("行政执法", "普法"))] == ["law", "hidden", "study"]
    assert [one.id for one in groups_of_part(groups, "普法", ("行政执法", "普法"))] == ["hidden", "study"]


def test_quoted_below_a_heading() -> None:
    blocks = (
        marked("p0", "⟦studies 3⟧次"),
        replace(marked("h1", "执法"), level=2),
        marked("p1", "⟦officers 38⟧人，⟦officers 38⟧人，⟦licensed 36⟧人"),
    )
    assert quoted_in(blocks, "") == ("studies",)
    assert quoted_in(blocks, "h1") == ("officers", "licensed")


def test_a_rule_reads_the_text_of_the_report() -> None:
    rule = Rule("zero", 'said("未培训") => officers = 0', "写了未培训。")
    kind = replace(counting_type(), catalogue=replace(CATALOGUE, rules=(rule,)))

    def found(text: str) -> list[str]:
        report: Report = make_report(make_section("measures").with_value("text", (marked("p", text),)))
        report = replace(report, figures=NO_FIGURES.with_figure("officers", Figure(Decimal(3))))
        return [one.sentence for one in findings_of(kind, report)]

    assert found("全年未培训。") == ["写了未培训。"]
    assert found("全年培训。") == []
