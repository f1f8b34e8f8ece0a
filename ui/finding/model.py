"""The rows of the list: heads of parts, and hits below them."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from report.finding import Hit, context
from report.template import ReportType
from resources.i18n import _
from ui.finding.results import Group
from ui.finding.search import Search
from ui.places import spot_words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class HitModel(QAbstractListModel):
    """One row a part that has hits, one a hit.

    `replacing` says that rows can be ticked, and what would stand in place of each hit: None while nothing is replaced.
    """

    def __init__(
        self, search: Search, report_type: ReportType, front_labels: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.search, self._type, self._labels = search, report_type, front_labels
        self.replacement: str | None = None
        self._rows: list[Group | int] = []
        self._places: dict[int, str] = {}

    def show_results(self) -> None:
        """Show what the search has found."""
        rows: list[Group | int] = []
        for group in self.search.results.groups:
            rows.append(group)
            rows.extend(group.hits)
        self._places.clear()
        if rows == self._rows:
            self.tell_all()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_replacement(self, replacement: str | None) -> None:
        """Show what each hit would become; None for not at all."""
        if replacement != self.replacement:
            self.replacement = replacement
            self.tell_all()

    def tell_all(self) -> None:
        """Let every row be painted anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # What a row is

    def group(self, index: Index) -> Group | None:
        """The part of which a row is the head."""
        row = self._rows[index.row()]
        return row if isinstance(row, Group) else None

    def place(self, index: Index) -> int:
        """The index of a row's hit, -1 for a head."""
        row = self._rows[index.row()] if index.isValid() else -1
        return row if isinstance(row, int) else -1

    def hit(self, index: Index) -> Hit | None:
        """The hit of a row."""
        place = self.place(index)
        return self.search.results.hits[place] if place >= 0 else None

    def row_of(self, place: int) -> int:
        """The row of a hit, -1 for none: before it stand the hits before and the heads of their parts."""
        if place < 0:
            return -1
        heads = sum(group.first <= place for group in self.search.results.groups)
        return place + heads

    def is_ticked(self, index: Index) -> bool | None:
        """Whether the row's hits are to be replaced; None when some are."""
        group = self.group(index)
        return self.search.group_state(group) if group else self.search.is_ticked(self.place(index))

    def toggle(self, index: Index) -> None:
        """Tick what is not, and the other way round; a head ticks all of its part."""
        group = self.group(index)
        places = group.hits if group else (self.place(index),)
        self.search.tick(places, ticked=self.is_ticked(index) is not True)

    def place_words(self, index: Index) -> str:
        """Where a hit stands in its part."""
        place, hit = self.place(index), self.hit(index)
        if hit is None:
            return ""
        if place not in self._places:
            self._places[place] = spot_words(hit.spot, self.search.results.report, self._type, self._labels)
        return self._places[place]

    # What views ask

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head is chosen only to be ticked."""
        if index.isValid() and self.replacement is None and self.group(index) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words of a row, for sight and for screen readers."""
        if not index.isValid():
            return None
        if role == _Role.CheckStateRole:
            return self._check_state(index)
        hit, group = self.hit(index), self.group(index)
        if role == _Role.AccessibleTextRole:
            return self._spoken(index)
        if role == _Role.ToolTipRole:
            return hit.text if hit is not None and len(hit.text) > len("".join(context(hit))) else None
        if role == _Role.DisplayRole:
            return "".join(context(hit)) if hit is not None else group.title if group else None
        return None

    def _check_state(self, index: Index) -> Qt.CheckState | None:
        if self.replacement is None:
            return None
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: Qt.CheckState.PartiallyChecked}
        return states[self.is_ticked(index)]

    def _spoken(self, index: Index) -> str:
        """What a screen reader says of a row."""
        hit, group = self.hit(index), self.group(index)
        if group is not None:
            words = f"{group.title}，" + _("{count}处").format(count=group.count)
        else:
            words = f"{self.place_words(index)}：" + ("".join(context(hit)) if hit is not None else "")
        if self.replacement is None:
            return words
        ticked = {True: _("要替换"), False: _("不替换"), None: _("部分替换")}
        return f"{words}，{ticked[self.is_ticked(index)]}"
