"""Values as a clerk types them: digits of either width, Chinese numerals, a unit behind, a note in brackets.

Nothing is guessed: what is left over stays as a note, and what cannot be read is said with the reason. A number keeps
every digit and its decimals as typed.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from report.errors import ReportError
from report.indicators.figures import NOT_APPLICABLE, Amount
from report.recognition.numerals import Numeral, numerals

PERCENT = "%"
HUNDRED = Decimal(100)

_NOT_APPLICABLE = frozenset({"/", "不适用", "N/A", "n/a", "无此项"})
_QUALIFIER = re.compile(r"(?:大约|将近|接近|超过|高达|多达|不少于|约|近|超|逾|达|共计|合计|共)\s*")
_SCALE = re.compile(r"\s*(万亿|[万亿])")
_EXPONENT = re.compile(r"\s*[eE]\s*[+-]?\s*[0-9]")
_MINUS = "-−－–﹣"
_OTHER_NUMBER = re.compile(r"[0-9]")
_ABOUT = re.compile(r"\s*[余多]")
_UNIT = re.compile(r"[^\s\d()（），,。;；、]{1,4}(?=$|[\s()（），,。;；、])")
_TWO_UNITS = re.compile(r"[^\s\d()（），,。;；、]{1,3}[（(][^\s\d()（），,。;；、]{1,3}[)）]")
_BRACKETED = re.compile(r"[（(].*[)）]", re.DOTALL)


class UnreadableAmount(ReportError):
    """A typed text that is no value.

    `reason` is one of nothing (no number in it), two-numbers, negative, exponent, too-long, over-hundred, range
    ("3-5"); `text` is what was typed.
    """

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(reason, text)
        self.reason, self.text = reason, text


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """What a typed text says: the value, the unit as typed ("" without one), and what is left as a note.

    `spelt` tells that the number was spelt in characters: a reader does well to show how it was read.
    """

    amount: Amount
    unit: str = ""
    note: str = ""
    spelt: bool = False


def read_amount(text: str, unit: str = "") -> TypedAmount:
    """The value that `text` says for an indicator counted in `unit`.

    Nothing typed is a value not given; "/" and 不适用 say that there is nothing of the kind. 万 and 亿 become part of
    the unit ("1.86万" is 1.86 万人次 where the unit is 人次). A unit that is the indicator's own is not told again.
    Raises UnreadableAmount.
    """
    plain = _narrow(text).strip()
    if not plain:
        return TypedAmount(None)
    if plain in _NOT_APPLICABLE:
        return TypedAmount(NOT_APPLICABLE)
    if plain[0] in _MINUS and plain[1:2].isdigit():
        raise UnreadableAmount("negative", text)
    qualifier = _QUALIFIER.match(plain)
    start = qualifier.end() if qualifier else 0
    found = _numeral(plain, start, text)
    number, rest = found.value, plain[start + found.end :]
    if found.share:
        rest = PERCENT + rest
    about = _ABOUT.match(rest)
    rest = rest[about.end() :] if about else rest
    scale = None if unit and rest.lstrip().startswith(unit) else _SCALE.match(rest)
    rest = rest[scale.end() :] if scale else rest
    own, rest = _unit(rest, unit)
    typed_unit = (scale[1] if scale else "") + (own or (unit if scale else ""))
    note = (plain[:start] + (about[0] if about else "") + rest).strip()
    _check_rest(rest, text)
    if (own or unit) == PERCENT and number > HUNDRED:
        raise UnreadableAmount("over-hundred", text)
    return TypedAmount(number, "" if typed_unit == unit else typed_unit, note, found.han)


def reads_as(text: str) -> Decimal | None:
    """The number that the words of a link read as, in digits of either width or in characters; None when none."""
    found = next(numerals(text), None)
    return found.value if found and (found.start, found.end) == (0, len(text)) else None


def _numeral(plain: str, start: int, text: str) -> Numeral:
    """The number at `start`."""
    found = next(numerals(plain[start:]), None)
    if found is None or found.start:
        long = re.match(r"[0-9]+", plain[start:])
        raise UnreadableAmount("too-long" if long else "nothing", text)
    if not found.han and _EXPONENT.match(plain, start + found.end):
        raise UnreadableAmount("exponent", text)
    return found


def _unit(rest: str, unit: str) -> tuple[str, str]:
    """The unit that `rest` begins with, and what is behind it. Two units in one, as 辆(个), are none."""
    stripped = rest.lstrip()
    if _TWO_UNITS.match(stripped):
        return "", stripped
    for known in filter(None, (unit, PERCENT)):
        if stripped.startswith(known):
            return known, stripped[len(known) :]
    found = _UNIT.match(stripped)
    return (found[0], stripped[found.end() :]) if found else ("", rest)


def _check_rest(rest: str, text: str) -> None:
    """A second number outside brackets leaves open which of them is meant."""
    outside = _BRACKETED.sub("", rest)
    if re.match(r"\s*(?:[-−–—~～至到])\s*[0-9]", outside):
        raise UnreadableAmount("range", text)
    if _OTHER_NUMBER.search(outside):
        raise UnreadableAmount("two-numbers", text)


def _narrow(text: str) -> str:
    """Full-width digits and signs in their usual width; Chinese marks stay."""
    return "".join(
        unicodedata.normalize("NFKC", char) if char in "０１２３４５６７８９．％／＋Ｎａ" else char for char in text
    )
