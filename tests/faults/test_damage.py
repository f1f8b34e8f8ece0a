"""A short run of the damages, and that it could see one that is missed."""

from pathlib import Path

import pytest

from tests.faults import damage

pytestmark = pytest.mark.slow


def test_every_harmful_change_is_noticed(tmp_path: Path) -> None:
    figures = damage.run(300, seed=5, where=tmp_path)
    print(figures.line())
    assert figures.clean, figures
    assert sum(figures.by_sqlite.values()) < sum(figures.harmful.values()), "the control must miss some"
    assert figures.restored >= 5


def test_a_change_that_is_not_noticed_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage.verify.__module__ + ".seal", lambda table, row, before="": row["seal"])
    figures = damage.run(60, seed=5, where=tmp_path)
    print(figures.line())
    assert not figures.clean
