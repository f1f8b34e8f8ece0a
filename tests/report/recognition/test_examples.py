"""Sentences of many offices: what counts in them is found, what does not stays quiet."""

from collections.abc import Iterator

import pytest

from report.recognition.report_numbers import Recognised, recognise
from tests.report.builders import make_report, make_section, make_type
from tests.report.recognition.examples import COUNTED, QUIET


def found(text: str) -> tuple[Recognised, ...]:
    return recognise(make_type(), make_report(make_section("measures", text)))


def told(text: str) -> Iterator[str]:
    for one in found(text):
        yield "0" if one.implied else one.value + one.unit + (f"/{one.qualifier}" if one.qualifier else "")


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts(text: str, expected: str) -> None:
    assert list(told(text)) == expected.split()


@pytest.mark.parametrize("text", QUIET)
def test_no_counts(text: str) -> None:
    assert list(told(text)) == []
