"""Each call of the system that can fail does fail: the first of its kind, the second, the third, until none is left.

For every operation of `worlds`, each kind of call and each error, once and lastingly: the user must get a typed failure
with a sentence, or the operation has done its work; what was acknowledged is whole. When the fault is gone the same
operation, done again in the same process, succeeds, and the next start finds everything sound and nothing left over.

All of it runs in a child that the library of `recorder` was loaded into. The control swallows an error.
"""

import errno
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from exports.errors import ExportError
from storage.errors import StorageError
from tests.faults import recorder
from tests.faults.power_cut import memory
from tests.faults.recorder import Kind, Recorder
from tests.faults.worlds import OPERATIONS, Look, Operation, World
from ui.sentences import sentence

ERRORS: Final = (errno.EIO, errno.ENOSPC, errno.EACCES)
_FAR: Final = 1 << 40
_FIRST: Final = 3
"""In a short run the first so many calls of a kind fail, and some others by chance."""
CONTROL: Final = "swallowing save"


@dataclass(frozen=True, slots=True)
class Case:
    """One fault: the n-th call of a kind fails, and when it is lasting all later ones of it, too."""

    kind: Kind
    number: int
    error: int
    lasting: bool

    def __str__(self) -> str:
        return f"{self.kind.name} {self.number}{'+' * self.lasting} {errno.errorcode[self.error]}"


@dataclass(slots=True)
class Figures:
    """What came of a run of one operation, or of all; of what follows `succeeded` all must be 0."""

    name: str
    cases: int = 0
    failed: int = 0
    succeeded: int = 0
    untyped: int = 0
    half_done: int = 0
    swallowed: int = 0
    not_again: int = 0
    left: int = 0
    seconds: float = 0.0
    reasons: list[str] = field(default_factory=list[str])

    @property
    def clean(self) -> bool:
        """Whether every fault came out as it must."""
        return not (self.untyped or self.half_done or self.swallowed or self.not_again or self.left)

    def line(self) -> str:
        """One line for people."""
        return (
            f"{self.name}: {self.cases} faults, {self.failed} told, {self.succeeded} done all the same;"
            f" {self.untyped} untyped, {self.half_done} half-done, {self.swallowed} swallowed,"
            f" {self.not_again} not done when tried again, {self.left} not as before at the next start;"
            f" {self.seconds:.0f} s"
        )

    def add(self, other: "Figures") -> None:
        """Sum up."""
        for name in ("cases", "failed", "succeeded", "untyped", "half_done", "swallowed", "not_again", "left"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.seconds += other.seconds
        self.reasons += other.reasons


class Bench:
    """Does one operation with one fault after the other."""

    def __init__(self, base: Path, operation: Operation) -> None:
        self.figures = Figures(operation.name)
        self._recorder, self._operation = Recorder(), operation
        self._template, self._place = base / "template", base / "world"
        world = World(self._template)
        operation.prepare(world)
        world.close()
        self._before = World(self._template).look()
        made = self._made()
        operation.act(made)
        self._after = made.look()
        made.close()

    def run(self, sample: int = 0, seed: int = 1) -> None:
        """All faults; with a sample only the first of each kind and so many others."""
        started = time.monotonic()
        if sample:
            cases = list(self._counted())
            chosen = [one for one in cases if one.number <= _FIRST and not one.lasting]
            others = [one for one in cases if one not in chosen]
            chosen += random.Random(seed).sample(others, min(sample, len(others)))
            for case in chosen:
                self._try(case)
        else:
            for kind in Kind:
                for error in ERRORS:
                    for lasting in (False, True):
                        number = 1
                        while self._try(Case(kind, number, error, lasting)):
                            number += 1
        self.figures.seconds = time.monotonic() - started

    def _counted(self) -> Iterator[Case]:
        """All faults, as one run without a fault tells how many calls there are."""
        for kind in Kind:
            world = self._made()
            self._recorder.arm(kind, _FAR, errno.EIO)
            self._operation.act(world)
            count = self._recorder.counted()
            self._recorder.calm()
            world.close()
            for number in range(1, count + 1):
                yield from (Case(kind, number, error, lasting) for error in ERRORS for lasting in (False, True))

    def _made(self) -> World:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._template, self._place)
        world = World(self._place)
        if self._operation.opened:
            world.store(lambda store: store.reports())
        return world

    def _try(self, case: Case) -> bool:
        """Whether there was a call that failed."""
        world, told = self._made(), None
        self._recorder.arm(case.kind, case.number, case.error, lasting=case.lasting)
        try:
            self._operation.act(world)
        except Exception as error:
            told = error
        reached = self._recorder.reached()
        self._recorder.calm()
        try:
            if reached:
                self.figures.cases += 1
                self._judge(case, world, told)
            elif told is not None:
                raise AssertionError(f"{self._operation.name} without a fault") from told
        finally:
            world.close()
        return reached

    def _judge(self, case: Case, world: World, told: Exception | None) -> None:
        figures = self.figures
        if told is None:
            figures.succeeded += 1
            if self._look(world) != self._after:
                figures.swallowed += 1
                self._tell(case, "nothing was said, and it is not done")
                return
        else:
            figures.failed += 1
            if not _has_sentence(told):
                figures.untyped += 1
                self._tell(case, f"{told!r}")
            if told_apart(self._look(world)) not in map(told_apart, (self._before, self._after)):
                figures.half_done += 1
                self._tell(case, f"half-done after {told!r}")
            try:
                self._operation.act(world)
            except Exception as again:
                figures.not_again += 1
                self._tell(case, f"{told!r}, then again {again!r}")
                return
        world.close()
        wrong = world.start_again()
        if (found := self._look(world)) != self._after:
            wrong.append(f"another content: {found}"[:200])
        if wrong:
            figures.left += 1
            self._tell(case, f"after {told!r}: {'; '.join(wrong)}")

    def _look(self, world: World) -> Look | None:
        with suppress(StorageError):
            return world.look()
        return None

    def _tell(self, case: Case, what: str) -> None:
        self.figures.reasons.append(f"{self._operation.name}, {case}: {what}")


