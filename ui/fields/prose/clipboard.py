"""Copy and paste: inside the program blocks with levels and tables, elsewhere plain text with its printed numbers."""

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from report.content import PLAIN, Blocks, Paragraph, Table
from report.identity import NewId
from report.notes import Note
from report.numbering import Scheme

_PICTURE = "\ufffc"
"""Stands in plain text for a picture, which a report has none of."""
BLOCKS = "application/x-chengbao-blocks"


def to_mime(blocks: Blocks, labels: Sequence[str]) -> QMimeData:
    """Whole blocks for the clipboard; `labels` are their printed numbers."""
    from report.codec import blocks_to_data

    data = QMimeData()
    data.setData(BLOCKS, json.dumps(blocks_to_data(blocks), ensure_ascii=False).encode())
    lines: list[str] = []
    for block, label in zip(blocks, labels, strict=True):
        if isinstance(block, Table):
            lines += ["\t".join(row) for row in block.rows]
        else:
            lines.append((label if block.level else "") + block.text)
    data.setText("\n".join(lines))
    return data


def part_to_mime(part: Paragraph) -> QMimeData:
    """A part of one paragraph: pasted in the program it keeps its links, elsewhere it is its text."""
    return to_mime((replace(part, level=PLAIN),), ("",))


def can_read(source: QMimeData) -> bool:
    """Whether there is anything to paste as text."""
    return source.hasFormat(BLOCKS) or source.hasText() or source.hasHtml()


def from_mime(source: QMimeData, new_id: NewId, scheme: Scheme) -> tuple[Blocks, tuple[Note, ...]]:
    """The blocks on the clipboard with new ids, and what was changed in them. Raises TooMuchText."""
    if source.hasFormat(BLOCKS):
        from report.reading_data import NotAReport, blocks_from_data

        try:
            return blocks_from_data(json.loads(bytes(source.data(BLOCKS).data())), new_id), ()
        except (ValueError, NotAReport):
            pass  # not ours after all: the text beside it is read
    from report.reading.recognise import read_blocks

    text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return read_blocks(text.replace(_PICTURE, ""), new_id=new_id, scheme=scheme)
