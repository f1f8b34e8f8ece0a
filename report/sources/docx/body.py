"""The body of a Word file in order: paragraphs, tables, boxes, whatever they are wrapped in. ECMA-376, 17.2 to 17.5."""

from collections.abc import Iterator, Mapping
from typing import Final

from report.reading.manuscript import LineForm, ManuscriptBuilder
from report.reading.rules import Rule
from report.sources.docx.numbering import Numbering
from report.sources.docx.runs import ParagraphText, RunReader
from report.sources.docx.styles import StyleForm, Styles
from report.sources.docx.values import attribute, child, is_on, number, value
from report.sources.docx.words import chosen, deleted_text, plain_text
from report.sources.markup import Element, name_of

_WRAPPERS: Final = frozenset(
    ("customXml", "smartTag", "ins", "moveTo", "sdtContent", "body", "tc", "txbxContent", "footnote", "endnote")
)
_DELETED: Final = frozenset(("del", "moveFrom"))
_CONTENTS: Final = "Table of Contents"
"""The gallery whose piece of a document is its contents (ECMA-376, 17.5.2.11)."""
_MOST_SPAN: Final = 100
"""Cells that one may stand for; more is no table of a report."""


class BodyReader:
    """Walks a body and tells the builder what it finds."""

    def __init__(
        self, builder: ManuscriptBuilder, styles: Styles, numbering: Numbering, notes: Mapping[tuple[str, str], str]
    ) -> None:
        self._builder, self._styles, self._numbering = builder, styles, numbering
        self._runs = RunReader(builder, notes)
        self._carried = ""
        self._caption = ""

    def read(self, body: Element) -> None:
        """The whole body, or a cell."""
        self._blocks(body)
        self._end_caption()
        self._end_carried()

    def _blocks(self, container: Element) -> None:
        for one in container:
            self._block(one)

    def _block(self, one: Element) -> None:
        match name_of(one):
            case "p":
                self._paragraph(one)
            case "tbl":
                self._table(one)
            case "sdt":
                self._control(one)
            case "AlternateContent":
                found = chosen(one)
                if found is not None:
                    self._blocks(found)
            case "altChunk":
                self._builder.remark(Rule.EMBEDDED, "")
            case name if name in _DELETED:
                self._builder.remark(Rule.DELETION, deleted_text(one))
            case name if name in _WRAPPERS:
                self._blocks(one)
            case _:
                pass

    def _control(self, control: Element) -> None:
        """A content control; one that still shows its prompt is empty, one that makes the contents says nothing new."""
        content = child(control, "sdtContent")
        if content is None:
            return
        if is_on(control, "sdtPr", "showingPlcHdr"):
            self._builder.remark(Rule.HIDDEN, plain_text(content))
            return
        if value(control, "sdtPr", "docPartObj", "docPartGallery") == _CONTENTS:
            for entry in filter(None, (plain_text(one) for one in content if name_of(one) == "p")):
                self._builder.remark(Rule.CONTENTS, entry)
            return
        self._blocks(content)

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style_id = value(properties, "pStyle")
        style = self._styles.form(style_id)
        found = self._runs.read(paragraph, hidden=style.hidden)
        text = self._carried + self._label(properties, style, style_id, found) + found.text
        self._carried = ""
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            # The mark that ends the paragraph is deleted: it goes on in the next one.
            self._carried = text
        elif style.contents:
            if text.strip():
                self._builder.remark(Rule.CONTENTS, text)
        elif style.caption and text.strip():
            self._end_caption()
            self._caption = text
        else:
            self._end_caption(blank=not text.strip())
            self._put(text, properties, style)
        for box in found.boxes:
            self._builder.remark(Rule.TEXT_BOX, plain_text(box))
            self._blocks(box)

    def _label(self, properties: Element | None, style: StyleForm, style_id: str | None, found: ParagraphText) -> str:
        """The automatic number that Word shows, "" for none."""
        own = value(properties, "numPr", "numId")
        list_id = own if own is not None else style.list_id
        if list_id is None or list_id == "0":
            return ""
        place = number(value(properties, "numPr", "ilvl"))
        if place is None:
            place = style.list_level
        label, is_bullet = self._numbering.label(list_id, place, style_id or style.list_style)
        if is_bullet and found.text.strip():
            self._builder.remark(Rule.BULLET, found.text)
        return label if found.text.strip() else ""

    def _put(self, text: str, properties: Element | None, style: StyleForm) -> None:
        depth = number(value(properties, "outlineLvl"))
        heading = style.heading if depth is None else depth + 1 if 0 <= depth < 9 else 0
        form = LineForm(heading=heading, title=style.title)
        if style.title or "\n" not in text:
            self._builder.add(text, form)
            return
        first, rest = text.split("\n", 1)
        self._builder.add(first, form)
        self._builder.add(rest)

    def _end_caption(self, *, blank: bool = False) -> None:
        """A caption that no table followed is a paragraph; empty lines may stand between."""
        if self._caption and not blank:
            self._builder.add(self._caption)
            self._caption = ""

    def _end_carried(self) -> None:
        """A paragraph whose end is deleted, with no paragraph behind it to go on in."""
        carried, self._carried = self._carried, ""
        if carried:
            self._builder.add(carried)

    def _table(self, table: Element) -> None:
        self._end_carried()
        rows = list(_rows(table))
        if _is_layout(table, rows):
            self._end_caption()
            for _row, cells in rows:
                for cell in cells:
                    self._blocks(cell)
            return
        caption, self._caption = self._caption, ""
        made: list[tuple[list[str], bool]] = []
        for row, cells in rows:
            if child(row, "trPr", "del") is not None:
                self._builder.remark(Rule.DELETION, plain_text(row) or deleted_text(row))
                continue
            texts = [""] * _span(row, "trPr", "gridBefore", least=0)
            for cell in cells:
                texts += [self._cell(cell, is_first=not made)] + [""] * (_span(cell, "tcPr", "gridSpan") - 1)
            made.append((texts, is_on(row, "trPr", "tblHeader")))
        if any(any(text.strip() for text in texts) for texts, _head in made):
            self._builder.add_table(made, caption)
        elif caption:
            self._builder.add(caption)

    def _cell(self, cell: Element, *, is_first: bool) -> str:
        """The cell's lines; one that is the lower part of a joined cell shows nothing in Word."""
        merged = child(cell, "tcPr", "vMerge")
        if not is_first and merged is not None and attribute(merged, "val") != "restart":
            if hidden := plain_text(cell).strip():
                self._builder.remark(Rule.HIDDEN, hidden)
            return ""
        self._builder.begin_cell()
        self.read(cell)
        return self._builder.end_cell()


def _rows(table: Element) -> Iterator[tuple[Element, list[Element]]]:
    for row in _through(table, "tr"):
        yield row, list(_through(row, "tc"))


def _through(container: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those inside of controls and tracked changes."""
    for one in container:
        if name_of(one) == name:
            yield one
        elif name_of(one) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _through(one, name)


def _is_layout(table: Element, rows: list[tuple[Element, list[Element]]]) -> bool:
    """Whether a table only places text: one column, one row, or tables inside of it."""
    widest = max((len(cells) for _row, cells in rows), default=0)
    nested = any(name_of(one) == "tbl" for one in table.iter() if one is not table)
    return widest < 2 or len(rows) < 2 or nested


def _span(element: Element, properties: str, name: str, *, least: int = 1) -> int:
    return max(least, min(_MOST_SPAN, number(value(element, properties, name)) or least))