def told_apart(look: Look | None) -> Look | None:
    """What tells before from after. Tables are made before anything is in them, and each schema in its own step."""
    return look and replace(look, reports=look.reports or (), schema=None)


def _has_sentence(error: Exception) -> bool:
    """Whether the user can be told."""
    if not isinstance(error, (StorageError, ExportError)):
        return False
    with suppress(Exception):
        return any(ord(char) > 0x4E00 for char in sentence(error))
    return False


def operations(wanted: Sequence[str] = ()) -> list[Operation]:
    """Those of these names, or all; the control only by its name."""
    if CONTROL in wanted:
        (save,) = (one for one in OPERATIONS if one.name == "save")

        def swallow(world: World) -> None:
            with suppress(StorageError):
                save.act(world)

        return [replace(save, name=CONTROL, act=swallow)]
    return [one for one in OPERATIONS if not wanted or one.name in wanted]


def run(wanted: Sequence[str] = (), sample: int = 0, where: Path | None = None) -> list[Figures]:
    """Do the operations of these names, or all, with all faults or a sample of them for each. In a child."""
    with tempfile.TemporaryDirectory(prefix="failing-", dir=where or memory()) as name:
        base = Path(name)
        watched = base / "watched"
        watched.mkdir()
        environ = recorder.environment(recorder.build(base), watched)
        out = recorder.run_child("tests.faults.failing_calls", [str(watched), str(sample), *wanted], environ)
    return [Figures(**one) for one in json.loads(out)]


def main(sample: int = 0) -> bool:
    """Print a line for each operation and one for all; whether all is as it must be."""
    if reason := recorder.missing():
        print(f"failing calls: left out, {reason}")
        return True
    total = Figures("all")
    for figures in run(sample=sample):
        print(f"failing calls, {figures.line()}", flush=True)
        for reason in figures.reasons[:5]:
            print(f"  {reason}", file=sys.stderr)
        total.add(figures)
    (control,) = run([CONTROL], sample=5)
    print(f"failing calls, {total.line()}")
    print(f"  control, {control.line()}")
    return total.clean and control.swallowed > 0


def _child(base: str, sample: str, *wanted: str) -> None:
    found: list[dict[str, Any]] = []
    for number, one in enumerate(operations(wanted)):
        bench = Bench(Path(base) / str(number), one)
        bench.run(int(sample))
        found.append(asdict(bench.figures))
    print(json.dumps(found))


if __name__ == "__main__":
    _child(*sys.argv[1:])
