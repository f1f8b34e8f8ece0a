"""The plenary sessions of the Party's central committee: when each was, which came last, which is still to come."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Checked, Passage
from report.checking.rulebook import passage_rule, report_rule
from resources import resource

_SESSIONS: Final = re.compile("(十八|十九|二十)届((?:[一二三四五六七]中?[、和及]?)*[一二三四五六七]中)全会")
_DATED: Final = re.compile(
    r"(\d{4})年(?:(\d{1,2})月)?(?:\d{1,2}[日至—－\-]*)*[，,]?(?:在北京)?(?:召开|举行|闭幕)?的?(?:党的|中国共产党第?)?"
    "(十八|十九|二十)届([一二三四五六七])中全会(?!精神)"
)


@passage_rule("meeting-date")
def meeting_date(passage: Passage) -> Iterator[Hit]:
    """2024年7月党的二十届二中全会: that was the third."""
    yield from _learnt_before(passage)
    for found in _DATED.finditer(passage.text):
        held = _held().get((found[3], found[4]))
        year, month = int(found[1]), int(found[2] or 0)
        if held is None or (held.year == year and month in (0, held.month)):
            continue
        then = [
            f"{congress}届{session}中全会"
            for (congress, session), day in _held().items()
            if day.year == year and month in (0, day.month)
        ]
        told = f"{found[1]}年{f'{month}月' if month else ''}召开的是{then[0]}" if then else ""
        when = f"{found[3]}届{found[4]}中全会是{held.year}年{held.month}月召开的"
        yield Hit(start=found.start(), end=found.end(), words={"told": "，".join(filter(None, (when, told)))})


_DAY: Final = re.compile(r"(\d{4})年(\d{1,2})月")
_LEARNT: Final = re.compile("学习|传达|贯彻|宣讲|领会")


def _learnt_before(passage: Passage) -> Iterator[Hit]:
    """2025年3月……学习党的二十届四中全会精神: it was held in October."""
    for start, sentence in passage.sentences():
        day = _DAY.search(sentence)
        if day is None or not 1 <= int(day[2]) <= 12:
            continue
        for low, high, congress, session in _named(sentence[day.end() :]):
            held = _held().get((congress, session))
            told = date(int(day[1]), int(day[2]), 1)
            if held is not None and held > told and _LEARNT.search(sentence[day.end() : day.end() + low]):
                when = f"{congress}届{session}中全会是{held.year}年{held.month}月召开的"
                begin = start + day.end() + low
                yield Hit(start=begin, end=begin + high - low, words={"told": when})


@report_rule("meeting-to-come")
def meeting_to_come(checked: Checked) -> Iterator[Hit]:
    """A session that was held only after the report was made."""
    year = checked.report.year
    if year is None:
        return
    made = checked.report.front.date.day or date(year + 1, 12, 31)
    for one in checked.prose:
        for start, end, congress, session in _named(one.text):
            held = _held().get((congress, session))
            if held is not None and held > made:
                yield Hit(one.spot, start, end, {"when": f"{held.year}年{held.month}月"})


@report_rule("meeting-latest")
def meeting_latest(checked: Checked) -> Iterator[Hit]:
    """Sessions are named, but not the last one of the report's year."""
    year = checked.report.year
    if year is None:
        return
    held = [(day, key) for key, day in _held().items() if day.year <= year]
    last = max(held, default=None)
    named = [(one, found) for one in checked.prose for found in _named(one.text)]
    if last is None or not named or last[0].year != year or re.search("届(?:历|各)次全会", checked.all_text):
        return
    if last[1] not in {(congress, session) for _one, (_start, _end, congress, session) in named}:
        one, (start, end, _congress, _session) = named[0]
        day, (congress, session) = last
        yield Hit(one.spot, start, end, {"last": f"{congress}届{session}中全会", "when": f"{day.year}年{day.month}月"})


def _named(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Each session that a text names, with where: 二十届二中、三中全会 names two."""
    for found in _SESSIONS.finditer(text):
        for session in re.findall("[一二三四五六七]", found[2]):
            yield found.start(), found.end(), found[1], session


@cache
def _held() -> dict[tuple[str, str], date]:
    """The month of each session, as its first day."""
    lines = resource("checks", "plenums.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(congress, session): date(int(year), int(month), 1) for congress, session, year, month in rows}
