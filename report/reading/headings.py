"""Where a section heading ends that runs on into its text on the same line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SHORTEST, _LONGEST, _LONGEST_SENTENCE, _SHORTEST_TEXT = 4, 60, 100, 12
_STOP = re.compile(r"[。！？!?]")
_TEXT_BEGINS = re.compile(
    r"20[0-9]{2}年|今年|一年来|近年来|我[局镇县市区委办院乡街处厅]|本[局单年级]|全[局镇县市区乡年]|一是|[（(]一|目前|当前|主要"
)
_YEAR_BEFORE = re.compile(r"20[0-9]{2}年度?")
_YEAR_ONLY = re.compile("[0-9]{4}年度?")
_OPEN, _CLOSE = "“《（(〈", "”》）)〉"


@dataclass(frozen=True, slots=True)
class SplitHeading:
    """Heading, with the mark that closes it, and the text that followed on the same line."""

    heading: str
    text: str = ""


class KnownHeadings:
    """The headings that a report may have; used to end one without mark, with a year before it or not."""

    def __init__(self, headings: Iterable[str]) -> None:
        self._headings = sorted(set(headings) - {""}, key=len, reverse=True)

    def end_in(self, text: str) -> int:
        """Where the heading ends with which `text` begins, if its text begins there; else 0."""
        year = _YEAR_BEFORE.match(text)
        for start in (year.end(), 0) if year else (0,):
            for heading in self._headings:
                end = start + len(heading)
                if text.startswith(heading, start) and _TEXT_BEGINS.match(text, end):
                    return end
        return 0


def split_heading(text: str, known: KnownHeadings) -> SplitHeading:
    """A section's line parted into heading and text. A line that is all heading stays whole, with its last mark."""
    stop = _first_stop(text)
    if end := known.end_in(text):
        return SplitHeading(text[:end], text[end:].strip())
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
