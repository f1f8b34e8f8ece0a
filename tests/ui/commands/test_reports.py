"""The commands that use the store: import, new, list, delete, and show and export of what is stored."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.lock import FolderLock
from tests.ui.commands.conftest import Command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "数 据"


def test_an_imported_report_is_listed_shown_and_exported(
    command: Command, data: Path, report: Path, tmp_path: Path
) -> None:
    done = command("--data", data, "import", report)
    report_id = done.out.strip()
    assert (done.code, done.err, len(report_id)) == (0, "", 12)
    assert command("--data", data, "list").out.split("\t")[0] == report_id
    listed = json.loads(command("--data", data, "list", "--json").out)
    assert [(one["id"], one["year"], one["state"]) for one in listed] == [(report_id, 2024, "drafting")]
    stored = json.loads(command("--data", data, "show", report_id, "--json").out)
    read = json.loads(command("show", report, "--json").out)
    assert stored["id"] == report_id
    for key in ("type", "year", "title", "addressee", "signatory", "date", "notes", "unplaced"):
        assert stored[key] == read[key]
    assert [one["heading"] for one in stored["sections"]] == [one["heading"] for one in read["sections"]]
    assert [one["blocks"] for one in stored["sections"]] == [one["blocks"] for one in read["sections"]]
    target = tmp_path / "出.pdf"
    assert command("--data", data, "export", report_id, "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_new_report_has_its_outline(command: Command, data: Path) -> None:
    done = command("--data", data, "new", "--type", "statutory", "--year", "2024", "--office", "青溪县水利局")
    shown = json.loads(command("--data", data, "show", done.out.strip(), "--json").out)
    assert shown["title"] == "青溪县水利局2024年法治政府建设年度报告"
    assert [one["kind"] for one in shown["sections"]] == ["measures", "shortfalls", "leader", "plans", "other"]


def test_a_deleted_report_is_gone_from_the_list(command: Command, data: Path, report: Path) -> None:
    report_id = command("--data", data, "import", report).out.strip()
    assert command("--data", data, "delete", report_id).code == 0
    assert command("--data", data, "list").out == ""
    assert command("--data", data, "show", report_id).code == 0


@pytest.mark.parametrize("verb", ["show", "delete"])
def test_an_unknown_id_is_one_sentence(command: Command, data: Path, verb: str) -> None:
    done = command("--data", data, verb, "0123456789ab")
    assert done.code == 2
    assert "0123456789ab" in done.sentence


def test_an_empty_folder_lists_nothing_and_stays_empty(command: Command, data: Path) -> None:
    assert command("--data", data, "list").out == ""
    assert list(data.iterdir()) == []


def test_while_a_window_holds_the_folder_reading_works_and_writing_names_the_holder(
    command: Command, data: Path, report: Path
) -> None:
    report_id = command("--data", data, "import", report).out.strip()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from storage.lock import FolderLock\n"
            f"lock = FolderLock.take(Path({str(data)!r})); print('held', flush=True); sys.stdin.read()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert command("--data", data, "list").out.startswith(report_id)
        assert command("--data", data, "show", report_id).code == 0
        done = command("--data", data, "delete", report_id)
        assert done.code == 2
        assert str(holder.pid) in done.sentence
    finally:
        holder.communicate()
    FolderLock.take(data).release()
