"""The looks as data: colours of both schemes, type, sizes. No Qt; ui.theme makes use of it.

Colours that carry text have at least 4.5 : 1 against what they stand on, edges of controls 3 : 1;
tests/ui/test_theme.py computes each ratio. Sizes are logical pixels at 100 %.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Token = Literal[
    "window", "surface", "sunken", "desk", "hover", "line", "control",
    "text", "second", "placeholder", "disabled",
    "accent", "accent_hover", "accent_tint", "primary", "primary_hover", "on_primary",
    "red", "red_tint", "red_bar", "amber", "amber_tint", "green", "green_tint", "hint", "hint_tint",
]  # fmt: skip
Role = Literal["display", "title", "subtitle", "prose", "field", "body", "small"]
Size = Literal[
    "gap_2", "gap_4", "gap_6", "gap_8", "gap_12", "gap_16", "gap_24", "gap_32", "gap_48",
    "header", "tab", "subtab", "panel_head", "tools", "button", "button_small", "input", "input_small",
    "row", "row_head", "item", "status", "dialog_foot", "bar", "bar_tall",
    "column", "page_margin", "label", "icon", "icon_large", "box", "check", "chevron", "scroll_bar", "grip",
    "radius_chip", "radius", "radius_card", "edge", "ring", "ring_gap", "current", "chip", "chip_side",
    "input_side", "caret",
]  # fmt: skip

LIGHT: Final[Mapping[Token, str]] = MappingProxyType(
    {
        "window": "#F4F3EF",
        "surface": "#FFFFFF",
        "sunken": "#E9E7E1",
        "desk": "#D9D6CE",
        "hover": "#ECEAE4",
        "line": "#DEDBD3",
        "control": "#86837B",
        "text": "#1F2328",
        "second": "#575C62",
        "placeholder": "#686D73",
        "disabled": "#8B8E92",
        "accent": "#1D5B94",
        "accent_hover": "#164A7A",
        "accent_tint": "#E4EEF7",
        "primary": "#1D5B94",
        "primary_hover": "#164A7A",
        "on_primary": "#FFFFFF",
        "red": "#AE2A1C",
        "red_tint": "#FBE9E6",
        "red_bar": "#AE2A1C",
        "amber": "#7F5209",
        "amber_tint": "#F9EFD9",
        "green": "#20674A",
        "green_tint": "#E3F1E9",
        "hint": "#4B5763",
        "hint_tint": "#ECEFF2",
    }
)
DARK: Final[Mapping[Token, str]] = MappingProxyType(
    {
        "window": "#1B1D20",
        "surface": "#23262A",
        "sunken": "#16181A",
        "desk": "#121416",
        "hover": "#2C3035",
        "line": "#383D43",
        "control": "#7D848C",
        "text": "#E7E5E0",
        "second": "#A8ADB3",
        "placeholder": "#949AA1",
        "disabled": "#6F757C",
        "accent": "#8ABBEC",
        "accent_hover": "#A5CBF2",
        "accent_tint": "#24384D",
        "primary": "#2E6DAB",
        "primary_hover": "#255C93",
        "on_primary": "#FFFFFF",
        "red": "#F4968D",
        "red_tint": "#44241F",
        "red_bar": "#8F2318",
        "amber": "#E6B768",
        "amber_tint": "#3D321B",
        "green": "#82CAA5",
        "green_tint": "#1E362A",
        "hint": "#B1BAC3",
        "hint_tint": "#2E343A",
    }
)


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A role's size and line height in pixels, and whether it is bold."""

    pixels: float
    line: int
    bold: bool = False


TYPE: Final[Mapping[Role, TypeSize]] = MappingProxyType(
    {
        "display": TypeSize(24, 32, bold=True),
        "title": TypeSize(18, 26, bold=True),
        "subtitle": TypeSize(16, 24, bold=True),
        "prose": TypeSize(16, 28),
        "field": TypeSize(15, 24),
        "body": TypeSize(14, 20),
        # 10 pt. Nothing is smaller.
        "small": TypeSize(40 / 3, 20),
    }
)
SIZES: Final[Mapping[Size, float]] = MappingProxyType(
    {
        "gap_2": 2,
        "gap_4": 4,
        "gap_6": 6,
        "gap_8": 8,
        "gap_12": 12,
        "gap_16": 16,
        "gap_24": 24,
        "gap_32": 32,
        "gap_48": 48,
        "header": 48,
        "tab": 40,
        "subtab": 38,
        "panel_head": 44,
        "tools": 44,
        "button": 32,
        "button_small": 28,
        "input": 32,
        "input_small": 28,
        "input_side": 9,
        "row": 36,
        "row_head": 28,
        "item": 32,
        "status": 28,
        "dialog_foot": 60,
        "bar": 40,
        "bar_tall": 60,
        "column": 880,
        "page_margin": 24,
        "label": 104,
        "icon": 16,
        "icon_large": 24,
        # A tick box, and the space between it and its label.
        "box": 18,
        "check": 8,
        "chevron": 12,
        "scroll_bar": 10,
        # What the mouse can take of a splitter's one pixel.
        "grip": 8,
        "radius_chip": 3,
        "radius": 4,
        "radius_card": 6,
        "edge": 1,
        "ring": 2,
        "ring_gap": 1,
        # The bar at the left of what is current.
        "current": 3,
        "chip": 22,
        "chip_side": 9,
        "caret": 2,
    }
)
ZOOMS: Final = (0.8, 2.0)
"""The smallest and the largest zoom of the window."""
