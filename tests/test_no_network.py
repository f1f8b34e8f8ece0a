"""The program opens no network socket: not a command, not the window, not Qt beneath it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CAUGHT = 99
_WATCH = f"""
import os, socket, sys
NETWORK = (socket.AF_INET, socket.AF_INET6)
ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect")
def watch(event, args):
    if (event == "socket.__new__" and args[1] in NETWORK) or event in ASKING:
        os.write(2, f"network: {{event}}".encode())
        os._exit({CAUGHT})
sys.addaudithook(watch)
"""
_COMMANDS = """
from pathlib import Path
from ui.commands.run import run
folder, text = sys.argv[1], sys.argv[2]
def do(*words):
    print(">", *words, flush=True)
    return run(["--data", folder, *words], lambda data: 0)
do("import", text)
from storage.location import data_folder
from storage.reading import read_listings
report = read_listings(data_folder(folder))[0].id
do("list", "--json"); do("show", report, "--json"); do("check", report, "--json"); do("types"); do("history", report)
do("export", report, "-o", str(Path(folder) / "a.pdf")); do("backup"); do("backups"); do("verify"); do("restore", "1")
do("new", "--from", report); do("delete", report); do("--version")
print("all done", flush=True)
"""
_WINDOW = """
from pathlib import Path
from PySide6.QtTest import QTest
from storage.location import data_folder
from storage.lock import FolderLock
from ui.application import Application, make_qt
from ui.export_flow import Order
from report.compose import Copy
app = make_qt()
folder = data_folder(sys.argv[1])
program = Application(folder, FolderLock.take(folder))
program.start()
def until(done):
    for _ in range(3000):
        if done():
            return
        QTest.qWait(10)
    raise SystemExit("waited in vain")
program.controller.open_sample()
until(lambda: program.window.session)
session = program.window.session
session.workplace.show_part(session.opened.report.sections[3].id)
session.workplace.panel.show_page("check")
session.workplace.panel.show_page("preview")
session.workplace.panel.show_page("help")
session.workplace.watch.now()
target = Path(sys.argv[1]) / "a.pdf"
program.controller.exports._export_checked(Order(Copy.DRAFT, target, session.opened.report), [])
until(target.exists)
session.autosave.flush()
until(lambda: not session.autosave.dirty)
program.window.may_close = lambda: True
program.window.close()
program.stop()
print("all done", flush=True)
"""
_TEXT = "某局2024年法治政府建设年度报告\n县政府：\n一、举措\n全年开展执法检查412次。\n某局\n2025年1月6日\n"


def child(code: str, *arguments: object, before: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*before, sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.fixture
def arguments(tmp_path: Path) -> tuple[Path, Path]:
    """A data folder and a text to import."""
    text = tmp_path / "年报.txt"
    text.write_text(_TEXT, "utf-8")
    return tmp_path / "数据", text


@pytest.mark.parametrize("code", [_COMMANDS, _WINDOW], ids=["commands", "window"])
def test_nothing_asks_for_the_network(code: str, arguments: tuple[Path, Path]) -> None:
    done = child(_WATCH + code, *arguments)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["all done"]), done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket(socket.AF_INET)",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "import urllib.request; urllib.request.urlopen('http://localhost:9')",
        "socket.create_connection(('localhost', 9))",
    ],
)
def test_whoever_did_would_be_seen(code: str) -> None:
    assert child(_WATCH + code).returncode == CAUGHT


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("code", [_COMMANDS, _WINDOW], ids=["commands", "window"])
def test_the_system_is_not_asked_either(code: str, arguments: tuple[Path, Path], tmp_path: Path) -> None:
    """Qt and the libraries below speak to the system without Python."""
    log = tmp_path / "calls"
    tracing = ("strace", "-f", "-qq", "-e", "trace=socket,connect,bind", "-o", str(log))
    done = child("import sys\n" + code, *arguments, before=tracing)
    assert done.stdout.splitlines()[-1:] == ["all done"], done.stderr
    assert re.findall(r".*AF_INET.*", log.read_text("utf-8", "replace")) == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_trace_would_show_it(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    child("import socket; socket.socket(socket.AF_INET)", before=("strace", "-f", "-e", "trace=socket", "-o", str(log)))
    assert "AF_INET" in log.read_text("utf-8", "replace")


_FOREIGN = re.compile(r"^\s*(?:import|from) (?:urllib\.request|http|requests|ftplib|smtplib)\b", re.MULTILINE)


def test_of_qts_network_only_what_is_local_is_used() -> None:
    folders = [ROOT / name for name in ("ui", "exports", "storage", "report", "resources")]
    for path in (ROOT / "main.py", *(one for folder in folders for one in folder.rglob("*.py"))):
        code = path.read_text("utf-8")
        for names in re.findall(r"from PySide6\.QtNetwork import (.+)", code):
            assert set(names.replace(" ", "").split(",")) <= {"QLocalServer", "QLocalSocket"}, path
        assert not _FOREIGN.search(code), path
