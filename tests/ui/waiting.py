"""Wait for what comes from other threads, long enough for a busy machine."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

_PATIENCE = 20_000


def until(qtbot: QtBot, done: Callable[[], object]) -> None:
    """Let events pass until `done`."""
    qtbot.waitUntil(lambda: bool(done()), timeout=_PATIENCE)
