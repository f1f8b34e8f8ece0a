"""`show` and `types`: the outline for people, and the JSON that other programs rely on."""

import json
import re
from pathlib import Path

import pytest

from report.reading.rules import Rule
from tests.ui.commands.conftest import Command
from ui.sentences import note_sentence

KEYS = {
    *("id", "type", "type_confidence", "year", "office", "title", "addressee", "signatory", "date", "date_text"),
    *("document_number", "numbering", "preface", "sections", "attachments", "missing", "unplaced", "notes"),
    "indicators",
}
SECTION = {"id", "kind", "confidence", "number", "label", "source_number", "heading", "blocks"}
BLOCK = {"level", "number", "label", "source_number", "text", "run_in"}


def test_json_has_the_keys_of_the_contract(command: Command, report: Path) -> None:
    shown = json.loads(command("show", report, "--json").out)
    assert set(shown) == KEYS
    assert all(set(section) == SECTION for section in shown["sections"])
    blocks = [*shown["preface"], *(block for section in shown["sections"] for block in section["blocks"])]
    assert all(set(block) == BLOCK for block in blocks)
    assert shown["notes"] == []


def test_json_tells_the_report(command: Command, report: Path) -> None:
    shown = json.loads(command("show", report, "--json").out)
    front = {key: shown[key] for key in ("id", "year", "office", "signatory", "date", "date_text", "numbering")}
    assert front == {
        "id": None,
        "year": 2024,
        "office": "青溪县应急管理局",
        "signatory": "青溪县应急管理局",
        "date": "2025-01-06",
        "date_text": "2025年1月6日",
        "numbering": "一、（一）1.（1）",
    }
    assert [block["text"] for block in shown["preface"]] == ["2024年，我局坚持依法行政。现报告如下。"]
    assert [section["label"] for section in shown["sections"]] == ["一、", "二、", "三、", "四、"]
    assert [(block["level"], block["label"], block["run_in"]) for block in shown["sections"][0]["blocks"]] == [
        (2, "（一）", 0),
        (3, "1.", 4),
        (3, "2.", 4),
        (2, "（二）", 0),
        (0, None, 0),
    ]
    assert shown["unplaced"] == []


def test_equal_input_gives_equal_output(command: Command, report: Path) -> None:
    assert command("show", report, "--json").out == command("show", report, "--json").out
    assert command("show", report).out == command("show", report).out


def test_a_table(command: Command, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("一、举措\n类别\t件数\n许可\t3\n处罚\t4\n", encoding="utf-8")
    shown = json.loads(command("show", source, "--json").out)
    table = {"level": 0, "table": [["类别", "件数"], ["许可", "3"], ["处罚", "4"]], "text": ""}
    assert shown["sections"][0]["blocks"] == [table]
    assert "  〔表格，3行〕" in command("show", source).out.splitlines()


def test_for_people(command: Command, report: Path) -> None:
    lines = command("show", report).out.splitlines()
    assert lines[:4] == [
        "标题：青溪县应急管理局2024年法治政府建设年度报告",
        "主送：县委、县政府：",
        "署名：青溪县应急管理局",
        "日期：2025年1月6日",
    ]
    assert re.fullmatch(r"类型：\D+（\d+%）", lines[4])
    assert next(line for line in lines if line.startswith("一、")).startswith(
        "一、推进法治政府建设的主要举措和成效  〔"
    )
    assert "  （一）深化“放管服”改革" in lines
    assert "    1.优化审批。全年办理许可事项27项。" in lines


def test_for_people_where_little_is_there(command: Command, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("一、甲\n依\u202e法\u200b行政,好。" + "长" * 60 + "\n附件：名单\n", encoding="utf-8")
    lines = command("show", source).out.splitlines()
    assert lines[0] == "标题：（没有）"
    assert any(line.endswith("……") for line in lines)
    assert "附件：名单" in lines
    notes = [line for line in lines if line.startswith("说明：")]
    assert "说明：半角标点改成全角，1处，第一处在原文第2行“依法行政,好。长长" in "\n".join(notes)
    assert len(notes) == 3
    assert all(line.isprintable() for line in notes)


def test_year_and_office(command: Command, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("一、甲\n乙。\n", encoding="utf-8")
    shown = json.loads(command("show", source, "--json", "--year", "2024", "--office", "某局").out)
    assert (shown["year"], shown["office"], shown["signatory"]) == (2024, "某局", "某局")
    shown = json.loads(command("show", source, "--json", "--office", "  ").out)
    assert (shown["year"], shown["office"], shown["signatory"], shown["title"]) == (None, None, None, None)


@pytest.mark.parametrize("rule", Rule)
def test_every_note_has_its_sentence(rule: Rule) -> None:
    assert re.fullmatch(r".+，2处，第一处在原文第7行“甲”", note_sentence(rule, 2, 7, "甲"))
    assert note_sentence(rule, 2, 7, "").endswith("，2处，第一处在原文第7行")


def test_types(command: Command) -> None:
    rows = json.loads(command("types", "--json").out)
    assert {row["id"] for row in rows} >= {"guangdong", "statutory", "leader_first"}
    assert all(set(row) == {"id", "name", "edition"} for row in rows)
    lines = command("types").out.splitlines()
    assert lines == [f"{row['id']}\t{row['name']}" for row in rows]


@pytest.mark.seed
def test_the_published_report(command: Command, seed: Path) -> None:
    shown = json.loads(command("show", seed, "--json").out)
    assert [section["number"] for section in shown["sections"]] == list("一二三四五六")
    measures = [(one["level"], one["label"]) for one in shown["sections"][3]["blocks"] if one["level"]]
    assert [label for level, label in measures if level == 2] == ["（一）", "（二）", "（三）", "（四）"]
    assert [label for level, label in measures if level == 3] == ["1.", "2.", "3.", "4.", "5.", "6.", "1.", "2."]
    assert shown["sections"][5]["blocks"] == []
    assert shown["unplaced"] == []
