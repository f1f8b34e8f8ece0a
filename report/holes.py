"""Required parts that are still empty: what a submission must not lack."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from report import kinds
from report.compose import Copy, fields_of, section_label
from report.indicators.wording import missing_values
from report.report import Report, Section
from report.template import Field, ReportType
from report.texts import texts
from resources.i18n import N_


class Lack(StrEnum):
    """What is missing."""

    FRONT = "front"
    PREFACE = "preface"
    SECTION = "section"
    FIELD = "field"
    PART = "part"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Hole:
    """One missing thing.

    `lack` says which kind; `section` is the id of the section it belongs to ("" for front matter and for a part that
    the report has no section for); `name` is what the clerk calls it; `field` the field's id. Of a value that the text
    waits for, `block` is the entry in which it is quoted.
    """

    lack: Lack
    name: str
    section: str = ""
    field: str = ""
    block: str = ""


def find_holes(report_type: ReportType, report: Report, copy: Copy = Copy.SUBMISSION) -> tuple[Hole, ...]:
    """Everything that the copy must have and has not, in the order of the tabs; then the values its text waits for."""
    return (
        *_front(report, copy),
        *_sections(report_type, report),
        *_parts(report_type, report),
        *_values(report_type, report),
    )


def section_is_empty(kind_fields: tuple[Field, ...], section: Section) -> bool:
    """Whether no field of the section has anything."""
    return all(
        kinds.KINDS[field.kind].is_empty(section.values.get(field.id, kinds.KINDS[field.kind].empty()))
        for field in kind_fields
    )


def _front(report: Report, copy: Copy) -> Iterator[Hole]:
    front = report.front
    if not front.title.strip():
        yield Hole(Lack.FRONT, N_("标题"), field="title")
    if copy is not Copy.PUBLIC and not front.addressee.strip():
        yield Hole(Lack.FRONT, N_("主送机关"), field="addressee")
    if not front.signatory.strip():
        yield Hole(Lack.FRONT, N_("发文机关署名"), field="signatory")
    if not front.date.text.strip():
        yield Hole(Lack.FRONT, N_("成文日期"), field="date")


def _sections(report_type: ReportType, report: Report) -> Iterator[Hole]:
    for index, section in enumerate(report.sections):
        kind = report_type.section(section.kind)
        fields = fields_of(kind)
        if section_is_empty(fields, section):
            if kind is None or kind.required:
                name = section_label(report.numbering, index) + (kind.short if kind else section.heading)
                yield Hole(Lack.SECTION, name, section.id)
            continue
        for field in fields:
            codec = kinds.KINDS[field.kind]
            if field.required and codec.is_empty(section.values.get(field.id, codec.empty())):
                yield Hole(Lack.FIELD, field.label, section.id, field.id)


def _values(report_type: ReportType, report: Report) -> Iterator[Hole]:
    """Each place of the text that waits for a value."""
    for spot, text in texts(report, report_type):
        for found in missing_values(text):
            yield Hole(Lack.VALUE, found[0].strip("〔〕"), spot.place.section, spot.place.field, spot.place.block)


def _parts(report_type: ReportType, report: Report) -> Iterator[Hole]:
    present = {section.kind for section in report.sections}
    covered = {
        content
        for section in report.sections
        if (kind := report_type.section(section.kind))
        for content in kind.statutory
    }
    for kind in report_type.sections:
        if kind.required and kind.id not in present and not (kind.statutory and set(kind.statutory) <= covered):
            yield Hole(Lack.PART, kind.short)
