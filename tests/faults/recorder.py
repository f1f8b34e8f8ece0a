"""The library of recorder.c, which records file calls and makes them fail: built, put into a child, spoken to there."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_SOURCE: Final = Path(__file__).with_name("recorder.c")
_HEAD: Final = struct.Struct("<BHHqq")


class Kind(IntEnum):
    """The calls that can be made to fail; numbers as in recorder.c. Links count as renames."""

    WRITE = 1
    SYNC = 2
    OPEN = 3
    RENAME = 4
    UNLINK = 5
    TRUNCATE = 6
    FOLDER = 7


@dataclass(frozen=True, slots=True)
class Record:
    """One call that changed something; the letters are told in recorder.c."""

    operation: str
    path: str
    other: str
    offset: int
    data: bytes


def missing() -> str:
    """Why the library cannot be built here; "" when it can."""
    if sys.platform != "linux":
        return "LD_PRELOAD and /proc are needed: only on Linux"
    return "" if shutil.which("cc") else "no C compiler (cc) here"


def build(folder: Path) -> Path:
    """The library, built into a folder. Raises CalledProcessError with the compiler's words."""
    library = folder / "recorder.so"
    flags = ("-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror")
    subprocess.run(["cc", *flags, "-o", str(library), str(_SOURCE), "-ldl", "-lpthread"], check=True)
    return library


def environment(library: Path, watched: Path, log: Path | None = None) -> dict[str, str]:
    """What a child needs in its environment, so that the calls below `watched` are looked at."""
    own = {"LD_PRELOAD": str(library), "FAULTS_FOLDER": str(watched), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**os.environ, **own, **({"FAULTS_LOG": str(log)} if log else {})}


def run_child(module: str, arguments: list[str], environ: Mapping[str, str]) -> str:
    """What a module prints that runs in a process of its own. Raises CalledProcessError."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.PIPE, text=True).stdout


class Recorder:
    """The library as the process sees it that it was loaded into."""

    def __init__(self) -> None:
        """Raises OSError in a process without it."""
        self._library = ctypes.CDLL(os.environ.get("LD_PRELOAD", "recorder.so"))

    def arm(self, kind: Kind, number: int, error: int, *, lasting: bool = False) -> None:
        """Let the call of this kind fail that comes as the n-th from now, and all later ones when it is lasting."""
        self._library.faults_arm(int(kind), ctypes.c_long(number), error, int(lasting))

    def reached(self) -> bool:
        """Whether a call has failed since it was armed."""
        return bool(self._library.faults_reached())

    def counted(self) -> int:
        """How many calls of the armed kind there were since it was armed."""
        return int(self._library.faults_counted())

    def calm(self) -> None:
        """Let nothing fail any more; `reached` is False again."""
        self._library.faults_arm(0, ctypes.c_long(0), 0, 0)

    def note(self, text: str) -> None:
        """Write a note between the records."""
        self._library.faults_note(text.encode())


def read_log(log: Path) -> list[Record]:
    """The records of a log in their order."""
    data, at, found = log.read_bytes(), 0, list[Record]()
    while at < len(data):
        code, first, second, offset, length = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size
        middle, end = start + first, start + first + second
        paths = data[start:middle].decode(), data[middle:end].decode()
        found.append(Record(chr(code), *paths, offset, data[end : end + length]))
        at = end + length
    return found
