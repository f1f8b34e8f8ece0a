"""Style options as plain values. PySide's stubs do not know their attributes, so they are read here as Any."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

Option = Any
"""A QStyleOption of the kind that belongs to the element."""

_State = QStyle.StateFlag
KIND, PLACE, EDGE, SMALL = "chengbao-kind", "chengbao-place", "chengbao-edge", "chengbao-small"
"""Properties of widgets that the style reads: kind of a button, place in a row of segments, edge, small height."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where a control is and in which state."""

    rect: QRect
    enabled: bool
    hovered: bool
    pressed: bool
    checked: bool
    focused: bool
    by_key: bool
    kind: str
    place: str
    edge: str

    @property
    def ring(self) -> bool:
        """Whether a button shows its focus: after a key, not after a click."""
        return self.focused and self.by_key


def look_of(option: QStyleOption, widget: QWidget | None) -> Look:
    """The look that an option asks for."""
    any_option: Option = option
    state = any_option.state
    enabled = bool(state & _State.State_Enabled)
    return Look(
        rect=QRect(any_option.rect),
        enabled=enabled,
        hovered=enabled and bool(state & _State.State_MouseOver),
        pressed=enabled and bool(state & _State.State_Sunken),
        checked=bool(state & _State.State_On),
        focused=enabled and bool(state & _State.State_HasFocus),
        by_key=bool(state & _State.State_KeyboardFocusChange),
        kind=text_property(widget, KIND),
        place=text_property(widget, PLACE),
        edge=text_property(widget, EDGE),
    )


def text_property(widget: QWidget | None, name: str) -> str:
    """A property of a widget as text, "" for none."""
    return str(widget.property(name) or "") if widget is not None else ""


def is_small(widget: QWidget | None) -> bool:
    """Whether a control is to be 28 px high, as in tables and findings."""
    return widget is not None and widget.property(SMALL) is True
