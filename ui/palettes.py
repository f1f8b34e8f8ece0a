"""Between tokens and QPalette: ours from the tokens, and the tokens of a desktop in high contrast."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from ui.contrast import contrast
from ui.tokens import LIGHT, Token

_READABLE = 4.5
_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

_ROLES: tuple[tuple[QPalette.ColorRole, Token], ...] = (
    (_Role.Window, "window"),
    (_Role.WindowText, "text"),
    (_Role.Base, "surface"),
    (_Role.AlternateBase, "window"),
    (_Role.Text, "text"),
    (_Role.Button, "surface"),
    (_Role.ButtonText, "text"),
    (_Role.BrightText, "on_primary"),
    (_Role.PlaceholderText, "placeholder"),
    (_Role.ToolTipBase, "surface"),
    (_Role.ToolTipText, "text"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "accent"),
    (_Role.Accent, "accent"),
    (_Role.Light, "surface"),
    (_Role.Midlight, "hover"),
    (_Role.Mid, "line"),
    (_Role.Dark, "control"),
    (_Role.Shadow, "control"),
)
_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText, _Role.Link)


def make_palette(colours: Mapping[Token, QColor]) -> QPalette:
    """The palette of a scheme. Selected text keeps the system's colours where they can be read."""
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, colours[token])
    for role in _TEXTS:
        palette.setColor(_Group.Disabled, role, colours["disabled"])
    ground, text = _selection(colours)
    palette.setColor(_Role.Highlight, ground)
    palette.setColor(_Role.HighlightedText, text)
    palette.setColor(_Group.Disabled, _Role.Highlight, colours["hover"])
    palette.setColor(_Group.Disabled, _Role.HighlightedText, colours["disabled"])
    return palette


def _selection(colours: Mapping[Token, QColor]) -> tuple[QColor, QColor]:
    hints = QGuiApplication.styleHints() if QGuiApplication.instance() else None
    theme = QGuiApplication.palette() if hints else QPalette()
    ground, text = theme.color(_Role.Highlight), theme.color(_Role.HighlightedText)
    if contrast(ground.name(), text.name()) >= _READABLE:
        return ground, text
    return colours["primary"], colours["on_primary"]


def tokens_of_palette(palette: QPalette) -> Mapping[Token, QColor]:
    """Tokens from a palette of high contrast: states are then told by shape and word, not by colour."""
    ground, text = palette.color(_Role.Window), palette.color(_Role.WindowText)
    link, chosen = palette.color(_Role.Link), palette.color(_Role.Highlight)
    accent = link if contrast(link.name(), ground.name()) >= _READABLE else text
    tokens: dict[Token, QColor] = dict.fromkeys(LIGHT, text)
    grounds: tuple[Token, ...] = (
        "window", "sunken", "desk", "hover", "accent_tint", "red_tint", "amber_tint", "green_tint", "hint_tint",
    )  # fmt: skip
    tokens.update(dict.fromkeys(grounds, ground))
    tokens["surface"] = palette.color(_Role.Base)
    tokens["disabled"] = palette.color(_Group.Disabled, _Role.WindowText)
    tokens["accent"] = tokens["accent_hover"] = accent
    tokens["primary"] = tokens["primary_hover"] = tokens["red_bar"] = chosen
    tokens["on_primary"] = palette.color(_Role.HighlightedText)
    return tokens
