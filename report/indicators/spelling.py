"""Relations and formulas as one would write them by hand: 行政处罚决定46＝简易程序12＋普通程序34."""

from collections.abc import Callable
from dataclasses import dataclass

from report.indicators.expressions import (
    Arithmetic,
    Comparison,
    Condition,
    Given,
    Joined,
    Name,
    Not,
    Number,
    Said,
    Term,
)
from report.recognition.numerals import as_written

_SIGNS = {
    **{"+": "＋", "-": "－", "*": "×", "/": "÷", "=": "＝", "<=": "≤", ">=": "≥", "<": "＜", ">": "＞", "!=": "≠"},
    **{"and": "，", "or": "或", "=>": "，则"},
}
_LOOSER_LEFT = {"*": "+-", "/": "+-"}
_LOOSER_RIGHT = {"-": "+-", "*": "+-", "/": "+-*/"}
_LOOSER_WORDS = {"and": ("or", "=>"), "or": ("=>",), "=>": ("=>",)}

Word = Callable[[str], str]
"""What is written for an indicator."""


def spelling(expression: Condition | Term, label: Word, value: Word) -> str:
    """An expression with the label and the value of each indicator; a condition on one itself has its label alone."""
    speller = _Speller(label, value)
    if isinstance(expression, Number | Name | Arithmetic):
        return speller.term(expression)
    return speller.condition(expression)


@dataclass(frozen=True, slots=True)
class _Speller:
    label: Word
    value: Word

    def term(self, term: Term, looser: str = "") -> str:
        """A term, in brackets when its sign is one of those that bind looser than what is around it."""
        match term:
            case Number(number):
                return as_written(number)
            case Name(indicator):
                return self.label(indicator) + self.value(indicator)
            case Arithmetic(sign, left, right):
                first = self.term(left, _LOOSER_LEFT.get(sign, ""))
                found = first + _SIGNS[sign] + self.term(right, _LOOSER_RIGHT.get(sign, ""))
                return f"（{found}）" if sign in looser else found

    def condition(self, condition: Condition, looser: tuple[str, ...] = ()) -> str:
        """A condition, in brackets when its word is one of those that bind looser than what is around it."""
        match condition:
            case Comparison(terms, signs):
                rest = (_SIGNS[sign] + self.term(term) for sign, term in zip(signs, terms[1:], strict=True))
                return self.term(terms[0]) + "".join(rest)
            case Joined(word, left, right):
                found = self.condition(left, _LOOSER_WORDS[word]) + _SIGNS[word]
                found += self.condition(right, _LOOSER_WORDS[word])
                return f"（{found}）" if word in looser else found
            case Given(indicator):
                return f"写了{self.label(indicator)}"
            case Said(words):
                return f"写了“{words}”"
            case Not(Given(indicator)):
                return f"不写{self.label(indicator)}"
            case Not(opposite):
                return f"并非（{self.condition(opposite)}）"
