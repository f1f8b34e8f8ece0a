"""The list of backups and how its rows are painted."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resources.i18n import _
from ui.backups.model import BackupModel, Index
from ui.icons import Icons
from ui.painting import shapes
from ui.painting.options import Option
from ui.painting.pieces import draw
from ui.theme import Theme
from ui.tokens import Token

_DAY, _BACKUP = 36, 52
"""Heights in pixels at 100 %."""


class BackupList(QListView):
    """Backups under their days; none of the rows is a widget.

    Signals:
        chosen(Row): the clerk looks at another backup, None at none.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, model: BackupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._backups = theme, model
        self.setModel(model)
        self.setItemDelegate(_Delegate(theme, icons, model, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("备份"))
        theme.changed.connect(self._style)
        self._style()

    def choose(self, index: Index) -> None:
        """Look at a backup."""
        self.setCurrentIndex(index)
        self.scrollTo(self._backups.index(max(0, index.row() - 1)))
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which one it is now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self._backups.row_at(current))

    def _style(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):  # the second lies under the scroll bar
            palette.setColor(role, self._theme.colour("window"))
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        self.doItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Paints a day as a heading, a backup in two lines."""

    def __init__(self, theme: Theme, icons: Icons, model: BackupModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._icons, self._model = theme, icons, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line for a day, two for a backup."""
        del option
        return QSize(self._theme.px(120), self._theme.px(_DAY if self._model.row_at(index) is None else _BACKUP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        any_option: Option = option
        rect, theme = QRect(any_option.rect), self._theme
        painter.save()
        row = self._model.row_at(index)
        inner = rect.adjusted(theme.size("gap_16"), 0, -theme.size("gap_16"), 0)
        if row is None:
            words = str(self._model.data(index))
            low = inner.adjusted(0, theme.size("gap_8"), 0, 0)
            draw(painter, theme, low, words, theme.font("small", bold=True), "second")
        else:
            self._paint_ground(painter, rect, any_option.state)
            selected = bool(any_option.state & QStyle.StateFlag.State_Selected)
            self._paint_backup(painter, inner, index, selected=selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground: Token = "surface" if selected else "hover" if hovered else "window"
        painter.fillRect(rect, theme.colour(ground))
        if state & QStyle.StateFlag.State_HasFocus:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))
        if selected:
            painter.fillRect(rect.left(), rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))

    def _paint_backup(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        row = self._model.row_at(index)
        if row is None:
            return
        theme, half = self._theme, rect.height() // 2
        upper = QRect(rect.left(), rect.top() + theme.size("gap_4"), rect.width(), half - theme.size("gap_4"))
        lower = QRect(rect.left(), rect.top() + half, rect.width(), half - theme.size("gap_4"))
        time, reason = self._model.head_words(row)
        used = draw(painter, theme, upper, time, theme.font("body", bold=selected), "text")
        draw(painter, theme, upper.adjusted(used + theme.size("gap_12"), 0, 0, 0), reason, theme.font("body"), "text")
        small = theme.font("small")
        ink: Token = "second"
        if self._model.is_broken(row):
            side, ink = theme.size("icon"), "amber"
            place = QRect(lower.left(), lower.center().y() + 1 - side // 2, side, side)
            self._icons.paint(painter, place, "should", theme.colour("amber"))
            lower.adjust(side + theme.size("gap_6"), 0, 0, 0)
        words = QFontMetrics(small).elidedText(self._model.detail(row), Qt.TextElideMode.ElideRight, lower.width())
        draw(painter, theme, lower, words, small, ink)
