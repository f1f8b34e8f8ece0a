"""The box and the buttons with which hits are replaced; each button says what it does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.finding.boxes import WordsBox
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.theme import Theme


class ReplaceRows(QWidget):
    """What is put in place of the hits: all that are ticked, or the current one.

    Signals:
        changed(): other words are to be put in their place.
        all_wished(), one_wished(): replace.
    """

    changed = Signal()
    all_wished = Signal()
    one_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = WordsBox(theme, _("替换为；空着就是删去"), _("替换为"))
        self.one = PlainButton(theme, "")
        self.all = PrimaryButton(theme, "")
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.all)
        self._buttons.addWidget(self.one)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addLayout(self._buttons)
        self.box.rested.connect(self.changed)
        self.one.clicked.connect(self._wish_one)
        self.all.clicked.connect(self._wish_all)
        theme.changed.connect(self._style)
        self._style()
        self.show_counts(0, one=False)

    def show_counts(self, count: int, *, one: bool) -> None:
        """Say how many would be replaced, and whether there is a current one."""
        words = self.box.words
        self.all.setText((_("替换{count}处") if words else _("删去{count}处")).format(count=count))
        self.all.setEnabled(count > 0)
        self.one.setText(_("替换这一处") if words else _("删去这一处"))
        self.one.setEnabled(one)

    def _wish_one(self) -> None:
        self.box.tell()
        self.one_wished.emit()

    def _wish_all(self) -> None:
        self.box.tell()
        self.all_wished.emit()

    def _style(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("gap_8"))
        self._buttons.setSpacing(theme.size("gap_8"))
