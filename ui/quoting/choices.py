"""Which indicators fit what was typed, as rows of the list."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.indicators.edits import is_shown
from report.indicators.searching import search
from report.indicators.values import Values
from report.recognition.numerals import as_written
from resources.i18n import _
from ui.quoting.picker import Choice


def find_choices(values: Values, words: str, office: str = "", kind: str = "") -> Sequence[Choice]:
    """The indicators in view when nothing is typed, else those that fit; at the end a new one of that name.

    Those of a section of type `kind` come first.
    """
    words = words.strip()
    if not words:
        return [_choice(values, one) for one in _in_view(values, office, kind)]
    found = [_choice(values, one) for one in search(values, words)]
    if not any(one.name == words for one in found):
        found.append(Choice("", words, new=True))
    return found


def _in_view(values: Values, office: str, kind: str) -> Iterator[str]:
    shown = [one for one in values.groups if is_shown(values, one.id, office)]
    for group in sorted(shown, key=lambda one: kind not in one.sections[:1]):
        yield from (one.id for one in values.of_group(group.id))


def _choice(values: Values, indicator: str) -> Choice:
    known = values.indicator(indicator)
    amount = values.amount(indicator)
    group = next((one.name for one in values.groups if known and one.id == known.group), "")
    number = isinstance(amount, Decimal)
    value = as_written(amount) + values.unit(indicator) if isinstance(amount, Decimal) else ""
    if not number:
        value = _("待填") if amount is None else _("不适用")
    return Choice(indicator, values.name(indicator), value, group, missing=amount is None)
