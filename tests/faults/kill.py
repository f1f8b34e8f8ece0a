"""kill -9 at random moments of editing through the real store, against a model.

A forked child opens the store's thread and makes one step after the other; each acknowledged one it tells through a
pipe. The parent kills it, reads what lies on the disk and compares it with the model: every acknowledged step must be
there, at most one more, and that whole. The steps follow from seed and number, so that parent and child agree.
"""

import os
import random
import select
import shutil
import signal
import sqlite3
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from report import edits
from report.content import Paragraph
from report.report import TEXT_FIELD, Report, Section
from storage.errors import StorageError
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.queries import Queries
from storage.reading import read_report
from storage.store import Store
from storage.thread import StoreThread
from storage.verifying import verify
from tests.storage.reports import full_report

_SENTENCE = "我局坚持以习近平法治思想为指导，持续推进依法行政。𠮷𪚥"
_ROUNDS_A_FOLDER = 100
_LONGEST = 0.05
"""Seconds until the kill, at most, counted from when the store is open; short waits are more frequent."""
_ID = "r1"
_STEPS_A_CHECKPOINT = 7
"""More often than in use, so that many kills fall into a checkpoint, and into the joining of old lines."""
LONG_AFTER, NOISE = datetime(9999, 1, 1, tzinfo=UTC), 40
"""All lines are old, and so many are joined at once."""


@dataclass(frozen=True, slots=True)
class Model:
    """What the store must hold after a number of steps."""

    step: int
    report: Report
    versions: int = 0


@dataclass(slots=True)
class Figures:
    """What came of a run; all but the first two and `late` must be 0."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    half_done: int = 0
    late: int = 0
    seconds: float = 0.0
    reasons: list[str] = field(default_factory=list[str])

    def line(self) -> str:
        """One line for people."""
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged, {self.lost} lost, {self.unreadable} unreadable,"
            f" {self.half_done} half-done ({self.late} committed but not yet acknowledged; {self.seconds:.0f} s,"
            f" SQLite {sqlite3.sqlite_version})"
        )

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or broken."""
        return not (self.lost or self.unreadable or self.half_done)


def next_model(model: Model, seed: int) -> Model:
    """The model after its next step."""
    step = model.step + 1
    dice = random.Random(seed * 1_000_003 + step)
    if step == 1:
        return Model(1, model.report)
    if dice.random() < 0.06:
        return Model(step, model.report, model.versions + 1)
    edited = _edit(model.report, dice, step)
    if edited == model.report:
        # A step that changes nothing writes nothing, so that the journal would not tell of it.
        edited = edits.set_front(edited, "title", f"{step}年报告")
    return Model(step, edited, model.versions)


def _edit(report: Report, dice: random.Random, step: int) -> Report:
    section = dice.choice(report.sections)
    kind = dice.random()
    if kind < 0.08:
        return edits.set_front(report, "title", f"{step}年报告")
    if kind < 0.14:
        return edits.move_section(report, section.id, dice.randrange(len(report.sections)))
    if kind < 0.20 and len(report.sections) < 8:
        return edits.add_section(report, dice.randrange(5), _new_section(step))
    if kind < 0.26 and len(report.sections) > 2:
        return edits.remove_section(report, section.id)
    text = [one for one in section.text if isinstance(one, Paragraph)]
    if kind < 0.36 or not text:
        text.insert(dice.randint(0, len(text)), Paragraph(f"n{step}", _text(dice, step)))
    elif kind < 0.44:
        text.pop(dice.randrange(len(text)))
    elif kind < 0.50:
        dice.shuffle(text)
    else:
        chosen = dice.randrange(len(text))
        text[chosen] = replace(text[chosen], text=_text(dice, step))
    return edits.set_field(report, section.id, TEXT_FIELD, tuple(text))


def _new_section(step: int) -> Section:
    blocks = tuple(Paragraph(f"s{step}-{number}", _SENTENCE) for number in range(20))
    return Section(f"s{step}", f"第{step}节", values={TEXT_FIELD: blocks})


def _text(dice: random.Random, step: int) -> str:
    return f"{step}：" + _SENTENCE * dice.randrange(1, 60)


def make_step(store: Store, model: Model, before: Model) -> None:
    """Do in the store what leads from one model to the next."""
    what = str(model.step)
    if model.step == 1:
        store.create(model.report, "甲", what=what)
    elif model.versions != before.versions:
        store.freeze(_ID, what, "submission", "", "甲")
    else:
        store.save(model.report, "甲", what)


Acknowledge = Callable[[int], object]
Child = Callable[[Path, Model, int, Acknowledge], None]


