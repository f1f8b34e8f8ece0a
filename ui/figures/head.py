"""The head of the sheet: what this is and how far it is, its tools, the search and the filters."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from report.indicators.rows import Counts, Filter
from resources.i18n import _
from ui.figures.words import counts_words
from ui.finding.boxes import WordsBox
from ui.icons import Icons
from ui.parts.buttons import PlainButton, SegmentedButtons, ToolButton
from ui.parts.labels import ElidedLabel, Link
from ui.theme import Theme

_SEARCH, _LEAST_SEARCH = 232, 132


class SheetHead(QWidget):
    """Title and tools.

    Signals:
        paste_wished(), own_wished(), register_wished(): that button.
    """

    register_wished = Signal()
    paste_wished = Signal()
    own_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title, self.meta = ElidedLabel(theme, "title"), ElidedLabel(theme, "small", "second")
        self.title.set_text(_("指标数据"))
        self.paste_button = PlainButton(theme, _("从表格粘贴"))
        self.paste_button.setToolTip(_("先在表格里复制名称和数值两列，或一列数值"))
        self.paste_button.clicked.connect(self.paste_wished)
        self.own_button = PlainButton(theme, _("自定指标"), icons, "plus")
        self.own_button.clicked.connect(self.own_wished)
        self.register_link = Link(theme, "")
        self.register_link.clicked.connect(self.register_wished)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.meta)
        below.addWidget(self.register_link)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addLayout(below)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.paste_button, self.own_button):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._style)
        self._style()

    def show_counts(self, counts: Counts, unregistered: int) -> None:
        """How far the sheet is, and how many counts of the text are not in it."""
        told = "" if unregistered else _("数字只在这里或各节填一次，文中引用处一起变。")
        self.meta.set_text(told + counts_words(counts))
        self.register_link.setText(_("文中还有{count}个数没有登记").format(count=unregistered))
        self.register_link.setVisible(bool(unregistered))

    def _style(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(0, theme.px(12), 0, theme.px(4))
        self._row.setSpacing(theme.px(12))
        self.title.setMinimumHeight(theme.px(26))
        self.meta.setFixedHeight(self.register_link.sizeHint().height())


class SheetTools(QWidget):
    """Search and filters.

    Signals:
        searched(str): words are looked for, "" for none.
        filtered(Filter): that filter was chosen.
        groups_wished(QPoint): the groups are to be chosen, at a place of the screen.
        left(): the arrow down: into the sheet.
    """

    searched = Signal(str)
    filtered = Signal(object)
    groups_wished = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.search = WordsBox(theme, _("名称、拼音或首字母"), _("找指标"))
        self.search.addAction(icons.icon("search", "second"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(False)
        self.search.rested.connect(lambda: self.searched.emit(self.search.words))
        self.search.walked.connect(lambda _way: self.left.emit())
        self.search.stepped.connect(lambda _way: self.left.emit())
        self.filters = SegmentedButtons(theme, _labels(Counts()))
        self._marks = {
            Filter.MISSING: icons.icon("empty", "second"),
            Filter.WRONG: icons.icon("should", "amber"),
            Filter.UNUSUAL: icons.icon("hint", "hint"),
        }
        self.filters.choose(Filter.ALL)
        self.filters.chosen.connect(self.filtered)
        self.groups = Link(theme, _("显示哪些组"))
        self.groups.clicked.connect(self.wish_groups)
        self.more_button = ToolButton(theme, icons, "more")
        self.more_button.setToolTip(_("计量单位、对比表"))
        self.more_button.setAccessibleName(_("更多"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rows = QVBoxLayout(self)
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows.addLayout(self._row)
        self._rows.addLayout(self._second)
        self._second.addStretch(1)
        self._row.addWidget(self.search, 10)
        self._row.addWidget(self.filters)
        self._row.addStretch(1)
        self._row.addWidget(self.groups)
        self._row.addWidget(self.more_button)
        theme.changed.connect(self._style)
        self._style()

    def set_menu(self, menu: QMenu) -> None:
        """What the last button opens."""
        self.more_button.setMenu(menu)

    def show_counts(self, counts: Counts) -> None:
        """The numbers in the filters."""
        self.filters.rename(_labels(counts))
        self._fold()

    def choose(self, which: Filter) -> None:
        """Show a filter as chosen."""
        self.filters.choose(which)

    def wish_groups(self) -> None:
        """Have the groups chosen, below the link or the menu's button."""
        below = self.groups if self.groups.isVisible() else self.more_button
        self.groups_wished.emit(below.mapToGlobal(QPoint(0, below.height())))

    def minimumSizeHint(self) -> QSize:
        """The filters, and a short search."""
        return QSize(self._theme.px(_LEAST_SEARCH), self._theme.size("input"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the link stands in the menu only, then the icons of the filters go before their words."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme, rest = self._theme, self.width() - self._theme.px(_LEAST_SEARCH) - 4 * self._theme.px(8)
        rest -= self.more_button.sizeHint().width()
        self._show_icons(True)
        with_icons = self.filters.sizeHint().width()
        self.groups.setVisible(rest >= with_icons + self.groups.sizeHint().width() + theme.px(8))
        self._show_icons(rest >= with_icons)
        stacked = rest < self.filters.sizeHint().width()
        if stacked != (self._second.count() > 1):
            (self._row if stacked else self._second).removeWidget(self.filters)
            (self._second if stacked else self._row).insertWidget(0 if stacked else 1, self.filters)

    def _show_icons(self, shown: bool) -> None:
        for which, icon in self._marks.items():
            self.filters.set_icon(which, icon if shown else QIcon())
        self.filters.choose(self.filters.choice)

    def _style(self) -> None:
        theme = self._theme
        self._rows.setContentsMargins(0, theme.px(4), 0, theme.px(8))
        self._rows.setSpacing(0)
        self._second.setContentsMargins(0, theme.px(8), 0, 0)
        for row in (self._row, self._second):
            row.setSpacing(theme.px(8))
        self.search.setMinimumWidth(theme.px(_LEAST_SEARCH))
        self.search.setMaximumWidth(theme.px(_SEARCH))


def _labels(counts: Counts) -> dict[Hashable, str]:
    return {
        Filter.ALL: _("全部{count}").format(count=counts.total),
        Filter.MISSING: _("待填{count}").format(count=counts.missing),
        Filter.WRONG: _("应改{count}").format(count=counts.wrong),
        Filter.UNUSUAL: _("变动大{count}").format(count=counts.unusual),
    }
