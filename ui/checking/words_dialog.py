"""The office's own wrong words, edited as in a sheet."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.checking.office_words import HEAD, Rows
from report.template import Column
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.fields.grid.editor import GridEditor
from ui.fields.grid.history import History
from ui.icons import Icons
from ui.parts.labels import Label, Small
from ui.parts.scroll import Scroll
from ui.theme import Theme

_WIDTH, _HEIGHT = 760, 560


class WordsDialog(Dialog):
    """Accepted with `rows`: the words as edited."""

    def __init__(
        self, rows: Sequence[Sequence[str]], file: Path, theme: Theme, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(theme, _("本单位错词表"), _("保存"), parent, _WIDTH)
        words = Label(theme, _("体检会找左边的词，改成右边的。右边空着，就只提示不要用。"))
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.grid = GridEditor(theme, icons, [Column(f"c{at}", label) for at, label in enumerate(HEAD)])
        self.grid.show_cells(tuple(tuple(row) for row in rows))
        self.history = History(self.grid)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.size("scroll_bar"), 0)
        column.addWidget(self.grid)
        column.addStretch(1)
        scroll = Scroll(theme)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(
            Small(theme, _("存在“{file}”里，可以用WPS表格打开，也可以拷给别的单位。").format(file=file))
        )
        # Enter and Esc belong to the cells: neither may close the dialog from within them.
        self.accept_button.setDefault(False)
        self._first = self.rows
        self.grid.view.setFocus()
        room = self.screen().availableSize() - QSize(theme.size("gap_48"), theme.size("gap_48"))
        self.resize(QSize(theme.px(_WIDTH), theme.px(_HEIGHT)).boundedTo(room))

    @property
    def rows(self) -> Rows:
        """The rows that name a wrong word."""
        self.grid.finish()
        cells = ((*(cell.strip() for cell in row), *[""] * len(HEAD))[: len(HEAD)] for row in self.grid.cells())
        return tuple(row for row in cells if row[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is as it was; what was changed stays, and the foot says how to leave it."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self.rows != self._first:
            self.note.setText(_("改过了。要丢掉改动，点“取消”。"))
            return
        super().keyPressEvent(event)
