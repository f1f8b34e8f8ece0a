"""What a check finds."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from report.texts import Spot

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_WORDS: "Mapping[str, str]" = MappingProxyType({})


class Severity(StrEnum):
    """How much it matters: a submission stops, it should be put right, it is worth a look."""

    BLOCK = "block"
    SHOULD = "should"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule hits.

    `spot` is the text in which `start` to `end` are the words, None for what is absent from the whole report. `words`
    fill the rule's sentence. `fix` stands for the words when they are put right, None when only a person can; `others`
    are further words that the same repair changes. `severity` is another than the rule's. `section` names the part to
    which something absent belongs.
    """

    spot: Spot | None = None
    start: int = 0
    end: int = 0
    words: "Mapping[str, str]" = field(default_factory=lambda: _NO_WORDS)
    fix: str | None = None
    severity: Severity | None = None
    section: str = ""
    others: tuple["Change", ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a text that others take the place of."""

    spot: Spot
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: which rule, how grave, where, which words, why and by what right, and how it is put right."""

    rule: str
    severity: Severity
    spot: Spot | None
    start: int
    end: int
    quote: str
    message: str
    source: str
    changes: tuple[Change, ...] = ()
    section: str = ""
    block: int | None = None
    fixed: bool = False
    words: "Mapping[str, str]" = field(default_factory=lambda: _NO_WORDS, compare=False)

    @property
    def fix(self) -> str | None:
        """What stands in the place of the words, None when only a person can put it right."""
        return self.changes[0].text if self.changes else None
