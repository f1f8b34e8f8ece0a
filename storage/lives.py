"""What happens to a report as a whole: it comes in, goes through its states, leaves."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path

from report.document import Place
from report.report import Report
from storage.assembling import Positions
from storage.changes import FRONT, RowChange, first_rows
from storage.deed import Deed, moment_text
from storage.errors import UnknownReport
from storage.queries import notes_data
from storage.records import Cell, Listing, SourceText, State
from storage.rows import Row, json_text, report_cells

_PLACE = Place(FRONT)


def take_in(deed: Deed, report: Report, source: SourceText | None) -> Positions:
    """Write a new report. The journal gets the one line of its row: every later change tells what was there before."""
    moment = moment_text(deed.moment)
    life: Row = {
        "state": State.DRAFTING.value,
        "name": "",
        "archived": 0,
        "created": moment,
        "changed": moment,
        "last": deed.next_sequence,
        "trashed": None,
    }
    deed.write(RowChange("report", (), _PLACE, None, {**report_cells(report), **life}))
    found = first_rows(report)
    for change in found.changes:
        deed.write(change, silent=True)
    if source is not None:
        cells = {**_source_cells(source), "original": b64encode(source.original).decode("ascii")}
        deed.write(RowChange("source", (), _PLACE, None, cells), silent=True)
    return found.positions


def set_columns(deed: Deed, listing: Listing, columns: Mapping[str, Cell]) -> None:
    """Change a report's own row; what is the same already is not written."""
    was = _life_cells(listing)
    new = {name: cell for name, cell in columns.items() if was[name] != cell}
    if new:
        deed.write(RowChange("report", (), _PLACE, {name: was[name] for name in new}, new))


def remove(deed: Deed, listing: Listing) -> None:
    """Remove all rows of a report and its journal, and leave one line without its text."""
    deed.remove_report()
    deed.record(RowChange("report", (), _PLACE, _life_cells(listing), None))


def keep_source(deed: Deed, before: SourceText | None, source: SourceText) -> None:
    """Write what is kept of an import, where it differs."""
    new = _source_cells(source)
    if before is None:
        deed.write(RowChange("source", (), _PLACE, None, new))
        return
    old = _source_cells(before)
    names = [name for name in new if new[name] != old[name]]
    if names:
        change = RowChange(
            "source", (), _PLACE, {name: old[name] for name in names}, {name: new[name] for name in names}
        )
        deed.write(change)


def set_settings(deed: Deed, values: Mapping[str, str]) -> None:
    """Write settings."""
    for name, value in values.items():
        deed.set_setting(name, value)


def only(found: Sequence[Listing], path: Path, report_id: str) -> Listing:
    """The one report found. Raises UnknownReport."""
    if not found:
        raise UnknownReport(path, report_id)
    return found[0]


def _life_cells(listing: Listing) -> Row:
    return {
        "state": listing.state.value,
        "name": listing.name,
        "archived": int(listing.archived),
        "trashed": moment_text(listing.trashed) if listing.trashed else None,
    }


def _source_cells(source: SourceText) -> Row:
    return {
        "file": source.file,
        "text": source.text,
        "notes": json_text(notes_data(source.notes)),
        "unplaced": json_text(source.unplaced),
        "confidence": repr(float(source.confidence)),
    }
