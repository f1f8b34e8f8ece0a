"""Standard output and error of the commands: UTF-8 everywhere, and a sentence when they cannot be written."""

import os
import sys
from contextlib import suppress

from resources.i18n import _
from ui.commands.failure import CommandFailure


def speak_utf8() -> None:
    """Make standard output and error UTF-8 whatever the system's locale; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Write a result to standard output, at once. Raises CommandFailure when it cannot be written.

    A reader that has left (`main.py show … | head`) is no failure.
    """
    try:
        print(text, flush=True)
    except OSError as error:
        _discard_output()
        if not isinstance(error, BrokenPipeError):
            raise CommandFailure(_("结果写不到标准输出：{detail}。").format(detail=error.strerror)) from error


def complain(text: str) -> None:
    """Write a sentence to standard error, if that can be written."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def _discard_output() -> None:
    """Let standard output go nowhere: Python writes what is left of it once more when it ends, and would complain."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
