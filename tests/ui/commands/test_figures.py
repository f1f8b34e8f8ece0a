"""Indicators on the command line: what a text states, a report begun from last year's, a value that is set."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ui.commands.conftest import Command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "数 据"


@pytest.fixture
def stored(command: Command, data: Path, report: Path) -> str:
    return command("--data", data, "import", report).out.strip()


def indicators(command: Command, data: Path, report_id: str) -> dict[str, Any]:
    shown = json.loads(command("--data", data, "show", report_id, "--json").out)
    return {one["id"]: one for one in shown["indicators"]}


def test_a_file_states_counts_and_nothing_of_it_is_linked(command: Command, report: Path) -> None:
    shown = json.loads(command("show", report, "--json").out)
    found = {one["name"]: one for one in shown["indicators"]}
    money = found["罚没金额"]
    assert (money["id"], money["value"], money["unit"], money["linked"]) == ("penalty_money", "260.5529", "万元", False)
    section = next(one for one in shown["sections"] if one["id"] == money["section"])
    text = section["blocks"][money["block"]]["text"]
    assert text[money["start"] :].startswith("260.5529万元")
    assert money["quote"] in text


def test_an_imported_report_quotes_what_the_catalogue_has(command: Command, data: Path, stored: str) -> None:
    found = indicators(command, data, stored)
    assert found["penalty_money"]["linked"]
    assert found["penalty_money"]["value"] == "260.5529"


def test_the_next_year_has_the_words_and_waits_for_every_number(command: Command, data: Path, stored: str) -> None:
    done = command("--data", data, "new", "--from", stored)
    assert (done.code, done.err) == (0, "")
    shown = json.loads(command("--data", data, "show", done.out.strip(), "--json").out)
    assert (shown["year"], shown["title"]) == (2025, "青溪县应急管理局2025年法治政府建设年度报告")
    assert shown["date"] is None
    texts = "".join(block["text"] for one in shown["sections"] for block in one["blocks"])
    assert "罚款〔待填：罚没金额〕万元" in texts
    assert "260" not in texts
    found = {one["id"]: one for one in shown["indicators"]}
    assert (found["penalty_money"]["value"], found["penalty_money"]["linked"]) == (None, True)
    assert found["penalty_money"]["quote"] == "〔待填：罚没金额〕"


def test_office_and_year_can_be_others(command: Command, data: Path, stored: str) -> None:
    done = command("--data", data, "new", "--from", stored, "--year", "2026", "--office", "青溪县应急局")
    shown = json.loads(command("--data", data, "show", done.out.strip(), "--json").out)
    assert (shown["year"], shown["office"], shown["signatory"]) == (2026, "青溪县应急局", "青溪县应急局")
    assert shown["title"] == "青溪县应急局2026年法治政府建设年度报告"


def test_a_value_is_set_as_typed_and_the_text_follows(command: Command, data: Path, stored: str) -> None:
    report_id = command("--data", data, "new", "--from", stored).out.strip()
    assert command("--data", data, "set", report_id, "penalty_money", "３00.50 万元").code == 0
    assert command("--data", data, "set", report_id, "执法人员", "38人（含2人借调）").code == 0
    found = indicators(command, data, report_id)
    assert (found["penalty_money"]["value"], found["penalty_money"]["unit"]) == ("300.50", "万元")
    assert found["penalty_money"]["quote"].endswith("300.50万元")
    assert (found["officers"]["value"], found["officers"]["section"]) == ("38", None)


@pytest.mark.parametrize(
    ("indicator", "value", "told"),
    [
        ("penalty_money", "1e400", "科学记数法"),
        ("penalty_money", "-3", "负数"),
        ("exam_rate", "100.5%", "100%"),
        ("penalties", "若干", "没有读到数字"),
        ("penalties", "3-5", "范围"),
        ("nothing", "3", "没有“nothing”这个指标"),
    ],
)
def test_what_cannot_be_set_is_one_sentence_and_changes_nothing(
    command: Command, data: Path, stored: str, indicator: str, value: str, told: str
) -> None:
    before = command("--data", data, "show", stored, "--json").out
    done = command("--data", data, "set", stored, indicator, "--", value)
    assert done.code == 2
    assert told in done.sentence
    assert command("--data", data, "show", stored, "--json").out == before


def test_begun_from_what_there_is_not(command: Command, data: Path) -> None:
    done = command("--data", data, "new", "--from", "0123456789ab")
    assert done.code == 2
    assert "0123456789ab" in done.sentence
    assert command("--data", data, "new", "--from", "x").code == 2
    assert command("--data", data, "new", "--year", "2025").code == 2
    assert "--office" in command("--data", data, "new", "--type", "statutory", "--year", "2025").sentence
