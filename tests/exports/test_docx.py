"""The Word file: its words, levels, page and tables; LibreOffice sets it on as many pages as the print."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from exports.docx.export import export_docx
from exports.formats import Format, rendered
from exports.text import export_text
from report.compose import Copy, compose
from report.document import Document, Folio, Grid, Place, Prose, Style
from resources import resource
from tests.exports.pdf.reading import page_lines
from tests.report.builders import make_type, make_whole_report
from ui.commands.sample import load_sample_source

MOMENT = datetime(2026, 1, 19, 2, 34, tzinfo=UTC)
FACES = {
    "仿宋_GB2312": "FandolFang R",
    "黑体": "Noto Sans SC",
    "楷体_GB2312": "LXGW WenKai",
    "方正小标宋简体": "Noto Serif SC",
    "宋体": "Noto Serif SC",
}


def document_of(copy: Copy = Copy.SUBMISSION) -> Document:
    return compose(make_type(), make_whole_report(), copy)


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """The words of paragraphs and cells in their order."""
    word = opened(data)
    found: list[str] = []
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return [one for one in found if one]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_it_says_what_the_text_says() -> None:
    for copy in Copy:
        document = document_of(copy)
        assert squeezed("".join(texts(export_docx(document, MOMENT)))) == squeezed(export_text(document).decode())


def test_headings_have_their_level_for_the_navigation_pane() -> None:
    pieces = (
        Prose("总述", Place("s"), 1, "一", "一、", 2),
        Prose("分述", Place("s"), 2, "一", "（一）", 2),
        Prose("做法。具体内容。", Place("s"), 3, "1", "1.", 2),
        Prose("细目", Place("s"), 4, "1", "（1）", 2),
        Prose("正文。", Place("s")),
    )
    word = opened(export_docx(Document("报告", "", pieces, document_of().closing), MOMENT))
    styles = {one.text: one.style.name for one in word.paragraphs if one.style is not None}
    assert styles["报告"] == "Title"
    assert [styles[text] for text in ("一、总述", "（一）分述", "（1）细目")] == ["Heading 1", "Heading 2", "Heading 4"]
    assert styles["1.做法。具体内容。"] == styles["正文。"] == "Normal"
    run_in = next(one for one in word.paragraphs if one.text.startswith("1.做法"))
    assert [(run.text, run.font.bold) for run in run_in.runs] == [("1.做法。", True), ("具体内容。", None)]


def test_the_page_is_that_of_the_standard() -> None:
    word = opened(export_docx(document_of(), MOMENT))
    (section,) = word.sections
    wanted = {"page_width": 210, "page_height": 297, "top_margin": 37, "bottom_margin": 35}
    for name, millimetres in (wanted | {"left_margin": 28, "right_margin": 26}).items():
        assert abs(getattr(section, name) - Mm(millimetres)) < Pt(0.1), name
    normal = word.styles["Normal"]
    assert (normal.font.size, normal.paragraph_format.line_spacing) == (Pt(16), Pt(28.95))  # type: ignore[attr-defined]
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert section._sectPr.find(qn("w:docGrid")) is None


@pytest.mark.parametrize(
    ("folio", "fields"), [(Folio.OUTER, 2), (Folio.CENTRED, 1), (Folio.COUNTED, 2), (Folio.NONE, 0)]
)
def test_page_numbers_are_fields(folio: Folio, fields: int) -> None:
    data = export_docx(replace(document_of(), style=Style(folio)), MOMENT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        feet = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/footer")]
    assert sum(one.count("instrText") // 2 for one in feet) == fields
    assert opened(data).settings.odd_and_even_pages_header_footer is (folio is Folio.OUTER)


def test_a_report_without_a_title_begins_with_its_text() -> None:
    document = compose(make_type(), make_whole_report(), Copy.PUBLIC)
    assert not document.head
    first = opened(export_docx(replace(document, title="", addressee=""), MOMENT)).paragraphs[0]
    assert isinstance(document.body[0], Prose)
    assert first.text.endswith(document.body[0].text)


def test_a_table_has_widths_and_a_head_that_is_repeated() -> None:
    grid = Grid((("项目", "数量"), ("行政检查", "318"), ("行政处罚", "46")), Place("s"), 1, "执法情况")
    word = opened(export_docx(Document("报告", "", (grid,), document_of().closing), MOMENT))
    (table,) = word.tables
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert abs(sum(widths) - 156 / 25.4 * 1440) < 20
    assert min(widths) > 0
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert "执法情况" in [one.text for one in word.paragraphs]


@pytest.mark.parametrize("text", ["a\x00b", "<w:t>x</w:t>", "&amp;", "\ud800", "\uffff", "“引号”", "=1+1"])
def test_what_is_typed_is_text(text: str) -> None:
    pieces = (Prose(text, Place("s")), Grid(((text,),), Place("s"), 0, text))
    found = texts(export_docx(Document("题", "", pieces, document_of().closing, office=text), MOMENT))
    shown = re.sub("[\x00\ud800\uffff]", "", text)
    assert found.count(shown) == (3 if shown else 0)


def test_equal_input_gives_equal_bytes() -> None:
    assert export_docx(document_of(), MOMENT) == export_docx(document_of(), MOMENT)


def test_its_properties() -> None:
    about = opened(export_docx(document_of(), MOMENT)).core_properties
    assert (about.title, about.author) == (document_of().title, document_of().office)
    assert about.modified == MOMENT


def rendered_by_libreoffice(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice prints it, with the shipped faces under the names of the standard."""
    match = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{face}</string></edit></match>'
        for name, face in FACES.items()
    )
    fonts = f"<dir>{resource('fonts')}</dir><cachedir>{folder / 'cache'}</cachedir>"
    (folder / "fonts.conf").write_text(f'<?xml version="1.0"?><fontconfig>{fonts}{match}</fontconfig>', "utf-8")
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "FONTCONFIG_FILE": str(folder / "fonts.conf"),
            "LANG": "C.UTF-8",
        },
    )
    return (folder / "a.pdf").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_sets_as_many_pages_as_the_print(tmp_path: Path) -> None:
    source = load_sample_source()
    document = compose(source.type, source.report, Copy.SUBMISSION)
    pages = page_lines(rendered_by_libreoffice(export_docx(document, MOMENT), tmp_path))
    printed = page_lines(rendered(Format.PDF, document, source.report, MOMENT))
    assert abs(len(pages) - len(printed)) <= 1
    counts = [len(lines) for lines in pages]
    assert max(counts) == 22
    assert counts.count(22) > len(counts) / 2
