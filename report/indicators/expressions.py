"""The language in which relations between indicators are written: read, never executed.

    exam_excellent <= exam_passed <= exam_taken <= exam_due
    services = services_licence + services_public
    penalty_money > 0 => penalties > 0
    said("未被撤销") => recon_revoked = 0 and suits_lost = 0
    not given(rules_filed_rate)

Names are ids of indicators, or their names where only one is called so. `judging` tells whether a relation holds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NoReturn, TypeAlias

MOST_CHARACTERS, MOST_DEPTH, MOST_PARTS, MOST_DIGITS = 2000, 30, 200, 15
COMPARISONS: Final = ("<=", ">=", "!=", "=", "<", ">")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<text>\"[^\"]*\"|“[^“”]*”)|(?P<name>[A-Za-z_][A-Za-z0-9_-]*|[\u3400-\u9fff]+)"
    r"|(?P<mark>=>|<=|>=|!=|[-+*/()=<>]))"
)
_WORDS = frozenset({"and", "or", "not", "given", "said"})


class BadExpression(ValueError):
    """An expression that is none: the column (from 1) and what is wrong there, in Chinese."""

    def __init__(self, column: int, problem: str) -> None:
        super().__init__(column, problem)
        self.column, self.problem = column, problem

    def __str__(self) -> str:
        """Column and problem in one line."""
        return f"第{self.column}个字符：{self.problem}"


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


class _Parser:
    """Reads by descent; no deeper than MOST_DEPTH."""

    def __init__(self, text: str, resolve: Resolve) -> None:
        if len(text) > MOST_CHARACTERS:
            raise BadExpression(MOST_CHARACTERS + 1, f"超过{MOST_CHARACTERS}个字符")
        self._text, self._resolve = text, resolve
        self._at: int = 0
        self._depth: int = 0
        self._parts: int = 0

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
        before = self._at, self._depth, self._parts
        try:
            return self._comparison()
        except BadExpression as error:
            self._at, self._depth, self._parts = before
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
        self._one_more()
        match = _TOKEN.match(self._text, self._at)
        if match and match["number"]:
            if len(match["number"]) > MOST_DIGITS:
                self._fail("数太长")
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
        if not match or not match["text"] or not match["text"][1:-1].strip():
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
            self._fail("括号或 not 套得太深")

    def _one_more(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            self._fail(f"超过{MOST_PARTS}个数和指标")

    def _fail(self, problem: str) -> NoReturn:
        rest = self._text[self._at :]
        raise BadExpression(self._at + len(rest) - len(rest.lstrip()) + 1, problem)
