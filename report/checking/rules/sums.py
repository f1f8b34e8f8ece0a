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
_OF_THINGS: Final = frozenset("件宗起份家个场条项期部处辆台户本")
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
    rf"(?:比|较)(?:\d{{4}}年|去年|上年)(?:同期)?的(\d[\d,]*(?:\.\d+)?)({_UNITS})"
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
_SESSIONS: Final = ("场次", "场", "期")
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
                continue
            number, unit = _number(part[1]), part[2]
            wholes = [
                _number(one[1])
                for one in _COUNT.finditer(sentence)
                if one[2] == unit and one.start(1) != part.start(1) and _number(one[1]) >= number > 0
            ]
            wholes += [sum(wholes, Decimal(0))] if len(wholes) > 1 else []
            said = Decimal(rate[2])
            if not wholes or any(_agrees(number, whole, said) for whole in wholes):
                continue
            words = {"part": f"{number}{unit}", "right": _share(number, wholes[0], said), "whole": f"{wholes[0]}{unit}"}
            yield Hit(start=start + _clause_start(sentence, part.start()), end=start + rate.end(), words=words)


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
    seen: dict[tuple[str, str], list[Recognised]] = {}
    for one in checked.counts:
        digits, unit = _digits(one), "人" if one.unit == "名" else one.unit
        if one.implied or len(digits) < _LEAST_DIGITS or digits.endswith("00") or "%" in unit:
            continue
        least = _LEAST_COMMON if len(digits) > _LEAST_DIGITS else _LEAST_COMMON_OF_SHORT
        for other in seen.get((unit, "".join(sorted(digits))), ()):
            if _is_swapped(digits, _digits(other)) and _common_words(_name(one), _name(other), least):
                passage = next((each for each in checked.prose if each.spot.place.block == one.place.block), None)
                at = passage.text.find(digits + one.unit) if passage is not None else -1
                if passage is not None and at >= 0:
                    words = {"other": f"{_digits(other)}{other.unit}"}
                    start = _clause_start(passage.text, at)
                    yield Hit(passage.spot, start, at + len(digits) + len(one.unit), words)
                break
        seen.setdefault((unit, "".join(sorted(digits))), []).append(one)


def _digits(one: Recognised) -> str:
    return re.sub(r"\D", "", one.quote[one.start - one.quote_start : one.end - one.quote_start])


def _name(one: Recognised) -> str:
    """The words about a number."""
    return re.sub(rf"[^{_HAN}]", "", one.quote)


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
