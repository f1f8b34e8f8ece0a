"""A report's life: states, names, archive, copies, trash, and the end; versions and confirmations; settings."""

import sqlite3
from dataclasses import replace

import pytest

from report import edits
from report.differences import changed_places
from report.report import Report
from storage.errors import UnknownReport, UnknownVersion
from storage.records import SourceText, State
from storage.store import Store
from storage.verifying import verify


@pytest.fixture
def stored(store: Store, report: Report) -> Store:
    store.create(report, "甲", SourceText("原文", "去年.txt"))
    return store


def test_a_new_report_is_in_the_making(stored: Store, report: Report) -> None:
    listing = stored.reports()[0]
    assert (listing.state, listing.name, listing.archived, listing.trashed) == (State.DRAFTING, "", False, None)
    assert (listing.title, listing.office, listing.year) == (report.front.title, report.front.office, 2024)
    assert [one.heading for one in listing.sections] == [one.heading for one in report.sections]
    assert [one.empty for one in listing.sections] == [False, False, True]
    assert listing.created == listing.changed
    assert listing.created.utcoffset() is not None


def test_the_states(stored: Store) -> None:
    for state in (State.REVIEWING, State.SUBMITTED, State.PUBLISHED, State.DRAFTING):
        stored.set_state("r1", state, "甲")
        assert stored.load("r1").listing.state is state
    lines = stored.journal("r1")
    assert [one.new for one in lines[:2]] == [{"state": "drafting"}, {"state": "published"}]
    same = stored.set_state("r1", State.DRAFTING, "甲")
    assert same.sequence == lines[0].sequence


def test_name_and_archive(stored: Store) -> None:
    stored.rename("r1", "给县里的", "甲")
    stored.archive("r1", "甲")
    listing = stored.load("r1").listing
    assert (listing.name, listing.archived) == ("给县里的", True)
    stored.archive("r1", "甲", archived=False)
    assert not stored.reports()[0].archived


def test_a_copy_has_the_same_ids_and_its_own_life(stored: Store, report: Report) -> None:
    stored.set_state("r1", State.PUBLISHED, "甲")
    stored.duplicate("r1", "r2", "乙")
    copy = stored.load("r2")
    assert copy.report == replace(report, id="r2")
    assert (copy.listing.state, copy.source) == (State.DRAFTING, None)
    stored.save(edits.set_year(copy.report, 2025), "乙", "year")
    assert stored.load("r1").report.year == 2024
    assert [one.id for one in stored.reports()] == ["r2", "r1"]


def test_into_the_trash_and_out_again(stored: Store, report: Report) -> None:
    stored.trash("r1", "甲")
    assert stored.load("r1").listing.trashed is not None
    stored.restore("r1", "甲")
    found = stored.load("r1")
    assert found.listing.trashed is None
    assert found.report == report


def test_the_end_leaves_one_line_without_text(stored: Store, plain: sqlite3.Connection) -> None:
    stored.freeze("r1", "送审稿", "submission", "", "甲")
    stored.confirm("r1", "submit", (), "甲")
    stored.duplicate("r1", "r2", "甲")
    last = stored.purge("r1", "甲").sequence
    assert [one.id for one in stored.reports()] == ["r2"]
    (line,) = stored.journal("r1")
    assert (line.sequence, line.what, line.new) == (last, "purge", None)
    tables = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in set(tables) - {"report", "journal", "setting", "head", "_sqlite_migrations"}:
        assert plain.execute(f"SELECT count(*) FROM {table} WHERE report = 'r1'").fetchone() == (0,)
    stored.rename("r2", "新", "甲")
    assert stored.journal("r2")[0].sequence == last + 1
    assert stored.load("r2").report.sections


def test_a_version_keeps_the_text_as_it_was(stored: Store, report: Report) -> None:
    version = stored.freeze("r1", "送审稿", "submission", "ab" * 32, "甲")
    later = edits.set_front(report, "title", "新")
    stored.save(later, "甲", "title")
    assert stored.versions("r1") == (version,)
    frozen = stored.version("r1", version.sequence)
    assert (frozen.version, frozen.report) == (version, report)
    assert [one.place.field for one in changed_places(frozen.report, stored.load("r1").report)] == ["title"]
    assert stored.journal("r1")[1].new == {"name": "送审稿", "copy": "submission", "sha256": "ab" * 32}
    with pytest.raises(UnknownVersion) as unknown:
        stored.version("r1", 999)
    assert (unknown.value.report_id, unknown.value.sequence) == ("r1", 999)


def test_submission_is_confirmed_frozen_and_said_in_one(stored: Store, report: Report) -> None:
    version = stored.submit("r1", "报送稿", "submission", "cd" * 32, ["主送机关", "成文日期"], "甲")
    found = stored.load("r1")
    assert (found.listing.state, found.report) == (State.SUBMITTED, report)
    (confirmed,) = stored.confirmations("r1")
    assert (confirmed.what, confirmed.holes, confirmed.who) == ("submit", ("主送机关", "成文日期"), "甲")
    lines = stored.journal("r1")[:3]
    assert [one.table for one in lines] == ["version", "report", "confirmation"]
    assert {one.deed for one in lines} == {confirmed.sequence}
    assert stored.versions("r1") == (version,)


def test_settings(store: Store) -> None:
    assert store.settings() == {}
    store.set_settings({"office": '"某局"', "zoom": "100"})
    store.set_settings({"zoom": "125"})
    assert store.settings() == {"office": '"某局"', "zoom": "125"}
    assert store.journal("") == ()


def test_the_last_changed_comes_first(store: Store, report: Report) -> None:
    for name in ("a", "b", "c"):
        store.create(replace(report, id=name), "甲")
    store.save(edits.set_year(replace(report, id="b"), 2020), "甲", "year")
    assert [one.id for one in store.reports()] == ["b", "c", "a"]


def test_the_file_that_was_imported_is_kept_byte_by_byte(store: Store, report: Report) -> None:
    original = bytes(range(256)) * 40
    store.create(report, "张三", SourceText("原文", "去年.docx", original=original))
    assert store.original("r1") == original
    assert store.load("r1").source == SourceText("原文", "去年.docx")
    store.keep_source("r1", SourceText("原文", "去年.docx", unplaced=("页眉",)), "张三")
    assert store.original("r1") == original
    assert verify(store.path).damages == ()
    with pytest.raises(UnknownReport):
        store.original("none")
