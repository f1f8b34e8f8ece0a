"""Headings and levels: GB/T 9704—2012 7.3.3."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from report.checking.finding import Change, Hit
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import report_rule
from report.compose import section_label
from report.document import PREFACE
from report.report import Section

_TWO_LINES: Final = 56
"""Characters of two lines of 28, the indent of two and the number among them."""
_STOPS: Final = "。；，、：,;:."
_LEAST_REPEATED: Final = 5
_LATEST: Final = 6
_LEAST_SENTENCES: Final = 12
_OPEN_END: Final = re.compile(r"[\u4e00-\u9fff0-9A-Za-z%、，]$")
_ONE_IS: Final = re.compile("[一二三四五六七八九]是")


@report_rule("heading-stop")
def heading_stop(checked: Checked) -> Iterator[Hit]:
    """A heading of a section ends without a mark."""
    for one in _headings(checked):
        if one.text.rstrip()[-1:] in _STOPS:
            end = len(one.text.rstrip())
            yield Hit(one.spot, max(0, end - 8), end, fix=one.text[max(0, end - 8) : end - 1])


@report_rule("heading-stops")
def heading_stops(checked: Checked) -> Iterator[Hit]:
    """Headings of one level on lines of their own: all end alike."""
    for level in (2, 3, 4):
        lines = [one for one in checked.prose if one.level == level and _is_line(one)]
        closed = [one for one in lines if one.text.rstrip().endswith("。")]
        if closed and len(closed) < len(lines):
            first = closed[0]
            changes = tuple(Change(one.spot, len(one.text.rstrip()) - 1, len(one.text.rstrip()), "") for one in closed)
            text = first.text.rstrip()
            yield Hit(
                first.spot,
                0,
                len(text),
                {"count": str(len(closed)), "rest": str(len(lines) - len(closed))},
                fix=text[:-1],
                others=tuple(one for one in changes if one.spot != first.spot),
            )


@report_rule("heading-long")
def heading_long(checked: Checked) -> Iterator[Hit]:
    """A heading of a section over more than two lines."""
    for index, section in enumerate(checked.report.sections):
        heading = next((one for one in _headings(checked) if one.section == section.id), None)
        label = section_label(checked.report.numbering, index)
        if heading is not None and len(label) + len(heading.text) + 2 > _TWO_LINES:
            yield Hit(heading.spot, 0, len(heading.text), {"count": str(len(heading.text))})


@report_rule("level-jump")
def level_jump(checked: Checked) -> Iterator[Hit]:
    """A level is left out: 1. without （一） above it is usual, （1） without 1. is not."""
    for section in checked.report.sections:
        above = 1
        numbered = [one for one in _prose_of(checked, section) if one.level]
        for one in numbered:
            if one.level > above + 1 and not (above == 1 and one.level == 3):
                yield Hit(one.spot, 0, one.head or min(len(one.text), 12))
            above = one.level


@report_rule("only-child")
def only_child(checked: Checked) -> Iterator[Hit]:
    """A level with one entry."""
    for section in checked.report.sections:
        rows: list[tuple[Passage, int]] = []
        for one in _prose_of(checked, section):
            if one.level:
                yield from _ended(rows, one.level)
                if rows and rows[-1][0].level == one.level:
                    rows[-1] = rows[-1][0], rows[-1][1] + 1
                else:
                    rows.append((one, 1))
        yield from _ended(rows, 0)


def _ended(rows: list[tuple[Passage, int]], level: int) -> Iterator[Hit]:
    """The rows of entries deeper than a level are at their end: those of one entry."""
    while rows and rows[-1][0].level > level:
        first, count = rows.pop()
        if count == 1:
            yield Hit(first.spot, 0, first.head or min(len(first.text), 12))


@report_rule("heading-repeated")
def heading_repeated(checked: Checked) -> Iterator[Hit]:
    """The first sentence says the heading again."""
    for one in checked.prose:
        if one.head and not _is_line(one):
            title, rest = one.text[: one.head], one.text[one.head :].lstrip(_STOPS + " 　")
            start = _repeated(title, rest)
            if start is not None:
                yield Hit(one.spot, 0, min(len(one.text), one.head + 1 + start + len(title.strip(_STOPS + " 　"))))
    for heading, below in pairwise(checked.passages):
        if below.kind is PassageKind.PROSE and (heading.kind is PassageKind.HEADING or _is_line(heading)):
            start = _repeated(heading.text, below.text)
            if start is not None and not below.head:
                end = start + len(heading.text.strip(_STOPS + " 　"))
                yield Hit(below.spot, 0, min(len(below.text), end + 1))


def _repeated(heading: str, text: str) -> int | None:
    """Where a text says its heading again, at its beginning; None where it does not."""
    title = heading.strip(_STOPS + " 　")
    start = text.find(title, 0, len(title) + 8) if len(title) >= _LEAST_REPEATED else -1
    return start if 0 <= start <= _LATEST and text[start + len(title) :][:1] in ("", *_STOPS) else None


@report_rule("heading-empty")
def heading_empty(checked: Checked) -> Iterator[Hit]:
    """A heading on a line of its own with nothing below it, where others of its level have something."""
    for section in checked.report.sections:
        rows = [one for one in checked.of_section(section.id) if one.kind is not PassageKind.HEADING]
        empty: dict[int, list[Passage]] = {}
        filled: set[int] = set()
        for at, one in enumerate(rows):
            if one.level and _is_line(one):
                below = rows[at + 1] if at + 1 < len(rows) else None
                if below is None or 0 < below.level <= one.level:
                    empty.setdefault(one.level, []).append(one)
                else:
                    filled.add(one.level)
        for level, some in empty.items():
            if level in filled:
                yield from (Hit(one.spot, 0, len(one.text.rstrip())) for one in some)


@report_rule("end-missing")
def end_missing(checked: Checked) -> Iterator[Hit]:
    """A paragraph of sentences that ends without a mark."""
    sections = {one.id for one in checked.report.sections} | {PREFACE}
    for one in checked.prose:
        text = one.text.rstrip()
        if one.kind is not PassageKind.PROSE or one.section not in sections or _is_line(one):
            continue
        if len(text) >= _LEAST_SENTENCES and re.search("[，。；]", text) and _OPEN_END.search(text):
            yield Hit(one.spot, max(0, len(text) - 12), len(text))


@report_rule("mixed-order")
def mixed_order(checked: Checked) -> Iterator[Hit]:
    """Of entries at one level some are counted within by 一是、二是, though they are few."""
    for section in checked.report.sections:
        entries = [one for one in _prose_of(checked, section) if one.level == 3]
        inner = [(one, found) for one in entries if (found := re.search("一是", one.text)) is not None]
        if len(entries) >= 4 and len(inner) == 1:
            one, found = inner[0]
            yield Hit(one.spot, found.start(), min(len(one.text), found.start() + 12))


def _headings(checked: Checked) -> list[Passage]:
    sections = {one.id for one in checked.report.sections}
    return [one for one in checked.passages if one.kind is PassageKind.HEADING and one.section in sections]


def _prose_of(checked: Checked, section: Section) -> Sequence[Passage]:
    return [one for one in checked.of_section(section.id) if one.kind is PassageKind.PROSE]


def _is_line(one: Passage) -> bool:
    """Whether the whole paragraph is a heading."""
    return one.head > 0 and len(one.text.rstrip("。 　")) <= one.head
