"""Push buttons and tool buttons."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionButton, QStyleOptionToolButton, QWidget

from ui.painting import shapes
from ui.painting.options import KIND, Look, Option, is_small, look_of
from ui.theme import Theme


class Kind(StrEnum):
    """What a button looks like."""

    PLAIN = "plain"
    PRIMARY = "primary"
    TOOL = "tool"
    SEGMENT = "segment"
    ON_BAR = "on-bar"
    ON_BAR_STRONG = "on-bar-strong"


_FLAGS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_Feature = QStyleOptionToolButton.ToolButtonFeature
_WHITE_VEIL = 36
SPLIT = _Feature.MenuButtonPopup


def _flags(text: str) -> int:
    return _FLAGS | shapes.mnemonic(text).value


def set_kind(widget: QWidget, kind: Kind) -> None:
    """Give a button its look."""
    widget.setProperty(KIND, kind.value)


def paint_panel(painter: QPainter, look: Look, theme: Theme) -> None:
    """Ground and edge of a button."""
    ground, line = _colours(look, theme)
    radius = theme.size("radius")
    if look.kind == Kind.SEGMENT:
        if ground is not None:
            first, last = look.place in ("first", "only"), look.place in ("last", "only")
            with shapes.smooth(painter):
                path = shapes.sided(shapes.snapped(painter, look.rect), radius - 1, left=first, right=last)
                painter.fillPath(path, ground)
        if look.ring:
            shapes.edge(painter, look.rect, radius - 1, theme.colour("accent"), theme.size("ring"))
        return
    shapes.box(painter, look.rect, radius, ground, line, theme.size("edge"))


def _colours(look: Look, theme: Theme) -> tuple[QColor | None, QColor | None]:
    colour = theme.colour
    match look.kind:
        case Kind.PRIMARY if look.enabled:
            return colour("primary_hover" if look.hovered or look.pressed else "primary"), None
        case Kind.ON_BAR:
            veil = colour("on_primary")
            veil.setAlpha(_WHITE_VEIL)
            return (veil if look.hovered or look.pressed else None), colour("on_primary")
        case Kind.ON_BAR_STRONG:
            return colour("hover" if look.hovered and not theme.dark else "on_primary"), None
        case Kind.TOOL | Kind.SEGMENT:
            if look.checked:
                return colour("accent_tint"), colour("accent") if look.enabled else colour("line")
            shown = look.hovered or look.pressed
            return (colour("line" if look.pressed else "hover") if shown else None), None
    if not look.enabled:
        return colour("surface"), colour("line")
    if look.checked:
        return colour("accent_tint"), colour("accent")
    return colour("line" if look.pressed else "hover" if look.hovered else "surface"), colour("control")


def ink(look: Look, theme: Theme) -> QColor:
    """The colour of a button's words."""
    if look.kind == Kind.ON_BAR:
        return theme.colour("on_primary")
    if look.kind == Kind.ON_BAR_STRONG:
        return theme.colour("red_bar")
    if not look.enabled:
        return theme.colour("disabled")
    if look.kind == Kind.PRIMARY:
        return theme.colour("on_primary")
    return theme.colour("accent" if look.checked else "text")


def paint_push_label(
    style: QProxyStyle, option: QStyleOptionButton, painter: QPainter, look: Look, theme: Theme
) -> None:
    """Icon and words in the middle, 8 px apart."""
    any_option: Option = option
    has_menu = bool(any_option.features & QStyleOptionButton.ButtonFeature.HasMenu)
    rect = look.rect
    if has_menu:
        room = theme.px(26)
        shapes.chevron(painter, QRect(rect.right() - room, rect.top(), theme.px(20), rect.height()), "down",
                       ink(look, theme), theme.size("chevron"))  # fmt: skip
        rect = rect.adjusted(0, 0, -theme.px(16), 0)
    _paint_words(style, painter, rect, any_option, look, theme, theme.size("gap_8"))


