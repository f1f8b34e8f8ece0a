"""Edits of a report's figures, its text following. Each takes a report and gives a new one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from report.indicators.catalogue import Catalogue, Indicator
from report.indicators.figures import Amount, Figure, Figures
from report.indicators.quoting import set_figures, unlink_all, values_in
from report.indicators.values import Values, own_indicator, values_of, with_own, without_own
from report.recognition.numerals import as_written
from report.report import Report
from report.template import ReportType


def set_amount(report_type: ReportType, report: Report, indicator: str, amount: Amount) -> Report:
    """Give an indicator a value; the note and the source stay."""
    figure = replace(report.figures.of(indicator), amount=amount)
    return set_figure(report_type, report, indicator, figure)


def set_figure(report_type: ReportType, report: Report, indicator: str, figure: Figure) -> Report:
    """Change all that is known of an indicator.

    A rate or total that was given and agreed with its parts so far follows them from now on.
    """
    return set_many(report_type, report, {indicator: figure})


def set_many(report_type: ReportType, report: Report, changed: Mapping[str, Figure]) -> Report:
    """Change all that is known of several indicators, as `set_figure` does."""
    before = values_in(report_type, report)
    figures = replace(report.figures, given=MappingProxyType({**report.figures.given, **changed}))
    for one in [key for key, figure in changed.items() if figure == Figure()]:
        figures = figures.with_figure(one, Figure())
    for one in before:
        if one.id not in changed and _agrees(before, one.id) and not _all_parts(before, one.id).isdisjoint(changed):
            figures = figures.with_figure(one.id, _followed(before, one.id))
    return set_figures(report_type, report, followed_where_agreed(report_type.catalogue, figures, tuple(changed)))


def followed_where_agreed(catalogue: Catalogue, figures: Figures, ids: Iterable[str] | None = None) -> Figures:
    """The figures without the given values (of `ids`, else of all) that their parts say just so: these are computed."""
    values = values_of(catalogue, figures)
    for one in tuple(figures.given) if ids is None else ids:
        if _agrees(values, one):
            figures = figures.with_figure(one, _followed(values, one))
    return figures


def compute_again(report_type: ReportType, report: Report, indicator: str) -> Report:
    """Drop the given value of an indicator whose parts say it."""
    return set_figure(report_type, report, indicator, replace(report.figures.of(indicator), amount=None))


def choose_unit(report_type: ReportType, report: Report, choice: str, unit: str) -> Report:
    """Count all indicators of a unit choice in `unit` from now on."""
    units = MappingProxyType({**report.figures.units, choice: unit})
    return set_figures(report_type, report, replace(report.figures, units=units))


def show_group(report_type: ReportType, report: Report, group: str, *, shown: bool) -> Report:
    """Show or hide a group of indicators; their values stay."""
    groups = MappingProxyType({**report.figures.shown, group: shown})
    return set_figures(report_type, report, replace(report.figures, shown=groups))


def add_own(report_type: ReportType, report: Report, name: str, unit: str = "") -> tuple[Report, Indicator]:
    """Add an indicator of the report's own; the report and the indicator."""
    own = own_indicator(report.figures, name, unit)
    return set_figures(report_type, report, with_own(report.figures, own)), own


def change_own(report_type: ReportType, report: Report, own: Indicator) -> Report:
    """Rename an indicator of the report's own, or change its unit."""
    return set_figures(report_type, report, with_own(report.figures, own))


def remove_own(report_type: ReportType, report: Report, own: str) -> Report:
    """Remove an indicator of the report's own with its value; where the text quotes it, the words stay."""
    report = unlink_all(report, own)
    return set_figures(report_type, report, without_own(report.figures, own))


def is_shown(values: Values, group: str, office: str = "") -> bool:
    """Whether a group is in view: as the clerk chose, else as the type says for an office of that name."""
    chosen = values.figures.shown.get(group)
    if chosen is not None:
        return chosen
    known = values.catalogue.group(group)
    return known is None or known.shown or any(word in office for word in known.offices)


def _agrees(values: Values, indicator: str) -> bool:
    """Whether a given value is what its parts come to, at the decimals in which it is written."""
    given, computed = values.figures.of(indicator).amount, values.formula_value(indicator)
    if not isinstance(given, Decimal) or computed is None:
        return False
    agreed = values.at_decimals(indicator, values.decimals(indicator))
    return agreed is not None and as_written(agreed) == as_written(given)


def _followed(values: Values, indicator: str) -> Figure:
    """The figure without its value, which is computed with the same decimals from now on."""
    figure = values.figures.of(indicator)
    return replace(figure, amount=None, decimals=values.decimals(indicator))


def _all_parts(values: Values, indicator: str) -> set[str]:
    """The indicators from which one is computed, and those from which these are."""
    found, ahead = set[str](), list(values.parts(indicator))
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += values.parts(one)
    return found
