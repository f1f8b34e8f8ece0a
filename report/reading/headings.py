"""Where a section heading ends that runs on into its text on the same line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SHORTEST, _LONGEST, _LONGEST_SENTENCE, _SHORTEST_TEXT = 4, 60, 100, 12
_STOP = re.compile(r"[。！？!?]")
_TEXT_BEGINS = (
    r"(?=20[0-9]{2}年|今年|一年来|近年来|我[局镇县市区委办院乡街处厅]|本[局单年级]|全[局镇县市区乡年]|一是|[（(]一"
    r"|目前|当前|主要)"
)
_YEAR_ONLY = re.compile("[0-9]{4}年度?")
_OPEN, _CLOSE = "“《（(〈", "”》）)〉"


@dataclass(frozen=True, slots=True)
class SplitHeading:
    """Heading, with the mark that closes it, and the text that followed on the same line."""

    heading: str
    text: str = ""


def heading_pattern(headings: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the known headings, longest first, with a year before them; used to end a heading without mark."""
    known = "|".join(re.escape(one) for one in sorted(set(headings), key=len, reverse=True) if one)
    return re.compile(rf"(?:20[0-9]{{2}}年度?)?(?:{known or '(?!)'}){_TEXT_BEGINS}")


def split_heading(text: str, known: re.Pattern[str]) -> SplitHeading:
    """A section's line parted into heading and text. A line that is all heading stays whole, with its last mark."""
    stop = _first_stop(text)
    if found := known.match(text):
        return SplitHeading(text[: found.end()], text[found.end() :].strip())
    runs_on = stop < len(text) or len(text) > _LONGEST
    for mark in (" ", "　", "：", ":") if runs_on else ():
        at = text.find(mark, 0, min(stop, _LONGEST) + 1)
        if at >= _SHORTEST and len(text) - at > _SHORTEST_TEXT and not _YEAR_ONLY.fullmatch(text, 0, at):
            return SplitHeading(text[: at + 1].strip(), text[at + 1 :].strip())
    if stop >= len(text) - 1 and len(text) <= _LONGEST_SENTENCE:
        return SplitHeading(text)
    if stop <= _LONGEST_SENTENCE:
        return SplitHeading(text[: stop + 1], text[stop + 1 :].strip())
    return SplitHeading("", text)


def _first_stop(text: str) -> int:
    """Where the first sentence outside brackets and quotation marks ends; the length when it has no end."""
    depth = 0
    for at, char in enumerate(text[: 4 * _LONGEST_SENTENCE]):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth and _STOP.match(char):
            return at
    return len(text)
