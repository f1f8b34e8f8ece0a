"""Numbers as they are written: 1,126, ９９.５, 二十三, 百分之九十五. Where each stands, and its exact value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from report.numbering import han, parse_han

HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"
_MOST_DIGITS = 15
"""More digits than any count has; what is longer is a code."""
_NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_MYRIADS = (("亿", 10**8), ("万", 10**4))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number: its span and its exact value. `han` tells Chinese numerals, `share` 百分之…."""

    start: int
    end: int
    value: Decimal
    han: bool = False
    share: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Every written number of the text, from left to right. Digits and Chinese numerals are never mixed in one."""
    for match in _pattern().finditer(text):
        kind = match.lastgroup
        written = match[kind] if kind else ""
        value = read_arabic(written) if kind in ("arabic", "arabic_share") else read_han(written)
        if value is not None:
            share = kind in ("arabic_share", "han_share")
            yield Numeral(match.start(), match.end(), value, kind in ("han", "han_share"), share)


def read_arabic(written: str) -> Decimal | None:
    """The value of digits with their separators and point, exact as written (90.0 stays 90.0); None for a code."""
    plain = written.translate(_NARROW).replace(",", "")
    return Decimal(plain) if len(plain) <= _MOST_DIGITS else None


def read_han(written: str) -> Decimal | None:
    """The value of Chinese numerals, None when they are no number: 二〇二四, 三五, 五一."""
    whole, point, digits = written.partition("点")
    value = _read_whole(whole.replace("两", "二"))
    if value is None or not point:
        return None if value is None else Decimal(value)
    decimals = "".join(str("零一二三四五六七八九".find(char)) for char in digits.replace("〇", "零"))
    return Decimal(f"{value}.{decimals}") if decimals.isdecimal() else None


def as_written(value: Decimal) -> str:
    """The value as a plain decimal, never with an exponent."""
    return f"{value:f}"


def _read_whole(text: str) -> int | None:
    if text in ("零", "〇"):
        return 0
    total = 0
    for name, size in _MYRIADS:
        before, found, text_after = text.partition(name)
        if found:
            part = _read_below_myriad(before.removeprefix("零") if total else before)
            if not part:
                return None
            total, text = total + part * size, text_after
    rest = _read_below_myriad(text.removeprefix("零")) if text else 0
    return None if rest is None else total + rest


def _read_below_myriad(text: str) -> int | None:
    """Only what is written as numbers are: parse_han reads any row of numerals, so its answer is written again."""
    value = parse_han(text)
    if value is None or value >= 10_000:
        return None
    usual = han(value)
    return value if text in (usual, "一" + usual, usual.replace("零", "〇")) or text in _bare(value) else None


def _bare(value: int) -> tuple[str, ...]:
    """Hundreds and thousands said without their 一 (百, 千) as they stand behind 近 and 上."""
    return {100: ("百",), 1000: ("千",)}.get(value, ())


@cache
def _pattern() -> re.Pattern[str]:
    digit = "[0-9０-９]"
    grouped = rf"[1-9１-９]{digit}{{0,2}}(?:[,，]{digit}{{3}})+(?!{digit})(?:[.．]{digit}+)?"
    arabic = rf"(?<![0-9０-９]){grouped}|{digit}+(?:[.．]{digit}+)?"
    numeral = f"[{HAN_DIGITS}]+"
    return re.compile(
        rf"百分之(?:(?P<arabic_share>{arabic})|(?P<han_share>{numeral}(?:点[零〇一二三四五六七八九]+)?))"
        rf"|(?P<arabic>{arabic})|(?P<han>{numeral}(?:点[零〇一二三四五六七八九]+)?)"
    )
