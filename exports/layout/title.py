"""Break a title over lines by words, in the shape of a trapezium or a rhombus.

GB/T 9704—2012, 7.3.1: the words of a line keep their meaning, the lines are balanced, the shape is a trapezium or a
rhombus, never an hourglass. Where a break may stand is known from how such titles are made (office, 关于, year, matter,
kind) and from a list of the words that they are made of.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise

from exports.layout.bonds import bonds
from resources import resource

_AFTER = re.compile(
    r"(?:人民政府|街道办事处|办事处|管委会|管理委员会|委员会|办公室|大队|中心|分局|局|厅|政府|镇|乡|街道)(?=关于|\d{4}|20)"
    r"|(?<=\d{4})年度?(?!度)|(?<=建设)(?!与|和)|情况的?(?=报告|年度)|年度(?=报告)|工作(?=报告|情况|总结)|的(?=报告|通知|意见)"
)
_BEFORE = re.compile(r"关于|(?<!\d)\d{4}年|推进|法治政府建设|年度报告|工作总结|情况的?报告|统计表|目录|一览表|汇总表")
_LONGEST_WORD = 10
_MAX_LINES = 6
_MOST_EVEN_LINES = 12
_MAX_TRIES = 20_000
"""Combinations of breaks looked at before a coarser way is taken."""
_BETWEEN_WORDS, _ANYWHERE, _A_LINE = 3.0, 30.0, 6.0
"""What costs as much as so many em of unevenness: a break between words inside a member of the title, one within a
word, a line more."""


def break_title(title: str, limit: float, width: Callable[[str], float]) -> list[str]:
    """The title's lines, each at most `limit` em wide; `width` measures a character in em."""
    widths = list(accumulate(map(width, title), initial=0.0))
    if widths[-1] <= limit:
        return [title]
    least = -int(-widths[-1] // limit)
    members, words = _members(title), _words(title)
    anywhere = dict.fromkeys(_possible(title), _ANYWHERE) | words | members
    for places in (words | members, members, anywhere):
        found = _best(title, widths, places, least, limit) or _even(title, widths, places, least, limit)
        if found:
            return found
    return list(_filled(title, widths, anywhere, limit))


def word_ends(title: str) -> list[int]:
    """Places where the title may be broken with its words whole, for who sets its lines himself."""
    return sorted({**_words(title), **_members(title)})


def _possible(title: str) -> list[int]:
    """Places where a line may end at all: no mark, number or Latin word is hurt."""
    bound = bonds(title)
    return [place for place in range(1, len(title)) if not bound[place]]


def _members(title: str) -> dict[int, float]:
    """Places that part the title's members; such a break costs nothing."""
    good = {match.end() for match in _AFTER.finditer(title)} | {match.start() for match in _BEFORE.finditer(title)}
    return dict.fromkeys(sorted(good & set(_possible(title)) - _within_words(title)), 0.0)


def _words(title: str) -> dict[int, float]:
    """Places beside a known word, not within one, with what a break there costs."""
    ends = {place for span in _found(title) for place in span}
    places = sorted(ends & set(_possible(title)) - _within_words(title))
    return {place: _BETWEEN_WORDS for place in places if title[place] != "的" and title[place - 1] not in "和与及"}


def _within_words(title: str) -> set[int]:
    return {place for start, end in _found(title) for place in range(start + 1, end)}


def _found(title: str) -> Iterator[tuple[int, int]]:
    """Start and end of the known words, the longest first from the left."""
    known, place = _known(), 0
    while place < len(title):
        for end in range(min(len(title), place + _LONGEST_WORD), place + 1, -1):
            if title[place:end] in known:
                yield place, end
                place = end
                break
        else:
            place += 1


@lru_cache(1)
def _known() -> frozenset[str]:
    """The words of resources/words/titles.txt."""
    lines = resource("words", "titles.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _best(title: str, widths: Sequence[float], places: Mapping[int, float], least: int, limit: float) -> list[str]:
    """The lines of least cost that break at `places` only; none when that cannot be done.

    `widths` are the widths of the title's beginnings.
    """
    found: list[tuple[float, tuple[int, ...]]] = []
    for count in range(least, min(least + 1, _MAX_LINES) + 1):
        if len(places) ** (count - 1) > _MAX_TRIES:
            break
        for chosen in combinations(sorted(places), count - 1):
            cuts = (0, *chosen, len(title))
            lines = _line_widths(cuts, widths)
            if max(lines) <= limit:
                found.append((_cost(title, cuts, lines) + sum(places[place] for place in chosen), cuts))
    if not found:
        return []
    return [title[start:end] for start, end in pairwise(min(found)[1])]


def _line_widths(cuts: Sequence[int], widths: Sequence[float]) -> list[float]:
    return [widths[end] - widths[start] for start, end in pairwise(cuts)]


def _cost(title: str, cuts: Sequence[int], lines: Sequence[float]) -> float:
    """Uneven lines cost; so do a rectangle, an hourglass, a very short line, 关于 inside one, and each line."""
    cost = max(lines) - min(lines) + _A_LINE * len(lines)
    if len(lines) > 1 and max(lines) - min(lines) < 0.5:
        cost += 1.5
    if len(lines) > 2 and min(lines[1:-1]) < min(lines[0], lines[-1]):
        cost += 8
    cost += 10 * sum(1 for start, end in pairwise(cuts) if "关于" in title[start + 1 : end])
    return cost + 4 * sum(1 for width in lines if width < 5)


def _even(title: str, widths: Sequence[float], places: Mapping[int, float], least: int, limit: float) -> list[str]:
    """Lines of a long title, each as near to the mean as the places allow; none when so few lines cannot hold it."""
    ends = [0, *sorted(places), len(title)]
    for count in range(least, min(least + 3, _MOST_EVEN_LINES)):
        mean = widths[-1] / count
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for _line in range(count):
            following: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (cost, cuts) in best.items():
                for end in ends[bisect_right(ends, start) :]:
                    wide = widths[end] - widths[start]
                    if wide > limit:
                        break
                    total = cost + (wide - mean) ** 2 + 10 * places.get(end, 0.0)
                    if end not in following or total < following[end][0]:
                        following[end] = total, (*cuts, end)
            best = following
        if len(title) in best:
            return [title[start:end] for start, end in pairwise(best[len(title)][1])]
    return []


def _filled(title: str, widths: Sequence[float], places: Mapping[int, float], limit: float) -> Iterator[str]:
    """Lines filled one after another, for a title of more lines than are balanced."""
    start = 0
    while start < len(title):
        end = bisect_right(widths, widths[start] + limit + 1e-6, start + 1) - 1
        if end < len(title):
            end = max(
                (place for place in places if start < place <= end),
                key=lambda place: (places[place] < _ANYWHERE, place),
                default=end,
            )
        end = max(end, start + 1)
        yield title[start:end]
        start = end
