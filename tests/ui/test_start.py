"""How the program starts when something is in the way: one sentence, nothing touched, the first window raised."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.thread import StoreThread
from ui.input_method import choose_input_method
from ui.single_instance import FirstWindow, raise_first_window

_ROOT = Path(__file__).parents[2]


def start(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "main.py", "--data", str(folder)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a store."""
    made = data_folder(str(tmp_path / "数 据"))
    with FolderLock.take(made) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.set_settings({"person": '"甲"'})).result()
        thread.close()
    return made


def test_newer_data_are_refused_and_not_touched(folder: Path) -> None:
    connection = sqlite3.connect(database(folder))
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = database(folder).read_bytes()
    done = start(folder)
    assert done.returncode == 2
    assert "更新版本" in done.stderr
    assert database(folder).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_database_is_said(folder: Path, content: bytes) -> None:
    for side in folder.glob("*.db-*"):
        side.unlink()
    database(folder).write_bytes(content)
    done = start(folder)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert database(folder).read_bytes() == content


def test_a_data_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "数据"
    path.write_text("x")
    done = start(path)
    assert done.returncode == 2
    assert str(path) in done.stderr


def test_a_second_start_says_who_holds_the_folder(folder: Path) -> None:
    with FolderLock.take(folder):
        done = start(folder)
    assert done.returncode == 2
    assert str(os.getpid()) in done.stderr


def test_the_first_window_is_asked_to_come_forward(folder: Path, qtbot: QtBot) -> None:
    first = FirstWindow(folder)
    with qtbot.waitSignal(first.raise_requested):
        assert raise_first_window(folder)
    first.close()
    assert not raise_first_window(folder)


@pytest.mark.parametrize(
    ("environment", "plugins", "chosen"),
    [
        ({"QT_IM_MODULE": "fcitx"}, (), "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, (), "ibus"),
        ({}, (), "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, (), "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, ("libfcitx5platforminputcontextplugin.so",), "fcitx"),
        ({"QT_IM_MODULE": "compose"}, (), "compose"),
        ({"QT_IM_MODULE": "ibus"}, (), "ibus"),
    ],
)
def test_ibus_is_asked_for_where_no_fcitx_plugin_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    plugins: tuple[str, ...],
    chosen: str,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    contexts = tmp_path / "platforminputcontexts"
    contexts.mkdir()
    for name in plugins:
        (contexts / name).touch()
    assert choose_input_method(environment, tmp_path) == chosen
    monkeypatch.setattr(sys, "platform", "win32")
    assert choose_input_method({}, tmp_path) == ""


def test_fcitx5_is_asked_by_way_of_the_portal_where_ibus_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    tools = tmp_path / "bin"
    tools.mkdir()
    environment = {"QT_IM_MODULE": "fcitx", "PATH": str(tools)}
    choose_input_method(environment, tmp_path)
    assert environment["IBUS_USE_PORTAL"] == "1"
    (tools / "ibus-daemon").touch(0o755)
    installed = {"QT_IM_MODULE": "fcitx", "PATH": str(tools)}
    choose_input_method(installed, tmp_path)
    assert "IBUS_USE_PORTAL" not in installed
