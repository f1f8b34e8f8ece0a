"""Automatic numbers as Word shows them. ECMA-376, 17.18.59 (ST_NumberFormat)."""

from collections.abc import Callable
from typing import Final

from report.numbering import han

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FORMAL: Final = str.maketrans("一二三四五六七八九十百千〇零", "壹贰叁肆伍陆柒捌玖拾佰仟零零")
_DIGITS: Final = "〇一二三四五六七八九"
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def numeral(count: int, form: str) -> str:
    """A number from 0 in one of Word's forms; an unknown form counts in digits, as Word does."""
    return _FORMS.get(form, str)(count)


def _han(count: int) -> str:
    return han(count) if 0 < count < 10_000 else str(count)


def _roman(count: int) -> str:
    made = ""
    for unit, letters in _ROMAN if 0 < count < 4_000 else ():
        times, count = divmod(count, unit)
        made += letters * times
    return made or str(count)


def _letters(count: int) -> str:
    """A … z, aa … zz: as Word counts on."""
    turn, place = divmod(max(count, 1) - 1, 26)
    return chr(ord("a") + place) * min(turn + 1, 30)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)] if count > 0 else str(count)


def _from(first: int, most: int) -> Callable[[int], str]:
    return lambda count: chr(first + count - 1) if 0 < count <= most else str(count)


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand"),
            *("japaneseCounting", "koreanCounting"),
        ),
        _han,
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"),
        lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    ),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional"), lambda count: _han(count).translate(_FORMAL)
    ),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from(0x2460, 20)),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda count: str(count).translate({ord("0") + digit: ord("０") + digit for digit in range(10)}),
    ),
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "none": lambda _count: "",
}
