"""Contrast of every pair of colours that meet, type, zoom, palettes, and the desktop's wishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resources import resource
from ui.contrast import contrast
from ui.focus import FocusRing
from ui.fonts import interface_family
from ui.style import dress
from ui.system import follow_system, wants_contrast
from ui.theme import Scheme, Theme
from ui.tokens import DARK, LIGHT, SIZES, TYPE, Token

SCHEMES = {"light": LIGHT, "dark": DARK}
# Words and the grounds on which they stand.
TEXT_ON: dict[Token, tuple[Token, ...]] = {
    "text": (
        "window",
        "surface",
        "sunken",
        "hover",
        "accent_tint",
        "amber_tint",
        "green_tint",
        "hint_tint",
        "red_tint",
    ),
    "second": ("window", "surface", "sunken", "hover"),
    "placeholder": ("window", "surface"),
    "accent": ("window", "surface", "accent_tint"),
    "accent_hover": ("window", "surface"),
    "on_primary": ("primary", "primary_hover", "red_bar"),
    "red": ("window", "surface", "red_tint"),
    "amber": ("window", "surface", "amber_tint"),
    "green": ("window", "surface", "green_tint"),
    "hint": ("window", "surface", "hint_tint"),
}
EDGE_ON: dict[Token, tuple[Token, ...]] = {
    "control": ("window", "surface"),
    "accent": ("window", "surface"),
    "amber": ("surface",),
    "red": ("surface",),
}


@pytest.fixture(autouse=True)
def worn(theme: Theme, qapp: QApplication) -> Iterator[None]:
    """The shared theme is worn for certain, and put back afterwards."""
    dress(qapp, theme)
    yield
    theme.set_system(dark=False)
    theme.set_scheme(Scheme.LIGHT)
    theme.set_zoom(1.0)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("token", "ground"), [(token, one) for token, grounds in TEXT_ON.items() for one in grounds])
def test_words_can_be_read(scheme: str, token: Token, ground: Token) -> None:
    colours: Mapping[Token, str] = SCHEMES[scheme]
    assert contrast(colours[token], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("token", "ground"), [(token, one) for token, grounds in EDGE_ON.items() for one in grounds])
def test_edges_can_be_seen(scheme: str, token: Token, ground: Token) -> None:
    colours: Mapping[Token, str] = SCHEMES[scheme]
    assert contrast(colours[token], colours[ground]) >= 3.0


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_both_schemes_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 1.5, 2.0])
def test_type_is_never_below_ten_points(qtbot: QtBot, zoom: float) -> None:
    del qtbot
    theme = Theme("Noto Sans SC", Scheme.LIGHT, zoom)
    for role, size in TYPE.items():
        font = theme.font(role)
        assert font.pointSizeF() * 96 / 72 >= 13.33 * zoom - 0.01
        assert font.bold() == size.bold
        assert theme.line(role) >= round(size.pixels * zoom)


def test_weights_are_regular_and_bold_only(theme: Theme) -> None:
    assert {theme.font(role, bold).weight().value for role in TYPE for bold in (None, True, False)} == {400, 700}


def test_zoom_stays_between_eighty_and_two_hundred_per_cent(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_zoom(5)
    assert theme.zoom == 2.0
    assert theme.size("button") == 64
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_zoom(2.0)
    theme.set_zoom(0.1)
    assert theme.zoom == 0.8
    theme.zoom_by(1)
    assert theme.zoom == pytest.approx(0.9)


def test_thin_lines_never_vanish() -> None:
    theme = Theme("Noto Sans SC", zoom=0.8)
    assert all(theme.size(name) >= 1 for name in SIZES)
    assert theme.px(0) == 0


def test_the_system_decides_unless_a_scheme_is_chosen(theme: Theme) -> None:
    theme.set_scheme(Scheme.SYSTEM)
    theme.set_system(dark=True)
    assert theme.dark
    assert theme.colour("window").name().upper() == DARK["window"]
    theme.set_scheme(Scheme.LIGHT)
    assert not theme.dark


def test_high_contrast_wins_over_everything(theme: Theme) -> None:
    desktop = QPalette(QColor("#000000"))
    desktop.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    desktop.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    theme.set_system(dark=True, contrast=desktop)
    assert theme.high_contrast
    assert theme.palette() == desktop
    assert theme.colour("red") == QColor("#ffff00")
    assert theme.colour("amber_tint") == QColor("#000000")


def test_the_palette_follows_the_scheme(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK["window"]
    palette, roles = qapp.palette(), QPalette.ColorRole
    assert contrast(palette.color(roles.Highlight).name(), palette.color(roles.HighlightedText).name()) >= 4.5


def test_following_the_desktop(theme: Theme, qapp: QApplication) -> None:
    del theme
    followed = Theme("Noto Sans SC")
    follow_system(followed, qapp)
    assert followed.high_contrast == wants_contrast(qapp)


def test_the_bundled_face_where_the_system_has_none(qapp: QApplication) -> None:
    del qapp
    family = interface_family(resource("fonts", "NotoSansSC-Regular.ttf"))
    theme = Theme(family)
    assert QFontInfo(theme.font()).family() == family


def test_zoom_reaches_widgets_that_stand_already(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, line = QPushButton("重新检查", window), QLineEdit(window)
    assert button.sizeHint().height() == line.sizeHint().height() == 32
    theme.set_zoom(1.5)
    assert button.sizeHint().height() == line.sizeHint().height() == 48


def test_dressing_twice_is_harmless(theme: Theme, qapp: QApplication) -> None:
    dress(qapp, theme)
    assert len(qapp.findChildren(FocusRing)) == 1
    assert qapp.font().pointSizeF() == theme.font().pointSizeF()
