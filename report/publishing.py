"""What of a report goes on the website: nothing that is between offices, nobody's notes."""

from dataclasses import replace
from types import MappingProxyType

from report.report import Report

BETWEEN_OFFICES = (
    *("addressee", "signer", "copy_number", "secrecy", "urgency", "issuer_mark", "document_number"),
    *("copy_to", "printer", "contact"),
)
"""Fields of the front matter that the public copy leaves out; `compose` leaves out the same."""


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
