"""`check`: findings for people and as JSON; the exit code stops a submission."""

import json
from pathlib import Path

from tests.report.checking.skeleton import source_of
from tests.ui.commands.conftest import Command

KEYS = ["rule", "severity", "section", "block", "start", "end", "quote", "message", "source", "fix", "fixed"]


def text_file(folder: Path, **slots: str) -> Path:
    path = folder / "report.txt"
    path.write_text(source_of(slots), encoding="utf-8")
    return path


def test_json_has_the_keys_of_the_contract(command: Command, tmp_path: Path) -> None:
    done = command("check", text_file(tmp_path, measures="行政行为未被撤销、变跟。", title=""), "--json")
    found = json.loads(done.out)["findings"]
    assert all(list(one) == KEYS for one in found)
    by_rule = {one["rule"]: one for one in found}
    word = by_rule["wrong-word"]
    assert (word["severity"], word["block"], word["start"], word["end"]) == ("should", 1, 9, 11)
    assert (word["quote"], word["fix"], word["fixed"]) == ("变跟", "变更", False)
    title = by_rule["title-missing"]
    assert (title["section"], title["block"], title["start"], title["quote"]) == ("document", None, None, "")
    assert done.code == 1


def test_a_report_without_faults_says_so(command: Command, tmp_path: Path) -> None:
    done = command("check", text_file(tmp_path))
    assert (done.code, done.out) == (0, "没有发现问题。\n")


def test_people_read_one_line_a_finding_and_the_counts(command: Command, tmp_path: Path) -> None:
    done = command("check", text_file(tmp_path, measures="检查企业120家次,行政行为未被变跟。"))
    lines = done.out.splitlines()
    assert lines[0].startswith("应改  “变跟”应为“变更”")
    assert lines[1].endswith("（导入时已改）  「,」")
    assert lines[-1] == "阻断0处，应改2处，建议0处"
    assert done.code == 0


def test_options_never_silence_a_finding(command: Command, tmp_path: Path) -> None:
    path = text_file(tmp_path, title="", signatory="")
    done = command("check", path, "--json", "--office", "青溪县水务局", "--year", "2024")
    found = {one["rule"]: one["fixed"] for one in json.loads(done.out)["findings"]}
    assert found == {"title-missing": True, "signatory-missing": True}
    assert done.code == 1


def test_the_copy_decides_about_the_addressee(command: Command, tmp_path: Path) -> None:
    path = text_file(tmp_path, addressee="")
    rules = {
        copy: [one["rule"] for one in json.loads(command("check", path, "--json", "--copy", copy).out)["findings"]]
        for copy in ("submission", "public")
    }
    assert rules == {"submission": ["addressee-missing"], "public": []}


def test_a_stored_report_is_judged_as_it_is_now(command: Command, tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "数据"))
    report_id = command(*data, "import", text_file(tmp_path, measures="检查企业120家次,处罚12件。")).out.strip()
    done = command(*data, "check", report_id, "--json")
    assert json.loads(done.out)["findings"] == []


def test_an_export_lists_what_the_check_blocks_and_strict_stops_it(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(source_of("对11010519491231002X作出行政处罚决定12件。"), "utf-8")
    assert "11010519491231002X" in path.read_text("utf-8")
    target = tmp_path / "报告.pdf"
    done = command("export", path, "-o", target)
    assert "身份证号码" in done.err
    assert target.exists()
    target.unlink()
    done = command("export", path, "-o", target, "--strict")
    assert (done.code, target.exists()) == (1, False)
    assert "身份证号码" not in command("export", path, "-o", target, "--copy", "draft").err
