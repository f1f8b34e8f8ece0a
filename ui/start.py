"""What happens when the program is started without a command.

With a display the window opens. Without one the sample report is exported, so that the start shows something that
works, and the way to a window is named. Everything heavy is imported here only when it is needed: this module is loaded
for `--version` too.
"""

from pathlib import Path

from ui.commands.failure import CommandFailure
from ui.commands.output import complain


def open_window(data: str | None) -> int:
    """Open the window, or export the sample where none can be shown; the exit code."""
    from ui import preflight

    obstacle = preflight.obstacle()
    if obstacle is None:
        from ui.application import run_window

        return run_window(data)
    from ui.commands.sample import export_sample

    code = 0
    try:
        export_sample(Path.cwd())
    except CommandFailure as failure:
        complain(failure.sentence)
        code = failure.code
    complain(preflight.sentence(obstacle))
    return code
