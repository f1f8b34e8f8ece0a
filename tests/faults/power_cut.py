"""The power goes while the program works: thousands of disks that a cut may leave, held against what was acknowledged.

A child edits through the store's thread, with checkpoints, backups, exports and restores in between, while the library
of `recorder` records each call and each acknowledgement. From the record the disks of `disk_states` are made, and the
program's own reading must find in each: the last acknowledged event or the one that was under way, whole; all backups
sound, the newest acknowledged one among them; the exported file whole.

The controls make a slip on purpose, which must show: commits with synchronous=NORMAL, an export written in place.
"""

import hashlib
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from exports.files import write_whole
from storage import engine
from storage.backups import Reason, back_up, backup_folder, backups, tidy
from storage.errors import StorageError
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.restoring import restore
from storage.store import Store
from storage.thread import StoreThread
from storage.verifying import verify
from tests.faults import kill, recorder
from tests.faults.disk_states import MODELS, Disk, State, states
from tests.faults.recorder import Record, Recorder
from tests.storage.reports import full_report

DATA, OUT = "数据", "导出"
"""The two folders below the one that is recorded; the program makes the first."""

_FILE: Final = "年报.pdf"
_BEGIN: Final = datetime(2026, 1, 1, tzinfo=UTC)
_PACE: Final = timedelta(minutes=20)
"""Between two events by the clock of the backups, so that old ones are removed."""
_STATES_A_RUN: Final = 1_000
"""Disks made from one recorded run."""


class Slip(Enum):
    """What a control does wrongly."""

    NONE = "none"
    NORMAL = "normal"
    IN_PLACE = "in-place"


class Event(Enum):
    """What the child does."""

    STEP = "step"
    BACKUP = "backup"
    EXPORT = "export"
    RESTORE = "restore"


