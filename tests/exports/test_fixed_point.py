"""What is exported and read again is what it was: exporting it once more gives the same bytes."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.formats import Format, rendered
from report.compose import Copy, compose
from report.document import Document
from report.exchange import report_from_json
from report.reading.decoding import decode
from report.reading.manuscript import Manuscript
from report.reading.recognise import read_report
from report.report import Report
from report.sources.docx.reader import read_docx
from report.sources.html.reader import read_html
from report.template import ReportType
from tests.report.sources.test_variants import OWN, TYPES
from ui.commands.sample import load_sample_source

MOMENT = datetime(2026, 1, 19, 2, 34, tzinfo=UTC)
READERS = {Format.DOCX: read_docx, Format.HTML: read_html, Format.TEXT: lambda data: Manuscript(decode(data))}
SHARED = os.environ.get("CHENGBAO_SHARED", "")


def type_of(report: Report) -> ReportType:
    return next(one for one in TYPES if one.id == report.type.id)


def reports() -> dict[str, Report]:
    found = {"own": read_report(OWN, TYPES).report, "sample": load_sample_source().report}
    if SHARED:
        shared = Path(SHARED)
        for path in sorted([*shared.glob("seed/*.txt"), *shared.glob("dev-cases/*.txt")]):
            found[path.stem] = read_report(decode(path.read_bytes()), TYPES).report
    return found


def composed(report: Report, copy: Copy) -> Document:
    return compose(type_of(report), report, copy)


@pytest.mark.parametrize("copy", [Copy.SUBMISSION, Copy.PUBLIC])
@pytest.mark.parametrize("kind", [Format.DOCX, Format.HTML, Format.TEXT])
@pytest.mark.parametrize("name", reports())
def test_export_and_import_meet(name: str, kind: Format, copy: Copy) -> None:
    report = reports()[name]
    first = rendered(kind, composed(report, copy), report, MOMENT)
    again = read_report(READERS[kind](first), TYPES, type_id=report.type.id).report
    second = rendered(kind, composed(again, copy), again, MOMENT)
    if kind is not Format.DOCX:
        assert second.decode().splitlines() == first.decode().splitlines()
    assert read_words(kind, second) == read_words(kind, first)
    assert second == first


def read_words(kind: Format, data: bytes) -> list[str]:
    return READERS[kind](data).text.split("\n")


@pytest.mark.parametrize("name", reports())
def test_json_is_the_report(name: str) -> None:
    report = reports()[name]
    written = rendered(Format.JSON, composed(report, Copy.SUBMISSION), report, MOMENT)
    assert report_from_json(written) == report
