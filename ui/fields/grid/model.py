"""The cells of a table as Qt's views want them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from report.totals import NumberColumn, free_columns
from resources.i18n import _
from ui.fields.grid.cells import Cells, squared, turned, width_of, with_cell

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_LETTERS = 26


class GridModel(QAbstractTableModel):
    """Rows of equal length, at least one row and one column.

    Without `heads` the columns are free: they are called A, B, C, and the first `head_rows` rows are the table's head.

    Signals:
        edited(): the cells differ by something the clerk did.
        shaped(): there are more or fewer rows or columns, or other cells came from elsewhere.
    """

    edited = Signal()
    shaped = Signal()

    def __init__(
        self, heads: Sequence[str] = (), numbers: Sequence[NumberColumn] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.head_rows = 0
        self._declared = tuple(numbers)
        self.cells: Cells = squared([()], len(heads) or 3)
        self._numbers: tuple[NumberColumn, ...] | None = None

    # What views ask

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Rows; a cell has none of its own."""
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Columns."""
        return 0 if parent.isValid() else width_of(self.cells)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The text of a cell, the side it stands at, where it is."""
        if not index.isValid():
            return None
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self.cells[index.row()][index.column()]
        if role == _Role.TextAlignmentRole:
            return _side(self.is_number(index.column()))
        if role == _Role.AccessibleDescriptionRole:
            return _("第{row}行，{column}").format(row=index.row() + 1, column=self.name_of(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The declared heads or letters; the numbers of the rows."""
        if orientation == Qt.Orientation.Vertical:
            if role == _Role.AccessibleTextRole:
                return _("第{row}行").format(row=section + 1)
            return str(section + 1) if role == _Role.DisplayRole else None
        if role in (_Role.DisplayRole, _Role.ToolTipRole) and self.heads:
            return self.heads[section] if section < len(self.heads) else ""
        if role == _Role.DisplayRole:
            return letters(section)
        if role == _Role.AccessibleTextRole:
            return self.name_of(section)
        if role == _Role.TextAlignmentRole and self.heads:
            return _side(self.is_number(section))
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Take over what was typed in a cell."""
        if role != _Role.EditRole or not index.isValid():
            return False
        self.edit(with_cell(self.cells, index.row(), index.column(), str(value)))
        return True

    # What is in it

    def name_of(self, column: int) -> str:
        """What a column is called in a sentence."""
        words = self.heads[column] if column < len(self.heads) else ""
        for row in self.cells[: self.head_rows]:
            words = row[column].strip() or words
        return words or _("{letter}列").format(letter=letters(column))

    def numbers(self) -> tuple[NumberColumn, ...]:
        """The columns of numbers: those declared, in a free table those found."""
        if self.heads:
            return self._declared
        if self._numbers is None:
            self._numbers = free_columns(self.cells, self.head_rows)
        return self._numbers

    def is_number(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return any(one.index == column for one in self.numbers())

    # How it changes

    def edit(self, cells: Cells) -> None:
        """Change the cells as the clerk wants; told once, when they differ."""
        if cells != self.cells:
            self.become(cells)
            self.edited.emit()

    def set_head_rows(self, count: int) -> None:
        """Say how many rows are the head of a free table."""
        if count != self.head_rows:
            self.head_rows = count
            self._forget_numbers()
            self.shaped.emit()

    def become(self, cells: Cells) -> None:
        """Change to other cells without telling it as an edit; cells that stay are not touched, nor is their editor."""
        cells = squared(cells or ((),), len(self.heads) or max(1, width_of(cells)))
        if cells == self.cells:
            return
        before = len(self.cells), self.columnCount()
        if width_of(cells) != self.columnCount():
            self._change_width(width_of(cells), cells)
        if len(cells) != len(self.cells):
            self._change_height(cells)
        self._change_texts(cells)
        if before != (len(self.cells), self.columnCount()):
            self.shaped.emit()

    def _change_height(self, cells: Cells) -> None:
        place = _first_difference(self.cells, cells)
        less, more = len(self.cells) - len(cells), len(cells) - len(self.cells)
        if more > 0:
            self.beginInsertRows(_NO_INDEX, place, place + more - 1)
            self.cells = (*self.cells[:place], *cells[place : place + more], *self.cells[place:])
            self._forget_numbers()
            self.endInsertRows()
        else:
            self.beginRemoveRows(_NO_INDEX, place, place + less - 1)
            self.cells = (*self.cells[:place], *self.cells[place + less :])
            self._forget_numbers()
            self.endRemoveRows()

    def _change_width(self, width: int, cells: Cells) -> None:
        same_rows = len(cells) == len(self.cells)
        place = _first_difference(turned(self.cells), turned(cells)) if same_rows else min(width, self.columnCount())
        less, more = self.columnCount() - width, width - self.columnCount()
        if more > 0:
            self.beginInsertColumns(_NO_INDEX, place, place + more - 1)
            self.cells = tuple((*row[:place], *("",) * more, *row[place:]) for row in self.cells)
            self._forget_numbers()
            self.endInsertColumns()
        else:
            place = min(place, width)
            self.beginRemoveColumns(_NO_INDEX, place, place + less - 1)
            self.cells = tuple((*row[:place], *row[place + less :]) for row in self.cells)
            self._forget_numbers()
            self.endRemoveColumns()

    def _change_texts(self, cells: Cells) -> None:
        """Rows and columns are as many already: tell each cell that differs, and no other."""
        old, self.cells = self.cells, cells
        self._forget_numbers()
        for row, (before, after) in enumerate(zip(old, cells, strict=True)):
            if before == after:
                continue
            for column, (was, is_) in enumerate(zip(before, after, strict=True)):
                if was != is_:
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _forget_numbers(self) -> None:
        self._numbers = None


def letters(column: int) -> str:
    """A, B, … Z, AA, as sheets call their columns."""
    more, last = divmod(column, _LETTERS)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)


def _first_difference(old: Cells, new: Cells) -> int:
    """Where rows were put in or taken out, at most the shorter length."""
    pairs = zip(old, new, strict=False)
    return next((place for place, (was, is_) in enumerate(pairs) if was != is_), min(len(old), len(new)))


def _side(number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
