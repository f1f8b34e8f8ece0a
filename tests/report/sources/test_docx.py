"""Nothing that one sees in Word is lost, nothing that one does not see comes in."""

import pytest

from report.reading.manuscript import CELL_BREAK, LineForm, Manuscript
from report.reading.rules import Rule
from report.sources.docx.numerals import numeral
from report.sources.docx.reader import read_docx
from tests.report.sources.word_files import (
    OFFICIAL,
    lists,
    numbered,
    paragraph,
    run,
    table,
    word_file,
)


def read(body: str, **parts: str) -> Manuscript:
    return read_docx(word_file(body, parts))


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line]


def remarks(found: Manuscript) -> dict[Rule, tuple[int, str]]:
    return {one.rule: (one.count, one.quote) for one in found.remarks}


def test_automatic_numbers_are_text_as_word_shows_them() -> None:
    body = "".join(
        paragraph(text, numbered(level))
        for level, text in (
            (0, "总述"),
            (1, "甲"),
            (2, "一点"),
            (2, "二点"),
            (3, "细目"),
            (1, "乙"),
            (2, "又一"),
            (0, "安排"),
        )
    )
    wanted = ["一、总述", "（一）甲", "1.一点", "2.二点", "（1）细目", "（二）乙", "1.又一", "二、安排"]
    assert lines(body, numbering=lists(OFFICIAL)) == wanted


def test_two_uses_of_a_list_count_on_unless_one_starts_anew() -> None:
    again = '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("字", numbered(0, use)) for use in (1, 8, 9, 9))
    assert lines(body, numbering=lists(OFFICIAL, numbers=again + anew)) == ["一、字", "二、字", "五、字", "六、字"]


