"""Reads one file within limits: bytes on standard input, kind as argument, the answer of `exchange` on standard output.

A process of its own, so that no file, however made, takes the program's memory or time.
"""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from report.reading.manuscript import Manuscript

MEMORY: Final = 1_000_000_000
"""Bytes of address space."""
SECONDS: Final = 20
"""Of the processor; who asks waits as long by the clock."""


def limit() -> None:
    """Bound memory, time and files, where the system can (not on Windows, where only the clock bounds)."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Answer what the file on standard input holds."""
    limit()
    try:
        answer = _answer(sys.argv[1], sys.stdin.buffer.read())
    except MemoryError:
        from report.errors import UnreadableSource
        from report.sources.exchange import refusal_json

        answer = refusal_json(UnreadableSource("too-heavy"))
    sys.stdout.buffer.write(answer.encode())
    return 0


def _answer(kind: str, data: bytes) -> str:
    from report.errors import ReportError, TooMuchText, UnreadableSource
    from report.reading.decoding import SIZE_LIMIT
    from report.sources.exchange import manuscript_json, refusal_json

    try:
        manuscript = _reader(kind)(data)
        if len(manuscript.text) > SIZE_LIMIT:
            raise TooMuchText(len(manuscript.text), SIZE_LIMIT)
    except ReportError as error:
        return refusal_json(error)
    except RecursionError as error:
        return refusal_json(UnreadableSource("too-deep", str(error)))
    return manuscript_json(manuscript)


def _reader(kind: str) -> "Callable[[bytes], Manuscript]":
    if kind == "html":
        from report.sources.html.reader import read_html

        return read_html
    if kind == "mhtml":
        from report.sources.html.web_archive import read_web_archive

        return read_web_archive
    from report.sources.docx.reader import read_docx

    return read_docx


if __name__ == "__main__":
    sys.exit(main())
