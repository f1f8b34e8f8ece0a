"""The pieces of text that a report is made of. All are immutable; an edit makes a new one with the same id.

Text is kept as the clerk typed it, without numbers: ordinals of headings are computed (see `numbering`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

PLAIN, LEVEL_2, LEVEL_3, LEVEL_4 = 0, 2, 3, 4
"""Depth of a block: 0 a plain paragraph; 2, 3, 4 numbered below a section, which is level 1."""
LEVELS = (PLAIN, LEVEL_2, LEVEL_3, LEVEL_4)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a paragraph quotes an indicator: its characters from `start` to before `end`.

    They are text like all the rest and read as the indicator's value (see `indicators.quoting`).
    """

    start: int
    end: int
    indicator: str

    def moved(self, by: int) -> "Link":
        """The same link, so many characters further on."""
        return Link(self.start + by, self.end + by, self.indicator)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose.

    `level` is 0, 2, 3 or 4; `source_number` the ordinal as found at import ("二）"), None when typed here. `links` are
    in order and do not overlap; who changes the text takes them along (see `linked_text`).
    """

    id: str
    text: str = ""
    level: int = PLAIN
    source_number: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `head_rows` rows are repeated on each page. Rows may differ in length as typed."""

    id: str
    rows: tuple[tuple[str, ...], ...] = ()
    head_rows: int = 1
    caption: str = ""

    @property
    def columns(self) -> int:
        """Number of cells of the longest row."""
        return max((len(row) for row in self.rows), default=0)


Block: TypeAlias = Paragraph | Table
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One shortfall and its cause (不足＋原因)."""

    id: str
    shortfall: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Shortfalls with their causes: `lead` opens them; `joined` sets all in one paragraph, else one each."""

    lead: str = ""
    rows: tuple[Pair, ...] = ()
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, such as a measure planned for next year."""

    id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written and, where it is one, the day it means ("2025年2月30日" means none)."""

    text: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment: title without number, and what stands on its pages."""

    id: str
    title: str = ""
    blocks: Blocks = ()


def block_is_empty(block: Block) -> bool:
    """Whether nothing would be printed of the block."""
    if isinstance(block, Table):
        return not any(cell.strip() for row in block.rows for cell in row)
    return not block.text.strip()


def blocks_are_empty(blocks: Sequence[Block]) -> bool:
    """Whether nothing would be printed of any block."""
    return all(block_is_empty(block) for block in blocks)
