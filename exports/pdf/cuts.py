"""Where the lines of a paragraph end.

GB/T 9704—2012 sets 28 characters a line, so lines are filled as a writer fills squared paper. Where the 28th cell may
not end a line, the next characters are pushed in if marks can give the room (half a cell each, one cell a line at
most), else the last ones are carried over. Where that would leave a line looser than two cells, the lines before it
are chosen anew, so that what was bound fits. A run that no line holds is cut where it must be.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from exports.layout.bonds import Bond, bonds
from exports.layout.characters import SQUEEZED_AFTER, SQUEEZED_BEFORE

EPSILON = 1e-6
PUSH_LIMIT = 1.0
"""Cells that may be won from marks in one line: so a line holds 29 characters at most."""
SPREAD_FREELY = 0.5
"""Cells of slack that are spread without trying to push in: half a cell is what an odd digit leaves."""
LOOSE = 2.0
"""Cells of slack from which the lines before are chosen anew: a line of fewer than 26 characters."""
VERY_LOOSE = 4.0
"""Cells of slack from which a long word (an address of a site) is broken after a mark inside it."""
_LOOK_BACK = 8
"""Lines before a loose one that may be chosen anew."""
_WIDEST_CHOICE = 3.0
"""Cells of slack that a line may be given for the good of a later one."""
_MARKS = SQUEEZED_AFTER | SQUEEZED_BEFORE


@dataclass(frozen=True, slots=True)
class Cut:
    """A line before it is set: characters `start` to `end`; `slack` cells are left, or taken from marks if negative."""

    start: int
    end: int
    slack: float
    full: bool = True


def cut_lines(text: str, widths: Sequence[float], first: float, rest: float) -> list[Cut]:
    """The lines of `text`, whose characters are `widths` cells wide; the first holds `first` cells, others `rest`."""
    return _Cutter(text, widths, first, rest).lines()


class _Cutter:
    """One paragraph being cut."""

    def __init__(self, text: str, widths: Sequence[float], first: float, rest: float) -> None:
        self._text, self._size = text, len(text)
        self._ends = list(accumulate(widths, initial=0.0))
        self._bonds = bonds(text)
        self._first, self._rest = first, rest

    def lines(self) -> list[Cut]:
        """All lines in order."""
        cuts: list[Cut] = []
        settled = 0
        while (start := cuts[-1].end if cuts else 0) < self._size:
            cut = self._next(start, self._limit(start))
            cuts.append(cut)
            if cut.full and cut.slack > LOOSE + EPSILON and len(cuts) - 1 > settled:
                back = max(settled, len(cuts) - 1 - _LOOK_BACK)
                cuts[back:] = self._relieved(cuts[back:])
                settled = len(cuts)
        return cuts

    def _limit(self, start: int) -> float:
        return self._rest if start else self._first

    def _next(self, start: int, limit: float) -> Cut:
        """The line that begins at `start`."""
        edge = self._ends[start] + limit + EPSILON
        place = bisect_right(self._ends, edge, start) - 1
        if place >= self._size:
            return Cut(start, self._size, self._slack(start, self._size, limit), full=False)
        if place == start:  # a character wider than the line
            return Cut(start, start + 1, 0.0)
        if not self._bonds[place]:
            return Cut(start, place, self._slack(start, place, limit))
        back = self._free_before(place, start)
        slack = self._slack(start, back, limit)
        if slack > SPREAD_FREELY + EPSILON:
            ahead = self._pushed(start, place, limit)
            if ahead:
                return Cut(start, ahead, self._slack(start, ahead, limit))
        if back == start or slack > VERY_LOOSE:
            back = self._weak_before(place, back) or back
            if back == start or self._is_endless(back):
                back = place
        return Cut(start, back, max(0.0, self._slack(start, back, limit)))

    def _slack(self, start: int, end: int, limit: float) -> float:
        """Cells left when characters `start` to `end` stand in a line; spaces at its end take none."""
        while end > start + 1 and end < self._size and self._text[end - 1] == " ":
            end -= 1
        return limit - (self._ends[end] - self._ends[start])

    def _free_before(self, place: int, start: int) -> int:
        while place > start and self._bonds[place]:
            place -= 1
        return place

    def _is_endless(self, place: int) -> bool:
        """Whether what is bound together from `place` on is more than a line holds, so that it must be cut anyway."""
        edge, end = self._ends[place] + self._rest + EPSILON, place + 1
        while end < self._size and self._bonds[end] and self._bonds[end] != Bond.WEAK and self._ends[end] <= edge:
            end += 1
        return self._ends[end] > edge

    def _weak_before(self, place: int, start: int) -> int:
        """The last place up to `place` where a long word may be broken; 0 when there is none."""
        return next((one for one in range(place, start, -1) if self._bonds[one] == Bond.WEAK), 0)

    def _pushed(self, start: int, place: int, limit: float) -> int:
        """The first place from `place` on where the line may end, if the marks give the room for it; else 0."""
        edge = self._ends[start] + limit + PUSH_LIMIT + EPSILON
        while place < self._size and self._bonds[place] and self._ends[place] <= edge:
            place += 1
        over = -self._slack(start, place, limit)
        return place if over <= min(PUSH_LIMIT, _room(self._text[start:place])) + EPSILON else 0

    def _relieved(self, cuts: Sequence[Cut]) -> list[Cut]:
        """The same stretch of text in the lines of least cost: the last of `cuts` is loose.

        Cost is the square of the cells left or taken. The new lines reach at least to where the old ones do.
        """
        goal = cuts[-1].end
        best: dict[int, tuple[float, int, Cut | None]] = {cuts[0].start: (0.0, 0, None)}
        waiting = [cuts[0].start]
        reached: list[tuple[float, int, int]] = []
        while waiting:
            start = min(waiting)
            waiting.remove(start)
            cost, count, _cut = best[start]
            if start >= goal:
                reached.append((cost, count, start))
                continue
            for cut in self._choices(start):
                total = cost + _cost(cut)
                known = best.get(cut.end)
                if known is None:
                    waiting.append(cut.end)
                if known is None or total < known[0] - EPSILON:
                    best[cut.end] = total, count + 1, cut
        _cost_of_all, _lines, end = min(reached)
        found: list[Cut] = []
        while (cut := best[end][2]) is not None:
            found.append(cut)
            end = cut.start
        return found[::-1]

    def _choices(self, start: int) -> Iterator[Cut]:
        """The line that greed gives, and others of up to three cells of slack, or pushed in."""
        limit = self._limit(start)
        greedy = self._next(start, limit)
        yield greedy
        if not greedy.full:
            return
        place = greedy.end
        while (place := self._free_before(place - 1, start)) > start:
            slack = self._slack(start, place, limit)
            if slack > _WIDEST_CHOICE + EPSILON:
                break
            if slack >= 0:
                yield Cut(start, place, slack)
        ahead = greedy.end
        while ahead < self._size and (ahead := self._pushed(start, ahead + 1, limit)):
            yield Cut(start, ahead, self._slack(start, ahead, limit))


def _cost(cut: Cut) -> float:
    if not cut.full or 0 <= cut.slack <= SPREAD_FREELY + EPSILON:
        return 0.0
    return cut.slack**2


def _room(text: str) -> float:
    """Cells that the marks of a line can give."""
    return 0.5 * sum(map(_MARKS.__contains__, text))
