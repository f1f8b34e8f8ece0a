"""Files of other word processors → Word's, by a program of the machine: LibreOffice, or antiword for its text."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from report.errors import UnreadableSource
from report.reading.decoding import foreign_kind

_SECONDS: Final = 90
"""A first start of LibreOffice with a new profile on a slow disk."""
_OFFICES: Final = ("soffice", "libreoffice")


def to_docx(data: bytes) -> bytes:
    """The file as LibreOffice turns it into .docx.

    Raises UnreadableSource: doc or rtf where the machine has no such program (the sentence says how to save as .docx),
    damaged where it makes nothing of the file, too-heavy where it takes too long.
    """
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    if office is None:
        kind = foreign_kind(data)
        raise UnreadableSource(kind if kind in ("doc", "rtf") else "not-word")
    with tempfile.TemporaryDirectory(prefix="chengbao-") as name:
        return _convert(office, data, Path(name))


def _convert(office: str, data: bytes, folder: Path) -> bytes:
    source = folder / "source.doc"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        *(office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx", "--outdir", str(folder), str(source)),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        try:
            _out, told = running.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired as error:
            _stop(running)
            raise UnreadableSource("too-heavy", "timeout") from error
    target = folder / "source.docx"
    if not target.exists():
        raise UnreadableSource("damaged", told[-500:].decode("utf-8", "replace"))
    return target.read_bytes()


def _stop(running: "subprocess.Popen[bytes]") -> None:
    """End the program and those that it started."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
