"""Numbers as found beside numbers as computed: every difference is noted, none is mended in silence."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.numbering import Scheme, number_levels, ordinal
from report.reading.leading import Lead
from report.reading.lines import Log
from report.reading.outline import Chapter, Item
from report.reading.rules import Rule


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered line with the value that is computed for it."""

    line: int
    text: str
    lead: Lead
    level: int
    computed: int


def note_differences(chapters: Sequence[Chapter], scheme: Scheme, log: Log) -> None:
    """Note gaps, repetitions, numbers that run on, missing brackets and other forms, of sections and below them."""
    heads: list[_Numbered] = []
    for place, chapter in enumerate(chapters, 1):
        if chapter.lead is None or not chapter.lead.source:
            if any(one.lead and one.lead.source for one in chapters):
                log.add(Rule.NUMBER_MISSING, chapter.line.number, chapter.line.text)
        else:
            heads.append(_Numbered(chapter.line.number, chapter.line.text, chapter.lead, 1, place))
    _note_row(heads, scheme, log)
    for chapter in chapters:
        _note_row(_below(chapter.items, scheme), scheme, log)


def _below(items: Sequence[Item], scheme: Scheme) -> list[_Numbered]:
    computed = number_levels(scheme, (item.level for item in items))
    counts: list[int] = [0] * 5
    numbered: list[_Numbered] = []
    for item, number in zip(items, computed, strict=True):
        if number is None:
            continue
        counts[item.level] += 1
        counts[item.level + 1 :] = [0] * (4 - item.level)
        if item.lead is None or not item.lead.source:
            continue
        numbered.append(_Numbered(item.line.number, item.line.text, item.lead, item.level, counts[item.level]))
    return numbered


def _note_row(numbered: Iterable[_Numbered], scheme: Scheme, log: Log) -> None:
    # Per level: the last value found, and the rule under which the row differs since.
    last: dict[int, tuple[int, Rule | None]] = {}
    fresh: set[int] = set()
    for one in numbered:
        value = one.lead.value
        before, since = last.get(one.level, (0, None))
        rule = _rule(one, before, since, fresh=one.level in fresh)
        if rule:
            log.add(rule, one.line, one.text)
        last[one.level] = (value, rule)
        fresh.discard(one.level)
        fresh |= {level for level in last if level > one.level}
        _note_form(one, scheme, log)


def _rule(one: _Numbered, before: int, since: Rule | None, *, fresh: bool) -> Rule | None:
    """Why a number differs from the computed one; None when it does not. `fresh`: a shallower heading came between."""
    value = one.lead.value
    if value == before and not fresh:
        return Rule.NUMBER_REPEATED
    if value == one.computed:
        return None
    if value == before + 1:
        return Rule.NUMBER_RUNS_ON if fresh else since or Rule.NUMBER_GAP
    return Rule.NUMBER_GAP if value > one.computed else Rule.NUMBER_BACK


def _note_form(one: _Numbered, scheme: Scheme, log: Log) -> None:
    if one.lead.broken:
        log.add(Rule.NUMBER_BRACKET, one.line, one.text)
    elif _plain(one.lead.source) != _plain(ordinal(scheme, one.level, one.lead.value).label):
        log.add(Rule.NUMBER_FORM, one.line, one.text)


def _plain(number: str) -> str:
    """A number without spaces and without the difference of full and half width."""
    return "".join(unicodedata.normalize("NFKC", number).split()).replace(".", "．")
