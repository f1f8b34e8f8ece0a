"""This year's report beside last year's: which sections belong together, what became of what is printed."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table
from report.differences import FRONT
from report.document import PREFACE, Piece
from report.last_year import (
    ATTACHMENTS,
    Passage,
    Years,
    compare_part,
    counterparts,
    text_parts,
    unchanged_count,
    words_of,
)
from report.report import TEXT_FIELD, Report, Section, Value
from report.template import Column, Field, FrontGroup, SectionType
from report.year_alignment import MatchKind
from tests.report.builders import TEXT, make_report, make_section, make_type

SIGNS = {MatchKind.UNCHANGED: "=", MatchKind.CHANGED: "~", MatchKind.ADDED: "+", MatchKind.REMOVED: "-"}
GROUPS = (
    FrontGroup(
        "印在报告上",
        (Field("title", "text", "标题"), Field("date", "date", "日期"), Field("contact", "text", "联系人")),
    ),
)
KINDS = make_type(
    SectionType(
        "measures",
        "{year}年举措",
        "举措",
        True,
        fields=(
            TEXT,
            Field("pairs", "pairs", "不足"),
            Field("items", "items", "安排", level=2),
            Field("cases", "number", "案件", print="全年办案{value}件。"),
            Field("targets", "table", "目标", columns=(Column("a", "事项"), Column("b", "数值"))),
        ),
    )
)

CHECKS = "全年检查生产经营单位412家次，排查隐患936处，已整改915处，整改率97.8%。"
LAWS = "修订《青溪县突发事件总体应急预案》，召开专家论证会2次、听证会1次，开展风险评估1次。"
MEETING = "局党委会专题研究法治政府建设4次，听取执法、复议、普法情况汇报，逐项交办督办。"


def years(this: Report, last: Report) -> Years:
    return Years(make_type(), this, make_type(), replace(last, id="last", year=2023), GROUPS)


def shown(passages: tuple[Passage, ...]) -> list[str]:
    return [f"{SIGNS[one.kind]} {words(one.before)} → {words(one.after)}" for one in passages]


def words(piece: Piece | None) -> str:
    return words_of(piece)[:2] if piece else "·"


def test_prose_is_compared_paragraph_by_paragraph() -> None:
    last = make_report(make_section("measures", CHECKS, LAWS))
    this = make_report(make_section("measures", CHECKS.replace("412", "518"), MEETING))
    found = compare_part(years(this, last), "s-measures")
    assert shown(found.passages) == ["~ 全年 → 全年", "- 修订 → ·", "+ · → 局党"]
    assert [found.count(kind) for kind in (MatchKind.CHANGED, MatchKind.ADDED, MatchKind.REMOVED)] == [1, 1, 1]
    assert [words(one) for one in found.before] == ["全年", "修订"]


def test_numbers_are_those_that_are_printed() -> None:
    last = make_report(make_section("measures", LAWS, CHECKS, levels=(3, 3)))
    this = make_report(make_section("measures", CHECKS, levels=(3,)))
    gone, kept = compare_part(years(this, last), "s-measures").passages
    assert (gone.before.label, kept.before.label, kept.after.label) == ("1.", "2.", "1.")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("field", "old", "new", "kinds"),
    [
        ("pairs", Pairs("", (Pair("a", "力量薄弱", "编制少"),)), Pairs("", (Pair("b", "力量薄弱", "人手少"),)), "~"),
        ("items", (Item("a", CHECKS), Item("b", LAWS)), (Item("c", CHECKS),), "=-"),
        ("cases", Decimal(31), Decimal(46), "~"),
        ("targets", Table("", (("培训", "4期"),)), Table("", (("培训", "5期"),)), "~"),
        ("cases", None, Decimal(46), "+"),
    ],
)
def test_every_kind_of_field_is_compared_as_it_is_printed(field: str, old: Value, new: Value, kinds: str) -> None:
    def report(value: Value) -> Report:
        section = Section("s", "举措", "measures")
        return make_report(section if value is None else section.with_value(field, value))

    found = compare_part(Years(KINDS, report(new), KINDS, report(old)), "s")
    assert "".join(SIGNS[one.kind] for one in found.passages) == kinds


def test_what_was_pairs_and_is_prose_still_belongs_together() -> None:
    last = make_report(Section("s", "举措", "measures", values={"pairs": Pairs("", (Pair("p", CHECKS),))}))
    this = make_report(make_section("measures", CHECKS.replace("412", "518")))
    assert shown(compare_part(Years(KINDS, this, KINDS, last), "s-measures").passages) == ["~ 全年 → 全年"]


def test_preface_and_attachments() -> None:
    table = Table("t", (("事项", "件数"), ("处罚", "31")))
    last = replace(
        make_report(),
        preface=(Paragraph("a", "根据有关规定，现将2023年度情况报告如下："),),
        attachments=(Attachment("x", "2023年度指标表", (table,)), Attachment("y", "重大行政决策目录", ())),
    )
    this = replace(
        make_report(),
        preface=(Paragraph("b", "根据有关规定，现将2024年度情况报告如下："),),
        attachments=(Attachment("z", "2024年度指标表", (replace(table, id="u"),)),),
    )
    both = years(this, last)
    assert shown(compare_part(both, PREFACE).passages) == ["~ 根据 → 根据"]
    assert shown(compare_part(both, ATTACHMENTS).passages) == ["~ 20 → 20", "= 事项 → 事项", "- 重大 → ·"]


def test_front_matter_goes_by_its_fields() -> None:
    last, this = make_report(date="2024年1月6日"), make_report()
    last = replace(last, front=replace(last.front, contact="张三"))
    this = replace(this, front=replace(this.front, title="另一个标题"))
    found = compare_part(years(this, last), FRONT)
    assert [(SIGNS[one.kind], (one.after or one.before).label) for one in found.passages] == [  # type: ignore[union-attr]
        ("~", "标题"),
        ("~", "日期"),
        ("-", "联系人"),
    ]


def test_headings_that_stay_are_not_counted() -> None:
    section = make_section("measures", "健全依法决策机制", CHECKS, levels=(2, 0))
    report = make_report(section)
    found = compare_part(years(report, report), "s-measures")
    assert [one.is_kept_heading for one in found.passages] == [True, False]
    assert unchanged_count(make_type(), report, report) == 1


def named(heading: str, kind: str | None) -> Section:
    return Section(f"{kind}/{heading}", heading, kind)


@pytest.mark.parametrize(
    ("this", "last", "same_type", "found"),
    [
        (named("举措", "measures"), named("别的标题", "measures"), True, True),
        (named("2024年度工作安排", None), named("2023年度工作安排", None), True, True),
        (named("二〇二四年安排", "plans"), named("二〇二三年安排", "other"), False, True),
        (named("推进法治政府建设的主要举措和成效", "a"), named("推进法治政府建设主要举措和成效", "b"), False, True),
        (named("存在的不足和原因", "a"), named("下一年度工作安排", "b"), False, False),
        (named("", None), named("", None), True, False),
    ],
)
def test_sections_belong_together_by_kind_or_heading(
    this: Section, last: Section, same_type: bool, found: bool
) -> None:
    other = make_type() if same_type else replace(make_type(), id="other")
    both = Years(make_type(), make_report(this), other, make_report(last))
    assert bool(counterparts(both)) is found


def test_a_section_that_last_year_did_not_have() -> None:
    this, last = make_report(make_section("measures", CHECKS)), make_report()
    found = compare_part(years(this, last), "s-measures")
    assert not found.has_counterpart
    assert compare_part(years(this, last), "gone").passages == ()


def test_the_count_goes_over_the_whole_text() -> None:
    report = replace(
        make_report(make_section("measures", CHECKS, LAWS), make_section("other", MEETING)),
        preface=(Paragraph("p", "现报告如下："),),
        attachments=(Attachment("x", "目录", (Paragraph("q", CHECKS),)),),
    )
    assert list(text_parts(report)) == [PREFACE, "s-measures", "s-other", ATTACHMENTS]
    assert unchanged_count(make_type(), report, report) == 6


def edited(report: Report, edit: Callable[[Paragraph], Paragraph]) -> Report:
    section = report.sections[0]
    blocks = tuple(edit(one) if isinstance(one, Paragraph) else one for one in section.text)
    return replace(report, sections=(section.with_value(TEXT_FIELD, blocks), *report.sections[1:]))


def test_what_is_known_is_not_sought_again_and_the_rest_is() -> None:
    last = make_report(make_section("measures", CHECKS, LAWS, MEETING))
    this = make_report(make_section("measures", CHECKS.replace("412", "518"), LAWS, MEETING))
    known = compare_part(years(this, last), "s-measures").passages
    typed = edited(this, lambda one: replace(one, text=one.text + "又记。") if one.text == LAWS else one)
    again = compare_part(years(typed, last), "s-measures", known)
    assert again == compare_part(years(typed, last), "s-measures")
    assert shown(again.passages) == ["~ 全年 → 全年", "~ 修订 → 修订", "= 局党 → 局党"]
    assert again.passages[2] == known[2]
