"""Bytes of the database that changed on the disk: each harmful change is noticed, and a backup brings all back.

A change is harmful when what can be read differs from what was written, or cannot be read. `verify` must notice every
one. The control asks SQLite's own integrity_check, which must miss some: else the harmful changes were no changes of
text.
"""

import random
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from report import edits
from storage.backups import Reason, back_up
from storage.errors import StorageError
from storage.faults import translated
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.queries import Queries
from storage.restoring import restore
from storage.store import Store
from storage.verifying import verify
from tests.storage.reports import full_report

Damaging = Callable[[bytearray, random.Random, int], None]
_SECTOR = 512
_RESTORED_EVERY = 50
"""One in so many harmful ones is repaired from the backup: a restore costs more than all the rest."""


def _bit(data: bytearray, chance: random.Random, page: int) -> None:
    del page
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _byte(data: bytearray, chance: random.Random, page: int) -> None:
    del page
    data[chance.randrange(len(data))] = chance.randrange(256)


def _sector(data: bytearray, chance: random.Random, page: int) -> None:
    del page
    at = chance.randrange(len(data) // _SECTOR) * _SECTOR
    data[at : at + _SECTOR] = bytes(_SECTOR)


def _page(data: bytearray, chance: random.Random, page: int) -> None:
    at = chance.randrange(len(data) // page) * page
    data[at : at + page] = bytes(page)


def _swap(data: bytearray, chance: random.Random, page: int) -> None:
    one, other = (chance.randrange(1, len(data) // page) * page for _ in range(2))
    data[one : one + page], data[other : other + page] = data[other : other + page], data[one : one + page]


def _cut(data: bytearray, chance: random.Random, page: int) -> None:
    del page
    del data[chance.randrange(len(data)) :]


KINDS: Mapping[str, Damaging] = {
    "bit": _bit,
    "byte": _byte,
    "sector": _sector,
    "page": _page,
    "swap": _swap,
    "cut": _cut,
}


@dataclass(slots=True)
class Figures:
    """What came of a run: by kind how many were harmful, noticed by `verify`, and by SQLite alone."""

    harmful: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    noticed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_sqlite: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    made: int = 0
    crashes: int = 0
    restored: int = 0
    not_restored: int = 0
    seconds: float = 0

    @property
    def clean(self) -> bool:
        """Whether all that was harmful was noticed and nothing else went wrong."""
        return self.harmful == self.noticed and not self.crashes and not self.not_restored

    def line(self) -> str:
        """The figures in one line."""
        kinds = ", ".join(f"{kind} {self.noticed[kind]}/{self.harmful[kind]}" for kind in KINDS)
        return (
            f"damage: {self.made} made, {sum(self.harmful.values())} harmful, {sum(self.noticed.values())} noticed"
            f" ({kinds}), {sum(self.by_sqlite.values())} by integrity_check alone, {self.restored} restored,"
            f" {self.not_restored} not, {self.crashes} crashes, {self.seconds:.0f} s"
        )


def run(harmful: int, seed: int = 1, where: Path | None = None) -> Figures:
    """Damage a database until so many changes of it were harmful."""
    figures, chance, start = Figures(), random.Random(seed), perf_counter()
    with tempfile.TemporaryDirectory(dir=where) as name:
        folder = data_folder(name)
        backup = _written(folder)
        path = database(folder)
        sound = path.read_bytes()
        right = read_all(path)
        page = int.from_bytes(sound[16:18], "big")
        kinds = tuple(KINDS)
        while sum(figures.harmful.values()) < harmful:
            kind = kinds[figures.made % len(kinds)]
            data = bytearray(sound)
            KINDS[kind](data, chance, page)
            _replace(path, data)
            figures.made += 1
            try:
                _judge(figures, kind, folder, backup, right)
            except Exception:
                figures.crashes += 1
    figures.seconds = perf_counter() - start
    return figures


def _judge(figures: Figures, kind: str, folder: Path, backup: Path, right: object) -> None:
    path = database(folder)
    if read_all(path) == right:
        return
    figures.harmful[kind] += 1
    figures.by_sqlite[kind] += not _is_sound_to_sqlite(path)
    try:
        figures.noticed[kind] += not verify(path).is_sound
    except StorageError:
        figures.noticed[kind] += 1
    if sum(figures.harmful.values()) % _RESTORED_EVERY == 1:
        with FolderLock.take(folder) as lock:
            restore(lock, backup, datetime(2026, 3, 1, tzinfo=UTC))
        figures.restored += read_all(path) == right
        figures.not_restored += read_all(path) != right


def read_all(path: Path) -> object:
    """All that a user can read, None when it cannot be read."""
    try:
        with translated(path), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            queries = Queries(connection, path)
            listings = queries.listings()
            found: list[Any] = [listings, queries.settings()]
            for one in listings:
                found.append(queries.stored(one.id))
                found.append(queries.journal(one.id, 10_000))
                found.append(queries.confirmations(one.id))
                found += [queries.version(one.id, each.sequence) for each in queries.versions(one.id)]
            return found
    except (sqlite3.Error, StorageError, OSError):
        return None


def _is_sound_to_sqlite(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _written(folder: Path) -> Path:
    """A database with some reports and their journals, and a backup of it."""
    with FolderLock.take(folder) as lock:
        store = Store(lock)
        store.create(full_report(), "甲")
        for number in range(12):
            store.duplicate("r1", f"r{number + 2}", "甲")
            store.save(edits.set_front(full_report(), "title", f"标题{number}" * 20), "甲", "改标题")
        store.submit("r1", "报送稿", "submission", "ab" * 32, ["成文日期"], "甲")
        store.set_settings({"office": '"某局"'})
        store.close()
    made = back_up(folder, Reason.ASKED, datetime(2026, 3, 1, tzinfo=UTC))
    assert made is not None
    return made.path


def _replace(path: Path, data: bytearray) -> None:
    for end in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(data)


def main(harmful: int = 10_000) -> bool:
    """Print the figures; whether they are as they must be, the control's too."""
    figures = run(harmful)
    print(figures.line())
    missed = sum(figures.harmful.values()) - sum(figures.by_sqlite.values())
    return figures.clean and missed > 0
