"""Words that tell that a text was written for another year: old years, 今年 and 去年, meetings of the year before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from report.carrying import entries, is_carried
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
_IN_TITLE = re.compile(r"《[^《》]*$")


def leftovers(report: Report) -> Iterator[Leftover]:
    """Every suspect place of preface, sections and attachments, in order.

    A year counts when it is before the report's own and is neither compared with nor part of a document's name; a
    meeting when the paragraph still reads as it came from last year, or in a heading of a report that came so.
    """
    looked_at = {place.block for place, entry in entries(report) if not is_carried(report, entry)}
    for spot, text in texts(report):
        if spot.place.section == "front" or not text:
            continue
        yield from _years(report, spot, text)
        for found in _RELATIVE.finditer(text):
            yield Leftover(LeftoverKind.RELATIVE, spot, found.start(), found.end(), found[0])
        heading = spot.part == "heading"
        if report.carried and (heading or (spot.place.block and spot.place.block not in looked_at)):
            for found in _meetings().finditer(text):
                yield Leftover(LeftoverKind.MEETING, spot, found.start(), found.end(), found[0])


def _years(report: Report, spot: Spot, text: str) -> Iterator[Leftover]:
    if report.year is None:
        return
    for start, end, year in years(text):
        before = text[max(0, start - 30) : start]
        if report.year - 3 < year < report.year and not _IN_TITLE.search(before) and not _COMPARED.search(before):
            yield Leftover(LeftoverKind.YEAR, spot, start, end, text[start:end])


@lru_cache(maxsize=1)
def _meetings() -> re.Pattern[str]:
    """How meetings are written: resources/words/meetings.toml."""
    known = read_toml(resource("words") / "meetings.toml").get("meeting", [])
    return re.compile("|".join(one["pattern"] for one in known))
