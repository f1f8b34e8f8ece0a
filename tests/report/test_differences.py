"""Where two states of a report differ, told as a clerk would: added, removed, moved, edited."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from report.content import Attachment, Pair, Pairs, Paragraph
from report.differences import Change, Difference, changed_places
from report.document import PREFACE, Place
from report.report import TEXT_FIELD, Report, TypeRef
from tests.report.builders import make_report, make_section
from tests.report.strategies import Pieces, edited

BASE = replace(
    make_report(make_section("a", "一", "二", "三"), make_section("b", "四"), make_section("c")),
    preface=(Paragraph("p", "引"),),
    attachments=(Attachment("x", "表", (Paragraph("y", "行"),)),),
)


def found(after: Report) -> list[tuple[str, str, str, str]]:
    places = changed_places(BASE, after)
    return [(one.change.value, one.place.section, one.place.field, one.place.block) for one in places]


def text_of(number: int, blocks: tuple[Paragraph, ...]) -> Report:
    section = BASE.sections[number]
    return BASE.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, blocks))


def test_the_same_report_has_no_differences() -> None:
    assert changed_places(BASE, replace(BASE)) == ()


def test_front_matter_year_and_type() -> None:
    after = replace(BASE, year=2023, type=TypeRef("other"), front=replace(BASE.front, title="新", addressee=""))
    assert found(after) == [
        ("edited", "front", "type", ""),
        ("edited", "front", "year", ""),
        ("edited", "front", "title", ""),
        ("edited", "front", "addressee", ""),
    ]


def test_blocks_edited_added_removed_and_moved() -> None:
    one, two, three = (block for block in BASE.sections[0].text if isinstance(block, Paragraph))
    assert found(text_of(0, (one, replace(two, text="二二"), three))) == [("edited", "s-a", "text", "a-1")]
    assert found(text_of(0, (one, Paragraph("n", ""), two))) == [
        ("added", "s-a", "text", "n"),
        ("removed", "s-a", "text", "a-2"),
    ]
    assert found(text_of(0, (three, one, two))) == [("moved", "s-a", "text", "a-2")]
    assert found(text_of(0, (replace(three, level=2), one, two))) == [
        ("moved", "s-a", "text", "a-2"),
        ("edited", "s-a", "text", "a-2"),
    ]


def test_sections_renamed_moved_added_and_removed() -> None:
    a, b, c = BASE.sections
    assert found(replace(BASE, sections=(a, replace(b, heading="新"), c))) == [("edited", "s-b", "", "")]
    assert found(replace(BASE, sections=(a, replace(b, done=True), c))) == [("edited", "s-b", "", "")]
    assert found(replace(BASE, sections=(c, a, b))) == [("moved", "s-c", "", "")]
    assert found(replace(BASE, sections=(a, make_section("d"), b))) == [
        ("added", "s-d", "", ""),
        ("removed", "s-c", "", ""),
    ]


def test_preface_and_attachments() -> None:
    attachment = BASE.attachments[0]
    after = replace(BASE, preface=(), attachments=(replace(attachment, title="图", blocks=()), Attachment("z")))
    assert found(after) == [
        ("removed", PREFACE, TEXT_FIELD, "p"),
        ("edited", "x", "title", ""),
        ("removed", "x", TEXT_FIELD, "y"),
        ("added", "z", "", ""),
    ]


def test_pairs_row_by_row_and_values_of_another_kind() -> None:
    before = BASE.with_section("s-c", lambda one: one.with_value("f", Pairs("领", (Pair("p1", "短", "因"),))))
    after = BASE.with_section("s-c", lambda one: one.with_value("f", Pairs("", (Pair("p1", "短", "果"), Pair("p2")))))
    assert changed_places(before, after) == (
        Difference(Change.EDITED, Place("s-c", "f")),
        Difference(Change.EDITED, Place("s-c", "f", "p1")),
        Difference(Change.ADDED, Place("s-c", "f", "p2")),
    )
    scalar = BASE.with_section("s-c", lambda one: one.with_value("f", "字"))
    assert changed_places(before, scalar) == (Difference(Change.EDITED, Place("s-c", "f")),)
    assert changed_places(scalar, scalar.with_section("s-c", lambda one: one.with_value("f", "字"))) == ()


@given(st.data())
def test_there_are_differences_only_when_the_reports_differ_and_each_once(data: st.DataObject) -> None:
    pieces = Pieces()
    before = data.draw(pieces.reports())
    after = data.draw(edited(before, pieces))
    places = changed_places(before, after)
    assert bool(places) <= (before != after)
    assert len({(one.change, one.place) for one in places}) == len(places)
