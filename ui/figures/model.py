"""The sheet as a tree: groups, and in them indicators with the messages below each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from report.indicators.comparison import NONE
from report.indicators.rows import FigureRow, GroupRows, Message, ValueState
from resources.i18n import _
from ui.figures.columns import NUMBERS, Columns
from ui.figures.words import group_words, row_words, unit_words, value_words
from ui.parts.marks import MARKS, Mark

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a group: an indicator, or a message below it."""

    row: FigureRow
    message: Message | None = None
    number: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the others of its group."""
        return self.row.id, self.number


@dataclass(slots=True)
class Node:
    """A group as it is shown; `serial` stays while it is in the model."""

    group: GroupRows
    serial: int
    lines: list[Line] = field(default_factory=list[Line])


class FigureModel(QAbstractItemModel):
    """Rows that follow the report: what stays is not touched, nor is what is being typed in it.

    Signals:
        typed(str, str): a text was typed for an indicator.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: list[Node] = []
        self.year: int | None = None
        self._serial = 0

    # What is shown

    def show(self, groups: Sequence[GroupRows], year: int | None) -> None:
        """Show these groups."""
        self.year = year
        if [one.id for one in groups] != [node.group.id for node in self.nodes]:
            self._begin_anew(groups)
            return
        for place, (node, group) in enumerate(zip(self.nodes, groups, strict=True)):
            if node.group != group:
                self._change(place, node, group)

    def _begin_anew(self, groups: Sequence[GroupRows]) -> None:
        self.beginResetModel()
        self.nodes = []
        for group in groups:
            self._serial += 1
            self.nodes.append(Node(group, self._serial, _lines(group)))
        self.endResetModel()

    def _change(self, place: int, node: Node, group: GroupRows) -> None:
        parent = self.index(place, 0)
        node.group = group
        self.dataChanged.emit(parent, parent)
        new = _lines(group)
        old_keys, new_keys = [one.key for one in node.lines], [one.key for one in new]
        if old_keys != new_keys:
            for tag, start, end, first, last in reversed(
                SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
            ):
                if tag in ("delete", "replace"):
                    self.beginRemoveRows(parent, start, end - 1)
                    del node.lines[start:end]
                    self.endRemoveRows()
                if tag in ("insert", "replace"):
                    self.beginInsertRows(parent, start, start + last - first - 1)
                    node.lines[start:start] = new[first:last]
                    self.endInsertRows()
        for number, (was, is_) in enumerate(zip(node.lines, new, strict=True)):
            if was != is_:
                node.lines[number] = is_
                self.dataChanged.emit(self.index(number, 0, parent), self.index(number, len(Columns) - 1, parent))

    def group_at(self, index: Index) -> GroupRows | None:
        """The group whose head an index is."""
        return self.nodes[index.row()].group if index.isValid() and not index.internalId() else None

    def line_at(self, index: Index) -> Line | None:
        """The line of an index, None for a group's head."""
        node = self._node(index)
        return node.lines[index.row()] if node is not None and index.row() < len(node.lines) else None

    def row_at(self, index: Index) -> FigureRow | None:
        """The indicator of an index, None for heads and messages."""
        line = self.line_at(index)
        return line.row if line is not None and line.message is None else None

    def index_of(self, indicator: str, column: int = Columns.VALUE) -> QModelIndex:
        """Where an indicator is; invalid where it is not shown."""
        for place, node in enumerate(self.nodes):
            for number, line in enumerate(node.lines):
                if line.row.id == indicator and line.message is None:
                    return self.index(number, column, self.index(place, 0))
        return QModelIndex()

    def _node(self, index: Index) -> Node | None:
        serial = index.internalId() if index.isValid() else 0
        return next((one for one in self.nodes if one.serial == serial), None) if serial else None

    # What views ask

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """An index; its internal id is the serial number of its group, 0 for groups themselves."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self.nodes[parent.row()].serial if parent.isValid() else 0)

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        """The group of a line."""
        serial = index.internalId() if index.isValid() else 0
        place = next((at for at, one in enumerate(self.nodes) if one.serial == serial), -1) if serial else -1
        return self.createIndex(place, 0, 0) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Groups; the lines of one."""
        if not parent.isValid():
            return len(self.nodes)
        if parent.internalId() or parent.column():
            return 0
        return len(self.nodes[parent.row()].lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """All columns."""
        del parent
        return len(Columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Messages are only read; a value can be typed."""
        line = self.line_at(index)
        flag = Qt.ItemFlag
        if line is None:
            return flag.ItemIsEnabled | flag.ItemIsSelectable if index.isValid() else flag.NoItemFlags
        if line.message is not None:
            return flag.NoItemFlags
        editable = flag.ItemIsEditable if index.column() == Columns.VALUE else flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren | editable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words for sight and for screen readers; what the editor begins with."""
        group = self.group_at(index)
        if group is not None:
            told = role == _Role.AccessibleTextRole or (role == _Role.DisplayRole and not index.column())
            return f"{group.name}，{group_words(group)}" if told else None
        line = self.line_at(index)
        if line is None:
            return None
        if line.message is not None:
            return _message_words(line.message) if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None
        return self._row_data(line.row, Columns(index.column()), role)

    def _row_data(self, row: FigureRow, column: Columns, role: int) -> object:
        if role == _Role.DisplayRole:
            return _cell(row, column)
        if role == _Role.EditRole:
            return edit_text(row)
        if role == _Role.AccessibleTextRole:
            is_row = column in (Columns.NAME, Columns.VALUE)
            return row_words(row, self.year) if is_row else f"{self.head(column)}：{_cell(row, column) or NONE}"
        if role == _Role.ToolTipRole:
            return _tip(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Tell what was typed; the report decides what is shown."""
        row = self.row_at(index)
        if role != _Role.EditRole or row is None:
            return False
        if str(value).strip() != edit_text(row):
            self.typed.emit(row.id, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self.head(Columns(section))
        if role == _Role.TextAlignmentRole:
            right = section in NUMBERS or section in (Columns.QUOTES, Columns.TREND)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def head(self, column: Columns) -> str:
        """What a column is called."""
        year = self.year
        if column is Columns.VALUE:
            return _("{year}年").format(year=year) if year else _("本年")
        if column is Columns.LAST:
            return _("{year}年").format(year=year - 1) if year else _("上年")
        if column is Columns.TREND:
            return f"{year - 4}—{year}" if year else _("历年")
        heads = {
            Columns.NAME: _("指标"),
            Columns.UNIT: _("单位"),
            Columns.DIFFERENCE: _("增减"),
            Columns.PERCENT: _("同比"),
            Columns.QUOTES: _("引用"),
        }
        return heads[column]


def edit_text(row: FigureRow) -> str:
    """What the editor of a cell begins with: the value as one would type it."""
    if row.state is ValueState.NOT_APPLICABLE:
        return "/"
    return "" if row.state in (ValueState.MISSING, ValueState.OPTIONAL, ValueState.COMPUTED) else row.text


def _lines(group: GroupRows) -> list[Line]:
    return [
        line
        for row in group.rows
        for line in (Line(row), *(Line(row, one, number) for number, one in enumerate(row.messages, 1)))
    ]


def _cell(row: FigureRow, column: Columns) -> str:
    if column is Columns.QUOTES:
        return _("{count}处").format(count=row.quotes) if row.quotes else "—"
    texts = {
        Columns.NAME: row.label,
        Columns.VALUE: value_words(row),
        Columns.UNIT: unit_words(row),
        Columns.LAST: row.comparison.last_words,
        Columns.DIFFERENCE: row.comparison.difference_words,
        Columns.PERCENT: row.comparison.percent_words,
        Columns.TREND: "",
    }
    return texts[column]


def _tip(row: FigureRow, column: Columns) -> str:
    if column in (Columns.VALUE, Columns.UNIT) and row.derived:
        return _("算出：{sum}").format(sum=row.derived)
    if column is Columns.NAME:
        return "\n".join(filter(None, (row.name if row.name != row.label else "", row.note)))
    if column is Columns.PERCENT and row.comparison.is_unusual:
        return _("变动超过50%，或与零之间变动，请再看一眼")
    return ""


def _message_words(message: Message) -> str:
    _icon, _token, word = MARKS[Mark(message.gravity.value)] if message.gravity.value in _MARKED else ("", "", "")
    return f"{_(word)}，{message.sentence}" if word else message.sentence


_MARKED = frozenset({"block", "should", "hint"})
