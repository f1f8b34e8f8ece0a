"""Titles of laws and state documents between 《》: one that is nearly a known title is a slip."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule, remembered
from report.checking.terms import terms
from report.recognition.numerals import numerals
from resources import resource

_TITLE: Final = re.compile("《([^《》〈〉]{5,40})》")
_FULL: Final = "中华人民共和国"
_OF_LAW: Final = re.compile("(?:法|条例|规定|办法|细则|纲要|规划|规则)$")
_OWN: Final = re.compile(
    "^关于|(?<=.)[省市县镇乡州旗局厅](?!法|级|场|容|政|民|域|委会)|自治|街道|公司|工作(?:方案|制度)|内部|[0-9０-９]"
)
"""A place or an office in the title: it has laws and documents of its own, which no list knows."""
_SORT: Final = re.compile("(?:暂行|试行|若干)?(?:法|条例|规定|办法|细则|规则)$")
_LEAST_NAME: Final = 5
_LIKE, _LIKE_OF_LAWS, _LONGER = 0.85, 0.75, 2
"""The least share of common characters with a known title, that of laws, nearly all of which are known, and how many
characters longer or shorter it may be."""


@passage_rule("law-title")
def law_title(passage: Passage) -> Iterator[Hit]:
    """《重大行政决策程序条例》 for 《重大行政决策程序暂行条例》."""
    for found in _TITLE.finditer(passage.text):
        right = nearest(found[1])
        if right:
            yield Hit(start=found.start(), end=found.end(), words={"right": right}, fix=f"《{right}》")


@passage_rule("article-beyond")
def article_beyond(passage: Passage) -> Iterator[Hit]:
    """《行政处罚法》第九十八条: it has 86."""
    for found in _article().finditer(passage.text):
        last = _articles()[found[1]]
        number = next(numerals(found[2]), None)
        if number is not None and number.value > last:
            yield Hit(start=found.start(2) - 1, end=found.end(), words={"law": found[1], "last": str(last)})


@cache
def _article() -> "re.Pattern[str]":
    return re.compile(
        f"({'|'.join(_articles())})》?(?:（[^（）]{{2,12}}）)?第([0-9零一二三四五六七八九十百千]{{1,9}})条"
    )


@cache
def _articles() -> dict[str, int]:
    """How many articles laws have, by their short titles."""
    lines = resource("checks", "articles.tsv").read_text("utf-8").splitlines()[1:]
    return {law: int(count) for law, count in (line.split("	") for line in lines)}


@remembered
def nearest(title: str) -> str:
    """The known title that a title was to be, "" when it is known itself or like none."""
    full = _FULL if title.startswith(_FULL) else ""
    bare, edition = _cut(title.removeprefix(_FULL))
    if bare in _titles() or not _OF_LAW.search(bare) or _OWN.search(bare):
        return ""
    letters = Counter(bare)
    is_law = bare.endswith("法") and not bare.endswith("办法")
    best, most = "", _LIKE_OF_LAWS if is_law else _LIKE
    for known, others in _titles().items():
        if abs(len(known) - len(bare)) <= _LONGER and (not is_law or known.endswith("法")):
            share = 2 * sum((letters & others).values()) / (len(known) + len(bare))
            if share >= most:
                best, most = known, share
    return full + (best or _of_another_sort(bare)) + edition if best or _of_another_sort(bare) else ""


def _of_another_sort(title: str) -> str:
    """The known title whose name this is, by another sort of law: 暂行条例 for 暂行规定, "" for none."""
    name = _SORT.sub("", title)
    return _by_name().get(name, "") if len(name) >= _LEAST_NAME else ""


@cache
def _by_name() -> dict[str, str]:
    """Titles without what sort of law they are; a name of two sorts is left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for known in _titles():
        found[_SORT.sub("", known)].append(known)
    return {name: titles[0] for name, titles in found.items() if len(titles) == 1}


def _cut(title: str) -> tuple[str, str]:
    """A title without what stands in brackets behind it, and that."""
    end = re.search(r"[（(〔][^（()）〕]*[）)〕]$", title)
    return (title[: end.start()], end[0]) if end else (title, "")


@cache
def _titles() -> dict[str, Counter[str]]:
    lines = resource("checks", "titles.txt").read_text("utf-8").split()
    known = dict.fromkeys([*lines, *(one.short or one.text for one in terms() if one.kind != "term")])
    return {one.removeprefix(_FULL): Counter(one.removeprefix(_FULL)) for one in known}
