"""`history`: what a report was, and what became of it since."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage.lock import FolderLock
from storage.reading import read_report
from storage.store import Store
from tests.ui.commands.conftest import Command

MORNING = datetime(2026, 2, 3, 1, 0, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "数据"


@pytest.fixture
def stored(command: Command, report: Path, data: Path) -> str:
    """The id of a report with a second revision a week later and a version."""
    report_id = command("--data", data, "import", report).out.strip()
    moment = datetime.now(UTC) + timedelta(days=7)
    with FolderLock.take(data) as lock:
        store = Store(lock, clock=lambda: moment)
        store.save(retitled(read_report(data, report_id).report), "李四", "改标题")
        store.freeze(report_id, "送审稿", "", "", "李四")
        store.close()
    return report_id


def retitled(report: Report) -> Report:
    return edits.set_front(report, "title", report.front.title + "（送审稿）")


def test_the_revisions_are_listed_the_newest_first(command: Command, data: Path, stored: str) -> None:
    newest, first = command("--data", data, "history", stored).out.splitlines()
    assert newest.split("\t")[2:] == ["李四", "送审稿", "+0", "基本信息"]
    assert int(newest.split("\t")[0]) > int(first.split("\t")[0])


def test_as_json_with_what_was_done(command: Command, data: Path, stored: str) -> None:
    found = json.loads(command("--data", data, "history", stored, "--json").out)
    assert found["report"] == stored
    newest, first = found["revisions"]
    assert (newest["who"], newest["version"], newest["deeds"]) == ("李四", "送审稿", ["改标题", "freeze"])
    assert {"section": "front", "field": "title"} in newest["places"]
    assert first["version"] is None
    assert datetime.fromisoformat(first["moment"]).tzinfo is not None


def test_what_became_of_a_revision_is_told_word_by_word(command: Command, data: Path, stored: str) -> None:
    revisions = json.loads(command("--data", data, "history", stored, "--json").out)["revisions"]
    told = command("--data", data, "history", stored, "--at", str(revisions[-1]["sequence"]))
    assert told.code == 0
    assert told.out.count("\n") == 1
    assert "基本信息\t标题\t" in told.out
    assert "〔＋（送审稿）〕" in told.out
    same = command("--data", data, "history", stored, "--at", str(revisions[0]["sequence"]))
    assert same.out == "与现在相同。\n"


def test_what_there_is_not_is_said_in_a_sentence(command: Command, data: Path, stored: str) -> None:
    assert "没有第0号修改" in command("--data", data, "history", stored, "--at", "0").sentence
    assert "没有编号为" in command("--data", data, "history", "0" * 12).sentence
    assert command("--data", data, "history", "nonsense").code == 2
