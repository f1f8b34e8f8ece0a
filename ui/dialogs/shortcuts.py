"""The sheet of shortcuts, made from the tables of actions and keys."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QWidget

from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.help.tables import KeyGroup, key_groups
from ui.parts.labels import Heading, Label
from ui.parts.scroll import Scroll
from ui.theme import Theme

_COLUMN, _GAP, _ROUND = 392, 40, 200
_MOST_COLUMNS, _MOST_HEIGHT = 3, 2000
_HEAD = 2
"""Rows that a heading counts for."""


class ShortcutsDialog(Dialog):
    """Columns of groups, as many as the screen is wide for; it scrolls where the screen is too low for them."""

    def __init__(self, theme: Theme, parent: QWidget | None, screen: QSize | None = None) -> None:
        screen = screen or QGuiApplication.primaryScreen().availableGeometry().size()
        count = max(1, min(_MOST_COLUMNS, (screen.width() - theme.px(_GAP)) // theme.px(_COLUMN + _GAP)))
        super().__init__(theme, _("快捷键"), _("关闭"), parent, count * (_COLUMN + _GAP) + _GAP)
        self.cancel_button.hide()
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, theme.size("scroll_bar"), 0)
        columns.setSpacing(theme.px(_GAP))
        for groups in in_columns(key_groups(), count):
            columns.addLayout(self._column(groups), 1)
        self.sheet = Scroll(theme)
        self.sheet.setWidget(sheet)
        self.sheet.setAccessibleName(_("快捷键"))
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        room = max(theme.px(200), min(screen.height(), _MOST_HEIGHT) - theme.px(_ROUND))
        self.sheet.setMinimumHeight(min(sheet.sizeHint().height(), room))
        self.body.addWidget(self.sheet)
        self.accept_button.setFocus()

    def _column(self, groups: Sequence[KeyGroup]) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for group in groups:
            heading = Heading(self.theme, group.title, "body")
            heading.setContentsMargins(0, self.theme.px(4) if grid.count() else 0, 0, 0)
            heading.set_bold(True)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for row in group.rows:
                place = grid.rowCount()
                words, keys = Label(self.theme, row.text), Label(self.theme, "　".join(row.keys), token="second")
                for label in (words, keys):
                    label.setFixedHeight(self.theme.line())
                grid.addWidget(words, place, 0)
                grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid


def in_columns(groups: Sequence[KeyGroup], count: int) -> tuple[Sequence[KeyGroup], ...]:
    """The groups in order in so many columns, the longest of them as short as can be."""

    def length(some: Sequence[KeyGroup]) -> int:
        return sum(_HEAD + len(one.rows) for one in some)

    def columns(cuts: tuple[int, ...]) -> tuple[Sequence[KeyGroup], ...]:
        return tuple(groups[start:end] for start, end in pairwise((0, *cuts, len(groups))))

    ways = map(columns, combinations(range(1, len(groups)), count - 1))
    return min(ways, key=lambda way: max(map(length, way)))
