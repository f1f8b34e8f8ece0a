"""Understand the command line and do what it says. Heavy packages are imported only by the command that needs them."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from resources.i18n import _
from ui.commands.failure import CommandFailure
from ui.commands.output import complain, speak_utf8, tell
from ui.commands.parser import UsageError, build_parser

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells give it."""


def run(arguments: Sequence[str], open_window: "Callable[[str | None], int]") -> int:
    """Do the command, or open the window where there is none; the exit code.

    Raises only ModuleNotFoundError (a package is not installed; main.py has the line that helps) and, when
    CHENGBAO_DEBUG is set, whatever went wrong in a command.
    """
    speak_utf8()
    try:
        return _do(arguments, open_window)
    except SystemExit as leaving:  # argparse, after it has printed a help text
        return leaving.code if isinstance(leaving.code, int) else 0
    except UsageError as error:
        return _say(str(error), 2)
    except CommandFailure as failure:
        return _say(failure.sentence, failure.code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except ModuleNotFoundError:
        raise
    except Exception:
        if os.environ.get("CHENGBAO_DEBUG"):
            raise
        return _say(_bug(), 2)


def _do(arguments: Sequence[str], open_window: "Callable[[str | None], int]") -> int:
    options = build_parser().parse_args(arguments)
    if options.version:
        from ui.commands.version import version_text

        tell(version_text())
        return 0
    if options.command is None:
        return open_window(options.data)
    return _command(options.command)(options)


def _command(name: str) -> "Callable[..., int]":
    if name == "export":
        from ui.commands.export import run_export

        return run_export
    if name in ("show", "types"):
        from ui.commands.show import run_show, run_types

        return {"show": run_show, "types": run_types}[name]
    if name == "check":
        from ui.commands.check import run_check

        return run_check
    if name == "diagnose":
        from ui.commands.diagnose import run_diagnose

        return run_diagnose
    if name == "history":
        from ui.commands.history import run_history

        return run_history
    if name == "set":
        from ui.commands.figures import run_set

        return run_set
    if name in ("verify", "backup", "backups", "restore"):
        from ui.commands.upkeep import run_backup, run_backups, run_restore, run_verify

        return {"verify": run_verify, "backup": run_backup, "backups": run_backups, "restore": run_restore}[name]
    from ui.commands.reports import run_delete, run_import, run_list, run_new

    return {"import": run_import, "new": run_new, "list": run_list, "delete": run_delete}[name]


def _say(sentence: str, code: int) -> int:
    complain(sentence)
    return code


def _bug() -> str:
    """Keep the details of the error of ours that is being handled, and say so in one sentence."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="chengbao-", suffix=".log", delete=False
        ) as log:
            log.write(traceback.format_exc())
    except OSError:
        return _("这一步没有做成，是程序的问题，详情也没能记下来。请把所用的命令告诉维护人员。")
    return _("这一步没有做成，是程序的问题。详情记在“{path}”，请交给维护人员。").format(path=Path(log.name))
