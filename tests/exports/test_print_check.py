"""What cannot be printed is found at its place; usual texts never read a face."""

from dataclasses import replace

import pytest

from exports import print_check
from exports.print_check import print_findings
from report.checking.engine import check
from report.checking.finding import Severity
from report.checking.passages import Checked
from report.content import Attachment, Table
from tests.report.checking.skeleton import read, source_of


def checked(words: str) -> Checked:
    kind, reading = read(source_of(words))
    return Checked(kind, reading.report)


def test_a_character_without_a_face_is_found_where_it_stands() -> None:
    one = checked("检查企业120家次。\n发放资料😀3000份，𠮷某签收。")
    found = list(print_findings(one))
    assert [each.quote for each in found] == ["😀"]
    assert (found[0].severity, found[0].start, found[0].block) == (Severity.SHOULD, 4, 2)
    assert "U+1F600" in found[0].message


def test_a_usual_text_reads_no_face(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.pdf.faces.bundled_faces", lambda _folder: pytest.fail("read"))
    assert list(print_findings(checked("朱镕基、赵堃，㎡、℃、①，“10㎏”。"))) == []
    assert print_check._is_usual("\t")
    assert not print_check._is_usual("\x00")


@pytest.mark.parametrize(("columns", "severity"), [(12, None), (13, Severity.HINT), (15, Severity.SHOULD)])
def test_a_table_with_more_columns_than_the_page_is_wide(columns: int, severity: Severity | None) -> None:
    one = checked("检查企业120家次。")
    row = tuple(f"第{number}栏" for number in range(columns))
    attachment = Attachment("a1", "统计表", (Table("t1", (row, row), 1),))
    found = check(replace(one, report=replace(one.report, attachments=(attachment,))))
    wide = [each for each in found if each.rule == "table-wide"]
    assert [each.severity for each in wide] == ([severity] if severity else [])
    assert all(str(columns) in each.message for each in wide)
