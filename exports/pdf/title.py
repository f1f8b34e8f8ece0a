"""Break a title over lines by words, in the shape of a trapezium or a rhombus.

GB/T 9704—2012, 7.3.1: the words of a line keep their meaning, the lines are balanced, the shape is a trapezium or a
rhombus. Where a break may stand is known from how such titles are made: office, 关于, year, matter, kind.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise

_AFTER = re.compile(
    r"(?:人民政府|街道办事处|办事处|管委会|管理委员会|委员会|办公室|大队|中心|分局|局|厅|政府|镇|乡|街道)(?=关于|\d{4}|20)"
    r"|(?<=\d{4})年度?(?!度)|(?<=建设)(?!与|和)|情况的?(?=报告|年度)|年度(?=报告)|工作(?=报告|情况|总结)|的(?=报告|通知|意见)"
)
_BEFORE = re.compile(r"关于|(?<!\d)\d{4}年|推进|法治政府建设|年度报告|工作总结|情况的?报告|统计表|目录|一览表|汇总表")
_WEAK = re.compile(r"法治政府|政府建设|年度报告|情况报告|\d{4}年度?|行政处罚|行政执法|规范性文件|统计表|一览表|汇总表")
_MAX_LINES = 5
_MAX_TRIES = 20_000
"""Combinations of breaks looked at before a coarser way is taken."""


def break_title(title: str, limit: float, width: Callable[[str], float]) -> list[str]:
    """The title's lines, each at most `limit` em wide; `width` measures a character in em."""
    widths = list(accumulate(map(width, title), initial=0.0))
    if widths[-1] <= limit:
        return [title]
    least = -int(-widths[-1] // limit)
    good, fair = _breaks(title)
    for places in (good, sorted({*good, *fair}), list(range(1, len(title)))):
        found = _best(title, widths, places, least, limit)
        if found:
            return found
    return list(_anyhow(title, width, limit))


def _breaks(title: str) -> tuple[list[int], list[int]]:
    """Places that part the title's members, and places that at least divide no known word."""
    good = {match.end() for match in _AFTER.finditer(title)} | {match.start() for match in _BEFORE.finditer(title)}
    inside = {place for match in _WEAK.finditer(title) for place in range(match.start() + 1, match.end())}
    inside |= {place for place in range(1, len(title)) if title[place] in "》”）、，：" or title[place - 1] in "《“（"}
    inside |= {place for place in range(1, len(title)) if title[place - 1 : place + 1].isdecimal()}
    good = {place for place in good if 0 < place < len(title)} - inside
    fair = set(range(2, len(title) - 1)) - inside
    return sorted(good), sorted(fair)


def _best(title: str, widths: Sequence[float], places: Sequence[int], least: int, limit: float) -> list[str]:
    """The most balanced lines that break at `places` only; none when that cannot be done.

    `widths` are the widths of the title's beginnings.
    """
    for count in range(least, min(least + 1, _MAX_LINES) + 1):
        if len(places) ** (count - 1) > _MAX_TRIES:
            break
        tries = ((0, *chosen, len(title)) for chosen in combinations(places, count - 1))
        fitting = [cuts for cuts in tries if all(width <= limit for width in _line_widths(cuts, widths))]
        if fitting:
            best = min(fitting, key=lambda cuts: _cost(title, cuts, _line_widths(cuts, widths)))
            return [title[start:end] for start, end in pairwise(best)]
    return []


def _line_widths(cuts: Sequence[int], widths: Sequence[float]) -> list[float]:
    return [widths[end] - widths[start] for start, end in pairwise(cuts)]


def _cost(title: str, cuts: Sequence[int], lines: Sequence[float]) -> float:
    """Uneven lines cost; so do an hourglass, a very short line, and 关于 inside a line: it opens one."""
    cost = max(lines) - min(lines)
    if len(lines) > 2 and min(lines[1:-1]) < min(lines[0], lines[-1]):
        cost += 8
    cost += 10 * sum(1 for start, end in pairwise(cuts) if "关于" in title[start + 1 : end])
    return cost + 4 * sum(1 for width in lines if width < 5)


def _anyhow(title: str, width: Callable[[str], float], limit: float) -> Iterator[str]:
    """Lines filled to the limit, for a title of more lines than any has."""
    start, used = 0, 0.0
    for index, char in enumerate(title):
        if used and used + width(char) > limit:
            yield title[start:index]
            start, used = index, 0.0
        used += width(char)
    yield title[start:]
