"""Place boxes on pages: WeasyPrint's and Typst's middle phase. Knows no text and no PDF.

A box is a line, a table row or anything else with a height; boxes that must stay together form a chain. Boxes are put
one below another on the grid of lines; what does not fit goes to the next page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from exports.layout.page import HEIGHT, PITCH
from exports.pdf.lines import Line
from report.document import Place

_EPSILON = 0.01
_LEAST_SLICES = 2
"""Lines of a tall row that stand at least before and after the end of a page."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with the distance of its baseline from the top (of its box, then of the type area)."""

    line: Line
    baseline: float
    place: Place | None = None
    red: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule in points, y downwards; `red` for the head's."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    red: bool = False


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, its text, distance from the top."""

    level: int
    title: str
    top: float


@dataclass(frozen=True, slots=True)
class Box:
    """Something that is not divided.

    `height` in points; `lines` and `rules` relative to its top; `keep_next` binds it to the box after it; `new_page`
    starts a page; `gap` is only space and vanishes at the top of a page; `header` is repeated when the box begins a
    page; `bottom` sets it on the lower edge of the last even page (the foot, 7.4); `slices` are the lines of a tall
    table row, between which it may be divided: the rules of the whole are drawn about each part.
    """

    height: float = PITCH
    lines: tuple[PlacedLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    bookmark: Bookmark | None = None
    keep_next: bool = False
    new_page: bool = False
    gap: bool = False
    on_grid: bool = True
    header: "Box | None" = None
    bottom: bool = False
    slices: "tuple[Box, ...]" = ()


@dataclass(slots=True)
class Page:
    """One page: what stands where, y from the top of the type area; whether it shows its number."""

    number: int
    numbered: bool = True
    lines: list[PlacedLine] = field(default_factory=list[PlacedLine])
    rules: list[Rule] = field(default_factory=list[Rule])
    bookmarks: list[Bookmark] = field(default_factory=list[Bookmark])


def fill_pages(boxes: Iterable[Box]) -> list[Page]:
    """The pages; at least one."""
    filler = _Filler()
    for chain in _chains(boxes):
        filler.add_chain(chain)
    return filler.pages


def _chains(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """Boxes that must stand on one page together, in order."""
    chain: list[Box] = []
    for box in boxes:
        if box.new_page and chain:
            yield chain
            chain = []
        chain.append(box)
        if not box.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain


def _part(box: Box, slices: Sequence[Box]) -> Box:
    """Some lines of a tall row as a row of their own, in the order in which its cells are read."""
    edges = sorted({rule.x1 for rule in box.rules if rule.x1 == rule.x2})
    lines: list[PlacedLine] = []
    height = 0.0
    for one in slices:
        lines += (replace(line, baseline=line.baseline + height) for line in one.lines)
        height += one.height
    lines.sort(key=lambda line: bisect_right(edges, line.line.left))
    width = box.rules[0].width
    rules = [Rule(x, 0.0, x, height, width) for x in edges]
    rules += [Rule(edges[0], y, edges[-1], y, width) for y in (0.0, height)]
    return Box(height, tuple(lines), tuple(rules), header=box.header, on_grid=False)


class _Filler:
    """Fills page after page from the top."""

    def __init__(self) -> None:
        self.pages = [Page(1)]
        self._y = 0.0

    def add_chain(self, chain: Sequence[Box]) -> None:
        """Put a chain on this page, or on the next when it does not fit; one taller than a page is divided."""
        begins = chain[0].new_page and not self._is_fresh()
        tall = sum(box.height for box in chain if not box.slices) > HEIGHT
        if begins or not (chain[0].bottom or tall or self._fits(chain)):
            self._break()
        endless = sum(box.height for box in chain) > HEIGHT
        for number, box in enumerate(chain):
            after = 0.0 if endless else sum(one.height for one in chain[number + 1 :])
            if box.bottom:
                self._turn_to_even(box)
            elif box.slices and not self._fits_whole(box, after):
                self._divide(box, after)
                continue
            elif not self._is_fresh() and not self._fits(chain[number:] if number == len(chain) - 2 else [box]):
                self._break()
            self._put(box)

    def _turn_to_even(self, box: Box) -> None:
        """Go to the even page that the foot ends; a page of the foot alone and an empty one have no number (7.5)."""
        while self.pages[-1].number % 2 or not self._fits([box]):
            self._break()
            self.pages[-1].numbered = False

    def _is_fresh(self) -> bool:
        return self._y == 0.0

    def _fits(self, chain: Sequence[Box]) -> bool:
        if self._is_fresh():
            return True
        y = self._y
        for box in chain:
            if box.slices:
                return self._top(box, y) + sum(one.height for one in box.slices[:_LEAST_SLICES]) <= HEIGHT + _EPSILON
            y = self._top(box, y) + box.height
        return y <= HEIGHT + _EPSILON

    def _fits_whole(self, box: Box, after: float) -> bool:
        header = box.header.height if box.header is not None and self._is_fresh() else 0.0
        return self._y + header + box.height + after <= HEIGHT + _EPSILON

    def _divide(self, box: Box, after: float) -> None:
        """Put as many lines of a tall row on each page as fit, the last ones where `after` points fit below them."""
        rest = list(box.slices)
        while rest:
            header = box.header.height if box.header is not None and self._is_fresh() else 0.0
            room, count, height = HEIGHT - self._y - header + _EPSILON, 0, 0.0
            while count < len(rest) and height + rest[count].height <= room:
                height += rest[count].height
                count += 1
            if count == len(rest) and height + after > room:
                count = max(0, count - _LEAST_SLICES)
            elif len(rest) - count == 1 and count > _LEAST_SLICES:
                count -= 1
            count = max(count, 1) if self._is_fresh() else count
            if count:
                self._put(_part(box, rest[:count]))
            rest = rest[count:]
            if rest:
                self._break()

    @staticmethod
    def _top(box: Box, y: float) -> float:
        return ceil((y - _EPSILON) / PITCH) * PITCH if box.on_grid else y

    def _break(self) -> None:
        self.pages.append(Page(len(self.pages) + 1))
        self._y = 0.0

    def _put(self, box: Box) -> None:
        if self._is_fresh():
            if box.gap:
                return
            if box.header is not None:
                self._draw(box.header, 0.0)
        top = HEIGHT - box.height if box.bottom else self._top(box, self._y)
        self._draw(box, top)

    def _draw(self, box: Box, top: float) -> None:
        page = self.pages[-1]
        page.lines += (PlacedLine(one.line, one.baseline + top, one.place, one.red) for one in box.lines)
        page.rules += (Rule(one.x1, one.y1 + top, one.x2, one.y2 + top, one.width, one.red) for one in box.rules)
        if box.bookmark is not None:
            page.bookmarks.append(Bookmark(box.bookmark.level, box.bookmark.title, top))
        self._y = top + box.height
