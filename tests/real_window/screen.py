"""A screen without a monitor, and what is done on it from outside: start the program, click, type, take a picture."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "real-window"
_DISPLAY = ":97"
_UNWANTED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")


class Screen:
    """One X server."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)

    def open_program(self, data: Path) -> tuple["subprocess.Popen[bytes]", float]:
        """Start the program on a data folder; seconds until its window is mapped."""
        start = time.monotonic()
        program = subprocess.Popen([sys.executable, "main.py", "--data", str(data)], cwd=ROOT, env=self.environment)
        while time.monotonic() - start < 15:
            if self.windows("--name", "呈报"):
                return program, time.monotonic() - start
            assert program.poll() is None, "the program ended"
            time.sleep(0.05)
        raise AssertionError("no window")

    def command(self, data: Path, *arguments: str) -> str:
        """A command of the program on the data folder."""
        done = subprocess.run(
            [sys.executable, "main.py", "--data", str(data), *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def windows(self, *search: str) -> list[str]:
        """Ids of the windows that are seen and match."""
        return self._told("search", "--onlyvisible", *search).split()

    def place_of(self, window: str) -> tuple[int, int]:
        """The upper left corner of a window."""
        told = dict(
            line.split("=") for line in self._told("getwindowgeometry", "--shell", window).split() if "=" in line
        )
        return int(told["X"]), int(told["Y"])

    def click(self, x: int, y: int) -> None:
        """Click at a place of the program's window."""
        left, top = self.place_of(self.windows("--name", "呈报")[0])
        x, y = left + x, top + y
        self.keys("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.3)

    def keys(self, *arguments: str) -> None:
        """Whatever xdotool does."""
        subprocess.run(["xdotool", *arguments], env=self.environment, check=False, timeout=30)

    def picture(self, name: str) -> None:
        """What is on the screen, into build/real-window."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        time.sleep(0.5)
        path = PICTURES / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def _told(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout


@contextmanager
def screen(**more: str) -> Iterator[Screen]:
    """A screen of 1366 × 768 that is taken down afterwards; `more` is put into the environment."""
    server = subprocess.Popen(["Xvfb", _DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    try:
        time.sleep(1)
        yield Screen({**kept, "DISPLAY": _DISPLAY, **more})
    finally:
        server.terminate()
        server.wait()


def sample_text(data: Path) -> Path:
    """A small report to import."""
    lines = (
        "青溪县应急管理局2024年法治政府建设年度报告",
        "县委、县政府：",
        "现将有关情况报告如下：",
        "一、推进法治政府建设的主要举措和成效",
        "（一）抓学习",
        "组织学法12次。",
        "青溪县应急管理局",
        "2025年1月10日",
    )
    path = data / "去年.txt"
    path.write_text("\n".join(lines), "utf-8")
    return path
