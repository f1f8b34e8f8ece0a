"""The head of the window: menu words and tools at the left, the primary button 导出PDF at the right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QWidget

from resources.i18n import _
from ui.actions import ACTIONS, MENUS, Action, When
from ui.icons import Icons
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import SplitButton, ToolButton
from ui.theme import Theme

_TOOLS = ("undo", "redo", "find")
_WORDS = 1240
"""Pixels at 100 % below which buttons of the panel show only their icons."""


class Header(QWidget):
    """Made from the table of actions; `handlers` gives the method of each."""

    def __init__(
        self, theme: Theme, icons: Icons, handlers: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoFillBackground(True)
        self.actions_by_id: dict[str, QAction] = {}
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        menus = {name: self.menu_bar.addMenu(_(text)) for name, text in MENUS}
        for action in ACTIONS:
            menus[action.menu].addAction(self._make(action, icons, handlers[action.id]))
        self.home = ToolButton(theme, icons, "home")
        self.home.setToolTip(_("回到报告列表"))
        self.home.setAccessibleName(_("回到报告列表"))
        self.home.clicked.connect(handlers["home"])
        self.tools = {one.id: self._tool(one, icons) for one in ACTIONS if one.id in _TOOLS}
        self.export = SplitButton(theme, icons, "export", _("导出PDF"))
        self.export.clicked.connect(handlers["export"])
        choices = QMenu(self.export)
        for name in ("export", "export_as", "submit"):
            choices.addAction(self.actions_by_id[name])
        self.export.setMenu(choices)
        row = QHBoxLayout(self)
        row.addWidget(self.home)
        row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        for tool in self.tools.values():
            row.addWidget(tool)
        row.addStretch(1)
        self.toggles: dict[str, ToolButton] = {}
        self.openers: dict[str, ToolButton] = {}
        for one in ACTIONS:
            if one.icon and (one.panel or one.beside):
                button = self._worded(one, icons)
                row.addWidget(button)
                (self.toggles if one.panel else self.openers)[one.panel or one.id] = button
        row.addWidget(self.export)
        self._row = row
        theme.changed.connect(self._style)
        self._style()

    def show_report_tools(self, shown: bool) -> None:
        """Show what belongs to an open report, or only what always works."""
        for widget in (self.home, *self.tools.values(), *self._words, self.export):
            widget.setVisible(shown)
        for action in ACTIONS:
            if action.when is When.REPORT:
                self.actions_by_id[action.id].setEnabled(shown)

    def show_panel(self, name: str) -> None:
        """Mark the page that the side panel shows."""
        for panel, toggle in self.toggles.items():
            toggle.setChecked(panel == name)
        for action in ACTIONS:
            if action.panel:
                self.actions_by_id[action.id].setChecked(action.panel == name)

    def show_findings(self, count: int) -> None:
        """Say beside 体检 how much it has found; 0 for nothing."""
        toggle = self.toggles["check"]
        words = next(_(one.text) for one in ACTIONS if one.panel == "check")
        toggle.setText(f"{words} {count}" if count else words)
        toggle.setAccessibleName(_("体检，{count}处").format(count=count) if count else words)
        toggle.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the toggles lose their words, not their names."""
        super().resizeEvent(event)
        for button in self._words:
            button.show_text(self.width() >= self._theme.px(_WORDS))

    def show_history(self, undo: str, redo: str) -> None:
        """Name in menu and tooltip what would be undone and redone; "" disables."""
        for name, words, step in (("undo", _("撤销"), undo), ("redo", _("重做"), redo)):
            text = f"{words}“{_inner(step)}”" if step else words
            self.actions_by_id[name].setText(with_mnemonic(text, _letter(name)))
            self.actions_by_id[name].setEnabled(bool(step))
            self.tools[name].setEnabled(bool(step))
            keys = self.actions_by_id[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.tools[name].setToolTip(f"{text}（{keys}）")

    def _make(self, action: Action, icons: Icons, handler: Callable[[], object]) -> QAction:
        made = QAction(action.menu_text, self)
        made.setShortcuts([QKeySequence(keys) for keys in action.shortcuts])
        made.setCheckable(bool(action.panel))
        if action.icon:
            made.setIcon(icons.icon(action.icon, "second"))
        made.triggered.connect(lambda _checked=False: handler())
        self.actions_by_id[action.id] = made
        return made

    @property
    def _words(self) -> tuple[ToolButton, ...]:
        """The buttons at the right that have words."""
        return (*self.toggles.values(), *self.openers.values())

    def _worded(self, action: Action, icons: Icons) -> ToolButton:
        """A button that opens and closes a page of the side panel, or opens a dialog."""
        toggle = ToolButton(self._theme, icons, action.icon, _(action.text))
        keys = self.actions_by_id[action.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        toggle.setToolTip(f"{_(action.text)}（{keys}）")
        toggle.setCheckable(bool(action.panel))
        toggle.clicked.connect(self.actions_by_id[action.id].trigger)
        return toggle

    def _tool(self, action: Action, icons: Icons) -> ToolButton:
        tool, made = ToolButton(self._theme, icons, action.icon), self.actions_by_id[action.id]
        words = _(action.text).rstrip("…")
        tool.setAccessibleName(words)
        tool.setToolTip(f"{words}（{made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}）")
        tool.clicked.connect(made.trigger)
        return tool

    def _style(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.px(48))
        self._row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self._row.setSpacing(theme.px(4))
        self.menu_bar.setFont(theme.font("body"))


def _letter(name: str) -> str:
    return next(one.mnemonic for one in ACTIONS if one.id == name)


def _inner(name: str) -> str:
    """A name inside of “”: its own quotation marks are the single ones (GB/T 15834, 4.8)."""
    return name.replace("“", "‘").replace("”", "’")
