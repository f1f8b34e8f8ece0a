"""Wrong words of this field, near misses of its fixed terms, characters set twice, names in full."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rows import rows_of
from report.checking.rulebook import passage_rule, report_rule
from report.checking.terms import terms

_HAN: Final = "\u4e00-\u9fff"
_TWICE: Final = re.compile(
    "的的(?!确)|了了(?!解|结|然|如)|和和(?!美|气|睦|解|谐)|是是(?!非)|在在|与与|及及|并并|向向|于于(?!于)|为为(?!民|主|企|群|人|重|先|基)"
    "|被被(?!告|害|执|处|申|征|拆|检)|由由(?!于)|而而|且且|等等等|对对(?!碰|方)|将将(?!军|要|来)|从从(?!严|事|业|而)|到到(?!位|达|底|期|岗|场)"
    "|元元(?!旦|素)|件件(?!有|落|事)|落落实|贯贯彻|执执法"
)
_WORDS_TWICE: Final = re.compile(f"([{_HAN}]{{2,4}})\\1")
_CLAUSE_TWICE: Final = re.compile("(?:^|(?<=[，。；：]))([^，。；：、]{4,40})[，；、]\\1([，。；：]|$)")
_MAY_TWICE: Final = re.compile(
    "^(?:一[个项件户家步次场][一]?|逐[项步]逐?|研究研究|讨论讨论|件件|事事|人人|时时|处处|层层|个个|家家|户户|年年|天天|步步)"
)
_LAW: Final = re.compile("《([^《》〈〉]{2,30}?)》")
_FULL: Final = "中华人民共和国"
_PLACE: Final = re.compile(
    f"(?<=[市省县区州]、)([{_HAN}]{{2,3}})(?=(?:关于)?(?:法治|依法|党委|政府|有关|工作|部署|各项))"
)
_LEAST_LOSING: Final = 6
_MAY_BE_ADDED: Final = "的之和与及各新等大小本市县区镇省全做好抓了为在是、"
_PLACE_NAME: Final = "[^，。；：、（）“”由经与和及向对为被将从在到以是的各该我全省市县区年]{2,3}"
_OFFICE: Final = re.compile(f"([{_HAN}]{{2,4}}?)(县|市|区|旗)([{_HAN}]{{2,}}(?:局|委员会|办公室|中心|政府))$")
_SUFFIX: Final = "市县区州旗镇乡"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong word: what stands in its place, when it counts (`only`, `never` in the same sentence), and why."""

    wrong: str
    right: str
    severity: Severity
    only: "re.Pattern[str] | None"
    never: "re.Pattern[str] | None"
    why: str
    hit: str
    quiet: str


@cache
def mistakes() -> tuple[Mistake, ...]:
    """The shipped list."""
    found: list[Mistake] = []
    for line in rows_of("mistakes.tsv"):
        wrong, right, severity, only, never, why, hit, quiet = line
        patterns = (re.compile(only) if only else None, re.compile(never) if never else None)
        found.append(Mistake(wrong, right, Severity(severity), *patterns, why, hit, quiet))
    return tuple(found)


@cache
def _by_beginning() -> Mapping[str, tuple[Mistake, ...]]:
    """The mistakes by their first two characters, the longest first."""
    found: dict[str, list[Mistake]] = defaultdict(list)
    for one in sorted(mistakes(), key=lambda one: -len(one.wrong)):
        found[one.wrong[:2]].append(one)
    return {beginning: tuple(some) for beginning, some in found.items()}


@passage_rule("wrong-word")
def wrong_word(passage: Passage) -> Iterator[Hit]:
    """A word of the list of mistakes."""
    text, beginnings, end = passage.text, _by_beginning(), 0
    for at in range(len(text) - 1):
        for one in beginnings.get(text[at : at + 2], ()) if at >= end else ():
            if text.startswith(one.wrong, at):
                end = at + len(one.wrong)
                if _counts(one, passage, at):
                    words = {"right": one.right, "why": one.why, "told": f"应为“{one.right}”" if one.right else "不妥"}
                    yield Hit(start=at, end=end, words=words, fix=one.right or None, severity=one.severity)
                break


