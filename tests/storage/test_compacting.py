"""Noise of the journal is joined: every revision stays, verify follows the chain across the checkpoint and no other."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import edits
from report.content import Paragraph
from report.identity import random_id
from report.report import TEXT_FIELD, Report
from storage.compacting import join
from storage.errors import Damaged
from storage.store import Store
from storage.tables import JOURNAL_GUARDS
from storage.verifying import Harm, verify
from tests.report.strategies import Pieces, edited
from tests.storage.clocks import BEGIN, Hands


def with_text(report: Report, text: str) -> Report:
    one = report.sections[0]
    first, *rest = one.text
    return edits.set_field(report, one.id, TEXT_FIELD, (replace(first, text=text), *rest))


def typed(store: Store, clock: Hands, report: Report, words: str) -> Report:
    """The words typed, each character saved, in one go."""
    for end in range(1, len(words) + 1):
        clock.wait(seconds=1)
        report = with_text(report, words[:end])
        store.save(report, "甲", "改正文")
    return report


def lines(store: Store) -> int:
    return int(store._db.execute("SELECT count(*) FROM journal").fetchone()[0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_every_revision_reads_as_before(timed: Store, clock: Hands, data: st.DataObject) -> None:
    pieces = Pieces()
    report = data.draw(pieces.reports(random_id()))
    timed.create(report, "甲")
    for _ in range(data.draw(st.integers(2, 14))):
        clock.wait(minutes=data.draw(st.sampled_from([0.1, 0.1, 1, 9, 40])))
        if data.draw(st.integers(0, 5)) == 0:
            timed.freeze(report.id, "稿", "submission", "", "甲")
        report = data.draw(edited(report, pieces))
        timed.save(report, data.draw(st.sampled_from("甲甲甲乙")), "edit")
    before = timed.revisions(report.id)
    states = {one.sequence: timed.report_at(report.id, one.sequence) for one in before}
    old = BEGIN + timedelta(minutes=data.draw(st.integers(0, 300)))
    while timed.compact(report.id, old, most=data.draw(st.integers(1, 30))):
        pass
    assert verify(timed.path).is_sound
    for sequence, state in states.items():
        assert timed.report_at(report.id, sequence) == state
    after = timed.revisions(report.id)
    assert {one.sequence for one in after if one.name} == {one.sequence for one in before if one.name}
    assert after[0].sequence == before[0].sequence
    assert len(after) <= len(before)
    assert timed.load(report.id).report == report
    timed.save(edits.set_front(report, "title", "接着写"), "甲", "改")
    assert verify(timed.path).is_sound


def test_a_paragraph_typed_in_one_go_becomes_one_line(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    first = typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    second = typed(timed, clock, first, "持续深化改革。")
    assert lines(timed) == 1 + 9 + 7
    assert timed.compact(report.id, clock.now + timedelta(1)) == 8, "the last revision stays as it is"
    assert lines(timed) == 1 + 1 + 7
    assert timed.compact(report.id, clock.now + timedelta(1)) == 0
    assert verify(timed.path).is_sound
    newest, older = timed.revisions(report.id)
    assert timed.report_at(report.id, newest.sequence) == second
    assert timed.report_at(report.id, older.sequence) == first


def test_what_is_young_stays(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    typed(timed, clock, report, "持续深化改革。")
    before = lines(timed)
    assert timed.compact(report.id, BEGIN) == 0
    assert lines(timed) == before


def test_it_goes_on_where_it_left_off(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    for day in range(6):
        typed(timed, clock, report, f"第{day}天写的一段话。")
        clock.wait(days=1)
    calls = 0
    while timed.compact(report.id, clock.now, most=12):
        calls += 1
        assert verify(timed.path).is_sound
    assert calls > 2
    assert lines(timed) == 1 + 5 + 9
    checkpoints = timed._db.execute("SELECT sum(dropped), sum(kept) FROM checkpoint").fetchone()
    assert checkpoints == (40, 6)


def test_what_was_done_to_a_report_is_kept(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    timed.rename(report.id, "初稿", "甲")
    timed.rename(report.id, "二稿", "甲")
    timed.confirm(report.id, "submit", ["成文日期"], "甲")
    timed.freeze(report.id, "送审稿", "submission", "", "甲")
    clock.wait(days=1)
    typed(timed, clock, report, "一二三")
    assert timed.compact(report.id, clock.now) == 0
    assert [one.what for one in timed.journal(report.id)][-5:] == ["freeze", "confirm", "rename", "rename", "create"]


def damage(store: Store, statement: str) -> None:
    connection = store._db.conn
    for guard in JOURNAL_GUARDS:
        connection.execute(f"DROP TRIGGER {guard.split()[2]}")
    assert connection.execute(statement).rowcount > 0
    for guard in JOURNAL_GUARDS:
        connection.execute(guard)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET new = replace(new, '行政', '法治') WHERE sequence = 10",
        "DELETE FROM journal WHERE sequence = 10",
        "DELETE FROM journal WHERE sequence = 1",
        "UPDATE journal SET moment = '2020' || substr(moment, 5) WHERE sequence = 12",
        "UPDATE checkpoint SET dropped = dropped - 1",
        "UPDATE checkpoint SET last = first",
        "DELETE FROM checkpoint",
    ],
)
def test_lines_that_are_gone_without_a_checkpoint_are_damage(
    timed: Store, clock: Hands, report: Report, statement: str
) -> None:
    timed.create(report, "甲")
    typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    typed(timed, clock, report, "持续深化改革。")
    timed.compact(report.id, clock.now)
    assert verify(timed.path).is_sound
    damage(timed, statement)
    found = verify(timed.path)
    assert not found.is_sound
    assert found.damages[0].harm in (Harm.JOURNAL, Harm.CHANGED, Harm.MISSING)


def test_what_is_damaged_is_not_linked_anew(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    typed(timed, clock, report, "持续深化改革。")
    damage(timed, "UPDATE journal SET who = '乙' WHERE sequence = 4")
    before = lines(timed)
    with pytest.raises(Damaged):
        timed.compact(report.id, clock.now)
    assert lines(timed) == before


def test_a_failure_leaves_the_journal_as_it_was(
    timed: Store, clock: Hands, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    timed.create(report, "甲")
    typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    typed(timed, clock, report, "持续深化改革。")
    before = timed.journal(report.id, 1000)
    monkeypatch.setattr("storage.deed.Deed.put", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        timed.compact(report.id, clock.now)
    monkeypatch.undo()
    assert timed.journal(report.id, 1000) == before
    with pytest.raises(sqlite3.IntegrityError):
        timed._db.conn.execute("DELETE FROM journal")
    assert verify(timed.path).is_sound


def test_a_purged_report_takes_its_checkpoints_along(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    typed(timed, clock, report, "全面推进依法行政。")
    clock.wait(days=1)
    typed(timed, clock, report, "持续深化改革。")
    timed.compact(report.id, clock.now)
    timed.purge(report.id, "甲")
    assert timed._db.execute("SELECT count(*) FROM checkpoint").fetchone()[0] == 0
    timed.create(report, "甲")
    assert verify(timed.path).is_sound


def line(old: str | None, new: str | None) -> dict[str, str | int | None]:
    return {"sequence": 2, "old": old, "new": new}


@pytest.mark.parametrize(
    ("older", "newer", "joined"),
    [
        ((None, '{"a":1,"b":2}'), ('{"b":2}', '{"b":3}'), (None, '{"a":1,"b":3}')),
        ((None, '{"a":1}'), ('{"a":1}', None), None),
        (('{"a":1}', '{"a":2}'), ('{"b":1}', '{"b":2}'), ('{"b":1,"a":1}', '{"b":2,"a":2}')),
        (('{"a":1}', '{"a":2}'), ('{"a":2}', '{"a":1}'), None),
        (('{"a":1}', '{"a":2}'), ('{"a":2,"b":3}', None), ('{"a":1,"b":3}', None)),
        (('{"a":1,"b":2}', None), (None, '{"a":1,"b":4}'), ('{"b":2}', '{"b":4}')),
        (('{"a":1}', None), (None, '{"a":1}'), None),
        (('{"text":"x"}', '{"text":"y"}'), ('{"owner":"s"}', '{"owner":"t"}'), ('{"owner":"s","text":"x"}', ...)),
        (('{"owner":"s"}', '{"owner":"t"}'), ('{"text":"x"}', '{"text":"y"}'), ('{"owner":"s","text":"x"}', ...)),
    ],
)
def test_two_lines_of_one_row_become_one(older: tuple, newer: tuple, joined: tuple | None) -> None:
    found = join(line(*older), line(*newer))
    if joined is None:
        assert found is None
    else:
        assert found is not None
        assert found["old"] == joined[0]
        assert joined[1] is ... or found["new"] == joined[1]


def test_a_paragraph_added_and_taken_back_leaves_nothing(timed: Store, clock: Hands, report: Report) -> None:
    timed.create(report, "甲")
    clock.wait(hours=1)
    section = report.sections[0]
    longer = edits.set_field(report, section.id, TEXT_FIELD, (*section.text, Paragraph("neu", "多的")))
    timed.save(longer, "甲", "加")
    timed.save(report, "甲", "删")
    clock.wait(hours=1)
    typed(timed, clock, report, "一")
    timed.compact(report.id, clock.now + timedelta(1))
    assert len(timed.revisions(report.id)) == 2
    assert verify(timed.path).is_sound
