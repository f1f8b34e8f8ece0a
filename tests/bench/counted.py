"""A report with three hundred indicators, thirty of them quoted in one section's text."""

from dataclasses import replace
from decimal import Decimal

from report.content import Link, Paragraph
from report.indicators.figures import Figure
from report.indicators.quoting import set_figures, values_in
from report.indicators.values import own_indicator, with_own
from report.report import TEXT_FIELD, Report
from report.template import ReportType

INDICATORS, LINKS, ONE = 300, 30, "penalties"
_GIVEN = Decimal(46)


def counted(report_type: ReportType, report: Report, section: int, *, of_one: bool = False) -> Report:
    """The report with values for all, the links in a section by its place; `of_one`: all to the indicator ONE."""
    figures = report.figures
    for number in range(INDICATORS - len(report_type.catalogue.indicators) - len(figures.own)):
        figures = with_own(figures, own_indicator(figures, f"本单位的第{number + 1}项工作", "件"))
    plain = [one for one in report_type.catalogue.indicators if not one.formula] + list(figures.own)
    for one in plain:
        figures = figures.with_figure(one.id, Figure(_GIVEN))
    report = set_figures(report_type, report, figures)
    names = [ONE] * LINKS if of_one else [one.id for one in plain[:: len(plain) // LINKS][:LINKS]]
    values = values_in(report_type, report)
    blocks = tuple(_quoting(number, values.name(name), name) for number, name in enumerate(names))
    changed = report.sections[section]
    changed = changed.with_value(TEXT_FIELD, (*changed.text, *blocks))
    return replace(report, sections=(*report.sections[:section], changed, *report.sections[section + 1 :]))


def _quoting(number: int, name: str, indicator: str) -> Paragraph:
    before = f"全年{name}"
    words = str(_GIVEN)
    text = f"{before}{words}件，比上年有所增加，做到底数清、情况明，按时办结，没有遗漏。"
    return Paragraph(f"quoting{number}", text, links=(Link(len(before), len(before) + len(words), indicator),))
