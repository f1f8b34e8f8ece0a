"""The table of readings: what the script makes of the texts, small, and as it is committed."""

from pathlib import Path

import pytest

from resources.words import build


def test_the_committed_table_is_current() -> None:
    assert build.main(["--check"]) == 0
    assert build.TABLE.stat().st_size < 60_000


def test_every_line_is_a_character_and_its_readings() -> None:
    lines = build.TABLE.read_text("utf-8").splitlines()
    assert [line[0] for line in lines] == build.characters()
    for line in lines:
        _char, tab, readings = line[0], line[1], line[2:].split(" ")
        assert tab == "\t"
        assert len(set(readings)) == len(readings)
        assert all(one.isascii() and one.isalpha() and one.islower() for one in readings), line


@pytest.mark.parametrize(
    ("char", "wanted"), [("行", {"xing", "hang"}), ("率", {"lv", "shuai"}), ("执", {"zhi"}), ("驿", {"yi"})]
)
def test_all_readings_are_there_and_the_usual_one_first(char: str, wanted: set[str]) -> None:
    found = build.readings(char)
    assert wanted <= set(found)
    assert found[0] in wanted


def test_what_nobody_reads_has_no_line() -> None:
    assert build.table("甲A丙") == "甲\tjia\n丙\tbing\n"


def test_a_stale_table_is_named_and_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "TABLE", tmp_path / "pinyin.tsv")
    assert build.main(["--check"]) == 1
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    (tmp_path / "pinyin.tsv").write_text("甲\tyi\n", encoding="utf-8")
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().err == "stale: pinyin.tsv (make words)\n" * 2
