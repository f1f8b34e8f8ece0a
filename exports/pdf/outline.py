"""The outline (bookmarks) of a file: entries in order with their levels, linked into a tree (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from exports.layout.characters import visible
from exports.pdf.objects import array, dictionary, name, text_string

_LONGEST = 1_000
"""Characters of a title that are written: a string of an archival file has at most 32,767 bytes (6.1.13)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark: level from 1, its text, page from 0 and height above the page's lower edge in points."""

    level: int
    title: str
    page: int
    top: float


def add_outline(
    document: PDFDocument, entries: Sequence[Entry], pages: Sequence[PDFObjectReference]
) -> PDFObjectReference | None:
    """Add the outline's objects to the document; a reference to their root, None without entries.

    `pages` are references to the pages. A level that is skipped counts as the next one below.
    """
    if not entries:
        return None
    children = _children(entries)
    objects = [dictionary() for _ in range(len(entries) + 1)]
    references = [document.Reference(one, f"outline{number}") for number, one in enumerate(objects)]
    for parent, numbers in enumerate(children):
        if not numbers:
            continue
        below = objects[parent]
        below["First"], below["Last"] = references[numbers[0]], references[numbers[-1]]
        below["Count"] = _count(children, parent)
        for index, number in enumerate(numbers):
            entry, one = entries[number - 1], objects[number]
            one["Title"], one["Parent"] = text_string(visible(entry.title)[:_LONGEST]), references[parent]
            one["Dest"] = array([pages[entry.page], name("XYZ"), 0, f"{entry.top:.2f}", 0])
            if index:
                one["Prev"] = references[numbers[index - 1]]
            if index + 1 < len(numbers):
                one["Next"] = references[numbers[index + 1]]
    objects[0]["Type"] = name("Outlines")
    return references[0]


def _children(entries: Sequence[Entry]) -> list[list[int]]:
    """For the root (0) and each entry (from 1), the numbers of the entries directly below."""
    children: list[list[int]] = [[] for _ in range(len(entries) + 1)]
    above: list[tuple[int, int]] = [(0, 0)]
    for number, entry in enumerate(entries, 1):
        while len(above) > 1 and above[-1][0] >= entry.level:
            above.pop()
        children[above[-1][1]].append(number)
        above.append((entry.level, number))
    return children


def _count(children: Sequence[Sequence[int]], parent: int) -> int:
    """How many entries stand below one, all of them open."""
    waiting, count = list(children[parent]), 0
    while waiting:
        waiting += children[waiting.pop()]
        count += 1
    return count
