"""The right side of the dialog: what a restore would change, and the reports of one backup."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from storage.records import Listing
from ui.backup_words import Told, change_sentences, title_of
from ui.backups.reading import Content, Row
from ui.days import moment_words
from ui.icons import Icons
from ui.parts.labels import ElidedLabel, Heading, Label, Small
from ui.parts.lines import Separator
from ui.parts.scroll import Scroll
from ui.start_page.cards import LIVES
from ui.theme import Theme
from ui.tokens import Token


class BackupContents(Scroll):
    """What is in one backup."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme, self._icons = theme, icons
        self._column = QVBoxLayout()
        self.told: tuple[Told, ...] = ()
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Nothing but a sentence."""
        self._begin()
        if words:
            self._column.addWidget(_wrapped(Label(self._theme, words, token="second")))
        self._end()

    def show_broken(self, row: Row, today: date) -> None:
        """That this one cannot be restored."""
        self._begin()
        self._head(row, today)
        self._column.addWidget(
            told_line(self._theme, self._icons, "should", "amber", _("这份备份不完整，不能恢复。请选别的备份。"))
        )
        self._end()

    def show_content(self, row: Row, content: Content, today: date) -> None:
        """What would change, then the reports."""
        self._begin()
        self._head(row, today)
        self._column.addWidget(Label(self._theme, _("恢复后"), bold=True))
        if content.changes is None:
            self._column.addWidget(
                told_line(self._theme, self._icons, "hint", "hint", _("现在的数据读不出来，恢复后就是下面这些报告。"))
            )
        else:
            self.told = change_sentences(content.changes, today)
            for one in self.told:
                self._column.addWidget(change_line(self._theme, self._icons, one))
            if not self.told:
                self._column.addWidget(
                    told_line(self._theme, self._icons, "done", "green", _("报告没有变化，现在的内容和这份备份一样。"))
                )
        self._column.addSpacing(self._theme.size("gap_8"))
        self._column.addWidget(Separator(self._theme))
        count = _("备份里的报告，共{count}份").format(count=len(content.reports))
        self._column.addWidget(Label(self._theme, count, bold=True))
        self._list(content.reports, today)
        self._end()

    def _head(self, row: Row, today: date) -> None:
        words = _("{moment}的备份").format(moment=moment_words(row.moment, today))
        self._column.addWidget(Heading(self._theme, words))

    def _add_line(self, icon: str, token: Token, words: str) -> None:
        self._column.addWidget(told_line(self._theme, self._icons, icon, token, words))

    def _list(self, reports: Sequence[Listing], today: date) -> None:
        for one in reports:
            lines = QVBoxLayout()
            lines.setSpacing(0)
            title = ElidedLabel(self._theme, "body")
            title.set_text(title_of(one))
            lines.addWidget(title)
            lines.addWidget(_wrapped(Small(self._theme, _listing_words(one, today))))
            self._column.addLayout(lines)

    def _begin(self) -> None:
        theme = self._theme
        self.told = ()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(theme.size("gap_24"), theme.size("gap_16"), theme.size("gap_24"), 0)
        self._column.setSpacing(theme.size("gap_8"))

    def _end(self) -> None:
        self._column.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._column)
        self.setWidget(inner)
        self.verticalScrollBar().setValue(0)


def change_line(theme: Theme, icons: Icons, told: Told) -> QWidget:
    """One change that a restore would make."""
    if told.is_loss:
        return told_line(theme, icons, "should", "amber", told.words)
    return told_line(theme, icons, "plus", "second", told.words)


def told_line(theme: Theme, icons: Icons, icon: str, token: Token, words: str) -> QWidget:
    """An icon with words that take as many lines as they need."""
    mark = QLabel()
    mark.setPixmap(icons.pixmap(icon, token))
    mark.setContentsMargins(0, theme.size("gap_2"), 0, 0)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.size("gap_8"))
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(_wrapped(Label(theme, words)), 1)
    return row


def _wrapped(label: Label) -> Label:
    label.setWordWrap(True)
    return label


def _listing_words(one: Listing, today: date) -> str:
    """Year, state, last change."""
    year = [_("{year}年度").format(year=one.year)] if one.year else []
    life = _("在回收站里") if one.trashed is not None else _(LIVES[one.state.value][0])
    changed = _("最后修改{moment}").format(moment=moment_words(one.changed, today))
    return _("，").join([*year, life, changed])
