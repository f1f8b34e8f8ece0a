"""`verify`: whether what is stored is as it was written."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.location import database
from tests.ui.commands.conftest import Command


def test_what_was_imported_is_sound(command: Command, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "数据"
    assert command("--data", folder, "verify").out == "核对了0行，全部完好。\n"
    command("--data", folder, "import", report)
    done = command("--data", folder, "verify")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("全部完好。\n")
    data = json.loads(command("--data", folder, "verify", "--json").out)
    assert data["sound"]
    assert data["sealed"]
    assert data["rows"] > 10
    assert data["damages"] == []


def test_what_is_not_is_said(command: Command, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "数据"
    report_id = command("--data", folder, "import", report).out.strip()
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x' WHERE rowid = 1")
    done = command("--data", folder, "verify")
    assert done.code == 1
    assert done.out == ""
    assert f"报告“{report_id}”有内容和写入时不一样" in done.sentence
    data = json.loads(command("--data", folder, "verify", "--json").out)
    assert (data["sound"], data["damages"][0]["harm"], data["damages"][0]["report"]) == (False, "changed", report_id)


def test_a_file_of_another_program_is_refused(command: Command, tmp_path: Path) -> None:
    database(tmp_path).write_bytes(b"not a database" * 20)
    done = command("--data", tmp_path, "verify")
    assert done.code == 2
    assert "不是本软件的数据文件" in done.sentence
