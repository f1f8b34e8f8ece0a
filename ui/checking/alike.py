"""Before several places are put right at once: each is shown as it is and as it will be, and can be left out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from report.checking.finding import Finding
from report.texts import Spot
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.painting import shapes
from ui.painting.options import Option
from ui.painting.pieces import change_pieces, draw, paint_pieces
from ui.theme import Theme
from ui.tokens import Token

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole
_HEIGHT, _AROUND, _PLACE = 400, 60, 0.24
"""Pixels at 100 % of a long list; characters shown around a change; the most of a row that its place may take."""


class ChangeModel(QAbstractListModel):
    """One row a place, with whether it is to be changed."""

    def __init__(self, findings: Sequence[Finding], texts: Mapping[Spot, str], places: Mapping[Spot, str]) -> None:
        super().__init__()
        self.findings, self._texts, self._places = findings, texts, places
        self._left = set[int]()

    @property
    def ticked(self) -> list[Finding]:
        """What is to be changed."""
        return [one for number, one in enumerate(self.findings) if number not in self._left]

    def toggle(self, row: int) -> None:
        """Take a row in or leave it out."""
        self._left ^= {row}
        self.dataChanged.emit(self.index(row), self.index(row))

    def is_ticked(self, row: int) -> bool:
        """Whether a row is to be changed."""
        return row not in self._left

    def words(self, row: int) -> tuple[str, str, str, str]:
        """The words before, those that go, those that come, and the words behind."""
        change = self.findings[row].changes[0]
        text = self._texts[change.spot]
        before, behind = text[max(0, change.start - _AROUND) : change.start], text[change.end : change.end + _AROUND]
        return before, text[change.start : change.end], change.text, behind

    def place(self, row: int) -> str:
        """Where it is."""
        return self._places[self.findings[row].changes[0].spot]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many places."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words for sight and for screen readers."""
        if not index.isValid():
            return None
        before, old, new, behind = self.words(index.row())
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            told = _("{place}：“{old}”改为“{new}”").format(place=self.place(index.row()), old=old, new=new)
            return told + (_("，要改") if self.is_ticked(index.row()) else _("，不改"))
        return before + old + behind if role == _Role.DisplayRole else None


class AlikeDialog(Dialog):
    """Accepted with `wanted`: what is to be put right."""

    def __init__(
        self,
        model: ChangeModel,
        theme: Theme,
        parent: QWidget | None,
        title: str = "",
        verb: str = "",
        none: str = "",
    ) -> None:
        """`verb` says with {count} what the button does, `none` what it does when nothing is ticked ("": nothing)."""
        super().__init__(theme, title or _("全文同类{count}处").format(count=model.rowCount()), "", parent, 760)
        self.model = model
        self._verb, self._none = verb or _("改{count}处"), none
        self.list = ChangeList(theme, model)
        whole = theme.size("row") * model.rowCount() + 2 * self.list.frameWidth()
        self.list.setMinimumHeight(min(theme.px(_HEIGHT), whole))
        self.list.setMaximumHeight(whole)
        self.body.addWidget(self.list, 1)
        self.note.setText(_("不想改的，点一下去掉勾选。"))
        model.dataChanged.connect(self._count)
        self._count()

    @property
    def wanted(self) -> list[Finding]:
        """What is to be put right."""
        return self.model.ticked

    def _count(self, *_where: object) -> None:
        count = len(self.wanted)
        self.accept_button.setText(self._verb.format(count=count) if count or not self._none else self._none)
        self.accept_button.setEnabled(bool(count or self._none))


class ChangeList(QListView):
    """The places; a click or the space key ticks."""

    def __init__(self, theme: Theme, model: ChangeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = model
        self.setModel(model)
        self.setItemDelegate(_ChangeDelegate(theme, model, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFont(theme.font("body"))
        self.setAccessibleName(_("要改的各处"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space key ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._changes.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._changes.toggle(index.row())


class _ChangeDelegate(QStyledItemDelegate):
    """Tick box, words with the change, place."""

    def __init__(self, theme: Theme, model: ChangeModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._changes, self._view = theme, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del option, index
        return QSize(self._theme.px(120), self._theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        any_option: Option = option
        theme, rect, row = self._theme, QRect(any_option.rect), index.row()
        state, flags = any_option.state, QStyle.StateFlag
        painter.save()
        ground: Token = "hover" if state & flags.State_MouseOver else "surface"
        painter.fillRect(rect, theme.colour(ground))
        if state & flags.State_HasFocus:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))
        gap, side = theme.size("gap_12"), theme.size("box")
        box = QStyleOptionButton()
        any_box: Option = box
        any_box.rect = QRect(rect.left() + gap, rect.center().y() + 1 - side // 2, side, side)
        any_box.state = flags.State_Enabled | (flags.State_On if self._changes.is_ticked(row) else flags.State_Off)
        any_box.palette = self._view.palette()
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._view)
        small = theme.font("small")
        metrics = QFontMetrics(small)
        place = metrics.elidedText(self._changes.place(row), Qt.TextElideMode.ElideRight, round(rect.width() * _PLACE))
        wide = metrics.horizontalAdvance(place)
        draw(painter, theme, rect.adjusted(rect.width() - wide - gap, 0, 0, 0), place, small, "second")
        before, old, new, behind = self._changes.words(row)
        room = rect.adjusted(2 * gap + side, 0, -wide - 2 * gap, 0)
        shown = new if self._changes.is_ticked(row) else None
        paint_pieces(painter, theme, room, before, change_pieces(theme, old, shown), behind)
        painter.restore()
