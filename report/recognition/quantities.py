"""Numbers with a unit that count something, found in one text without knowing what can be counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from report.recognition.exclusions import Spans, covers, is_none, masked
from report.recognition.han_counts import counts
from report.recognition.numerals import Numeral, as_written, numerals
from report.recognition.units import Unit, unit_at

_BEFORE = 8
"""Characters in which what is said before a number about its exactness stands."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts: `start` to `end` with qualifier and unit, `number_start` to `number_end` the number itself.

    `value` is the plain decimal as written ("1126", "90.0"), `unit` without 余 ("万元", "辆(个)"), `qualifier` one of
    近, 超过, 约, 余, 高达 or None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: str
    unit: str
    qualifier: str | None = None

    @property
    def approximate(self) -> bool:
        """Whether the text says that the number is not exact."""
        return self.qualifier in ("近", "超过", "约", "余")


def quantities(text: str, mask: Spans | None = None) -> tuple[Quantity, ...]:
    """The counts of a text in order; `mask` are the stretches to leave out, found anew when not given."""
    spans = masked(text) if mask is None else mask
    found: list[Quantity] = []
    written = list(numerals(text))
    for at, numeral in enumerate(written):
        # 3千克: the 千 belongs to the unit.
        if covers(spans, numeral.start) or (at and written[at - 1].end == numeral.start):
            continue
        quantity = _quantity(text, numeral)
        if quantity:
            found.append(quantity)
    return tuple(_with_shared_units(text, found, written))


def _quantity(text: str, numeral: Numeral) -> Quantity | None:
    unit = Unit(numeral.end, "%", "%") if numeral.share else unit_at(text, numeral.end)
    if unit is None or is_none(text, numeral, unit):
        return None
    if numeral.han and not numeral.share and not counts(text, numeral, unit):
        return None
    start, qualifier = _qualifier(text, numeral.start, unit)
    return Quantity(start, unit.end, numeral.start, numeral.end, as_written(numeral.value), unit.written, qualifier)


def _qualifier(text: str, at: int, unit: Unit) -> tuple[int, str | None]:
    """Where the count begins with what qualifies it, and the qualifier."""
    match = _before().search(text[max(0, at - _BEFORE) : at])
    word = match[1] if match else None
    start = at - len(match[0]) if match else at
    if word:
        return start, _QUALIFIERS[word]
    if unit.more in ("余", "多", "来", "+", "＋"):
        return start, "余"
    return start, {"以上": "超过", "之多": "高达", "左右": "约", "上下": "约"}.get(unit.more)


_QUALIFIERS = {
    **dict.fromkeys(("近", "将近", "接近"), "近"),
    **dict.fromkeys(("约", "大约", "约为", "约计"), "约"),
    **dict.fromkeys(("超", "超过", "逾", "突破", "超出", "不少于", "不低于", "至少", "多于", "高于", "上"), "超过"),
    **dict.fromkeys(("高达", "多达"), "高达"),
}


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(_QUALIFIERS, key=len, reverse=True))
    return re.compile(rf"(?<![附最远晋史以])({words})(?:了|到)?$")


_LINK = re.compile(r"[、和与及，]\s?$")
_RESPECTIVE = ("分别", "依次")


def _with_shared_units(text: str, found: Sequence[Quantity], written: Sequence[Numeral]) -> Iterator[Quantity]:
    """分别为12、11和9件: the numbers before take the unit of the last."""
    ends = {one.end: one for one in written}
    for quantity in found:
        shared: list[Quantity] = []
        at = quantity.start
        while match := _LINK.search(text[max(0, at - 2) : at]):
            before = ends.get(at - len(match[0]))
            if before is None or before.han:
                break
            shared.append(
                replace(
                    quantity,
                    start=before.start,
                    end=before.end,
                    number_start=before.start,
                    number_end=before.end,
                    value=as_written(before.value),
                )
            )
            at = before.start
        if shared and any(word in text[max(0, at - 10) : at] for word in _RESPECTIVE):
            yield from reversed(shared)
        yield quantity