def edit_until_killed(folder: Path, model: Model, seed: int, acknowledge: Acknowledge) -> None:
    """What the child does: each step is acknowledged when its future has its result."""
    thread = StoreThread(FolderLock.take(folder))
    thread.submit(lambda store: store.reports()).result()
    acknowledge(model.step)
    while True:
        before, model = model, next_model(model, seed)
        thread.submit(lambda store, now=model, was=before: make_step(store, now, was)).result()
        acknowledge(model.step)
        if model.step % _STEPS_A_CHECKPOINT == 0:
            thread.submit(lambda store: store.tidy())
            thread.submit(lambda store: store.compact(_ID, LONG_AFTER, NOISE))


def acknowledge_too_early(folder: Path, model: Model, seed: int, acknowledge: Acknowledge) -> None:
    """The control: acknowledged when sent, before it is on the disk. It must lose steps."""
    thread = StoreThread(FolderLock.take(folder))
    thread.submit(lambda store: store.reports()).result()
    acknowledge(model.step)
    while True:
        before, model = model, next_model(model, seed)
        acknowledge(model.step)
        thread.submit(lambda store, now=model, was=before: make_step(store, now, was)).result()


def run(kills: int, seed: int = 1, child: Child = edit_until_killed, where: Path | None = None) -> Figures:
    """Kill so often; what came of it."""
    figures, dice, started = Figures(), random.Random(seed), time.monotonic()
    base = Path(tempfile.mkdtemp(prefix="kill-", dir=where))
    try:
        while figures.kills < kills:
            _one_folder(data_folder(base / f"数据 {figures.kills}"), kills, child, dice, figures)
    finally:
        shutil.rmtree(base, ignore_errors=True)
    figures.seconds = time.monotonic() - started
    return figures


def _one_folder(folder: Path, kills: int, child: Child, dice: random.Random, figures: Figures) -> None:
    """Kill in one folder until enough, or until it is broken."""
    seed = dice.randrange(1 << 30)
    model = Model(0, replace(full_report(), id=_ID))
    for _ in range(_ROUNDS_A_FOLDER):
        if figures.kills >= kills:
            return
        told = _killed(folder, model, seed, child, dice)
        figures.kills += 1
        figures.acknowledged += max(0, told - model.step)
        while model.step < told:
            model = next_model(model, seed)
        found = _judge(folder, model, seed, figures)
        if found is None:
            return
        model = found


def _killed(folder: Path, model: Model, seed: int, child: Child, dice: random.Random) -> int:
    """Run the child and kill it; the last step that it acknowledged."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(folder, model, seed, lambda step: os.write(writer, struct.pack("<q", step)))
        except BaseException as error:
            os.write(2, f"child: {error!r}\n".encode())
        os._exit(1)
    os.close(writer)
    if dice.random() < 0.9:
        select.select([reader], [], [], 5)
    time.sleep(dice.random() ** 2 * _LONGEST)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    data = b""
    while more := os.read(reader, 65536):
        data += more
    os.close(reader)
    return max((step for (step,) in struct.iter_unpack("<q", data)), default=model.step)


def _judge(folder: Path, model: Model, seed: int, figures: Figures) -> Model | None:
    """Compare the disk with the model of the last acknowledged step; the model of what is there, None if broken."""
    try:
        found = _read(folder)
    except (StorageError, sqlite3.Error) as error:
        figures.unreadable += 1
        figures.reasons.append(repr(error))
        return None
    if found.step < model.step:
        figures.lost += 1
        figures.reasons.append(f"step {found.step} of {model.step} is the last")
        return None
    if found.step > model.step:
        figures.late += 1
        model = next_model(model, seed)
    if found.step > 0 and found != model:
        figures.half_done += 1
        figures.reasons.append(f"step {found.step} of {model.step}")
        return None
    return model


def _read(folder: Path) -> Model:
    """What lies on the disk: which step the journal says, the report, how many versions."""
    if not database(folder).exists():
        return Model(0, replace(full_report(), id=_ID))
    connection = sqlite3.connect(f"{database(folder).as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        verdict = verify(database(folder))
        if not verdict.is_sound:
            raise sqlite3.DatabaseError(str(verdict.damages[0]))
        queries = Queries(connection, database(folder))
        lines = queries.journal(_ID, 1)
        if not lines:
            return Model(0, replace(full_report(), id=_ID))
        freezes = len(queries.versions(_ID))
        step = int(queries.versions(_ID)[-1].name) if lines[0].what == "freeze" else int(lines[0].what)
    finally:
        connection.close()
    return Model(step, read_report(folder, _ID).report, freezes)


def main(kills: int = 2_000) -> bool:
    """Run it with its control, print a line each; whether both came out as they must."""
    figures = run(kills)
    print(f"kill -9 while editing: {figures.line()}", flush=True)
    for reason in figures.reasons[:5]:
        print(f"  {reason}", file=sys.stderr)
    control = run(max(60, kills // 20), child=acknowledge_too_early)
    print(f"  control, acknowledged before the commit: {control.line()}", flush=True)
    return figures.clean and control.lost > 0