@dataclass(slots=True)
class Figures:
    """What came of a run; of what follows `acknowledged` all must be 0."""

    model: str
    states: int = 0
    acknowledged: int = 0
    lost: int = 0
    most_lost: int = 0
    unreadable: int = 0
    half_done: int = 0
    unsound: int = 0
    backups_bad: int = 0
    backups_lost: int = 0
    exports_bad: int = 0
    exports_lost: int = 0
    backups_read: int = 0
    seconds: float = 0.0
    reasons: list[str] = field(default_factory=list[str])

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or broken."""
        broken = self.unreadable + self.half_done + self.unsound + self.backups_bad + self.exports_bad
        return not (self.lost + self.backups_lost + self.exports_lost + broken)

    def line(self) -> str:
        """One line for people."""
        return (
            f"{self.model}: {self.states} states, {self.acknowledged} acknowledged events, {self.lost} lost"
            f" (at most {self.most_lost}), {self.unreadable} unreadable, {self.half_done} half-done,"
            f" {self.unsound} unsound; of {self.backups_read} backups {self.backups_bad} bad, {self.backups_lost} lost;"
            f" exports: {self.exports_bad} bad, {self.exports_lost} lost; {self.seconds:.0f} s,"
            f" SQLite {sqlite3.sqlite_version}"
        )


def event(number: int) -> Event:
    """What the event of a number is; the first one is 1."""
    if number % 60 == 50:
        return Event.RESTORE
    if number % 15 == 0:
        return Event.BACKUP
    return Event.EXPORT if number % 10 == 4 else Event.STEP


def history(events: int, seed: int) -> list[kill.Model]:
    """What the store must hold after each event; before the first one it is the model of nothing."""
    found = [kill.Model(0, replace(full_report(), id=kill._ID))]
    backed_up = found[0]
    for number in range(1, events + 1):
        what = event(number)
        if what is Event.STEP:
            # After a restore the steps are counted anew from the backup: another seed keeps them from being the same.
            found.append(kill.next_model(found[-1], seed + number))
            continue
        if what is Event.BACKUP:
            backed_up = found[-1]
        found.append(backed_up if what is Event.RESTORE else found[-1])
    return found


def work(base: Path, events: int, seed: int, export: Callable[[Path, bytes], object] = write_whole) -> None:
    """What the child does; a note after each event tells its number, the newest backup's, the last export's."""
    told, models, folder = Recorder(), history(events, seed), data_folder(base / DATA)
    lock, newest, exported = FolderLock.take(folder), 0, 0
    thread = StoreThread(lock)
    for number in range(1, events + 1):
        before, now, moment = models[number - 1], models[number], _BEGIN + number * _PACE
        match event(number):
            case Event.STEP:
                thread.submit(lambda store, now=now, was=before: kill.make_step(store, now, was)).result()
            case Event.BACKUP:
                back_up(folder, Reason.ASKED, moment)
                tidy(backup_folder(folder))
            case Event.EXPORT:
                export(base / OUT / _FILE, content(number))
                exported = number
            case Event.RESTORE:
                thread.close()
                restore(lock, backups(backup_folder(folder))[0].path, moment)
                thread = StoreThread(lock)
        known = backups(backup_folder(folder))
        newest = known[0].number if known else 0
        told.note(f"{number} {newest} {exported}")
        if number % kill._STEPS_A_CHECKPOINT == 0:
            thread.submit(lambda store: store.tidy())
            thread.submit(lambda store: store.compact(kill._ID, kill.LONG_AFTER, kill.NOISE))
    thread.close()


def content(number: int) -> bytes:
    """A file that tells whether it is whole."""
    body = f"{number}\n".encode() + "法治政府建设".encode() * 500 * (1 + number % 7)
    return body + hashlib.sha256(body).digest()


def recorded(base: Path, events: int, seed: int, slip: Slip = Slip.NONE) -> list[Record]:
    """What a child did below a folder. Raises CalledProcessError."""
    watched, log = base / "recorded", base / "log"
    (watched / OUT).mkdir(parents=True)
    environ = recorder.environment(recorder.build(base), watched, log)
    recorder.run_child("tests.faults.power_cut", [str(watched), str(events), str(seed), slip.value], environ)
    records = recorder.read_log(log)
    shutil.rmtree(watched)
    log.unlink()
    return records


def moments(records: Sequence[Record], count: int, dice: random.Random) -> list[int]:
    """At which records to cut: half of them anywhere, half where names change, which is where little time is spent."""
    renamings = [number for number, one in enumerate(records) if one.operation in "CRLUMX"]
    found = [dice.randint(1, len(records)) for _ in range(count // 2)]
    near = (dice.choice(renamings) + dice.randint(0, 4) for _ in range(count - len(found)))
    return [*found, *(min(one, len(records)) for one in near)]


def run(count: int, model: str, seed: int = 1, slip: Slip = Slip.NONE, where: Path | None = None) -> Figures:
    """Make so many states of a model and judge each."""
    figures, started = Figures(model), time.monotonic()
    while figures.states < count:
        with tempfile.TemporaryDirectory(prefix="cut-", dir=where or memory()) as name:
            _one_run(Path(name), min(_STATES_A_RUN, count - figures.states), seed + figures.states, slip, figures)
    figures.seconds = time.monotonic() - started
    return figures


def memory() -> Path | None:
    """A folder in memory where there is one: the states are written and read once."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else None


def _one_run(base: Path, count: int, seed: int, slip: Slip, figures: Figures) -> None:
    events, dice = max(70, min(180, count)), random.Random(seed)
    records, models = recorded(base, events, seed, slip), history(events, seed)
    disk = Disk(figures.model, (OUT,), lambda path: path.endswith("-shm"))
    judge = Judge(base / "state", models, figures)
    chosen = moments(records, count, dice)
    notes = iter([(number, one.data) for number, one in enumerate(records) if one.operation == "N"])
    coming, last = next(notes, None), (0, 0, 0)
    for moment, state in states(records, chosen, disk, dice):
        while coming is not None and coming[0] < moment:
            number, newest, exported = map(int, coming[1].split())
            last, coming = (number, newest, exported), next(notes, None)
        judge.state(state, *last)


