"""Choose the input-method plugin before Qt starts.

The PySide6 wheels carry an ibus plugin and none for fcitx. Kylin and UOS set QT_IM_MODULE=fcitx; then Qt finds no
plugin and raw letters arrive. fcitx5 also answers the ibus protocol, so ibus is asked for instead; with no input
method running at all, plain typing still works.

Qt's ibus plugin does nothing where the program ibus-daemon is not installed, even though fcitx5 would answer it. By
the way of the portal it asks the session bus instead, on which fcitx5 has the portal's name too.
"""

import shutil
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

ASKED = "CHENGBAO_QT_IM_MODULE"
"""Where QT_IM_MODULE as the desktop set it is kept when another is chosen, for the diagnosis."""
_FCITX = ("fcitx", "fcitx5")


def choose_input_method(environment: MutableMapping[str, str], plugins: Path) -> str:
    """Set QT_IM_MODULE in `environment` where needed; what it is then. `plugins` is Qt's folder of plugins."""
    if not sys.platform.startswith("linux"):
        return environment.get("QT_IM_MODULE", "")
    if _wants_fcitx(environment) and not _has_fcitx(plugins):
        environment[ASKED] = environment.get("QT_IM_MODULE", "")
        environment["QT_IM_MODULE"] = "ibus"
        if shutil.which("ibus-daemon", path=environment.get("PATH")) is None:
            environment.setdefault("IBUS_USE_PORTAL", "1")
    return environment.get("QT_IM_MODULE", "")


def _wants_fcitx(environment: Mapping[str, str]) -> bool:
    asked = environment.get("QT_IM_MODULE", "") or environment.get("XMODIFIERS", "").removeprefix("@im=")
    return not asked or asked in _FCITX


def _has_fcitx(plugins: Path) -> bool:
    """Whether a plugin for fcitx lies beside Qt's own."""
    folder = plugins / "platforminputcontexts"
    return folder.is_dir() and any("fcitx" in entry.name for entry in folder.iterdir())
