"""Where the parts of a document stand: in cells and rows of the grid of GB/T 9704—2012."""

import pytest

from exports.layout.page import CELL, FOUR, HEIGHT, MM, PITCH, ROWS, SMALL_FOUR, TWO, WIDTH, baseline_in_row
from exports.pdf.export import lay_out
from exports.pdf.faces import Faces, Role
from exports.pdf.lines import Measure, natural_width
from exports.pdf.pages import Page, PlacedLine
from report.document import AttachmentPage, Closing, Document, Foot, Grid, Head
from tests.exports.pdf.documents import HERE, document, everything, heading, prose


def lines(pages: list[Page]) -> list[PlacedLine]:
    return [line for page in pages for line in page.lines]


def row_of(placed: PlacedLine) -> float:
    """The row in which a line stands, from 0."""
    return round((placed.baseline - baseline_in_row(placed.line.size)) / PITCH, 3)


def find(pages: list[Page], text: str) -> tuple[int, PlacedLine]:
    return next((page.number, line) for page in pages for line in page.lines if text in line.line.text)


def test_title_addressee_text_in_their_rows(faces: Faces) -> None:
    pages = lay_out(document(prose("正文。")), faces)
    placed = lines(pages)
    assert [line.line.text for line in placed] == [
        "青溪县应急管理局2024年",
        "法治政府建设年度报告",
        "县委、县政府：",
        "正文。",
        "青溪县应急管理局",
        "2025年1月6日",
    ]
    assert [row_of(line) for line in placed] == [0, 1, 3, 4, 7, 8]
    assert [line.line.size for line in placed] == [TWO, TWO, 16, 16, 16, 16]
    assert [line.line.left for line in placed[2:4]] == [0, 2 * CELL]


def test_the_title_is_centred(faces: Faces) -> None:
    for placed in lines(lay_out(document(), faces))[:2]:
        width = natural_width(placed.line.runs, Measure(faces.measure, 1, TWO, TWO))
        assert placed.line.left + width / 2 == pytest.approx(WIDTH / 2)


def test_faces_of_the_levels(faces: Faces) -> None:
    body = (
        heading("甲"),
        heading("乙", 2, "（一）"),
        prose("丙丙。丁丁丁", 2, "（二）", 2),
        prose("戊", 3, "1.", 1),
        prose("己", 4, "（1）"),
    )
    shown = [[(run.role, run.text) for run in line.line.runs] for line in lines(lay_out(document(*body), faces))[3:-2]]
    assert shown == [
        [(Role.LEVEL_1, "一、甲")],
        [(Role.LEVEL_2, "（一）乙")],
        [(Role.LEVEL_2, "（二）丙丙。"), (Role.TEXT, "丁丁丁")],
        [(Role.TEXT, "1.戊")],
        [(Role.TEXT, "（1）己")],
    ]


@pytest.mark.parametrize("before", range(10, 24))
def test_a_heading_is_never_the_last_line_of_a_page(faces: Faces, before: int) -> None:
    body = [prose("甲。") for _ in range(before)] + [heading("乙" * 40), heading("丙", 2, "（一）"), prose("丁。")]
    pages = lay_out(document(*body), faces)
    assert all("乙" not in page.lines[-1].line.text and "丙" not in page.lines[-1].line.text for page in pages)
    assert find(pages, "乙")[0] == find(pages, "丁")[0]


@pytest.mark.parametrize("count", range(8, 30))
def test_signature_and_date_are_never_alone(faces: Faces, count: int) -> None:
    pages = lay_out(document(*(prose(f"第{number}。") for number in range(count))), faces)
    assert pages[-1].lines[0].line.text.startswith(("第", "青溪县应急管理局2024年"))
    assert [line.line.text for line in pages[-1].lines[-2:]] == ["青溪县应急管理局", "2025年1月6日"]


@pytest.mark.parametrize("count", range(8, 30))
@pytest.mark.parametrize("attachments", [1, 6, 20])
def test_the_list_of_attachments_keeps_a_line_of_text_with_the_signature(
    faces: Faces, count: int, attachments: int
) -> None:
    listed = tuple(AttachmentPage(f"附件{one}", f"统计表{one}", (), HERE) for one in range(attachments))
    body = [prose(f"第{number}。") for number in range(count)]
    pages = lay_out(document(*body, attachments=listed), faces)
    last = next(page for page in pages if any("2025年1月6日" in line.line.text for line in page.lines))
    above = [line.line.text for line in last.lines[:-2]]
    assert above
    assert any(text.startswith("第") for text in above) or attachments == 20


