"""Find words in all texts of a report, and put others in their place. Offsets count characters (code points) from 0."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from report.clean_text import one_line
from report.report import Report
from report.template import ReportType
from report.texts import Spot, change_texts, texts

_OTHER_SIGNS = ("<circle>", "<super>", "<sub>")
"""Decompositions that change what is meant: ① is no 1, and m² no m2."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `words` as typed, white space at its ends included.

    Full-width and half-width forms, capital and small letters are the same unless `exact`. Everything else is literal:
    no wildcards, and combining marks or characters of no width count as typed.
    """

    words: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: characters `start` to `end` (not included) of `text`, the whole text at `spot`."""

    spot: Spot
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """A report after a replacement: how many hits were replaced, how many did not fit it and were left."""

    report: Report
    count: int
    skipped: int


def find(report: Report, query: Query, report_type: ReportType | None = None) -> tuple[Hit, ...]:
    """All hits in the order of `texts`, none overlapping another. `report_type` means what it means to `texts`."""
    words = _comparable(query.words, query)
    return tuple(
        Hit(spot, start, end, text)
        for spot, text in texts(report, report_type)
        for start, end in _spans(_comparable(text, query), words)
    )


def find_in(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Start and end of each hit in a text, from the left, none overlapping another; none for words of white space."""
    return _spans(_comparable(text, query), _comparable(query.words, query))


def replace_hits(report: Report, hits: Iterable[Hit], replacement: str) -> Replaced:
    """Put `replacement`, made one line, in place of just these hits, which may come in any order.

    Skipped are hits whose text is not what the report now has at their spot, and of hits that overlap, or are given
    twice, all but the leftmost; and those whose replacement would leave a section without a heading.
    """
    words = one_line(replacement)
    waiting: dict[Spot, list[Hit]] = {}
    for hit in hits:
        waiting.setdefault(hit.spot, []).append(hit)
    given, count = sum(map(len, waiting.values())), 0

    def change(spot: Spot, text: str) -> str:
        nonlocal count
        fitting = tuple(_fitting(waiting.pop(spot, ()), text))
        changed = _replaced(text, fitting, words) if fitting else text
        if spot.part == "heading" and not changed.strip():
            return text
        count += len(fitting)
        return changed

    after = change_texts(report, change)
    return Replaced(after, count, given - count)


def context(hit: Hit, around: int = 18) -> tuple[str, str, str]:
    """The words before a hit, the hit, the words behind it: at most `around` characters at each side and one more.

    That one is the last character of the side, or … where more is cut off. No combining mark stands first after a cut.
    """
    text, first, last = hit.text, hit.start - around, hit.end + around
    before, behind = text[: hit.start], text[hit.end :]
    if len(before) > around + 1:
        while first < hit.start and _is_mark(text[first]):
            first += 1
        before = _CUT + text[first : hit.start]
    if len(behind) > around + 1:
        while last > hit.end and _is_mark(text[last]):
            last -= 1
        behind = text[hit.end : last] + _CUT
    return before, text[hit.start : hit.end], behind


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    if not words.strip():
        return
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        yield start, end
        start = text.find(words, end)


def _comparable(text: str, query: Query) -> str:
    """The text as it is compared, character for character."""
    return text if query.exact else "".join(map(_folded, text))


@lru_cache(maxsize=8192)
def _folded(char: str) -> str:
    """What a character is compared as: always one character, so that offsets hold; ß and İ, which fold to two, stay."""
    if unicodedata.decomposition(char).startswith(_OTHER_SIGNS):
        return char
    plain = unicodedata.normalize("NFKC", char)
    plain = plain if len(plain) == 1 else char
    small = plain.casefold()
    return small if len(small) == 1 else plain


def _is_mark(char: str) -> bool:
    """Whether a character belongs to the one before it: accents, selectors of a variant."""
    return unicodedata.category(char).startswith("M")


def _fitting(hits: Iterable[Hit], text: str) -> Iterator[Hit]:
    """The hits that can be replaced in a text, from the left."""
    last = 0
    for hit in sorted(hits, key=lambda one: (one.start, one.end)):
        if hit.text == text and last <= hit.start < hit.end <= len(text):
            yield hit
            last = hit.end


def _replaced(text: str, hits: Iterable[Hit], words: str) -> str:
    pieces: list[str] = []
    last = 0
    for hit in hits:
        pieces += (text[last : hit.start], words)
        last = hit.end
    return "".join((*pieces, text[last:]))
