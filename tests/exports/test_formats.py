"""Every format says the same: text, web page, PDF; JSON comes back exactly."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.formats import Format, format_of, rendered
from exports.html import export_html
from exports.text import export_text
from report.codec import from_data
from report.compose import Copy, compose
from report.document import Document, Grid, Place, Prose
from report.publishing import BETWEEN_OFFICES, published
from report.report import Front, Report
from tests.exports.pdf.reading import page_texts
from tests.report.builders import make_type, make_whole_report
from tests.report.strategies import Pieces

MOMENT = datetime(2026, 1, 19, 2, 34, tzinfo=UTC)
VOID = {"meta", "br", "wbr"}


class Reader(HTMLParser):
    """The text of a page, its headings and whether its tags are balanced."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"style", "title"} & set(self.open):
            return
        self.texts.append(data)
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            tag, text = self.headings[-1]
            self.headings[-1] = tag, text + data


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pdf_text(page: bytes) -> str:
    return squeezed("".join(re.sub(r"— \d+ —", "", one) for one in page_texts(page)))


def document_of(copy: Copy = Copy.SUBMISSION) -> Document:
    return compose(make_type(), make_whole_report(), copy)


@pytest.mark.parametrize("copy", Copy)
def test_text_page_and_print_say_the_same(copy: Copy) -> None:
    document = replace(document_of(copy), draft=False)
    text = squeezed(export_text(document).decode())
    assert squeezed("".join(Reader(export_html(document)).texts)) == text
    printed = pdf_text(rendered(Format.PDF, document, make_whole_report(), MOMENT))
    for piece in document.body:
        if isinstance(piece, Prose):
            assert squeezed(piece.label + piece.text) in text
            assert squeezed(piece.label + piece.text) in printed


def test_the_levels_are_headings() -> None:
    pieces = (
        Prose("总述", Place("s"), 1, "一", "一、", 2),
        Prose("分述", Place("s"), 2, "一", "（一）", 2),
        Prose("做法。具体内容。", Place("s"), 3, "1", "1.", 2),
        Prose("正文。", Place("s")),
        Grid((("项目", "数"), ("检查", "3")), Place("s"), 1, "执法情况"),
    )
    page = Reader(export_html(Document("报告", "", pieces, document_of().closing)))
    assert page.headings == [("h1", "报告"), ("h2", "一、总述"), ("h3", "（一）分述")]
    html = export_html(Document("报告", "", pieces, document_of().closing)).decode()
    assert "<strong>1.做法。</strong>具体内容。" in html
    assert "<caption>执法情况</caption>" in html
    assert '<th scope="col">项目</th>' in html


HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=y>', "&amp; &lt;", "a\x00b\x1f\x7fc", "]]>", "'quote'")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_text(text: str) -> None:
    pieces = (Prose(text, Place("s")), Grid(((text, text),), Place("s"), 1, text))
    document = Document(text, text, pieces, document_of().closing, office=text)
    page = Reader(export_html(document))
    shown = "".join(char for char in text if char >= " " and char != "\x7f")
    assert "".join(page.texts).count(shown) == 6
    assert not {name for name, _ in page.attributes} & {"onerror", "src"}


def test_a_page_needs_nothing_else() -> None:
    page = export_html(document_of()).decode()
    assert not re.search(r"(src|href)=|url\(|@import|https?:", page)
    assert '<html lang="zh-CN">' in page
    assert page.startswith("<!DOCTYPE html>")


def test_a_title_is_broken_between_words_only() -> None:
    title = "青溪县应急管理局关于2024年度法治政府建设情况的报告"
    page = export_html(Document(title, "", (), document_of().closing)).decode()
    assert f"<h1>{title}</h1>" in page.replace("<wbr>", "")
    pieces = page[page.index("<h1>") + 4 : page.index("</h1>")].split("<wbr>")
    assert {"关于", "2024年度"} <= set(pieces)
    assert "<title>" + title in page


def test_a_draft_says_so() -> None:
    draft = document_of(Copy.DRAFT)
    assert export_text(draft).decode().startswith("草稿\n")
    assert "草稿" in Reader(export_html(draft)).texts


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_json_comes_back_exactly(data: st.DataObject) -> None:
    report: Report = data.draw(Pieces().reports("r1"))
    written = rendered(Format.JSON, document_of(), report, MOMENT)
    assert from_data(json.loads(written)) == report


def test_what_is_published_has_nothing_between_offices() -> None:
    front = replace(Front(title="某局报告", signatory="某局"), **{name: f"内部{name}" for name in BETWEEN_OFFICES})
    report = published(replace(make_whole_report(), front=front))
    for kind in (Format.JSON, Format.TEXT, Format.HTML):
        written = rendered(kind, compose(make_type(), report, Copy.PUBLIC), report, MOMENT).decode()
        assert "内部" not in written
    full = replace(make_whole_report(), front=front)
    assert compose(make_type(), full, Copy.PUBLIC) == compose(make_type(), report, Copy.PUBLIC)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.pdf", Format.PDF), ("a.HTM", Format.HTML), ("a.html", Format.HTML), ("a.txt", Format.TEXT), ("a.doc", None)],
)
def test_the_suffix_says_the_format(name: str, wanted: Format | None) -> None:
    assert format_of(Path(name)) is wanted