def test_a_list_that_comes_with_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="基准"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="部分"/><w:basedOn w:val="base"/></w:style>'
    )
    body = (
        paragraph("总述", '<w:pStyle w:val="h"/>')
        + paragraph("不编号", '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("安排", '<w:pStyle w:val="h"/>')
    )
    found = read(body, styles=styles, numbering=lists(OFFICIAL))
    assert found.text.split("\n") == ["一、总述", "不编号", "二、安排"]
    assert found.form(1) == LineForm(heading=1)


def test_bullets_are_left_out_and_counted() -> None:
    found = read(
        paragraph("其一", numbered(0)) + paragraph("其二", numbered(0)), numbering=lists([("bullet", "\uf0b7")])
    )
    assert found.text == "其一\n其二"
    assert remarks(found) == {Rule.BULLET: (2, "其一")}


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("chineseCountingThousand", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("unknown", 7, "7"),
        ("none", 7, ""),
        ("decimalEnclosedCircle", 99, "99"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_forms_of_numbers(form: str, count: int, shown: str) -> None:
    assert numeral(count, form) == shown


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        run("全年检查")
        + "<w:ins>"
        + run("318")
        + "</w:ins>"
        + "<w:del><w:r><w:delText>300</w:delText></w:r></w:del>"
        + "<w:moveFrom>"
        + run("移走")
        + "</w:moveFrom>"
        + "<w:moveTo>"
        + run("家次")
        + "</w:moveTo>"
    )
    body += f"<w:ins>{paragraph('整段插入')}</w:ins>"
    found = read(body)
    assert found.text.split("\n") == ["全年检查318家次", "整段插入"]
    assert remarks(found) == {Rule.INSERTION: (1, "318"), Rule.DELETION: (2, "300")}


def test_a_deleted_end_of_paragraph_joins_two() -> None:
    body = paragraph("前半", "<w:rPr><w:del/></w:rPr>") + paragraph("后半")
    assert lines(body) == ["前半后半"]
    assert lines(paragraph("末尾", "<w:rPr><w:del/></w:rPr>")) == ["末尾"]


def test_controls_inline_and_around_blocks() -> None:
    inline = paragraph(run("单位：") + f"<w:sdt><w:sdtContent>{run('青溪县')}</w:sdtContent></w:sdt>")
    around = f"<w:sdt><w:sdtContent>{paragraph('块')}{table([['甲', '乙'], ['丙', '丁']])}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('单击输入')}</w:sdtContent></w:sdt>"
    found = read(inline + around + prompt)
    assert found.text.split("\n") == ["单位：青溪县", "块", "甲\t乙", "丙\t丁"]
    assert remarks(found) == {Rule.HIDDEN: (1, "单击输入")}


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(paragraph(run("正文") + both) + paragraph("后文"))
    assert found.text.split("\n") == ["正文", "框里的话", "后文"]
    assert remarks(found) == {Rule.TEXT_BOX: (1, "框里的话")}


def test_footnotes_stand_beside_the_words_they_hang_on() -> None:
    note = f'<w:footnote w:id="2">{paragraph("以统计局数据为准。")}</w:footnote>'
    found = read(
        paragraph(run("罚款260万元") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("。")), footnotes=note
    )
    assert found.text == "罚款260万元。"
    assert found.notes == ("……罚款260万元〔注〕以统计局数据为准。",)


def test_fields_give_their_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="DATE">{run("2025年")}</w:fldSimple>'
    assert lines(paragraph(run("共") + field + run("页，") + simple)) == ["共12页，2025年"]


def test_breaks_links_and_marks() -> None:
    content = (
        run("上")
        + "<w:r><w:br/></w:r>"
        + run("中")
        + "<w:r><w:cr/></w:r>"
        + f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标签')}</w:smartTag>"
        + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"
        + '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>'
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    found = read(paragraph(content))
    assert found.text.split("\n") == ["上", "中", "链接标签-①"]
    assert Rule.SYMBOL in remarks(found)


def test_what_cannot_be_taken_is_counted_with_the_words_beside_it() -> None:
    drawing = "<w:r><w:drawing><a/></w:drawing></w:r>"
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    body = paragraph(run("见下图") + drawing) + paragraph(run("这句有批注") + comment) + '<w:altChunk r:id="x"/>'
    body += paragraph(run("看得见") + run("看不见", "<w:vanish/>"))
    found = read(body, header=paragraph("内部资料 注意保存"))
    assert remarks(found) == {
        Rule.PICTURE: (1, "见下图"),
        Rule.COMMENT: (1, "这句有批注"),
        Rule.EMBEDDED: (1, ""),
        Rule.HIDDEN: (1, "看不见"),
        Rule.PAGE_HEAD: (1, "内部资料 注意保存"),
    }
    assert found.text.split("\n")[-1] == "看得见"


def test_tables_keep_their_cells() -> None:
    merged = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        + paragraph("执法情况")
        + "</w:tc></w:tr><w:tr><w:tc>"
        + paragraph("检查")
        + "</w:tc><w:tc>"
        + paragraph("318")
        + paragraph("家次")
        + "</w:tc></w:tr></w:tbl>"
    )
    found = read(merged)
    assert found.text.split("\n") == ["执法情况\t", f"检查\t318{CELL_BREAK}家次"]
    assert (found.form(1).table, found.form(1).head, found.form(2).head) == (1, True, False)


@pytest.mark.parametrize("rows", [[["甲"], ["乙"]], [["文号", "签发人"]]])
def test_a_table_that_only_lays_out_is_none(rows: list[list[str]]) -> None:
    found = read(table(rows))
    assert not found.forms
    assert found.text.split("\n") == [cell for row in rows for cell in row]


def test_a_caption_belongs_to_the_table_below_it() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    grid = table([["项目", "数"], ["检查", "3"]])
    found = read(paragraph("表1 执法情况", '<w:pStyle w:val="c"/>') + grid, styles=styles)
    assert found.form(1) == LineForm(table=1, caption=True)
    alone = read(paragraph("无表的题注", '<w:pStyle w:val="c"/>') + paragraph("正文"), styles=styles)
    assert alone.text.split("\n") == ["无表的题注", "正文"]


def test_contents_say_nothing_new() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    entry = paragraph("一、总体情况1", '<w:pStyle w:val="t"/>')
    found = read(entry + entry + paragraph("一、总体情况"), styles=styles)
    assert found.text == "一、总体情况"
    assert remarks(found) == {Rule.CONTENTS: (2, "一、总体情况1")}
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('目录')}{entry}</w:sdtContent></w:sdt>"
    found = read(control + paragraph("一、总体情况"))
    assert found.text == "一、总体情况"
    assert remarks(found) == {Rule.CONTENTS: (2, "目录")}


@pytest.mark.parametrize(
    ("name", "properties", "wanted"),
    [
        ("heading 1", "", LineForm(heading=1)),
        ("标题 3", "", LineForm(heading=3)),
        ("Title", "", LineForm(title=True)),
        ("我的", '<w:outlineLvl w:val="1"/>', LineForm(heading=2)),
        ("heading 1", '<w:outlineLvl w:val="9"/>', LineForm()),
    ],
)
def test_styles_say_how_deep_a_heading_is(name: str, properties: str, wanted: LineForm) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="s"><w:name w:val="{name}"/><w:pPr>{properties}</w:pPr></w:style>'
    assert read(paragraph("总体情况", '<w:pStyle w:val="s"/>'), styles=style).form(1) == wanted
