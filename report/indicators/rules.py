"""Which relations between a report's indicators do not hold, in words; and all that concern one of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from report.indicators.catalogue import Catalogue, Rule
from report.indicators.expressions import Comparison, Condition, Joined, Not, Term, names_in, parse_condition
from report.indicators.figures import NOT_APPLICABLE, Amount
from report.indicators.formulas import resolver, term_of
from report.indicators.judging import Truth, evaluate, judge
from report.indicators.spelling import spelling
from report.indicators.values import Values
from report.recognition.numerals import as_written

SUM = "sum"
"""What stands in braces in a sentence for the value of the right side."""
_BRACED = re.compile(r"\{([^{}]*)\}")
Said = Callable[[str], bool]
"""Whether the text of the report says something."""


class Severity(Enum):
    """How sure it is that something is wrong."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A relation that does not hold: its rule, the indicators in it, what is wrong in words."""

    rule: str
    severity: Severity
    indicators: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that concerns an indicator, whether it holds, and its spelling with the values of now."""

    rule: Rule
    truth: Truth
    spelling: str


def nothing_said(words: str) -> bool:
    """For a report without text."""
    del words
    return False


def broken_rules(values: Values, said: Said = nothing_said) -> tuple[RuleFinding, ...]:
    """Every rule that does not hold, and each share that was given without, or against, its parts."""
    known = _Known(values, said)
    rules = (
        RuleFinding(
            rule.id,
            Severity.HARD if rule.hard else Severity.SOFT,
            _ids(condition),
            _sentence(values, rule, condition, known),
        )
        for rule, condition in conditions(values.catalogue)
        if judge(condition, known) is Truth.BROKEN
    )
    return (*rules, *_shares(values))


def relations(values: Values, indicator: str, said: Said = nothing_said) -> tuple[Relation, ...]:
    """The rules in which an indicator stands: those that do not hold, and those that hold with all values given."""
    known = _Known(values, said)
    found: list[Relation] = []
    for rule, condition in conditions(values.catalogue):
        if indicator in names_in(condition):
            truth = judge(condition, known)
            full = all(values.amount(one) is not None for one in _compared(condition))
            if truth is Truth.BROKEN or (truth is Truth.HOLDS and full):
                found.append(Relation(rule, truth, spell(values, condition)))
    return tuple(found)


def _compared(condition: Condition) -> Iterator[str]:
    """The indicators whose values are compared, not only asked for."""
    match condition:
        case Comparison():
            yield from names_in(condition)
        case Joined(_, left, right):
            yield from _compared(left)
            yield from _compared(right)
        case Not(opposite):
            yield from _compared(opposite)
        case _:
            return


@lru_cache(maxsize=8)
def conditions(catalogue: Catalogue) -> tuple[tuple[Rule, Condition], ...]:
    """The rules with what their expressions mean. Raises BadExpression."""
    resolve = resolver(catalogue)
    return tuple((rule, parse_condition(rule.expression, resolve)) for rule in catalogue.rules)


def spell(values: Values, expression: Condition | Term) -> str:
    """A relation as one would write it by hand: 行政处罚决定46＝简易程序12＋普通程序34."""
    return spelling(expression, lambda one: _label(values, one), lambda one: _value(values, one))


@dataclass(frozen=True, slots=True)
class _Known:
    values: Values
    says: Said

    def amount(self, indicator: str) -> Amount:
        return self.values.amount(indicator)

    def said(self, words: str) -> bool:
        return self.says(words)


def _shares(values: Values) -> Iterator[RuleFinding]:
    """Given shares: without their parts nobody can check them; against their parts one of the three is wrong."""
    for indicator, figure in values.figures.given.items():
        known = values.indicator(indicator)
        given = figure.amount
        if known is None or not known.is_share or not known.formula or not isinstance(given, Decimal):
            continue
        ids = (indicator, *values.parts(indicator))
        said = f"{known.name}{as_written(given)}%"
        computed = values.at_decimals(indicator, values.decimals(indicator))
        missing = _named(values, ids[1:], None)
        nothing = _named(values, ids[1:], NOT_APPLICABLE)
        if missing:
            sentence = f"写了{said}，还没有填{missing}，无从核对。"
            yield RuleFinding("share-without-parts", Severity.SOFT, ids, sentence)
        elif computed is None and nothing:
            sentence = f"写了{said}，{nothing}填的却是不适用，请核对。"
            yield RuleFinding("share-of-nothing", Severity.HARD, ids, sentence)
        elif computed is None:
            sentence = f"{known.name}的分母是0，不写百分率。"
            yield RuleFinding("share-of-nothing", Severity.HARD, ids, sentence)
        elif computed != given:
            taken = spelling(term_of(values.catalogue, known), lambda _one: "", lambda one: _written(values, one))
            sentence = f"写了{said}，按{taken}算出是{as_written(computed)}%。"
            yield RuleFinding("share", Severity.HARD, ids, sentence)


def _named(values: Values, ids: tuple[str, ...], amount: Amount) -> str:
    """The names of the indicators of which nothing is given, or of which there is nothing."""
    return "、".join(values.name(one) for one in ids if values.amount(one) is amount)


def _sentence(values: Values, rule: Rule, condition: Condition, known: _Known) -> str:
    words = {one: _written(values, one) for one in names_in(condition)} | {SUM: _sum(condition, known)}
    return _BRACED.sub(lambda match: words.get(match[1], match[0]), rule.sentence)


def _sum(condition: Condition, known: _Known) -> str:
    """What the right side of an equation comes to, as far as it is given."""
    if isinstance(condition, Comparison):
        found = evaluate(condition.terms[-1], known)
        return as_written(found.low) if found and found.low is not None else ""
    return ""


def _written(values: Values, indicator: str) -> str:
    unit = values.unit(indicator) if isinstance(values.amount(indicator), Decimal) else ""
    return _value(values, indicator, "（{}）") + unit


def _value(values: Values, indicator: str, lacking: str = "{}") -> str:
    """A value as it is written, else in the frame of `lacking` why there is none."""
    amount = values.amount(indicator)
    if isinstance(amount, Decimal):
        return as_written(amount)
    return lacking.replace("{}", "待填" if amount is None else amount.value)


def _label(values: Values, indicator: str) -> str:
    known = values.indicator(indicator)
    return known.label.removeprefix("其中：") if known else indicator


def _ids(condition: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names_in(condition)))
