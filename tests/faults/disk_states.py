"""What can lie on a disk after a power cut, from the calls that were recorded before it.

What was flushed is there. What was written since survives by sectors, each with an even chance, so that writes are torn
and out of order; sometimes a beginning of them survives in order. Of the changes of names

- `strict`, the worst that POSIX allows, lets each survive by itself until its folder is flushed; flushing a file makes
  its own first name last;
- `ext4` lets those before some moment survive, as a journal does, and any flush makes all earlier ones last.
"""

import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from tests.faults.recorder import Record

MODELS: Final = ("strict", "ext4")
_SECTOR: Final = 512
_IN_ORDER: Final = 0.2
"""How often the writes to a file survive in their order up to one of them."""

State = Mapping[str, bytes]
"""The files on the disk by their paths; of folders only those that hold one."""


@dataclass(eq=False)
class _File:
    """One file, whatever its names: what is surely on the disk, and what was done to it since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Record] = field(default_factory=list[Record])

    def flush(self) -> None:
        for one in self.pending:
            _do(self.durable, one)
        self.pending.clear()

    def after_cut(self, dice: random.Random) -> bytes:
        data = bytearray(self.durable)
        if dice.random() < _IN_ORDER:
            for one in self.pending[: dice.randint(0, len(self.pending))]:
                _do(data, one)
            return bytes(data)
        for one in self.pending:
            if one.operation == "T":
                if dice.random() < 0.5:
                    _do(data, one)
                continue
            for start in range(0, len(one.data), _SECTOR):
                if dice.random() < 0.5:
                    _put(data, one.offset + start, one.data[start : start + _SECTOR])
        return bytes(data)


def _do(data: bytearray, record: Record) -> None:
    if record.operation == "W":
        _put(data, record.offset, record.data)
    elif len(data) > record.offset:
        del data[record.offset :]
    else:
        data.extend(bytes(record.offset - len(data)))


def _put(data: bytearray, offset: int, piece: bytes) -> None:
    data.extend(bytes(max(0, offset - len(data))))
    data[offset : offset + len(piece)] = piece


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A change of names: `target` is what has the name `new` afterwards, None for a folder."""

    operation: str
    old: str
    new: str
    target: _File | None

    @property
    def folders(self) -> tuple[str, ...]:
        return tuple(str(PurePosixPath(one).parent) for one in (self.old, self.new) if one)


@dataclass
class _Names:
    files: dict[str, _File]
    folders: set[str]

    def do(self, change: _Renaming) -> None:
        match change.operation:
            case "M":
                self.folders.add(change.new)
            case "X":
                self.folders.discard(change.old)
            case "U":
                self._drop(change)
            case _:
                if change.operation == "R":
                    self._drop(change)
                if change.target is not None:
                    self.files[change.new] = change.target

    def _drop(self, change: _Renaming) -> None:
        if self.files.get(change.old) is change.target:
            self.files.pop(change.old, None)

    def copy(self) -> "_Names":
        return _Names(dict(self.files), set(self.folders))


class Disk:
    """A disk below one folder that is empty but for some folders, and the calls made to it one by one."""

    def __init__(self, model: str, folders: Collection[str], left_out: Callable[[str], bool]) -> None:
        """`left_out` tells the paths that are not followed."""
        self._is_strict, self._left_out = {"strict": True, "ext4": False}[model], left_out
        self._now = _Names({}, {".", *folders})
        self._durable = self._now.copy()
        self._pending: list[_Renaming] = []

    def apply(self, record: Record) -> None:
        """Do one call."""
        if self._left_out(record.path) or record.operation == "N":
            return
        match record.operation:
            case "W" | "T":
                self._now.files[record.path].pending.append(record)
            case "S":
                self._flush_file(self._now.files[record.path])
            case "D":
                self._keep(lambda one: (record.path or ".") in one.folders)
            case _:
                self._rename(record)

    def after_cut(self, dice: random.Random) -> State:
        """One of the states that a cut at this moment can leave."""
        names = self._durable.copy()
        if self._is_strict:
            survived = [one for one in self._pending if dice.random() < 0.5]
        else:
            survived = self._pending[: dice.randint(0, len(self._pending))]
        for one in survived:
            names.do(one)
        return {
            path: file.after_cut(dice)
            for path, file in names.files.items()
            if str(PurePosixPath(path).parent) in names.folders
        }

    def _flush_file(self, file: _File) -> None:
        file.flush()
        self._keep(lambda one: one.operation == "C" and one.target is file)

    def _keep(self, wanted: Callable[[_Renaming], bool]) -> None:
        lasting = [one for one in self._pending if not self._is_strict or wanted(one)]
        self._pending = [one for one in self._pending if one not in lasting]
        for one in lasting:
            self._durable.do(one)

    def _rename(self, record: Record) -> None:
        match record.operation:
            case "C":
                change = _Renaming("C", "", record.path, _File())
            case "M":
                change = _Renaming("M", "", record.path, None)
            case "U" | "X":
                change = _Renaming(record.operation, record.path, "", self._now.files.get(record.path))
            case _:
                change = _Renaming(record.operation, record.path, record.other, self._now.files.get(record.path))
        self._now.do(change)
        self._pending.append(change)


def states(
    records: Sequence[Record], moments: Sequence[int], disk: Disk, dice: random.Random
) -> Iterator[tuple[int, State]]:
    """A state after a cut before each of the records whose numbers are given, with the number."""
    wanted = sorted(moments)
    at = 0
    for moment in wanted:
        for record in records[at:moment]:
            disk.apply(record)
        at = max(at, moment)
        yield moment, disk.after_cut(dice)
