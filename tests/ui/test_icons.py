"""Icons: every file is drawn, tinted by the theme at paint time, and on one grid."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from resources import resource
from ui.icons import Icons, logo
from ui.theme import Scheme, Theme

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "logo")


def ink(image: QImage) -> set[str]:
    """Colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {one.name() for one in pixels if one.alpha() > 250}


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_the_colour_asked_for(name: str, theme: Theme, icons: Icons) -> None:
    image = icons.pixmap(name, "accent", 64, 1.0).toImage()
    # Where strokes overlap, rounding may differ by a shade.
    wanted = theme.colour("accent")
    assert ink(image)
    for colour in map(QColor, ink(image)):
        assert abs(colour.red() - wanted.red()) + abs(colour.blue() - wanted.blue()) <= 6


@pytest.mark.parametrize("name", NAMES)
def test_one_grid_one_stroke_no_colour_of_its_own(name: str) -> None:
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 16 16"' in source
    assert 'stroke-width="1.5"' in source
    assert not re.search(r"#[0-9a-fA-F]{3,6}|rgb\(", source)


def test_an_icon_follows_the_theme(theme: Theme, icons: Icons) -> None:
    icon = icons.icon("done", "green")
    before = ink(icon.pixmap(32, 32).toImage())
    theme.set_scheme(Scheme.DARK)
    after = ink(icon.pixmap(32, 32).toImage())
    theme.set_scheme(Scheme.LIGHT)
    assert after != before


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_sharp_at_every_pixel_ratio(icons: Icons, ratio: float) -> None:
    pixmap = icons.icon("home").pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(16)


def test_disabled_and_checked_have_their_own_colours(theme: Theme, icons: Icons) -> None:
    icon = icons.icon("close", "text", "accent")
    shown = {
        state: ink(icon.pixmap(QSize(64, 64), *state).toImage())
        for state in (
            (QIcon.Mode.Normal, QIcon.State.Off),
            (QIcon.Mode.Disabled, QIcon.State.Off),
            (QIcon.Mode.Normal, QIcon.State.On),
        )
    }
    assert theme.colour("text").name() in shown[QIcon.Mode.Normal, QIcon.State.Off]
    assert theme.colour("disabled").name() in shown[QIcon.Mode.Disabled, QIcon.State.Off]
    assert theme.colour("accent").name() in shown[QIcon.Mode.Normal, QIcon.State.On]


def test_no_name_no_icon(icons: Icons) -> None:
    assert icons.icon("").isNull()
    assert icons.pixmap("").isNull()
    with pytest.raises(FileNotFoundError):
        icons.icon("nonsense")


def test_engines_outlive_the_python_that_made_them(icons: Icons, qtbot: QtBot) -> None:
    menu, button = QMenu(), QToolButton()
    qtbot.addWidget(menu)
    qtbot.addWidget(button)
    action = QAction("撤销", menu)
    action.setIcon(icons.icon("undo"))
    menu.addAction(action)
    button.setDefaultAction(action)
    for _number in range(200):
        button.setIcon(icons.icon("redo"))
        gc.collect(0)
    gc.collect()
    assert not button.grab().isNull()
    assert not menu.grab().isNull()


def test_the_logo_keeps_its_colours() -> None:
    assert logo().pixmap(64, 64).toImage().pixelColor(32, 4) == QColor("#1D5B94")
