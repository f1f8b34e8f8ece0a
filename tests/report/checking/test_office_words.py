"""The office's own words: a file that spreadsheets open, read back exactly; what it says is found."""

from hypothesis import given
from hypothesis import strategies as st

from report.checking.engine import check
from report.checking.finding import Finding
from report.checking.office_words import HEAD, read_rows, to_text, words_of
from report.checking.passages import Checked
from tests.report.checking.skeleton import read, source_of

CELLS = st.text(st.characters(categories=["L", "N", "P"]), max_size=6)


def found(words: dict[str, str], text: str) -> list[Finding]:
    kind, reading = read(source_of(text))
    return [one for one in check(Checked(kind, reading.report, office_words=words)) if one.rule == "own-word"]


@given(st.lists(st.tuples(CELLS.filter(lambda one: one.strip() and one != HEAD[0]), CELLS, CELLS), max_size=5))
def test_what_is_written_is_read_again(rows: list[tuple[str, str, str]]) -> None:
    assert read_rows(to_text(rows)) == tuple(tuple(cell.strip() for cell in row) for row in rows)


def test_files_of_other_programs_are_read() -> None:
    assert read_rows("城管局,市城管执法局\n抓手\n\n,无\n") == (("城管局", "市城管执法局", ""), ("抓手", "", ""))
    assert read_rows('\ufeff错词,正词,说明\r\n"甲,乙",丙,"多\n行"\r\n') == (("甲,乙", "丙", "多行"),)


def test_a_word_without_a_right_one_is_only_told() -> None:
    (one,) = found({"抓手": ""}, "把检查作为抓手。")
    assert (one.quote, one.fix, one.message) == ("抓手", None, "“抓手”不要用")


def test_the_right_word_that_holds_the_wrong_one_is_let_be() -> None:
    words = words_of([("城管局", "市城管局", ""), ("同", "同", "")])
    assert words == {"城管局": "市城管局"}
    assert [one.start for one in found({"城管局": "市城管局"}, "市城管局和城管局。")] == [5]
