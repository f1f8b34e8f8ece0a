"""Marks: GB/T 15834—2011."""

import re
from collections.abc import Iterator
from typing import Final

from report.checking.finding import Change, Hit
from report.checking.passages import Checked, Passage
from report.checking.rulebook import passage_rule, report_rule
from report.marks import widen

_HAN: Final = "\u4e00-\u9fff"
_PAIRS: Final = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」"}
_CLOSING: Final = {closing: opening for opening, closing in _PAIRS.items()}
_QUOTED: Final = 24
_NESTED: Final = re.compile("《[^《》]*《")
_DOUBLE_WRAP: Final = re.compile("《关于印发〈《?关于印发〈([^〈〉《》]*)〉的通知》?〉的通知》")
_SIMPLE_NEST: Final = re.compile("《([^《》〈〉]*)《([^《》〈〉]*)》([^《》〈〉]*)》")
_BETWEEN_TITLES: Final = re.compile("(?<=》)、(?=《)")
_BETWEEN_QUOTES: Final = re.compile("(?<=”)、(?=“)")
_CONFLICT: Final = re.compile("[，、；：。][，、；：。]+|[！？][，、；：。]+|[，、；：][！？]+")
_FESTIVAL: Final = re.compile(
    r"(?:(?<=“)|(?<![\d.]))(\d{1,2}[.．、]\d{1,2})(?=”?(?:国家|全国|国际|世界|宪法|消防|禁毒|消费者|防灾|税收|植树))"
)
_ENDS: Final = "。！？；"
_STRAIGHT: Final = re.compile(r"[\"']")
_RANGE: Final = re.compile(r"(\d{1,4}[年月日]?)-{2,3}(\d{1,4}[年月日%]?)")
_DASH: Final = re.compile(f"(?<=[{_HAN}”》）])(?:-{{2,}}|—-|-—|_{{2,}}|[─━]{{1,}}|–{{1,2}})(?=[{_HAN}“《（])")
_ONE_DASH: Final = re.compile(f"(?<=[{_HAN}]{{3}})—(?=[{_HAN}]{{3}})")
_DOTS: Final = re.compile(r"\.{3,}|。{3,}|．{3,}|·{3,}|(?<!…)…(?!…)")
_AFTER_BRACKET: Final = re.compile("(?:^|(?<=[。；]))（[一二三四五六七八九十]{1,3}）[、，．.]")
_ORDINAL: Final = re.compile(
    "(?:^|(?<=[。；，]))(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后)、"
)
_NO_WORK: Final = re.compile(
    "《([^《》]{2,24}(?:专栏|活动|行动|大会|会议|座谈会|比赛|竞赛|宣传周|宣传月|宣传日|培训班|工程|栏目))》"
)
_PLAIN_WORK: Final = re.compile("方案|通知|意见|办法|计划|规定|细则|规划|要点|制度|条例|报告|指南|规程|标准|纪要|清单")


@report_rule("half-width")
def half_width(checked: Checked) -> Iterator[Hit]:
    """Half-width marks between Chinese, all of them as one."""
    changes: list[Change] = []
    for passage in checked.passages:
        wide = widen(passage.text)
        changes += [
            Change(passage.spot, at, at + 1, new)
            for at, (old, new) in enumerate(zip(passage.text, wide, strict=True))
            if old != new
        ]
    if changes:
        first, *others = changes
        yield Hit(
            first.spot, first.start, first.end, {"count": str(len(changes))}, fix=first.text, others=tuple(others)
        )


@passage_rule("unbalanced")
def unbalanced(passage: Passage) -> Iterator[Hit]:
    """A bracket or quotation mark without its other half."""
    opened: list[int] = []
    text = passage.text
    for at, char in enumerate(text):
        if char in _PAIRS:
            opened.append(at)
        elif char in _CLOSING and not _is_item_number(text, at):
            if opened and text[opened[-1]] == _CLOSING[char]:
                opened.pop()
            elif any(text[one] == _CLOSING[char] for one in opened):
                while text[opened[-1]] != _CLOSING[char]:
                    yield _single(text, opened.pop())
                opened.pop()
            else:
                yield _single(text, at)
    for at in opened:
        yield _single(text, at)


def _single(text: str, at: int) -> Hit:
    if text[at] in _PAIRS:
        return Hit(start=at, end=min(len(text), at + 9), words={"mark": text[at]})
    return Hit(start=max(0, at - 8), end=at + 1, words={"mark": text[at]})


def _is_item_number(text: str, at: int) -> bool:
    """1）甲 and 一）甲 have one half only: that is the numbering's business."""
    return (
        text[at] == "）"
        and re.search(r"(?:^|[。；，])[0-9一二三四五六七八九十]{1,3}$", text[max(0, at - 4) : at]) is not None
    )