@pytest.mark.parametrize("rows", range(1, 60))
def test_signature_and_date_stay_with_the_last_row_of_a_table(faces: Faces, rows: int) -> None:
    grid = Grid((("甲", "乙"), *((f"第{number}类", str(number)) for number in range(rows))), HERE)
    tall = Grid((*grid.rows, ("丙", "长文字内容" * 150), ("合计", "1")), HERE)
    for body in ((prose("文。"), grid), (prose("文。"), tall)):
        page = lay_out(document(*body), faces)[-1]
        assert len(page.lines) > 2
        assert any(line.line.size == SMALL_FOUR for line in page.lines)


def test_blanks_and_tabs_are_kept_as_room(faces: Faces) -> None:
    pages = lay_out(document(prose("姓名\t职务\n签字：          年  月"), prose("甲" + " " * 3000 + "乙")), faces)
    assert find(pages, "姓名 职务 签字：　　　　　年　月")[0] == 1
    for placed in lines(pages):
        assert placed.line.left + natural_width(placed.line.runs, Measure(faces.measure)) < WIDTH + 1


def test_a_long_row_of_headings_fills_its_pages(faces: Faces) -> None:
    pages = lay_out(document(prose("文。"), *(heading(f"标题{number}") for number in range(40)), prose("终。")), faces)
    assert len(pages) == 3
    assert len(pages[0].lines) >= 20
    assert "标题39" in find(pages, "终。")[1].line.text + "".join(line.line.text for line in pages[-1].lines)


def test_sealed_date_ends_four_cells_from_the_edge_under_the_signature(faces: Faces) -> None:
    signature, date = lines(lay_out(document(prose("文。")), faces))[-2:]
    measure = Measure(faces.measure)
    width = natural_width(date.line.runs, measure)
    assert date.line.left + width == pytest.approx(WIDTH - 4 * CELL)
    middle = date.line.left + width / 2
    assert signature.line.left + natural_width(signature.line.runs, measure) / 2 == pytest.approx(middle)


@pytest.mark.parametrize(
    ("name", "right_of_signature", "right_of_date"), [("青溪县应急管理局办公室", 2, 5.0), ("某局", 8, 2)]
)
def test_unsealed(faces: Faces, name: str, right_of_signature: float, right_of_date: float) -> None:
    closing = Closing(name, "2025年1月6日", sealed=False)
    signature, date = lines(lay_out(document(prose("文。"), closing=closing), faces))[-2:]
    measure = Measure(faces.measure)
    assert date.line.left - signature.line.left == pytest.approx(2 * CELL)
    ends = [WIDTH - line.line.left - natural_width(line.line.runs, measure) for line in (signature, date)]
    assert [end / CELL for end in ends] == pytest.approx([right_of_signature, right_of_date], abs=0.01)


def test_notes_stand_below_in_brackets(faces: Faces) -> None:
    closing = Closing("某局", "2025年1月6日", ("此件公开发布",))
    note = lines(lay_out(document(prose("文。"), closing=closing), faces))[-1]
    assert (note.line.text, note.line.left) == ("（此件公开发布）", 2 * CELL)


def test_nothing_to_sign_leaves_no_space(faces: Faces) -> None:
    assert len(lines(lay_out(document(prose("文。"), closing=Closing()), faces))) == 4
    assert lines(lay_out(Document("", "", (), Closing()), faces)) == []


def test_head_with_signer_and_without(faces: Faces) -> None:
    both = lay_out(document(prose("文。"), head=Head(document_number="某〔2025〕1号", signers=("张三",))), faces)[0]
    number, signer = both.lines[:2]
    assert number.line.left == pytest.approx(CELL)
    assert [run.role for run in signer.line.runs] == [Role.TEXT, Role.LEVEL_2]
    assert signer.line.left + natural_width(signer.line.runs, Measure(faces.measure)) == pytest.approx(WIDTH - CELL)
    assert both.rules[0].red
    assert both.rules[0].y1 == pytest.approx((PITCH + 16) / 2 + 4 * MM)
    alone = lay_out(document(prose("文。"), head=Head(document_number="某〔2025〕1号")), faces)[0]
    middle = alone.lines[0].line.left + natural_width(alone.lines[0].line.runs, Measure(faces.measure)) / 2
    assert middle == pytest.approx(WIDTH / 2)


