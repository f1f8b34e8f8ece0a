"""The fixed terms of this field and the titles of its laws: resources/checks/terms.tsv."""

from dataclasses import dataclass
from functools import cache

from report.checking.rows import rows_of


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term or a title; `short` is the usual short title of a law."""

    text: str
    kind: str
    short: str


@cache
def terms() -> tuple[Term, ...]:
    """The shipped terms."""
    return tuple(Term(*line) for line in rows_of("terms.tsv"))
