"""呈报: start the window, or do what the command line says."""

import contextlib
import gc
import os
import sys

_INSTALL = """缺少组件“{name}”。请在程序所在的文件夹里执行：
  make run
没有 make 时执行：
  python3 -m venv .venv && .venv/bin/python -m pip install --require-hashes -r requirements/run.txt
  .venv/bin/python main.py"""


def main() -> int:
    """Run the program; the exit code."""
    if sys.version_info < (3, 11):  # the one file that an older Python may read
        print("呈报需要 Python 3.11 或更新的版本。", file=sys.stderr)
        return 2
    gc.disable()  # the window takes it up again; a command is over before there is anything to collect
    try:
        from ui.commands.run import run
        from ui.start import open_window

        return run(sys.argv[1:], open_window)
    except ModuleNotFoundError as error:
        print(_INSTALL.format(name=error.name), file=sys.stderr)
        return 2


def leave(code: int) -> None:
    """End the process. After a command at once: taking its modules down would be a tenth of its time."""
    if "PySide6" in sys.modules:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed, or a Windows program without a console
            with contextlib.suppress(OSError):  # nobody reads any more
                stream.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
