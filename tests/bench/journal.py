"""A journal of a million lines: how long it takes to see the history of a field, and to verify it all.

The field has the lines of a hard week; the rest is of other fields and other reports.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from report.document import Place
from report.report import TEXT_FIELD, Report
from storage.changes import RowChange
from storage.lock import FolderLock
from storage.store import Store
from storage.verifying import verify
from tests.bench.save import long_report

_LINES, _A_DEED, _REPORTS, _FIELD_SHARE = 1_000_000, 1_000, 10, 200
_BAR_HISTORY, _BAR_VERIFY = 0.1, 15.0
_SHOWN = 200
_ROUNDS = 9


def main() -> bool:
    """Print the figures; whether both are within their bars."""
    with tempfile.TemporaryDirectory() as name, FolderLock.take(Path(name)) as lock:
        moment = datetime(2020, 1, 1, tzinfo=UTC)
        store = Store(lock, clock=lambda: moment)
        reports = [replace(long_report(), id=f"r{number}") for number in range(_REPORTS)]
        for one in reports:
            store.create(one, "甲")
        for number in range(_LINES // _A_DEED):
            moment += timedelta(minutes=7)
            _fill(store, reports[number % _REPORTS], number)
        wanted, place = reports[0], _place(reports[0])
        listed, read = min(_history(store, wanted, place) for _ in range(_ROUNDS))
        store.close()
        verdict = verify(store.path)
        size = store.path.stat().st_size >> 20
    ok = verdict.is_sound and listed + read <= _BAR_HISTORY and verdict.seconds <= _BAR_VERIFY
    print(f"a journal of {_LINES:,} lines, {size} MB")
    history = f"{listed * 1000:.1f} ms listed, {read * 1000:.1f} ms read (bar {_BAR_HISTORY * 1000:.0f})"
    print(f"  history of a field: {history}")
    found = f"{verdict.rows:,} rows in {verdict.seconds:.1f} s (bar {_BAR_VERIFY:.0f})"
    print(f"  verified: {found}, {'sound' if verdict.is_sound else 'not sound'}")
    return ok


def _place(report: Report) -> Place:
    section = report.sections[0]
    return Place(section.id, TEXT_FIELD, section.text[0].id)


def _fill(store: Store, report: Report, number: int) -> None:
    """A deed of many lines, as many saves would leave; of each, some are of the first paragraph."""
    sections = report.sections
    with store._ledger.deed(report.id, "甲", "改正文") as deed:
        deed.touch()
        for line in range(_A_DEED):
            section = sections[0 if line % _FIELD_SHARE == 0 else 1 + line % (len(sections) - 1)]
            block = section.text[0]
            old, new = {"text": f"{number}-{line}" * 8}, {"text": f"{number}-{line + 1}" * 8}
            place = Place(section.id, TEXT_FIELD, block.id)
            deed.record(RowChange("block", (block.id,), place, old, new))


def _history(store: Store, report: Report, place: Place) -> tuple[float, float]:
    """Seconds to list the revisions of a paragraph, and to read it as it was at the oldest of them."""
    start = perf_counter()
    found = store.revisions(report.id, place, _SHOWN)
    listed = perf_counter()
    store.report_at(report.id, found[-1].sequence, place)
    return listed - start, perf_counter() - listed
