"""What is wrong with the indicators of a whole report: its values judged together with its text."""

from report.content import Paragraph
from report.indicators.quoting import values_in
from report.indicators.rules import Relation, RuleFinding, Said, broken_rules, relations
from report.report import Report
from report.template import ReportType


def says(report: Report) -> Said:
    """Whether the text of a report has some words."""
    texts: list[str] = []

    def said(words: str) -> bool:
        if not texts:
            texts.extend(one.text for blocks in report.blocks() for one in blocks if isinstance(one, Paragraph))
            texts.append("")
        return any(words in text for text in texts)

    return said


def findings_of(report_type: ReportType, report: Report) -> tuple[RuleFinding, ...]:
    """The relations that do not hold in a report."""
    return broken_rules(values_in(report_type, report), says(report))


def relations_of(report_type: ReportType, report: Report, indicator: str) -> tuple[Relation, ...]:
    """The relations in which an indicator of a report stands, as far as they can be told."""
    return relations(values_in(report_type, report), indicator, says(report))
