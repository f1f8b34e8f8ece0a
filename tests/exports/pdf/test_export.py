"""The finished file, read back: text, bookmarks, fonts, dates; equal input gives equal bytes."""

import re
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from exports.errors import FontUnusable
from exports.layout.page import LEFT
from exports.pdf import embedding, lines
from exports.pdf.export import export_pdf, missing_characters
from exports.pdf.face import Face
from exports.pdf.faces import Faces, Role, bundled_faces
from exports.pdf.lines import Measure, Run, break_paragraph
from report.document import Closing, Document, Folio, Foot, Head, Style
from resources import resource
from tests.exports.pdf.documents import document, everything, heading, prose
from tests.exports.pdf.reading import opened, outline, page_texts
from tests.exports.pdf.strategies import paragraphs

MOMENT = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)


def test_every_character_comes_back_in_order(faces: Faces) -> None:
    text = "放管服《甲〈乙〉丙》“一是”‘二是’——……〔2025〕5号，260.5529万元、100%；①②㎡℃𬭎𠮷㙍堃镕喆·５"
    found = re.sub(r"— \d+ —", "", "".join(page_texts(export_pdf(document(prose(text * 12)), faces, MOMENT))))
    assert text * 12 in found


@given(paragraphs())
@settings(max_examples=25, deadline=None)
def test_any_paragraph_comes_back(faces: Faces, text: str) -> None:
    found = "".join(page_texts(export_pdf(Document("", "", (prose(text),), Closing()), faces, MOMENT)))
    assert re.sub(r"\s", "", text) in re.sub(r"\s|— \d+ —", "", found)


def test_markup_is_text(faces: Faces) -> None:
    text = "<b>a&b</b> {x} %d \\n (甲) ) ( <<>>"
    assert text in "".join(page_texts(export_pdf(document(prose(text)), faces, MOMENT)))


def test_folios_alternate_and_count(faces: Faces) -> None:
    pages = page_texts(export_pdf(document(*(prose("依法行政" * 50) for _ in range(20))), faces, MOMENT))
    assert [re.findall(r"— (\d+) —", page) for page in pages] == [[str(number)] for number in range(1, len(pages) + 1)]


@pytest.mark.parametrize(
    ("folio", "shown"),
    [
        (Folio.OUTER, ["— 1 —", "— 2 —", "— 3 —"]),
        (Folio.CENTRED, ["— 1 —", "— 2 —", "— 3 —"]),
        (Folio.COUNTED, ["第1页 共3页", "第2页 共3页", "第3页 共3页"]),
        (Folio.NONE, ["", "", ""]),
    ],
)
def test_folio_styles(faces: Faces, folio: Folio, shown: list[str]) -> None:
    made = document(*(prose("依法行政" * 50) for _ in range(6)), foot=Foot("甲", "乙"), style=Style(folio))
    pages = page_texts(export_pdf(made, faces, MOMENT))
    assert len(pages) == 4
    for page, folio_shown in zip(pages, shown, strict=False):
        assert page.endswith(folio_shown)
        assert bool(re.search(r"— \d|第\d页", page)) == bool(folio_shown)
    assert not re.search(r"— \d|第\d页", pages[3]), "a page of the foot alone has no number"


def test_bookmarks_of_all_levels(faces: Faces) -> None:
    body = (
        heading("甲"),
        heading("乙", 2, "（一）"),
        prose("丙。丁", 3, "1.", 1),
        heading("戊", 1, "二、"),
        heading("己", 4, "（1）"),
    )
    found = outline(export_pdf(document(*body), faces, MOMENT))
    assert found == [(0, "一、甲"), (1, "（一）乙"), (2, "1.丙"), (0, "二、戊"), (1, "（1）己")]


def test_only_embedded_subsets(faces: Faces) -> None:
    data = export_pdf(everything(), faces, MOMENT)
    assert b"Helvetica" not in data
    names = set(re.findall(rb"/BaseFont\s*/([^\s/<>]+)", data))
    assert names
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert data.count(b"/FontFile2") + data.count(b"/FontFile3") == 5


def test_metadata_and_dates(faces: Faces) -> None:
    with opened(export_pdf(document(), faces, MOMENT)) as file:
        found = file.get_metadata_dict()
    assert found["Title"] == "青溪县应急管理局2024年法治政府建设年度报告"
    assert found["Producer"] == found["Creator"] == "呈报"
    assert found["CreationDate"].startswith("D:20250106083000")


def test_equal_input_gives_equal_bytes(faces: Faces) -> None:
    first = export_pdf(everything(), faces, MOMENT)
    assert export_pdf(everything(), faces, MOMENT) == first
    assert export_pdf(everything(), bundled_faces(resource("fonts")), MOMENT) == first


