"""Invented report prose with its key written inline, read into text and key.

`[[120|家次]]` is a number with the unit as written, `[[140|条|余]]` one with a qualifier between them (in
`[[2|人次|万余]]`, 2万余人次, 万 belongs to the unit), `[[100|%|*2]]` one that names two rates, `[[持证=55|人]]` one
with its name, `[[27|@件]]` a cell whose unit stands in the head of the table. `<<4|期>>` may be found or not.
`{{未发生诉讼|1}}` says one zero in words. The first line names the office, `## …` a heading, blank lines part the
passages.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[\[(?P<fact>[^\[\]]+)\]\]|<<(?P<plan>[^<>]+)>>|\{\{(?P<zero>[^{}]+)\}\}")
_MAGNITUDE = re.compile(r"[十百千万亿]*")
_PERCENT_IN_WORDS = "百分之"


@dataclass(frozen=True)
class KeyNumber:
    """A number of the key: where it starts in the text, and what stands there."""

    start: int
    written: str
    unit: str
    qualifier: str = ""
    count: int = 1
    name: str = ""
    optional: bool = False
    in_table: bool = False


@dataclass(frozen=True)
class KeyZero:
    """Words that say zero, and how many zeros they say."""

    start: int
    end: int
    count: int


@dataclass(frozen=True)
class Passage:
    """A paragraph or a table without its marks, the heading it stands under, and its key."""

    heading: str
    text: str
    numbers: tuple[KeyNumber, ...] = ()
    zeros: tuple[KeyZero, ...] = ()


def read_corpus(path: Path) -> list[Passage]:
    """The passages of a file in their order; ValueError where a mark or the first line is not as described."""
    office, _, rest = path.read_text(encoding="utf-8").partition("\n")
    if not office.startswith("# "):
        raise ValueError(path.name, office)
    heading = ""
    passages: list[Passage] = []
    for block in re.split(r"\n\s*\n", rest.strip("\n")):
        if block.startswith("## "):
            heading = block.removeprefix("## ").strip()
        else:
            passages.append(_passage(heading, block))
    return passages


def _passage(heading: str, marked: str) -> Passage:
    text = ""
    numbers: list[KeyNumber] = []
    zeros: list[KeyZero] = []
    done = 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if zero := mark["zero"]:
            words, _, count = zero.rpartition("|")
            zeros.append(KeyZero(len(text), len(text) + len(words), int(count)))
            text += words
        else:
            number, written = _number(mark["fact"] or mark["plan"], len(text), optional=mark["fact"] is None)
            numbers.append(number)
            text += written
    return Passage(heading, text + marked[done:], tuple(numbers), tuple(zeros))


def _number(body: str, start: int, *, optional: bool) -> tuple[KeyNumber, str]:
    """The number that a mark's body tells, and the text that stands in its place."""
    name, _, fields = body.rpartition("=")
    figure, unit, *more = fields.split("|")
    count, between = 1, ""
    for field in more:
        if field.startswith("*"):
            count = int(field[1:])
        else:
            between = field
    in_table = unit.startswith("@")
    unit = unit.removeprefix("@")
    shown = "" if in_table or figure.startswith(_PERCENT_IN_WORDS) else unit
    found = _MAGNITUDE.match(between)
    magnitude = found[0] if found else ""
    number = KeyNumber(
        start, figure, magnitude + unit, between.removeprefix(magnitude), count, name, optional, in_table
    )
    return number, figure + between + shown
