"""Set-up of all tests: no display is needed; the published report is used where CHENGBAO_SHARED names its folder."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published report and the keyed cases; the test is left out without it."""
    named = os.environ.get("CHENGBAO_SHARED", "")
    if not (Path(named) / "seed").is_dir():
        pytest.skip("CHENGBAO_SHARED names no folder with the published report")
    return Path(named)


@pytest.fixture(scope="session")
def seed(shared: Path) -> Path:
    """The published report as text."""
    return next((shared / "seed").glob("000_*.txt"))
