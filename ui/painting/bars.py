"""Tabs, scroll bars, progress, splitter handles, table heads, group boxes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QLinearGradient, QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QTabBar,
)

from ui.painting import shapes
from ui.painting.options import Look, Option
from ui.theme import Theme

_Part = QStyle.SubControl
_UPRIGHT = (
    QTabBar.Shape.RoundedWest,
    QTabBar.Shape.RoundedEast,
    QTabBar.Shape.TriangularWest,
    QTabBar.Shape.TriangularEast,
)


def paint_tab(painter: QPainter, option: QStyleOptionTab, look: Look, theme: Theme) -> None:
    """The ground of a tab: nothing but a line of 2 px below the current one, a bar of 3 px beside an upright one."""
    any_option: Option = option
    selected = bool(any_option.state & QStyle.StateFlag.State_Selected)
    rect = look.rect
    if any_option.shape in _UPRIGHT:
        if selected:
            painter.fillRect(rect, theme.colour("surface"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), theme.size("current"), rect.height()), theme.colour("accent")
            )
        return
    if look.hovered and not selected:
        painter.fillRect(rect, theme.colour("hover"))
    if selected:
        thick = theme.size("ring")
        painter.fillRect(QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick), theme.colour("accent"))
    if look.ring:
        shapes.edge(
            painter, rect.adjusted(2, 2, -2, -4), theme.size("radius"), theme.colour("accent"), theme.size("ring")
        )


def paint_tab_label(style: QProxyStyle, painter: QPainter, option: QStyleOptionTab, look: Look, theme: Theme) -> None:
    """Icon and words of a tab; the current one bold."""
    any_option: Option = option
    selected = bool(any_option.state & QStyle.StateFlag.State_Selected)
    painter.save()
    font = QFont(painter.font())
    font.setBold(selected)
    painter.setFont(font)
    rect = look.rect.adjusted(theme.size("gap_12"), 0, -theme.size("gap_12"), 0)
    icon: QIcon = any_option.icon
    flags = Qt.AlignmentFlag.AlignCenter.value
    if not icon.isNull():
        side = theme.size("icon")
        top = rect.top() + (rect.height() - side) // 2
        icon.paint(painter, QRect(rect.left(), top, side, side))
        rect.setLeft(rect.left() + side + theme.size("gap_6"))
        flags = Qt.AlignmentFlag.AlignVCenter.value
    ink = "text" if selected or look.hovered else "second"
    painter.setPen(theme.colour(ink if look.enabled else "disabled"))
    style.drawItemText(painter, rect, flags, any_option.palette, look.enabled, any_option.text)
    painter.restore()


def paint_fade(painter: QPainter, rect: QRect, theme: Theme, *, leftwards: bool) -> None:
    """Tabs that go on beyond the end fade into the ground."""
    ground = theme.colour("surface")
    clear = QColor(ground)
    clear.setAlpha(0)
    fade = QLinearGradient(
        rect.topRight() if leftwards else rect.topLeft(), rect.topLeft() if leftwards else rect.topRight()
    )
    fade.setColorAt(0, clear)
    fade.setColorAt(0.8, ground)
    painter.fillRect(rect, fade)


def tab_size(option: QStyleOptionTab, size: QSize, theme: Theme) -> QSize:
    """38 px high; the words are measured bold, so that nothing moves when a tab becomes the current one."""
    any_option: Option = option
    width = any_option.fontMetrics.horizontalAdvance(any_option.text) + 2 * theme.size("gap_12") + theme.size("gap_4")
    if not any_option.icon.isNull():
        width += theme.size("icon") + theme.size("gap_6")
    if any_option.shape in _UPRIGHT:
        return QSize(max(size.width(), theme.size("tab")), max(width, theme.size("tab")))
    return QSize(width, max(theme.size("subtab"), any_option.fontMetrics.height() + theme.size("gap_12")))


def slider_rect(option: QStyleOptionSlider, theme: Theme) -> QRect:
    """The handle of a scroll bar; there are no arrow buttons."""
    any_option: Option = option
    rect = QRect(any_option.rect)
    upright = any_option.orientation == Qt.Orientation.Vertical
    room = rect.height() if upright else rect.width()
    steps = any_option.maximum - any_option.minimum
    if steps <= 0:
        return rect
    long = min(room, max(theme.px(24), room * any_option.pageStep // (steps + any_option.pageStep)))
    offset = QStyle.sliderPositionFromValue(
        any_option.minimum, any_option.maximum, any_option.sliderPosition, room - long, any_option.upsideDown
    )
    if upright:
        return QRect(rect.left(), rect.top() + offset, rect.width(), long)
    return QRect(rect.left() + offset, rect.top(), long, rect.height())


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl, theme: Theme) -> QRect:
    """A part of a scroll bar."""
    any_option: Option = option
    rect, slider = QRect(any_option.rect), slider_rect(option, theme)
    upright = any_option.orientation == Qt.Orientation.Vertical
    match part:
        case _Part.SC_ScrollBarSlider:
            return slider
        case _Part.SC_ScrollBarGroove:
            return rect
        case _Part.SC_ScrollBarSubPage:
            rect.setBottom(slider.top() - 1) if upright else rect.setRight(slider.left() - 1)
            return rect
        case _Part.SC_ScrollBarAddPage:
            rect.setTop(slider.bottom() + 1) if upright else rect.setLeft(slider.right() + 1)
            return rect
    return QRect()


def paint_scroll_bar(painter: QPainter, option: QStyleOptionSlider, look: Look, theme: Theme) -> None:
    """The handle, 6 px thick in its 10 px."""
    any_option: Option = option
    if any_option.maximum <= any_option.minimum:
        return
    handle = slider_rect(option, theme)
    thin = theme.size("gap_2")
    handle.adjust(thin, thin, -thin, -thin)
    active = (look.hovered or look.pressed) and bool(any_option.activeSubControls & _Part.SC_ScrollBarSlider)
    colour = theme.colour("second" if active else "control")
    shapes.fill(painter, handle, min(handle.width(), handle.height()) / 2, colour)


def paint_progress(painter: QPainter, option: QStyleOptionProgressBar, look: Look, theme: Theme) -> None:
    """A thin line; where the end is unknown, the middle third."""
    any_option: Option = option
    thick = theme.px(4)
    groove = QRect(look.rect.left(), look.rect.center().y() - thick // 2, look.rect.width(), thick)
    shapes.fill(painter, groove, thick / 2, theme.colour("line"))
    steps = any_option.maximum - any_option.minimum
    if steps > 0:
        share = (any_option.progress - any_option.minimum) / steps
        done = QRect(groove.left(), groove.top(), round(groove.width() * max(0.0, min(1.0, share))), thick)
    else:
        third = groove.width() // 3
        done = groove.adjusted(third, 0, -third, 0)
    if done.width() > 0:
        shapes.fill(painter, done, thick / 2, theme.colour("accent"))


def paint_splitter(painter: QPainter, look: Look, theme: Theme, *, upright: bool) -> None:
    """One pixel in the middle of the handle."""
    colour = theme.colour("control" if look.hovered or look.pressed else "line")
    thick = theme.size("edge")
    middle = look.rect.center()
    if upright:
        painter.fillRect(QRect(middle.x(), look.rect.top(), thick, look.rect.height()), colour)
    else:
        painter.fillRect(QRect(look.rect.left(), middle.y(), look.rect.width(), thick), colour)


def paint_head_label(style: QProxyStyle, painter: QPainter, option: QStyleOptionHeader, theme: Theme) -> None:
    """The words of a table head: small and quiet, never bold for a selection."""
    any_option: Option = option
    painter.save()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("second"))
    rect = QRect(any_option.rect).adjusted(theme.size("gap_8"), 0, -theme.size("gap_8"), 0)
    flags = int(any_option.textAlignment) | Qt.TextFlag.TextSingleLine.value
    style.drawItemText(painter, rect, flags, any_option.palette, True, any_option.text)
    painter.restore()


def paint_head(painter: QPainter, option: QStyleOptionHeader, look: Look, theme: Theme) -> None:
    """The ground of a table head: a line below, or at the right of row numbers."""
    any_option: Option = option
    painter.fillRect(look.rect, theme.colour("hover" if look.hovered and look.pressed else "surface"))
    thick, rect = theme.size("edge"), look.rect
    if any_option.orientation == Qt.Orientation.Horizontal:
        painter.fillRect(QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick), theme.colour("line"))
    else:
        painter.fillRect(QRect(rect.right() - thick + 1, rect.top(), thick, rect.height()), theme.colour("line"))
