"""Paragraphs with levels in a QTextDocument: how blocks of a report are shown, read back and changed in place.

Level, id and source number of a paragraph are properties of the text block's format. A table is one character of its
own block, drawn by `table_object`. What an input method is composing is not part of a block's text, so reading never
sees it.
"""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from report.content import PLAIN, Block, Blocks, Paragraph, Table
from report.identity import NewId

_LEVEL = QTextFormat.Property.UserProperty + 1
_ID = QTextFormat.Property.UserProperty + 2
_NUMBER = QTextFormat.Property.UserProperty + 3
TABLE_OBJECT = QTextFormat.ObjectTypes.UserObject + 1
TABLE_ID = QTextFormat.Property.UserProperty + 4
OBJECT_CHAR = "\ufffc"
_UNWANTED = {0x2028: None, 0xA0: " ", 0x09: " "}
"""Line separators, no-break spaces and tabs, which Qt may leave in a text block."""


class ProseDocument:
    """The blocks of one prose field in a document.

    Editors of Qt would undo by themselves; here the hub does, so the document's own undo is off.
    """

    def __init__(self, document: QTextDocument, new_id: NewId) -> None:
        self.document = document
        self._new_id = new_id
        self._tables: dict[str, Table] = {}
        self._known: dict[str, Paragraph] = {}
        document.setUndoRedoEnabled(False)

    def table(self, table_id: str) -> Table | None:
        """The table drawn for an id."""
        return self._tables.get(table_id)

    def level(self, block: QTextBlock) -> int:
        """The level of a text block: 0, 2, 3 or 4."""
        level: int | None = block.blockFormat().property(_LEVEL)
        return level or PLAIN

    def block_id(self, block: QTextBlock) -> str:
        """The id of a text block; "" before the next `read` for one that was just made."""
        return str(block.blockFormat().property(_ID) or "")

    def set_level(self, block: QTextBlock, level: int) -> None:
        """Change the level of a text block."""
        self._set_property(block, _LEVEL, level)

    def read(self) -> Blocks:
        """The report's blocks as shown now. Unchanged paragraphs are the same objects as before."""
        found: list[Block] = []
        seen: set[str] = set()
        block = self.document.begin()
        while block.isValid():
            found.append(self._read_block(block, seen))
            block = block.next()
        self._known = {one.id: one for one in found if isinstance(one, Paragraph)}
        if len(found) == 1 and isinstance(found[0], Paragraph) and not found[0].text and not found[0].level:
            return ()
        return tuple(found)

    def _read_block(self, block: QTextBlock, seen: set[str]) -> Block:
        text = block.text().translate(_UNWANTED)
        if OBJECT_CHAR in text and (table := self.table_in(block)):
            return table
        text = text.replace(OBJECT_CHAR, "")
        block_id = self.block_id(block)
        if not block_id or block_id in seen:
            block_id = self._new_id()
            self._set_property(block, _ID, block_id)
            self._set_property(block, _NUMBER, None)
        seen.add(block_id)
        number = block.blockFormat().property(_NUMBER)
        paragraph = Paragraph(block_id, text, self.level(block), str(number) if number else None)
        known = self._known.get(block_id)
        return known if known is not None and known == paragraph else paragraph

    def table_in(self, block: QTextBlock) -> Table | None:
        """The table that stands in a text block, or None."""
        iterator = block.begin()
        while not iterator.atEnd():
            table_id = iterator.fragment().charFormat().property(TABLE_ID)
            if table_id:
                return self._tables.get(str(table_id))
            iterator += 1
        return None

    def show(self, blocks: Blocks) -> QTextCursor | None:
        """Make the document show `blocks`, touching only what differs.

        The cursor returned stands where the change ends; None when nothing differed.
        """
        shown = self.read()
        if shown == blocks:
            return None
        wanted: Blocks = blocks or (Paragraph(self._new_id()),)
        shown = shown or (Paragraph("", ""),)
        head = _common(shown, wanted)
        tail = _common(shown[head:][::-1], wanted[head:][::-1])
        old, new = shown[head : len(shown) - tail], wanted[head : len(wanted) - tail]
        self._tables |= {one.id: one for one in wanted if isinstance(one, Table)}
        if len(old) == len(new) == 1 and isinstance(old[0], Paragraph) and isinstance(new[0], Paragraph):
            return self._change(self.document.findBlockByNumber(head), old[0], new[0])
        return self._replace(head, len(old), new, len(shown))

    def _change(self, block: QTextBlock, old: Paragraph, new: Paragraph) -> QTextCursor:
        """Change one paragraph: only the characters that differ."""
        head = _common(old.text, new.text)
        tail = _common(old.text[head:][::-1], new.text[head:][::-1])
        cursor = QTextCursor(block)
        start = _utf16(old.text[:head])
        cursor.setPosition(block.position() + start)
        length = _utf16(old.text[head : len(old.text) - tail])
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new.text[head : len(new.text) - tail])
        self._format(self.document.findBlock(cursor.position()), new)
        return cursor

    def _replace(self, start: int, count: int, new: Sequence[Block], shown: int) -> QTextCursor:
        """Replace `count` blocks from the block number `start` by `new`."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self._make_room(cursor, start, count, shown)
        if not new:
            _remove_block(cursor)
        for number, block in enumerate(new):
            if number:
                cursor.insertBlock()
            self._insert(cursor, block)
        cursor.endEditBlock()
        for number, block in enumerate(new):
            self._format(self.document.findBlockByNumber(start + number), block)
        return cursor

    def _make_room(self, cursor: QTextCursor, start: int, count: int, shown: int) -> None:
        """Leave one empty block at `start` in place of `count` blocks, with the cursor in it."""
        if start >= shown:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()
            return
        cursor.setPosition(self.document.findBlockByNumber(start).position())
        if not count:
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            return
        last = self.document.findBlockByNumber(start + count - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _insert(self, cursor: QTextCursor, block: Block) -> None:
        if isinstance(block, Table):
            cursor.insertText(OBJECT_CHAR, self._table_format(block))
        else:
            cursor.insertText(block.text, QTextCharFormat())

    def insert_table(self, cursor: QTextCursor, table: Table) -> None:
        """Put a table into a block of its own behind the cursor's block."""
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if cursor.block().text():
            cursor.insertBlock(QTextBlockFormat())
        self.put_table(cursor, table)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())

    def put_table(self, cursor: QTextCursor, table: Table) -> None:
        """Put a table into the cursor's block, which must be empty."""
        self._tables[table.id] = table
        cursor.insertText(OBJECT_CHAR, self._table_format(table))

    def change_table(self, table: Table) -> None:
        """Show a table's new content."""
        self._tables[table.id] = table
        self.document.markContentsDirty(0, self.document.characterCount())

    def _table_format(self, table: Table) -> QTextCharFormat:
        char_format = QTextCharFormat()
        char_format.setObjectType(TABLE_OBJECT)
        char_format.setProperty(TABLE_ID, table.id)
        return char_format

    def _format(self, block: QTextBlock, shown: Block) -> None:
        level = shown.level if isinstance(shown, Paragraph) else PLAIN
        number = shown.source_number if isinstance(shown, Paragraph) else None
        for key, value in ((_LEVEL, level), (_ID, shown.id), (_NUMBER, number)):
            self._set_property(block, key, value)

    @staticmethod
    def _set_property(block: QTextBlock, key: int, value: object) -> None:
        block_format = block.blockFormat()
        if block_format.property(key) == value:
            return
        if value is None:
            block_format.clearProperty(key)
        else:
            block_format.setProperty(key, value)
        QTextCursor(block).setBlockFormat(block_format)


def _common(first: Sequence[object] | str, second: Sequence[object] | str) -> int:
    """How many leading members are the same."""
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return index
    return min(len(first), len(second))


def _remove_block(cursor: QTextCursor) -> None:
    """Remove the empty block in which the cursor stands."""
    if cursor.block().next().isValid():
        cursor.deleteChar()
    else:
        cursor.deletePreviousChar()


def _utf16(text: str) -> int:
    """Length in the units in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
