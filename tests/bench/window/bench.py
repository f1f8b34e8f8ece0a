"""`make bench ARGS=window`: each figure with its bar; keys also against a bare QTextEdit with the same text."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from report.content import Blocks
from report.document import FIGURES, Place
from report.report import TEXT_FIELD
from tests.bench.counted import LINKS, ONE, counted
from tests.bench.window.scene import SECTION, Scene, commit, many_paragraphs, one_paragraph, scene
from ui.figures.ledger import ledger_of
from ui.preview.page import PreviewPage

_ROOT = Path(__file__).parents[3]
_KEYS, _ROUNDS, _HOUR, _VALUES = 400, 12, 3600, 40
_MEGABYTE = 1024
Line = tuple[str, float, float, str]
"""What, the figure, its bar, the unit."""


def main() -> bool:
    """Run each measurement in a process of its own; print the figures and say whether all are within their bars."""
    good = True
    for name in PARTS:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.window.bench", name],
            cwd=_ROOT,
            env={key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
            check=False,
        )
        good = good and done.returncode == 0
    return good


def _keys(found: list[Line]) -> None:
    """A committed character until it is painted; numbering, marks and counts on."""
    for name, blocks, half, most in (
        ("20,000 characters in paragraphs", many_paragraphs(), 4.0, 16.0),
        ("20,000 characters in one paragraph", one_paragraph(), float("inf"), 33.0),
    ):
        with scene() as here:
            text = here.fill(blocks)
            times = sorted(_typed(here, lambda text=text: commit(text, "政")))
        bare = sorted(_bare(blocks))
        found.append((f"key, {name}, p50", median(times), half, "ms"))
        found.append((f"key, {name}, p99", times[int(len(times) * 0.99)], most, "ms"))
        found.append((f"key, {name}, p50 against a bare QTextEdit", median(times) / median(bare), float("inf"), "x"))


def _typed(here: Scene, act: Callable[[], object]) -> list[float]:
    times: list[float] = []
    for number in range(_KEYS):
        times.append(here.timed(act))
        here.pause(0.012 if number % 40 else 0.3)
    return times


def _bare(blocks: Blocks) -> list[float]:
    edit = QTextEdit()
    edit.resize(900, 430)
    edit.setPlainText("\n".join(getattr(one, "text", "") for one in blocks))
    edit.show()
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    times: list[float] = []
    for _number in range(_KEYS):
        start = time.perf_counter()
        commit(edit, "政")
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.01)
    return times


def _tabs(found: list[Line]) -> None:
    """From one part to another until it is painted: the first time, when its page is made, and later."""
    with scene() as here:
        ids = [part.id for part in here.workplace.column.parts.parts]
        first = [here.timed(lambda one=one: here.workplace.show_part(one)) for one in ids]
        later: list[float] = []
        for _round in range(5):
            for one in ids:
                here.pause(0.15)
                later.append(here.timed(lambda one=one: here.workplace.show_part(one)))
        found.append(("part shown for the first time, longest", max(first), 50.0, "ms"))
        found.append(("part shown again, longest", max(later), 50.0, "ms"))


def _figures(found: list[Line]) -> None:
    """A changed value until all the places that quote it are painted: in the text, and in the sheet."""
    with scene() as here:
        opened = here.workplace.desk.opened
        report = counted(opened.type, opened.report, SECTION, of_one=True)
        opened.apply("", Place(report.sections[SECTION].id, TEXT_FIELD), report)
        here.workplace.show_step(Place(report.sections[SECTION].id, TEXT_FIELD))
        page = here.page()
        here.wait(lambda: page.figures.block is not None)
        assert page.figures.block is not None
        if not page.figures.block.is_open:
            page.figures.block.toggle()
        here.text().moveCursor(QTextCursor.MoveOperation.End)
        here.pause(2.0)
        ledger = ledger_of(opened)
        turn = iter(range(50, 10**6))
        for where, part in (("below them", report.sections[SECTION].id), ("in the sheet", FIGURES)):
            here.workplace.show_part(part)
            here.pause(1.0)
            times: list[float] = []
            for _round in range(_VALUES):
                times.append(here.timed(lambda: ledger.type_in(ONE, str(next(turn)))))
                here.pause(0.05)
            words = f"a value quoted at {LINKS} places, typed {where}, until all is painted"
            found.append((f"{words}, median", median(times), 16.0, "ms"))


def _preview(found: list[Line]) -> None:
    """From the last key to the new pixels on the screen, ten pages and more."""
    with scene() as here:
        here.workplace.panel.show_page("preview")
        page = here.workplace.panel.page("preview")
        assert isinstance(page, PreviewPage)
        text = here.text()
        here.wait(page.view.is_current)
        times: list[float] = []
        for _round in range(_ROUNDS):
            here.pause(0.5)
            built = page.built
            commit(text, "政")
            start = time.perf_counter()
            here.wait(lambda built=built: page.built is not built and page.view.is_current())
            here.app.processEvents()
            times.append((time.perf_counter() - start) * 1000)
        assert page.built is not None
        found.append(
            (f"pause in typing to new pixels, {len(page.built.sizes)} pages, median", median(times), 150.0, "ms")
        )
        found.append(("the same, longest", max(times), 250.0, "ms"))


def _hour(found: list[Line]) -> None:
    """What a clerk does in an hour, one deed after another: the longest time that the window does not answer."""
    chance = random.Random(1)
    with scene() as here:
        here.workplace.panel.show_page("preview")
        for part in here.workplace.column.parts.parts:
            here.workplace.show_part(part.id)
            here.pause(0.05)
        worst: list[tuple[float, str]] = []
        deeds = _deeds(here)
        names = [name for name, weight, _act in deeds for _ in range(weight)]
        acts = {name: act for name, _weight, act in deeds}
        here.text()
        for _second in range(_HOUR):
            name = chance.choice(names)
            worst.append((here.timed(acts[name]), name))
            start = time.perf_counter()
            here.pause(0.004)
            worst.append(((time.perf_counter() - start) * 1000 - 4, "events after " + name))
        longest = max(worst)
        found.append((f"longest stall in an hour's work ({_HOUR:,} deeds; {longest[1]})", longest[0], 50.0, "ms"))
        found.append(("peak memory with report and preview", _peak(), 200.0, "MB"))


def _deeds(here: Scene) -> Sequence[tuple[str, int, Callable[[], object]]]:
    """Name, how often, what."""

    def key(name: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[], object]:
        return lambda: QTest.keyClick(here.text(SECTION), name, modifiers)

    def paste() -> None:
        QApplication.clipboard().setText("（一）抓学习,强能力\n全年组织学习12次。\n1.抓培训。办班3期。")
        here.text(SECTION).paste()

    def click() -> None:
        text = here.text(SECTION)
        blocks = text.blocks
        text.focus_block(blocks[hash(len(blocks)) % len(blocks)].id, 3)

    opened = here.workplace.desk.opened
    parts = [part.id for part in here.workplace.column.parts.parts]
    turn = iter(range(10**9))
    alt = Qt.KeyboardModifier.AltModifier
    return (
        ("typing", 60, lambda: commit(here.text(SECTION), "政府")),
        ("Enter", 4, key(Qt.Key.Key_Return)),
        ("Backspace", 6, key(Qt.Key.Key_Backspace)),
        ("moving a paragraph", 2, key(Qt.Key.Key_Down, alt)),
        ("another place", 6, click),
        ("undo", 5, opened.undo),
        ("redo", 2, opened.redo),
        ("paste", 1, paste),
        ("another part", 6, lambda: here.workplace.show_part(parts[next(turn) % len(parts)])),
    )


def _peak() -> float:
    """The most memory this process ever had, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / _MEGABYTE
    return 0.0


PARTS: dict[str, Callable[[list[Line]], None]] = {
    "keys": _keys,
    "tabs": _tabs,
    "figures": _figures,
    "preview": _preview,
    "hour": _hour,
}


def _run(name: str) -> int:
    found: list[Line] = []
    PARTS[name](found)
    for what, figure, bar, unit in found:
        print(f"window: {what}: {figure:.1f} {unit}" + (f" (bar {bar:g})" if bar < float("inf") else ""))
    return 0 if all(figure <= bar for _what, figure, bar, _unit in found) else 1


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1]))
