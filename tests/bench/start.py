"""How long until the window is there with a full report, against a bare PySide6 window, as whole processes.

The report has three hundred indicators, thirty of them quoted in the part that is shown; the store has six hundred
more, of ten years.

Paired: each round starts one of each, in turn. A child writes a line at its first paint and one when everything is
ready (the store opened on its thread); the parent takes the times from the start of the process.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

_ROUNDS = 9
FIRST_BAR, READY_BAR = 1.5, 2.2
_ROOT = Path(__file__).parents[2]

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
painted = []
class Window(QMainWindow):
    def paintEvent(self, event):
        painted.append(1)
window = Window()
window.show()
while not painted:
    app.processEvents()
print("painted", flush=True)
print("ready", flush=True)
"""
_OURS = """
import sys
from ui.application import Application, make_qt
from storage.location import data_folder
from storage.lock import FolderLock
app = make_qt()
folder = data_folder(sys.argv[1])
program = Application(folder, FolderLock.take(folder))
heavy, painted = set(), []
def note():
    heavy.update({"sqlite_utils", "babel", "reportlab", "pypdfium2", "uharfbuzz"} & set(sys.modules))
    painted.append(1)
program.window.painted.connect(note)
program.start()
while not painted:
    app.processEvents()
print("painted", flush=True)
assert program.window.session is not None, "no report is shown"
program.archive.do(lambda store: None).result()
print("ready", flush=True)
print(*sorted(heavy), flush=True)
program.window.may_close = lambda: True
program.stop()
"""


def main() -> bool:
    """Print the figures and say whether they are within the bars."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder)
        ratios: list[tuple[float, float]] = []
        bare_times: list[float] = []
        heavy: set[str] = set()
        for number in range(_ROUNDS + 1):
            bare, _ready, _told = _run(_BARE, [])
            first, ready, told = _run(_OURS, [str(folder)])
            heavy.update(told)
            if number:
                bare_times.append(bare)
                ratios.append((first / bare, ready / bare))
    first, ready = (median(values) for values in zip(*ratios, strict=True))
    print(
        f"start: bare window {median(bare_times):.3f} s; first paint with a full report {first:.2f} x (bar {FIRST_BAR})"
    )
    print(f"start: everything ready {ready:.2f} x (bar {READY_BAR})")
    if heavy:
        print(f"start: loaded before the first paint and should not be: {', '.join(sorted(heavy))}")
    return first <= FIRST_BAR and ready <= READY_BAR and not heavy


def _prepare(folder: Path) -> None:
    """Store the sample and note it as the report that was open last."""
    code = (
        "import sys; from ui.application import declared; from ui import library\n"
        "from storage.location import data_folder; from storage.lock import FolderLock\n"
        "from storage.thread import StoreThread; from ui.settings import Settings, write_settings\n"
        "lock = FolderLock.take(data_folder(sys.argv[1])); thread = StoreThread(lock)\n"
        "from tests.bench.counted import counted\n"
        "types = declared()[0]; report = library.sample_report(types)\n"
        "report = counted(library.type_of(types, report.type.id), report, 3)\n"
        "from ui.remembered import RememberedPlace\n"
        "place = RememberedPlace(report.sections[3].id).to_text()\n"
        "texts = write_settings(Settings(), Settings(last_report=report.id, last_place=place))\n"
        "from dataclasses import replace\n"
        "for number in range(600):\n"
        "    old = replace(report, id=f'old{number}', year=2023 - number // 60)\n"
        "    thread.submit(lambda store: store.create(old, 'bench')).result()\n"
        "thread.submit(lambda store: store.create(report, 'bench')).result()\n"
        "thread.submit(lambda store: store.set_settings(texts)).result()\n"
        "thread.close(); lock.release()\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=_ROOT, env=_environment())


def _run(code: str, arguments: list[str]) -> tuple[float, float, list[str]]:
    """Seconds to the first paint and until ready, and what else the child said."""
    start = perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, cwd=_ROOT, env=_environment()
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "painted\n"
    first = perf_counter() - start
    assert child.stdout.readline() == "ready\n"
    ready = perf_counter() - start
    told = child.stdout.read().split()
    child.wait()
    return first, ready, told


def _environment() -> dict[str, str]:
    """As a clerk's: without a display here, and with compiled modules kept, which some build machines forbid."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}
