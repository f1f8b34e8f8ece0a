"""How wide the columns of a sheet are."""

from collections.abc import Collection

from PySide6.QtWidgets import QTreeView

from ui.figures.columns import WIDTHS, Columns
from ui.theme import Theme


class Widths:
    """Shares the width of a view among its columns; the names have what is left."""

    def __init__(self, view: QTreeView, theme: Theme) -> None:
        self._view, self._theme = view, theme

    def logical(self, width: int) -> int:
        """A width in pixels at 100 %."""
        return round(width / self._theme.zoom)

    def share(self, width: int, shown: Collection[Columns]) -> None:
        """Show these columns in a width."""
        rest = width
        for column in Columns:
            self._view.setColumnHidden(column, column not in shown)
            if column in shown and column is not Columns.NAME:
                wide = self._theme.px(WIDTHS[column])
                self._view.setColumnWidth(column, wide)
                rest -= wide
        self._view.setColumnWidth(Columns.NAME, max(1, rest))
