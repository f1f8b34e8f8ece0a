"""`make real-window`: the program as a clerk starts it, in a real window under Xvfb.

It must open within 3 s, show Chinese, take typing, survive kill -9, and be where it was when started again. Pictures
go to build/real-window. Needs Xvfb and xdotool (Debian: xvfb xdotool imagemagick); without them it says so and stops.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = Path(__file__).parents[1]
_OPEN_WITHIN = 3.0
_TOOLS = ("Xvfb", "xdotool", "import")
_TYPED = "realwindow"


def main() -> int:
    """Run the whole walk; 0 when it went as it must."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"缺少：{'、'.join(missing)}。请执行：sudo apt-get install -y xvfb xdotool imagemagick", file=sys.stderr)
        return 2
    pictures = Path("build/real-window")
    pictures.mkdir(parents=True, exist_ok=True)
    screen = subprocess.Popen(["Xvfb", ":97", "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        with TemporaryDirectory(prefix="呈 报 ") as data:
            return _walk(Path(data), pictures)
    finally:
        screen.terminate()
        screen.wait()


def _walk(data: Path, pictures: Path) -> int:
    _command(data, "import", str(_sample_text(data)))
    program, seconds = _open(data)
    print(f"opened after {seconds:.2f} s (at most {_OPEN_WITHIN} s)")
    _picture(pictures / "1-start.png")
    _xdotool("search", "--name", "呈报", "windowfocus", "--sync")
    _click_continue()
    _picture(pictures / "2-editor.png")
    _xdotool("key", "ctrl+Next")
    time.sleep(0.5)
    _click(700, 300)
    _xdotool("type", "--delay", "60", _TYPED)
    time.sleep(1.5)
    _picture(pictures / "3-typed.png")
    program.send_signal(signal.SIGKILL)
    program.wait()
    stored = _command(data, "list").split("\t")[0]
    kept = _TYPED in _command(data, "show", stored, "--json")
    print("typed text kept after kill -9:", "yes" if kept else "NO")
    again, seconds_again = _open(data)
    print(f"opened again after {seconds_again:.2f} s")
    _picture(pictures / "4-again.png")
    shown = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "年度报告"],
        env=_environment(),
        capture_output=True,
        check=False,
    )
    back = bool(shown.stdout.strip())
    print("back in the report:", "yes" if back else "NO")
    again.terminate()
    again.wait()
    return 0 if kept and back and max(seconds, seconds_again) <= _OPEN_WITHIN else 1


def _sample_text(data: Path) -> Path:
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


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    return {**kept, "DISPLAY": ":97"}


def _open(data: Path) -> tuple["subprocess.Popen[bytes]", float]:
    """Start the program; seconds until its window is mapped."""
    start = time.monotonic()
    program = subprocess.Popen([sys.executable, "main.py", "--data", str(data)], cwd=_ROOT, env=_environment())
    while time.monotonic() - start < 15:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "呈报"],
            env=_environment(),
            capture_output=True,
            check=False,
        )
        if found.stdout.strip():
            return program, time.monotonic() - start
        assert program.poll() is None, "the program ended"
        time.sleep(0.05)
    raise AssertionError("no window")


def _click_continue() -> None:
    """The primary button of the newest report."""
    time.sleep(0.7)
    _click(796, 153)
    time.sleep(1.5)


def _click(x: int, y: int) -> None:
    _xdotool("mousemove", str(x), str(y), "click", "1")
    time.sleep(0.3)


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], env=_environment(), check=False, timeout=30)


def _picture(path: Path) -> None:
    time.sleep(0.5)
    subprocess.run(["import", "-window", "root", str(path)], env=_environment(), check=True)


def _command(data: Path, *arguments: str) -> str:
    """A command of the program on the data folder."""
    done = subprocess.run(
        [sys.executable, "main.py", "--data", str(data), *arguments],
        cwd=_ROOT,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
