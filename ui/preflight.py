"""What this computer lacks for a window, found before Qt is imported. Standard library only.

Without one of its xcb libraries, or without a display, Qt calls abort() and always names xcb-cursor0,
whatever is missing; there is no exception to catch. So each shared library that Qt and its platform
plugins link to is looked up here first, and the answer is one sentence with the command that helps.

Library names were read from the plugins of PySide6-Essentials 6.9 (readelf), package names from Debian 12;
later Debian and Ubuntu releases accept the same names.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Shared library → Debian package, in the order in which the loader asks for them.
BASE: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
XCB: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND: Mapping[str, str] = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_PLUGIN: Mapping[str, Mapping[str, str]] = {"xcb": XCB, "wayland": WAYLAND}

# Platforms that draw on a desktop; the others (offscreen, minimal, vnc) need none.
_DESKTOP = frozenset(_PLUGIN)

Loader = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Missing:
    """A shared library that cannot be loaded, and the Debian package that has it."""

    library: str
    package: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no window can be shown: libraries that are missing, or (when there are none) no display."""

    missing: tuple[Missing, ...] = ()

    @property
    def packages(self) -> tuple[str, ...]:
        """Packages to install, each once, in the order of the tables."""
        return tuple(dict.fromkeys(entry.package for entry in self.missing))

    @property
    def command(self) -> str:
        """The line that installs them; empty when nothing is missing."""
        return "sudo apt-get install -y " + " ".join(self.packages) if self.missing else ""


def missing_libraries(platform: str, load: Loader = ctypes.CDLL) -> tuple[Missing, ...]:
    """Libraries that Qt needs for a platform plugin ("xcb", "wayland", "offscreen", …) and that do not load."""
    wanted = {**BASE, **_PLUGIN.get(platform, {})}
    return tuple(Missing(library, package) for library, package in wanted.items() if not _loads(library, load))


def _loads(library: str, load: Loader) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a desktop session is named in the environment (Linux)."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def platforms(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Platform plugins of which Qt will take the first that loads.

    QT_QPA_PLATFORM is a list separated by semicolons; a plugin's own options follow a colon, and the two
    Wayland plugins are called wayland and wayland-egl.
    """
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        names = (entry.partition(":")[0] for entry in asked.split(";"))
        return tuple("wayland" if name.startswith("wayland") else name for name in names if name)
    if not environment.get("WAYLAND_DISPLAY"):
        return ("xcb",)
    return ("xcb", "wayland") if environment.get("DISPLAY") else ("wayland",)


def obstacle(
    environment: Mapping[str, str] | None = None, load: Loader = ctypes.CDLL, system: str = sys.platform
) -> Obstacle | None:
    """What keeps Qt from starting here; None when nothing does, and always outside Linux."""
    if not system.startswith("linux"):
        return None
    environment = os.environ if environment is None else environment
    names = platforms(environment)
    lacking = [missing_libraries(name, load) for name in names]
    if all(lacking):
        return Obstacle(lacking[0])
    if _DESKTOP.issuperset(names) and not has_display(environment):
        return Obstacle()
    return None


def sentence(found: Obstacle, apt: bool | None = None) -> str:
    """The obstacle in words for the person at the keyboard, with what to do.

    apt: whether the system has apt-get; by default it is looked for.
    """
    if not found.missing:
        return "没有可用的图形桌面（DISPLAY 和 WAYLAND_DISPLAY 均未设置），无法显示窗口。请在桌面会话中启动本程序。"
    if apt if apt is not None else shutil.which("apt-get"):
        return f"缺少图形界面所需的系统组件，无法显示窗口。请执行：\n  {found.command}"
    libraries = " ".join(entry.library for entry in found.missing)
    return f"缺少图形界面所需的系统组件，无法显示窗口。请安装提供下列文件的软件包：\n  {libraries}"


def main(arguments: list[str]) -> int:
    """`python -m ui.preflight PLATFORM`: 0 when its libraries are here, else the sentence on stderr and 1."""
    missing = missing_libraries(arguments[0] if arguments else "xcb") if sys.platform.startswith("linux") else ()
    if missing:
        sys.stderr.write(sentence(Obstacle(missing)) + "\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
