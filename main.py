"""呈报: start the window, or do what the command line says."""

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
    try:
        from ui.commands.run import run
        from ui.start import open_window

        return run(sys.argv[1:], open_window)
    except ModuleNotFoundError as error:
        print(_INSTALL.format(name=error.name), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
