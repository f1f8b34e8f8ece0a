"""Precision and recall against reports with keys."""

from pathlib import Path

import pytest

from tests.report.recognition.scoring import cases, published, scored

pytestmark = pytest.mark.seed
BAR = 0.95


def test_keyed_reports(shared: Path) -> None:
    for name, text, expected in cases(shared / "dev-cases"):
        result = scored(text, expected)
        print(f"{name}: {result}")
        assert min(result.precision, result.recall) >= BAR, result.misses


def test_published_report(seed: Path) -> None:
    result = scored(*published(seed))
    print(result)
    assert (result.precision, result.recall, result.misses) == (1, 1, [])
