"""`set`: give an indicator of a stored report a value, as typed in the window."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from report.errors import ReportError
from report.indicators.amounts import UnreadableAmount, read_amount
from report.indicators.catalogue import Indicator
from report.indicators.edits import set_figure
from report.indicators.quoting import values_in
from report.indicators.values import Values
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

    def change(store: "Store") -> None:
        report = store.load(report_id).report
        report_type = type_of(types, report.type.id)
        values = values_in(report_type, report)
        indicator = _indicator(values, options.indicator)
        typed = read_amount(options.value, values.unit(indicator.id))
        old = report.figures.of(indicator.id)
        figure = replace(old, amount=typed.amount, unit=typed.unit or old.unit, note=typed.note)
        after = set_figure(report_type, report, indicator.id, figure)
        store.save(after, login(), _("改指标“{name}”").format(name=indicator.name))

    try:
        write(options.data, change)
    except UnreadableAmount as error:
        raise CommandFailure(amount_sentence(error)) from error
    except ReportError as error:
        raise CommandFailure(sentence(error)) from error
    return 0


def _indicator(values: Values, wanted: str) -> Indicator:
    """The indicator of that id, else of that name. Raises CommandFailure."""
    known = values.indicator(wanted)
    named = [one for one in values if wanted in (one.name, one.short)]
    if known is None and len(named) == 1:
        known = named[0]
    if known is None:
        told = _("没有“{wanted}”这个指标。") if not named else _("叫“{wanted}”的指标不止一个，请写它的编号。")
        raise CommandFailure(told.format(wanted=wanted) + _("show --json 列出文中的指标。"))
    return known
