"""Words that tell that a text was written for another year: old years, 今年 and 去年, meetings of the year before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from report.carrying import carried
from report.differences import FRONT
from report.report import Report
from report.texts import Spot, texts
from report.toml_reading import read_toml
from report.year_rolling import years
from resources import resource


class LeftoverKind(StrEnum):
    """What is suspect."""

    YEAR = "year"
    RELATIVE = "relative"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Leftover:
    """Suspect words: the text in which they stand, the characters of them there."""

    kind: LeftoverKind
    spot: Spot
    start: int
    end: int
    words: str


_RELATIVE = re.compile(r"今年以来|今年|去年|本年度?(?!度?报告)|明年|上年度?(?!结转|结余)|前年")
_COMPARED = re.compile(r"(?:比|较|同比|相比|自|从|与|超过|延续|始于|于|在)[^，。；]{0,6}$")
_REACH = 30
_IN_TITLE = re.compile(r"《[^《》]*$")


def leftovers(report: Report) -> Iterator[Leftover]:
    """Every suspect place of preface, sections and attachments, in order."""
    unread = {place.block for place in carried(report)}
    for spot, text in texts(report):
        if spot.place.section != FRONT and text:
            fresh = spot.place.block not in unread and not (spot.part == "heading" and report.carried)
            for kind, start, end in leftover_words(text, report.year, unread=not fresh):
                yield Leftover(kind, spot, start, end, text[start:end])


def leftover_words(text: str, year: int | None, *, unread: bool) -> Iterator[tuple[LeftoverKind, int, int]]:
    """Suspect words of one text: kind, start, end.

    A year counts when it is one of the three before the report's own and is neither compared with nor part of a
    document's name; a meeting in words that came from last year and were not looked at.
    """
    for start, end, named in years(text) if year is not None else ():
        before = text[max(0, start - _REACH) : start]
        if (year or 0) - 3 < named < (year or 0) and not _IN_TITLE.search(before) and not _COMPARED.search(before):
            yield LeftoverKind.YEAR, start, end
    for found in _RELATIVE.finditer(text):
        yield LeftoverKind.RELATIVE, found.start(), found.end()
    for found in _meetings().finditer(text) if unread else ():
        yield LeftoverKind.MEETING, found.start(), found.end()


@lru_cache(maxsize=1)
def _meetings() -> re.Pattern[str]:
    """How meetings are written: resources/words/meetings.toml."""
    known = read_toml(resource("words") / "meetings.toml").get("meeting", [])
    return re.compile("|".join(one["pattern"] for one in known))
