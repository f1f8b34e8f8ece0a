"""Which relations between a report's indicators do not hold, in words; and all that concern one of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from report.indicators.catalogue import Catalogue, Rule
from report.indicators.expressions import (
    Arithmetic,
    Comparison,
    Condition,
    Joined,
    Name,
    Number,
    Term,
    names_in,
    parse_condition,
)
from report.indicators.figures import Amount
from report.indicators.formulas import resolver
from report.indicators.judging import Truth, evaluate, judge
from report.indicators.values import Values
from report.recognition.numerals import as_written

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
    """Every rule in which an indicator stands and all whose values are given, or that does not hold."""
    known = _Known(values, said)
    found: list[Relation] = []
    for rule, condition in conditions(values.catalogue):
        if indicator in names_in(condition):
            truth = judge(condition, known)
            if truth is not Truth.UNKNOWN:
                found.append(Relation(rule, truth, spell(values, condition)))
    return tuple(found)


@lru_cache(maxsize=8)
def conditions(catalogue: Catalogue) -> tuple[tuple[Rule, Condition], ...]:
    """The rules with what their expressions mean. Raises BadExpression."""
    resolve = resolver(catalogue)
    return tuple((rule, parse_condition(rule.expression, resolve)) for rule in catalogue.rules)


def spell(values: Values, expression: Condition | Term) -> str:
    """A relation as one would write it by hand: 46＝简易程序12＋普通程序34."""
    match expression:
        case Number(value):
            return as_written(value)
        case Name(indicator):
            amount = values.amount(indicator)
            return _label(values, indicator) + (as_written(amount) if isinstance(amount, Decimal) else "待填")
        case Arithmetic(sign, left, right):
            return spell(values, left) + _SIGNS[sign] + spell(values, right)
        case Comparison(terms, signs):
            rest = (_SIGNS[sign] + spell(values, term) for sign, term in zip(signs, terms[1:], strict=True))
            return spell(values, terms[0]) + "".join(rest)
        case Joined(word, left, right):
            return spell(values, left) + _SIGNS[word] + spell(values, right)
        case _:
            return ""


_SIGNS = {
    **{"+": "＋", "-": "－", "*": "×", "/": "÷", "=": "＝", "<=": "≤", ">=": "≥", "<": "＜", ">": "＞", "!=": "≠"},
    **{"and": "，", "or": "或", "=>": "，则"},
}


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
        parts = values.parts(indicator)
        computed = values.at_decimals(indicator, values.decimals(indicator))
        said = f"{known.name}{as_written(given)}%"
        if computed is None and any(values.amount(one) is None for one in parts):
            names = "、".join(values.name(one) for one in parts if values.amount(one) is None)
            sentence = f"写了{said}，还没有填{names}，无从核对。"
            yield RuleFinding("share-without-parts", Severity.SOFT, (indicator, *parts), sentence)
        elif computed is None:
            sentence = f"{known.name}的分母是0，不写百分率。"
            yield RuleFinding("share-of-nothing", Severity.HARD, (indicator, *parts), sentence)
        elif computed != given:
            taken = "÷".join(_written(values, one) for one in parts)
            sentence = f"写了{said}，按{taken}算出是{as_written(computed)}%。"
            yield RuleFinding("share", Severity.HARD, (indicator, *parts), sentence)


def _sentence(values: Values, rule: Rule, condition: Condition, known: _Known) -> str:
    words = {one: _written(values, one) for one in names_in(condition)}
    found = rule.sentence
    for name, value in words.items():
        found = found.replace("{" + name + "}", value)
    return found.replace("{sum}", _sum(condition, known))


def _sum(condition: Condition, known: _Known) -> str:
    """What the right side of an equation comes to, as far as it is given."""
    if isinstance(condition, Comparison):
        found = evaluate(condition.terms[-1], known)
        return as_written(found.low) if found and found.low is not None else ""
    return ""


def _written(values: Values, indicator: str) -> str:
    amount = values.amount(indicator)
    return as_written(amount) + values.unit(indicator) if isinstance(amount, Decimal) else "（待填）"


def _label(values: Values, indicator: str) -> str:
    known = values.indicator(indicator)
    return known.label.removeprefix("其中：") if known else indicator


def _ids(condition: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names_in(condition)))
