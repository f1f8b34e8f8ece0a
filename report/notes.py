"""What an import changed or noticed, so that nothing happens in silence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revert:
    """One replaced text: the block it stands in ("" none), the text before and after."""

    block: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of change or oddity.

    `rule` is its id (see `reading.rules`), `count` how often, `line` the first source line (from 1), `quote` the
    first words concerned (at most 30 characters). `reverts` allow it to be undone block by block.
    """

    rule: str
    count: int
    line: int
    quote: str
    reverts: tuple[Revert, ...] = ()
