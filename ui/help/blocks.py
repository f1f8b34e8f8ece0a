"""What a page of help is made of: plain text in pieces, never mark-up."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.keys import KeyRow


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page, or to an entry of one: "front", "front#date"."""

    text: str
    target: str


Spans = tuple[str | Link, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. With an anchor it begins an entry, which ends before the next heading of its level or above."""

    text: str
    anchor: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `quiet` ones are secondary."""

    spans: Spans
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Points one below the other."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys with what they do."""

    rows: tuple[KeyRow, ...]


Block = Heading | Paragraph | Points | Keys


@dataclass(frozen=True, slots=True)
class Page:
    """A page of help. `meta` is the line below its title."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    meta: str = ""

    def entry(self, anchor: str) -> tuple[int, int] | None:
        """Where an entry begins and ends among the blocks; None when there is none."""
        for start, block in enumerate(self.blocks):
            if isinstance(block, Heading) and block.anchor == anchor and anchor:
                rest = enumerate(self.blocks[start + 1 :], start + 1)
                ends = (place for place, one in rest if isinstance(one, Heading) and one.level <= block.level)
                return start, next(ends, len(self.blocks))
        return None

    def links(self) -> Iterator[Link]:
        """All its links."""
        for spans in _spans(self.blocks):
            yield from (span for span in spans if isinstance(span, Link))


def lines_of(block: Block) -> tuple[str, ...]:
    """The text of a block, as it is searched."""
    if isinstance(block, Heading):
        return (block.text,)
    if isinstance(block, Keys):
        return tuple(" ".join((*row.keys, row.text)) for row in block.rows)
    return tuple("".join(span if isinstance(span, str) else span.text for span in spans) for spans in _spans((block,)))


def said(text: str, *, quiet: bool = False) -> Paragraph:
    """A paragraph without links."""
    return Paragraph((text,), quiet)


def _spans(blocks: tuple[Block, ...]) -> Iterator[Spans]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spans
        elif isinstance(block, Points):
            yield from block.items
