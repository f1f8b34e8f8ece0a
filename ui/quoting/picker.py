"""The list of indicators at the cursor: type a name, pinyin or initials, Enter quotes the one that is marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from resources.i18n import _
from ui.finding.boxes import WordsBox
from ui.parts.labels import Small
from ui.quoting.overlay import Overlay
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _ROW, _ROWS, _MARGIN = 400, 32, 8, 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: an indicator with what it reads now; `new` is a name that no indicator has yet."""

    indicator: str
    name: str
    value: str = ""
    group: str = ""
    missing: bool = False
    new: bool = False


Search = Callable[[str], Sequence[Choice]]
"""What fits the words typed, best first; all for none."""


class ChoiceModel(QAbstractListModel):
    """The choices."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show others."""
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many."""
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name for sight; name, value and group for screen readers."""
        one = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _("新增“{name}”").format(name=one.name) if one.new else one.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(filter(None, (one.name, one.value, one.group)))
        return None


class Picker(Overlay):
    """A box for words above the list.

    Signals:
        chosen(Choice): the one to quote.
    """

    chosen = Signal(object)

    def __init__(self, search: Search, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside)
        self._search = search
        self.box = WordsBox(theme, _("名称、拼音或首字母"), _("找指标"))
        self.model = ChoiceModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_ChoiceDelegate(theme, self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("指标"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.foot = Small(theme, _("Enter 引用，Esc 关闭"))
        layout = QVBoxLayout(self)
        margin = theme.px(_MARGIN)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        layout.addWidget(self.foot)
        self.setFixedWidth(theme.px(_WIDTH))
        self.list.setFixedHeight(theme.px(_ROW * _ROWS))
        self.box.rested.connect(self._find)
        self.box.walked.connect(self._walk)
        self.box.stepped.connect(lambda _step: self._enter())
        self._find()

    def open_at(self, rect: QRect) -> None:
        """Show at a rectangle and take the keys."""
        self.place(rect)
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self) -> None:
        self.model.show_choices(self._search(self.box.words))
        if self.model.choices:
            self.list.setCurrentIndex(self.model.index(0))

    def _walk(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < len(self.model.choices):
            self.list.setCurrentIndex(self.model.index(row))

    def _enter(self) -> None:
        self.box.tell()
        self._choose(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.choices):
            choice = self.model.choices[row]
            self.end()
            self.chosen.emit(choice)


class _ChoiceDelegate(QStyledItemDelegate):
    """Name at the left with its group in grey, the value at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        del option, index
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, rect = self._theme, option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        model = index.model()
        choice = model.choices[index.row()] if isinstance(model, ChoiceModel) else Choice("", "")
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.setFont(theme.font("body"))
        metrics = QFontMetrics(theme.font("body"))
        painter.setPen(theme.colour("amber" if choice.missing else "second"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, choice.value)
        room = inner.width() - metrics.horizontalAdvance(choice.value) - theme.px(16)
        name = str(index.data())
        painter.setPen(theme.colour("accent" if choice.new else "text"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, left, metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        used = metrics.horizontalAdvance(name) + theme.px(12)
        if choice.group and room - used > theme.px(24):
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("second"))
            small = QFontMetrics(theme.font("small"))
            group = small.elidedText(choice.group, Qt.TextElideMode.ElideRight, room - used)
            painter.drawText(inner.adjusted(used, 0, 0, 0), left, group)
