"""The reports of the data folder as the window needs them: what the start page shows, how one is begun or read in.

What reads text is imported when text is read: it would hold up the first paint.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from report.errors import ReportError, UnknownType
from report.filling import fill_front, new_report
from report.identity import random_id
from report.report import Report
from report.template import ReportType
from resources import resource
from storage.records import Listing, SourceText
from ui.editor.states import State
from ui.start_page.model import ReportEntry

if TYPE_CHECKING:
    from report.reading.manuscript import Manuscript
    from report.reading.recognise import Reading

SAMPLE_TYPE = "guangdong"


def entry_of(listing: Listing, types: Sequence[ReportType]) -> ReportEntry:
    """How the start page shows a stored report."""
    kinds = {one.id: one for one in types}
    report_type = kinds.get(listing.type.id)
    parts: list[tuple[str, State]] = []
    for section in listing.sections:
        kind = report_type.section(section.kind) if report_type else None
        if section.empty:
            state = State.EMPTY if kind is None or kind.required else State.OPTIONAL
        else:
            state = State.DONE if section.done else State.BEGUN
        parts.append((kind.short if kind else section.heading, state))
    return ReportEntry(
        listing.id,
        listing.year,
        listing.office,
        listing.name or listing.title,
        listing.state.value,
        tuple(parts),
        listing.changed,
        listing.archived,
        listing.trashed is not None,
    )


def begin_report(report_type: ReportType, year: int, office: str, addressee: str) -> Report:
    """A new report of a type with a fresh id."""
    return fill_front(report_type, new_report(report_type, year, office, random_id), addressee=addressee)


def begin_next_year(types: Sequence[ReportType], last: Report, year: int) -> Report:
    """The report of `year` that goes on from `last`, with a fresh id. Raises UnknownType."""
    from report.rolling import roll_on

    return roll_on(type_of(types, last.type.id), last, year, random_id())


def sample_report(types: Sequence[ReportType]) -> Report:
    """The sample as a report of its own, its numbers entered as indicators and quoted."""
    from report.indicators.adopting import adopt_known
    from report.reading.recognise import read_blocks
    from report.sample import load_sample

    kind = type_of(types, SAMPLE_TYPE)
    return adopt_known(kind, load_sample(resource("sample", "report.toml"), kind, random_id, read_blocks))[0]


def read_file(path: Path) -> "tuple[Manuscript | Report, bytes]":
    """What a file holds, and what is to be kept of it. Raises ReportError and OSError."""
    from ui.importing.reading import original_of, read_bytes, read_source

    data = read_bytes(path)
    return read_source(data), original_of(data)


def read_clipboard(text: str, html: str) -> "tuple[Manuscript | Report, bytes]":
    """What is on the clipboard, of which only the text is kept; where its HTML cannot be read its text is.

    Raises ReportError.
    """
    from report.reading.manuscript import Manuscript
    from report.sources.kinds import Kind
    from ui.importing.reading import read_apart

    if html:
        try:
            return read_apart(Kind.HTML, b"\xef\xbb\xbf" + html.encode("utf-8", "replace")), b""
        except ReportError:
            if not text.strip():
                raise
    return Manuscript(text), b""


def find_report(found: "Manuscript", types: Sequence[ReportType], type_id: str | None = None) -> "Reading":
    """The report in a manuscript, with fresh ids. Raises ReportError."""
    from report.reading.recognise import read_report

    return read_report(found, types, type_id=type_id, report_id=random_id(), new_id=random_id)


def imported(
    reading: "Reading", found: "Manuscript", file: str, types: Sequence[ReportType], original: bytes = b""
) -> tuple[Report, SourceText]:
    """The report with its numbers entered as indicators, and the unchanged text to be kept beside it."""
    from report.indicators.adopting import adopt_known

    report, _unknown = adopt_known(type_of(types, reading.report.type.id), reading.report)
    return report, SourceText(found.text, file, reading.notes, reading.unplaced, reading.type_confidence, original)


def imported_whole(
    found: "Manuscript | Report", file: str, types: Sequence[ReportType], original: bytes = b""
) -> tuple[Report, SourceText]:
    """What a file holds as a report, as it is found. Raises ReportError."""
    if isinstance(found, Report):
        type_of(types, found.type.id)
        return replace(found, id=random_id()), SourceText("", file)
    return imported(find_report(found, types), found, file, types, original)


def type_of(types: Sequence[ReportType], type_id: str) -> ReportType:
    """The type of that id. Raises UnknownType."""
    for one in types:
        if one.id == type_id:
            return one
    raise UnknownType(type_id, tuple(one.id for one in types))


def year_before(listings: Sequence[Listing], report: Report) -> Listing | None:
    """The report of the year before: the one from which this was begun, else the same office's.

    Of several rather one of the same type, then the one changed last. None without one, and for a report that lacks
    office or year. What lies in the trash does not count.
    """
    begun_from = next((one for one in listings if one.id == report.follows and one.trashed is None), None)
    if begun_from is not None:
        return begun_from
    office = report.front.office.strip()
    if report.year is None or not office:
        return None
    found = (
        one
        for one in listings
        if (one.office.strip(), one.year) == (office, report.year - 1) and one.trashed is None and one.id != report.id
    )
    return max(found, key=lambda one: (one.type.id == report.type.id, one.changed), default=None)


def years_before(listings: Sequence[Listing], report: Report, count: int) -> Mapping[int, Listing]:
    """The office's reports of up to `count` years before, by year: as `year_before` takes them."""
    office, year = report.front.office.strip(), report.year
    if year is None or not office:
        return {}
    mine = [one for one in listings if one.office.strip() == office and one.trashed is None and one.id != report.id]
    found: dict[int, Listing] = {}
    for one in sorted(mine, key=lambda one: (one.type.id == report.type.id, one.changed)):
        if one.year is not None and year - count <= one.year < year:
            found[one.year] = one
    return found


def year_after(listings: Sequence[Listing], report: Report) -> Listing | None:
    """The report of the same office and the year after, None without one; what lies in the trash does not count."""
    office = report.front.office.strip()
    wanted = (office, (report.year or 0) + 1)
    found = (one for one in listings if (one.office.strip(), one.year) == wanted and one.trashed is None)
    return max(found, key=lambda one: one.changed, default=None) if office and report.year is not None else None


def writing_year(now: datetime) -> int:
    """The year one writes about: last year until summer, then this one."""
    return now.year - 1 if now.month <= 6 else now.year
