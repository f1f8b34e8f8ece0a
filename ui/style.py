"""One style for the whole program: Fusion's behaviour, our looks. Sizes and colours come from the theme."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QListView,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from ui.focus import FocusRing
from ui.icons import Icons
from ui.painting import bars, buttons, inputs, menus, shapes, sizes
from ui.painting.inputs import Edge, set_edge, set_small
from ui.painting.options import Look, Option, look_of
from ui.style_sizes import HINTS, STANDARD_ICONS, metrics
from ui.theme import Theme

__all__ = ["Edge", "Style", "dress", "set_edge", "set_small"]

_PE, _CE, _CC = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl
_SE, _SC = QStyle.SubElement, QStyle.SubControl
_NOTHING = frozenset(
    {
        _PE.PE_FrameLineEdit,
        _PE.PE_FrameMenu,
        _PE.PE_FrameStatusBarItem,
        _PE.PE_FrameTabWidget,
        _PE.PE_PanelScrollAreaCorner,
        _PE.PE_PanelItemViewRow,
        _PE.PE_PanelMenuBar,
        _PE.PE_FrameButtonTool,
    }
)
_ARROWS = {
    _PE.PE_IndicatorArrowDown: "down",
    _PE.PE_IndicatorArrowUp: "up",
    _PE.PE_IndicatorArrowLeft: "left",
    _PE.PE_IndicatorArrowRight: "right",
}
# Qt reads the margins of a focus frame as those of the words in an item, too.
_TEXT_MARGINS = frozenset({QStyle.PixelMetric.PM_FocusFrameHMargin})
_NO_CONTROL = frozenset({_CE.CE_MenuBarEmptyArea, _CE.CE_ToolBar, _CE.CE_MenuEmptyArea, _CE.CE_ProgressBarLabel})
_Paint = Callable[[Option, QPainter, Look], None]


class Style(QProxyStyle):
    """The style. Each control's painting is in ui.painting."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme
        self._icons = Icons(theme)
        self._metrics = metrics(theme)
        self._primitives = self._primitive_table()
        self._controls = self._control_table()
        theme.changed.connect(self._measure)

    def _measure(self) -> None:
        self._metrics = metrics(self._theme)

    def _primitive_table(self) -> dict[QStyle.PrimitiveElement, _Paint]:
        theme = self._theme
        return {
            _PE.PE_PanelButtonCommand: lambda _o, p, look: buttons.paint_panel(p, look, theme),
            _PE.PE_PanelButtonTool: lambda _o, p, look: buttons.paint_panel(p, look, theme),
            _PE.PE_PanelLineEdit: self._paint_line_edit,
            _PE.PE_FrameGroupBox: self._paint_group,
            _PE.PE_FrameTabBarBase: self._paint_tab_base,
            _PE.PE_IndicatorTabTearLeft: lambda _o, p, look: bars.paint_fade(p, look.rect, theme, leftwards=True),
            _PE.PE_IndicatorTabTearRight: lambda _o, p, look: bars.paint_fade(p, look.rect, theme, leftwards=False),
            _PE.PE_IndicatorCheckBox: lambda o, p, look: inputs.paint_tick_box(p, o, look, theme),
            _PE.PE_IndicatorItemViewItemCheck: lambda o, p, look: inputs.paint_tick_box(p, o, look, theme),
            _PE.PE_IndicatorRadioButton: lambda _o, p, look: inputs.paint_radio(p, look, theme),
            _PE.PE_PanelItemViewItem: lambda o, p, look: menus.paint_item_ground(p, o, look, theme),
            _PE.PE_PanelMenu: lambda _o, p, look: menus.paint_popup(p, look.rect, theme),
            _PE.PE_PanelTipLabel: lambda _o, p, look: menus.paint_popup(p, look.rect, theme),
            _PE.PE_IndicatorBranch: self._paint_branch,
        }

    def _control_table(self) -> dict[QStyle.ControlElement, _Paint]:
        theme = self._theme
        return {
            _CE.CE_TabBarTabShape: lambda o, p, look: bars.paint_tab(p, o, look, theme),
            _CE.CE_TabBarTabLabel: lambda o, p, look: bars.paint_tab_label(self, p, o, look, theme),
            _CE.CE_MenuItem: lambda o, p, look: menus.paint_menu_item(self, p, o, look, theme),
            _CE.CE_MenuBarItem: lambda o, p, look: menus.paint_menu_bar_item(self, p, o, look, theme),
            _CE.CE_HeaderSection: lambda o, p, look: bars.paint_head(p, o, look, theme),
            _CE.CE_HeaderLabel: lambda o, p, _look: bars.paint_head_label(self, p, o, theme),
            _CE.CE_HeaderEmptyArea: lambda _o, p, look: p.fillRect(look.rect, theme.colour("surface")),
            _CE.CE_ProgressBarContents: lambda o, p, look: bars.paint_progress(p, o, look, theme),
            _CE.CE_ProgressBarGroove: lambda _o, _p, _look: None,
            _CE.CE_Splitter: lambda o, p, look: bars.paint_splitter(
                p, look, theme, upright=bool(o.state & QStyle.StateFlag.State_Horizontal)
            ),
            _CE.CE_FocusFrame: lambda _o, p, look: shapes.edge(
                p, look.rect, theme.px(7), theme.colour("accent"), theme.size("ring")
            ),
        }

    # Painting

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Paint a small element."""
        if element in _NOTHING:
            return
        if element is _PE.PE_FrameFocusRect:
            self._paint_inner_focus(option, painter, widget)
        elif element is _PE.PE_Frame:
            self._paint_frame(option, painter, widget)
        elif element in _ARROWS:
            look = look_of(option, widget)
            colour = self._theme.colour("second" if look.enabled else "disabled")
            shapes.chevron(painter, look.rect, _ARROWS[element], colour, self._theme.size("chevron"))
        elif element in self._primitives:
            self._primitives[element](option, painter, look_of(option, widget))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Paint a control or a part of one."""
        any_option: Option = option
        if element in _NO_CONTROL:
            return
        if element is _CE.CE_PushButtonBevel:
            buttons.paint_panel(painter, buttons.push_look(any_option, widget), self._theme)
        elif element is _CE.CE_PushButtonLabel:
            look = buttons.push_look(any_option, widget)
            buttons.paint_push_label(self, any_option, painter, look, self._theme)
        elif element is _CE.CE_ItemViewItem:
            super().drawControl(element, menus.with_plain_text(any_option, self._theme), painter, widget)
        elif element in self._controls:
            self._controls[element](option, painter, look_of(option, widget))
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a control that has parts."""
        any_option: Option = option
        theme = self._theme
        match control:
            case _CC.CC_ToolButton:
                buttons.paint_tool(self, any_option, painter, buttons.tool_look(any_option, widget), theme)
            case _CC.CC_ComboBox:
                inputs.paint_combo(painter, look_of(option, widget), theme)
            case _CC.CC_SpinBox:
                inputs.paint_spin(painter, any_option, look_of(option, widget), theme)
            case _CC.CC_ScrollBar:
                bars.paint_scroll_bar(painter, any_option, look_of(option, widget), theme)
            case _:
                super().drawComplexControl(control, option, painter, widget)

    def _paint_line_edit(self, option: Option, painter: QPainter, look: Look) -> None:
        if option.lineWidth <= 0:
            return
        read_only = bool(option.state & QStyle.StateFlag.State_ReadOnly)
        inputs.paint_field(painter, look, self._theme, read_only=read_only)

    def _paint_frame(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """The frame of a text edit is that of an input; lists and tables show their focus in the row."""
        look, theme = look_of(option, widget), self._theme
        if widget is not None and widget.isWindow():
            menus.paint_popup(painter, look.rect, theme)
        elif isinstance(widget, QAbstractItemView):
            shapes.box(painter, look.rect, theme.size("radius"), theme.colour("surface"), theme.colour("control"))
        else:
            inputs.paint_field(painter, look, theme)

    def _paint_group(self, option: Option, painter: QPainter, look: Look) -> None:
        """A line above the group, below its title."""
        del option
        line = QRect(look.rect.left(), look.rect.top(), look.rect.width(), self._theme.size("edge"))
        painter.fillRect(line, self._theme.colour("line"))

    def _paint_tab_base(self, option: Option, painter: QPainter, look: Look) -> None:
        del look
        rect, thick = QRect(option.rect), self._theme.size("edge")
        line = QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick)
        painter.fillRect(line, self._theme.colour("line"))

    def _paint_branch(self, option: Option, painter: QPainter, look: Look) -> None:
        if option.state & QStyle.StateFlag.State_Children:
            way = "down" if option.state & QStyle.StateFlag.State_Open else "right"
            shapes.chevron(painter, look.rect, way, self._theme.colour("second"), self._theme.size("chevron"))

    def _paint_inner_focus(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """The focus of rows and cells, inside; that of buttons is a frame around them (ui.focus)."""
        look = look_of(option, widget)
        any_option: Option = option
        told = isinstance(widget, QListView) and bool(any_option.state & QStyle.StateFlag.State_Selected)
        if look.by_key and not told and isinstance(widget, QAbstractScrollArea):
            theme = self._theme
            shapes.edge(painter, look.rect, theme.size("radius_chip"), theme.colour("accent"), theme.size("ring"))

    # Icons

    def standardIcon(
        self, icon: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        """An icon of Qt's own dialogs: ours where we have one."""
        if icon in STANDARD_ICONS:
            name, token = STANDARD_ICONS[icon]
            return self._icons.icon(name, token)
        return super().standardIcon(icon, option, widget)  # type: ignore[arg-type]

    # Sizes

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """A length."""
        if metric in _TEXT_MARGINS and isinstance(widget, QAbstractItemView):
            return self._theme.size("gap_8")
        known = self._metrics.get(metric)
        return known if known is not None else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """A habit."""
        known = HINTS.get(hint)
        if known is not None:
            return known
        if hint is QStyle.StyleHint.SH_Table_GridLineColor:
            return int(self._theme.colour("line").rgba()) - (1 << 32)
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """The size that a control wants."""
        wanted = sizes.own_size(kind, option, size, widget, self._theme)
        if wanted is not None:
            return wanted
        usual = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        return sizes.adjusted_size(kind, usual, widget, self._theme)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Where a part of a simple control is."""
        any_option: Option = option
        if element is _SE.SE_LineEditContents and any_option.lineWidth > 0:
            # A line edit keeps two pixels of its own at each side.
            inset = self._theme.size("input_side") - 2
            return QRect(any_option.rect).adjusted(inset, 1, -inset, -1)
        if element is _SE.SE_TabBarTearIndicatorRight:
            # Tabs end where the buttons that scroll them begin.
            end = super().subElementRect(_SE.SE_TabBarScrollLeftButton, option, widget).left()  # type: ignore[arg-type]
            fade = self._theme.size("gap_24")
            return QRect(end - fade, any_option.rect.top(), fade, any_option.rect.height())
        if element is _SE.SE_TabBarTearIndicatorLeft:
            return QRect(any_option.rect.topLeft(), QSize(self._theme.size("gap_24"), any_option.rect.height()))
        if element in (_SE.SE_ProgressBarContents, _SE.SE_ProgressBarGroove):
            return QRect(any_option.rect)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Where a part of a control is."""
        any_option: Option = option
        rect = QRect(any_option.rect)
        match control:
            case _CC.CC_ScrollBar:
                return bars.scroll_part(any_option, part, self._theme)
            case _CC.CC_ToolButton if any_option.features & buttons.SPLIT:
                menu = buttons.menu_rect(rect, self._theme)
                return menu if part is _SC.SC_ToolButtonMenu else rect.adjusted(0, 0, -menu.width(), 0)
            case _CC.CC_SpinBox:
                found = inputs.spin_part(rect, part, self._theme)
                if found is not None:
                    return found
            case _CC.CC_ComboBox if part is _SC.SC_ComboBoxEditField:
                return rect.adjusted(self._theme.px(8), 1, -inputs.arrow_width(self._theme), -1)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]


class _Dresser(QObject):
    """Keeps application font, palette and layouts in step with the theme."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._app, self._theme = app, theme
        theme.changed.connect(self.dress)

    def dress(self) -> None:
        """Put the theme's font and palette on the application, and have every widget measured again."""
        self._app.setFont(self._theme.font("body"))
        self._app.setPalette(self._theme.palette())
        for widget in self._app.allWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.updateGeometry()


def dress(app: QApplication, theme: Theme) -> None:
    """Dress the application in the theme, now and whenever it changes. Another theme can take its place."""
    app.setStyle(Style(theme))
    (theme.findChild(_Dresser) or _Dresser(app, theme)).dress()
    if app.findChild(FocusRing) is None:
        FocusRing(app)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
