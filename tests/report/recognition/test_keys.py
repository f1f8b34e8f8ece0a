"""Precision and recall against reports with keys."""

from pathlib import Path

import pytest

from tests.report.recognition.scoring import Score, cases, invented, published, scored

BAR = 0.95
LEAST = 50
CORPUS = {"dev": 0.93, "held": 0.9}
"""Least precision and recall over invented reports: those that rules were written with, and those kept unseen."""


@pytest.mark.parametrize("kind", CORPUS)
def test_invented_reports(kind: str) -> None:
    total = Score()
    for path in sorted((Path(__file__).parent / "corpus").glob(f"{kind}_*.txt")):
        total += scored(*invented(path))
    print(f"{kind}: {total}")
    assert total.found > LEAST
    assert min(total.precision, total.recall) >= CORPUS[kind], f"{total}"


@pytest.mark.seed
def test_keyed_reports(shared: Path) -> None:
    for name, text, expected in cases(shared / "dev-cases"):
        result = scored(text, expected)
        print(f"{name}: {result}")
        assert min(result.precision, result.recall) >= BAR, result.misses


@pytest.mark.seed
def test_published_report(seed: Path) -> None:
    result = scored(*published(seed))
    print(result)
    assert (result.precision, result.recall, result.misses) == (1, 1, [])
