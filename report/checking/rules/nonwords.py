"""What is no word, and nearly one: 环竟 for 环境.

A character counts as read when it belongs to a known word or usually stands alone. Where some are left that no word
takes, and another character of the same sound or shape would make a usual word of them, a slip is likely. Words that
stand more than once are names of something.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from report.checking.alike import are_alike
from report.checking.finding import Hit, Severity
from report.checking.lexicon import LONGEST, covered, fitting, is_word
from report.checking.passages import Checked
from report.checking.rulebook import remembered, report_rule

_RUN: Final = re.compile("[\u4e00-\u9fff]{2,}")
_ALONE: Final = frozenset(
    "的了和在对为将由经按各等并及与是不共已均把被从到向以于其中个年月日件人次项名家份场期条处起宗后前内外上下大小新老好多少全"
    "每该此本我县市区镇乡村局委办组所队科股室站会员长率数量额占比较增降升减达超近约元万亿米吨辆户亩第一二三四五六七八九十百千两"
    "半就都也还又仅拟赴曾仍正再更最很才能可要应须需有无未没做作抓促推建立设使让给着过得地你他她它这那哪谁何如若因但而且或则即既虽然所之乎者"
)
_PLACES: Final = "县市区镇乡村街路埠庄屯湾桥港岛山河湖江溪岭"
_NAME: Final = 8
"""The longest quotation that is a name and no speech."""


@dataclass(frozen=True, slots=True)
class _Slip:
    start: int
    end: int
    right: str
    weight: int


@report_rule("non-word")
def non_word(checked: Checked) -> Iterator[Hit]:
    """A word that is none, one character off a usual one."""
    for one in checked.prose:
        for slip in _slips(one.text):
            words = one.text[slip.start : slip.end]
            if checked.all_text.count(words) == 1:
                sure = Severity.SHOULD if len(words) == LONGEST else None
                yield Hit(one.spot, slip.start, slip.end, {"right": slip.right}, fix=slip.right, severity=sure)


@remembered
def _slips(text: str) -> tuple[_Slip, ...]:
    found = [slip for run in _RUN.finditer(text) if not _is_name(text, run) for slip in _in_run(text, run)]
    found.sort(key=lambda slip: -slip.weight)
    kept: list[_Slip] = []
    for slip in found:
        if not any(slip.start < other.end and other.start < slip.end for other in kept):
            kept.append(slip)
    return tuple(sorted(kept, key=lambda slip: slip.start))


def _is_name(text: str, run: "re.Match[str]") -> bool:
    before = text[run.start() - 1 : run.start()]
    return before in ("“", "‘", "《", "〈") and run.end() - run.start() <= _NAME


def _in_run(text: str, run: "re.Match[str]") -> Iterator[_Slip]:
    words = run[0]
    taken = covered(words)
    if run.start() and text[run.start() - 1].isdigit():  # units: 6,500余册
        taken[:2] = [True] * len(taken[:2])
    for at in range(len(words)):
        if taken[at] or words[at] in _ALONE:
            continue
        for length in range(2, LONGEST + 1):
            for start in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
                for right in _rights(words, start, length, taken):
                    begin = run.start() + start
                    yield _Slip(begin, begin + length, right, length)


def _rights(words: str, start: int, length: int, taken: list[bool]) -> Iterator[str]:
    """The usual words that a stretch may have been meant as, and that leave nothing unread around it."""
    end = start + length
    wrong = words[start:end]
    if is_word(wrong) or (length > 2 and all(taken[start:end])):
        return
    if length == 2 and (any(taken[start:end]) or any(char in _ALONE for char in wrong)):
        return
    if length == 3 and (is_word(wrong[:2]) or is_word(wrong[1:])):
        return
    if words[end : end + 1] and words[end] in _PLACES:
        return
    for at in range(length):
        for char in fitting(wrong, at):
            if are_alike(char, wrong[at]):
                right = wrong[:at] + char + wrong[at + 1 :]
                if _is_read(words[:start] + right + words[end:], start, end):
                    yield right


def _is_read(words: str, start: int, end: int) -> bool:
    low, high = max(0, start - 1), min(len(words), end + 1)
    taken = covered(words)
    return all(taken[at] or words[at] in _ALONE for at in range(low, high))
