"""Long texts cut into shorter stretches that belong together, at the ends of sentences, to be compared one by one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from report.likeness import heaviest_chain, likenesses, without_numbers
from report.rising import longest_rising

_ENDS = frozenset("。！？；\n")
_SHORTEST, _LONGEST = 8, 120
"""Tokens of a piece: a shorter sentence is taken with the next one, a longer one is cut."""
_LEAST_LIKENESS = 0.5
_MOST_PAIRS = 60_000


class Stretch(NamedTuple):
    """Tokens `old` up to `old_end` of the earlier text, and `new` up to `new_end` of the later one, that face."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def has_both(self) -> bool:
        """Whether there are tokens on both sides."""
        return self.old < self.old_end and self.new < self.new_end

    @property
    def size(self) -> int:
        """Number of tokens of both sides together."""
        return self.old_end - self.old + self.new_end - self.new

    @property
    def length(self) -> int:
        """Number of tokens of the longer side."""
        return max(self.old_end - self.old, self.new_end - self.new)


def between_equal_sentences(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> list[Stretch]:
    """What lies between sentences that stand once in each text and in the same order; those are left out."""
    starts, later_starts = _pieces(old, stretch.old, stretch.old_end), _pieces(new, stretch.new, stretch.new_end)
    texts, later = _texts(old, starts), _texts(new, later_starts)
    counts, later_counts = Counter(texts), Counter(later)
    at = {text: index for index, text in enumerate(texts) if counts[text] == 1}
    places = [at.get(text) if later_counts[text] == 1 else None for text in later]
    pairs = ((places[j], j) for j in longest_rising(places))
    equal = [Stretch(starts[i], starts[i + 1], later_starts[j], later_starts[j + 1]) for i, j in pairs if i is not None]
    return _between(stretch, equal)


def between_like_sentences(old: Sequence[str], new: Sequence[str], stretch: Stretch) -> list[Stretch]:
    """Sentences that are alike, each with its partner, and what lies between them."""
    starts, later_starts = _pieces(old, stretch.old, stretch.old_end), _pieces(new, stretch.new, stretch.new_end)
    texts = [without_numbers(text) for text in _texts(old, starts)]
    later = [without_numbers(text) for text in _texts(new, later_starts)]
    links = likenesses(texts, later, _LEAST_LIKENESS, _MOST_PAIRS)
    alike = [
        Stretch(starts[i], starts[i + 1], later_starts[j], later_starts[j + 1])
        for i, j, _ in heaviest_chain((i, j, share * share) for i, j, share in links)
    ]
    return sorted((*alike, *_between(stretch, alike)))


def _between(stretch: Stretch, parts: Iterable[Stretch]) -> list[Stretch]:
    """What of the stretch lies before, between and behind its parts, where there is anything."""
    gaps: list[Stretch] = []
    i, j = stretch.old, stretch.new
    for part in (*parts, Stretch(stretch.old_end, stretch.old_end, stretch.new_end, stretch.new_end)):
        gaps.append(Stretch(i, part.old, j, part.new))
        i, j = part.old_end, part.new_end
    return [gap for gap in gaps if gap.size]


def _pieces(tokens: Sequence[str], start: int, end: int) -> list[int]:
    """Where the sentences between two places begin, and the end."""
    starts = [start]
    for index in range(start, end):
        length = index + 1 - starts[-1]
        if length >= _LONGEST or (length >= _SHORTEST and tokens[index] in _ENDS):
            starts.append(index + 1)
    return starts if starts[-1] == end else [*starts, end]


def _texts(tokens: Sequence[str], starts: Sequence[int]) -> list[str]:
    return ["".join(tokens[start:end]) for start, end in pairwise(starts)]
