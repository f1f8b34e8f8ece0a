"""Paragraphs with levels in a QTextDocument: how blocks of a report are shown, read back and changed in place.

Level, id and source number of a paragraph are properties of the text block's format. A table is one character of its
own block, drawn by `table_object`. What an input method is composing is not part of a block's text, so reading never
sees it. Only the text blocks that changed are read again.
"""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from report.content import PLAIN, Block, Blocks, Link, Paragraph, Table
from report.identity import NewId
from report.linked_text import with_text
from ui.text_positions import common_head, qt_length

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
        self._shape = QTextBlockFormat()
        self._tables: dict[str, Table] = {}
        self._known: dict[str, Paragraph] = {}
        self._mirror: list[Block | None] = [None]
        """One entry a text block; None is to be read again."""
        self._marking = False
        document.setUndoRedoEnabled(False)
        document.documentLayout()  # without a layout a document does not tell what changed
        document.contentsChange.connect(self._note)

    # Reading

    def read(self) -> Blocks:
        """The report's blocks as shown now. Unchanged paragraphs are the same objects as before."""
        if None in self._mirror:
            self._marking = True
            self._read_anew()
            self._marking = False
        found = tuple(one for one in self._mirror if one is not None)
        if len(found) == 1 and isinstance(found[0], Paragraph) and not found[0].text and not found[0].level:
            return ()
        return found

    def paragraph(self, block: QTextBlock) -> Paragraph | None:
        """The paragraph of a text block as last read; None for a table, and before a change was read."""
        number = block.blockNumber()
        known = self._mirror[number] if number < len(self._mirror) else None
        return known if isinstance(known, Paragraph) else None

    def links(self, block: QTextBlock) -> tuple[Link, ...]:
        """What a text block quotes, as last read."""
        known = self.paragraph(block)
        return known.links if known else ()

    def level(self, block: QTextBlock) -> int:
        """The level of a text block: 0, 2, 3 or 4."""
        level: int | None = block.blockFormat().property(_LEVEL)
        return level or PLAIN

    def block_id(self, block: QTextBlock) -> str:
        """The id of a text block; "" before the next `read` for one that was just made."""
        return str(block.blockFormat().property(_ID) or "")

    def block_of(self, block_id: str) -> QTextBlock:
        """The text block with an id; an invalid one when there is none."""
        block = self.document.begin()
        while block.isValid() and self.block_id(block) != block_id:
            block = block.next()
        return block

    def table(self, table_id: str) -> Table | None:
        """The table drawn for an id."""
        return self._tables.get(table_id)

    def table_in(self, block: QTextBlock) -> Table | None:
        """The table that stands in a text block, or None."""
        if OBJECT_CHAR not in block.text():
            return None
        iterator = block.begin()
        while not iterator.atEnd():
            table_id = iterator.fragment().charFormat().property(TABLE_ID)
            if table_id:
                return self._tables.get(str(table_id))
            iterator += 1
        return None

    def _note(self, position: int, removed: int, added: int) -> None:
        """Mark the text blocks that a change touched."""
        del removed
        if self._marking:
            return
        document, mirror = self.document, self._mirror
        end = min(position + added, document.characterCount() - 1)
        first, last = document.findBlock(position).blockNumber(), document.findBlock(end).blockNumber()
        before = last - (document.blockCount() - len(mirror))
        if 0 <= first <= last and first <= before < len(mirror):
            mirror[first : before + 1] = [None] * (last - first + 1)
        else:
            mirror[:] = [None] * document.blockCount()

    def _read_anew(self) -> None:
        self._separate_tables()
        seen = {one.id for one in self._mirror if one is not None}
        block, number = self.document.begin(), 0
        for number, known in enumerate(self._mirror):
            if known is None:
                block = self.document.findBlockByNumber(number) if block.blockNumber() != number else block
                self._mirror[number] = self._read_block(block, seen)
                block = block.next()

    def _separate_tables(self) -> None:
        """A table stands in a text block of its own; what was typed beside it gets one too."""
        number = 0
        while number < len(self._mirror):
            if self._mirror[number] is None:
                block = self.document.findBlockByNumber(number)
                text = block.text()
                place = text.find(OBJECT_CHAR) if self.table_in(block) else -1
                cut = 0 if place < 0 else qt_length(text[:place]) or int(len(text) > 1)
                if cut:
                    cursor = QTextCursor(self.document.findBlockByNumber(number))
                    cursor.setPosition(cursor.position() + cut)
                    cursor.insertBlock(self._shape, QTextCharFormat())
                    self._mirror.insert(number, None)
            number += 1

    def _read_block(self, block: QTextBlock, seen: set[str]) -> Block:
        text = block.text().translate(_UNWANTED)
        if OBJECT_CHAR in text and (table := self.table_in(block)) and table.id not in seen:
            seen.add(table.id)
            self._format(block, table)
            return table
        text = text.replace(OBJECT_CHAR, "")
        block_format = block.blockFormat()
        block_id = str(block_format.property(_ID) or "")
        number = block_format.property(_NUMBER)
        if not block_id or block_id in seen or block_id in self._tables:
            block_id, number = self._new_id(), None
            self._set_properties(block, {_ID: block_id, _NUMBER: None})
        seen.add(block_id)
        level: int = block_format.property(_LEVEL) or PLAIN
        known = self._known.get(block_id)
        links = with_text(known, text).links if known is not None and known.links else ()
        paragraph = Paragraph(block_id, text, level, str(number) if number else None, links)
        self._known[block_id] = paragraph = known if known == paragraph and known is not None else paragraph
        return paragraph

    # Showing

    def show(self, blocks: Blocks) -> QTextCursor | None:
        """Make the document show `blocks`, touching only what differs.

        The cursor returned stands where the change ends; None when nothing differed.
        """
        shown = self.read()
        if shown == blocks:
            return None
        wanted: Blocks = blocks or (Paragraph(self._new_id()),)
        shown = shown or (Paragraph("", ""),)
        head = common_head(shown, wanted)
        tail = common_head(shown[head:][::-1], wanted[head:][::-1])
        old, new = shown[head : len(shown) - tail], wanted[head : len(wanted) - tail]
        self._tables |= {one.id: one for one in wanted if isinstance(one, Table)}
        self._known |= {one.id: one for one in new if isinstance(one, Paragraph)}
        if len(old) == len(new) and (pairs := _same_paragraphs(old, new)):
            cursor = self._change_each(head, pairs)
        else:
            cursor = self._replace(head, len(old), new, len(shown))
            # Qt lets a joined paragraph take the format of either: the neighbours get theirs back.
            for number in range(max(0, head - 1), min(head + len(new) + 1, len(wanted))):
                self._format(self.document.findBlockByNumber(number), wanted[number])
        self.read()
        return cursor

    def set_level(self, block: QTextBlock, level: int) -> None:
        """Change the level of a text block."""
        self._set_properties(block, {_LEVEL: level})

    def forget_id(self, block: QTextBlock) -> None:
        """Let a text block get a new id when it is read."""
        self._set_properties(block, {_ID: None, _NUMBER: None})

    def set_shape(self, shape: QTextBlockFormat) -> None:
        """Set line height, spacing and alignment of every text block, and of those to come."""
        self._shape = shape
        cursor = QTextCursor(self.document)
        cursor.select(QTextCursor.SelectionType.Document)
        self._marking = True
        cursor.mergeBlockFormat(shape)
        self._marking = False

    def change_table(self, table: Table) -> None:
        """Show a table's new content."""
        self._tables[table.id] = table
        self.document.markContentsDirty(0, self.document.characterCount())
        self._mirror = [table if one and one.id == table.id else one for one in self._mirror]

    def _change_each(self, start: int, pairs: Sequence[tuple[Paragraph, Paragraph]]) -> QTextCursor:
        """Change paragraphs that stay where they are; the cursor stands in the last one that differs."""
        cursor = all_at_once = QTextCursor(self.document)
        all_at_once.beginEditBlock()  # laid out, painted and told once
        for number, (old, new) in enumerate(pairs, start):
            if old != new:
                cursor = self._change(self.document.findBlockByNumber(number), old, new)
                self._mirror[number] = None  # links may be all that differs, of which the document knows nothing
        all_at_once.endEditBlock()
        return cursor

    def _change(self, block: QTextBlock, old: Paragraph, new: Paragraph) -> QTextCursor:
        """Change one paragraph: only the characters that differ."""
        head = common_head(old.text, new.text)
        tail = common_head(old.text[head:][::-1], new.text[head:][::-1])
        cursor = QTextCursor(block)
        start = qt_length(old.text[:head])
        cursor.setPosition(block.position() + start)
        length = qt_length(old.text[head : len(old.text) - tail])
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
                cursor.insertBlock(self._shape, QTextCharFormat())
            self._insert(cursor, block)
        cursor.endEditBlock()
        return cursor

    def _make_room(self, cursor: QTextCursor, start: int, count: int, shown: int) -> None:
        """Leave one empty block at `start` in place of `count` blocks, with the cursor in it."""
        if start >= shown:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock(self._shape, QTextCharFormat())
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
            cursor.insertText(OBJECT_CHAR, _table_format(block))
        else:
            cursor.insertText(block.text, QTextCharFormat())

    def _format(self, block: QTextBlock, shown: Block) -> None:
        level = shown.level if isinstance(shown, Paragraph) else PLAIN
        number = shown.source_number if isinstance(shown, Paragraph) else None
        self._set_properties(block, {_LEVEL: level, _ID: shown.id, _NUMBER: number})

    @staticmethod
    def _set_properties(block: QTextBlock, values: dict[int, object]) -> None:
        """Change properties of a text block, at once and only when they differ."""
        block_format = block.blockFormat()
        differing = {key: value for key, value in values.items() if block_format.property(key) != value}
        for key, value in differing.items():
            if value is None:
                block_format.clearProperty(key)
            else:
                block_format.setProperty(key, value)
        if differing:
            QTextCursor(block).setBlockFormat(block_format)


def _same_paragraphs(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[Paragraph, Paragraph]]:
    """Each paragraph with what becomes of it; nothing when one is a table or another paragraph, unless it is alone."""
    pairs = [
        (one, other)
        for one, other in zip(old, new, strict=True)
        if isinstance(one, Paragraph) and isinstance(other, Paragraph) and (one.id == other.id or len(new) == 1)
    ]
    return pairs if len(pairs) == len(new) else []


def _table_format(table: Table) -> QTextCharFormat:
    char_format = QTextCharFormat()
    char_format.setObjectType(TABLE_OBJECT)
    char_format.setProperty(TABLE_ID, table.id)
    return char_format


def _remove_block(cursor: QTextCursor) -> None:
    """Remove the empty block in which the cursor stands."""
    if cursor.block().next().isValid():
        cursor.deleteChar()
    else:
        cursor.deletePreviousChar()
