"""Numbers of one sentence against each other: parts and their whole, shares and what they are shares of, units."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage
from report.checking.rulebook import passage_rule, report_rule
from report.recognition.report_numbers import Recognised

_HAN: Final = "\u4e00-\u9fff"
_UNITS: Final = (
    "人次|场次|家次|车次|批次|万元|亿元|公里|辆|个|件|宗|起|份|次|人|名|位|户|家|台|套|只|艘|处|条|项|吨|场|期"
    "|部|批|本|亩|米"
)
_COUNT: Final = re.compile(rf"((?:\d+,)*\d+(?:\.\d+)?)({_UNITS})")
_WITHIN: Final = re.compile(rf"((?:\d+,)*\d+(?:\.\d+)?)({_UNITS})[，（](?:其中)")
_OF_THINGS: Final = frozenset((*"件宗起份家个场条项期部处辆台户本次", "场次", "批次", "车次"))
"""Units of things that are counted once: persons may be of two kinds at a time."""
_REST: Final = re.compile("其他|其余|其它")
_RATE: Final = re.compile(
    rf"([{_HAN}]{{2,14}})率(?:分别|均|都|已)?(?:达到了?|达|为|是|保持在|稳定在)?(\d+(?:\.\d+)?)[%％](?!以上)"
)
_CHANGE: Final = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,8}}(?:\d{{4}}年的?)?(\d[\d,]*(?:\.\d+)?)({_UNITS})[^，。；\d]{{0,4}}"
    rf"(?:增加|增|上升|升|提高|下降|降|减少|压减|减)(?:至|到|为)[^，。；\d]{{0,4}}(?:\d{{4}}年的?)?"
    rf"(\d[\d,]*(?:\.\d+)?)({_UNITS})，[^，。；\d]{{0,6}}(?:增长|上升|提高|增加|下降|降低|减少)(?:了)?"
    rf"(\d+(?:\.\d+)?)[%％]"
)
_AGAINST: Final = re.compile(
    rf"(?:比|较)(?:\d{{4}}年|去年|上年)(?:同期)?的?(\d[\d,]*(?:\.\d+)?)({_UNITS})"
    r"(?:增长|上升|提高|增加|下降|降低|减少)(?:了)?(\d+(?:\.\d+)?)[%％]"
)
_OTHER_SORT: Final = re.compile(
    "(?:按期|按时|及时|到期|限时|当天|当场|一次性?|首次|主动|自觉|就地|依法|平均|综合|总体)$"
)
_ENDS_THERE: Final = r"(?=[，。；、）]|$)"
_PERSONS: Final = "人员|干部|队员|职工|学员|群众|党员|律师|调解员|代表"


def _counted(things: str, units: str) -> "re.Pattern[str]":
    """Things with a number and a unit in which they are not counted."""
    return re.compile(rf"(?:{things})(?:\d[\d,.]*万?)({units}){_ENDS_THERE}")


_FITS: Final = (
    (_counted(_PERSONS, "场次|场|件|起|宗|份|家|期|条"), "人或人次"),
    (_counted("案件", "场次|场|份|家|人次|期"), "件"),
    (_counted("企业|公司|商户|门店", "件|起|宗|份|场|期"), "家"),
    (_counted("资料|手册|传单|折页", "场次|场|家|起|人次"), "份"),
)
_WHOLE: Final = re.compile("应|受理|收到|接到|共|检查|抽查|评查|参加|发现|收集|接报|登记|总")
_PART: Final = re.compile("已|实|办结|合格|完成|取得|整改|成功|通过|达标|优秀|采纳|化解|按期|按时")
_NEARLY: Final = 5
"""Percentage points: a share further off is of something else."""
_SESSIONS: Final = ("场次", "场", "期")
_TWO_WORDS: Final = 4
"""Characters of two words."""
_MANY: Final = 8
"""Counts of the same digits that another is held against."""
_LEAST_DIGITS, _LEAST_COMMON, _LEAST_COMMON_OF_SHORT = 2, 3, 6


@passage_rule("parts-sum")
def parts_sum(passage: Passage) -> Iterator[Hit]:
    """查处12件，其中涉水15件: a part is more than the whole."""
    for start, sentence in passage.sentences():
        for found, unit, wholes in _wholes(sentence):
            first = _COUNT.search(_listed(sentence, found.end()))
            if first is not None and first[2] == unit and _number(first[1]) > max(wholes):
                yield Hit(start=start + found.start(), end=start + found.end() + 2)


@passage_rule("parts-whole")
def parts_whole(passage: Passage) -> Iterator[Hit]:
    """326件，其中甲148件、乙62件、其他85件: the parts with the rest make the whole, and never more than it."""
    for start, sentence in passage.sentences():
        for found, unit, wholes in _wholes(sentence):
            clause = _listed(sentence, found.end())
            counts = _COUNT.findall(clause)
            parts = [_number(number) for number, of in counts if of == unit]
            if len(parts) < 2 or len(parts) != len(counts) or max(parts) > max(wholes):
                continue
            total, has_rest = sum(parts, Decimal(0)), _REST.search(clause.split("、")[-1]) is not None
            if (total > max(wholes) and unit in _OF_THINGS) or (has_rest and total not in wholes):
                words = {"total": f"{total}{unit}", "whole": f"{wholes[0]}{unit}"}
                begin = _clause_start(sentence, found.start())
                yield Hit(start=start + begin, end=start + found.end() + len(clause), words=words)


def _wholes(sentence: str) -> "Iterator[tuple[re.Match[str], str, list[Decimal]]]":
    """Each count with 其中 behind it, its unit, and what it may be the whole of: itself, or all of its clause.

    Of 代表建议18件、委员提案11件，其中主办20件 the whole is 29.
    """
    for found in _WITHIN.finditer(sentence):
        unit, begin = found[2], max(sentence.rfind(mark, 0, found.start()) for mark in "，。；") + 1
        clause = sentence[begin : found.end(2)]
        together = [_number(number) for number, of in _COUNT.findall(clause) if of == unit]
        yield found, unit, list(dict.fromkeys((_number(found[1]), sum(together, Decimal(0)))))


def _listed(sentence: str, start: int) -> str:
    """What is listed from a place on."""
    return re.split("[；。，）]", sentence[start:])[0]


@passage_rule("share-of")
def share_of(passage: Passage) -> Iterator[Hit]:
    """受理2186件，办结2098件，办结率98.5%: the share is not that of any number before it."""
    for start, sentence in passage.sentences():
        for rate in _RATE.finditer(sentence):
            part = _part_of(rate[1], sentence[: rate.start()])
            if part is None:
                yield from _near_by(sentence, rate, start)
                continue
            number, unit = _number(part[1]), part[2]
            wholes = [
                _number(one[1])
                for one in _COUNT.finditer(sentence)
                if one[2] == unit and one.start(1) != part.start(1) and _number(one[1]) >= number > 0
            ]
            wholes += [sum(wholes, Decimal(0))] if len(wholes) > 1 else []
            said = Decimal(rate[2])
            if not wholes:
                yield from _near_by(sentence, rate, start)
            if not wholes or any(_agrees(number, whole, said) for whole in wholes):
                continue
            words = {"part": f"{number}{unit}", "right": _share(number, wholes[0], said), "whole": f"{wholes[0]}{unit}"}
            yield Hit(start=start + _clause_start(sentence, part.start()), end=start + rate.end(), words=words)


def _near_by(sentence: str, rate: "re.Match[str]", start: int) -> Iterator[Hit]:
    """应持证18人，已取得证件15人，持证率85.3%: two counts right before a share that nearly is theirs."""
    counts = list(_COUNT.finditer(sentence[: rate.start()]))[-2:]
    if len(counts) < 2 or counts[0][2] != counts[1][2] or _OTHER_SORT.search(rate[1][:-2]):
        return
    between = [sentence[_clause_start(sentence, one.start()) : one.start()] for one in counts]
    whole, part, said = _number(counts[0][1]), _number(counts[1][1]), Decimal(rate[2])
    is_named = any(rate[1][at : at + 2] in clause for clause in between for at in range(len(rate[1]) - 1))
    if not (is_named and _WHOLE.search(between[0]) and _PART.search(between[1]) and 0 < part <= whole):
        return
    if not _agrees(part, whole, said) and abs(part / whole * 100 - said) < _NEARLY:
        unit = counts[0][2]
        words = {"part": f"{part}{unit}", "right": _share(part, whole, said), "whole": f"{whole}{unit}"}
        yield Hit(start=start + _clause_start(sentence, counts[1].start()), end=start + rate.end(), words=words)


def _part_of(name: str, before: str) -> "re.Match[str] | None":
    """The count whose name ends as that of the share: 办结2098件 for 办结率."""
    for length in range(len(name), 1, -1):
        stem = name[-length:]
        found = list(re.finditer(rf"{stem}[{_HAN}]{{0,4}}?((?:\d+,)*\d+)({_UNITS})", before))
        if found:
            return None if _OTHER_SORT.search(name[:-length]) else found[-1]
    return None


def _agrees(part: Decimal, whole: Decimal, said: Decimal) -> bool:
    """Whether a share is right at its written precision, rounded or cut."""
    exponent = said.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(part / whole * 100 - said) <= step


def _share(part: Decimal, whole: Decimal, said: Decimal) -> str:
    exponent = said.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return f"{part / whole * 100:.{max(places, 1)}f}%"


@passage_rule("change-of")
def change_of(passage: Passage) -> Iterator[Hit]:
    """由120件增至150件，增长30%: the percentage is not that of the two numbers."""
    for found in _CHANGE.finditer(passage.text):
        yield from _wrong_change(found, found[1], found[2], [(found[3], found[4])], found[5])
    for start, sentence in passage.sentences():
        for found in _AGAINST.finditer(sentence):
            afters = [(one[1], one[2]) for one in _COUNT.finditer(sentence[: found.start()])]
            for hit in _wrong_change(found, found[1], found[2], afters, found[3]):
                yield replace(hit, start=hit.start + start, end=hit.end + start)


def _wrong_change(
    found: "re.Match[str]", first: str, unit: str, afters: "list[tuple[str, str]]", percent: str
) -> Iterator[Hit]:
    """A change that is right for none of the numbers after it, by the unit of the one before."""
    before, said = _number(first), Decimal(percent)
    numbers = [_number(number) for number, of in afters if of == unit]
    if not before or not numbers:
        return
    exponent = said.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    changes = [abs(after - before) / before * 100 for after in numbers]
    if all(abs(change - said) > step for change in changes):
        places = max(1, -exponent if isinstance(exponent, int) else 0)
        words = {"before": f"{before}{unit}", "after": f"{numbers[-1]}{unit}", "right": f"{changes[-1]:.{places}f}%"}
        yield Hit(start=found.start(), end=found.end(), words=words)


@passage_rule("unit-fits")
def unit_fits(passage: Passage) -> Iterator[Hit]:
    """培训执法人员96场: persons are not counted in 场."""
    for pattern, right in _FITS:
        for found in pattern.finditer(passage.text):
            start = _clause_start(passage.text, found.start())
            sessions = (
                Severity.HINT if found[1] in _SESSIONS and right == "人或人次" else None
            )  # 轮训执法人员3期 is often said so
            yield Hit(start=start, end=found.end(1), words={"unit": found[1], "right": right}, severity=sessions)


@report_rule("digits-swapped")
def digits_swapped(checked: Checked) -> Iterator[Hit]:
    """调解成功216件 and 调解成功261件: two digits that changed places."""
    seen: dict[tuple[str, str], list[tuple[Recognised, str]]] = {}
    texts = {one.spot.place.block: one for one in reversed(checked.prose)}
    for one in checked.counts:
        digits, unit = _digits(one), "人" if one.unit == "名" else one.unit
        passage = texts.get(one.place.block)
        if one.implied or one.row >= 0 or passage is None:
            continue
        if len(digits) < _LEAST_DIGITS or digits.endswith("00") or "%" in unit:
            continue
        at = one.start + len(passage.text) - len(passage.text.lstrip())
        name = _about(passage.text, at)
        others = seen.setdefault((unit, "".join(sorted(digits))), [])
        for other, of in others:
            if _is_swapped(digits, _digits(other)) and _same_thing(name, of, len(digits)):
                words = {"other": f"{_digits(other)}{other.unit}"}
                yield Hit(passage.spot, _clause_start(passage.text, at), at + len(digits) + len(one.unit), words)
                break
        if len(others) < _MANY:
            others.append((one, name))


def _about(text: str, at: int) -> str:
    """The words of the clause that a number stands in."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；") + 1
    end = min((found for mark in "，。；" if (found := text.find(mark, at)) >= 0), default=len(text))
    return re.sub(rf"[^{_HAN}]", "", text[start:end])


def _same_thing(one: str, other: str, digits: int) -> bool:
    """Whether two clauses share so many characters in a row, or two words in any order when the number is long."""
    if _common_words(one, other, _LEAST_COMMON if digits > _LEAST_DIGITS else _LEAST_COMMON_OF_SHORT):
        return True
    shared = {one[at : at + 2] for at in range(len(one) - 1)} & {other[at : at + 2] for at in range(len(other) - 1)}
    return digits > _LEAST_DIGITS and len({char for pair in shared for char in pair}) >= _TWO_WORDS


def _digits(one: Recognised) -> str:
    return re.sub(r"\D", "", one.quote[one.start - one.quote_start : one.end - one.quote_start])


def _is_swapped(one: str, other: str) -> bool:
    differing = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    return len(one) == len(other) and len(differing) == 2 and differing[1] == differing[0] + 1


def _common_words(one: str, other: str, least: int) -> bool:
    """Whether two names share so many characters in a row."""
    pieces = {one[at : at + least] for at in range(len(one) - least + 1)}
    return any(piece in other for piece in pieces)


def _clause_start(text: str, at: int) -> int:
    """Where the clause begins in which a character stands."""
    return max(text.rfind(mark, 0, at) for mark in "，。；：、（") + 1


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
