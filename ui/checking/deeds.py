"""What the clerk does about findings: each is one step of undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from report.checking.finding import Finding
from report.checking.ignoring import heed, ignore
from report.checking.repairing import Repaired, repair
from report.document import Place
from report.report import Report
from resources.i18n import _
from ui.checking.rows import place_of
from ui.open_report import OpenReport

_SHOWN = 12
"""Characters of the words that the name of a step repeats."""


def put_right(opened: OpenReport, findings: Sequence[Finding]) -> int:
    """Make the repairs of findings of the open report; how many were made."""
    done: Repaired = repair(opened.report, findings)
    if done.count:
        place = place_of(findings[0]) if len(findings) == 1 else Place("")
        _step(opened, _repair_name(findings, done.count), place, done.report)
    return done.count


def leave(opened: OpenReport, finding: Finding, reason: str, who: str) -> None:
    """Leave a finding as it is, for a reason."""
    report = ignore(opened.report, [finding], reason, who, datetime.now(UTC).isoformat(timespec="seconds"))
    _step(opened, _("忽略“{words}”").format(words=_short(finding.quote or finding.message)), place_of(finding), report)


def take_up(opened: OpenReport, finding: Finding) -> None:
    """Let a finding count again."""
    name = _("不再忽略“{words}”").format(words=_short(finding.quote or finding.message))
    _step(opened, name, place_of(finding), heed(opened.report, [finding]))


def each_change(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that can be put right one by one: one that changes many places becomes as many."""
    if len(findings) == 1 and len(findings[0].changes) > 1:
        one = findings[0]
        return [
            replace(one, spot=change.spot, start=change.start, end=change.end, changes=(change,))
            for change in one.changes
        ]
    return list(findings)


def _step(opened: OpenReport, name: str, place: Place, report: Report) -> None:
    opened.seal()
    opened.apply(name, place, report)
    opened.seal()


def _repair_name(findings: Sequence[Finding], count: int) -> str:
    one = findings[0]
    if count > 1 or len(one.changes) > 1:
        return _("改好{count}处").format(count=max(count, len(one.changes)))
    if not one.fix:
        return _("删去“{old}”").format(old=_short(one.quote))
    return _("改“{old}”为“{new}”").format(old=_short(one.quote), new=_short(one.fix))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
