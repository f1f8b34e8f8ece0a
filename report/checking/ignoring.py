"""Findings that the clerk leaves as they are: kept with the report, found again after edits elsewhere, taken back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from types import MappingProxyType

from report.checking.finding import Finding
from report.ignored import Ignored
from report.report import Report

_KEY_BYTES = 12


@dataclass(frozen=True, slots=True)
class Parted:
    """Findings that stand, and those that are ignored."""

    standing: tuple[Finding, ...]
    ignored: tuple[Finding, ...]


def key_of(finding: Finding) -> str:
    """What tells a finding from all others of the report: its rule, its text and the words there.

    The same words twice in one text are one decision. All that its sentence names counts: other numbers are another
    finding.
    """
    place, cell = (finding.spot.place, finding.spot) if finding.spot is not None else (None, None)
    where = (place.section, place.field, place.block) if place is not None else (finding.section,)
    part = (cell.part, cell.row, cell.column) if cell is not None else ()
    data = json.dumps([finding.rule, where, part, finding.quote, sorted(finding.words.items())], ensure_ascii=False)
    return blake2b(data.encode(), digest_size=_KEY_BYTES).hexdigest()


def part(report: Report, findings: Iterable[Finding]) -> Parted:
    """The findings by whether the report ignores them."""
    standing, ignored = list[Finding](), list[Finding]()
    for one in findings:
        (ignored if report.ignored and key_of(one) in report.ignored else standing).append(one)
    return Parted(tuple(standing), tuple(ignored))


def ignore(report: Report, findings: Iterable[Finding], reason: str, who: str, moment: str) -> Report:
    """The report with these findings ignored; `moment` in UTC, ISO."""
    added = {key_of(one): Ignored(one.rule, one.quote or one.message, reason, who, moment) for one in findings}
    return replace(report, ignored=MappingProxyType({**report.ignored, **added}))


def heed(report: Report, findings: Iterable[Finding]) -> Report:
    """The report in which these findings count again."""
    gone = {key_of(one) for one in findings}
    rest = {key: one for key, one in report.ignored.items() if key not in gone}
    return replace(report, ignored=MappingProxyType(rest)) if len(rest) < len(report.ignored) else report