def test_the_issuers_mark_is_red_and_centred_35_mm_down(faces: Faces) -> None:
    head = Head("000001", "秘密", "特急", "青溪县应急管理局文件", "青应急〔2025〕3号")
    page = lay_out(document(prose("文。"), head=head), faces)[0]
    mark = next(line for line in page.lines if line.red)
    assert mark.line.text == "青溪县应急管理局文件"
    assert [run.role for run in mark.line.runs] == [Role.TITLE]
    size = mark.line.size
    assert mark.baseline - baseline_in_row(size, size) == pytest.approx(35 * MM)
    assert mark.line.left == pytest.approx((WIDTH - 10 * size) / 2)
    assert [row_of(line) for line in page.lines[:3]] == [0, 1, 2]
    number = next(line for line in page.lines if "〔2025〕" in line.line.text)
    assert number.baseline - 16 > mark.baseline + 2 * PITCH
    title = next(line for line in page.lines if line.place and line.place.field == "title")
    assert 3 < row_of(title) - row_of(number) <= 4


@pytest.mark.parametrize("name", ["青溪县" * 5 + "应急管理局文件", "青溪县" * 20, "某局"])
def test_a_mark_of_any_length_fits(faces: Faces, name: str) -> None:
    marks = [line for line in lay_out(document(head=Head(issuer_mark=name)), faces)[0].lines if line.red]
    assert "".join(mark.line.text for mark in marks) == name
    for mark in marks:
        assert mark.line.left + natural_width(mark.line.runs, Measure(faces.measure, 1, 1, mark.line.size)) <= WIDTH + 1


def test_signers_stand_two_a_line_and_the_number_on_the_last(faces: Faces) -> None:
    head = Head(document_number="青应急〔2025〕3号", signers=("欧阳某某", "张堃", "李某"))
    first, number, last = lay_out(document(head=head), faces)[0].lines[:3]
    assert [first.line.text, number.line.text, last.line.text] == [
        "签发人：欧阳某某　张堃",
        "青应急〔2025〕3号",
        "李某",
    ]
    assert last.line.left == pytest.approx(first.line.left + 4 * CELL)
    assert number.baseline == last.baseline > first.baseline


@pytest.mark.parametrize("length", [100, 2000])
def test_head_and_foot_of_any_length_stay_inside(faces: Faces, length: int) -> None:
    text = "甲" * length
    head = Head(text, text, text, text, text, (text, text))
    pages = lay_out(document(prose("文。"), head=head, foot=Foot(text, text, text)), faces)
    shown = "".join(line.line.text for line in lines(pages))
    assert shown.count("甲") == 10 * length
    for page in pages:
        for line in page.lines:
            measure = Measure(faces.measure, cell=line.line.size + line.line.spacing, size=line.line.size)
            assert line.line.left + natural_width(line.line.runs, measure) <= WIDTH + 1
            assert 0 < line.baseline <= HEIGHT


def test_foot_ends_on_the_lower_edge(faces: Faces) -> None:
    pages = lay_out(document(prose("文。"), foot=Foot("司法局", "办公室", "2025年1月6日")), faces)
    assert max(rule.y1 for rule in pages[-1].rules) == pytest.approx(HEIGHT)
    assert [line.line.size for line in pages[-1].lines[-3:]] == [FOUR] * 3
    assert [line.line.text for line in pages[-1].lines[-3:]] == ["抄送：司法局。", "办公室", "2025年1月6日印发"]


def test_attachments_begin_pages_of_their_own(faces: Faces) -> None:
    pages = lay_out(everything(), faces)
    first, label = find(pages, "附件1")
    assert (row_of(label), label.line.left, label.line.runs[0].role) == (0, 0, Role.LEVEL_1)
    assert row_of(find(pages[first - 1 :], "行政处罚案件统计表")[1]) in (2, 3)
    assert find(pages, "附件2")[0] > first
    listed = find(pages, "附件：1.")[1]
    second = find(pages, "2.目录")[1]
    assert (listed.line.left, second.line.left) == (2 * CELL, 5 * CELL)


