"""The buttons above a grid. Where there is no room for their words they show icons only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from resources.i18n import _
from ui.fields.grid.keys import KEYS
from ui.fields.grid.operations import Operations, Possible
from ui.icons import Icons
from ui.keys import keys_of
from ui.parts.buttons import ToolButton
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Tool:
    """A button: its key in Possible ("" is always possible), icon, words, tool tip, what it does."""

    key: str
    icon: str
    text: str
    tip: str
    act: Callable[[], object]


class Tools(QWidget):
    """Buttons for rows, for the columns of a free table, and for its row of sums.

    Signals:
        used(): one of them did what it does; the cells can be typed into again.
    """

    used = Signal()

    def __init__(self, theme: Theme, icons: Icons, operations: Operations, *, free: bool) -> None:
        super().__init__()
        self._theme, self._operations = theme, operations
        groups = tool_groups(operations, free=free)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.buttons: dict[str, ToolButton] = {}
        self._keys: dict[str, str] = {}
        for number, group in enumerate(groups):
            if number:
                self._row.addSpacing(theme.size("gap_12"))
            self._add(icons, group)
        self._row.addStretch(1)
        theme.changed.connect(self._style)
        self._style()

    def show_possible(self, possible: Possible) -> None:
        """Enable what can be done."""
        for name, button in self.buttons.items():
            key = self._keys[name]
            button.setEnabled(not key or getattr(possible, key))

    def minimumSizeHint(self) -> QSize:
        """The icons alone."""
        side = self._theme.size("button_small") + self._row.spacing()
        return QSize(side * len(self.buttons), self._theme.size("button"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the words when they do not fit."""
        super().resizeEvent(event)
        self._fold()

    def _add(self, icons: Icons, group: Sequence[Tool]) -> None:
        for tool in group:
            button = ToolButton(self._theme, icons, tool.icon, tool.text)
            button.set_small(True)
            button.setToolTip(tool.tip)
            button.clicked.connect(lambda _checked=False, act=tool.act: self._use(act))
            self._row.addWidget(button)
            self.buttons[tool.icon] = button
            self._keys[tool.icon] = tool.key

    def _use(self, act: Callable[[], object]) -> None:
        act()
        self.used.emit()

    def _fold(self) -> None:
        for button in self.buttons.values():
            button.show_text(True)
        folded = self._row.sizeHint().width() > self.width()
        for button in self.buttons.values():
            button.show_text(not folded)

    def _style(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.size("gap_2"))
        self._fold()
        self.updateGeometry()


def tool_groups(operations: Operations, *, free: bool) -> list[tuple[Tool, ...]]:
    """The tools for rows; in a free table those for columns and for the row of sums, too."""
    groups = [_row_tools(operations)]
    if free:
        groups += [_column_tools(operations), _total_tools(operations)]
    return groups


def _tip(words: str, deed: str) -> str:
    return f"{words}（{keys_of(KEYS, deed)}）"


def _row_tools(operations: Operations) -> tuple[Tool, ...]:
    return (
        Tool("", "row-add", _("加一行"), _tip(_("在下面加一行"), "new_row"), operations.add_row),
        Tool("remove_row", "row-remove", _("删行"), _("删去选中的行"), operations.remove_rows),
        Tool("move_up", "up", _("上移"), _tip(_("把选中的行上移"), "rows_up"), lambda: operations.move_rows(-1)),
        Tool("move_down", "down", _("下移"), _tip(_("把选中的行下移"), "rows_down"), lambda: operations.move_rows(1)),
    )


def _column_tools(operations: Operations) -> tuple[Tool, ...]:
    left, right = partial(operations.move_columns, -1), partial(operations.move_columns, 1)
    return (
        Tool("", "column-add", _("加一列"), _("在右边加一列"), operations.add_column),
        Tool("remove_column", "column-remove", _("删列"), _("删去选中的列"), operations.remove_columns),
        Tool("move_left", "left", _("左移"), _tip(_("把选中的列左移"), "columns_left"), left),
        Tool("move_right", "right", _("右移"), _tip(_("把选中的列右移"), "columns_right"), right),
    )


def _total_tools(operations: Operations) -> tuple[Tool, ...]:
    tip = _("在最后写一行合计；已经有的，按现在的数重算")
    return (Tool("total", "sum", _("合计行"), tip, operations.write_total),)
