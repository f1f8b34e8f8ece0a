"""What a save costs: through the store, and as a bare sqlite3 commit of the same bytes in WAL with synchronous=FULL.

Paired: each round does one of each, in turn, so that both meet the same disk and the same load.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from report import edits
from report.content import Paragraph
from report.report import TEXT_FIELD, Report, Section
from storage.location import database
from storage.lock import FolderLock
from storage.store import Store
from storage.thread import StoreThread
from tests.storage.reports import full_report

_ROUNDS, _WARM = 1_000, 50
_BAR = 1.5
_SECTIONS, _PARAGRAPHS = 7, 40
_TEXT = "我局坚持以习近平法治思想为指导，持续推进依法行政工作。" * 12


def measure(rounds: int = _ROUNDS, where: Path | None = None) -> dict[str, tuple[float, float]]:
    """Median and 99th percentile in seconds: "store", "thread" (with its future), "bare"."""
    with tempfile.TemporaryDirectory(dir=where) as name:
        folder = Path(name)
        (folder / "thread").mkdir()
        with FolderLock.take(folder) as lock, FolderLock.take(folder / "thread") as other:
            store, thread = Store(lock), StoreThread(other)
            report = long_report()
            (folder / "bare").mkdir()
            bare = _Bare(folder / "bare", report)
            store.create(report, "甲")
            thread.submit(lambda store: store.create(report, "甲")).result()
            ways: dict[str, Callable[[Report, str], object]] = {
                "store": lambda now, _: store.save(now, "甲", "改正文"),
                "bare": lambda _, text: bare.save(text),
                "thread": lambda now, _: thread.submit(lambda store: store.save(now, "甲", "改正文")).result(),
            }
            times = _paired(ways, lambda: store.is_untidy and store.tidy(), report, rounds)
            store.close()
            thread.close()
            bare.close()
    return {name: _percentiles(found) for name, found in times.items()}


def _paired(
    ways: dict[str, Callable[[Report, str], object]], between: Callable[[], object], report: Report, rounds: int
) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(_WARM + rounds):
        text = f"{number}{_TEXT}"
        report = with_text(report, number, text)
        for name, way in ways.items():
            start = perf_counter()
            way(report, text)
            if number >= _WARM:
                times[name].append(perf_counter() - start)
        between()
    return times


def _percentiles(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=100)
    return cuts[49], cuts[98]


class _Bare:
    """The statements of such a save, with values of the same sizes, on a database with the same tables."""

    def __init__(self, folder: Path, report: Report) -> None:
        with FolderLock.take(folder) as lock:
            store = Store(lock)
            store.create(report, "甲")
            store.close()
        self._connection = sqlite3.connect(database(folder), isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 10000"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._report = report.id
        self._blocks = [(section.id, one.id) for section in report.sections for one in section.text]
        self._number, self._old = 1, _TEXT

    def save(self, text: str) -> None:
        """One transaction with the bytes that the store writes for the same edit."""
        connection, (section, block) = self._connection, self._blocks[self._number % len(self._blocks)]
        self._number += 1
        number, moment, seal = self._number, "2026-01-01T00:00:00.000000+00:00", f"{self._number:064x}"
        connection.execute("BEGIN")
        connection.execute(
            "UPDATE block SET text = ?, seal = ? WHERE report = ? AND id = ?", (text, seal, self._report, block)
        )
        line = (number, number, self._report, moment, "甲", "改正文", section, TEXT_FIELD, "block", f'["{block}"]')
        texts = (f'{{"text":"{self._old}"}}', f'{{"text":"{text}"}}', seal)
        connection.execute(f"INSERT INTO journal VALUES ({', '.join('?' * 13)})", (*line, *texts))
        connection.execute(
            "UPDATE report SET changed = ?, last = ?, total = ?, head = ?, seal = ? WHERE id = ?",
            (moment, number, seal, seal, seal, self._report),
        )
        connection.execute("UPDATE head SET lines = ?, total = ?, seal = ? WHERE id = 1", (number, seal, seal))
        connection.execute("COMMIT")
        self._old = text

    def close(self) -> None:
        """Close."""
        self._connection.close()


def long_report() -> Report:
    """A report of a county: seven sections of forty paragraphs."""
    sections = tuple(
        Section(
            f"s{number}",
            f"第{number}节",
            values={TEXT_FIELD: tuple(Paragraph(f"b{number}-{one}", _TEXT) for one in range(_PARAGRAPHS))},
        )
        for number in range(_SECTIONS)
    )
    return replace(full_report(), preface=(), attachments=(), sections=sections)


def with_text(report: Report, number: int, text: str) -> Report:
    """The report with one paragraph typed into, another each time."""
    section = report.sections[number % _SECTIONS]
    blocks = list(section.text)
    index = number // _SECTIONS % _PARAGRAPHS
    blocks[index] = replace(blocks[index], text=text)
    return edits.set_field(report, section.id, TEXT_FIELD, tuple(blocks))


def main() -> bool:
    """Print the figures; whether the store keeps within the bar."""
    found = measure()
    bare = found["bare"]
    ratios = {name: (times[0] / bare[0], times[1] / bare[1]) for name, times in found.items()}
    for name, (median, worst) in found.items():
        print(
            f"save {name:7} p50 {median * 1e3:7.3f} ms ({ratios[name][0]:.2f} ×)"
            f"   p99 {worst * 1e3:7.3f} ms ({ratios[name][1]:.2f} ×)"
        )
    return max(ratios["store"]) <= _BAR
