"""How alike texts are, by the pairs of neighbouring characters they share, and which of many belong together."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add
from typing import TypeAlias

Link: TypeAlias = tuple[int, int, float]
"""Index of an earlier text, index of a later text, and how much speaks for putting them together."""

NUMBER = re.compile(r"[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％‰]?|[〇零一二三四五六七八九十百千万亿]{2,}")
"""One number as written: 260.5529, 1,234, 100%, in full width too, and 二十三. A lone 一 is mostly part of a word."""

_MOST_PAIRS = 250_000
"""Pairs that are compared at most; that is every one of 500 by 500."""


def similarity(before: str, after: str) -> float:
    """Share of common pairs of neighbouring characters, 0 to 1: 1 for equal texts, 0 when nothing is shared.

    A pair that stands twice counts twice. Costs about 70 µs for two texts of 150 characters.
    """
    old, new = _pairs(before), _pairs(after)
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0


def without_numbers(text: str) -> str:
    """The text with one sign for each number: what stays of a sentence from one year to the next."""
    return NUMBER.sub("0", text)


def likenesses(before: Sequence[str], after: Sequence[str], least: float, most: int = _MOST_PAIRS) -> list[Link]:
    """All (i, j, similarity) of a text of `before` and one of `after` that reach `least`, a number above 0.

    With more than `most` pairs only those at about the same place in both are looked at, so the time is bounded:
    about 0.5 µs a pair.
    """
    old, new = [_pairs(text) for text in before], [_pairs(text) for text in after]
    # One bit for each pair of characters that both sides have: an intersection is then one AND of two integers.
    place = {pair: bit for bit, pair in enumerate(set[str]().union(*old) & set[str]().union(*new))}
    later = [(_bits(pairs, place), len(pairs)) for pairs in new]
    reach = len(after) if len(before) * len(after) <= most else max(1, most // (2 * len(before)))
    found: list[Link] = []
    for i, pairs in enumerate(old):
        bits, size = _bits(pairs, place), len(pairs)
        centre = i * len(after) // len(before)
        start = max(0, centre - reach)
        for j, (others, count) in enumerate(later[start : centre + reach + 1], start):
            share = 2 * (bits & others).bit_count()
            if share >= least * (size + count) and share:
                found.append((i, j, share / (size + count)))
    return found


def heaviest_chain(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links that rise on both sides and weigh most together; no text occurs twice. Weights are above 0."""
    # Of one earlier text the later partners come last first, so that none can stand behind another.
    ordered = sorted(links, key=lambda link: (link[0], -link[1]))
    back = [-1] * len(ordered)
    # Ends of the best chains so far: both lists rise, so the best one before a place is found by bisection.
    ends: list[int] = []
    weights: list[float] = []
    at: list[int] = []
    for index, (_, j, weight) in enumerate(ordered):
        pile = bisect_left(ends, j)
        total = weight
        if pile:
            back[index], total = at[pile - 1], weight + weights[pile - 1]
        if pile < len(ends) and ends[pile] == j and weights[pile] >= total:
            continue
        stop = pile
        while stop < len(ends) and weights[stop] <= total:
            stop += 1
        ends[pile:stop], weights[pile:stop], at[pile:stop] = [j], [total], [index]
    return _followed_back(ordered, back, at[-1] if at else -1)


def _followed_back(links: Sequence[Link], back: Sequence[int], index: int) -> tuple[Link, ...]:
    chain: list[Link] = []
    while index >= 0:
        chain.append(links[index])
        index = back[index]
    return tuple(reversed(chain))


def _pairs(text: str) -> set[str]:
    """Pairs of neighbours, the second one of a kind under a name of its own; of one character itself."""
    if len(text) < 2:
        return {text} if text else set()
    counts = Counter(map(add, text, text[1:]))
    pairs = set(counts)
    if len(pairs) < len(text) - 1:
        pairs.update(f"{pair}{n}" for pair, count in counts.items() for n in range(2, count + 1))
    return pairs


def _bits(pairs: set[str], place: dict[str, int]) -> int:
    octets = bytearray(len(place) // 8 + 1)
    for pair in pairs & place.keys():
        bit = place[pair]
        octets[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(octets, "little")
