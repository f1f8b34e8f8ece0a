"""Years, days and words that point to another time than the report's."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from report.carrying import carried
from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule
from report.leftovers import LeftoverKind, leftover_words, leftovers
from report.template import Statutory

_DAY: Final = re.compile(r"(?<!\d)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})[日号]")
_MONTH: Final = re.compile(
    r"(?<!\d)(?:1[3-9]|[2-9]\d|0)月(?:份|底|初|中旬|上旬|下旬|\d)|(?<=\d{4}年)(?:1[3-9]|[2-9]\d|0)月"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_BARE_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})(?=度?法治(?:政府)?建设)")
_SINCE: Final = re.compile("(?<![自从存现正所实内外])在(?!于)[^，。；、在]{1,16}以来")
_RELATIVE: Final = re.compile("今年以来|今年|去年|明年|前年")
_PLENUM: Final = re.compile(
    "((?:十[八九]|二十一?)届[一二三四五六七])(?:中(?!全会|[、和及])(?:全体会议|会议|会|全)?|次全会)"
)
_MONTHS: Final = re.compile(r"(?<![\d年])(\d{1,2})月?(?:[—－\-~～]{1,2}|至|到)(\d{1,2})月(?!\d)")
_LEAP: Final = 2024


@report_rule("other-year")
def other_year(checked: Checked) -> Iterator[Hit]:
    """An older year that is neither compared with nor in a title."""
    for one in checked.prose:
        for kind, start, end in leftover_words(one.text, checked.report.year, unread=False):
            if kind is LeftoverKind.YEAR and one.kind is PassageKind.PROSE and not _is_history(one.text, start, end):
                yield Hit(one.spot, start, end + one.text.startswith("年", end))


def _is_history(text: str, start: int, end: int) -> bool:
    """Whether a year is one of a span, of an issue, of a start or of what was begun then."""
    before, after = text[max(0, start - 6) : start], text[end : end + 10].removeprefix("年")
    compared = re.search("[由从][^，。；]{0,8}$", text[:start]) and re.match(
        "年[^，。；]{0,12}[增升降减提]", text[end:]
    )
    looked_into = re.match("年度?[^，。；]{0,10}(?:反馈|发现|指出|督察|审计|考核|评查|巡察|巡视|遗留)", text[end:])
    return bool(
        compared
        or looked_into
        or re.search(r"[—\-－~至到（(〔]$|自|从|截至|截止|以来", before)
        or re.match(
            r"[—\-－~至到]|(?:度)?(?:以来|起|开始|年底|版|修订|修正|施行|颁布|出台|印发|发布|立案|移送|办理中|转入|结转)",
            after,
        )
    )


@report_rule("later-year")
def later_year(checked: Checked) -> Iterator[Hit]:
    """2025年全年办理20件 in the report of 2024: that year has only begun."""
    year = checked.report.year
    for one in checked.prose if year is not None else ():
        for found in re.finditer(
            f"{(year or 0) + 1}年(?:度)?，?(?:全年|以来|累计|共)(?!要|将|拟|计划|力争|目标)", one.text
        ):
            if not re.search("计划|将|拟|力争|目标|安排|打算", one.text[max(0, found.start() - 12) : found.end() + 6]):
                yield Hit(one.spot, found.start(), found.end(), fix=found[0].replace(str((year or 0) + 1), str(year)))


@report_rule("as-of-year")
def as_of_year(checked: Checked) -> Iterator[Hit]:
    """截至2023年底 in the report of 2024: the state of a year before."""
    year = checked.report.year
    for one in checked.prose if year is not None else ():
        for found in re.finditer(
            f"截[至止]{(year or 0) - 1}年(?:年?底|末|12月(?:31日|底)?)(?!现行|有效|的?(?:现行|存量))", one.text
        ):
            yield Hit(one.spot, found.start(), found.end(), fix=found[0].replace(str((year or 0) - 1), str(year)))


@report_rule("relative-year")
def relative_year(checked: Checked) -> Iterator[Hit]:
    """今年 and 去年: written in January they name another year than in December."""
    for one in checked.prose:
        for found in _RELATIVE.finditer(one.text):
            if not _in_quotes(one.text, found.start()) and not _SINCE.search(
                one.text[max(0, found.start() - 1) : found.end()]
            ):
                yield Hit(one.spot, found.start(), found.end())


@passage_rule("since-mixed")
def since_mixed(passage: Passage) -> Iterator[Hit]:
    """在……以来 mixes 在……期间 and ……以来."""
    for found in _SINCE.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=found[0][1:])


@passage_rule("impossible-day")
def impossible_day(passage: Passage) -> Iterator[Hit]:
    """A day that no calendar has."""
    for found in _DAY.finditer(passage.text):
        year, month, day = int(found[1] or _LEAP), int(found[2]), int(found[3])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield Hit(start=found.start(), end=found.end())
    for found in _MONTH.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end())


@report_rule("report-date")
def report_date(checked: Checked) -> Iterator[Hit]:
    """The report's date: after its year, before its deadline."""
    year, day = checked.report.year, checked.report.front.date.day
    spot = next((one for one in checked.passages if one.spot.place.field == "date"), None)
    if year is None or day is None or spot is None:
        return
    end = len(spot.text)
    if day.year != year + 1:
        why = "早于年度结束" if day <= date(year, 12, 31) else "与报告年度差了不止一年"
        yield Hit(spot.spot, 0, end, {"why": why})
    elif checked.type.deadlines and day > checked.type.deadlines[0].of(year):
        last = max(one.of(year) for one in checked.type.deadlines)
        late = Severity.SHOULD if day > last else Severity.HINT
        deadline = checked.type.deadlines[0]
        yield Hit(spot.spot, 0, end, {"why": f"晚于{deadline.month}月{deadline.day}日"}, severity=late)


