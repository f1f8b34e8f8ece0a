"""Last year's words come back: in the place of what continues them, or where they stood."""

from dataclasses import replace
from decimal import Decimal

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table
from report.differences import FRONT
from report.document import PREFACE, Place
from report.identity import counting_ids
from report.last_year import ATTACHMENTS, Years, compare_part, words_of
from report.report import TEXT_FIELD, Report, Section, Value
from report.taking_back import take_back
from tests.report.builders import make_report, make_section, make_type
from tests.report.test_last_year import CHECKS, GROUPS, KINDS, LAWS, MEETING


def taken(this: Report, last: Report, part: str, starts: str) -> tuple[Report, Place] | None:
    """After the passage that begins so (in last year's report, or in this year's when it is new) was taken back."""
    both = Years(KINDS, this, KINDS, replace(last, id="last"), GROUPS)
    passages = compare_part(both, part).passages
    shown = [words_of(piece) for one in passages if (piece := one.before or one.after)]
    index = next(number for number, words in enumerate(shown) if words.startswith(starts))
    return take_back(both, passages, index, counting_ids("n"))


def texts(report: Report) -> list[str]:
    return [one.text for one in report.sections[0].text if isinstance(one, Paragraph)]


def test_a_changed_paragraph_reads_as_it_did_and_stays_the_same_paragraph() -> None:
    last = make_report(make_section("measures", CHECKS, LAWS, levels=(3, 0)))
    this = make_report(make_section("measures", CHECKS.replace("412", "518"), LAWS))
    found = taken(this, last, "s-measures", "全年")
    assert found is not None
    assert texts(found[0]) == [CHECKS, LAWS]
    assert found[0].sections[0].text[0] == Paragraph("measures-0", CHECKS, 3)
    assert found[1] == Place("s-measures", TEXT_FIELD, "measures-0")


def test_a_paragraph_that_is_gone_comes_back_where_it_stood() -> None:
    last = make_report(make_section("measures", CHECKS, LAWS, MEETING))
    for kept, wanted in (((CHECKS, MEETING), 1), ((LAWS, MEETING), 0), ((CHECKS, LAWS), 2), ((), 0)):
        this = make_report(make_section("measures", *kept))
        gone = next(one for one in (CHECKS, LAWS, MEETING) if one not in kept)
        found = taken(this, last, "s-measures", gone)
        assert found is not None
        assert texts(found[0]).index(gone) == wanted
        assert found[1] == Place("s-measures", TEXT_FIELD, "n1")


def test_nothing_comes_back_of_what_is_new_or_as_it_was() -> None:
    last = make_report(make_section("measures", CHECKS))
    this = make_report(make_section("measures", CHECKS, MEETING))
    assert taken(this, last, "s-measures", CHECKS) is None
    assert taken(this, last, "s-measures", MEETING) is None


def field_after(name: str, old: Value, new: Value, starts: str) -> Value:
    def report(value: Value) -> Report:
        section = Section("s", "举措", "measures")
        return make_report(section if value is None else section.with_value(name, value))

    found = taken(report(new), report(old), "s", starts)
    assert found is not None
    assert found[1].section == "s"
    return found[0].sections[0].values[name]


def test_one_pair_of_several_paragraphs() -> None:
    old = Pairs("主要有：", (Pair("a", "执法力量薄弱", "编制少"), Pair("b", "普法针对性不强", "")), joined=False)
    new = Pairs("有：", (Pair("c", "执法力量还是薄弱", "人手少"),), joined=False)
    assert field_after("pairs", old, new, "一是") == replace(new, rows=(Pair("c", "执法力量薄弱", "编制少"),))
    assert field_after("pairs", old, new, "主要") == replace(new, lead="主要有：")
    assert field_after("pairs", old, new, "二是") == replace(new, rows=(*new.rows, Pair("n1", "普法针对性不强", "")))


def test_pairs_in_one_paragraph_come_back_as_one() -> None:
    old = Pairs("有：", (Pair("a", "执法力量薄弱", "编制少"),))
    new = Pairs("有：", (Pair("c", "执法力量薄弱得多", "编制少"),))
    assert field_after("pairs", old, new, "有") == Pairs("有：", (Pair("n1", "执法力量薄弱", "编制少"),))
    assert field_after("pairs", old, None, "有") == Pairs("有：", (Pair("n1", "执法力量薄弱", "编制少"),))


def test_items_tables_and_numbers() -> None:
    items = (Item("a", CHECKS), Item("b", LAWS))
    assert field_after("items", items, (Item("c", LAWS),), CHECKS) == (Item("c", LAWS), Item("n1", CHECKS))
    assert field_after("items", items, (Item("c", CHECKS + "新"),), CHECKS) == (Item("c", CHECKS),)
    old, new = Table("", (("培训", "4期"),)), Table("", (("培训", "5期"),))
    assert field_after("targets", old, new, "目标") == old
    assert field_after("cases", Decimal(31), Decimal(46), "全年办案") == Decimal(31)
    assert field_after("cases", Decimal(31), None, "全年办案") == Decimal(31)


def test_a_pair_comes_back_as_text_where_there_is_only_text() -> None:
    last = make_report(Section("s", "举措", "measures", values={"pairs": Pairs("", (Pair("p", CHECKS),))}))
    this = make_report(make_section("measures", LAWS))
    both = Years(make_type(), this, KINDS, last)
    passages = compare_part(both, "s-measures").passages
    gone = next(number for number, one in enumerate(passages) if one.after is None)
    found = take_back(both, passages, gone, counting_ids("n"))
    assert found is not None
    assert sorted(texts(found[0])) == sorted([CHECKS, LAWS])


def test_preface_and_front_matter() -> None:
    last = replace(make_report(), preface=(Paragraph("a", "根据有关规定，现将情况报告如下："),))
    last = replace(last, front=replace(last.front, contact="张三"))
    this = replace(make_report(), preface=(Paragraph("b", "根据规定，现将2024年情况报告如下："),))
    found = taken(this, last, PREFACE, "根据")
    assert found is not None
    assert found[0].preface == (Paragraph("b", "根据有关规定，现将情况报告如下："),)
    found = taken(replace(this, preface=()), last, PREFACE, "根据")
    assert found is not None
    assert found[0].preface == (Paragraph("n1", "根据有关规定，现将情况报告如下："),)
    found = taken(this, last, FRONT, "张三")
    assert found is not None
    assert found[0].front.contact == "张三"
    assert found[1] == Place(FRONT, "contact")


def test_attachments() -> None:
    lists = Attachment("x", "重大行政决策目录", (Paragraph("p", CHECKS), Paragraph("q", LAWS)))
    last = replace(make_report(), attachments=(lists,))
    found = taken(make_report(), last, ATTACHMENTS, "重大")
    assert found is not None
    assert found[0].attachments == (Attachment("n3", lists.title, (Paragraph("n1", CHECKS), Paragraph("n2", LAWS))),)
    assert taken(make_report(), last, ATTACHMENTS, CHECKS) is None
    this = replace(make_report(), attachments=(Attachment("y", "重大行政决策目录（新）", (Paragraph("r", LAWS),)),))
    found = taken(this, last, ATTACHMENTS, CHECKS)
    assert found is not None
    assert found[0].attachments[0].blocks == (Paragraph("n1", CHECKS), Paragraph("r", LAWS))
    found = taken(this, last, ATTACHMENTS, "重大")
    assert found is not None
    assert found[0].attachments[0].title == "重大行政决策目录"
