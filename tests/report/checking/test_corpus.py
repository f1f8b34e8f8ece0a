"""Faulty reports of invented offices, written by somebody who did not know the rules: what is found of their faults."""

import json
from pathlib import Path
from typing import Any

import pytest

from report.checking.finding import Finding
from tests.report.checking.reading_sources import findings, is_there

CORPUS = Path(__file__).parent / "corpus"
LEAST_SHARE = 0.9


def is_found(fault: dict[str, Any], lines: list[str], found: tuple[Finding, ...]) -> bool:
    if "rule" in fault:  # what is absent has no words
        return any(one.rule == fault["rule"] for one in found)
    return any(is_there(one, lines[fault["line"] - 1], fault["quote"]) for one in found)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_nine_in_ten_faults_are_found(path: Path) -> None:
    text = path.read_text("utf-8")
    faults = json.loads(path.with_suffix("").with_suffix(".key.json").read_text("utf-8"))["defects"]
    found, lines = findings(text), text.splitlines()
    missed = [one["id"] for one in faults if not is_found(one, lines, found)]
    print(f"{path.stem}: {len(faults) - len(missed)} of {len(faults)}, missed {missed}")
    assert len(missed) <= (1 - LEAST_SHARE) * len(faults)
