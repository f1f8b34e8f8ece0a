"""A slice of the failing calls, and that the harness sees an error that is swallowed."""

from pathlib import Path

import pytest

from tests.faults import failing_calls, recorder
from tests.faults.worlds import OPERATIONS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(recorder.missing()), reason=recorder.missing() or "can be built"),
]


def test_every_failure_is_told_and_the_work_can_be_done_again(tmp_path: Path) -> None:
    found = failing_calls.run(sample=5, where=tmp_path)
    for figures in found:
        print(figures.line())
    assert [figures.name for figures in found] == [one.name for one in OPERATIONS]
    assert all(figures.clean for figures in found), [figures.reasons for figures in found]
    assert all(figures.cases > 15 for figures in found), "calls of several kinds were made to fail"
    assert all(figures.failed > 0 for figures in found)


def test_an_error_that_is_swallowed_would_be_seen(tmp_path: Path) -> None:
    (figures,) = failing_calls.run([failing_calls.CONTROL], sample=5, where=tmp_path)
    assert figures.swallowed > 0, figures
    assert not figures.failed