@passage_rule("nested-titles")
def nested_titles(passage: Passage) -> Iterator[Hit]:
    """《 within 《: a title in a title has 〈〉."""
    for found in _NESTED.finditer(passage.text):
        end = _outer_end(passage.text, found.start())
        whole = passage.text[found.start() : end]
        wrapped, simple = _DOUBLE_WRAP.fullmatch(whole), _SIMPLE_NEST.fullmatch(whole)
        fix = None
        if wrapped:
            fix = f"《关于印发〈{wrapped[1]}〉的通知》"
        elif simple:
            fix = f"《{simple[1]}〈{simple[2]}〉{simple[3]}》"
        yield Hit(start=found.start(), end=end, fix=fix)


def _outer_end(text: str, start: int) -> int:
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "《") - (text[at] == "》")
        if not depth:
            return at + 1
    return min(len(text), start + _QUOTED)


@passage_rule("between-titles")
def between_titles(passage: Passage) -> Iterator[Hit]:
    """、 between two titles."""
    for found in _BETWEEN_TITLES.finditer(passage.text):
        yield Hit(start=found.start() - 1, end=found.end() + 1, fix="》《")


@passage_rule("between-quotes")
def between_quotes(passage: Passage) -> Iterator[Hit]:
    """、 between two quotations."""
    found = _BETWEEN_QUOTES.search(passage.text)
    if found:
        yield Hit(start=found.start() - 1, end=found.end() + 1, fix="”“")


@passage_rule("conflicting-marks")
def conflicting_marks(passage: Passage) -> Iterator[Hit]:
    """Two marks where one belongs."""
    for found in _CONFLICT.finditer(passage.text):
        stop = next((char for char in found[0] if char in _ENDS), found[0][0])
        if len(set(found[0])) == 1 and found[0][0] == "。" and len(found[0]) > 2:
            continue  # dots for an ellipsis
        low, high = max(0, found.start() - 3), min(len(passage.text), found.end() + 2)
        fix = passage.text[low : found.start()] + stop + passage.text[found.end() : high]
        yield Hit(start=low, end=high, words={"right": stop}, fix=fix)


@passage_rule("straight-quotes")
def straight_quotes(passage: Passage) -> Iterator[Hit]:
    """Quotation marks of a typewriter beside Chinese."""
    text = passage.text
    marks = [found for found in _STRAIGHT.finditer(text) if _beside_han(text, found.start())]
    turns = {'"': 0, "'": 0}
    for found in marks:
        turn = turns[found[0]] % 2
        turns[found[0]] += 1
        yield Hit(start=found.start(), end=found.end(), fix={'"': "“”", "'": "‘’"}[found[0]][turn])


def _beside_han(text: str, at: int) -> bool:
    return re.search(f"[{_HAN}，。、；：（）《》]", text[max(0, at - 1) : at] + text[at + 1 : at + 2]) is not None


@passage_rule("wrong-dash")
def wrong_dash(passage: Passage) -> Iterator[Hit]:
    """A dash made of hyphens or half as long as it should be."""
    for pattern in (_DASH, _ONE_DASH):
        for found in pattern.finditer(passage.text):
            yield Hit(start=found.start(), end=found.end(), fix="——")
    for found in _RANGE.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=f"{found[1]}—{found[2]}")


@passage_rule("festival-dot")
def festival_dot(passage: Passage) -> Iterator[Hit]:
    """“12.4”国家宪法日: between month and day of a festival stands an interpunct."""
    for found in _FESTIVAL.finditer(passage.text):
        yield Hit(start=found.start(1), end=found.end(1), fix=re.sub(r"[.．、]", "·", found[1]))


@passage_rule("wrong-dots")
def wrong_dots(passage: Passage) -> Iterator[Hit]:
    """An ellipsis that is not six dots."""
    for found in _DOTS.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix="……")


@passage_rule("mark-after-number")
def mark_after_number(passage: Passage) -> Iterator[Hit]:
    """、 after （一）."""
    for found in _AFTER_BRACKET.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=found[0][:-1])
    for found in _ORDINAL.finditer(passage.text):
        yield Hit(
            start=found.start(), end=found.end(), fix=found[0][:-1] + ("，" if found[0][0] in "首其再最第" else "")
        )


@passage_rule("title-marks")
def title_marks(passage: Passage) -> Iterator[Hit]:
    """《》 around what is no work: an activity, a meeting, or 专栏 drawn in."""
    for found in _NO_WORK.finditer(passage.text):
        if not _PLAIN_WORK.search(found[1][-6:]):
            yield Hit(start=found.start(), end=found.end())
