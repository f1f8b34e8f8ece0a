"""From the open report to files: what is asked before, what is suggested, what is done on the worker."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import write_whole
from exports.formats import Format, format_of, rendered
from report.compose import Copy, compose
from report.document import Document
from report.publishing import published
from report.report import Report
from report.template import ReportType

if TYPE_CHECKING:
    from exports.pdf.export import MissingCharacter

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the file and its SHA-256."""

    path: Path
    sha256: str


def suggested_name(report: Report, copy: Copy) -> str:
    """office_title.pdf."""
    return suggested_stem(report, copy) + ".pdf"


def suggested_stem(report: Report, copy: Copy) -> str:
    """office_title, without what a file name may not have; the office is not repeated when the title begins so."""
    office, title = report.front.office.strip(), report.front.title.strip()
    if office and title.startswith(office):
        title = title.removeprefix(office).lstrip("关于") or title
    name = "_".join(part for part in (office, title) if part) or "报告"
    suffix = {Copy.SUBMISSION: "", Copy.PUBLIC: "_公开稿", Copy.DRAFT: "_草稿"}[copy]
    return _FORBIDDEN.sub("", name)[:_LONGEST] + suffix


def free_name(path: Path) -> Path:
    """The path, or the first of “name(2).pdf”, “name(3).pdf” … that does not exist."""
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}({number}){path.suffix}")
    return candidate


def check_work(report_type: ReportType, report: Report, copy: Copy) -> "Callable[[], tuple[MissingCharacter, ...]]":
    """The work of finding characters that no face has, for the worker. It raises ExportError."""
    document: Document = compose(report_type, report, copy)

    def work() -> "tuple[MissingCharacter, ...]":
        from exports.pdf.export import faces_for, missing_characters

        return missing_characters(document, faces_for(document))

    return work


def export_work(
    report_type: ReportType, report: Report, copy: Copy, target: Path, moment: datetime
) -> Callable[[], Exported]:
    """The work of one export in the format of the target's suffix, for the worker: everything it needs is immutable.

    It raises ExportError.
    """
    document, kind = compose(report_type, report, copy), format_of(target) or Format.PDF
    told = published(report) if copy is Copy.PUBLIC else report

    def work() -> Exported:
        return _written(target, rendered(kind, document, told, moment))

    return work


def document_work(document: Document, target: Path, moment: datetime) -> Callable[[], Exported]:
    """The work of writing a document as a PDF, for the worker. It raises ExportError."""

    def work() -> Exported:
        from exports.pdf.export import export_pdf, faces_for

        return _written(target, export_pdf(document, faces_for(document), moment))

    return work


def _written(target: Path, data: bytes) -> Exported:
    write_whole(target, data)
    return Exported(target, hashlib.sha256(data).hexdigest())
