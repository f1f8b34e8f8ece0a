"""诊断包: all that a maintainer needs, nothing that was written, nobody's name; shown before it is written."""

import io
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from report import edits
from report.content import Paragraph
from report.report import TEXT_FIELD, Report
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.records import SourceText
from storage.store import Store
from tests.storage.reports import full_report
from ui.diagnosis import Packed, diagnosis, packed
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.fault_log import FaultLog
from ui.settings import Settings, write_settings
from ui.theme import Theme

RARE = "龘靐齉爩鱻麤龗灪"
"""Characters that no sentence of the program has."""


def secret(report: Report, words: str) -> Report:
    """The report with these words everywhere."""
    section = report.sections[0]
    report = edits.set_field(report, section.id, TEXT_FIELD, (Paragraph("p", words),))
    report = edits.rename_section(report, section.id, words)
    front = replace(report.front, title=words, office=words, addressee=words, contact=words)
    return replace(report, front=front)


def filled(folder: Path, words: str) -> Path:
    """A data folder in which these words stand wherever a clerk can write them."""
    data = data_folder(folder / words)
    with FolderLock.take(data) as lock:
        store = Store(lock)
        store.create(secret(full_report(), words), words, SourceText(words, words))
        store.save(secret(full_report(), words + "改"), words, words)
        store.freeze("r1", words, "submission", "", words)
        own = Settings(office=words, person=words, addressee=words, export_folder=words, backup_folder=words)
        store.set_settings(write_settings(Settings(), own))
        store.close()
    return data


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(RARE, min_size=4, max_size=12))
def test_nothing_that_was_written_is_in_it(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    data = filled(tmp_path_factory.mktemp("d"), words)
    log = FaultLog(data)
    try:
        raise ValueError(words)
    except ValueError as error:
        log.keep(ValueError, error.__traceback__)
    log.close()
    text = "".join(one.name + one.what + one.text for one in diagnosis(data))
    assert not set(text) & set(RARE)
    assert "ValueError" in text


def test_it_has_what_a_maintainer_asks_for(tmp_path: Path) -> None:
    found = {one.name: one.text for one in diagnosis(filled(tmp_path, "字"), {"platform": "offscreen"})}
    assert "呈报 " in found["版本.txt"]
    assert "offscreen" in found["版本.txt"]
    assert "block\t" in found["数据状况.txt"]
    assert "完好" in found["数据状况.txt"]
    assert "office\t已填" in found["设置.txt"]
    assert "zoom\t100" in found["设置.txt"]
    assert found["备份.txt"] == "还没有备份。\n"
    assert found["日志.txt"] == "没有出过错。\n"


def test_damage_is_named_by_table(tmp_path: Path) -> None:
    data = filled(tmp_path, "字")
    with closing(sqlite3.connect(database(data), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x'")
    found = {one.name: one.text for one in diagnosis(data)}
    assert "有损坏" in found["数据状况.txt"]
    assert "changed\tblock" in found["数据状况.txt"]


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_cannot_be_read_is_said_in_its_place(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        database(tmp_path).write_bytes(content)
    found = diagnosis(tmp_path)
    assert len(found) == 5
    assert all(one.text.strip() for one in found)


def test_the_users_folder_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "chengbao.log").write_text(f"{tmp_path}/x.py:3", "utf-8")
    found = {one.name: one.text for one in diagnosis(tmp_path, home=tmp_path)}
    assert found["日志.txt"].endswith("~/x.py:3\n")


def test_the_package_holds_what_was_shown() -> None:
    entries = (Packed("甲.txt", "", "一\n"), Packed("乙.txt", "", "二\ud800"))
    assert packed(entries) == packed(entries)
    with zipfile.ZipFile(io.BytesIO(packed(entries))) as archive:
        assert archive.namelist() == ["甲.txt", "乙.txt"]
        assert archive.read("甲.txt").decode() == "一\n"


def test_each_entry_is_shown_as_it_will_be_packed(theme: Theme, qtbot: QtBot) -> None:
    entries = (Packed("甲.txt", "说明甲", "一\n"), Packed("乙.txt", "说明乙", "二\n"))
    dialog = DiagnosisDialog(entries, theme, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.text.toPlainText() == "一\n"
    dialog.list.setCurrentRow(1)
    assert dialog.text.toPlainText() == "二\n"
    assert dialog.what.text() == "说明乙，4字节"
