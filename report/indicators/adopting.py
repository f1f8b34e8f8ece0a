"""What was recognised in a text becomes figures and links: no word of the text changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from report.content import Link, Paragraph
from report.indicators.catalogue import Catalogue, Indicator
from report.indicators.edits import followed_where_agreed
from report.indicators.figures import Figure, Figures
from report.indicators.quoting import map_paragraphs, quotations, reads, set_figures
from report.indicators.rules import RuleFinding, Severity, broken_rules
from report.indicators.values import Values, own_indicator, values_of, with_own
from report.linked_text import linked
from report.recognition.report_numbers import Recognised, recognise
from report.report import Report
from report.template import ReportType


def adopt(report_type: ReportType, report: Report, found: Iterable[Recognised]) -> Report:
    """The report with these counts as its figures, quoted where they stand.

    A count that the catalogue does not have becomes an indicator of the report's own. The first place that states one
    gives the value, or a later one where only that fits the relations between the values; a place that says another, or
    other than a computed value that the text quotes already, stays plain text. Zeros in words and cells of tables give
    values to indicators of the catalogue, and are not linked.
    """
    adopting = _Adopting(report_type.catalogue, report)
    places = [(one, indicator) for one in found if (indicator := adopting.take(one))]
    figures = settled(report_type.catalogue, adopting.figures, adopting.stated)
    figures = followed_where_agreed(report_type.catalogue, figures)
    report = set_figures(report_type, report, figures)
    return _linked(report, values_of(report_type.catalogue, figures), places)


def adopt_known(report_type: ReportType, report: Report) -> tuple[Report, int]:
    """The report with what its text counts of the catalogue, and how many counts the catalogue does not have."""
    found = recognise(report_type, report, report_type.catalogue)
    unknown = sum(1 for one in found if one.indicator is None and not one.implied and one.row < 0)
    return adopt(report_type, report, (one for one in found if one.indicator)), unknown


class _Adopting:
    """Figures that grow by what was recognised."""

    def __init__(self, catalogue: Catalogue, report: Report) -> None:
        self.figures = figures = report.figures
        before = values_of(catalogue, figures)
        self._said = {one.link.indicator for one in quotations(report) if before.is_computed(one.link.indicator)}
        self._catalogue = catalogue
        self.stated: dict[str, list[Figure]] = {}
        self._own = {(one.name, one.unit): one for one in figures.own}

    def take(self, one: Recognised) -> str:
        """The indicator that a place states, "" for one that is none; its value is taken when it has none yet."""
        indicator = self._indicator(one)
        if indicator is None:
            return ""
        is_taken = indicator.id in self.stated
        if is_taken or (self.figures.of(indicator.id).amount is None and indicator.id not in self._said):
            usual = values_of(self._catalogue, self.figures).usual_unit(indicator)
            unit = "" if one.unit in (usual, "") else one.unit
            old = self.figures.of(indicator.id)
            figure = Figure(Decimal(one.value), unit, old.note, old.source)
            if not is_taken:
                self.figures = self.figures.with_figure(indicator.id, figure)
            self.stated.setdefault(indicator.id, []).append(figure)
        return indicator.id

    def _indicator(self, one: Recognised) -> Indicator | None:
        known = self._catalogue.by_id.get(one.indicator or "")
        if known is not None or one.implied or one.row >= 0:
            return known
        own = self._own.get((one.name, one.unit))
        if own is None:
            own = own_indicator(self.figures, one.name, one.unit)
            self._own[one.name, one.unit] = own
            self.figures = with_own(self.figures, own)
        return own


def settled(catalogue: Catalogue, figures: Figures, stated: Mapping[str, Sequence[Figure]]) -> Figures:
    """The figures with another of the values that the text states for an indicator, where fewer relations break by it.

    行政处罚决定31件 of one sentence are those of 普通程序; with 作出行政处罚86件 of the next 简易程序55件 fit, too.
    """
    for rule in _broken(catalogue, figures):
        for indicator in rule.indicators:
            for other in stated.get(indicator, ())[1:]:
                trial = figures.with_figure(indicator, other)
                if len(_broken(catalogue, trial)) < len(_broken(catalogue, figures)):
                    figures = trial
    return figures


def _broken(catalogue: Catalogue, figures: Figures) -> list[RuleFinding]:
    return [one for one in broken_rules(values_of(catalogue, figures)) if one.severity is Severity.HARD]


def _linked(report: Report, values: Values, places: Iterable[tuple[Recognised, str]]) -> Report:
    wanted: dict[str, list[tuple[Recognised, str]]] = defaultdict(list)
    for one, indicator in places:
        if one.row < 0 and not one.implied and counts_alike(values, one, indicator):
            wanted[one.place.block].append((one, indicator))

    def link(paragraph: Paragraph) -> Paragraph:
        shift = len(paragraph.text) - len(paragraph.text.lstrip())
        for one, indicator in wanted.get(paragraph.id, ()):
            new = Link(one.start + shift, one.end + shift, indicator)
            taken = any(other.start < new.end and new.start < other.end for other in paragraph.links)
            if not taken and new.end <= len(paragraph.text) and reads(values, new, paragraph.text):
                paragraph = linked(paragraph, new)
        return paragraph

    return map_paragraphs(report, link)


def counts_alike(values: Values, one: Recognised, indicator: str) -> bool:
    """Whether a place counts in the indicator's unit; 件 and 起 of one choice say the same."""
    unit = values.unit(indicator)
    known = values.indicator(indicator)
    if one.unit == unit or known is None or not known.unit.startswith("@"):
        return one.unit == unit
    choice = next((each for each in values.catalogue.choices if each.id == known.unit[1:]), None)
    return choice is not None and one.unit in choice.units
