"""Counts that a report's text states and that no link follows: what each says of the figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from report.content import Paragraph
from report.indicators.adopting import counts_alike
from report.indicators.figures import NOT_APPLICABLE
from report.indicators.quoting import linked_paragraphs
from report.indicators.values import Values
from report.recognition.report_numbers import Recognised, recognise
from report.report import Report
from report.template import ReportType

_PART: Final = "其中："


class Standing(StrEnum):
    """What a count in the text says of the figures.

    AGREES with the indicator's value; DIFFERS from it, under the indicator's very name; gives a value to an indicator
    that has NONE yet; is UNKNOWN to catalogue and clerk; OTHER, such as a part of the whole or one in another unit, of
    which nothing can be said.
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    NONE = "none"
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A count with its indicator, "" for one that is unknown."""

    count: Recognised
    indicator: str
    standing: Standing

    @property
    def is_open(self) -> bool:
        """Whether adopting it would change anything: give a value, make an indicator, or link a number."""
        if self.standing is Standing.NONE:
            return True
        in_prose = self.count.row < 0 and not self.count.implied
        return in_prose and self.standing in (Standing.AGREES, Standing.UNKNOWN)


def unlinked_counts(report_type: ReportType, report: Report) -> tuple[Recognised, ...]:
    """The counts in the text of a report that are not linked, in the order of the pages."""
    return unlinked_of(report, recognise(report_type, report, report_type.catalogue))


def unlinked_of(report: Report, counts: Iterable[Recognised]) -> tuple[Recognised, ...]:
    """Those of a report's counts that are not linked."""
    links = {place.block: paragraph for place, paragraph in linked_paragraphs(report)}
    return tuple(one for one in counts if not _is_linked(one, links))


def standings(values: Values, counts: tuple[Recognised, ...]) -> Iterator[Unlinked]:
    """What each of these counts says, as the values are now."""
    own = {(one.name, values.unit(one.id)): one.id for one in values.figures.own}
    for one in counts:
        indicator = one.indicator or own.get((one.name, one.unit), "")
        yield Unlinked(one, indicator, _standing(values, one, indicator))


def _standing(values: Values, one: Recognised, indicator: str) -> Standing:
    if not indicator:
        return Standing.UNKNOWN
    amount = values.amount(indicator)
    if amount is None:
        return Standing.NONE
    if one.implied:
        return Standing.AGREES if amount in (Decimal(0), NOT_APPLICABLE) else Standing.DIFFERS
    if amount is NOT_APPLICABLE or not counts_alike(values, one, indicator):
        return Standing.OTHER
    value = Decimal(one.value)
    exponent = value.as_tuple().exponent
    rounded = values.at_decimals(indicator, -exponent) if isinstance(exponent, int) else None
    if value in (amount, rounded):
        return Standing.AGREES
    return Standing.DIFFERS if _says_its_name(values, one, indicator) else Standing.OTHER


def _says_its_name(values: Values, one: Recognised, indicator: str) -> bool:
    """Whether nothing but the name stands before the number: 其中节假日检查 is not all that is inspected."""
    known = values.indicator(indicator)
    words = one.quote[: one.start - one.quote_start] if one.row < 0 else one.name
    return known is not None and words in {known.name, known.label.removeprefix(_PART), *known.aliases}


def _is_linked(one: Recognised, links: Mapping[str, Paragraph]) -> bool:
    paragraph = links.get(one.place.block)
    if paragraph is None or one.row >= 0:
        return False
    shift = len(paragraph.text) - len(paragraph.text.lstrip())
    start, end = one.start + shift, one.end + shift
    return any(link.start < end and start < link.end for link in paragraph.links)
