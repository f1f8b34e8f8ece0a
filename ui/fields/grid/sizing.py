"""Keeps the columns of a grid as wide and its rows as high as they should be."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.fields.grid.delegate import CellDelegate
from ui.fields.grid.layout import shares
from ui.fields.grid.model import GridModel
from ui.theme import Theme

_LEAST, _FLOOR, _MOST, _GUTTER = 64, 120, 320, 36
_MEASURED = 200
"""Rows that are looked at for the width of a column."""


class Sizing(QObject):
    """Shares the room of the view among the columns; one that the clerk drags keeps its width."""

    def __init__(self, theme: Theme, view: QTableView, model: GridModel, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._theme, self._view, self._model, self._delegate = theme, view, model, delegate
        self._fixed: dict[int, float] = {}
        """Widths that were dragged, at 100 %."""
        self._busy = False
        self._changed: set[int] | None = set()
        """Rows whose height is to be looked at; None for all."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        across, down = view.horizontalHeader(), view.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.sectionResized.connect(self._keep)
        across.sectionHandleDoubleClicked.connect(self._release)
        model.shaped.connect(self._reshape)
        model.columnsInserted.connect(self._forget)
        model.columnsRemoved.connect(self._forget)
        model.dataChanged.connect(self._fit_later)
        view.horizontalScrollBar().rangeChanged.connect(view.updateGeometry)
        view.viewport().installEventFilter(self)
        theme.changed.connect(self._style)
        self._style()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share again when the view is wider or narrower."""
        if event.type() == QEvent.Type.Resize:
            self.share()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Give every column its width, and every row the height it then needs."""
        if self._busy:
            return
        self._busy = True
        header, room = self._view.horizontalHeader(), self._view.viewport().width()
        numbers = [self._model.is_number(column) or column in self._fixed for column in range(header.count())]
        wanted = [self._wanted(column) for column in range(header.count())]
        least, floor = self._theme.px(_LEAST), self._theme.px(_FLOOR)
        for column, width in enumerate(shares(wanted, numbers, room, least, floor)):
            header.resizeSection(column, width)
        self._busy = False
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give every row the height of its highest cell."""
        self._changed = None
        self._fit()

    def _fit(self) -> None:
        view, model = self._view, self._model
        rows = range(model.rowCount()) if self._changed is None else sorted(self._changed)
        self._changed = set()
        widths = [view.columnWidth(column) for column in range(model.columnCount())]
        header, changed = view.verticalHeader(), False
        for row in rows:
            height = self._delegate.row_height(row, widths)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
                changed = True
        # A cell more or less can make a column one of numbers, whose cells stand at the other side.
        view.viewport().update()
        if changed:
            view.updateGeometry()

    def height(self, most: int) -> int:
        """How high the view is with all its rows, or with `most` rows of one line."""
        view, bar = self._view, self._view.horizontalScrollBar()
        rows = min(view.verticalHeader().length(), most * self._theme.size("row"))
        across = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return view.horizontalHeader().height() + rows + across + 2 * view.frameWidth()

    def _wanted(self, column: int) -> int:
        if column in self._fixed:
            return self._theme.px(self._fixed[column])
        rows = range(min(self._model.rowCount(), _MEASURED))
        cells = (self._delegate.natural_width(self._model.index(row, column)) for row in rows)
        head = self._view.horizontalHeader().sectionSizeHint(column) + 2 * self._theme.size("gap_8")
        return min(self._theme.px(_MOST), max(head, *cells))

    def _keep(self, column: int, before: int, width: int) -> None:
        del before
        if not self._busy:
            self._fixed[column] = width / self._theme.zoom
            self._changed = None
            self._later.start(0)

    def _release(self, column: int) -> None:
        """A double click on the edge of a column lets it be shared again."""
        self._fixed.pop(column, None)
        self.share()

    def _forget(self) -> None:
        self._fixed.clear()

    def _reshape(self) -> None:
        self.share()
        self._view.updateGeometry()

    def _fit_later(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._changed is not None:
            self._changed.update(range(first.row(), last.row() + 1))
        self._later.start(0)

    def _style(self) -> None:
        theme, view = self._theme, self._view
        across, down = view.horizontalHeader(), view.verticalHeader()
        across.setFixedHeight(theme.size("row_head"))
        across.setMinimumSectionSize(theme.px(_LEAST) // 2)
        down.setFixedWidth(theme.px(_GUTTER))
        down.setMinimumSectionSize(theme.size("row"))
        down.setDefaultSectionSize(theme.size("row"))
        for header in (across, down):
            header.setFont(theme.font("small"))
        self.share()
