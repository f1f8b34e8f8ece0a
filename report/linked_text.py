"""Paragraphs cut, joined and rewritten, their links taken along.

A link stays where its characters stay as they are, and goes where one of them does: nothing that is typed beside a link
or within it ever becomes part of one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from report.content import Link, Paragraph

_LONGEST = 2000
"""Characters between the ends that differ up to which they are compared one by one."""


def head(paragraph: Paragraph, offset: int) -> Paragraph:
    """What stands before `offset`; a link that is cut there goes."""
    links = tuple(one for one in paragraph.links if one.end <= offset)
    return replace(paragraph, text=paragraph.text[:offset], links=links)


def tail(paragraph: Paragraph, offset: int) -> Paragraph:
    """What stands from `offset` on."""
    links = tuple(one.moved(-offset) for one in paragraph.links if one.start >= offset)
    return replace(paragraph, text=paragraph.text[offset:], links=links)


def joined(kept: Paragraph, *parts: Paragraph) -> Paragraph:
    """The texts of `parts` one behind the other, in the paragraph `kept`."""
    text, links = "", list[Link]()
    for part in parts:
        links += [one.moved(len(text)) for one in part.links]
        text += part.text
    return replace(kept, text=text, links=tuple(links))


def with_text(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph reading `text`, with the links whose characters are still there."""
    if text == paragraph.text:
        return paragraph
    links = tuple(_following(paragraph.text, text, paragraph.links)) if paragraph.links else ()
    return replace(paragraph, text=text, links=links)


def with_pieces(paragraph: Paragraph, changes: Iterable[tuple[Link, str]]) -> Paragraph:
    """The paragraph with the characters of some of its links replaced; they stay links."""
    text, links, done = "", list[Link](), 0
    wanted = dict(changes)
    for link in paragraph.links:
        text += paragraph.text[done : link.start]
        start = len(text)
        text += wanted.get(link, paragraph.text[link.start : link.end])
        links.append(Link(start, len(text), link.indicator))
        done = link.end
    return replace(paragraph, text=text + paragraph.text[done:], links=tuple(links))


def linked(paragraph: Paragraph, link: Link) -> Paragraph:
    """The paragraph with one more link; those it would overlap go."""
    rest = (one for one in paragraph.links if one.end <= link.start or one.start >= link.end)
    return replace(paragraph, links=tuple(sorted((*rest, link), key=lambda one: one.start)))


def unlinked(paragraph: Paragraph, link: Link) -> Paragraph:
    """The paragraph without a link; its text stays."""
    return replace(paragraph, links=tuple(one for one in paragraph.links if one != link))


def link_at(paragraph: Paragraph, offset: int) -> Link | None:
    """The link in which the character behind `offset` stands, else the one that ends there; None without any."""
    within = next((one for one in paragraph.links if one.start <= offset < one.end), None)
    return within or next((one for one in paragraph.links if one.end == offset), None)


def are_sound(paragraph: Paragraph) -> bool:
    """Whether the links are in order, apart and within the text."""
    within = all(0 <= one.start < one.end <= len(paragraph.text) for one in paragraph.links)
    return within and all(one.end <= other.start for one, other in pairwise(paragraph.links))


def _following(old: str, new: str, links: tuple[Link, ...]) -> Iterator[Link]:
    """The links in `new` whose characters are still there."""
    ahead = _common(old, new)
    behind = _common(old[::-1], new[::-1])
    shorter = min(len(old), len(new))
    if ahead + behind >= shorter:
        # One stretch came or went, and equal characters leave open which: the place that spares most links is taken.
        yield from _beside_stretch(old, new, links, range(max(0, shorter - behind), min(ahead, shorter) + 1))
        return
    moved = len(new) - len(old)
    middle = old[ahead : len(old) - behind], new[ahead : len(new) - behind]
    kept = list(_kept(*middle, ahead)) if max(map(len, middle)) <= _LONGEST else []
    for link in links:
        if link.end <= ahead:
            yield link
        elif link.start >= len(old) - behind:
            yield link.moved(moved)
        else:
            yield from (link.moved(by) for start, end, by in kept if start <= link.start and link.end <= end)


def _beside_stretch(old: str, new: str, links: tuple[Link, ...], places: range) -> Iterator[Link]:
    """The links when one stretch was put in or taken out at one of `places`."""
    grown = len(new) - len(old)
    gone = max(0, -grown)

    def spared(place: int) -> list[Link]:
        return [one for one in links if one.end <= place or one.start >= place + gone]

    best = max(reversed(places), key=lambda place: len(spared(place)))
    yield from (one if one.end <= best else one.moved(grown) for one in spared(best))


def _kept(old: str, new: str, ahead: int) -> Iterator[tuple[int, int, int]]:
    """Stretches of `old` that are in `new` too: start and end in the whole, and how far they moved."""
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if block.size:
            yield block.a + ahead, block.a + block.size + ahead, block.b - block.a


def _common(one: str, other: str) -> int:
    """How many first characters are equal."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
