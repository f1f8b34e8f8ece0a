"""The language in which relations between indicators are written: read, never executed.

    exam_excellent <= exam_passed <= exam_taken <= exam_due
    services = services_licence + services_public
    penalty_money > 0 => penalties > 0
    said("未被撤销") => recon_revoked = 0 and suits_lost = 0
    not given(rules_filed_rate)

Names are ids of indicators, or their names where only one is called so. A value that is not given may be any number
from 0 on; a relation that depends on it is UNKNOWN, unless no such number could make it hold (or break). 不适用 adds
nothing to a sum, and by itself compares with nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, NoReturn, Protocol, TypeAlias

from report.indicators.figures import NOT_APPLICABLE, Amount

MOST_CHARACTERS, MOST_DEPTH = 2000, 30
COMPARISONS: Final = ("<=", ">=", "!=", "=", "<", ">")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<text>\"[^\"]*\"|“[^“”]*”)|(?P<name>[A-Za-z_][A-Za-z0-9_-]*|[\u3400-\u9fff]+)"
    r"|(?P<mark>=>|<=|>=|!=|[-+*/()=<>]))"
)
_WORDS = frozenset({"and", "or", "not", "given", "said"})


class Truth(Enum):
    """Whether a relation holds."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class BadExpression(ValueError):
    """An expression that is none: the column (from 1) and what is wrong there, in Chinese."""

    def __init__(self, column: int, problem: str) -> None:
        super().__init__(column, problem)
        self.column, self.problem = column, problem

    def __str__(self) -> str:
        """Column and problem in one line."""
        return f"第{self.column}个字符：{self.problem}"


