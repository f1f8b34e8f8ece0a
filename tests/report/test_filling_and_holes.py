"""New reports from a type; what a report still lacks."""

from dataclasses import replace

from report.compose import Copy
from report.content import Paragraph, WrittenDate
from report.filling import fill_front, new_report
from report.holes import Hole, Lack, find_holes
from report.identity import counting_ids, random_id
from report.report import Front, Report, TypeRef
from report.template import Field, SectionType
from tests.report.builders import TEXT, make_report, make_section, make_type


def test_a_new_report_has_the_sections_and_fronts_of_its_type() -> None:
    report = new_report(make_type(), 2024, "某局", counting_ids())
    assert [(one.kind, one.heading) for one in report.sections] == [("measures", "2024年举措"), ("other", "其他情况")]
    assert report.front == Front(title="某局2024年报告", office="某局", addressee="市政府：", signatory="某局")
    assert [block.text for block in report.preface if isinstance(block, Paragraph)] == ["2024年，现报告如下："]
    ids = [report.id, *(one.id for one in report.sections), *(block.id for block in report.preface)]
    assert len(set(ids)) == len(ids)


def test_filling_never_changes_what_is_there() -> None:
    full = make_report()
    assert fill_front(make_type(), full, year=1999, office="别的局") == full


def test_filling_invents_nothing() -> None:
    bare = Report("r", TypeRef("test"))
    assert fill_front(make_type(), bare) == bare
    assert fill_front(make_type(), bare, office="某局").front == Front(office="某局", signatory="某局")
    assert fill_front(make_type(), bare, office="某局", year=2024).front.title == "某局2024年报告"


def test_a_full_report_has_no_holes() -> None:
    report = make_report(make_section("measures", "做了。"))
    assert find_holes(make_type(), report) == ()


def test_front_matter_that_a_copy_needs() -> None:
    report = replace(make_report(make_section("measures", "做了。")), front=Front())
    assert [hole.field for hole in find_holes(make_type(), report)] == ["title", "addressee", "signatory", "date"]
    assert [hole.field for hole in find_holes(make_type(), report, Copy.PUBLIC)] == ["title", "signatory", "date"]
    words = replace(report.front, date=WrittenDate("2025年2月30日"))
    assert "date" not in [hole.field for hole in find_holes(make_type(), replace(report, front=words))]


def test_empty_and_absent_parts() -> None:
    report = make_report(make_section("measures"), make_section("other"), make_section(None))
    assert find_holes(make_type(), report) == (
        Hole(Lack.SECTION, "一、举措", "s-measures"),
        Hole(Lack.SECTION, "三、None的标题", "s-None"),
    )
    assert find_holes(make_type(), make_report()) == (Hole(Lack.PART, "举措"),)


def test_a_part_is_covered_by_another_with_the_same_statutory_content() -> None:
    kinds = make_type().sections
    twice = replace(kinds[0], id="more")
    report_type = make_type(*kinds, twice)
    assert find_holes(report_type, make_report(make_section("more", "做了。"))) == ()
    free = SectionType("free", "必写", "必写", True, fields=(TEXT,))
    assert find_holes(make_type(free), make_report()) == (Hole(Lack.PART, "必写"),)


def test_required_fields_of_a_begun_section() -> None:
    kind = SectionType("k", "节", "节", False, fields=(TEXT, Field(id="n", kind="number", label="件数", required=True)))
    report = make_report(make_section("k", "做了。"))
    assert find_holes(make_type(kind), report) == (Hole(Lack.FIELD, "件数", "s-k", "n"),)
    assert find_holes(make_type(kind), make_report(make_section("k"))) == ()


def test_random_ids_differ() -> None:
    assert len({random_id() for _ in range(100)}) == 100
