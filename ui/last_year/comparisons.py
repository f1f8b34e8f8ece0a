"""The comparison of each part, made once and kept until that part changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.differences import FRONT
from report.document import PREFACE
from report.last_year import ATTACHMENTS, Comparison, Years, compare_part, text_parts
from report.report import Report
from report.template import FrontGroup, ReportType
from report.year_alignment import MatchKind


@dataclass(frozen=True, slots=True)
class _Kept:
    """A comparison and what it was made of: pieces of the report, which stay the same objects until they change."""

    made_of: tuple[object, ...]
    comparison: Comparison


class Comparisons:
    """All parts of one report beside those of last year's."""

    def __init__(
        self, report_type: ReportType, last_type: ReportType, last: Report, groups: Sequence[FrontGroup]
    ) -> None:
        self._type, self._last_type, self.last, self._groups = report_type, last_type, last, tuple(groups)
        self._kept: dict[str, _Kept] = {}

    def years(self, report: Report) -> Years:
        """Both reports."""
        return Years(self._type, report, self._last_type, self.last, self._groups)

    def part(self, report: Report, part: str) -> Comparison:
        """The comparison of a part as it is now."""
        made_of = _made_of(report, part)
        kept = self._kept.get(part)
        if kept is not None and all(map(_is_same, kept.made_of, made_of)):
            return kept.comparison
        known = kept.comparison.passages if kept is not None else ()
        comparison = compare_part(self.years(report), part, known)
        self._kept[part] = _Kept(made_of, comparison)
        return comparison

    def unchanged(self, report: Report) -> int:
        """As `report.last_year.unchanged_count`, but only what changed is compared anew."""
        return sum(self.part(report, part).count(MatchKind.UNCHANGED) for part in text_parts(report))

    def forget(self) -> None:
        """Compare everything anew, without regard to what belonged together while it was edited."""
        self._kept.clear()


def _is_same(one: object, other: object) -> bool:
    return one is other


def _made_of(report: Report, part: str) -> tuple[object, ...]:
    """What a part's comparison depends on; of the other sections kinds and headings do, which seldom change."""
    if part == FRONT:
        return (report.front,)
    if part == PREFACE:
        return report.preface, report.numbering
    if part == ATTACHMENTS:
        return report.attachments, report.numbering
    section = next((one for one in report.sections if one.id == part), None)
    return section, report.numbering
