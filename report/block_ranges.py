"""Take a stretch out of blocks and put others in, as one pure step: what cutting, pasting, dragging and Enter share.

A spot is a row of the blocks and the characters before it there; a table counts as one character.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from report.content import PLAIN, Block, Blocks, Paragraph
from report.identity import NewId
from report.linked_text import head, joined, tail


class RowSpot(NamedTuple):
    """A place between characters: number of the block, characters before it."""

    row: int
    offset: int


Placed = tuple[Blocks, RowSpot]
"""Blocks, and where the cursor stands in them."""


def without(blocks: Blocks, start: RowSpot, end: RowSpot, new_id: NewId) -> Placed:
    """The blocks without what stands from `start` to `end`, and the spot where it stood.

    What is left of the first and the last paragraph becomes one, with id and level of the first. A table of which
    neither end is included stays; in place of one that goes an empty paragraph is left to go on in.
    """
    first, last = blocks[start.row], blocks[end.row]
    if start == end:
        return blocks, start
    left = _head(first, start.offset)
    right = _tail(last, end.offset)
    if isinstance(left, Paragraph) and isinstance(right, Paragraph):
        middle: tuple[Block, ...] = (joined(left, left, right),)
    else:
        behind = right if left is None or (right is not None and not _is_empty(right)) else None
        middle = tuple(one for one in (left, behind) if one is not None) or (Paragraph(new_id()),)
    spot = start if left is not None else RowSpot(start.row, 0)
    return (*blocks[: start.row], *middle, *blocks[end.row + 1 :]), spot


def put(blocks: Blocks, spot: RowSpot, pasted: Blocks, new_id: NewId) -> Placed:
    """The blocks with others put in at a spot, and the spot behind them.

    A plain phrase joins the paragraph; else what stood behind the spot follows by itself. Beside a table they get rows
    of their own.
    """
    here, phrase = blocks[spot.row], pasted[0]
    if not isinstance(here, Paragraph):
        middle: Blocks = (*pasted, here) if not spot.offset else (here, *pasted)
        row = spot.row + len(pasted) - (0 if spot.offset else 1)
    elif len(pasted) == 1 and isinstance(phrase, Paragraph) and not phrase.level:
        middle = (joined(here, head(here, spot.offset), phrase, tail(here, spot.offset)),)
        return _with(blocks, spot.row, middle), RowSpot(spot.row, spot.offset + len(phrase.text))
    else:
        before, after = head(here, spot.offset), tail(here, spot.offset)
        above = (before,) if before.text else ()
        below = (replace(after, id=new_id(), source_number=None),) if after.text else ()
        middle, row = (*above, *pasted, *below), spot.row + len(above) + len(pasted) - 1
    return _with(blocks, spot.row, middle), RowSpot(row, end_of(pasted[-1]))


def move_range(
    blocks: Blocks, start: RowSpot, end: RowSpot, target: RowSpot, piece: Blocks, new_id: NewId
) -> Placed | None:
    """The blocks with what stands from `start` to `end` taken to `target`; None where that is within or beside it.

    `piece` is what is moved, with ids of its own. Of whole paragraphs no empty one is left behind.
    """
    if start <= target <= end:
        return None
    whole = not start.offset and end.offset == end_of(blocks[end.row])
    if whole:
        rest, spot = (*blocks[: start.row], *blocks[end.row + 1 :]), start
    else:
        rest, spot = without(blocks, start, end, new_id)
    if target > end:
        row, offset = target.row - (len(blocks) - len(rest)), target.offset
        if target.row == end.row:
            offset += (spot.offset if row == spot.row else 0) - end.offset
        target = RowSpot(row, offset)
    return put(rest, target, piece, new_id)


def end_of(block: Block) -> int:
    """The characters of a block."""
    return len(block.text) if isinstance(block, Paragraph) else 1


def with_new_ids(blocks: Iterable[Block], new_id: NewId) -> Blocks:
    """The same words under ids of their own; the numbers that an import found stay with the first."""
    return tuple(
        replace(one, id=new_id(), source_number=None) if isinstance(one, Paragraph) else replace(one, id=new_id())
        for one in blocks
    )


def _with(blocks: Blocks, row: int, middle: Blocks) -> Blocks:
    return (*blocks[:row], *middle, *blocks[row + 1 :])


def _head(block: Block, offset: int) -> Block | None:
    """What stands before a spot in a block; None of a table that begins behind it."""
    if isinstance(block, Paragraph):
        return head(block, offset)
    return block if offset else None


def _tail(block: Block, offset: int) -> Block | None:
    """What stands behind a spot in a block; None of a table that ends before it."""
    if isinstance(block, Paragraph):
        return tail(block, offset)
    return None if offset else block


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text and block.level == PLAIN
