"""Connections that fail when told to, with the error that SQLite would give."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from storage import engine

Plan = Callable[[str], str | None]
"""From a statement to the name of the error it meets, None when it succeeds."""


def failure(name: str) -> sqlite3.Error:
    """An error as sqlite3 raises it."""
    kind = sqlite3.DatabaseError if name in {"SQLITE_CORRUPT", "SQLITE_NOTADB"} else sqlite3.OperationalError
    error = kind(name)
    error.sqlite_errorname = name
    return error


class Failing:
    """Makes every connection that the engine opens ask a plan first; `statements` are those that came."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.plan: Plan = lambda _: None
        self.statements: list[str] = []
        self.opened = 0
        outer = self
        connect = sqlite3.connect

        class Connection(sqlite3.Connection):
            def execute(self, statement: str, *rest: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as its base
                outer.statements.append(statement)
                if name := outer.plan(statement):
                    raise failure(name)
                return super().execute(statement, *rest)

        def counted(*arguments: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 - as sqlite3.connect
            outer.opened += 1
            return connect(*arguments, **options, factory=Connection)

        monkeypatch.setattr(engine.sqlite3, "connect", counted)

    def at(self, word: str, name: str, times: int = 1_000_000) -> None:
        """Fail at statements that begin with a word, the first `times`."""
        left = [times]

        def plan(statement: str) -> str | None:
            if statement.startswith(word) and left[0] > 0:
                left[0] -= 1
                return name
            return None

        self.plan = plan

    def nth(self, number: int, name: str) -> None:
        """Fail at the n-th statement from now (from 0), and at no other."""
        goal = len(self.statements) + number
        self.plan = lambda _: name if len(self.statements) - 1 == goal else None

    def heal(self) -> None:
        """Fail no more."""
        self.plan = lambda _: None
