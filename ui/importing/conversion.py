"""Files of other word processors, read by a program of the machine: LibreOffice, or antiword for the text of a .doc."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from report.errors import UnreadableSource
from report.reading.decoding import foreign_kind
from report.sources.kinds import Kind

_SECONDS: Final = 90
"""A first start of LibreOffice with a new profile on a slow disk."""
_OFFICES: Final = ("soffice", "libreoffice")
_ROW: Final = re.compile(r"\|.*\|")


def converted(data: bytes) -> tuple[Kind, bytes]:
    """The file as .docx, or as text where the machine has only antiword.

    Raises UnreadableSource: doc, rtf or not-word where the machine has no such program (the sentence says how to save
    as .docx), damaged where it makes nothing of the file, too-heavy where it takes too long.
    """
    kind = foreign_kind(data)
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    antiword = shutil.which("antiword") if kind == "doc" else None
    if office is None and antiword is None:
        raise UnreadableSource(kind if kind in ("doc", "rtf") else "not-word")
    with tempfile.TemporaryDirectory(prefix="chengbao-") as name:
        folder = Path(name)
        source = folder / "source.doc"
        source.write_bytes(data)
        if office is not None:
            return Kind.DOCX, _by_office(office, source)
        assert antiword is not None
        return Kind.TEXT, _by_antiword(antiword, source)


def _by_office(office: str, source: Path) -> bytes:
    folder = source.parent
    profile = (folder / "profile").as_uri()
    options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", str(folder))
    _said, told = _run([office, f"-env:UserInstallation={profile}", *options, str(source)], folder)
    target = source.with_suffix(".docx")
    if not target.exists():
        raise UnreadableSource("damaged", told)
    return target.read_bytes()


def _by_antiword(antiword: str, source: Path) -> bytes:
    said, told = _run([antiword, "-w", "0", "-m", "UTF-8.txt", str(source)], source.parent)
    lines = [_cells(line) for line in said.decode("utf-8", "replace").split("\n")]
    if not any(map(str.strip, lines)):
        raise UnreadableSource("damaged", told)
    return "\n".join(lines).encode()


def _cells(line: str) -> str:
    """A row that antiword draws with strokes as one with tabs."""
    row = line.strip()
    return "\t".join(cell.strip() for cell in row[1:-1].split("|")) if _ROW.fullmatch(row) else line


def _run(command: Sequence[str], folder: Path) -> tuple[bytes, str]:
    """What the program says, and what it complains of; it and all that it starts are ended when it takes too long."""
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        try:
            said, told = running.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            _stop(running)
            raise UnreadableSource("too-heavy", "timeout") from error
    return said, told[-500:].decode("utf-8", "replace")


def _stop(running: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
