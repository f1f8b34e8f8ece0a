"""A short run of the kills during other deeds, and that the harness sees half a file."""

import sys
from pathlib import Path

import pytest

from tests.faults import kill_deeds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def test_each_deed_is_done_or_not(tmp_path: Path) -> None:
    found = kill_deeds.run(112, where=tmp_path, seed=3)
    for one in found:
        print(one.line())
    assert [one.reasons for one in found if not one.clean] == []
    assert sum(one.within for one in found) > 30


def test_half_a_file_would_be_seen(tmp_path: Path) -> None:
    (seen,) = kill_deeds.run(30, (kill_deeds.control(),), where=tmp_path)
    assert seen.half_done > 0
