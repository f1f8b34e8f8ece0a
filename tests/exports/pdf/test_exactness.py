"""The finished PDF, measured by the positions of its characters, and the pages as they are kept in golden/."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.pdf.export import export_pdf
from exports.pdf.faces import Faces
from report.compose import compose
from report.document import Document
from tests.exports.pdf.exactness import CELL, LEFT, PITCH, RIGHT, Findings, measure
from tests.exports.pdf.golden import FOLDER, documents, geometry
from ui.commands.sources import Wanted, load_source

MOMENT = datetime(2025, 1, 6, tzinfo=UTC)
DOCUMENTS = documents()


def findings(document: Document, faces: Faces) -> Findings:
    found = measure(export_pdf(document, faces, MOMENT))
    print(found.table())
    return found


def check(found: Findings) -> None:
    """Every point that holds for any document."""
    assert found.bad_starts == []
    assert found.bad_ends == []
    assert found.splits == []
    assert found.ragged == []
    assert found.beyond == []
    assert [one for one in found.exceptions if not one[2]] == []
    assert all(pitch / PITCH == pytest.approx(round(pitch / PITCH), abs=0.002) for pitch in found.pitches)
    assert sorted(found.cells)[len(found.cells) // 2] == pytest.approx(CELL, abs=0.05)
    assert sorted(found.cells)[len(found.cells) // 20] > CELL - 0.05, "no room is taken from Han characters"
    assert max(found.han_lines, default=28) <= 29
    for page, text, left, right, _y in found.folios:
        assert text == f"—{page}—"
        if page % 2:
            assert RIGHT - right == pytest.approx(CELL, abs=1.5)
        else:
            assert left - LEFT == pytest.approx(CELL, abs=1.5)
    assert {folio[4] for folio in found.folios} <= {found.folios[0][4]} if found.folios else True


def test_the_sample(faces: Faces) -> None:
    found = findings(DOCUMENTS["sample"], faces)
    check(found)
    assert found.han_lines[28] > 0.8 * found.han_lines.total()


def test_every_element(faces: Faces) -> None:
    check(findings(DOCUMENTS["every-element"], faces))


@pytest.mark.seed
def test_the_published_report(faces: Faces, seed: Path) -> None:
    source = load_source(Wanted(str(seed), None, 2024, "廉江市应急管理局", None))
    found = findings(compose(source.type, source.report), faces)
    check(found)
    assert found.rows_a_page[1:-2] == [22] * (len(found.rows_a_page) - 3)
    assert found.han_lines.most_common(1)[0][0] == 28
    assert found.han_lines[28] / found.han_lines.total() > 0.85


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_stands_where_it_stood(name: str, faces: Faces) -> None:
    """Where this is meant to change: python -m tests.exports.pdf.golden, and read the difference."""
    kept = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    now = json.loads(json.dumps(geometry(DOCUMENTS[name], faces)))
    assert len(now) == len(kept)
    for number, (page, was) in enumerate(zip(now, kept, strict=True), 1):
        assert page == was, f"page {number}"
