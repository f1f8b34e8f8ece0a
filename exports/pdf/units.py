"""Cut a paragraph into units that a line break may not divide.

A number stays with its unit and its 第, a document number stays whole (〔2025〕5号), so do a Latin word, —— and ……;
closing marks go with what they close, opening marks with what they open (see `characters`).
"""

import re

from exports.pdf.characters import CLOSING, OPENING

_QUANTITY = "多|余|几"
_MAGNITUDE = "万亿|百万|千万|十万|万|亿|千|百"
_MEASURE = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|毫克|毫升|小时|分钟|人次|场次|家次|户次|件次|辆次|"
    "处次|批次|台次|万元|亿元|千元|元|年度|周年|年代|年|月份|个月|月|日|号|时|分|秒|天|周|季度|个|名|位|人|次|件|宗|起|份|项|"
    "条|场|期|家|户|辆|台|套|部|册|张|篇|批|亩|吨|克|升|米|桶|罐|瓶|箱|处|所|座|间|栋|支|队|组|轮|讲|课|课时|学时|类|种|级|届|"
    "章|节|款|岁|倍|成|例|版|页|字|株|头|只|艘|架|块|根|幅|面|线|度|卷|案|村|镇|县"
)
_NUMBER = r"\d+(?:[.,:：·/×\-－~～—–]\d+)*"
_TOKEN = re.compile(
    rf"[〔（(\[【]\d{{4}}[〕）)\]】]第?\d+号"
    rf"|第?{_NUMBER}(?:[%％‰℃]|(?:{_QUANTITY})?(?:{_MAGNITUDE})?(?:{_QUANTITY})?(?:{_MEASURE})|(?:{_MAGNITUDE})(?:{_QUANTITY})?)?"
    r"|[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ.,:/@_+&'’\-]*[A-Za-z0-9À-ɏ])?"
    r"|——|……|[ \t]+|.",
    re.DOTALL,
)


def unbreakable_units(text: str) -> list[tuple[int, int]]:
    """Start and end of each unit of `text`, in order and without gaps."""
    units: list[tuple[int, int]] = []
    sticks = False
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if units and (sticks or text[start] in CLOSING or text[start] == " "):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
        sticks = text[end - 1] in OPENING
    return units
