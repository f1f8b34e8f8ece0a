"""Gathers what ui.input_diagnosis judges: environment, plugins beside Qt, names on the session bus."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

from ui.input_diagnosis import Facts
from ui.input_method import ASKED

_SERVICES: Mapping[str, tuple[str, ...]] = {
    "ibus": ("org.freedesktop.IBus", "org.freedesktop.portal.IBus"),
    "fcitx5": ("org.fcitx.Fcitx5",),
    "fcitx": ("org.fcitx.Fcitx",),
}
_END = "platforminputcontextplugin"
Owned = Callable[[str], bool]


def gather(environment: Mapping[str, str] | None = None) -> Facts:
    """What is in force for this run."""
    environment = os.environ if environment is None else environment
    owned = _session_bus(environment)
    return Facts(
        system=sys.platform,
        platform=QGuiApplication.platformName(),
        asked=environment.get(ASKED, environment.get("QT_IM_MODULE")),
        module=environment.get("QT_IM_MODULE"),
        modifiers=environment.get("XMODIFIERS", ""),
        plugins=input_plugins(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))),
        bus=owned is not None,
        running=running_methods(owned) | _ibus_by_file(environment),
        locale=environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG", ""),
        portal=environment.get("IBUS_USE_PORTAL", ""),
        desktop=environment.get("XDG_CURRENT_DESKTOP") or environment.get("DESKTOP_SESSION", ""),
    )


def input_plugins(plugins: Path) -> tuple[str, ...]:
    """Short names of the input plugins in Qt's folder: libibusplatforminputcontextplugin.so is ibus."""
    folder = plugins / "platforminputcontexts"
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(one.name.partition(".")[0].removeprefix("lib").partition(_END)[0] for one in files if one.is_file())


def running_methods(owned: Owned | None) -> frozenset[str]:
    """Which input methods own a name on the bus; none without a bus. fcitx5 owns the name of fcitx, too."""
    if owned is None:
        return frozenset()
    found = {name for name, services in _SERVICES.items() if any(owned(service) for service in services)}
    return frozenset(found - {"fcitx"} if "fcitx5" in found else found)


def _session_bus(environment: Mapping[str, str]) -> Owned | None:
    """Asks the session bus who owns a name; None where there is no bus, and outside Linux."""
    if not sys.platform.startswith("linux"):
        return None
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not environment.get("DBUS_SESSION_BUS_ADDRESS") and not (runtime and Path(runtime, "bus").exists()):
        return None  # asking would start a bus of its own, or warn
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    interface = bus.interface() if bus.isConnected() else None
    if interface is None:
        return None
    return lambda name: bool(interface.isServiceRegistered(name).value())


def _ibus_by_file(environment: Mapping[str, str]) -> frozenset[str]:
    """Older ibus has a bus of its own and tells its process in a file; an ibus that is alive counts as running."""
    home = environment.get("XDG_CONFIG_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".config")
    folder = Path(home, "ibus", "bus")
    if not sys.platform.startswith("linux") or not folder.is_dir():
        return frozenset()
    alive = any(_names_living_process(one) for one in folder.iterdir() if one.is_file())
    return frozenset({"ibus"} if alive else ())


def _names_living_process(path: Path) -> bool:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    ids = [line.partition("=")[2] for line in lines if line.startswith("IBUS_DAEMON_PID=")]
    return any(one.isdecimal() and Path("/proc", one).is_dir() for one in ids)
