"""The sizes that controls want."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QStyleOption, QTableView, QWidget

from ui.painting import bars, buttons, inputs, menus
from ui.painting.options import Option, is_small
from ui.theme import Theme

_CT = QStyle.ContentsType


def own_size(
    kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None, theme: Theme
) -> QSize | None:
    """The size of a control that we measure ourselves, None for the others."""
    any_option: Option = option
    match kind:
        case _CT.CT_PushButton:
            return buttons.push_size(any_option, widget, theme)
        case _CT.CT_ToolButton:
            return buttons.tool_size(any_option, widget, theme)
        case _CT.CT_TabBarTab:
            return bars.tab_size(any_option, size, theme)
        case _CT.CT_MenuItem:
            return menus.menu_item_size(any_option, theme)
        case _CT.CT_MenuBarItem:
            return menus.menu_bar_item_size(any_option, theme)
    return _input_size(kind, any_option, size, widget, theme)


def _input_size(
    kind: QStyle.ContentsType, option: Option, size: QSize, widget: QWidget | None, theme: Theme
) -> QSize | None:
    match kind:
        case _CT.CT_LineEdit if option.lineWidth > 0:
            sides = 2 * theme.size("input_side")
        case _CT.CT_ComboBox:
            sides = theme.size("gap_12") + inputs.arrow_width(theme)
        case _CT.CT_SpinBox:
            sides = 2 * theme.size("input_side") + inputs.step_width(theme)
        case _:
            return None
    height = theme.size("input_small" if is_small(widget) else "input")
    return QSize(size.width() + sides, max(height, size.height() + theme.size("gap_2")))


def adjusted_size(kind: QStyle.ContentsType, size: QSize, widget: QWidget | None, theme: Theme) -> QSize:
    """Fusion's size, where it is too small for us."""
    if kind is _CT.CT_ItemViewItem and not isinstance(widget, QTableView):
        return size.expandedTo(QSize(0, theme.size("item")))
    if kind is _CT.CT_HeaderSection:
        return QSize(size.width() + 2 * theme.size("gap_8"), max(size.height(), theme.size("row_head")))
    return size
