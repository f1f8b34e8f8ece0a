"""`set`: give an indicator of a stored report a value, as typed in the window."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from report.errors import ReportError
from report.indicators.amounts import UnreadableAmount, read_amount
from report.indicators.catalogue import Indicator
from report.indicators.edits import set_figure
from report.indicators.quoting import values_in
from report.indicators.values import Values
from report.report import Report
from report.template import ReportType
from resources.i18n import _
from ui.commands.failure import CommandFailure
from ui.commands.reports import login, write
from ui.commands.sources import all_types, known_id, type_of
from ui.figure_sentences import amount_sentence
from ui.sentences import sentence

if TYPE_CHECKING:
    from storage.store import Store


def run_set(options: Namespace) -> int:
    """Change one value; the text that quotes it follows. Raises CommandFailure."""
    types = all_types()
    report_id = known_id(options.report)

    def change(store: "Store") -> Exception | None:
        report = store.load(report_id).report
        try:
            after, name = _changed(types, report, options.indicator, options.value)
        except (ReportError, CommandFailure) as error:
            return error  # the storage thread takes whatever is raised for a fault of the store
        store.save(after, login(), _("改指标“{name}”").format(name=name))
        return None

    error = write(options.data, change)
    if isinstance(error, UnreadableAmount):
        raise CommandFailure(amount_sentence(error)) from error
    if isinstance(error, CommandFailure):
        raise error
    if error is not None:
        raise CommandFailure(sentence(error)) from error
    return 0


def _changed(types: Sequence[ReportType], report: Report, wanted: str, typed: str) -> tuple[Report, str]:
    """The report with another value, and the name of the indicator. Raises CommandFailure and ReportError."""
    report_type = type_of(types, report.type.id)
    values = values_in(report_type, report)
    indicator = _indicator(values, wanted)
    read = read_amount(typed, values.unit(indicator.id))
    old = report.figures.of(indicator.id)
    figure = replace(old, amount=read.amount, unit=read.unit or old.unit, note=read.note)
    return set_figure(report_type, report, indicator.id, figure), indicator.name


def _indicator(values: Values, wanted: str) -> Indicator:
    """The indicator of that id, else of that name. Raises CommandFailure."""
    known = values.indicator(wanted)
    named = [one for one in values if wanted in (one.name, one.short.removeprefix("其中："))]
    if known is None and len(named) == 1:
        known = named[0]
    if known is None:
        told = _("没有“{wanted}”这个指标。") if not named else _("叫“{wanted}”的指标不止一个，请写它的编号。")
        raise CommandFailure(told.format(wanted=wanted) + _("show --json 列出文中的指标。"))
    return known
