"""`make screenshots`: pictures of the window and its parts, made without a display. RENDERERS lists what is drawn."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from resources import resource
from tests.screenshots import parts, tables, window
from ui.fonts import interface_family
from ui.icons import Icons
from ui.style import dress
from ui.theme import Scheme, Theme

Renderer = Callable[[Path, QApplication, Theme, Icons], None]
RENDERERS: tuple[Renderer, ...] = (parts.render, tables.render, window.render)


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme(interface_family(resource("fonts", "NotoSansSC-Regular.ttf")), Scheme.LIGHT)
    dress(app, theme)
    icons = Icons(theme)
    for render in RENDERERS:
        render(folder, app, theme, icons)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots"))
