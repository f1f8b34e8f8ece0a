"""Ordinals of headings: computed from the outline, never typed, never stale.

GB/T 9704—2012, 7.3.3: 一、 then （一） then 1. then （1）. Town reports often use 一、 then 1. then （1）.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_DIGITS = "〇一二三四五六七八九"


class Scheme(StrEnum):
    """How the levels are numbered; the value is the example shown and exchanged."""

    FOUR = "一、（一）1.（1）"
    THREE = "一、1.（1）"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A computed number: `number` bare ("一", "1"), `label` as printed ("（一）", "1.")."""

    number: str
    label: str


_FORMS = {
    Scheme.FOUR: {1: "{han}、", 2: "（{han}）", 3: "{arabic}.", 4: "（{arabic}）"},
    Scheme.THREE: {1: "{han}、", 2: "{arabic}.", 3: "（{arabic}）", 4: "{ring}"},
}


def han(number: int) -> str:
    """A positive number below 10,000 in Chinese: 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五."""
    if not 0 < number < 10_000:
        raise ValueError(number)
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        elif text:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


def parse_han(text: str) -> int | None:
    """The number that Chinese numerals below 10,000 mean, or None: 二十一 → 21, 廿 is not one."""
    total, digit = 0, 0
    for char in text:
        if char in "零〇":
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            return None
    return (total + digit) or None


def ordinal(scheme: Scheme, level: int, number: int) -> Ordinal:
    """The ordinal of the `number`-th heading of a level (1 to 4)."""
    form = _FORMS[scheme][level]
    if "{ring}" in form:
        ring = chr(0x2460 + number - 1) if number <= 20 else f"（{number}）"
        return Ordinal(str(number), ring)
    if "{han}" in form:
        return Ordinal(han(number), form.format(han=han(number)))
    return Ordinal(str(number), form.format(arabic=number))


def number_levels(scheme: Scheme, levels: Iterable[int]) -> Iterator[Ordinal | None]:
    """Ordinals of a section's blocks by their levels (0 gives None); a shallower level restarts the deeper ones."""
    counts = [0] * 5
    for level in levels:
        if not level:
            yield None
            continue
        counts[level] += 1
        counts[level + 1 :] = [0] * (4 - level)
        yield ordinal(scheme, level, counts[level])


_RUN_IN_LIMIT = 40
"""Characters up to which a first sentence is taken for a run-in heading; a longer one heads nothing."""
_HEADING_LIMIT, _CLOSED_LIMIT = 80, 50
"""Characters of a line that is a heading as a whole: without 。 at its end, and with it."""
_REPORTED = re.compile(r"[0-9]\s*(?:余|多)?\s*(?:[次件项人份名条宗起场个家期部台辆处元户吨只]|万|%|％)")
"""A number with a measure word: a sentence that closes and holds one tells what was done, it does not head a text."""
_REPORTED_LIMIT = 20
_SENTENCE_LIMIT = 400
"""Characters in which a heading's end is looked for."""
_OPEN_ENDS = ("：", "；", "，", ":", ";", ",", "、")
_COLON_HEADING = re.compile(r"[^，；、\s]{4,20}(?<!如下)(?<!包括)(?<!方面)(?<![有为是])")
_AFTER_COLON = 10
_SPACE = re.compile(r"(?<=[^\x00-\xff])[ \u3000](?=\S{12})")


@lru_cache(maxsize=4096)
def heading_length(text: str, level: int) -> int:
    """How many leading characters of a numbered block are its heading, a closing 。 apart.

    The whole text for a heading line, the first sentence for a run-in heading (1.深入推进“放管服”改革。一是…),
    0 for a plain paragraph and for a paragraph that its number leads without a heading.
    """
    if not level:
        return 0
    end = _first_stop(text)
    head = text[:end]
    if end < len(text.rstrip("。 　")):
        return end if len(head) <= _RUN_IN_LIMIT and not head.endswith(_OPEN_ENDS) else 0
    closed = end < len(text)
    if len(head) > (_CLOSED_LIMIT if closed else _HEADING_LIMIT) or head.endswith(_OPEN_ENDS):
        return 0
    return 0 if closed and len(head) > _REPORTED_LIMIT and _REPORTED.search(head) else end


def run_in_length(text: str, level: int) -> int:
    """Length of a run-in heading, 0 when the whole block is a heading line or has no heading."""
    length = heading_length(text, level)
    return length if 0 < length < len(text.rstrip("。 　")) else 0


def _first_stop(text: str) -> int:
    """Where the first sentence ends: before the first 。！？ outside quotation marks and book title marks.

    A space behind a short beginning ends it too (强化学习 局党组坚持…。), and so does a full stop typed half-width.
    """
    depth = 0
    for index, char in enumerate(text[: _SENTENCE_LIMIT + 1]):
        if char in "“《（〈":
            depth += 1
        elif char in "”》）〉":
            depth = max(0, depth - 1)
        elif not depth and _ends_sentence(text, index):
            return index
    return len(text)


def _ends_sentence(text: str, index: int) -> bool:
    char = text[index]
    if char in ".．":
        return 0 < index < len(text) - 1 and min(text[index - 1], text[index + 1]) > "\u3000"
    if char in "：:":
        return bool(_COLON_HEADING.fullmatch(text, 0, index)) and len(text) - index > _AFTER_COLON
    if char in " \u3000":
        return text.endswith("。") and bool(_SPACE.match(text, index))
    return char in "。！？"
