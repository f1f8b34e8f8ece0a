"""This year's text of a section beside last year's: which paragraph continues which, what is new, what is gone.

The years are written apart, so ids say nothing and likeness of wording decides. Numbers do not count in it: a paragraph
that reports the same with this year's figures is the same paragraph, changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from report.content import Block, Blocks, Paragraph, Table, block_is_empty
from report.likeness import Link, heaviest_chain, likenesses, without_numbers
from report.numbering import heading_length, run_in_length

_LEAST, _LEAST_MOVED = 0.35, 0.6
"""Similarity from which two paragraphs are one: standing in order, and anywhere."""
_SAME_LEVEL, _SAME_TEXT = 0.05, 0.25
"""What equal levels and equal texts add to it."""
_SURE_LENGTH = 10
"""Characters from which a text does not stand in a report twice by accident."""

_Content: TypeAlias = tuple[str, tuple[tuple[str, ...], ...] | None]


class MatchKind(StrEnum):
    """What became of a block from one year to the next."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Match:
    """A block of last year (`before`) and the one of this year (`after`) that continues it.

    `before` is None for ADDED, `after` for REMOVED. UNCHANGED means letter for letter: text, or caption and rows.
    """

    kind: MatchKind
    before: Block | None
    after: Block | None


def align_years(before: Blocks, after: Blocks) -> tuple[Match, ...]:
    """Every block that is not empty once: in the order of `after`; what is gone, behind what stood before it.

    Paragraphs that moved are still found when they are very alike; a table only ever continues a table.
    """
    old = [one for one in before if not block_is_empty(one)]
    new = [one for one in after if not block_is_empty(one)]
    partners = _partners(old, new)
    later = set(partners.values())
    gone: defaultdict[int, list[Match]] = defaultdict(list)
    last = -1
    for i, one in enumerate(old):
        last = partners.get(i, last)
        if i not in partners:
            gone[last].append(Match(MatchKind.REMOVED, one, None))
    earlier = {j: old[i] for i, j in partners.items()}
    matches = list(gone[-1])
    for j, one in enumerate(new):
        matches.append(_match(earlier[j], one) if j in later else Match(MatchKind.ADDED, None, one))
        matches.extend(gone[j])
    return tuple(matches)


def _match(old: Block, new: Block) -> Match:
    return Match(MatchKind.UNCHANGED if _content(old) == _content(new) else MatchKind.CHANGED, old, new)


def _partners(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Index of this year's block by index of last year's.

    Long equal texts first, wherever they stand. Then what is very alike, in order as far as it goes, then anywhere.
    What is somewhat alike comes last and in order only, so that it never takes the partner of a paragraph that moved.
    """
    links = list(_links(old, new, dict(_sure(old, new))))
    strong = [link for link in links if link[2] >= _LEAST_MOVED**2]
    chain = heaviest_chain(strong)
    partners = {i: j for i, j, _ in chain}
    taken = set(partners.values())
    for i, j, _ in sorted(strong, key=lambda link: (-link[2], link[0], link[1])):
        if i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    weak = [link for link in links if link[0] not in partners and link[1] not in taken]
    # No number of weak links outweighs one of the chain, so they only fill what lies between.
    fixed = [(i, j, 1.0 + len(links)) for i, j, _ in chain]
    return partners | {i: j for i, j, _ in heaviest_chain([*fixed, *weak])}


def _sure(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Pairs of equal content that is long enough and stands equally often on both sides, in order."""
    later = _by_content(new)
    for content, places in _by_content(old).items():
        if len(places) == len(later.get(content, ())) and (content[1] is not None or len(content[0]) >= _SURE_LENGTH):
            yield from zip(places, later[content], strict=True)


def _by_content(blocks: Iterable[Block]) -> dict[_Content, list[int]]:
    places: defaultdict[_Content, list[int]] = defaultdict(list)
    for index, one in enumerate(blocks):
        places[_content(one)].append(index)
    return dict(places)


def _links(old: Sequence[Block], new: Sequence[Block], sure: Mapping[int, int]) -> Iterator[Link]:
    """What may be put together and how much speaks for it: the square, so that one sure pair outweighs two poor ones.

    Blocks whose partner is known have a link to that one only.
    """
    best = (1 + _SAME_LEVEL + _SAME_TEXT) ** 2
    yield from ((i, j, best) for i, j in sure.items())
    later = set(sure.values())
    rest = [i for i in range(len(old)) if i not in sure]
    others = [j for j in range(len(new)) if j not in later]
    texts, later_texts = [_worded(old[i]) for i in rest], [_worded(new[j]) for j in others]
    for a, b, share in likenesses(texts, later_texts, _LEAST - _SAME_LEVEL):
        i, j = rest[a], others[b]
        weight = _weight(old[i], new[j], share)
        if weight >= _LEAST:
            yield i, j, weight**2


def _weight(old: Block, new: Block, share: float) -> float:
    """Likeness of two blocks, 0 where one cannot continue the other: a heading and a text must be much alike."""
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        if _is_heading(old) != _is_heading(new) and share < _LEAST_MOVED:
            return 0.0
        return share + _SAME_LEVEL * (old.level == new.level) + _SAME_TEXT * (old.text == new.text)
    if isinstance(old, Table) and isinstance(new, Table):
        return share + _SAME_LEVEL + _SAME_TEXT * (_content(old) == _content(new))
    return 0.0


def _is_heading(one: Paragraph) -> bool:
    """Whether the whole paragraph is a heading line."""
    return heading_length(one.text, one.level) > 0 and not run_in_length(one.text, one.level)


def _content(one: Block) -> _Content:
    """What must be equal for a block to be unchanged; text apart from tables."""
    return (one.caption, one.rows) if isinstance(one, Table) else (one.text, None)


def _worded(one: Block) -> str:
    """The text that likeness is judged by; of a table its words, or its shape when it has none."""
    if isinstance(one, Paragraph):
        return without_numbers(one.text)
    cells = [without_numbers(cell.strip()) for row in one.rows for cell in row]
    words = [cell for cell in cells if cell not in ("", "0")]
    return "\n".join([one.caption, *words]) if words or one.caption else f"{len(one.rows)}×{one.columns}"
