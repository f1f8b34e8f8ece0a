"""What stands above the list: the words, where to look for them, how many there are, what to put in their place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.finding.boxes import WordsBox
from ui.finding.replacing import ReplaceRows
from ui.finding.scope import Scope
from ui.icons import Icons
from ui.parts.buttons import SegmentedButtons, ToolButton
from ui.parts.labels import ElidedLabel, Link, Small
from ui.theme import Theme


class FindTop(QWidget):
    """The boxes and buttons of the page.

    Signals:
        asked(): words, or whether their case counts, differ.
        scope_chosen(object): the Scope that was clicked.
        step_wished(int): the next hit (1) or the one before (-1).
        opened(bool): the rows for replacing were opened or closed.
    """

    asked = Signal()
    scope_chosen = Signal(object)
    step_wished = Signal(int)
    opened = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = WordsBox(theme, _("要找的词"), _("要找的词"))
        self.previous = self._tool(icons, "up", _("上一处（Shift+F3）"), -1)
        self.next = self._tool(icons, "down", _("下一处（F3）"), 1)
        self.scopes = SegmentedButtons(theme, {Scope.PART: _("本部分"), Scope.WHOLE: _("全文")})
        self.scopes.setAccessibleName(_("在哪里找"))
        self.exact = QCheckBox(_("区分大小写和全半角"))
        self.count = ElidedLabel(theme)
        self.toggle = Link(theme, "")
        self.rows = ReplaceRows(theme)
        self.rows.hide()
        self.hint = Small(theme, _("报告年度在“基本信息”里改"))
        self.hint.setWordWrap(True)
        self.hint.hide()
        self._arrange()
        self._add_clear(icons)
        self.box.rested.connect(self.asked)
        self.box.stepped.connect(self.step_wished)
        self.box.walked.connect(self.step_wished)
        self.rows.box.stepped.connect(self.step_wished)
        self.rows.box.walked.connect(self.step_wished)
        self.exact.toggled.connect(self.asked)
        self.scopes.chosen.connect(self.scope_chosen)
        self.toggle.clicked.connect(self._toggle)
        theme.changed.connect(self._style)
        self._style()
        self.open_rows(False)

    @property
    def replacing(self) -> bool:
        """Whether the rows for replacing are open."""
        return not self.rows.isHidden()

    def open_rows(self, shown: bool) -> None:
        """Open or close the rows for replacing."""
        changed = shown != self.replacing
        self.rows.setVisible(shown)
        self.toggle.setText(_("收起替换") if shown else _("替换…"))
        self.toggle.updateGeometry()
        if changed:
            self.opened.emit(shown)

    def _toggle(self) -> None:
        self.open_rows(not self.replacing)
        (self.rows.box if self.replacing else self.box).setFocus()

    def _tool(self, icons: Icons, icon: str, words: str, step: int) -> ToolButton:
        tool = ToolButton(self._theme, icons, icon)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.clicked.connect(lambda: self.step_wished.emit(step))
        return tool

    def _add_clear(self, icons: Icons) -> None:
        action = QAction(icons.icon("close", "second"), _("清空"), self.box)
        action.triggered.connect(self._clear)
        self.box.addAction(action, self.box.ActionPosition.TrailingPosition)
        self.box.textChanged.connect(lambda text: action.setVisible(bool(text)))
        # Only once it has its button may it be hidden: else the button shows itself with the box.
        action.setVisible(False)

    def _clear(self) -> None:
        self.box.show_words("")
        self.box.setFocus()

    def _arrange(self) -> None:
        top, where, told = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.box, 1)
        top.addWidget(self.previous)
        top.addWidget(self.next)
        where.addWidget(self.scopes)
        where.addWidget(self.exact)
        where.addStretch(1)
        told.addWidget(self.count, 1)
        told.addWidget(self.toggle)
        self._lines = (top, where, told)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addLayout(where)
        self._column.addLayout(told)
        self._column.addWidget(self.rows)
        self._column.addWidget(self.hint)

    def _style(self) -> None:
        theme = self._theme
        side, tall, edge = theme.size("gap_16"), theme.size("gap_12"), theme.size("gap_8")
        # The arrows stand below the button that closes the panel, which is nearer to the edge than words are.
        self._column.setContentsMargins(side, tall, edge, tall)
        for inner in self._lines[1:]:
            inner.setContentsMargins(0, 0, side - edge, 0)
        for words in (self.rows, self.hint):
            words.setContentsMargins(0, 0, side - edge, 0)
        self._column.setSpacing(theme.size("gap_8"))
        for line, gap in zip(self._lines, ("gap_4", "gap_16", "gap_12"), strict=True):
            line.setSpacing(theme.size(gap))
        self.exact.setFont(theme.font("body"))
