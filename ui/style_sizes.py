"""The style's lengths, habits and standard icons as tables."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle

from ui.theme import Theme
from ui.tokens import Size, Token

_PM, _SH, _SP = QStyle.PixelMetric, QStyle.StyleHint, QStyle.StandardPixmap

_LENGTHS: Mapping[QStyle.PixelMetric, Size] = {
    _PM.PM_SmallIconSize: "icon",
    _PM.PM_ButtonIconSize: "icon",
    _PM.PM_ListViewIconSize: "icon",
    _PM.PM_TabBarIconSize: "icon",
    _PM.PM_TabBarScrollButtonWidth: "gap_24",
    _PM.PM_ToolBarIconSize: "icon",
    _PM.PM_LargeIconSize: "icon_large",
    _PM.PM_MessageBoxIconSize: "gap_32",
    _PM.PM_IndicatorWidth: "box",
    _PM.PM_IndicatorHeight: "box",
    _PM.PM_ExclusiveIndicatorWidth: "box",
    _PM.PM_ExclusiveIndicatorHeight: "box",
    _PM.PM_CheckBoxLabelSpacing: "check",
    _PM.PM_RadioButtonLabelSpacing: "check",
    _PM.PM_ScrollBarExtent: "scroll_bar",
    _PM.PM_ScrollBarSliderMin: "gap_24",
    _PM.PM_DefaultFrameWidth: "ring",
    _PM.PM_MenuPanelWidth: "edge",
    _PM.PM_MenuVMargin: "gap_4",
    _PM.PM_MenuBarItemSpacing: "gap_2",
    _PM.PM_SplitterWidth: "edge",
    _PM.PM_ToolTipLabelFrameWidth: "gap_6",
    _PM.PM_LayoutHorizontalSpacing: "gap_8",
    _PM.PM_LayoutVerticalSpacing: "gap_8",
    _PM.PM_LayoutLeftMargin: "gap_12",
    _PM.PM_LayoutTopMargin: "gap_12",
    _PM.PM_LayoutRightMargin: "gap_12",
    _PM.PM_LayoutBottomMargin: "gap_12",
    _PM.PM_TextCursorWidth: "caret",
}
_NONE = (
    _PM.PM_ButtonMargin,
    _PM.PM_HeaderMargin,
    _PM.PM_ButtonShiftHorizontal,
    _PM.PM_ButtonShiftVertical,
    _PM.PM_TabBarTabShiftHorizontal,
    _PM.PM_TabBarTabShiftVertical,
    _PM.PM_TabBarTabOverlap,
    _PM.PM_TabBarBaseOverlap,
    _PM.PM_MenuHMargin,
    _PM.PM_MenuBarPanelWidth,
    _PM.PM_MenuBarHMargin,
    _PM.PM_MenuBarVMargin,
    _PM.PM_ScrollView_ScrollBarSpacing,
)

HINTS: Mapping[QStyle.StyleHint, int] = {
    _SH.SH_ToolTip_WakeUpDelay: 700,
    _SH.SH_ToolTipLabel_Opacity: 255,
    _SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_ScrollBar_Transient: 0,
    _SH.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    _SH.SH_FocusFrame_AboveWidget: 1,
    _SH.SH_FocusFrame_Mask: 0,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_DitherDisabledText: 0,
    _SH.SH_Widget_Animate: 0,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_TabBar_Alignment: Qt.AlignmentFlag.AlignLeft.value,
    _SH.SH_ItemView_ShowDecorationSelected: 1,
    _SH.SH_ItemView_ActivateItemOnSingleClick: 0,
    _SH.SH_MenuBar_AltKeyNavigation: 1,
    _SH.SH_UnderlineShortcut: 1,
}


STANDARD_ICONS: Mapping[QStyle.StandardPixmap, tuple[str, Token]] = {
    _SP.SP_MessageBoxInformation: ("info", "accent"),
    _SP.SP_MessageBoxQuestion: ("help", "accent"),
    _SP.SP_MessageBoxWarning: ("should", "amber"),
    _SP.SP_MessageBoxCritical: ("block", "red"),
    _SP.SP_LineEditClearButton: ("close", "second"),
}


def metrics(theme: Theme) -> dict[QStyle.PixelMetric, int]:
    """All lengths of the style at the theme's zoom."""
    found = {metric: theme.size(size) for metric, size in _LENGTHS.items()}
    found.update(dict.fromkeys(_NONE, 0))
    around = theme.size("ring") + theme.size("ring_gap")
    found[_PM.PM_FocusFrameHMargin] = found[_PM.PM_FocusFrameVMargin] = around
    return found
