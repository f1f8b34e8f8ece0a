"""The bytes of a file → the manuscript of a report, or the report itself."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import resources
from report.errors import TooMuchText, UnreadableSource
from report.reading.decoding import SIZE_LIMIT, decode
from report.reading.manuscript import Manuscript
from report.report import Report
from report.sources.exchange import read_answer
from report.sources.kinds import Kind, kind_of

FILE_LIMIT: Final = 100_000_000
"""Bytes of a file with pictures in it."""
KEPT: Final = 8_000_000
"""Bytes up to which a file is kept with its report: every backup holds it once more."""
SECONDS: Final = 20
_ROOT: Final = Path(resources.__file__).resolve().parent.parent


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises OSError, TooMuchText above FILE_LIMIT."""
    with path.open("rb") as file:
        data = file.read(FILE_LIMIT + 1)
        size = os.fstat(file.fileno()).st_size
    if len(data) > FILE_LIMIT:
        raise TooMuchText(max(size, len(data)), FILE_LIMIT)
    return data


def original_of(data: bytes) -> bytes:
    """What is kept of a file beside its text: the file, unless it is text or very large."""
    if len(data) > KEPT:
        return b""
    return b"" if kind_of(data) in (Kind.TEXT, Kind.DATA) else data


def read_source(data: bytes) -> Manuscript | Report:
    """What a file of any kind holds. Raises UnreadableSource and TooMuchText."""
    kind = kind_of(data)
    match kind:
        case Kind.TEXT:
            return _text(data)
        case Kind.DATA:
            return _report_or_text(data)
        case Kind.OLD_WORD:
            from ui.importing.conversion import converted

            became, made = converted(data)
            return _text(made) if became is Kind.TEXT else read_apart(became, made)
        case _:
            return read_apart(kind, data)


def read_apart(kind: Kind, data: bytes) -> Manuscript:
    """The manuscript that a process of its own reads. Raises UnreadableSource and TooMuchText."""
    if kind is Kind.HTML and len(data) > SIZE_LIMIT:
        raise TooMuchText(len(data), SIZE_LIMIT)
    command = [sys.executable, "-s", "-m", "report.sources", kind.value]
    try:
        done = subprocess.run(command, cwd=_ROOT, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource("too-heavy", "timeout") from error
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise UnreadableSource("too-heavy", str(error)) from error
        raise
    if done.returncode != 0:
        # Killed for its memory or time, or a fault of a library in what only a hostile file holds.
        raise UnreadableSource("too-heavy", f"{done.returncode}: {done.stderr[-2000:].decode('utf-8', 'replace')}")
    return read_answer(done.stdout)


def _text(data: bytes) -> Manuscript:
    return Manuscript(decode(data))


def _report_or_text(data: bytes) -> Manuscript | Report:
    """A report as JSON; a text that only begins like one is a text."""
    from report.exchange import report_from_json

    try:
        return report_from_json(data)
    except UnreadableSource:
        if b'"format"' in data[:2000] or data.rstrip().endswith(b"}"):
            raise
        return _text(data)
