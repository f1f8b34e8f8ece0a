"""Titles of laws and state documents between 《》: one that is nearly a known title is a slip."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule
from report.checking.rules.wording import terms
from resources import resource

_TITLE: Final = re.compile("《([^《》〈〉]{5,40})》")
_FULL: Final = "中华人民共和国"
_OF_LAW: Final = re.compile("(?:法|条例|规定|办法|细则|纲要|规划|规则)$")
_OWN: Final = re.compile(
    "^关于|(?<=.)[省市县镇乡州旗局厅](?!法|级|场|容|政|民|域|委会)|自治|街道|公司|工作(?:方案|制度)|内部|[0-9０-９]"
)
"""A place or an office in the title: it has laws and documents of its own, which no list knows."""
_LIKE, _LONGER = 0.85, 2
"""The least share of common characters with a known title, and the most characters that it may be longer or shorter."""
_REMEMBERED: Final = 1024


@passage_rule("law-title")
def law_title(passage: Passage) -> Iterator[Hit]:
    """《重大行政决策程序条例》 for 《重大行政决策程序暂行条例》."""
    for found in _TITLE.finditer(passage.text):
        right = nearest(found[1])
        if right:
            yield Hit(start=found.start(), end=found.end(), words={"right": right}, fix=f"《{right}》")


@lru_cache(maxsize=_REMEMBERED)
def nearest(title: str) -> str:
    """The known title that a title was to be, "" when it is known itself or like none."""
    full = _FULL if title.startswith(_FULL) else ""
    bare, edition = _cut(title.removeprefix(_FULL))
    if bare in _titles() or not _OF_LAW.search(bare) or _OWN.search(bare):
        return ""
    letters = Counter(bare)
    best, most = "", _LIKE
    for known, others in _titles().items():
        if abs(len(known) - len(bare)) <= _LONGER:
            share = 2 * sum((letters & others).values()) / (len(known) + len(bare))
            if share >= most:
                best, most = known, share
    return full + best + edition if best else ""


def _cut(title: str) -> tuple[str, str]:
    """A title without what stands in brackets behind it, and that."""
    end = re.search(r"[（(〔][^（()）〕]*[）)〕]$", title)
    return (title[: end.start()], end[0]) if end else (title, "")


@cache
def _titles() -> dict[str, Counter[str]]:
    lines = resource("checks", "titles.txt").read_text("utf-8").split()
    known = dict.fromkeys([*lines, *(one.short or one.text for one in terms() if one.kind != "term")])
    return {one.removeprefix(_FULL): Counter(one.removeprefix(_FULL)) for one in known}
