"""Items of the outline → blocks with ids: full-width marks, tables from tabs."""

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from report.content import Block, Blocks, Paragraph, Table
from report.identity import NewId
from report.marks import widen
from report.notes import Revert
from report.reading.cleaning import tab_to_space
from report.reading.lines import Line, Log
from report.reading.outline import Item
from report.reading.rules import Rule


class Builder:
    """Makes blocks and front texts, noting each half-width mark that it widens."""

    def __init__(self, new_id: NewId, log: Log) -> None:
        self._new_id = new_id
        self._log = log
        self._caption_of = 0
        self.places: dict[str, int] = {}
        """Source line of each block and section by id."""

    def new_id(self) -> str:
        """An id that nothing has."""
        return self._new_id()

    def words(self, text: str, id_: str = "", *, line: int = 1, number: str = "") -> str:
        """`text` with full-width marks; `number` stands before it and is judged with it but not returned."""
        whole = number + text
        wide = widen(whole)
        if wide == whole:
            return text
        count = sum(before != after for before, after in zip(whole, wide, strict=True))
        after = wide[len(number) :]
        revert = Revert(id_, text, after) if after != text else None
        self._log.add(Rule.MARKS, line, _around(whole, wide), count=count, revert=revert)
        return after

    def paragraph(self, item: Item) -> Paragraph:
        """The paragraph of an item."""
        id_ = self._new_id()
        text = tab_to_space(item.text)
        number = (item.lead.source or None) if item.lead else None
        self.places[id_] = item.line.number
        return Paragraph(id_, self.words(text, id_, line=item.line.number, number=number or ""), item.level, number)

    def blocks(self, items: Iterable[Item]) -> Blocks:
        """The blocks of items in order; rows that stand together make one table."""
        blocks: list[Block] = []
        for (is_row, _number), group in groupby(items, lambda item: (item.row, item.line.form.table)):
            members = list(group)
            if is_row:
                caption = blocks.pop() if self._captions(members, blocks) else None
                blocks.append(self._table([one.line for one in members], caption))
            else:
                blocks += map(self.paragraph, members)
                self._caption_of = members[-1].line.form.table
        return tuple(blocks)

    def _captions(self, rows: Sequence[Item], before: Sequence[Block]) -> bool:
        """Whether the last block before a table is its caption."""
        return bool(before and rows[0].line.form.table) and self._caption_of == rows[0].line.form.table

    def _table(self, rows: Sequence[Line], caption: Block | None) -> Table:
        id_ = self._new_id()
        self.places[id_] = rows[0].number
        cells = tuple(tuple(self.words(cell, id_, line=row.number) for cell in row.cells) for row in rows)
        heads = sum(1 for _row in takewhile(lambda row: row.form.head, rows))
        return Table(id_, cells, heads or 1, caption.text if isinstance(caption, Paragraph) else "")


def _around(before: str, after: str) -> str:
    """The words around the first difference."""
    at = next(index for index, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
    return before[max(0, at - 10) : at + 11]
