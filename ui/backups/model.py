"""The rows of the list: days, and the backups made on each."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resources.i18n import _
from ui.backup_words import REASONS, size_words
from ui.backups.reader import BackupReader
from ui.backups.reading import Row
from ui.days import day_words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class BackupModel(QAbstractListModel):
    """One row a day, one a backup."""

    def __init__(self, reader: BackupReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._rows: list[str | Row] = []
        reader.told.connect(self._tell)

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        """Show these backups under their days."""
        self.beginResetModel()
        self._rows = []
        last = ""
        for row in rows:
            day = day_words(row.moment, today)
            if day != last:
                self._rows.append(day)
            last = day
            self._rows.append(row)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The backup of a row, None for a day."""
        found = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return found if isinstance(found, Row) else None

    def place_of(self, path: Path) -> QModelIndex:
        """Where a backup stands; an invalid index when it is not there."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Row) and row.path == path:
                return self.index(place)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Where the newest backup stands."""
        return next((self.index(place) for place, row in enumerate(self._rows) if isinstance(row, Row)), QModelIndex())

    def is_broken(self, row: Row) -> bool:
        """Whether it is known that a backup cannot be restored."""
        return self._reader.is_broken(row.path)

    def head_words(self, row: Row) -> tuple[str, str]:
        """When a backup was made, and why."""
        return f"{row.moment.astimezone():%H:%M}", _(REASONS[row.backup.reason])

    def detail(self, row: Row) -> str:
        """How many reports it has, how large it is, where it lies; or that it is of no use."""
        where = [_("第二备份")] if row.is_second else []
        if self.is_broken(row):
            return _("，").join([_("不完整，不能恢复"), *where])
        content = self._reader.content(row.path)
        count = [_("{count}份报告").format(count=len(content.reports))] if content is not None else []
        return _("，").join([*count, size_words(row.size), *where])

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day cannot be chosen."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, also for screen readers."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, str) else _("，").join([*self.head_words(row), self.detail(row)])

    def _tell(self, path: Path) -> None:
        index = self.place_of(path)
        if index.isValid():
            self.dataChanged.emit(index, index)