def test_no_byte_depends_on_what_was_exported_before(faces: Faces) -> None:
    """What lines and subsets are remembered changes nothing."""
    clear()
    fresh = export_pdf(everything(), faces, MOMENT)
    clear()
    for text in ("堃镕·•", "，。" * 30, "Ⅳ．－", "犟" * 40):
        export_pdf(document(prose(text)), faces, MOMENT)
    assert export_pdf(everything(), faces, MOMENT) == fresh
    assert export_pdf(everything(), faces, MOMENT) == fresh
    again = bundled_faces.__wrapped__(resource("fonts"))
    assert export_pdf(everything(), again, MOMENT) == fresh


def clear() -> None:
    lines._break.cache_clear()
    embedding._program.cache_clear()


def test_a_character_that_no_face_has_is_shown_as_a_lack_and_copied_as_it_is(faces: Faces) -> None:
    data = export_pdf(document(prose("甲😀乙")), faces, MOMENT)
    assert "/ActualText <FEFFD83DDE00>" in contents(data)
    assert "甲" in page_texts(data)[0]


def test_invisible_characters_leave_no_ink_and_take_no_room(faces: Faces) -> None:
    text = "法治" * 40
    hidden = "\u200b".join(text)
    shown = [page_texts(export_pdf(document(prose(one)), faces, MOMENT)) for one in (text, hidden)]
    assert shown[0] == shown[1]


def test_characters_that_share_a_glyph_are_copied_as_they_are(faces: Faces) -> None:
    """• and · are one glyph in 仿宋, the hyphen and the one that does not break in the others."""
    text = "甲·乙•丙・丁-戊‑己 庚\u00a0辛⼀一…⋯"
    found = "".join(page_texts(export_pdf(document(heading(text), prose(text)), faces, MOMENT)))
    for char in "·•・-‑⼀…⋯":
        assert found.count(char) == 2, char


def test_a_draft_is_marked_and_its_text_is_not_hurt(faces: Faces) -> None:
    from dataclasses import replace

    plain, draft = document(prose("正文。")), replace(document(prose("正文。")), draft=True)
    assert len(export_pdf(draft, faces, MOMENT)) > len(export_pdf(plain, faces, MOMENT))
    assert "正文。" in "".join(page_texts(export_pdf(draft, faces, MOMENT)))


def test_a_pushed_in_line_that_begins_with_a_mark_stays_at_the_edge(faces: Faces) -> None:
    """The font comes before anything is shown, and the room of the first mark is taken at the left."""
    text = "法" * 26 + "“" + "治" * 27 + "，" + "政" * 20
    line = break_paragraph([Run(Role.TEXT, text)], Measure(faces.measure))[1]
    assert line.squeezes[0][0] == -1
    shown = contents(export_pdf(Document("", "", (prose(text),), Closing()), faces, MOMENT))
    for operators in re.findall(r"BT.*?ET", shown):
        assert operators.index(" Tf") < min(operators.find(end) for end in (" Tj", " TJ") if end in operators)
    assert f"1 0 0 1 {LEFT - line.squeezes[0][1]:.3f}" in shown


def test_no_font_is_named_that_shows_nothing(faces: Faces) -> None:
    data = export_pdf(document(head=Head(document_number="某〔2025〕1号", signers=("", "张三", ""))), faces, MOMENT)
    used = set(re.findall(r"/(F\d+) ", contents(data)))
    known = set(re.findall(r"/(F\d+) \d+ 0 R", data.decode("latin-1")))
    assert used == known


def test_titles_of_bookmarks_are_visible_and_short(faces: Faces) -> None:
    found = outline(export_pdf(document(heading("题\x1b\ufffe" * 20_000)), faces, MOMENT))
    assert found[0][1].startswith("一、题题题")
    assert len(found[0][1]) == 1000


def test_an_empty_document_is_one_page(faces: Faces) -> None:
    assert len(page_texts(export_pdf(Document("", "", (), Closing()), faces, MOMENT))) == 1


def test_what_no_face_has_is_named_with_its_place(faces: Faces) -> None:
    found = missing_characters(document(prose("甲😀乙😀\ue000")), faces)
    assert [(one.char, one.place.section) for one in found] == [("😀", "s"), ("\ue000", "s")]
    assert missing_characters(everything(), faces) == ()


def test_marks_fill_a_cell_in_every_role(faces: Faces) -> None:
    for role in Role:
        width = faces.measure(role)
        assert all(width(char) == 1 for char in "“”‘’—…，。中")


def test_fallback_gives_the_next_face(faces: Faces) -> None:
    own, other = faces.face(Role.TEXT, "法"), faces.face(Role.TEXT, "堃")
    assert own is not other
    assert [piece.text for piece in faces.split(Role.TEXT, "法堃治")] == ["法", "堃", "治"]
    assert faces.split(Role.TEXT, "") == []


def test_a_file_that_is_no_font_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "x.ttf"
    with pytest.raises(FontUnusable):
        Face(path)
    path.write_bytes(b"no font at all")
    with pytest.raises(FontUnusable):
        Face(path)


def contents(data: bytes) -> str:
    """Whatever can be inflated, one after another."""
    found: list[str] = []
    for match in re.finditer(rb"stream\n(.*?)\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]).decode("latin-1"))
        except zlib.error:
            continue
    return "".join(found)
