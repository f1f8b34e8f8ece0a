"""A report's rows as they were: the lines of the journal taken back, the newest first. Pure.

Raises KeyError, ValueError or TypeError for lines that do not belong to the rows: the caller takes them for damage.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from storage.assembling import Found
from storage.rows import KEYS

Lists: TypeAlias = Mapping[str, Sequence[Found]]
"""The rows of a report by their table."""

CONTENT: Final = frozenset(KEYS) - {"report", "source", "version", "confirmation", "checkpoint"}
"""Tables that hold what a report says."""
_ORDERED: Final = ("section", "attachment", "block", "own_indicator")
"""Tables whose rows are read in the order of their positions."""
_DERIVED: Final[Mapping[str, Mapping[str, int]]] = {"section": {"empty": 0}}
"""Columns that no line tells of, and that no report is made from."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells of one row; `key`, `old` and `new` are JSON as they lie in the journal."""

    table: str
    key: str
    old: str | None
    new: str | None


def rewound(lists: Lists, lines: Iterable[Told]) -> dict[str, list[Found]]:
    """The rows before the lines, which come newest first."""
    known = {table: {_key(table, row): dict(row) for row in rows} for table, rows in lists.items()}
    for one in lines:
        rows = known.get(one.table)
        if rows is None:
            continue
        key = tuple(json.loads(one.key))
        if one.old is None:
            del rows[key]
        elif one.new is None:
            named = zip(KEYS[one.table], key, strict=True)
            rows[key] = {**dict(named), **_DERIVED.get(one.table, {}), **json.loads(one.old)}
        else:
            rows[key].update(json.loads(one.old))
    return {table: _in_order(table, list(rows.values())) for table, rows in known.items()}


def _key(table: str, row: Found) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEYS[table])


def _in_order(table: str, rows: list[Found]) -> list[Found]:
    return sorted(rows, key=lambda row: row["position"]) if table in _ORDERED else rows
