"""How far each part of a report is: the mark in its tab and on the start page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from report.checking.finding import Finding, Severity
from report.compose import fields_of, section_label
from report.content import blocks_are_empty
from report.document import FIGURES
from report.holes import Lack, find_holes, section_is_empty
from report.report import Report, Section
from report.template import Field, ReportType
from resources.i18n import N_, _

if TYPE_CHECKING:
    from report.indicators.rows import Counts

FRONT, PREFACE, ATTACHMENTS = "front", "preface", "attachments"
"""Ids of the parts that are no sections."""
YEAR = Field(id="year", kind="number", label="报告年度", decimals=0, minimum=1990, maximum=2100, hint="写哪一年的工作")
"""The field of 基本信息 that no template declares."""


class State(StrEnum):
    """How far a part is; the value is the word shown."""

    EMPTY = N_("空")
    OPTIONAL = N_("可空")
    BEGUN = N_("在写")
    DONE = N_("完成")
    PROBLEM = N_("待改")
    MISSING = N_("待填")
    WRONG = N_("应改")
    BLOCKED = N_("阻断")


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of the column: id, printed number, short title, state; `count` is said after its word, 0 is not."""

    id: str
    number: str
    title: str
    state: State
    count: int = 0

    @property
    def word(self) -> str:
        """The word of the state; of what is to be put right, how many places."""
        if self.count and self.state in (State.WRONG, State.BLOCKED):
            return _("{count}处").format(count=self.count)
        return _(self.state.value) + (str(self.count) if self.count else "")


def parts_of(report_type: ReportType, report: Report, figures: Part | None = None) -> tuple[Part, ...]:
    """The parts in order: basic data, preface, sections, figures, attachments.

    `figures` is that of the figures where it is known: the catalogue is not read for it.
    """
    return tuple(_parts(report_type, report, figures or Part(FIGURES, "", N_("指标数据"), State.OPTIONAL)))


def figures_part(counts: "Counts") -> Part:
    """The part of the figures: what is wrong comes before what is missing; with no value at all it can be left out."""
    if counts.wrong:
        return Part(FIGURES, "", N_("指标数据"), State.WRONG, counts.wrong)
    if not counts.total or counts.missing == counts.total:
        return Part(FIGURES, "", N_("指标数据"), State.OPTIONAL)
    if counts.missing:
        return Part(FIGURES, "", N_("指标数据"), State.MISSING, counts.missing)
    return Part(FIGURES, "", N_("指标数据"), State.DONE)


def _parts(report_type: ReportType, report: Report, figures: Part) -> Iterator[Part]:
    yield Part(FRONT, "", N_("基本信息"), _front_state(report_type, report))
    yield Part(PREFACE, "", N_("引言"), State.EMPTY if blocks_are_empty(report.preface) else State.BEGUN)
    for index, section in enumerate(report.sections):
        kind = report_type.section(section.kind)
        title = kind.short if kind else section.heading
        label = section_label(report.numbering, index)
        yield Part(section.id, label, title, section_state(report_type, section))
    yield figures
    yield Part(ATTACHMENTS, "", N_("附件"), State.BEGUN if report.attachments else State.OPTIONAL)


def parts_by_section(report: Report) -> dict[str, str]:
    """The id of the part in which a section of a place is edited."""
    parts = {one: one for one in (FRONT, PREFACE, *(section.id for section in report.sections))}
    return parts | {one.id: ATTACHMENTS for one in report.attachments}


def with_findings(parts: Iterable[Part], findings: Iterable[Finding], report: Report) -> tuple[Part, ...]:
    """The parts, those in which words are to be put right with their number; a hint changes nothing.

    What is missing altogether is said by the part's own state: a report that was just begun is not full of alarms.
    """
    sections, found = parts_by_section(report), dict[str, list[Severity]]()
    for one in findings:
        if one.spot is not None and one.severity is not Severity.HINT:
            found.setdefault(sections.get(one.spot.place.section, FRONT), []).append(one.severity)
    return tuple(_with_severities(one, found.get(one.id, ())) for one in parts)


def _with_severities(part: Part, severities: Sequence[Severity]) -> Part:
    if not severities or part.state in (State.EMPTY, State.OPTIONAL):
        return part
    return replace(part, state=State.BLOCKED if Severity.BLOCK in severities else State.WRONG, count=len(severities))


def section_state(report_type: ReportType, section: Section) -> State:
    """The state of one section."""
    kind = report_type.section(section.kind)
    if section_is_empty(fields_of(kind), section):
        return State.EMPTY if kind is None or kind.required else State.OPTIONAL
    return State.DONE if section.done else State.BEGUN


def _front_state(report_type: ReportType, report: Report) -> State:
    if report.front.date.text and report.front.date.day is None:
        return State.PROBLEM
    lacking = any(hole.lack is Lack.FRONT for hole in find_holes(report_type, report))
    return State.BEGUN if lacking else State.DONE
