"""What ui.preflight finds and says, with a loader that stands in for the system's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from ui import preflight


def lacking(*libraries: str) -> Callable[[str], object]:
    """A loader on a system that has every library except these."""

    def load(name: str) -> object:
        if name in libraries:
            raise OSError(name)
        return object()

    return load


def test_nothing_missing() -> None:
    assert preflight.missing_libraries("xcb", lacking()) == ()
    assert preflight.obstacle({"DISPLAY": ":0"}, lacking(), "linux") is None


def test_offscreen_needs_no_xcb_and_no_display() -> None:
    load = lacking(*preflight.XCB, *preflight.WAYLAND)
    assert preflight.obstacle({"QT_QPA_PLATFORM": "offscreen"}, load, "linux") is None


def test_command_names_each_package_once_in_order() -> None:
    load = lacking("libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0", "libGL.so.1")
    found = preflight.obstacle({"DISPLAY": ":0"}, load, "linux")
    assert found is not None
    assert found.command == "sudo apt-get install -y libgl1 libglib2.0-0 libxcb-cursor0"
    assert found.command in preflight.sentence(found, apt=True)


def test_without_apt_the_libraries_are_named() -> None:
    found = preflight.Obstacle((preflight.Missing("libGL.so.1", "libgl1"),))
    said = preflight.sentence(found, apt=False)
    assert "libGL.so.1" in said
    assert "apt-get" not in said


def test_no_display() -> None:
    found = preflight.obstacle({}, lacking(), "linux")
    assert found is not None
    assert found.missing == ()
    assert found.command == ""
    assert "DISPLAY" in preflight.sentence(found)


def test_missing_libraries_come_before_the_missing_display() -> None:
    found = preflight.obstacle({}, lacking("libEGL.so.1"), "linux")
    assert found is not None
    assert found.packages == ("libegl1",)


def test_other_systems_are_not_asked() -> None:
    assert preflight.obstacle({}, lacking("libGL.so.1"), "win32") is None
    assert preflight.obstacle({}, lacking("libGL.so.1"), "darwin") is None


def test_a_wayland_desktop_does_not_need_xcb() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert preflight.obstacle(both, lacking("libxcb-cursor.so.0"), "linux") is None
    found = preflight.obstacle(both, lacking("libxcb-cursor.so.0", "libwayland-egl.so.1"), "linux")
    assert found is not None
    assert found.packages == ("libxcb-cursor0",)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ("xcb",)),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("xcb", "wayland")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ("vnc",)),
    ],
)
def test_platforms(environment: dict[str, str], expected: tuple[str, ...]) -> None:
    assert preflight.platforms(environment) == expected


def test_main_says_the_line_and_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    missing = (preflight.Missing("libEGL.so.1", "libegl1"),)

    def report(platform: str) -> tuple[preflight.Missing, ...]:
        return missing if platform == "xcb" else ()

    monkeypatch.setattr(preflight, "missing_libraries", report)
    monkeypatch.setattr(preflight.sys, "platform", "linux")
    monkeypatch.setattr(preflight.shutil, "which", lambda _name: "/usr/bin/apt-get")
    assert preflight.main(["offscreen"]) == 0
    assert preflight.main([]) == 1
    assert "sudo apt-get install -y libegl1\n" in capsys.readouterr().err


def test_qt_is_not_imported() -> None:
    code = "import sys, ui.preflight; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
