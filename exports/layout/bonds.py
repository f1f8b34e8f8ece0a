"""Where a line may not break, and why.

A number stays with its unit and its 第, a document number stays whole (〔2025〕5号), so do a Latin word, —— and ……;
closing marks go with what they close, opening marks with what they open (see `characters`).
"""

import re
from enum import IntEnum

from exports.layout.characters import CLOSING, OPENING


class Bond(IntEnum):
    """What binds a character to the one before it. WEAK: inside a long word after / or -, where need may break it."""

    FREE = 0
    CLOSING = 1
    OPENING = 2
    PAIR = 3
    NUMBER = 4
    WORD = 5
    SPACE = 6
    WEAK = 7


_QUANTITY = "多|余|几"
_MAGNITUDE = "万亿|百万|千万|十万|万|亿|千|百"
_MEASURE = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|毫克|毫升|小时|分钟|人次|场次|家次|户次|件次|辆次|"
    "处次|批次|台次|万元|亿元|千元|元|年度|周年|年代|年|月份|个月|月|日|号|时|分|秒|天|周|季度|个|名|位|人|次|件|宗|起|份|项|"
    "条|场|期|家|户|辆|台|套|部|册|张|篇|批|亩|吨|克|升|米|桶|罐|瓶|箱|处|所|座|间|栋|支|队|组|轮|讲|课时|课|学时|类|种|级|届|"
    "章|节|款|岁|倍|成|例|版|页|字|株|头|只|艘|架|块|根|幅|面|线|度|卷|案|村|镇|县"
)
_NUMBER = r"\d+(?:[.,:：·/×\-－~～—–]\d+)*"
_LONG_WORD = 8
"""Characters from which a word may be broken after a mark, when the line would be loose without."""
_INNER_MARKS = re.compile(r"(?<=[/\\\-_.?&=@:,;])(?=[^/\\\-_.?&=@:,;])(?!(?<=\d.)\d)")


def _class(chars: frozenset[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(chars))) + "]"


_UNIT = re.compile(
    rf"[ \u00a0]?(?:[%％‰℃]|(?:{_QUANTITY})?(?:{_MAGNITUDE})?(?:{_QUANTITY})?(?:{_MEASURE})"
    rf"|(?:{_MAGNITUDE})(?:{_QUANTITY})?)"
)
"""What may follow a number and belongs to it."""
_BOUND = re.compile(
    r"(?P<document>[〔（(\[【]\d{4}[〕）)\]】]第?\d+号)"
    rf"|(?P<number>第?(?<![A-Za-z0-9])[-−+±]?{_NUMBER})(?![A-Za-z0-9])"
    r"|(?P<word>[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/@_+&'’?=#\\\-]*[A-Za-z0-9À-ɏ])?)"
    r"|(?P<pair>——|……)"
    r"|(?P<joiner>[\u00a0\u202f\u2060]+)"
    r"|(?P<space>[ \t]+)"
    rf"|(?P<closing>{_class(CLOSING)}+)"
    rf"|(?P<opening>{_class(OPENING)}+)"
)
_WITHIN = {"document": Bond.NUMBER, "number": Bond.NUMBER, "word": Bond.WORD, "pair": Bond.PAIR}


def bonds(text: str) -> bytes:
    """For each place in `text`, and the place after it, what binds it to the character before (see Bond).

    Place i lies before character i. A line may begin with character i when its bond is FREE.
    """
    found = bytearray(len(text) + 1)
    for match in _BOUND.finditer(text):
        start, end, kind = match.start(), match.end(), match.lastgroup
        if kind in ("number", "word") and text[end - 1].isdecimal() and (unit := _UNIT.match(text, end)):
            end = unit.end()
        inner = _WITHIN.get(kind or "")
        if inner is not None:
            found[start + 1 : end] = bytes((inner,)) * (end - start - 1)
        if kind == "word" and end - start > _LONG_WORD:
            for mark in _INNER_MARKS.finditer(text, start + 1, end - 1):
                found[mark.start()] = Bond.WEAK
        if kind == "closing" or text[start] in CLOSING:
            _bind(found, start, end if kind == "closing" else start + 1, Bond.CLOSING)
            if kind == "closing" and text[end - 1] in OPENING:  # / stands at neither end of a line
                _bind(found, end, end + 1, Bond.OPENING)
        elif kind == "opening" or text[start] in OPENING:
            _bind(found, start + 1, end + 1 if kind == "opening" else start + 2, Bond.OPENING)
        elif kind in ("space", "joiner"):
            _bind(found, start, end + (kind == "joiner"), Bond.SPACE)
    found[0] = Bond.FREE
    return bytes(found)


def _bind(found: bytearray, start: int, end: int, bond: Bond) -> None:
    """Mark the places that nothing has bound yet, and those that something weaker than a mark has."""
    for place in range(start, min(end, len(found))):
        if found[place] not in (Bond.NUMBER, Bond.WORD, Bond.PAIR):
            found[place] = bond
