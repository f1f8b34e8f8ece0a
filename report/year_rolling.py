"""Years in a text, taken on from one report's year to another's.

The report's own year and the one after it, to which its plans belong, move; a span of years (2021—2025年) is the name
of a plan or of its time and stays, and so do a document's number (〔2024〕6号) and any other year.
"""

import re

_DASH = "[—–－~～至到-]+"
_YEAR = re.compile(r"(?<![0-9〔\[（(.])(?:19|20)[0-9]{2}(?=\s*(?:年|/|\.[0-9]))")
_BEFORE_SPAN = re.compile(rf"[0-9]{{4}}年?\s*{_DASH}\s*$")
_BEHIND_SPAN = re.compile(rf"\s*年?\s*{_DASH}\s*(?:19|20)[0-9]{{2}}")
_IN_BRACKETS = re.compile(r"(?<=[（(])(?:19|20)[0-9]{2}(?=\s*年度?[^0-9]{0,12}[）)])")


def roll_years(text: str, old: int, new: int) -> str:
    """The text with the years `old` and `old` + 1 moved by as many years as `new` is later."""
    moved = {str(old): str(new), str(old + 1): str(new + 1)}

    def roll(found: re.Match[str]) -> str:
        return found[0] if _in_span(text, found) else moved.get(found[0], found[0])

    return _YEAR.sub(roll, _IN_BRACKETS.sub(lambda found: moved.get(found[0], found[0]), text))


def years(text: str) -> list[tuple[int, int, int]]:
    """Each year that the text names by itself: start, end, the year; those of a span are not told."""
    return [(found.start(), found.end(), int(found[0])) for found in _YEAR.finditer(text) if not _in_span(text, found)]


def _in_span(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(_BEFORE_SPAN.search(before) or _BEHIND_SPAN.match(text, found.end()))
