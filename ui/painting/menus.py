"""Menus, the menu bar, and what stands on item views."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionMenuItem, QStyleOptionViewItem

from ui.painting import shapes
from ui.painting.options import Look, Option
from ui.theme import Theme

_Item = QStyleOptionMenuItem.MenuItemType
_Check = QStyleOptionMenuItem.CheckType
_FLAGS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


def _flags(text: str) -> int:
    return _FLAGS | shapes.mnemonic(text).value


def menu_item_size(option: QStyleOptionMenuItem, theme: Theme) -> QSize:
    """The size of a menu's row: icon, words, shortcut, arrow."""
    any_option: Option = option
    if any_option.menuItemType == _Item.Separator:
        return QSize(theme.px(40), 2 * theme.size("gap_4") + theme.size("edge"))
    words, _tab, keys = str(any_option.text).partition("\t")
    metrics: QFontMetrics = any_option.fontMetrics
    width = metrics.size(_flags(words), words).width() + _left(theme) + theme.size("gap_24")
    if keys:
        width += metrics.horizontalAdvance(keys) + theme.size("gap_32")
    if any_option.menuItemType == _Item.SubMenu:
        width += theme.size("gap_24")
    return QSize(width, max(theme.px(32), metrics.height() + theme.size("gap_8")))


def _left(theme: Theme) -> int:
    return theme.size("gap_12") + theme.size("icon") + theme.size("gap_8")


def paint_menu_item(
    style: QProxyStyle, painter: QPainter, option: QStyleOptionMenuItem, look: Look, theme: Theme
) -> None:
    """A row of a menu."""
    any_option: Option = option
    rect = look.rect
    if any_option.menuItemType == _Item.Separator:
        line = QRect(rect.left(), rect.center().y(), rect.width(), theme.size("edge"))
        painter.fillRect(line, theme.colour("line"))
        return
    if look.enabled and any_option.state & QStyle.StateFlag.State_Selected:
        inner = rect.adjusted(theme.size("gap_4"), 0, -theme.size("gap_4"), 0)
        shapes.fill(painter, inner, theme.size("radius"), theme.colour("hover"))
    _paint_mark(painter, any_option, look, theme)
    words, _tab, keys = str(any_option.text).partition("\t")
    painter.save()
    painter.setFont(any_option.font)
    painter.setPen(theme.colour("text" if look.enabled else "disabled"))
    area = rect.adjusted(_left(theme), 0, -theme.size("gap_12"), 0)
    style.drawItemText(painter, area, _flags(words), any_option.palette, look.enabled, words)
    if keys:
        painter.setPen(theme.colour("second" if look.enabled else "disabled"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
    painter.restore()
    if any_option.menuItemType == _Item.SubMenu:
        side = theme.size("icon")
        arrow = QRect(rect.right() - side - theme.size("gap_8"), rect.top(), side, rect.height())
        shapes.chevron(painter, arrow, "right", theme.colour("second"), theme.size("chevron"))


def _paint_mark(painter: QPainter, option: Option, look: Look, theme: Theme) -> None:
    """The tick of a checked row, else its icon."""
    side = theme.size("icon")
    top = look.rect.top() + (look.rect.height() - side) // 2
    area = QRect(look.rect.left() + theme.size("gap_12"), top, side, side)
    icon: QIcon = option.icon
    if option.checkType != _Check.NotCheckable and option.checked:
        shapes.tick(painter, shapes.snapped(painter, area), theme.colour("accent" if look.enabled else "disabled"))
    elif not icon.isNull():
        icon.paint(
            painter, area, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal if look.enabled else QIcon.Mode.Disabled
        )


def menu_bar_item_size(option: QStyleOptionMenuItem, theme: Theme) -> QSize:
    """The size of a word of the menu bar."""
    any_option: Option = option
    metrics: QFontMetrics = any_option.fontMetrics
    words = metrics.size(_flags(any_option.text), any_option.text)
    return QSize(
        words.width() + 2 * theme.size("gap_12"), max(theme.size("button"), words.height() + theme.size("gap_6"))
    )


def paint_menu_bar_item(
    style: QProxyStyle, painter: QPainter, option: QStyleOptionMenuItem, look: Look, theme: Theme
) -> None:
    """A word of the menu bar; hovered or open it has a ground."""
    any_option: Option = option
    if any_option.state & QStyle.StateFlag.State_Selected:
        shapes.fill(painter, look.rect, theme.size("radius"), theme.colour("hover"))
    painter.save()
    painter.setPen(theme.colour("text" if look.enabled else "disabled"))
    flags = _flags(any_option.text) | Qt.AlignmentFlag.AlignCenter.value
    style.drawItemText(painter, look.rect, flags, any_option.palette, look.enabled, any_option.text)
    painter.restore()


def paint_popup(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The panel of a menu or tool tip. Square: round corners of a top-level need a compositor, which UKUI may lack."""
    shapes.box(painter, rect, 0, theme.colour("surface"), theme.colour("control"), theme.size("edge"))


def paint_item_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, theme: Theme) -> None:
    """The ground of a row or cell of a view."""
    any_option: Option = option
    if any_option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(look.rect, theme.colour("accent_tint"))
    elif look.hovered:
        painter.fillRect(look.rect, theme.colour("hover"))
    elif any_option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(look.rect, any_option.backgroundBrush)


def with_plain_text(option: QStyleOptionViewItem, theme: Theme) -> QStyleOptionViewItem:
    """The option of a view's item whose words keep the colour of text when it is selected."""
    made = QStyleOptionViewItem(option)
    any_option: Option = made
    palette = QPalette(any_option.palette)
    for role in (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Text):
        palette.setColor(role, theme.colour("text" if look_enabled(any_option) else "disabled"))
    any_option.palette = palette
    return made


def look_enabled(option: Option) -> bool:
    """Whether an option is of something that can be used."""
    return bool(option.state & QStyle.StateFlag.State_Enabled)
