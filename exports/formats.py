"""The formats that a report can be written in, by the suffix of the file."""

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from report.codec import to_data
from report.document import Document
from report.report import Report


class Format(StrEnum):
    """One kind of file; its value is the suffix."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "txt"
    JSON = "json"


def format_of(path: Path) -> Format | None:
    """The format that a file's suffix names; None for another."""
    suffix = path.suffix.lower().removeprefix(".")
    return Format({"htm": "html"}.get(suffix, suffix)) if suffix in {*Format, "htm"} else None


def rendered(kind: Format, document: Document, report: Report, moment: datetime) -> bytes:
    """The bytes of a file: of `document`, but for JSON, which has `report` whole so that it can be read back.

    `moment` is the report's last change and becomes the dates in a PDF. Raises ExportError.
    """
    match kind:
        case Format.PDF:
            from exports.pdf.export import export_pdf, faces_for

            return export_pdf(document, faces_for(document), moment)
        case Format.DOCX:
            from exports.docx.export import export_docx

            return export_docx(document, moment)
        case Format.HTML:
            from exports.html import export_html

            return export_html(document)
        case Format.TEXT:
            from exports.text import export_text

            return export_text(document)
        case Format.JSON:
            return (json.dumps(to_data(report), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
