"""The list of hits."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from resources.i18n import _
from ui.finding.delegate import HitDelegate
from ui.finding.model import HitModel, Index
from ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitList(QListView):
    """Hits by parts; only the rows in view are painted, and none is a widget.

    Signals:
        shown(int): the clerk is at another hit.
        chosen(int): the clerk wants to the text of a hit.
    """

    shown = Signal(int)
    chosen = Signal(int)

    def __init__(self, theme: Theme, model: HitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._hits = theme, model
        self._quiet = False
        self._delegate = HitDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("找到的各处"))
        theme.changed.connect(self._style)
        self._style()

    def show_current(self, place: int, *, reveal: bool = True) -> None:
        """Show which hit is the current one, without telling it; -1 for none. Without `reveal` nothing scrolls."""
        row, bar = self._hits.row_of(place), self.verticalScrollBar()
        self.executeDelayedItemsLayout()
        seen = bar.value()
        self._quiet = True
        if row < 0:
            self.selectionModel().clear()
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._hits.index(row), flags)
        self._quiet = False
        if not reveal:
            bar.setValue(seen)
        elif row >= 0:
            self._reveal(row)

    def _reveal(self, row: int) -> None:
        """Scroll to a row; with the first of a part its head is seen, too."""
        above = self._hits.index(max(0, row - 1))
        if self._hits.group(above) is not None:
            self.scrollTo(above)
        self.scrollTo(self._hits.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the clerk is."""
        super().currentChanged(current, previous)
        place = self._hits.place(current) if current.isValid() else -1
        if place >= 0 and not self._quiet:
            self.shown.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text, the space key ticks."""
        current = self.currentIndex()
        if event.key() in _ENTER and self._hits.place(current) >= 0:
            self.chosen.emit(self._hits.place(current))
        elif event.key() == Qt.Key.Key_Space and current.isValid() and self._hits.replacement is not None:
            self._hits.toggle(current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a tick box ticks; elsewhere it shows the hit."""
        index = self.indexAt(event.position().toPoint())
        if self._is_tick(event, index):
            self._hits.toggle(index)
            return
        super().mousePressEvent(event)
        if index.isValid() and self._hits.place(index) >= 0:
            self.shown.emit(self._hits.place(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the text."""
        index = self.indexAt(event.position().toPoint())
        if self._is_tick(event, index):
            self._hits.toggle(index)
        elif index.isValid() and self._hits.place(index) >= 0:
            self.chosen.emit(self._hits.place(index))

    def _is_tick(self, event: QMouseEvent, index: Index) -> bool:
        """Whether the mouse is on the tick box of a row, or close beside it."""
        if not index.isValid() or self._hits.replacement is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        side = self._theme.size("gap_8")
        box = self._delegate.tick_rect(self.visualRect(index)).adjusted(-side, -side, side // 2, side)
        return box.contains(event.position().toPoint())

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.doItemsLayout()
