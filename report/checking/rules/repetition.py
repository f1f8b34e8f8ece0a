"""What is said twice."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from report.carrying import carried
from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule
from report.document import PREFACE
from report.template import Statutory
from report.texts import texts

_NAMED: Final = 24
_LEAST, _WHOLE, _ECHO, _CLAUSES, _ENDS = 16, 40, 9, 22, 10
_SET: Final = re.compile("习近平|新时代|中国特色|二十大|二十届|中全会|《|》|“|”")
_WAY: Final = re.compile("的(方式|形式|方法|原则|要求)[^。；]{1,14}的\\1")


@report_rule("sentence-twice")
def sentence_twice(checked: Checked) -> Iterator[Hit]:
    """A sentence or a whole paragraph that stood before."""
    seen: set[str] = set()
    for one in checked.prose:
        if one.kind is not PassageKind.PROSE:
            continue
        whole = _plain(one.text)
        if len(whole) >= _WHOLE and whole in seen:
            yield Hit(one.spot, 0, len(one.text), {"what": "一段"}, severity=Severity.SHOULD)
            continue
        for start, sentence in one.sentences():
            plain = _plain(sentence)
            if len(plain) >= _LEAST and plain in seen:
                yield Hit(one.spot, start, start + len(sentence), {"what": "一句"})
            seen.add(plain)
        seen.add(whole)


@report_rule("as-last-year")
def as_last_year(checked: Checked) -> Iterator[Hit]:
    """Paragraphs that read as in the report of the year before, though nobody said that they were taken over."""
    if checked.last is None or checked.last.year == checked.report.year:
        return
    before = {_plain(text) for _spot, text in texts(checked.last) if len(text) >= _WHOLE}
    taken_over = {place.block for place in carried(checked.report)}
    same = [
        one
        for one in checked.prose
        if len(one.text) >= _WHOLE and one.spot.place.block not in taken_over and _plain(one.text) in before
    ]
    if same:
        yield Hit(same[0].spot, 0, min(len(same[0].text), _NAMED), {"count": str(len(same))})


@report_rule("clauses-twice")
def clauses_twice(checked: Checked) -> Iterator[Hit]:
    """Two clauses in a row that stand so in another paragraph."""
    seen: dict[str, int] = {}
    for number, one in enumerate(checked.prose):
        if one.kind is not PassageKind.PROSE:
            continue
        for (start, first), (second_start, second) in pairwise(_clauses(one.text)):
            words = first[-_ENDS:] + second
            if len(words) < _CLAUSES or len(second) < _ENDS or _SET.search(words):
                continue
            if seen.setdefault(words, number) != number:
                yield Hit(one.spot, start + max(0, len(first) - _ENDS), second_start + len(second))


def _clauses(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found[0]) for found in re.finditer("[^，。；：]+", text)]


@report_rule("echo")
def echo(checked: Checked) -> Iterator[Hit]:
    """Two neighbouring sentences on shortfalls that say the same words."""
    for section in checked.report.sections:
        kind = checked.type.section(section.kind)
        if kind is None or Statutory.SHORTFALLS not in kind.statutory:
            continue
        for one in checked.of_section(section.id):
            sentences = list(one.sentences())
            for (start, before), (_next, after) in pairwise(sentences):
                match = SequenceMatcher(None, before, after, autojunk=False).find_longest_match()
                words = before[match.a : match.a + match.size]
                if match.size >= _ECHO and not _SET.search(words):
                    yield Hit(one.spot, start + match.a, start + match.a + match.size)


@passage_rule("way-twice")
def way_twice(passage: Passage) -> Iterator[Hit]:
    """以……的方式，采取……的方式."""
    if passage.section == PREFACE:
        return
    for found in _WAY.finditer(passage.text):
        low = max(passage.text.rfind("，", 0, found.start()), passage.text.rfind("。", 0, found.start())) + 1
        yield Hit(start=low, end=found.end(), words={"word": found[1]})


def _plain(text: str) -> str:
    return re.sub(r"[\s，。；：、]", "", text)
