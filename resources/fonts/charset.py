"""The characters that a cut face keeps: GB2312, 通用规范汉字表 (8,105 characters) and the signs of office writing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

STANDARD_COUNT = 8105

# Inclusive ranges of code points. Whatever a face lacks of them is simply not there.
_SIGNS: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin with marks: pinyin tones, names
    (0x01CD, 0x01DC),  # pinyin third tones
    (0x02C6, 0x02DC),  # tone marks by themselves
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x2010, 0x205F),  # dashes, quotation marks, ellipsis, ‰ and ′
    (0x2070, 0x209C),  # raised and lowered digits
    (0x20A0, 0x20C0),  # currency
    (0x2100, 0x214F),  # ℃ № ℡ ™
    (0x2150, 0x218B),  # fractions, Roman numerals
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2460, 0x24FF),  # ① ⑴ ⒈ ⓪
    (0x2500, 0x266F),  # frames, squares, triangles, circles, stars
    (0x2713, 0x2717),  # ✓ ✗
    (0x3000, 0x30FF),  # Chinese punctuation, 〇, kana
    (0x3105, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # ㈠ ㊀ ㎡ ㎏ ㏑
    (0xFE10, 0xFE6F),  # vertical and small forms of marks
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)


def gb2312() -> set[int]:
    """Code points of GB/T 2312-1980: 6,763 ideographs (rows 16 to 87) and 682 signs (rows 1 to 9)."""
    rows = chain(range(0xA1, 0xAA), range(0xB0, 0xF8))
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    decoded = (code.decode("gb2312", errors="ignore") for code in codes)
    return {ord(character) for character in decoded if character}


def signs() -> set[int]:
    """Code points of all sign ranges."""
    return set(chain.from_iterable(range(first, last + 1) for first, last in _SIGNS))


def standard(unihan_lines: Iterable[str]) -> str:
    """The 8,105 characters in the order of 通用规范汉字表 (level 1: 3,500, level 2: 3,000, level 3: 1,605).

    unihan_lines: lines of Unihan_OtherMappings, of which `U+3447<TAB>kTGH<TAB>2013:6602` count.
    Raises ValueError when the numbers are not exactly 1 to 8,105.
    """
    by_number: dict[int, str] = {}
    for line in unihan_lines:
        if line.startswith("U+") and "\tkTGH\t" in line:
            code, _, value = line.rstrip("\n").split("\t")
            by_number[int(value.removeprefix("2013:"))] = chr(int(code.removeprefix("U+"), 16))
    if sorted(by_number) != list(range(1, STANDARD_COUNT + 1)):
        message = f"kTGH numbers {len(by_number)} characters instead of 1 to {STANDARD_COUNT}"
        raise ValueError(message)
    return "".join(by_number[number] for number in range(1, STANDARD_COUNT + 1))
