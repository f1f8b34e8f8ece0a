"""kill -9 in the middle of each thing that is done in `worlds`: import, export, backup, restore, migration and others.

A forked child does one of them; it is killed at a random moment of the time that it takes. What is found then is as it
was before or as it is afterwards, never between, and afterwards when the child had said that it was done. The next
start finds all sound and nothing left over. The control exports into the file itself.
"""

import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from storage.errors import StorageError
from tests.faults.failing_calls import told_apart
from tests.faults.worlds import OPERATIONS, Look, Operation, World, export_in_place

_READY, _DONE = b"r", b"d"
_LONGER: Final = 1.2
"""Kills fall into the time that the deed takes, and some shortly after it."""
_PATIENCE: Final = 30


@dataclass(slots=True)
class Figures:
    """What came of a run; all but kills, `within` (before it was done) and seconds must be 0."""

    name: str
    kills: int = 0
    within: int = 0
    lost: int = 0
    half_done: int = 0
    left: int = 0
    seconds: float = 0.0
    reasons: list[str] = field(default_factory=list[str])

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, half-done or left over."""
        return not (self.lost or self.half_done or self.left)

    def line(self) -> str:
        """One line for people."""
        return (
            f"{self.name}: {self.kills} kills, {self.within} before it was done, {self.lost} lost,"
            f" {self.half_done} half-done, {self.left} not as before at the next start; {self.seconds:.0f} s"
        )

    def add(self, other: "Figures") -> None:
        """Sum up."""
        for name in ("kills", "within", "lost", "half_done", "left"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.seconds += other.seconds
        self.reasons += other.reasons


class Killing:
    """Kills one operation again and again."""

    def __init__(self, base: Path, operation: Operation, seed: int) -> None:
        self.figures = Figures(operation.name)
        self._operation, self._dice = operation, random.Random(seed)
        self._template, self._place = base / "template", base / "world"
        world = World(self._template)
        operation.prepare(world)
        world.close()
        self._before = World(self._template).look()
        self._after, self._takes = self._done_whole()

    def run(self, kills: int) -> None:
        """Kill so often."""
        started = time.monotonic()
        for _ in range(kills):
            self._one()
        self.figures.seconds = time.monotonic() - started

    def _done_whole(self) -> tuple[Look, float]:
        """What is found when nobody kills, and how long it takes."""
        told, took = self._killed(_PATIENCE)
        if not told:
            raise AssertionError(f"{self._operation.name} was not done")
        return World(self._place).look(), took

    def _one(self) -> None:
        figures = self.figures
        told, _ = self._killed(self._dice.random() * self._takes * _LONGER)
        figures.kills += 1
        figures.within += not told
        found = self._look()
        wanted = [self._after] if told else [self._before, self._after]
        if told_apart(found) not in map(told_apart, wanted):
            figures.lost += told
            figures.half_done += not told
            figures.reasons.append(f"{self._operation.name}: {found}"[:300])
            return
        try:
            wrong = World(self._place).start_again()
        except StorageError as error:
            wrong = [repr(error)]
        if told_apart(self._look()) != told_apart(found):
            wrong.append("another content")
        if wrong:
            figures.left += 1
            figures.reasons.append(f"{self._operation.name}: {'; '.join(wrong)}")

    def _look(self) -> Look | None:
        with suppress(StorageError):
            return World(self._place).look()
        return None

    def _killed(self, after: float) -> tuple[bool, float]:
        """Have a child do it and kill it after so many seconds; whether it had said that it was done, and when."""
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._template, self._place)
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            self._do(writer)
        os.close(writer)
        try:
            if not select.select([reader], [], [], _PATIENCE)[0] or os.read(reader, 1) != _READY:
                raise AssertionError(f"{self._operation.name} could not begin")
            begun = time.monotonic()
            told = bool(select.select([reader], [], [], after)[0]) and os.read(reader, 1) == _DONE
            took = time.monotonic() - begun
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return told or os.read(reader, 1) == _DONE, took
        finally:
            os.close(reader)

    def _do(self, writer: int) -> None:
        """What the child does; it never returns."""
        try:
            world = World(self._place)
            if self._operation.opened:
                world.store(lambda store: store.reports())
            os.write(writer, _READY)
            self._operation.act(world)
            os.write(writer, _DONE)
            time.sleep(_PATIENCE)
        except BaseException as error:
            os.write(2, f"child: {error!r}\n".encode())
        os._exit(1)


def control() -> Operation:
    """An export that writes into the file that is there, a little at a time."""
    (export,) = (one for one in OPERATIONS if one.name == "export")
    return replace(export, name="export in place", act=export_in_place)


def run(kills: int, operations: tuple[Operation, ...] = (), seed: int = 1, where: Path | None = None) -> list[Figures]:
    """Kill each of the operations, or all there are, so often altogether."""
    chosen = operations or tuple(OPERATIONS)
    found: list[Figures] = []
    for number, operation in enumerate(chosen):
        with tempfile.TemporaryDirectory(prefix="deeds-", dir=where) as name:
            killing = Killing(Path(name), operation, seed + number)
            killing.run(-(-kills // len(chosen)))
            found.append(killing.figures)
    return found


def main(kills: int = 8_000) -> bool:
    """Print a line for each operation and one for all; whether all is as it must be."""
    total = Figures("all")
    for figures in run(kills):
        print(f"kill -9 during {figures.line()}", flush=True)
        for reason in figures.reasons[:5]:
            print(f"  {reason}", file=sys.stderr)
        total.add(figures)
    (seen,) = run(max(40, kills // 100), (control(),))
    print(f"kill -9 during {total.line()}")
    print(f"  control, {seen.line()}")
    return total.clean and seen.half_done > 0
