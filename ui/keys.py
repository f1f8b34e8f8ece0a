"""Keys as tables: an editor obeys its table, and the sheet of shortcuts and the help are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent, QKeySequence

_SHOWN = {
    "Return": "Enter",
    "Escape": "Esc",
    "Delete": "Del",
    "PgDown": "PgDn",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}
_SHORTEST_RUN = 3
"""Keys from which on a run of digits is shown by its ends: Ctrl+1…4."""


@dataclass(frozen=True, slots=True)
class Key:
    """A deed, its keys as QKeySequence writes them, and what it does in the clerk's words.

    Deeds side by side in a table that belong together (up and down) have the same words, and are shown as one.
    """

    deed: str
    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of a sheet: keys as they are called, and what they do."""

    keys: tuple[str, ...]
    text: str


class KeyTable:
    """Finds the deed of a key."""

    def __init__(self, *tables: Sequence[Key]) -> None:
        self._deeds = {
            QKeySequence(keys).toString(): key.deed for table in tables for key in table for keys in key.keys
        }

    def deed_of(self, event: QKeyEvent) -> str:
        """What the key asks for, "" when it is not in the table. The number pad counts like the other keys."""
        name = QKeySequence(event.keyCombination()).toString().replace("Num+", "")
        if name.endswith("Backtab"):
            name = "Shift+Tab" if name in ("Backtab", "Shift+Backtab") else name.replace("Backtab", "Tab")
        return self._deeds.get(name, "")


def shown(keys: str) -> str:
    """A key as it is called: Alt+Up → Alt+↑, Ctrl+Return → Ctrl+Enter."""
    *held, last = keys.split("+") if not keys.endswith("+") else [*keys[:-2].split("+"), "+"]
    return "+".join([*held, _SHOWN.get(last, last)])


def keys_of(table: Sequence[Key], *deeds: str) -> str:
    """The keys of some deeds for a tool tip, the first of each: Alt+↑、Alt+↓."""
    first = {key.deed: key.keys[0] for key in table}
    return "、".join(shown(first[deed]) for deed in deeds)


def rows_of(keys: Sequence[Key]) -> tuple[KeyRow, ...]:
    """The lines of a table: deeds with the same words are one, each key once, a run of digits by its ends."""
    by_text: dict[str, list[str]] = {}
    for key in keys:
        by_text.setdefault(key.text, []).extend(shown(one) for one in key.keys)
    return tuple(KeyRow(_runs_folded(tuple(dict.fromkeys(names))), text) for text, names in by_text.items())


def _runs_folded(names: tuple[str, ...]) -> tuple[str, ...]:
    first, last = names[0], names[-1]
    held, start = first[:-1], first[-1]
    run = tuple(f"{held}{int(start) + step}" for step in range(len(names))) if start.isdecimal() else ()
    return (f"{first}…{last[-1]}",) if len(names) >= _SHORTEST_RUN and run == names else names
