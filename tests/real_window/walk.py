"""The program as a clerk starts it: open within 3 s, Chinese shown, typing taken, kill -9 survived, back in place."""

import signal
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.real_window.screen import Screen, sample_text, screen

NEEDS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
_OPEN_WITHIN = 3.0
_TYPED = "realwindow"


def run() -> bool:
    """The whole walk; whether it went as it must."""
    with screen() as here, TemporaryDirectory(prefix="呈 报 ") as data:
        return _walk(here, Path(data))


def open_report(here: Screen) -> None:
    """The primary button of the newest report."""
    here.keys("search", "--onlyvisible", "--name", "呈报", "windowraise", "windowfocus")
    time.sleep(0.7)
    here.click(796, 153)
    time.sleep(1.5)


def _walk(here: Screen, data: Path) -> bool:
    here.command(data, "import", str(sample_text(data)))
    program, seconds = here.open_program(data)
    print(f"opened after {seconds:.2f} s (at most {_OPEN_WITHIN} s)")
    here.picture("1-start")
    open_report(here)
    here.picture("2-editor")
    here.keys("key", "ctrl+Next")
    time.sleep(0.5)
    here.click(700, 300)
    here.keys("type", "--delay", "60", _TYPED)
    time.sleep(1.5)
    here.picture("3-typed")
    program.send_signal(signal.SIGKILL)
    program.wait()
    stored = here.command(data, "list").split("\t")[0]
    kept = _TYPED in here.command(data, "show", stored, "--json")
    print("typed text kept after kill -9:", "yes" if kept else "NO")
    again, seconds_again = here.open_program(data)
    print(f"opened again after {seconds_again:.2f} s")
    here.picture("4-again")
    back = bool(here.windows("--name", "年度报告"))
    print("back in the report:", "yes" if back else "NO")
    again.terminate()
    again.wait()
    return kept and back and max(seconds, seconds_again) <= _OPEN_WITHIN
