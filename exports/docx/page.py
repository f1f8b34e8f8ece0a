"""The page of the Word file: size, margins, styles, page numbers. GB/T 9704—2012, 5 to 7.

Lines have an exact pitch: Word and LibreOffice round to twentieths of a point. The grid of characters is left out: it
breaks in LibreOffice, which then sets the half of a line.
"""

import math
from typing import Final

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exports.docx.raw import (
    add_field,
    leave_grid,
    remove_grid,
    set_faces,
    set_indents,
    strip_borders,
    strip_colour,
)
from exports.layout.page import FOUR, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, THREE, TOP, TWO, WIDTH
from exports.layout.page import PITCH as EXACT_PITCH
from report.document import Folio

FACES: Final = {
    "text": "仿宋_GB2312",
    "level_1": "黑体",
    "level_2": "楷体_GB2312",
    "title": "方正小标宋简体",
    "folio": "宋体",
}
"""The faces of the standard by the names that offices have them under."""
PITCH: Final = math.floor(EXACT_PITCH * 20) / 20
"""Points from line to line, rounded down to a twentieth so that 22 lines fit."""
_FOLIO_FROM_EDGE: Final = 23
"""Millimetres from the paper's lower edge to that of the number's line, whose dashes stand 7 mm below the text."""
_LEVELS: Final = ((1, "level_1", False), (2, "level_2", False), (3, "text", True), (4, "text", False))


def set_page(word: Word, folio: Folio) -> None:
    """Paper, margins, styles and page numbers of an empty file."""
    section = word.sections[0]
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Pt(TOP), Pt(PAGE_HEIGHT - TOP - HEIGHT)
    section.left_margin, section.right_margin = Pt(LEFT), Pt(PAGE_WIDTH - LEFT - WIDTH)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOLIO_FROM_EDGE)
    remove_grid(section)
    _set_styles(word)
    _number_pages(word, folio)


def set_face(thing: Run | ParagraphStyle, face: str) -> None:
    """Have a run or style a face of FACES."""
    set_faces(thing, FACES[face])


def _set_styles(word: Word) -> None:
    styles = word.styles
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set_style(normal, "text", THREE)
    for level, face, bold in _LEVELS:
        style = styles[f"Heading {level}"]
        assert isinstance(style, ParagraphStyle)
        _set_style(style, face, THREE, bold=bold)
        style.paragraph_format.keep_with_next = True
    title = styles["Title"]
    assert isinstance(title, ParagraphStyle)
    _set_style(title, "title", TWO)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    strip_borders(title)


def _set_style(style: ParagraphStyle, face: str, size: float, *, bold: bool = False) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    strip_colour(style)
    set_face(style, face)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(PITCH)
    layout.widow_control = False
    leave_grid(style)


def _number_pages(word: Word, folio: Folio) -> None:
    """Odd pages at the right edge, even ones at the left, one cell in (7.5); or in the middle, or none."""
    section = word.sections[0]
    if folio is Folio.NONE:
        return
    outer = folio is Folio.OUTER
    word.settings.odd_and_even_pages_header_footer = outer
    middle = WD_ALIGN_PARAGRAPH.CENTER
    feet = [(section.footer, WD_ALIGN_PARAGRAPH.RIGHT if outer else middle)]
    feet += [(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)] if outer else []
    for foot, alignment in feet:
        foot.is_linked_to_previous = False
        paragraph = foot.paragraphs[0]
        paragraph.alignment = alignment
        indent(paragraph, left=1 if alignment is WD_ALIGN_PARAGRAPH.LEFT else 0, size=FOUR)
        indent(paragraph, right=1 if alignment is WD_ALIGN_PARAGRAPH.RIGHT else 0, size=FOUR)
        _fill_folio(paragraph, folio)


def _fill_folio(paragraph: Paragraph, folio: Folio) -> None:
    pieces = ("第", "PAGE", "页 共", "NUMPAGES", "页") if folio is Folio.COUNTED else ("— ", "PAGE", " —")
    for piece in pieces:
        run = paragraph.add_run("" if piece.isascii() and piece.isalpha() else piece)
        run.font.size = Pt(FOUR)
        set_face(run, "folio")
        if piece.isascii() and piece.isalpha():
            add_field(run, piece)


def indent(
    paragraph: Paragraph,
    *,
    first: float = 0,
    left: float = 0,
    right: float = 0,
    hanging: float = 0,
    size: float = THREE,
) -> None:
    """Indents in characters, as Chinese offices count them; the points beside are for programs that know no others."""
    asked = {"firstLine": first, "left": left, "right": right, "hanging": hanging}
    set_indents(paragraph, {name: count for name, count in asked.items() if count}, size)
