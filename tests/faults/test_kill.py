"""A short run of the kills, and that the harness sees a loss when there is one."""

import sys
from pathlib import Path

import pytest

from tests.faults import kill

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL"),
    # Forked before any thread of the store exists; Python 3.12 warns as soon as there is any other thread.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    figures = kill.run(60, seed=7, where=tmp_path)
    print(figures.line())
    assert figures.clean, figures
    assert figures.acknowledged > 60


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    figures = kill.run(60, seed=7, child=kill.acknowledge_too_early, where=tmp_path)
    print(figures.line())
    assert figures.lost > 0


def test_half_a_step_would_be_seen(tmp_path: Path) -> None:
    def forget_half(folder: Path, model: kill.Model, seed: int, acknowledge: kill.Acknowledge) -> None:
        def without_last(store: kill.Store, now: kill.Model, was: kill.Model) -> None:
            kill.make_step(store, now, was)
            store._db.conn.execute("DELETE FROM block WHERE rowid = (SELECT max(rowid) FROM block)")

        thread = kill.StoreThread(kill.FolderLock.take(folder))
        while True:
            before, model = model, kill.next_model(model, seed)
            thread.submit(lambda store, now=model, was=before: without_last(store, now, was)).result()
            acknowledge(model.step)

    assert not kill.run(5, seed=7, child=forget_half, where=tmp_path).clean
