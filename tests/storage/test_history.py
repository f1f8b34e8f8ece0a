"""A report goes back to every state that it had; revisions are stretches of work."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import edits
from report.content import Paragraph
from report.document import Place
from report.identity import random_id
from report.report import TEXT_FIELD, Report, Section
from storage.errors import UnknownReport, UnknownRevision
from storage.history import EVERYWHERE
from storage.records import Revision
from storage.store import Store
from tests.report.strategies import Pieces, edited
from tests.storage.clocks import Hands


def with_text(report: Report, text: str, section: int = 0) -> Report:
    one = report.sections[section]
    first, *rest = one.text
    return edits.set_field(report, one.id, TEXT_FIELD, (replace(first, text=text), *rest))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_report_goes_back_to_every_state_it_had(store: Store, data: st.DataObject) -> None:
    pieces = Pieces()
    report = data.draw(pieces.reports(random_id()))
    states = {store.create(report, "甲").sequence: report}
    for _ in range(data.draw(st.integers(1, 6))):
        report = data.draw(edited(report, pieces))
        states[store.save(report, "甲", "edit").sequence] = report
    for sequence, wanted in states.items():
        assert store.report_at(report.id, sequence) == wanted
        for section in {one.id for one in wanted.sections} & {one.id for one in report.sections}:
            found = store.report_at(report.id, sequence, Place(section))
            assert found.section(section).values == wanted.section(section).values


def test_a_stretch_of_work_is_one_revision(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲", what="新建")
    clock.wait(minutes=40)
    for second in range(60):
        clock.wait(seconds=1)
        timed.save(with_text(report, f"第{second}稿"), "甲", "改正文")
    clock.wait(minutes=6)
    timed.save(with_text(report, "下午"), "甲", "改正文")
    clock.wait(seconds=1)
    timed.save(with_text(report, "别人"), "乙", "改正文")
    newest, afternoon, morning, made = timed.revisions(report.id)
    assert [one.who for one in (newest, afternoon, morning, made)] == ["乙", "甲", "甲", "甲"]
    assert (morning.moment - morning.began) == timedelta(seconds=59)
    section = report.sections[0].id
    assert morning.places == (Place(section, TEXT_FIELD),)
    assert (morning.deeds, made.deeds) == (("改正文",), ("新建",))
    assert timed.report_at(report.id, morning.sequence) == with_text(report, "第59稿")
    assert timed.report_at(report.id, made.sequence) == report


def test_a_version_ends_a_revision_and_gives_it_its_name(timed: Store, report: Report) -> None:
    timed.create(report, "甲")
    timed.save(with_text(report, "一稿"), "甲", "改")
    timed.freeze(report.id, "送审稿", "submission", "", "甲")
    timed.save(with_text(report, "二稿"), "甲", "改")
    newest, sent, *_ = timed.revisions(report.id)
    assert (newest.name, sent.name) == ("", "送审稿")
    assert timed.report_at(report.id, sent.sequence) == with_text(report, "一稿")
    assert timed.version(report.id, sent.sequence).report == timed.report_at(report.id, sent.sequence)


@pytest.mark.parametrize("minutes", [4.9, 5.1])
def test_a_pause_of_five_minutes_ends_one(timed: Store, clock: Hands, report: Report, minutes: float) -> None:
    timed.create(report, "甲")
    clock.wait(minutes=minutes)
    timed.save(with_text(report, "二"), "甲", "改")
    assert len(timed.revisions(report.id)) == (2 if minutes > 5 else 1)


def test_work_without_a_pause_is_cut_each_half_hour(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    for minute in range(60):
        clock.wait(minutes=1)
        timed.save(with_text(report, f"第{minute}分"), "甲", "改")
    assert len(timed.revisions(report.id)) == 3


def test_each_place_has_its_own_history(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    places = {}
    for number, text in ((0, "甲部分"), (1, "乙部分"), (0, "甲部分又改")):
        clock.wait(minutes=10)
        report = with_text(report, text, number)
        places[text] = timed.save(report, "甲", "改").sequence
    first, second = report.sections[0], report.sections[1]
    at = [one.sequence for one in timed.revisions(report.id, Place(first.id, TEXT_FIELD))]
    assert at == [places["甲部分又改"], places["甲部分"]]
    assert [one.sequence for one in timed.revisions(report.id, Place(second.id))] == [places["乙部分"]]
    block = first.text[0].id
    assert len(timed.revisions(report.id, Place(first.id, TEXT_FIELD, block))) == 2
    assert timed.revisions(report.id, Place(first.id, TEXT_FIELD, first.text[-1].id + "x")) == ()
    then = timed.report_at(report.id, places["甲部分"], Place(first.id))
    assert then.section(first.id).text == with_text(report, "甲部分").section(first.id).text


def test_a_paragraph_that_came_from_elsewhere_is_found_in_both_places(
    timed: Store, clock: Hands, report: Report
) -> None:
    one, other = Section("s1", "一", values={TEXT_FIELD: (Paragraph("p", "旧"),)}), Section("s2", "二")
    report = replace(report, sections=(one, other))
    timed.create(report, "甲")
    clock.wait(minutes=10)
    moved = replace(
        report, sections=(one.with_value(TEXT_FIELD, ()), other.with_value(TEXT_FIELD, (Paragraph("p", "旧"),)))
    )
    at_move = timed.save(moved, "甲", "移").sequence
    clock.wait(minutes=10)
    timed.save(replace(moved, sections=(moved.sections[0], moved.sections[1].with_value(TEXT_FIELD, ()))), "甲", "删")
    assert at_move in [one.sequence for one in timed.revisions(report.id, Place("s1"))]
    assert at_move in [one.sequence for one in timed.revisions(report.id, Place("s2"))]
    assert at_move in [one.sequence for one in timed.revisions(report.id, Place("s1", TEXT_FIELD, "p"))]
    assert timed.report_at(report.id, 1, Place("s1")).section("s1").text == (Paragraph("p", "旧"),)


def test_what_was_before_a_report_there_is_none(timed: Store, report: Report) -> None:
    timed.create(replace(report, id="other"), "甲")
    timed.create(report, "甲")
    with pytest.raises(UnknownRevision):
        timed.report_at(report.id, 1)
    with pytest.raises(UnknownReport):
        timed.report_at("none", 1)
    assert timed.revisions("none") == ()


def test_a_report_made_anew_after_its_purge_has_no_old_states(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    timed.save(with_text(report, "旧"), "甲", "改")
    gone = timed.purge(report.id, "甲").sequence
    clock.wait(minutes=10)
    timed.create(with_text(report, "新"), "甲")
    newest, purged = timed.revisions(report.id)
    assert timed.report_at(report.id, newest.sequence) == with_text(report, "新")
    assert purged.sequence == gone
    with pytest.raises(UnknownRevision):
        timed.report_at(report.id, purged.sequence)


def test_the_newest_come_first_and_no_more_than_asked_for(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    for number in range(5):
        clock.wait(minutes=10)
        timed.save(with_text(report, f"{number}"), "甲", "改")
    found: tuple[Revision, ...] = timed.revisions(report.id, EVERYWHERE, 3)
    assert len(found) == 3
    assert [one.sequence for one in found] == sorted((one.sequence for one in found), reverse=True)
