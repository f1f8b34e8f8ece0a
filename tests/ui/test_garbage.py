"""Cycles are collected, and never on a worker's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.waiting import until
from ui.garbage import GarbageCollector


class Knot:
    """Part of a cycle; notes which thread destroyed it."""

    def __init__(self, ended: list[int]) -> None:
        self.itself, self._ended = self, ended

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made.end()


def test_a_worker_that_makes_much_destroys_nothing_of_the_window(collector: GarbageCollector, qtbot: QtBot) -> None:
    ended: list[int] = []
    knots = [weakref.ref(Knot(ended)) for _ in range(3)]
    keep: list[object] = []
    worker = threading.Thread(target=lambda: keep.extend([index] for index in range(200_000)))
    worker.start()
    worker.join()
    assert ended == []
    until(qtbot, lambda: not any(knot() for knot in knots))
    assert set(ended) == {threading.get_ident()}


def test_it_is_left_as_it_was() -> None:
    before = gc.isenabled()
    GarbageCollector().end()
    assert gc.isenabled() == before
