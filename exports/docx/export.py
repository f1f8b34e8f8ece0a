"""From a document to the bytes of its Word file."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from exports.docx.page import PITCH, indent, set_page
from exports.docx.raw import add_rules, put_at_bottom, remove
from exports.docx.tables import add_table
from exports.docx.words import add_lines, add_words, fit, title_lines
from exports.layout.page import FOUR, TWO, WIDTH
from exports.text import head_lines, note_line
from report.document import AttachmentPage, Closing, Document, Grid, Piece, Prose, attachment_list

_FACE_OF_LEVEL: Final = {1: "level_1", 2: "level_2"}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST: Final = 255
"""Characters of a property, at most."""
_RED: Final = RGBColor(0xD0, 0x00, 0x00)


def export_docx(document: Document, moment: datetime) -> bytes:
    """The file; `moment` is the report's last change and becomes its date. Equal input gives equal bytes."""
    word = docx.Document()
    for paragraph in list(word.paragraphs):
        remove(paragraph)
    set_page(word, document.style.folio)
    _tell_about(word, document, moment)
    if document.draft:
        _plain(word, "草稿", face="level_1", alignment=WD_ALIGN_PARAGRAPH.RIGHT)
    _head(word, document)
    if document.title:
        add_lines(word.add_paragraph(style="Title"), title_lines(document.title))
        _empty(word)
    if document.addressee:
        _plain(word, document.addressee)
    _pieces(word, document.body)
    _attachment_list(word, document.attachments)
    _closing(word, document.closing)
    for page in document.attachments:
        _attachment(word, page)
    _foot(word, document)
    return _reproducible(word)


def _tell_about(word: Word, document: Document, moment: datetime) -> None:
    about = word.core_properties
    title, office = fit(document.title), fit(document.office)
    about.title, about.author = title[:_LONGEST], office[:_LONGEST]
    about.last_modified_by, about.comments, about.keywords = about.author, "", ""
    about.created = about.modified = moment.replace(tzinfo=None)
    about.revision, about.language = 1, "zh-CN"


def _head(word: Word, document: Document) -> None:
    lines = list(head_lines(document.head))
    for line in lines:
        is_mark = line == document.head.issuer_mark
        paragraph = _plain(word, "" if is_mark else line, alignment=WD_ALIGN_PARAGRAPH.CENTER if is_mark else None)
        if is_mark:
            add_words(paragraph, line, face="title", size=TWO)
            paragraph.runs[-1].font.color.rgb = _RED
            paragraph.paragraph_format.line_spacing = Pt(PITCH * 2)
    if lines:
        add_rules(word.paragraphs[-1], ("bottom",), "D00000")
        _empty(word)


def _pieces(word: Word, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if isinstance(piece, Grid):
            add_table(word, piece)
        else:
            _prose(word, piece)


def _prose(word: Word, piece: Prose) -> None:
    """A heading line in the style of its level; a run-in heading in the level's face, the text behind it plain."""
    text = piece.text
    if piece.level and piece.is_heading_line:
        paragraph = word.add_paragraph(style=f"Heading {piece.level}")
        indent(paragraph, first=2)
        add_words(paragraph, piece.label + text)
        return
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent(paragraph, first=2)
    end = piece.heading + (text[piece.heading : piece.heading + 1] == "。") if piece.heading else 0
    if end:
        add_words(
            paragraph, piece.label + text[:end], face=_FACE_OF_LEVEL.get(piece.level, "text"), bold=piece.level == 3
        )
        add_words(paragraph, text[end:])
    else:
        add_words(paragraph, piece.label + text)


def _attachment_list(word: Word, pages: Sequence[AttachmentPage]) -> None:
    """附件：1.… below the text, the names below each other."""
    if pages:
        _empty(word)
    for number, (mark, name) in enumerate(attachment_list(pages)):
        paragraph = _plain(word, mark + name)
        indent(paragraph, left=6 if len(pages) > 1 else 5, hanging=1 if number else 4 if len(pages) > 1 else 3)
        paragraph.paragraph_format.keep_with_next = True


def _closing(word: Word, closing: Closing) -> None:
    """Signature and date towards the right edge, the signature over the middle of the date (7.3.5)."""
    if closing.signatory or closing.date:
        for _line in range(2 if closing.sealed else 1):
            _empty(word)
        right = 4 if closing.sealed else 2
        shift = (len(closing.date) * 0.75 - len(closing.signatory)) / 2
        for text, cells in ((closing.signatory, right + max(0.0, shift)), (closing.date, float(right))):
            if text:
                paragraph = _plain(word, text, alignment=WD_ALIGN_PARAGRAPH.RIGHT)
                indent(paragraph, right=cells)
                paragraph.paragraph_format.keep_with_next = text is closing.signatory
    for note in closing.notes:
        indent(_plain(word, note_line(note)), first=2)


def _attachment(word: Word, page: AttachmentPage) -> None:
    label = _plain(word, page.label, face="level_1")
    label.paragraph_format.page_break_before = True
    _empty(word)
    if page.title:
        paragraph = _plain(word, "", alignment=WD_ALIGN_PARAGRAPH.CENTER)
        add_lines(paragraph, title_lines(page.title), face="title", size=TWO)
        _empty(word)
    _pieces(word, page.pieces)


def _foot(word: Word, document: Document) -> None:
    """版记 at the lower edge of the last page, the printer from the left and the date from the right (7.4)."""
    foot = document.foot
    lines = [one for one in (foot.copies, "\t".join(foot.printed)) if one]
    if not lines:
        return
    table = word.add_table(len(lines), 1)
    table.autofit = False
    table.columns[0].width = Pt(WIDTH)
    for row, line in zip(table.rows, lines, strict=True):
        cell = row.cells[0]
        cell.width = Pt(WIDTH)
        paragraph = cell.paragraphs[0]
        add_words(paragraph, line, size=FOUR)
        tabs: Any = paragraph.paragraph_format.tab_stops
        tabs.add_tab_stop(Pt(WIDTH) - 2 * Pt(FOUR), WD_TAB_ALIGNMENT.RIGHT)
        indent(paragraph, left=1, right=1, size=FOUR)
    put_at_bottom(table)
    # A floating table hangs on the paragraph behind it.
    word.add_paragraph().paragraph_format.line_spacing = Pt(1)


def _plain(word: Word, text: str, *, face: str = "", alignment: WD_ALIGN_PARAGRAPH | None = None) -> Paragraph:
    paragraph = word.add_paragraph()
    if alignment is not None:
        paragraph.alignment = alignment
    if text:
        add_words(paragraph, text, face=face)
    return paragraph


def _empty(word: Word) -> None:
    word.add_paragraph().paragraph_format.keep_with_next = True


def _reproducible(word: Word) -> bytes:
    """The bytes with the same dates inside of the archive whenever it is written."""
    written, fixed = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
