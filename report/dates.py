"""Dates as Chinese offices write them: 2025年1月6日, 二〇二五年一月六日, 2025.1.6, 2025-01-06, 20250106."""

import re
import unicodedata
from datetime import date

from report.content import WrittenDate
from report.numbering import parse_han

_HAN_YEAR = "〇○零O一二三四五六七八九"
_WRITTEN = re.compile(
    rf"([0-9]{{4}}|[{_HAN_YEAR}]{{4}})年([0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})月([0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]"
)
_NUMERIC = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def read_date(text: str) -> WrittenDate:
    """The date that `text` as a whole writes; words that are no date, or name no day there is, keep `day` None."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for pattern, groups in ((_WRITTEN, (1, 2, 3)), (_NUMERIC, (1, 3, 4)), (_COMPACT, (1, 2, 3))):
        if found := pattern.fullmatch(plain):
            year, month, day = (_number(found[group]) for group in groups)
            try:
                return WrittenDate(text.strip(), date(year, month, day))
            except ValueError:
                break
    return WrittenDate(text.strip())


def looks_like_date(text: str) -> bool:
    """Whether `text` as a whole has the form of a written date, possible or not (2025年2月30日 has)."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return bool(_WRITTEN.fullmatch(plain) or _NUMERIC.fullmatch(plain))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if len(text) == 4:
        return int("".join(str("〇一二三四五六七八九".index("〇" if char in "〇○零O" else char)) for char in text))
    return parse_han(text) or 0
