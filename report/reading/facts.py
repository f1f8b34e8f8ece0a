"""Year and office of a report, found in what it says; never invented."""

import re
from collections import Counter
from collections.abc import Iterable

from report.content import WrittenDate
from report.reading.names import is_office, split_seal, without_spaces

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_SAID_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s*年")
_HAN_YEAR = re.compile("二[〇○零O0]([一二三四五六七八九〇○零O0])([一二三四五六七八九〇○零O0])年")
_NEXT = re.compile("下一?年|下一?步|安排|计划|打算|思路|明年")
_TITLE_OFFICE = re.compile(
    r"^(?:关于)?(?P<office>.{2,40}?)(?:关于)?的?(?=20[0-9]{2}|二[〇○零O][一二三四五六七八九〇○零O]{2}年|法治|年度)"
)
_YEAR_FIRST = re.compile(r"^(?:关于)?(?:20[0-9]{2}|二[〇○零O][一二三四五六七八九〇○零O]{2})\s*年度?(?P<rest>.+)")
_ABOUT = re.compile(r"^(?P<office>.{2,40}?)关于")
_DIGIT = {**{char: index for index, char in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0, "O": 0, "0": 0}


def find_year(title: str, headings: Iterable[str], date: WrittenDate, text: Iterable[str]) -> int | None:
    """The year reported on: named in the title, else the headings, else the one before the date, else in the text."""
    title = without_spaces(title)
    if found := _YEAR.search(title):
        return int(found[1])
    if found := _HAN_YEAR.search(title):
        return 2000 + 10 * _DIGIT[found[1]] + _DIGIT[found[2]]
    named = [heading for heading in headings if _SAID_YEAR.search(heading)]
    about = Counter(int(year) for heading in named if not _NEXT.search(heading) for year in _SAID_YEAR.findall(heading))
    if about:
        return about.most_common(1)[0][0]
    planned = [int(year) for heading in named for year in _SAID_YEAR.findall(heading)]
    if planned:
        return min(planned) - 1
    if date.day:
        return date.day.year - 1
    if found := _YEAR.match(date.text):
        return int(found[1]) - 1
    said = Counter(int(year) for part in text for year in _SAID_YEAR.findall(part))
    return said.most_common(1)[0][0] if said else None


def find_office(title: str, signatory: str) -> str:
    """The office that reports: named in the title, else the signatory; "" when neither names one."""
    plain = without_spaces(title)
    if found := _YEAR_FIRST.match(plain):
        plain = found["rest"]
    for pattern in (_ABOUT, _TITLE_OFFICE):
        found = pattern.match(plain)
        if found and is_office(found["office"]):
            return found["office"]
    signer = split_seal(signatory)[0]
    return signer if signer and is_office(signer) else ""
