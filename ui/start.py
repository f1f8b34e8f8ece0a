"""What happens when the program is started without a command.

Without a display the sample report is exported, so that the start shows something that works, and the way to a window
is named. Everything heavy is imported here only when it is needed: this module is loaded for `--version` too.
"""

from pathlib import Path

from ui import preflight
from ui.commands.failure import CommandFailure
from ui.commands.output import complain


def open_window(data: str | None) -> int:
    """Open the window, or export the sample where none can be shown; the exit code."""
    from ui.commands.sample import export_sample

    del data
    obstacle = preflight.obstacle()
    code = 0
    try:
        export_sample(Path.cwd())
    except CommandFailure as failure:
        complain(failure.sentence)
        code = failure.code
    if obstacle is not None:
        complain(preflight.sentence(obstacle))
    return code
