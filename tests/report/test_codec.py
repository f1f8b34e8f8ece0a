"""A report as data: nothing is lost on the way there and back, and what is no report is refused with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.codec import NotAReport, from_data, to_data
from report.report import Report
from tests.report.builders import make_report, make_section
from tests.report.strategies import Pieces


@given(Pieces().reports())
def test_there_and_back_through_json_nothing_is_lost(report: Report) -> None:
    text = json.dumps(to_data(report), ensure_ascii=False)
    again = from_data(json.loads(text))
    assert again == report
    assert to_data(again) == to_data(report)


def _paths(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, ...]] = [path] if path else []
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        inner += _paths(value, (*path, key))
    return inner


JUNK = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just([]) | st.just({}) | st.just([[0]])


@given(Pieces().reports(), st.data())
def test_data_with_one_thing_wrong_are_a_report_or_refused_with_the_place(report: Report, data: st.DataObject) -> None:
    made = to_data(report)
    *way, last = data.draw(st.sampled_from(_paths(made)))
    node: Any = made
    for step in way:
        node = node[step]
    if data.draw(st.booleans()) and isinstance(node, dict):
        del node[last]
    else:
        node[last] = data.draw(JUNK)
    problem = "wrong-value"
    try:
        assert isinstance(from_data(made), Report)
    except NotAReport as refused:
        problem = refused.problem
    assert problem in {"missing", "unknown-key", "wrong-type", "wrong-value", "wrong-format", "newer"}


def _data() -> dict[str, Any]:
    return to_data(make_report(make_section("a", "文。", count=None)))


@pytest.mark.parametrize(
    ("way", "value", "place", "problem"),
    [
        (("version",), 4, "version", "newer"),
        (("version",), True, "version", "wrong-type"),
        (("extra",), 1, "extra", "unknown-key"),
        (("year",), "2024", "year", "wrong-type"),
        (("numbering",), "1.1", "numbering", "wrong-value"),
        (("front", "date", "day"), "2025-02-30", "front.date.day", "wrong-value"),
        (("type", "extra"), "", "type.extra", "unknown-key"),
        (("sections", 0), [], "sections[0]", "wrong-type"),
        (("sections", 0, "confidence"), "nan", "sections[0].confidence", "wrong-value"),
        (("sections", 0, "values", "text", "kind"), "prose", "sections[0].values.text.kind", "wrong-value"),
        (("sections", 0, "values", "count"), {"kind": "number", "number": "1e"}, "", "wrong-value"),
        (("sections", 0, "values", "count"), {"kind": "number", "number": "1" * 1001}, "", "wrong-value"),
        (("sections", 0, "values", "count"), {"kind": "number", "number": "NaN"}, "", "wrong-value"),
    ],
)
def test_what_is_wrong_is_named(way: tuple[str | int, ...], value: object, place: str, problem: str) -> None:
    data = _data()
    node: Any = data
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = value
    with pytest.raises(NotAReport) as refused:
        from_data(data)
    assert (refused.value.place, refused.value.problem) == (place or "sections[0].values.count.number", problem)


def test_a_missing_key_is_named() -> None:
    data = _data()
    del data["sections"][0]["heading"]
    with pytest.raises(NotAReport) as refused:
        from_data(data)
    assert refused.value.args == ("sections[0].heading", "missing")


@pytest.mark.parametrize("data", [None, [], "report", {}, {"format": None}])
def test_other_data_are_no_report(data: object) -> None:
    with pytest.raises(NotAReport):
        from_data(data)
