"""New reports from a type, and what a type's patterns give where a report lacks it."""

from dataclasses import replace
from types import MappingProxyType

from report.content import Paragraph
from report.identity import NewId
from report.report import Report, Section, TypeRef
from report.template import ReportType, fill, year_words


def reference(report_type: ReportType) -> TypeRef:
    """Which type, and which state of it."""
    return TypeRef(report_type.id, report_type.edition, report_type.hash)


def new_report(report_type: ReportType, year: int, office: str, new_id: NewId) -> Report:
    """An empty report of a type: its sections with their headings, the front matter that the patterns give."""
    words = {**year_words(year), "office": office}
    sections = tuple(Section(new_id(), fill(kind.heading, words), kind.id) for kind in report_type.sections)
    preface = fill(report_type.preface, words).strip()
    report = Report(
        id=new_id(),
        type=reference(report_type),
        year=year,
        preface=tuple(Paragraph(new_id(), line.strip()) for line in preface.splitlines() if line.strip()),
        sections=sections,
    )
    return fill_front(report_type, report, office=office, addressee=report_type.addressee)


def fill_front(
    report_type: ReportType,
    report: Report,
    *,
    year: int | None = None,
    office: str | None = None,
    addressee: str = "",
) -> Report:
    """The report with year, office, title, signatory and addressee filled in where they are missing.

    Nothing that is there is changed. A title needs year and office, a signatory the office.
    """
    front = report.front
    year = report.year if report.year is not None else year
    office = front.office or office or ""
    words = MappingProxyType({**year_words(year), "office": office})
    title = fill(report_type.title, words) if office and year is not None else ""
    filled = replace(
        front,
        office=office,
        title=front.title or title,
        signatory=front.signatory or (fill(report_type.signatory, words) if office else ""),
        addressee=front.addressee or fill(addressee, words),
    )
    return replace(report, year=year, front=filled)
