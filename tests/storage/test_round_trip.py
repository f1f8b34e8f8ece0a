"""What is saved comes back exactly, by the writer, by a reader and after a new start."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.content import Item, Pairs, Paragraph
from report.identity import random_id
from report.notes import Note, Revert
from report.report import TEXT_FIELD, Report, TypeRef
from storage.errors import KnownReport, UnknownReport
from storage.lock import FolderLock
from storage.reading import read_listings, read_report
from storage.records import SourceText
from storage.rows import value_is_empty
from storage.store import Store
from storage.uniqueness import with_unique_ids
from tests.report.builders import make_section
from tests.report.strategies import TEXTS, Pieces, edited

TYPE = TypeRef("guangdong", "2024", "0")
SHARED_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@SHARED_STORE
@given(data=st.data())
def test_any_report_through_any_edits(store: Store, folder: Path, data: st.DataObject) -> None:
    pieces = Pieces()
    report = data.draw(pieces.reports(random_id()))
    store.create(report, "甲")
    for number in range(data.draw(st.integers(1, 4))):
        report = data.draw(edited(report, pieces))
        if data.draw(st.booleans()):
            store._kept.clear()
        saved = store.save(report, "甲", str(number))
        assert saved == store.save(report, "乙", "again")
    assert store.load(report.id).report == report
    assert read_report(folder, report.id).report == report
    listing = store.load(report.id).listing
    assert [one.empty for one in listing.sections] == [
        all(map(value_is_empty, section.values.values())) for section in report.sections
    ]


@SHARED_STORE
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=2), st.floats(0, 1), TEXTS)
def test_the_source_is_kept_unchanged(
    store: Store, text: str, file: str, unplaced: list[str], confidence: float, quote: str
) -> None:
    note = Note("marks", 3, 7, quote, (Revert("b1", ",", "，"), Revert("", "", quote)))
    source = SourceText(text, file, (note,), tuple(unplaced), confidence)
    report_id = random_id()
    store.create(Report(report_id, TYPE), "", source)
    assert store.load(report_id).source == source
    undone = replace(source, notes=())
    store.keep_source(report_id, undone, "")
    store.keep_source(report_id, undone, "")
    assert store.load(report_id).source == undone


def test_after_a_new_start_all_is_there(lock: FolderLock, folder: Path, report: Report) -> None:
    store = Store(lock)
    store.create(report, "甲", SourceText("原文"))
    before = store.load(report.id)
    store.close()
    assert [one.name for one in folder.iterdir() if one.suffix != ".lock"] == ["chengbao.db"]
    again = Store(lock, must_exist=True)
    assert again.load(report.id) == before == read_report(folder, report.id)
    assert again.reports() == (before.listing,) == read_listings(folder)
    again.close()


def test_a_report_can_be_given_a_source_later(store: Store, report: Report) -> None:
    store.create(report, "甲")
    assert store.load(report.id).source is None
    store.keep_source(report.id, SourceText("原文"), "甲")
    assert store.load(report.id).source == SourceText("原文")


def test_half_a_character_does_not_stop_a_save(store: Store, report: Report) -> None:
    store.create(report, "甲")
    section = report.sections[0]
    broken = report.with_section(
        section.id, lambda one: one.with_value(TEXT_FIELD, (Paragraph("n", "字\ud840尾"), *section.text))
    )
    store.save(broken, "\udc00", "paste")
    found = store.load(report.id).report.section(section.id).text[0]
    assert found == Paragraph("n", "字\ufffd尾")


def test_ids_that_clash_lose_no_text(store: Store) -> None:
    twice = make_section("a", "甲", "乙")
    items = (Item("a-0", "丙"), Item("", "丁"))
    report = Report(
        "r",
        TYPE,
        preface=(Paragraph("a-0", "引"),),
        sections=(twice, replace(twice.with_value("i", items), heading="二"), replace(twice, id="preface", values={})),
    )
    report = report.with_section("preface", lambda one: one.with_value("p", Pairs("领", ())))
    store.create(report, "甲")
    stored = store.load("r").report
    assert stored == with_unique_ids(report) == with_unique_ids(stored)
    assert [one.id for one in stored.sections] == ["s-a", "s-a~2", "preface~2"]
    assert [block.id for block in stored.sections[1].text] == ["a-0~3", "a-1~2"]
    assert [one.heading for one in stored.sections] == [one.heading for one in report.sections]
    longer = replace(report, preface=(*report.preface, Paragraph("b", "又")))
    assert store.save(longer, "甲", "more").sequence == 2
    assert store.load("r").report.preface[1] == Paragraph("b", "又")


def test_an_unknown_report_is_said(store: Store, report: Report, folder: Path) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: store.load("none"),
        lambda: store.save(report, "", ""),
        lambda: store.rename("none", "x", ""),
        lambda: store.purge("none", ""),
        lambda: store.keep_source("none", SourceText(""), ""),
        lambda: store.freeze("none", "", "", "", ""),
        lambda: read_report(folder, "none"),
    ]
    for attempt in attempts:
        with pytest.raises(UnknownReport):
            attempt()


def test_a_known_id_is_not_taken_twice(store: Store, report: Report) -> None:
    store.create(report, "甲")
    with pytest.raises(KnownReport) as known:
        store.create(replace(report, preface=()), "乙")
    assert known.value.report_id == report.id
    assert store.load(report.id).report == report
