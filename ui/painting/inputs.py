"""Line edits, text edits, combo boxes, spin boxes; tick boxes and radio buttons."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionSpinBox, QWidget

from ui.painting import shapes
from ui.painting.options import EDGE, SMALL, Look, Option
from ui.theme import Theme


class Edge(StrEnum):
    """What the edge of an input says."""

    NONE = ""
    MISSING = "missing"
    COMPUTED = "computed"
    SHOULD = "should"
    BLOCK = "block"


def set_edge(widget: QWidget, edge: Edge) -> None:
    """Change the edge of a line edit, text edit or combo box. Say in words, too, what it means."""
    widget.setProperty(EDGE, edge.value)
    widget.update()


def set_small(widget: QWidget, small: bool = True) -> None:
    """Make an input 28 px high, as in tables."""
    widget.setProperty(SMALL, small)
    widget.updateGeometry()


def paint_field(painter: QPainter, look: Look, theme: Theme, *, read_only: bool = False) -> None:
    """Ground and edge of an input; the focus wins over what the edge says."""
    flat = read_only or not look.enabled or look.edge == Edge.COMPUTED
    ground = theme.colour("window" if flat else "surface")
    line, width = _field_edge(look, theme)
    if look.edge == Edge.COMPUTED and not look.focused:
        line = None
    shapes.box(painter, look.rect, theme.size("radius"), ground, line, width, dashed=_is_dashed(look))


def _is_dashed(look: Look) -> bool:
    return look.edge == Edge.MISSING and not look.focused


def _field_edge(look: Look, theme: Theme) -> tuple[QColor | None, int]:
    if look.focused:
        return theme.colour("accent"), theme.size("ring")
    if look.edge == Edge.SHOULD:
        return theme.colour("amber"), theme.size("ring")
    if look.edge == Edge.BLOCK:
        return theme.colour("red"), theme.size("ring")
    return theme.colour("control" if look.enabled else "line"), theme.size("edge")


def arrow_width(theme: Theme) -> int:
    """The room of a chevron at the right of a combo box."""
    return theme.px(28)


def step_width(theme: Theme) -> int:
    """The room of the two steps of a spin box."""
    return theme.px(24)


def paint_combo(painter: QPainter, look: Look, theme: Theme) -> None:
    """A combo box without its words."""
    paint_field(painter, look, theme)
    wide = arrow_width(theme)
    arrow = QRect(look.rect.right() - wide + 1, look.rect.top(), wide, look.rect.height())
    shapes.chevron(painter, arrow, "down", theme.colour("second" if look.enabled else "disabled"), theme.px(14))


def spin_part(rect: QRect, part: QStyle.SubControl, theme: Theme) -> QRect | None:
    """A part of a spin box: number, the two steps; None for what we leave to Qt."""
    wide = step_width(theme)
    half = rect.height() // 2
    left = rect.right() - wide
    match part:
        case QStyle.SubControl.SC_SpinBoxEditField:
            # A line edit without a frame keeps two pixels of its own.
            return rect.adjusted(theme.size("input_side") - 2, 1, -wide, -1)
        case QStyle.SubControl.SC_SpinBoxUp:
            return QRect(left, rect.top() + 1, wide, half - 1)
        case QStyle.SubControl.SC_SpinBoxDown:
            return QRect(left, rect.top() + half, wide, rect.height() - half - 1)
    return None


def paint_spin(painter: QPainter, option: QStyleOptionSpinBox, look: Look, theme: Theme) -> None:
    """A spin box without its number."""
    any_option: Option = option
    paint_field(painter, look, theme)
    parts = (("up", QStyle.SubControl.SC_SpinBoxUp, 1, 1), ("down", QStyle.SubControl.SC_SpinBoxDown, 2, -1))
    for way, part, flag, nudge in parts:
        area = spin_part(look.rect, part, theme)
        if area is None or not any_option.subControls & part:
            continue
        possible = look.enabled and bool(any_option.stepEnabled.value & flag)
        colour = theme.colour("second" if possible else "disabled")
        shapes.chevron(painter, area.translated(0, nudge * theme.px(2)), way, colour, theme.px(11))


def paint_tick_box(painter: QPainter, option: QStyleOptionButton, look: Look, theme: Theme) -> None:
    """The square of a tick box."""
    any_option: Option = option
    rect = shapes.snapped(painter, look.rect)
    partly = bool(any_option.state & QStyle.StateFlag.State_NoChange)
    if not look.checked and not partly:
        ground = "hover" if look.hovered else "surface"
        shapes.box(painter, rect, theme.size("radius_chip"), theme.colour(ground),
                   theme.colour("control" if look.enabled else "line"), theme.size("edge"))  # fmt: skip
        return
    ground = "primary" if look.enabled else "disabled"
    shapes.fill(painter, rect, theme.size("radius_chip"), theme.colour(ground))
    if partly:
        bar = QRectF(0, 0, rect.width() * 0.5, theme.size("ring"))
        bar.moveCenter(rect.center())
        painter.fillRect(bar, theme.colour("on_primary"))
    else:
        shapes.tick(painter, rect, theme.colour("on_primary"))


def paint_radio(painter: QPainter, look: Look, theme: Theme) -> None:
    """The circle of a radio button."""
    rect = shapes.snapped(painter, look.rect)
    ground = theme.colour("hover" if look.hovered else "surface")
    line = theme.colour(("accent" if look.checked else "control") if look.enabled else "disabled")
    shapes.box(painter, rect, rect.width() / 2, ground, line, theme.size("ring" if look.checked else "edge"))
    if look.checked:
        dot = rect.width() * 0.27
        shapes.fill(painter, rect.adjusted(dot, dot, -dot, -dot), rect.width() / 2, line)
