"""What a search brought: its hits by parts of the report, and how they are told in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report.finding import Hit, Query, find
from report.report import Report
from report.template import ReportType
from report.texts import Spot
from resources.i18n import _
from ui.editor.states import parts_by_section, parts_of
from ui.text_positions import common_head

_SHOWN = 20
"""Characters of a query that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one part: its id, number and title; index of the first of them, and how many."""

    part: str
    title: str
    first: int
    count: int

    @property
    def hits(self) -> range:
        """The indexes of its hits."""
        return range(self.first, self.first + self.count)


@dataclass(frozen=True, slots=True)
class Results:
    """All hits of a query in a report, or in the one part named.

    `whole` counts the hits of the whole report.
    """

    report: Report
    query: Query
    part: str = ""
    hits: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()
    whole: int = 0


def search(report_type: ReportType, report: Report, query: Query, part: str = "") -> Results:
    """Look for words; with `part` only in the part with that id."""
    found = find(report, query, report_type)
    if not found:
        return Results(report, query, part)
    parts = parts_by_section(report)
    hits = tuple(hit for hit in found if not part or parts.get(hit.spot.place.section) == part)
    return Results(report, query, part, hits, tuple(_groups(report_type, report, hits)), len(found))


def followed(marked: Iterable[Hit], hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits that are those marked before, in texts that may have been changed beside them since.

    A mark whose own words were changed goes; one in a text that has no hits now waits until it has some again.
    """
    by_spot: dict[Spot, list[Hit]] = {}
    for hit in hits:
        by_spot.setdefault(hit.spot, []).append(hit)
    for mark in marked:
        now = by_spot.get(mark.spot)
        if now is None:
            yield mark
        else:
            start = _start_in(mark, now[0].text)
            yield from (hit for hit in now if hit.start == start)


def _start_in(hit: Hit, text: str) -> int:
    """Where a hit begins when its text has become another one; -1 when the change touches it."""
    if hit.end <= common_head(hit.text, text):
        return hit.start
    tail = common_head(hit.text[::-1], text[::-1])
    return hit.start + len(text) - len(hit.text) if hit.start >= len(hit.text) - tail else -1


def count_words(results: Results) -> str:
    """How many there are and where, or that there are none; "" when nothing was looked for."""
    words = results.query.words
    if not words.strip():
        return ""
    count = len(results.hits)
    if not count:
        nothing = _("本部分没有“{words}”。") if results.part else _("全文没有“{words}”。")
        return nothing.format(words=shortened(words))
    if not results.part:
        return _("{count}处，在{parts}个部分").format(count=count, parts=len(results.groups))
    if results.whole > count:
        return _("{count}处，全文{whole}处").format(count=count, whole=results.whole)
    return _("{count}处").format(count=count)


def step_name(query: str, replacement: str, count: int) -> str:
    """What a replacement is called in the menu; `count` 0 for that of a single hit."""
    named = {"words": shortened(query), "replacement": shortened(replacement), "count": count}
    if not replacement:
        return (_("删去“{words}”（{count}处）") if count else _("删去一处“{words}”")).format_map(named)
    several = _("把“{words}”替换为“{replacement}”（{count}处）")
    return (several if count else _("把“{words}”替换为“{replacement}”")).format_map(named)


def shortened(words: str) -> str:
    """The words as a sentence repeats them."""
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _groups(report_type: ReportType, report: Report, hits: tuple[Hit, ...]) -> Iterator[Group]:
    titles = {part.id: part.number + _(part.title) for part in parts_of(report_type, report)}
    parts = parts_by_section(report)
    first = 0
    for number in range(1, len(hits) + 1):
        here = parts[hits[first].spot.place.section]
        if number == len(hits) or parts[hits[number].spot.place.section] != here:
            yield Group(here, titles[here], first, number - first)
            first = number