class Judge:
    """Writes a state down and reads it as the program does."""

    def __init__(self, base: Path, models: Sequence[kill.Model], figures: Figures) -> None:
        self._base, self._models, self._figures = base, models, figures
        self._sound: dict[bytes, bool] = {}

    def state(self, state: State, number: int, newest: int, exported: int) -> None:
        """Count what is wrong with one, in which the event of a number was the last acknowledged one."""
        figures = self._figures
        figures.states += 1
        figures.acknowledged += number
        shutil.rmtree(self._base, ignore_errors=True)
        for name in (DATA, OUT):
            (self._base / name).mkdir(parents=True)
        for path, data in state.items():
            target = self._base / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        self._judge_export(state.get(f"{OUT}/{_FILE}"), number, exported)
        self._judge_backups(state, number, newest)
        folder = self._base / DATA
        if self._judge_data(folder, number, "as read") and figures.states % 4 == 0:
            # Writing over what was left is what the next start does.
            try:
                with FolderLock.take(folder) as lock:
                    store = Store(lock)
                    store.set_settings({"cut": str(number)})
                    store.close()
            except StorageError as error:
                figures.unreadable += 1
                self._tell(number, f"cannot be written: {error!r}")
            else:
                self._judge_data(folder, number, "as written to")

    def _judge_data(self, folder: Path, number: int, how: str) -> bool:
        """Whether the data are the last acknowledged ones or those that were under way."""
        figures = self._figures
        try:
            verdict = verify(database(folder))
            found = kill._read(folder)
        except (StorageError, sqlite3.Error) as error:
            figures.unreadable += 1
            return self._tell(number, f"{how}: {error!r}")
        if not verdict.is_sound:
            figures.unsound += 1
            return self._tell(number, f"{how}: {verdict.damages[0]}")
        if found in self._models[number : number + 2]:
            return True
        older = [one for one in range(number) if self._models[one] == found]
        if older:
            figures.lost += 1
            figures.most_lost = max(figures.most_lost, number - older[-1])
            return self._tell(number, f"{how}: event {older[-1]} is the last")
        figures.half_done += 1
        return self._tell(number, f"{how}: step {found.step}, that none was")

    def _judge_backups(self, state: State, number: int, newest: int) -> None:
        known = backups(backup_folder(self._base / DATA))
        if (known[0].number if known else 0) < newest:
            self._figures.backups_lost += 1
            self._tell(number, f"backup {newest} is gone")
        for one in known:
            self._figures.backups_read += 1
            digest = hashlib.sha256(state[str(one.path.relative_to(self._base))]).digest()
            if digest not in self._sound:
                try:
                    self._sound[digest] = verify(one.path).is_sound
                except StorageError:
                    self._sound[digest] = False
            if not self._sound[digest]:
                self._figures.backups_bad += 1
                self._tell(number, f"backup {one.path.name} is not sound")

    def _judge_export(self, data: bytes | None, number: int, exported: int) -> None:
        found = int(data.split(b"\n", 1)[0]) if data and data[:1].isdigit() else 0
        if data is not None and data != content(found):
            self._figures.exports_bad += 1
            self._tell(number, "half an export")
        elif found < exported:
            self._figures.exports_lost += 1
            self._tell(number, f"export {found} in place of {exported}")

    def _tell(self, number: int, what: str) -> bool:
        self._figures.reasons.append(f"{self._figures.model}, after event {number} ({event(number + 1).value}): {what}")
        return False


def main(count: int = 10_000) -> bool:
    """Print the figures of both models and of the controls; whether all are as they must be."""
    if reason := recorder.missing():
        print(f"power cut: left out, {reason}")
        return True
    runs = [run(count // len(MODELS), model) for model in MODELS]
    for figures in runs:
        print(f"power cut: {figures.line()}", flush=True)
        for reason in figures.reasons[:5]:
            print(f"  {reason}", file=sys.stderr)
    normal, in_place = (run(max(100, count // 50), "strict", slip=slip) for slip in (Slip.NORMAL, Slip.IN_PLACE))
    print(f"  control, synchronous=NORMAL: {normal.line()}", flush=True)
    print(f"  control, export in place: {in_place.line()}", flush=True)
    return all(one.clean for one in runs) and normal.lost > 0 and in_place.exports_bad > 0


def _child(base: str, events: str, seed: str, slip: str) -> None:
    if Slip(slip) is Slip.NORMAL:
        engine._WRITER = tuple(one.replace("= FULL", "= NORMAL") for one in engine._WRITER)
    export = Path.write_bytes if Slip(slip) is Slip.IN_PLACE else write_whole
    work(Path(base), int(events), int(seed), export)


if __name__ == "__main__":
    _child(*sys.argv[1:])
