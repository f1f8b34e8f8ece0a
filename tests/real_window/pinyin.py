"""Real pinyin through fcitx5 into the prose editor: candidates at the cursor, nothing stored while composing."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.real_window.screen import ROOT, Screen, sample_text, screen
from tests.real_window.walk import open_report

NEEDS = {
    "fcitx5": "fcitx5 fcitx5-chinese-addons",
    "fcitx5-remote": "fcitx5",
    "openbox": "openbox",
    "dbus-run-session": "dbus",
}
_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
"""
_CLICK = (500, 330)
_LINE = ((430, 900), (170, 260))
"""Where the candidates must stand, across and down: below the one line of the preface, behind its words."""


def run() -> bool:
    """The same program again on a session bus of its own."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.real_window.pinyin"], cwd=ROOT, check=False
    )
    return done.returncode == 0


def _main() -> bool:
    with TemporaryDirectory(prefix="chengbao-im-") as name:
        home = Path(name)
        (home / "run").mkdir(mode=0o700)
        config = home / ".config" / "fcitx5"
        config.mkdir(parents=True)
        (config / "profile").write_text(_PROFILE, "utf-8")
        # What Kylin and UOS set; the program then asks for ibus, which fcitx5 answers.
        wants = {"HOME": name, "XDG_RUNTIME_DIR": str(home / "run"), "QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
        with screen(**wants) as here:
            started = [_start(here, "openbox"), _start(here, "fcitx5", "-D")]
            time.sleep(3)
            try:
                return _type(here, home / "data")
            finally:
                for one in started:
                    one.terminate()
                    one.wait()


def _start(here: Screen, *command: str) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=here.environment, stdout=quiet, stderr=quiet)


def _type(here: Screen, data: Path) -> bool:
    data.mkdir()
    here.command(data, "import", str(sample_text(data)))
    program, _seconds = here.open_program(data)
    time.sleep(1)
    open_report(here)
    here.keys("key", "ctrl+Next")
    time.sleep(0.5)
    here.click(*_CLICK)
    subprocess.run(["fcitx5-remote", "-o"], env=here.environment, check=False)
    time.sleep(0.5)
    here.keys("key", "ctrl+End")
    here.keys("type", "--delay", "90", "zhengfu")
    time.sleep(1.0)
    candidates = here.windows("--class", "fcitx")
    places = [here.place_of(one) for one in candidates]
    here.picture("5-composing")
    stored = here.command(data, "list").split("\t")[0]
    quiet = "zheng" not in here.command(data, "show", stored, "--json")
    print("nothing stored while composing:", "yes" if quiet else "NO")
    here.keys("key", "space")
    time.sleep(0.5)
    here.keys("type", "--delay", "90", "xinxi")
    time.sleep(0.6)
    here.keys("key", "space")
    time.sleep(1.5)
    here.picture("6-committed")
    told = json.loads(here.command(data, "show", stored, "--json"))
    texts = [block["text"] for block in told["preface"]] + [
        block["text"] for section in told["sections"] for block in section["blocks"]
    ]
    typed = any("政府信息" in text for text in texts)
    print("政府信息 typed by pinyin:", "yes" if typed else f"NO {texts}")
    beside = bool(places) and all(low <= at <= high for at, (low, high) in zip(places[0], _LINE, strict=True))
    print("candidates at the cursor:", "yes" if beside else f"NO {places}")
    program.terminate()
    program.wait()
    return typed and quiet and beside


if __name__ == "__main__":
    os.environ.pop("DISPLAY", None)
    sys.exit(0 if _main() else 1)
