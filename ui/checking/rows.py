"""What a check found, by parts of the report, and how the clerk calls each place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from report.checking.finding import Finding, Severity
from report.document import FIGURES, Place
from report.report import Report
from report.template import ReportType
from resources.i18n import _
from ui.editor.states import FRONT, parts_by_section, parts_of
from ui.parts.marks import MARKS, Mark
from ui.places import spot_words
from ui.tokens import Token

WHOLE: Final = "document"
"""The part of what is absent from the whole report."""
_FRONT_FIELDS: Final = MappingProxyType(
    {f"{field}-missing": field for field in ("title", "addressee", "signatory", "date")}
)
_OF_FIGURES: Final = ("relation", "share-without-parts", "no-figures")
_LOOKS: Final = MappingProxyType(
    {Severity.BLOCK: MARKS[Mark.BLOCK], Severity.SHOULD: MARKS[Mark.SHOULD], Severity.HINT: MARKS[Mark.HINT]}
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a part: its number and title, how many findings it has."""

    title: str
    count: int


Row = Head | Finding


def look_of(severity: Severity) -> tuple[str, Token, str]:
    """Icon, colour and word of a severity."""
    icon, token, word = _LOOKS[severity]
    return icon, token, _(word)


def part_of(finding: Finding, parts: Mapping[str, str]) -> str:
    """The id of the part of the window in which a finding is put right; `parts` are those of the report's sections."""
    if finding.spot is not None:
        return parts.get(finding.spot.place.section, FRONT)
    if finding.rule in _FRONT_FIELDS:
        return FRONT
    if finding.rule in _OF_FIGURES:
        return FIGURES
    return parts.get(finding.section, WHOLE)


def place_of(finding: Finding) -> Place:
    """Where the clerk goes to put right what has no words of its own."""
    if finding.spot is not None:
        return finding.spot.place
    if finding.rule in _FRONT_FIELDS:
        return Place(FRONT, _FRONT_FIELDS[finding.rule])
    return Place(FIGURES if finding.rule in _OF_FIGURES else "" if finding.section == WHOLE else finding.section)


def rows_of(findings: Iterable[Finding], report: Report, report_type: ReportType) -> list[Row]:
    """The rows of the list: parts in the order of the window, what concerns the whole report before them."""
    parts = parts_by_section(report)
    titles = {WHOLE: _("整份报告")} | {one.id: one.number + _(one.title) for one in parts_of(report_type, report)}
    by_part: dict[str, list[Finding]] = {one: [] for one in titles}
    for one in findings:
        by_part[part_of(one, parts)].append(one)
    rows: list[Row] = []
    for part, some in by_part.items():
        if some:
            rows += [Head(titles[part], len(some)), *some]
    return rows


def place_words(finding: Finding, report: Report, report_type: ReportType, labels: Mapping[str, str]) -> str:
    """Where a finding stands in its part; `labels` are the words for the fields of the basic data."""
    if finding.spot is None:
        label = labels.get(_FRONT_FIELDS.get(finding.rule, ""), "")
        return label or ("" if finding.section == WHOLE else _("整个部分"))
    return spot_words(finding.spot, report, report_type, labels)