def _paint_words(
    style: QProxyStyle, painter: QPainter, rect: QRect, option: Option, look: Look, theme: Theme, gap: int
) -> None:
    metrics: QFontMetrics = option.fontMetrics
    icon: QIcon = option.icon
    side = 0 if icon.isNull() else option.iconSize.width()
    words = metrics.size(_flags(option.text), option.text).width() if option.text else 0
    between = gap if side and words else 0
    left = rect.left() + max(0, (rect.width() - side - words - between) // 2)
    if side:
        mode = QIcon.Mode.Normal if look.enabled else QIcon.Mode.Disabled
        state = QIcon.State.On if look.checked else QIcon.State.Off
        top = rect.top() + (rect.height() - side) // 2 + (theme.drop() if words else 0)
        icon.paint(painter, QRect(left, top, side, side), Qt.AlignmentFlag.AlignCenter, mode, state)
    if words:
        painter.save()
        painter.setPen(ink(look, theme))
        area = QRect(left + side + between, rect.top(), rect.right() - left - side - between + 1, rect.height())
        style.drawItemText(painter, area, _flags(option.text), option.palette, look.enabled, option.text)
        painter.restore()


def push_size(option: QStyleOptionButton, widget: QWidget | None, theme: Theme) -> QSize:
    """The size of a push button."""
    any_option: Option = option
    metrics: QFontMetrics = any_option.fontMetrics
    small = is_small(widget)
    words = metrics.size(_flags(any_option.text), any_option.text)
    side = 0 if any_option.icon.isNull() else any_option.iconSize.width()
    width = words.width() + side + (theme.size("gap_8") if side and words.width() else 0)
    width += 2 * theme.px(11 if small else 15)
    if any_option.features & QStyleOptionButton.ButtonFeature.HasMenu:
        width += theme.px(16)
    height = max(theme.size("button_small" if small else "button"), words.height() + theme.size("gap_6"))
    return QSize(max(width, height), height)


def paint_tool(style: QProxyStyle, option: QStyleOptionToolButton, painter: QPainter, look: Look, theme: Theme) -> None:
    """A tool button: panel, icon and words, and what opens its menu."""
    any_option: Option = option
    paint_panel(painter, look, theme)
    rect = QRect(look.rect)
    colour = ink(look, theme)
    if any_option.features & _Feature.MenuButtonPopup:
        arrow = menu_rect(rect, theme)
        rect.setRight(arrow.left() - 1)
        _paint_split(painter, arrow, colour, look, theme)
    elif any_option.features & _Feature.HasMenu and any_option.text and any_option.toolButtonStyle != _ICON_ONLY:
        arrow = QRect(rect.right() - theme.px(24), rect.top(), theme.px(20), rect.height())
        rect.setRight(arrow.left() + theme.px(4))
        shapes.chevron(painter, arrow, "down", colour, theme.size("chevron"))
    if any_option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly and not any_option.icon.isNull():
        any_option.text = ""
    if any_option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextOnly:
        any_option.icon = QIcon()
    gap = theme.size("gap_8" if look.kind == Kind.PRIMARY else "gap_6")
    _paint_words(style, painter, rect, any_option, look, theme, gap)


def _paint_split(painter: QPainter, arrow: QRect, colour: QColor, look: Look, theme: Theme) -> None:
    line = QColor(colour)
    line.setAlphaF(0.35 if look.kind == Kind.PRIMARY else 1.0)
    painter.fillRect(QRect(arrow.left(), arrow.top() + 1, theme.size("edge"), arrow.height() - 2), line)
    shapes.chevron(painter, arrow, "down", colour, theme.px(14))


def menu_rect(rect: QRect, theme: Theme) -> QRect:
    """The part of a split button that opens its menu."""
    wide = theme.px(28)
    return QRect(rect.right() - wide + 1, rect.top(), wide, rect.height())


def tool_size(option: QStyleOptionToolButton, widget: QWidget | None, theme: Theme) -> QSize:
    """The size of a tool button; never below 28 × 28."""
    any_option: Option = option
    look = tool_look(option, widget)
    shows_text = bool(any_option.text) and any_option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly
    shows_icon = not any_option.icon.isNull() and any_option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonTextOnly
    metrics: QFontMetrics = any_option.fontMetrics
    words = metrics.size(_flags(any_option.text), any_option.text) if shows_text else QSize(0, 0)
    side = any_option.iconSize.width() if shows_icon else 0
    height = theme.size("button_small" if is_small(widget) or look.kind == Kind.SEGMENT else "button")
    height = max(height, words.height() + theme.size("gap_6"))
    if look.kind == Kind.SEGMENT:
        height -= 2 * theme.size("edge")
    if not shows_text:
        width = height
    else:
        width = words.width() + side + 2 * theme.px(14 if look.kind == Kind.PRIMARY else 11)
        width += theme.size("gap_8" if look.kind == Kind.PRIMARY else "gap_6") if side else 0
    if any_option.features & _Feature.MenuButtonPopup:
        width += menu_rect(QRect(0, 0, 100, height), theme).width()
    elif any_option.features & _Feature.HasMenu and shows_text:
        width += theme.px(16)
    return QSize(width, height)


def push_look(option: QStyleOptionButton, widget: QWidget | None) -> Look:
    """The look of a push button; the default one of a dialog of Qt's is primary."""
    look = look_of(option, widget)
    any_option: Option = option
    default = bool(any_option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
    return replace(look, kind=Kind.PRIMARY.value) if default and not look.kind else look


def tool_look(option: QStyleOptionToolButton, widget: QWidget | None) -> Look:
    """The look of a tool button; one that lies flat is a tool even when nobody said so."""
    look = look_of(option, widget)
    any_option: Option = option
    flat = bool(any_option.state & QStyle.StateFlag.State_AutoRaise)
    return replace(look, kind=Kind.TOOL.value) if flat and not look.kind else look
