"""The published report and the keyed ones: what must be found, where, how grave; what must not be said."""

import csv
import json
from pathlib import Path

import pytest

from report.checking.finding import Finding, Severity
from tests.report.checking.reading_sources import findings, is_there

pytestmark = pytest.mark.seed
SEVERITIES = {"阻断": Severity.BLOCK, "应改": Severity.SHOULD, "建议": Severity.HINT, "提示": Severity.HINT}
MARKS = ("P01", "P02", "P03", "P04")
"""One finding that says all of them."""
OF_LAYOUT = "P15"
ABSENT = {"S01": "title-missing", "S03": "signatory-missing", "S04": "addressee-missing", "S14": "content-missing"}
LEAST_HINTS, HINTS_A_THOUSAND, LEAST_SHARE = 15, 3, 0.9


@pytest.fixture
def published(seed: Path) -> tuple[str, tuple[Finding, ...], list[dict[str, str]]]:
    text = seed.read_text("utf-8")
    with (seed.parent / "seed_defects.tsv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    keys = ("id", "severity", "way", "line", "quote")
    return text, findings(text), [dict(zip(keys, row, strict=False)) for row in rows]


def found_in(text: str, found: tuple[Finding, ...], row: dict[str, str]) -> list[Finding]:
    if row["id"] in ABSENT:
        return [one for one in found if one.rule == ABSENT[row["id"]]]
    if row["id"] in MARKS:
        return [one for one in found if one.rule == "half-width" and "161" in one.message]
    if row["id"] == "P14":
        return [one for one in found if one.rule == "case-units"]
    line = text.split("\n")[int(row["line"]) - 1]
    return [one for one in found if is_there(one, line, row["quote"])]


def test_what_must_be_found_in_the_published_report(
    published: tuple[str, tuple[Finding, ...], list[dict[str, str]]],
) -> None:
    text, found, rows = published
    for row in rows:
        if row["severity"] in ("阻断", "应改") and row["way"] in "RL" and row["id"] != OF_LAYOUT:
            severities = {one.severity for one in found_in(text, found, row)}
            assert SEVERITIES[row["severity"]] in severities, row


def test_most_of_its_hints(published: tuple[str, tuple[Finding, ...], list[dict[str, str]]]) -> None:
    text, found, rows = published
    hints = [row for row in rows if row["severity"] in ("建议", "提示") and row["way"] in "RL"]
    seen = [row["id"] for row in hints if found_in(text, found, row)]
    print(f"hints: {len(seen)} of {len(hints)}; not {[row['id'] for row in hints if row['id'] not in seen]}")
    assert len(seen) >= LEAST_HINTS


def test_what_is_right_is_let_be(seed: Path, published: tuple[str, tuple[Finding, ...], list[dict[str, str]]]) -> None:
    text, found, _rows = published
    lines = text.split("\n")
    with (seed.parent / "seed_guards.tsv").open(encoding="utf-8") as file:
        guards = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    for line, quote, *_why in guards:
        about = [one for one in found if is_there(one, lines[int(line) - 1], quote) and one.rule not in ALLOWED]
        assert [one.rule for one in about if one.quote in quote and one.quote != FIRE_DAY] == [], (quote, about)


ALLOWED = {"half-width", "heading-long", "heading-promise", "case-units", "law-in-full"}
FIRE_DAY = "”消防日"
"""Said of these words for another reason than the one that they are guarded against."""


def keyed(shared: Path, name: str) -> tuple[str, tuple[Finding, ...], dict[str, list[dict[str, str]]]]:
    path = next((shared / "dev-cases").glob(f"{name}*.txt"))
    text = path.read_text("utf-8")
    key = json.loads(path.with_name(path.stem + ".key.json").read_text("utf-8"))
    return text, findings(text), key


def test_the_faulty_report(shared: Path) -> None:
    text, found, key = keyed(shared, "04")
    lines = text.split("\n")
    missed = [
        one["id"]
        for one in key["defects"]
        if not any(
            is_there(each, lines[int(one["line"]) - 1], one["quote"]) and each.severity == SEVERITIES[one["severity"]]
            for each in found
        )
    ]
    print(f"missed: {missed}")
    assert len(missed) <= (1 - LEAST_SHARE) * len(key["defects"])


def test_the_clean_report(shared: Path) -> None:
    text, found, _key = keyed(shared, "08b")
    assert [(one.rule, one.quote) for one in found if one.severity is not Severity.HINT] == []
    assert len(found) <= HINTS_A_THOUSAND * len(text) / 1000
