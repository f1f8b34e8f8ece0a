"""Where everything stands on the pages of two documents: `python -m tests.exports.pdf.golden` writes it anew.

Positions, not pixels: a change of the layout is read as a difference of numbers.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.pdf.export import lay_out
from exports.pdf.faces import Faces, bundled_faces
from exports.pdf.pages import Page
from report.compose import compose
from report.document import Document
from resources import resource
from tests.exports.pdf.documents import every_element
from ui.commands.sample import load_sample_source

FOLDER = Path(__file__).parent / "golden"


def documents() -> Mapping[str, Document]:
    """The documents by name."""
    source = load_sample_source()
    return {"sample": compose(source.type, source.report), "every-element": every_element()}


def geometry(document: Document, faces: Faces) -> list[dict[str, Any]]:
    """The pages as plain data."""
    return [_page(page) for page in lay_out(document, faces)]


def _page(page: Page) -> dict[str, Any]:
    return {
        "number": page.number if page.numbered else None,
        "lines": [
            [
                round(one.line.left, 2),
                round(one.baseline, 2),
                one.line.size,
                round(one.line.spacing, 3),
                "|".join(f"{run.role.value}:{run.text}" for run in one.line.runs),
                *([[[index, round(points, 2)] for index, points in one.line.squeezes]] if one.line.squeezes else []),
            ]
            for one in page.lines
        ],
        "rules": [[round(value, 2) for value in (one.x1, one.y1, one.x2, one.y2, one.width)] for one in page.rules],
        "bookmarks": [[one.level, one.title, round(one.top, 2)] for one in page.bookmarks],
    }


def as_text(pages: Sequence[Mapping[str, Any]]) -> str:
    """The pages as JSON, a line of text a line."""
    parts: list[str] = []
    for page in pages:
        rows = [f'"number": {json.dumps(page["number"])}']
        for key in ("lines", "rules", "bookmarks"):
            inner = ",\n    ".join(json.dumps(one, ensure_ascii=False) for one in page[key])
            rows.append(f'"{key}": [\n    {inner}\n  ]' if inner else f'"{key}": []')
        parts.append("{\n  " + ",\n  ".join(rows) + "\n}")
    return "[\n" + ",\n".join(parts) + "\n]\n"


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    faces = bundled_faces(resource("fonts"))
    for name, document in documents().items():
        (FOLDER / f"{name}.json").write_text(as_text(geometry(document, faces)), "utf-8")


if __name__ == "__main__":
    main()