@report_rule("heading-year")
def heading_year(checked: Checked) -> Iterator[Hit]:
    """The year in title and headings: the report's own, the next one for its plans."""
    year = checked.report.year
    if year is None:
        return
    plans = {
        one.id
        for one in checked.report.sections
        if (kind := checked.type.section(one.kind)) is not None and Statutory.PLANS in kind.statutory
    }
    for one in checked.passages:
        is_title = one.kind is PassageKind.FRONT and one.spot.place.field == "title"
        if one.kind is not PassageKind.HEADING and not is_title:
            continue
        if one.kind is PassageKind.HEADING and one.section not in {each.id for each in checked.report.sections}:
            continue
        for found in _YEAR.finditer(one.text):
            is_plan = one.section in plans or re.search("安排|打算|计划|下一?步|思路|展望|重点", one.text)
            allowed = {year + 1} if is_plan else {year}
            if int(found[1]) not in allowed and not _in_quotes(one.text, found.start()):
                right = str(next(iter(allowed)))
                yield Hit(one.spot, found.start(), found.end(), {"right": right}, fix=f"{right}年")


@report_rule("year-word")
def year_word(checked: Checked) -> Iterator[Hit]:
    """2024法治政府建设: the year without 年."""
    for one in checked.passages:
        for found in _BARE_YEAR.finditer(one.text):
            yield Hit(one.spot, found.start(), found.end(), fix=found[0] + "年")


@passage_rule("plenum")
def plenum(passage: Passage) -> Iterator[Hit]:
    """二十届三中会议: a plenary session is a 中全会."""
    for found in _PLENUM.finditer(passage.text):
        fix = f"{found[1]}中全会"
        yield Hit(start=found.start(), end=found.end(), fix=fix)


@report_rule("last-meeting")
def last_meeting(checked: Checked) -> Iterator[Hit]:
    """A meeting named in words that came from last year and were not looked at."""
    for one in leftovers(checked.report) if checked.report.carried else ():
        if one.kind is LeftoverKind.MEETING:
            yield Hit(one.spot, one.start, one.end)


@report_rule("plan-year")
def plan_year(checked: Checked) -> Iterator[Hit]:
    """Among the plans for the next year a term within the report's own year, which is over."""
    year = checked.report.year
    plans = {
        one.id
        for one in checked.report.sections
        if (kind := checked.type.section(one.kind)) is not None and kind.statutory == (Statutory.PLANS,)
    }
    for one in checked.prose if year is not None else ():
        if one.section in plans:
            for found in re.finditer(
                rf"{year}年(?:(?:\d{{1,2}}月)?[底末]?(?:以前|之前|前)|(?:\d{{1,2}}月)?[底末](?:完成|实现)|年内)",
                one.text,
            ):
                yield Hit(
                    one.spot, found.start(), found.end(), fix=found[0].replace(str(year), str((year or 0) + 1), 1)
                )


@passage_rule("months-reversed")
def months_reversed(passage: Passage) -> Iterator[Hit]:
    """9—6月: the later month first, and no 次年."""
    for found in _MONTHS.finditer(passage.text):
        first, last = int(found[1]), int(found[2])
        near = passage.text[max(0, found.start() - 6) : found.end() + 6]
        if 1 <= last < first <= 12 and not re.search("次年|翌年|来年|跨年|当年", near):
            yield Hit(start=found.start(), end=found.end())


@report_rule("unread")
def unread(checked: Checked) -> Iterator[Hit]:
    """Entries that still read as last year's."""
    places = [place.block for place in carried(checked.report)]
    first = next((one for one in checked.passages if places and one.spot.place.block == places[0]), None)
    if first is not None:
        yield Hit(first.spot, 0, min(len(first.text), 24), {"count": str(len(places))})


def _in_quotes(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at]
    return before.rfind("“") > before.rfind("”") or before.rfind("《") > before.rfind("》")
