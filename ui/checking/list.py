"""The list of findings: one row each; the chosen one is open, with its buttons."""

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from report.checking.finding import Finding
from resources.i18n import _
from ui.checking.card import FindingCard
from ui.checking.delegate import FindingDelegate
from ui.checking.model import FindingModel, Index
from ui.icons import Icons
from ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingList(QListView):
    """Findings by parts; only the rows in view are painted, and only the open one has widgets.

    Signals:
        shown(Finding): the clerk is at another finding.
        chosen(Finding): the clerk wants to its text.
    """

    shown = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._findings = theme, model
        self._quiet = False
        self.card = FindingCard(theme, icons, self.viewport())
        self._delegate = FindingDelegate(theme, icons, model, self._open_height, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("体检发现的各处"))
        theme.changed.connect(self._style)
        self._style()

    @property
    def current(self) -> Finding | None:
        """The finding whose row is open."""
        return self._findings.finding(self.currentIndex()) if self._delegate.open_row >= 0 else None

    def open(self, row: int) -> None:
        """Open a row without telling it; -1 for none."""
        self._quiet = True
        if row < 0:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._findings.index(row), flags)
        self._quiet = False
        self._open(row)

    def arrange(self) -> None:
        """Lay the rows out anew, soon: the card has other words."""
        self.scheduleDelayedItemsLayout()

    def reveal(self) -> None:
        """Scroll to the open row; with the first of a part its head is seen, too."""
        row = self._delegate.open_row
        if row < 0:
            return
        above = self._findings.index(max(0, row - 1))
        self.executeDelayedItemsLayout()
        if self._findings.finding(above) is None:
            self.scrollTo(above)
        self.scrollTo(self._findings.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Open the row and tell where the clerk is."""
        super().currentChanged(current, previous)
        finding = self._findings.finding(current)
        if finding is not None and not self._quiet:
            self._open(current.row())
            self.shown.emit(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text."""
        if event.key() in _ENTER and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier) and self.current:
            self.chosen.emit(self.current)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the finding, also that which is open already."""
        was = self.currentIndex()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        finding = self._findings.finding(index)
        if finding is not None and index == was:
            self._open(index.row())
            self.shown.emit(finding)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the text."""
        finding = self._findings.finding(self.indexAt(event.position().toPoint()))
        if finding is not None:
            self.chosen.emit(finding)

    def updateGeometries(self) -> None:
        """The rows were laid out: the card lies over its own, and scrolls with it."""
        super().updateGeometries()
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as wide as the view: the open one may need more lines or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.arrange)

    def _open(self, row: int) -> None:
        self._delegate.open_row = row
        self.card.setVisible(row >= 0)
        self.arrange()

    def _open_height(self) -> int:
        width = self.viewport().width()
        layout = self.card.layout()
        if layout is not None:
            layout.activate()
        return max(self.card.heightForWidth(width), self.card.minimumSizeHint().height())

    def _place_card(self) -> None:
        row = self._delegate.open_row
        if row < 0 or row >= self._findings.rowCount():
            self.card.hide()
            return
        rect = self.visualRect(self._findings.index(row))
        edge = self._theme.size("edge")
        self.card.setGeometry(QRect(rect.left(), rect.top(), rect.width(), rect.height() - edge))

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.arrange()


_NONE = Qt.KeyboardModifier.NoModifier
