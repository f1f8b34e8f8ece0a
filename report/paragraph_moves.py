"""Move paragraphs up and down with what belongs to them: an outline is re-ordered, its numbers follow by themselves."""

from report.content import PLAIN, Block, Blocks, Paragraph


def level_of(block: Block) -> int:
    """The level of a block; a table is plain."""
    return block.level if isinstance(block, Paragraph) else PLAIN


def group_end(blocks: Blocks, start: int) -> int:
    """The index behind a block and its children: what is plain or deeper below a numbered paragraph."""
    level = level_of(blocks[start])
    end = start + 1
    while level and end < len(blocks) and not 0 < level_of(blocks[end]) <= level:
        end += 1
    return end


def move_up(blocks: Blocks, first: int, last: int) -> tuple[Blocks, int] | None:
    """Put the blocks `first` to `last` with the children of the last above what stands before them.

    A numbered paragraph goes above the one before of its level, or above its parent; plain text goes up by one.
    The new blocks and the new index of the first; None at the top.
    """
    if not first:
        return None
    level, target = level_of(blocks[first]), first - 1
    if level:
        heads = (index for index in range(first - 1, -1, -1) if 0 < level_of(blocks[index]) <= level)
        target = next(heads, first - 1)
    return _swap(blocks, target, first, group_end(blocks, last)), target


def move_down(blocks: Blocks, first: int, last: int) -> tuple[Blocks, int] | None:
    """Put the blocks `first` to `last` with the children of the last below what stands behind them.

    A numbered paragraph goes below the next of its level with its children, or below the next higher heading and the
    plain text right under it; plain text goes down by one. None at the bottom.
    """
    end = group_end(blocks, last)
    if end == len(blocks):
        return None
    level, stop = level_of(blocks[first]), end + 1
    if level and level_of(blocks[end]) == level:
        stop = group_end(blocks, end)
    elif level:
        while stop < len(blocks) and not level_of(blocks[stop]):
            stop += 1
    return _swap(blocks, first, end, stop), first + stop - end


def _swap(blocks: Blocks, start: int, middle: int, stop: int) -> Blocks:
    """The two neighbouring stretches, exchanged."""
    return (*blocks[:start], *blocks[middle:stop], *blocks[start:middle], *blocks[stop:])
