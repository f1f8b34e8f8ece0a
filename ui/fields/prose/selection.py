"""What a selection in prose touches: rows of blocks, and the blocks cut to what is selected."""

from PySide6.QtGui import QTextCursor

from report.content import PLAIN, Blocks, Paragraph
from ui.text_positions import characters_before


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
    for row, cut in ((last, cursor.selectionEnd()), (first, cursor.selectionStart())):
        block, one = cursor.document().findBlockByNumber(row), found[row - first]
        if isinstance(one, Paragraph):
            place = characters_before(block.text(), cut - block.position())
            text = one.text[:place] if row == last else one.text[place:]
            found[row - first] = Paragraph(one.id, text, one.level if row == last or not place else PLAIN)
    return tuple(found)
