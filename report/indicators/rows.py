"""The sheet of all indicators as rows: groups, values with their states, comparisons, messages. No looks, no Qt."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from report.document import Place
from report.indicators.catalogue import Group, Indicator
from report.indicators.comparison import Comparison, amount_words, compare
from report.indicators.edits import is_shown
from report.indicators.expressions import parse_term
from report.indicators.figures import NOT_APPLICABLE, OWN
from report.indicators.formulas import resolver
from report.indicators.rules import RuleFinding, Severity, spell
from report.indicators.values import Values


class ValueState(StrEnum):
    """What kind of value a cell holds; each looks different.

    MISSING is a value that is asked for: the text quotes it, last year's report has one, or the clerk made the
    indicator; OPTIONAL one that nothing asks for.
    """

    NUMBER = "number"
    ZERO = "zero"
    NOT_APPLICABLE = "not-applicable"
    MISSING = "missing"
    OPTIONAL = "optional"
    COMPUTED = "computed"
    UNREAD = "unread"


class Gravity(StrEnum):
    """What a message asks for: to be read right, to be put right, to be looked at, nothing."""

    BLOCK = "block"
    SHOULD = "should"
    HINT = "hint"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Message:
    """One line below a row; `rule` is the id of the relation that it is about, `place` a place in the text."""

    gravity: Gravity
    sentence: str
    rule: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator.

    `text` is its value as the cell shows it, for UNREAD what was typed; `derived` how a computed value came about;
    `depth` how many indicators it is a part of that stand above it.
    """

    id: str
    name: str
    label: str
    depth: int
    state: ValueState
    text: str
    unit: str
    comparison: Comparison
    quotes: int
    note: str = ""
    derived: str = ""
    messages: tuple[Message, ...] = ()

    @property
    def gravity(self) -> Gravity | None:
        """The gravest of its messages."""
        order = list(Gravity)
        return min((one.gravity for one in self.messages), key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class GroupRows:
    """A group with those of its rows that are in view; `count`, `given` and `missing` tell of all of them."""

    id: str
    name: str
    rows: tuple[FigureRow, ...]
    count: int = 0
    given: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many indicators are in the groups shown, how many of them have a value, and so on; `wrong` are messages."""

    total: int = 0
    given: int = 0
    missing: int = 0
    not_applicable: int = 0
    wrong: int = 0
    unusual: int = 0


@dataclass(frozen=True, slots=True)
class Typed:
    """What a clerk typed that is no value, and why."""

    text: str
    sentence: str


@dataclass(frozen=True)
class Knowledge:
    """What the rows are made from.

    By indicator, `notes` are sentences about how something typed was read, and `remarks` what else is to be said.
    """

    values: Values
    last: Values | None = None
    findings: Sequence[RuleFinding] = ()
    quotes: Mapping[str, int] = field(default_factory=dict[str, int])
    unread: Mapping[str, Typed] = field(default_factory=dict[str, Typed])
    notes: Mapping[str, str] = field(default_factory=dict[str, str])
    remarks: Mapping[str, Sequence[Message]] = field(default_factory=dict[str, Sequence[Message]])
    office: str = ""


def quote_counts(indicators: Iterable[str]) -> Mapping[str, int]:
    """How often each is quoted."""
    return Counter(indicators)


def shown_groups(known: Knowledge) -> list[Group]:
    """The groups in view; that of the report's own indicators as soon as there are any."""
    values = known.values
    return [
        one for one in values.groups if is_shown(values, one.id, known.office) and (one.id != OWN or values.figures.own)
    ]


def make_rows(known: Knowledge, groups: Sequence[Group] | None = None) -> tuple[GroupRows, ...]:
    """The rows of these groups, else of all that are shown."""
    making = _Making(known, groups)
    return tuple(making.group(one) for one in making.groups)


def gathered(group: str, name: str, rows: tuple[FigureRow, ...]) -> GroupRows:
    """A group of these rows, all in view."""
    missing = sum(one.state in _ASKED for one in rows)
    optional = sum(one.state is ValueState.OPTIONAL for one in rows)
    return GroupRows(group, name, rows, len(rows), len(rows) - missing - optional, missing)


def count_rows(groups: Iterable[GroupRows]) -> Counts:
    """The counts over rows."""
    rows = [row for group in groups for row in group.rows]
    states = Counter(row.state for row in rows)
    missing = sum(states[one] for one in _ASKED)
    not_applicable = states[ValueState.NOT_APPLICABLE]
    given = len(rows) - missing - not_applicable - states[ValueState.OPTIONAL]
    wrong = sum(one.gravity in _WRONG for row in rows for one in row.messages)
    unusual = sum(row.comparison.is_unusual for row in rows)
    return Counts(len(rows), given, missing, not_applicable, wrong, unusual)


_ASKED: Final = (ValueState.MISSING, ValueState.UNREAD)
_WRONG: Final = (Gravity.BLOCK, Gravity.SHOULD)


class Filter(StrEnum):
    """Which rows are looked at."""

    ALL = "all"
    MISSING = "missing"
    WRONG = "wrong"
    UNUSUAL = "unusual"


def picked(groups: Iterable[GroupRows], which: Filter, findings: Sequence[RuleFinding] = ()) -> frozenset[str]:
    """The ids of the rows that a filter lets through: of a broken relation all indicators in it."""
    wrong = {name for one in findings if one.severity is Severity.HARD for name in one.indicators}
    tests: Mapping[Filter, Callable[[FigureRow], bool]] = {
        Filter.ALL: lambda row: True,
        Filter.MISSING: lambda row: row.state in _ASKED,
        Filter.WRONG: lambda row: row.id in wrong or row.gravity in _WRONG,
        Filter.UNUSUAL: lambda row: row.comparison.is_unusual,
    }
    test = tests[which]
    return frozenset(row.id for group in groups for row in group.rows if test(row))


def only(groups: Iterable[GroupRows], ids: frozenset[str] | None) -> tuple[GroupRows, ...]:
    """The rows of these ids; groups of which none is left go. A row whose whole is not above it has its full name."""
    if ids is None:
        return tuple(groups)
    return tuple(_kept(one, ids) for one in groups if any(row.id in ids for row in one.rows))


def _kept(group: GroupRows, ids: frozenset[str]) -> GroupRows:
    rows: list[FigureRow] = []
    above: list[bool] = []
    for row in group.rows:
        del above[row.depth :]
        whole = all(above)
        above.append(row.id in ids)
        if row.id in ids:
            rows.append(row if whole or not row.depth else _alone(row))
    return replace(group, rows=tuple(rows))


def _alone(row: FigureRow) -> FigureRow:
    return replace(row, label=row.name, depth=0)


class _Making:
    """Makes the rows of one sheet."""

    def __init__(self, known: Knowledge, groups: Sequence[Group] | None) -> None:
        self.known, self.values = known, known.values
        self.groups = list(shown_groups(known) if groups is None else groups)
        self._order = [one.id for group in self.groups for one in self.values.of_group(group.id)]
        self._messages = self._placed()

    def group(self, group: Group) -> GroupRows:
        rows = tuple(self._row(one) for one in self.values.of_group(group.id))
        return gathered(group.id, group.name, rows)

    def _placed(self) -> Mapping[str, list[Message]]:
        """The messages of the rules, each below the last of its indicators that has a value here."""
        places = {one: at for at, one in enumerate(self._order)}
        found: dict[str, list[Message]] = {}
        for one in self.known.findings:
            here = [name for name in one.indicators if name in places]
            given = [name for name in here if self.values.amount(name) is not None]
            if here:
                below = max(given or here, key=places.__getitem__)
                gravity = Gravity.SHOULD if one.severity is Severity.HARD else Gravity.HINT
                found.setdefault(below, []).append(Message(gravity, one.sentence, one.rule))
        return found

    def _row(self, one: Indicator) -> FigureRow:
        values, known = self.values, self.known
        comparison, quotes = compare(values, one.id, known.last), known.quotes.get(one.id, 0)
        state, text = self._value(one.id)
        if state is ValueState.MISSING and not quotes and comparison.last is None and one.group != OWN:
            state = ValueState.OPTIONAL
        return FigureRow(
            id=one.id,
            name=one.name,
            label=one.label,
            depth=sum(1 for _above in self._wholes(one)),
            state=state,
            text=text,
            unit=values.unit(one.id),
            comparison=comparison,
            quotes=quotes,
            note=values.figures.of(one.id).note,
            derived=self._derived(one) if state is ValueState.COMPUTED else "",
            messages=tuple(self._said(one.id)),
        )

    def _said(self, indicator: str) -> Iterator[Message]:
        unread, note = self.known.unread.get(indicator), self.known.notes.get(indicator)
        if unread is not None:
            yield Message(Gravity.BLOCK, unread.sentence)
        if note:
            yield Message(Gravity.NOTE, note)
        yield from self._messages.get(indicator, ())
        yield from self.known.remarks.get(indicator, ())

    def _value(self, indicator: str) -> tuple[ValueState, str]:
        values, unread = self.values, self.known.unread.get(indicator)
        if unread is not None:
            return ValueState.UNREAD, unread.text
        amount = values.amount(indicator)
        if values.is_computed(indicator):
            return ValueState.COMPUTED, amount_words(amount)
        if amount is None:
            return (ValueState.COMPUTED, amount_words(None)) if self._has_no_whole(indicator) else _MISSING
        if amount is NOT_APPLICABLE:
            return ValueState.NOT_APPLICABLE, amount.value
        return ValueState.ZERO if amount == 0 else ValueState.NUMBER, amount_words(amount)

    def _has_no_whole(self, indicator: str) -> bool:
        """Whether all that it is computed from is given and yet nothing comes of it: a share of nothing."""
        parts = self.values.parts(indicator)
        return bool(parts) and all(self.values.amount(one) is not None for one in parts)

    def _derived(self, one: Indicator) -> str:
        return spell(self.values, parse_term(one.formula, resolver(self.values.catalogue)))

    def _wholes(self, one: Indicator) -> Iterator[Indicator]:
        seen = {one.id}
        while one.parent and one.parent not in seen:
            seen.add(one.parent)
            above = self.values.indicator(one.parent)
            if above is None:
                return
            yield above
            one = above


_MISSING: Final = (ValueState.MISSING, "")