class Known(Protocol):
    """What an expression is judged by."""

    def amount(self, indicator: str, /) -> Amount:
        """The value of an indicator."""
        ...

    def said(self, words: str, /) -> bool:
        """Whether the text says so."""
        ...


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is written in the expression."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator by its id."""

    indicator: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two terms and what is done with them: one of + - * /."""

    sign: str
    left: "Term"
    right: "Term"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Terms in a row, compared by `signs` (one less than terms)."""

    terms: tuple["Term", ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Whether a value is given by hand or computed."""

    indicator: str


@dataclass(frozen=True, slots=True)
class Said:
    """Whether the text says something."""

    words: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Joined:
    """Two conditions: and, or, => (if the first then the second)."""

    word: str
    left: "Condition"
    right: "Condition"


Term: TypeAlias = Number | Name | Arithmetic
Condition: TypeAlias = Comparison | Given | Said | Not | Joined
Resolve: TypeAlias = Callable[[str], str | None]
"""The id that a name means, None for one that means nothing or more than one."""


def parse_condition(text: str, resolve: Resolve) -> Condition:
    """The relation that a text writes. Raises BadExpression."""
    parser = _Parser(text, resolve)
    found = parser.rule()
    parser.end()
    return found


def parse_term(text: str, resolve: Resolve) -> Term:
    """The formula that a text writes. Raises BadExpression."""
    parser = _Parser(text, resolve)
    found = parser.term()
    parser.end()
    return found


def names_in(expression: Condition | Term) -> Iterator[str]:
    """The indicators of an expression, in the order in which they stand; one that stands twice is told twice."""
    match expression:
        case Name(indicator) | Given(indicator):
            yield indicator
        case Arithmetic(_, left, right) | Joined(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Comparison(terms):
            for one in terms:
                yield from names_in(one)
        case Not(condition):
            yield from names_in(condition)
        case _:
            return


@dataclass(frozen=True, slots=True)
class Range:
    """Where a value may lie; `high` None is without end."""

    low: Decimal
    high: Decimal | None


_OPEN = Range(Decimal(0), None)


def judge(condition: Condition, known: Known) -> Truth:
    """Whether a relation holds."""
    match condition:
        case Comparison():
            return _compare(condition, known)
        case Given(indicator):
            return _truth(isinstance(known.amount(indicator), Decimal))
        case Said(words):
            return _truth(known.said(words))
        case Not(inner):
            return _NEGATED[judge(inner, known)]
        case Joined(word, left, right):
            first, second = judge(left, known), judge(right, known)
            if word == "=>":
                return _either(_NEGATED[first], second)
            return _either(first, second) if word == "or" else _NEGATED[_either(_NEGATED[first], _NEGATED[second])]


def evaluate(term: Term, known: Known) -> Range | None:
    """Where the value of a term may lie; None where there is nothing of the kind. A division by nothing may be all."""
    match term:
        case Number(value):
            return Range(value, value)
        case Name(indicator):
            amount = known.amount(indicator)
            if amount is NOT_APPLICABLE:
                return None
            return Range(amount, amount) if isinstance(amount, Decimal) else _OPEN
        case Arithmetic(sign, left, right):
            return _reckoned(sign, evaluate(left, known), evaluate(right, known))


def _compare(comparison: Comparison, known: Known) -> Truth:
    """All pairs of a chain of the same direction are compared: a gap in the middle hides no break at its ends."""
    ranges = [evaluate(one, known) for one in comparison.terms]
    found: list[Truth] = []
    for start, sign in enumerate(comparison.signs):
        end = start + 1
        found.append(_pair(ranges[start], sign, ranges[end]))
        while end < len(comparison.signs) and comparison.signs[end] == sign in ("<=", ">="):
            end += 1
            found.append(_only_broken(_pair(ranges[start], sign, ranges[end])))
    if Truth.BROKEN in found:
        return Truth.BROKEN
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.HOLDS


def _only_broken(truth: Truth) -> Truth:
    return truth if truth is Truth.BROKEN else Truth.HOLDS


def _pair(left: Range | None, sign: str, right: Range | None) -> Truth:
    if left is None or right is None:
        return Truth.UNKNOWN
    if sign in (">=", ">"):
        return _pair(right, {">=": "<=", ">": "<"}[sign], left)
    if sign == "!=":
        return _NEGATED[_pair(left, "=", right)]
    if sign == "=":
        return _equal(left, right)
    strict = sign == "<"
    if left.high is not None and (left.high < right.low if strict else left.high <= right.low):
        return Truth.HOLDS
    if right.high is not None and (left.low >= right.high if strict else left.low > right.high):
        return Truth.BROKEN
    return Truth.UNKNOWN


def _equal(left: Range, right: Range) -> Truth:
    if (left.high is not None and left.high < right.low) or (right.high is not None and right.high < left.low):
        return Truth.BROKEN
    return Truth.HOLDS if left.low == left.high == right.low == right.high else Truth.UNKNOWN


def _reckoned(sign: str, left: Range | None, right: Range | None) -> Range | None:
    if left is None or right is None:
        return (left or right) if sign in "+-" else None
    match sign:
        case "+":
            return Range(left.low + right.low, _both(left.high, right.high, lambda one, other: one + other))
        case "-":
            low = Decimal(0) if right.high is None else left.low - right.high
            return Range(low, None if left.high is None else left.high - right.low)
        case "*":
            return Range(left.low * right.low, _both(left.high, right.high, lambda one, other: one * other))
        case _:
            return _quotient(left, right)


def _quotient(left: Range, right: Range) -> Range:
    if left.low != left.high or right.low != right.high or not right.low:
        return _OPEN
    value = left.low / right.low
    return Range(value, value)


def _both(one: Decimal | None, other: Decimal | None, reckon: Callable[[Decimal, Decimal], Decimal]) -> Decimal | None:
    return None if one is None or other is None else reckon(one, other)


def _truth(value: bool) -> Truth:
    return Truth.HOLDS if value else Truth.BROKEN


def _either(first: Truth, second: Truth) -> Truth:
    if Truth.HOLDS in (first, second):
        return Truth.HOLDS
    return Truth.BROKEN if first is second is Truth.BROKEN else Truth.UNKNOWN


_NEGATED = {Truth.HOLDS: Truth.BROKEN, Truth.BROKEN: Truth.HOLDS, Truth.UNKNOWN: Truth.UNKNOWN}


class _Parser:
    """Reads by descent; no deeper than MOST_DEPTH."""

    def __init__(self, text: str, resolve: Resolve) -> None:
        if len(text) > MOST_CHARACTERS:
            raise BadExpression(MOST_CHARACTERS, f"超过{MOST_CHARACTERS}个字符")
        self._text, self._resolve = text, resolve
        self._at, self._depth = 0, 0

    def end(self) -> None:
        if self._text[self._at :].strip():
            self._fail("多出来的内容")

    def rule(self) -> Condition:
        left = self._either()
        return Joined("=>", left, self._either()) if self._take("=>") else left

    def term(self) -> Term:
        left = self._product()
        while sign := self._take("+", "-"):
            left = Arithmetic(sign, left, self._product())
        return left

    def _either(self) -> Condition:
        left = self._all()
        while self._take("or"):
            left = Joined("or", left, self._all())
        return left

    def _all(self) -> Condition:
        left = self._condition()
        while self._take("and"):
            left = Joined("and", left, self._condition())
        return left

    def _condition(self) -> Condition:
        self._deeper()
        found = self._one_condition()
        self._depth -= 1
        return found

    def _one_condition(self) -> Condition:
        if self._take("not"):
            return Not(self._condition())
        if self._take("given"):
            return Given(self._in_brackets(self._name))
        if self._take("said"):
            return Said(self._in_brackets(self._words))
        start = self._at
        try:
            return self._comparison()
        except BadExpression as error:
            self._at = start
            if not self._take("("):
                raise
            try:
                found = self.rule()
            except BadExpression as inner:
                raise max(error, inner, key=lambda one: one.column) from inner
            self._expect(")")
            return found

    def _comparison(self) -> Comparison:
        terms, signs = [self.term()], list[str]()
        while sign := self._take(*COMPARISONS):
            signs.append(sign)
            terms.append(self.term())
        if not signs:
            self._fail("这里应有 <=、>=、=、!=、< 或 >")
        return Comparison(tuple(terms), tuple(signs))

    def _product(self) -> Term:
        left = self._atom()
        while sign := self._take("*", "/"):
            left = Arithmetic(sign, left, self._atom())
        return left

    def _atom(self) -> Term:
        if self._take("("):
            self._deeper()
            found = self.term()
            self._depth -= 1
            self._expect(")")
            return found
        match = _TOKEN.match(self._text, self._at)
        if match and match["number"]:
            self._at = match.end()
            return Number(Decimal(match["number"]))
        return Name(self._name())

    def _name(self) -> str:
        match = _TOKEN.match(self._text, self._at)
        name = match["name"] if match else None
        if not name or name in _WORDS or match is None:
            self._fail("这里应是一个指标或数")
        found = self._resolve(name)
        if found is None:
            self._fail(f"没有叫“{name}”的指标，或不止一个")
        self._at = match.end()
        return found

    def _words(self) -> str:
        match = _TOKEN.match(self._text, self._at)
        if not match or not match["text"]:
            self._fail("这里应是引号里的文字")
        self._at = match.end()
        return match["text"][1:-1]

    def _in_brackets(self, read: Callable[[], str]) -> str:
        self._expect("(")
        found = read()
        self._expect(")")
        return found

    def _take(self, *wanted: str) -> str:
        match = _TOKEN.match(self._text, self._at)
        found = (match["mark"] or match["name"]) if match else None
        if match is None or found not in wanted:
            return ""
        self._at = match.end()
        return found

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            self._fail(f"这里应有 {mark}")

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            self._fail("括号套得太深")

    def _fail(self, problem: str) -> NoReturn:
        rest = self._text[self._at :]
        raise BadExpression(self._at + len(rest) - len(rest.lstrip()) + 1, problem)
