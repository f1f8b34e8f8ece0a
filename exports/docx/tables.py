"""Tables of the Word file: a grid of explicit widths, which WPS needs, and rows that stay whole."""

from typing import Final

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table

from exports.docx.page import SMALL_FOUR
from exports.docx.raw import keep_row
from exports.docx.words import add_words
from report.document import Grid

_WIDTH: Final = 156.0
"""Millimetres: the type area."""
_LEAST: Final = 4
"""Characters that every column has room for, when widths are shared out."""
_LINE: Final = 18.0


def add_table(word: Word, grid: Grid) -> None:
    """A caption in the middle, then the table; its head rows are repeated on each page."""
    if grid.caption:
        caption = word.add_paragraph()
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.paragraph_format.keep_with_next = True
        add_words(caption, grid.caption, bold=True)
    table = word.add_table(len(grid.rows), len(grid.rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    widths = _widths(grid)
    _set_grid(table, widths)
    for number, (row, texts) in enumerate(zip(table.rows, grid.rows, strict=True)):
        keep_row(row, is_head=number < grid.head_rows)
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.line_spacing = Pt(_LINE)
            add_words(paragraph, text, size=SMALL_FOUR, bold=number < grid.head_rows)


def _widths(grid: Grid) -> list[float]:
    """Millimetres of each column, by its longest cell."""
    longest = [max(_LEAST, *(len(row[column]) for row in grid.rows)) for column in range(len(grid.rows[0]))]
    capped = [min(one, 30) for one in longest]
    return [_WIDTH * one / sum(capped) for one in capped]


def _set_grid(table: Table, widths: list[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