def test_tables_stay_inside_and_repeat_their_head(faces: Faces) -> None:
    rows = (("甲", "乙", "丙"), *((f"第{number}行" * 8, "很长的内容" * 30, "1") for number in range(30)))
    pages = lay_out(document(Grid(rows, HERE, 1, "表")), faces)
    assert len(pages) > 2
    for page in pages:
        assert all(0 <= x <= WIDTH + 0.01 for rule in page.rules for x in (rule.x1, rule.x2))
        assert all(0 <= y <= HEIGHT + 0.01 for rule in page.rules for y in (rule.y1, rule.y2))
        assert all(line.baseline <= HEIGHT for line in page.lines)
    heads = [page for page in pages if any(line.line.text == "甲" for line in page.lines)]
    assert len(heads) >= len(pages) - 1
    shown = "".join(line.line.text for line in lines(pages))
    assert shown.count("很") == shown.count("容") == 30 * 30


def test_a_row_taller_than_a_page_is_divided(faces: Faces) -> None:
    pages = lay_out(document(Grid((("甲", "乙"), ("短", "长" * 3000), ("丙", "丁")), HERE)), faces)
    assert "".join(line.line.text for line in lines(pages)).count("长") == 3000
    assert all(line.baseline <= HEIGHT for page in pages for line in page.lines)
    assert "长" in pages[0].lines[-1].line.text, "the page is filled, not left to the head alone"
    for page in pages[:-1]:
        across = [rule.y1 for rule in page.rules if rule.y1 == rule.y2]
        upright = [rule.y2 for rule in page.rules if rule.x1 == rule.x2]
        assert max(across) == pytest.approx(max(upright)), "a rule closes the row where the page ends"


@pytest.mark.parametrize("before", range(12, 20))
def test_a_head_has_a_row_below_it_and_the_last_row_one_above(faces: Faces, before: int) -> None:
    grid = Grid((("甲", "乙"), *((f"第{number}行", "值") for number in range(24))), HERE)
    pages = lay_out(document(*(prose("文。") for _ in range(before)), grid), faces)
    for page in pages:
        texts = [line.line.text for line in page.lines]
        if "甲" in texts:
            assert any(text.startswith("第") and text.endswith("行") for text in texts)
        assert ("第23行" in texts) <= ("第22行" in texts)


@pytest.mark.parametrize("columns", [1, 2, 12, 24, 30, 50, 200])
def test_any_number_of_columns_fits(faces: Faces, columns: int) -> None:
    rows = tuple(tuple(f"{row}列W{column}" for column in range(columns)) for row in range(3))
    page = lay_out(document(Grid(rows, HERE)), faces)[0]
    assert max(rule.x2 for rule in page.rules) == pytest.approx(WIDTH)
    edges = sorted({round(rule.x1, 3) for rule in page.rules if rule.x1 == rule.x2})
    for placed in page.lines[3:]:
        line = placed.line
        if "列" in line.text or line.size < SMALL_FOUR:
            right = line.left + natural_width(line.runs, Measure(faces.measure, 1, line.size, line.size))
            cell = max(edge for edge in edges if edge <= line.left)
            following = min((edge for edge in edges if edge > cell), default=WIDTH)
            assert right <= following + 0.1 * line.size


def test_a_table_of_heads_only(faces: Faces) -> None:
    page = lay_out(document(Grid((("甲", "乙"),), HERE)), faces)[0]
    assert "甲" in [line.line.text for line in page.lines]


def test_a_page_has_twenty_two_rows_on_one_grid(faces: Faces) -> None:
    pages = lay_out(document(*(prose("依法行政" * 30) for _ in range(30))), faces)
    for page in pages[1:-2]:
        assert [row_of(line) for line in page.lines] == list(range(ROWS))


def test_a_name_wider_than_the_page_is_broken(faces: Faces) -> None:
    pages = lay_out(document(prose("文。"), closing=Closing("某" * 40, "2025年1月6日")), faces)
    measure = Measure(faces.measure)
    assert all(line.line.left + natural_width(line.line.runs, measure) <= WIDTH + 1 for line in lines(pages)[-3:])
