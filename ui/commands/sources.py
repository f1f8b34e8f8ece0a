"""What a command works on: a text file read straight from disk, or a stored report."""

import errno
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from exports.text import export_text
from report.compose import Copy, compose
from report.errors import ReportError, UnknownType, UnreadableSource
from report.filling import fill_front
from report.identity import NewId, counting_ids
from report.loader import load_types
from report.notes import Note
from report.reading.manuscript import Manuscript
from report.reading.recognise import Reading, read_report
from report.report import Report
from report.template import ReportType
from resources import resource
from resources.i18n import _
from ui.commands.failure import CommandFailure
from ui.importing.reading import read_bytes, read_source
from ui.sentences import sentence
from ui.storage_sentences import storage_sentence

_REPORT_ID = re.compile(r"[0-9a-f]{12}")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_VISIBLE = re.compile(rf"(?!{_HIDDEN.pattern})\S")


@dataclass(frozen=True, slots=True)
class Source:
    """A report with its type; what its import noticed; when it last changed."""

    report: Report
    type: ReportType
    moment: datetime
    notes: tuple[Note, ...] = ()
    unplaced: tuple[str, ...] = ()
    type_confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FileSource:
    """A report read from a file, text and bytes as they stood there, the report before anything was filled in."""

    source: Source
    text: str
    given: Report
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user said of the source; `year` and `office` fill what it lacks."""

    source: str
    type: str | None = None
    year: int | None = None
    office: str | None = None
    data: str | None = None


def load_source(wanted: Wanted) -> Source:
    """The report that `wanted` names: a file on the disk, else a stored report's id. Raises CommandFailure."""
    path = Path(wanted.source)
    try:
        if stored_id(wanted.source):
            return _read_stored(wanted, all_types())
        return read_file(path, wanted, all_types()).source
    except ReportError as error:
        raise CommandFailure(sentence(error, path.name)) from error


def stored_id(source: str) -> bool:
    """Whether what was typed is the id of a stored report and no file."""
    return _REPORT_ID.fullmatch(source) is not None and not Path(source).exists()


def load_stored(report_id: str, data: str | None) -> Source:
    """A stored report by its id. Raises CommandFailure."""
    return _read_stored(Wanted(known_id(report_id), data=data), all_types())


def known_id(text: str) -> str:
    """A report's id as typed. Raises CommandFailure when it cannot be one."""
    if not _REPORT_ID.fullmatch(text):
        raise CommandFailure(_("“{id}”不是报告的编号。list 列出全部编号。").format(id=text))
    return text


def all_types() -> tuple[ReportType, ...]:
    """The shipped report types. Raises ReportError."""
    types = load_types(resource("templates"))
    for one in types:
        if one.catalogue.problem is not None:
            raise one.catalogue.problem
    return types


def type_of(types: Sequence[ReportType], type_id: str) -> ReportType:
    """The type of that id. Raises UnknownType."""
    for one in types:
        if one.id == type_id:
            return one
    raise UnknownType(type_id, tuple(one.id for one in types))


def _read_stored(wanted: Wanted, types: Sequence[ReportType]) -> Source:
    """A stored report, read without taking the data folder's lock."""
    from storage.errors import StorageError
    from storage.location import data_folder
    from storage.reading import read_report as read_stored_report

    try:
        stored = read_stored_report(data_folder(wanted.data), wanted.source)
    except StorageError as error:
        raise CommandFailure(storage_sentence(error)) from error
    report_type = type_of(types, stored.report.type.id)
    report = fill_front(report_type, stored.report, year=wanted.year, office=one_line(wanted.office))
    found = stored.source
    notes, unplaced = (found.notes, found.unplaced) if found else ((), ())
    return Source(report, report_type, stored.listing.changed, notes, unplaced, found.confidence if found else 1.0)


def read_file(
    path: Path, wanted: Wanted, types: Sequence[ReportType], report_id: str = "", new_id: NewId | None = None
) -> FileSource:
    """The report in a file. Ids count unless `new_id` makes them. Raises CommandFailure and ReportError."""
    try:
        data = read_bytes(path)
        moment = _moment(path.stat().st_mtime)
    except OSError as error:
        raise CommandFailure(_file_sentence(path, error)) from error
    found = read_source(data)
    reading, text = _reading(found, wanted, types, new_id or counting_ids())
    report_type = type_of(types, reading.report.type.id)
    office = one_line(wanted.office)
    report = fill_front(report_type, replace(reading.report, id=report_id), year=wanted.year, office=office)
    source = Source(report, report_type, moment, reading.notes, reading.unplaced, reading.type_confidence)
    return FileSource(source, text, replace(reading.report, id=report_id), data)


def _reading(
    found: Manuscript | Report, wanted: Wanted, types: Sequence[ReportType], new_id: NewId
) -> tuple[Reading, str]:
    """What was found with the text that it is judged by. Raises ReportError."""
    if isinstance(found, Report):
        kind = type_of(types, found.type.id)
        return Reading(found, (), (), 1.0), export_text(compose(kind, found, Copy.SUBMISSION)).decode()
    if not _VISIBLE.search(found.text):
        raise UnreadableSource("no-text")
    return read_report(found, types, type_id=wanted.type, new_id=new_id), found.text


def one_line(typed: str | None) -> str:
    """A name as typed on the command line, without what a line of text cannot hold."""
    return " ".join(re.sub(r"[\ud800-\udfff]", "\ufffd", _HIDDEN.sub(" ", typed or "")).split())


def _moment(changed: float) -> datetime:
    """The dates of what is made: SOURCE_DATE_EPOCH for builds that must repeat, else when the file last changed.

    Raises CommandFailure.
    """
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(asked) if asked else int(changed), UTC)
    except (ValueError, OverflowError, OSError):
        if asked:
            words = _("环境变量 SOURCE_DATE_EPOCH 应是一个秒数，不能是“{value}”。").format(value=asked)
            raise CommandFailure(words) from None
        return datetime(2000, 1, 1, tzinfo=UTC)


def _file_sentence(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return _("找不到“{path}”。请核对文件名和所在文件夹。").format(path=path)
    if path.is_dir():
        return _("“{path}”是一个文件夹，不是文本文件。请写明其中的文件。").format(path=path)
    return _("“{path}”打不开。请核对有没有读它的权限，或是否正被别的程序占用。").format(path=path)
