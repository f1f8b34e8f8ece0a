"""Where sections begin: at numbers of the top form, and at headings that lost theirs or never had one."""

from collections.abc import Callable, Sequence

from report.reading.found import Found
from report.reading.leading import Form

_HEADING_LIMIT = 60
_CLOSERS = tuple("。，；：:;,！？.、")


def section_starts(found: Sequence[Found], top: Form | None, kind_of: Callable[[str], str | None]) -> list[int]:
    """Places of the lines that head sections, in order."""
    named = [at for at, one in enumerate(found) if _is_bare(one) and kind_of(one.line.text) is not None]
    numbered = [at for at, one in enumerate(found) if one.lead and one.form is top and not one.sub]
    if top is Form.PART:
        return numbered
    if top is not Form.HAN:
        # Headings without numbers stand above whatever numbers there are.
        named = _first_of_each(found, named, kind_of)
        return named if len(named) > 1 else numbered
    lost = _lost_headings(found, numbered, named, kind_of)
    first = _first_lost(found, numbered) if not (lost and lost[0] < numbered[0]) else []
    return sorted({*numbered, *lost, *first})


def _is_bare(one: Found) -> bool:
    return one.lead is None and not one.row and len(one.line.text) <= _HEADING_LIMIT


def _first_of_each(found: Sequence[Found], named: Sequence[int], kind_of: Callable[[str], str | None]) -> list[int]:
    """The places without those of a section that was named before."""
    first: dict[str | None, int] = {}
    for at in named:
        first.setdefault(kind_of(found[at].line.text), at)
    return sorted(first.values())


def _lost_headings(
    found: Sequence[Found], numbered: Sequence[int], named: Sequence[int], kind_of: Callable[[str], str | None]
) -> list[int]:
    """Lines that are a heading of the type and stand where a number is missing from the row of sections."""
    taken = {kind_of(found[at].line.text[lead.end :]) for at in numbered if (lead := found[at].lead)}
    lost: list[int] = []
    for at in named:
        kind = kind_of(found[at].line.text)
        if kind in taken:
            continue
        before = max((place for place in numbered if place < at), default=None)
        after = min((place for place in numbered if place > at), default=None)
        if after is None or _value(found, after) > (_value(found, before) if before is not None else 0) + 1:
            lost.append(at)
            taken.add(kind)
    return lost


def _first_lost(found: Sequence[Found], numbered: Sequence[int]) -> list[int]:
    """The heading of the first section where the row begins with 二、: a short open line right above a number."""
    if _value(found, numbered[0]) < 2:
        return []
    for at in range(numbered[0] - 1):
        following = found[at + 1].lead
        if _is_bare(found[at]) and following and following.value == 1 and not found[at].line.text.endswith(_CLOSERS):
            return [at]
    return []


def _value(found: Sequence[Found], at: int) -> int:
    lead = found[at].lead
    return lead.value if lead else 0
