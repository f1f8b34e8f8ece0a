"""A part, a field or a paragraph goes back to what it was; the rest stays."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from report import edits
from report.content import Attachment, Paragraph
from report.differences import FRONT
from report.document import FIGURES, PREFACE, Place
from report.identity import counting_ids
from report.last_year import ATTACHMENTS
from report.loader import load_types
from report.report import TEXT_FIELD, Report, Section
from report.reverting import reverted
from report.state_comparison import States, compare_states
from report.year_alignment import MatchKind
from resources import resource
from tests.report.strategies import Pieces, edited
from tests.storage.reports import full_report

TYPE = load_types(resource("templates"))[0]
EVERYTHING, NOWHERE = Place(""), Place("none")


def paragraphs(*texts: str, start: int = 0) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{number}", text) for number, text in enumerate(texts, start))


def a_report() -> Report:
    report = replace(full_report(), sections=(), attachments=())
    return replace(
        report,
        sections=(
            Section("s1", "一", values={TEXT_FIELD: paragraphs("甲", "乙", "丙")}),
            Section("s2", "二", values={TEXT_FIELD: paragraphs("丁", start=5)}),
        ),
        preface=(),
        attachments=(Attachment("a1", "表", paragraphs("戊", start=8)),),
    )


def texts(report: Report, section: str) -> list[str]:
    return [one.text for one in report.section(section).text if isinstance(one, Paragraph)]


def back(now: Report, then: Report, scope: Place) -> Report:
    return reverted(now, then, scope, counting_ids("new"))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_going_back_as_a_whole_gives_what_was(data: st.DataObject) -> None:
    pieces = Pieces()
    then = data.draw(pieces.reports("r"))
    now = data.draw(edited(then, pieces))
    assert back(now, then, EVERYTHING) == replace(then, type=now.type)


@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_a_part_goes_back_and_no_id_is_doubled(data: st.DataObject) -> None:
    pieces = Pieces()
    then = data.draw(pieces.reports("r"))
    now = data.draw(edited(then, pieces))
    for part in (FRONT, PREFACE, FIGURES, ATTACHMENTS, *(one.id for one in then.sections)):
        after = back(now, then, Place(part))
        ids = [one.id for section in after.sections for one in section.text] + [one.id for one in after.preface]
        assert len(ids) == len(set(ids))
        for section in now.sections:
            if section.id != part:
                assert after.section(section.id) == section
        if part in {one.id for one in then.sections}:
            assert after.section(part).heading == then.section(part).heading


def test_a_paragraph_goes_back_alone() -> None:
    then = a_report()
    now = edits.set_field(then, "s1", TEXT_FIELD, paragraphs("甲甲", "乙乙", "丙"))
    after = back(now, then, Place("s1", TEXT_FIELD, "p1"))
    assert texts(after, "s1") == ["甲甲", "乙", "丙"]
    assert back(now, then, Place("s1", TEXT_FIELD)) == then


def test_what_is_gone_comes_back_where_it_stood() -> None:
    then = a_report()
    shorter = edits.set_field(then, "s1", TEXT_FIELD, (then.section("s1").text[0], then.section("s1").text[2]))
    assert back(shorter, then, Place("s1", TEXT_FIELD, "p1")) == then
    assert back(edits.remove_section(then, "s1"), then, Place("s1")) == then
    assert back(replace(then, attachments=()), then, Place("a1")) == then


def test_what_was_not_there_yet_stays() -> None:
    then = a_report()
    now = edits.add_section(then, 1, Section("s3", "三", values={TEXT_FIELD: paragraphs("新", start=20)}))
    assert back(now, then, Place("s3")) == now
    assert back(now, then, Place("s3", TEXT_FIELD, "p20")) == now
    assert back(now, then, NOWHERE) == now


def test_a_paragraph_that_moved_on_stays_where_it_is_and_comes_back_under_another_id() -> None:
    then = a_report()
    moved = edits.set_field(then, "s1", TEXT_FIELD, then.section("s1").text[1:])
    moved = edits.set_field(moved, "s2", TEXT_FIELD, (*then.section("s2").text, then.section("s1").text[0]))
    after = back(moved, then, Place("s1"))
    assert texts(after, "s1") == ["甲", "乙", "丙"]
    assert after.section("s2") == moved.section("s2")
    assert after.section("s1").text[0].id == "new1"


def passages(then: Report, now: Report, scope: Place = EVERYTHING) -> list[tuple[MatchKind, str]]:
    found = compare_states(States(TYPE, then, now), scope)
    return [
        (one.kind, getattr(one.after or one.before, "text", "")) for one in found if one.kind is not MatchKind.UNCHANGED
    ]


def test_a_rewritten_paragraph_is_the_same_paragraph() -> None:
    """Ids say so, where likeness of the words would not."""
    then = a_report()
    now = edits.set_field(then, "s1", TEXT_FIELD, paragraphs("完全另外写的一段话", "乙", "丙"))
    assert passages(then, now) == [(MatchKind.CHANGED, "完全另外写的一段话")]


def test_a_section_that_is_gone_is_told() -> None:
    then = a_report()
    found = passages(then, edits.remove_section(then, "s1"))
    assert found == [(MatchKind.REMOVED, text) for text in ("一", "甲", "乙", "丙")]
    assert passages(then, edits.remove_section(then, "s1"), Place("s2")) == []


def test_a_renamed_section_shows_its_heading() -> None:
    then = a_report()
    assert passages(then, edits.rename_section(then, "s2", "改了名"), Place("s2")) == [(MatchKind.CHANGED, "改了名")]


def test_each_scope_has_what_is_in_it() -> None:
    then = a_report()
    now = edits.set_field(then, "s1", TEXT_FIELD, paragraphs("甲甲", "乙乙", "丙"))
    now = edits.set_attachment(now, "a1", lambda one: replace(one, title="另一张表"))
    now = edits.set_preface(now, paragraphs("引", start=30))
    assert len(passages(then, now)) == 4
    assert passages(then, now, Place("s1", TEXT_FIELD, "p0")) == [(MatchKind.CHANGED, "甲甲")]
    assert passages(then, now, Place("a1")) == [(MatchKind.CHANGED, "另一张表")]
    assert passages(then, now, Place("s2")) == []


def test_a_state_beside_itself_differs_in_nothing() -> None:
    assert passages(full_report(), full_report()) == []
