"""What of a report goes on the website: nothing that is between offices, nobody's notes."""

from dataclasses import replace
from types import MappingProxyType

from report.report import Report

BETWEEN_OFFICES = (
    *("addressee", "signer", "copy_number", "secrecy", "urgency", "issuer_mark", "document_number"),
    *("copy_to", "printer", "contact"),
)
"""Fields of the front matter that the public copy leaves out; `compose` leaves out the same."""
PUBLICATION_NOTE = "此件公开发布"
"""附注 of GB/T 9704—2012, 7.3.6: how far a document may spread."""


def published(report: Report) -> Report:
    """The report without them, without what was ignored and why, without notes and sources of figures."""
    front = replace(report.front, **dict.fromkeys(BETWEEN_OFFICES, ""))
    given = {name: replace(one, note="", source="") for name, one in report.figures.given.items()}
    return replace(
        report,
        front=front,
        figures=replace(report.figures, given=MappingProxyType(given)),
        carried=MappingProxyType({}),
        ignored=MappingProxyType({}),
    )


def says_publication(report: Report) -> bool:
    """Whether the report's 附注 already says how it is published."""
    return "公开" in report.front.annotation


def with_publication_note(report: Report) -> Report:
    """The report whose 附注 says that it is published, behind whatever else stands there."""
    if says_publication(report):
        return report
    before = report.front.annotation.strip().removeprefix("（").removesuffix("）")
    note = "，".join(filter(None, (before, PUBLICATION_NOTE)))
    return replace(report, front=replace(report.front, annotation=note))
