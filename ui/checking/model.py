"""The rows of the list as a Qt model."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from report.checking.finding import Finding
from report.checking.ignoring import key_of
from report.report import Report
from report.template import ReportType
from resources.i18n import _
from ui.checking.rows import Head, Row, look_of, place_words, rows_of

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class FindingModel(QAbstractListModel):
    """One row a part that has findings, one a finding."""

    def __init__(self, report_type: ReportType, labels: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._type, self._labels = report_type, labels
        self._report: Report | None = None
        self._rows: list[Row] = []
        self._places: dict[int, str] = {}

    def show_findings(self, findings: Sequence[Finding], report: Report) -> None:
        """Show these findings of a report; where the rows are as they were nothing is built anew."""
        rows = rows_of(findings, report, self._type)
        same = [_kind(one) for one in rows] == [_kind(one) for one in self._rows]
        self._report = report
        self._places.clear()
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """What a row is."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row, None for a head."""
        row = self.row(index)
        return row if isinstance(row, Finding) else None

    @property
    def findings(self) -> list[Finding]:
        """All findings in the order of the rows."""
        return [one for one in self._rows if isinstance(one, Finding)]

    def row_of(self, finding: Finding | None) -> int:
        """The row of a finding, -1 when there is none."""
        wanted = key_of(finding) if finding is not None else ""
        alike = [at for at, one in enumerate(self._rows) if isinstance(one, Finding) and key_of(one) == wanted]
        exact = (at for at in alike if finding is not None and _start(self._rows[at]) == finding.start)
        return next(exact, alike[0] if alike else -1)

    def place_words(self, index: Index) -> str:
        """Where a finding stands in its part."""
        finding = self.finding(index)
        if finding is None or self._report is None:
            return ""
        if index.row() not in self._places:
            self._places[index.row()] = place_words(finding, self._report, self._type, self._labels)
        return self._places[index.row()]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head is not chosen."""
        if self.finding(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words of a row, for sight and for screen readers."""
        row = self.row(index)
        if isinstance(row, Head):
            spoken = f"{row.title}，" + _("{count}处").format(count=row.count)
            return {_Role.DisplayRole: row.title, _Role.AccessibleTextRole: spoken}.get(_Role(role))
        if row is None:
            return None
        if role == _Role.AccessibleTextRole:
            return f"{look_of(row.severity)[2]}，{row.message}，{self.place_words(index)}"
        return row.message if role in (_Role.DisplayRole, _Role.ToolTipRole) else None


def _kind(row: Row) -> object:
    return key_of(row) if isinstance(row, Finding) else row


def _start(row: Row) -> int:
    return row.start if isinstance(row, Finding) else -1
