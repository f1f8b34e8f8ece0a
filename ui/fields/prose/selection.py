"""What a selection in prose touches: rows of blocks, and the blocks cut to what is selected."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument

from report.block_ranges import RowSpot
from report.content import PLAIN, Blocks, Paragraph
from report.linked_text import head, tail
from ui.text_positions import characters_before


def spot_at(document: QTextDocument, position: int) -> RowSpot:
    """Row and characters before a position of the document."""
    block = document.findBlock(position)
    return RowSpot(block.blockNumber(), characters_before(block.text(), position - block.position()))


def selected_spots(cursor: QTextCursor) -> tuple[RowSpot, RowSpot]:
    """Where the selection begins and ends; both where the cursor stands when nothing is selected."""
    document = cursor.document()
    return spot_at(document, cursor.selectionStart()), spot_at(document, cursor.selectionEnd())


def selected_rows(cursor: QTextCursor) -> tuple[int, int]:
    """Numbers of the first and the last paragraph touched; one touched only before its first character is not."""
    document = cursor.document()
    last = document.findBlock(cursor.selectionEnd())
    first = document.findBlock(cursor.selectionStart())
    if last.blockNumber() > first.blockNumber() and cursor.selectionEnd() == last.position():
        last = last.previous()
    return first.blockNumber(), last.blockNumber()


def selected_blocks(cursor: QTextCursor, blocks: Blocks) -> Blocks:
    """The selected ones of `blocks`, one a row of the document; of the first and the last only what is selected."""
    first, last = selected_rows(cursor)
    found = list(blocks[first : last + 1])
    end, start = _place(cursor, last, cursor.selectionEnd()), _place(cursor, first, cursor.selectionStart())
    if isinstance(one := found[-1], Paragraph):
        found[-1] = head(one, end)
    if isinstance(one := found[0], Paragraph):
        found[0] = replace(tail(one, start), level=PLAIN if start else one.level)
    return tuple(found)


def _place(cursor: QTextCursor, row: int, position: int) -> int:
    """Characters of a row before a position of the document; those behind its end do not count."""
    block = cursor.document().findBlockByNumber(row)
    return characters_before(block.text(), position - block.position())