def _counts(one: Mistake, passage: Passage, at: int) -> bool:
    """Whether the sentence around a word is one in which it is wrong."""
    sentence = next((words for start, words in passage.sentences() if start <= at < start + len(words)), "")
    return not ((one.only and not one.only.search(sentence)) or (one.never and one.never.search(sentence)))


@report_rule("own-word")
def own_word(checked: Checked) -> Iterator[Hit]:
    """A word of the office's own list."""
    if not checked.office_words:
        return
    pattern = re.compile("|".join(re.escape(one) for one in sorted(checked.office_words, key=len, reverse=True)))
    for one in checked.passages:
        for found in pattern.finditer(one.text):
            right = checked.office_words[found[0]]
            if not _is_within(one.text, found, right):
                told = f"应为“{right}”" if right else "不要用"
                yield Hit(one.spot, found.start(), found.end(), {"told": told}, fix=right or None)


def _is_within(text: str, found: "re.Match[str]", right: str) -> bool:
    """Whether the wrong word is part of the right one that stands there already."""
    shift = right.find(found[0])
    return shift >= 0 and text[max(0, found.start() - shift) :].startswith(right)


@passage_rule("twice")
def twice(passage: Passage) -> Iterator[Hit]:
    """A character or a word set twice."""
    for found in _TWICE.finditer(passage.text):
        low, high = max(0, found.start() - 2), min(len(passage.text), found.end() + 4)
        fix = passage.text[low : found.start()] + found[0][1:] + passage.text[found.end() : high]
        yield Hit(start=low, end=high, words={"word": found[0]}, fix=fix)
    for found in _WORDS_TWICE.finditer(passage.text):
        if len(set(found[1])) > 1 and not _MAY_TWICE.match(found[0]) and not _is_name(passage.text, found.start()):
            yield Hit(start=found.start(), end=found.end(), words={"word": found[0]}, fix=found[1])


@passage_rule("clause-twice")
def clause_twice(passage: Passage) -> Iterator[Hit]:
    """认真落实部署，认真落实部署: one clause two times in a row."""
    for found in _CLAUSE_TWICE.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=found[1] + found[2])


def _is_name(text: str, at: int) -> bool:
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


@report_rule("law-in-full")
def law_in_full(checked: Checked) -> Iterator[Hit]:
    """A law's full name at its first mention, where others are named in full."""
    shorts = {one.short: one.text for one in terms() if one.kind == "law" and one.short}
    named: set[str] = set()
    found = [(one, match) for one in checked.prose for match in _LAW.finditer(one.text)]
    if not any(match[1].startswith(_FULL) for _one, match in found):
        return
    for one, match in found:
        title = match[1]
        if title in shorts and title not in named:
            if shorts[title].startswith(_FULL):
                yield Hit(one.spot, match.start(), match.end(), {"right": shorts[title]}, fix=f"《{shorts[title]}》")
            named.add(title)
        named.add(title.removeprefix(_FULL))


@report_rule("other-office")
def other_office(checked: Checked) -> Iterator[Hit]:
    """The office of the same name of another place, left from the text that this one was made after."""
    office = checked.report.front.office.strip() or checked.report.front.signatory.strip()
    own = _OFFICE.search(office)
    if own is None:
        return
    others = re.compile(rf"(?:^|[，。；：、（“由经与和及向对为被将从在到])({_PLACE_NAME}){own[2]}{re.escape(own[3])}")
    for one in checked.prose:
        for found in others.finditer(one.text):
            if not own[1].endswith(found[1]) and not found[1].endswith(own[1]):
                yield Hit(one.spot, found.start(1), found.end(), {"office": office}, fix=own[0])


@report_rule("place-suffix")
def place_suffix(checked: Checked) -> Iterator[Hit]:
    """A place among others without its 市 or 县."""
    for one in checked.prose:
        if one.kind is not PassageKind.PROSE:
            continue
        for found in _PLACE.finditer(one.text):
            named = re.search(f"{found[1]}([{_SUFFIX}])", checked.all_text)
            if named is not None and found[1][-1] not in _SUFFIX:
                low = max(one.text.rfind("，", 0, found.start()), one.text.rfind("。", 0, found.start())) + 1
                low = max(low, found.start() - 10)
                fix = one.text[low : found.end()] + named[1]
                yield Hit(one.spot, low, found.end(), {"right": found[1] + named[1]}, fix=fix)
