"""What stands in a cell is read with the same care as the text: nothing left out unsaid, lines kept apart."""

import pytest

from exports.formats import Format, rendered
from report.compose import Copy, compose
from report.content import Table
from report.reading.manuscript import CELL_BREAK, Manuscript
from report.reading.recognise import read_report
from report.reading.rules import Rule
from report.sources.docx.reader import read_docx
from report.sources.exchange import manuscript_json, read_answer
from report.sources.html.reader import read_html
from tests.exports.test_fixed_point import MOMENT, type_of
from tests.report.sources.test_variants import TYPES
from tests.report.sources.word_files import lists, numbered, paragraph, run, table, word_file

PICTURE = "<w:r><w:drawing><wps:wsp/></w:drawing></w:r>"
BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('框里的话')}</w:txbxContent></v:textbox></w:pict></w:r>"
PROMPT = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('请填写')}</w:sdtContent></w:sdt>"
DELETED = '<w:del><w:r><w:delText xml:space="preserve">删去的话</w:delText></w:r></w:del>'


def cells(*rows: str) -> str:
    """A table of two columns: 项目 and 情况, the second of each row given as it stands in the file."""
    made = "".join(f"<w:tr><w:tc>{paragraph('检查')}</w:tc><w:tc>{row}</w:tc></w:tr>" for row in rows)
    return f"<w:tbl><w:tr><w:tc>{paragraph('项目')}</w:tc><w:tc>{paragraph('情况')}</w:tc></w:tr>{made}</w:tbl>"


@pytest.mark.parametrize(
    ("inside", "rule", "quote"),
    [
        (paragraph(run("见图") + PICTURE), Rule.PICTURE, "见图"),
        (paragraph("其一", numbered(0)), Rule.BULLET, "其一"),
        (paragraph(run("正文") + BOX), Rule.TEXT_BOX, "框里的话"),
        (PROMPT + paragraph("3"), Rule.HIDDEN, "请填写"),
        (paragraph(run("3") + DELETED), Rule.DELETION, "删去的话"),
    ],
)
def test_what_is_left_out_of_a_cell_is_counted_where_it_stands(inside: str, rule: Rule, quote: str) -> None:
    bullets = {"numbering": lists([("bullet", "\uf0b7")])}
    found = read_docx(word_file(paragraph("前文") + cells(inside, inside), bullets))
    remark = next(one for one in found.remarks if one.rule is rule)
    assert (remark.count, remark.line, remark.quote) == (2, 2, quote)


def test_a_web_page_counts_in_cells_too() -> None:
    row = "<tr><td>检查</td><td>3<img alt='图'><del>4</del></td></tr>"
    found = read_html(f"<body><p>前文</p><table>{row}{row}</table></body>".encode())
    assert {one.rule: (one.count, one.line) for one in found.remarks} == {Rule.PICTURE: (2, 2), Rule.DELETION: (2, 2)}


def test_the_lower_part_of_a_joined_cell_shows_nothing() -> None:
    begin = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
    going = "<w:tcPr><w:vMerge/></w:tcPr>"
    rows = "".join(
        f"<w:tr><w:tc>{properties}{paragraph(left)}</w:tc><w:tc>{paragraph(right)}</w:tc></w:tr>"
        for properties, left, right in ((begin, "执法", "检查"), (going, "看不见", "处罚"), (begin, "普法", "讲座"))
    )
    found = read_docx(word_file(f"<w:tbl>{rows}</w:tbl>"))
    assert found.text.split("\n") == ["执法\t检查", "\t处罚", "普法\t讲座"]
    assert [(one.rule, one.quote) for one in found.remarks] == [(Rule.HIDDEN, "看不见")]


def test_a_caption_of_an_empty_table_is_a_paragraph() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    empty = table([["", ""], ["", ""]])
    caption = paragraph("表1", '<w:pStyle w:val="c"/>')
    found = read_docx(word_file(caption + empty + paragraph("后"), {"styles": styles}))
    assert found.text.split("\n") == ["表1", "后"]
    assert not found.forms


def test_a_paragraph_whose_end_is_deleted_does_not_run_into_a_table() -> None:
    carried = paragraph("前文", "<w:rPr><w:del/></w:rPr>")
    found = read_docx(word_file(carried + table([["甲", "乙"], ["丙", "丁"]])))
    assert found.text.split("\n") == ["前文", "甲\t乙", "丙\t丁"]


REPORT = (
    "某某县教育局2025年法治政府建设年度报告\n2025年，我局认真推进法治政府建设工作，现报告如下。\n"
    "一、2025年法治政府建设主要举措和成效\n（一）加强执法。全年执法情况如下。"
)


def with_table(cell: str) -> bytes:
    return word_file("".join(map(paragraph, REPORT.split("\n"))) + cells(cell))


def table_of(manuscript: Manuscript) -> Table:
    report = read_report(manuscript, TYPES).report
    return next(one for section in report.sections for one in section.text if isinstance(one, Table))


@pytest.mark.parametrize(
    "cell",
    [
        paragraph("318") + paragraph("家次"),
        paragraph("<w:r><w:t>318</w:t><w:br/><w:t>家次</w:t></w:r>"),
        paragraph("318") + paragraph("") + paragraph("家次") + paragraph(""),
    ],
)
def test_lines_of_a_cell_stay_apart(cell: str) -> None:
    found = read_answer(manuscript_json(read_docx(with_table(cell))).encode())
    assert table_of(found).rows == (("项目", "情况"), ("检查", "318\n家次"))


@pytest.mark.parametrize("kind", [Format.DOCX, Format.HTML])
def test_lines_of_a_cell_come_back(kind: Format) -> None:
    report = read_report(read_docx(with_table(paragraph("318") + paragraph("家次"))), TYPES).report
    first = rendered(kind, compose(type_of(report), report, Copy.SUBMISSION), report, MOMENT)
    reader = read_docx if kind is Format.DOCX else read_html
    again = read_report(reader(first), TYPES).report
    assert table_of(reader(first)).rows == (("项目", "情况"), ("检查", "318\n家次"))
    assert rendered(kind, compose(type_of(again), again, Copy.SUBMISSION), again, MOMENT) == first


def test_the_mark_of_a_line_in_a_cell_is_never_shown() -> None:
    """A row that turns out to be no part of the text, as where the foot of a document is a table, is a plain line."""
    foot = table([["抄送：", "县司法局，"], ["某某县教育局办公室", "2025年1月6日印发"]])
    body = paragraph("某某县教育局") + paragraph("2025年1月6日")
    whole = with_table(paragraph("甲\u200b\u200b") + paragraph("乙"))
    reading = read_report(read_docx(whole), TYPES)
    assert all(CELL_BREAK not in note.quote for note in reading.notes)
    broken = foot.replace("县司法局，</w:t></w:r></w:p>", "县司法局，</w:t></w:r></w:p>" + paragraph("县档案馆。"))
    text = "".join(map(paragraph, REPORT.split("\n"))) + body + broken
    reading = read_report(read_docx(word_file(text)), TYPES)
    assert CELL_BREAK not in repr(reading)
