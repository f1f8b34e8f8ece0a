"""Tables of the Word file: a grid of explicit widths, which WPS needs, and rows that stay whole."""

from typing import Final

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table

from exports.docx.page import PITCH
from exports.docx.raw import keep_row, pad_cells
from exports.docx.words import add_lines, add_words, ems
from exports.layout.columns import centred_columns, column_widths, lines_of
from exports.layout.page import SMALL_FOUR
from report.document import Grid

_SIDE: Final = 5.4
"""Points beside the text of a cell, as Word has them."""
_LINE: Final = 18.0
_PADDING: Final = 4.0
"""Points above and below the text of a cell, as in print."""


def add_table(word: Word, grid: Grid) -> None:
    """A caption in the middle, then the table; its head rows are repeated on each page."""
    if grid.caption:
        caption = word.add_paragraph()
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.paragraph_format.keep_with_next = True
        add_words(caption, grid.caption, face="level_1")
    table = word.add_table(len(grid.rows), len(grid.rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    widths = column_widths(grid, lambda line: SMALL_FOUR * ems(line), _SIDE)
    centred = centred_columns(grid)
    _set_grid(table, widths)
    pad_cells(table, _PADDING)
    for number, (row, texts) in enumerate(zip(table.rows, grid.rows, strict=True)):
        row.height, row.height_rule = Pt(PITCH), WD_ROW_HEIGHT_RULE.AT_LEAST
        keep_row(row, is_head=number < grid.head_rows)
        for column, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            cell.width = Pt(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            if centred[column] or number < grid.head_rows:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.line_spacing = Pt(_LINE)
            add_lines(paragraph, lines_of(text), size=SMALL_FOUR, face="level_1" if number < grid.head_rows else "")


def _set_grid(table: Table, widths: list[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
