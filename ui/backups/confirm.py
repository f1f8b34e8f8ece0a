"""Asks once before a restore, and repeats what it changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from resources.i18n import _
from storage.restoring import Restored
from ui.backup_words import Told
from ui.backups.contents import change_line
from ui.backups.reading import Row
from ui.days import moment_words
from ui.dialogs.base import Dialog
from ui.icons import Icons
from ui.mnemonics import with_mnemonic
from ui.parts.labels import Label
from ui.theme import Theme

_NAMED: Final = 8


class ConfirmDialog(Dialog):
    """Accepted when the backup is to be restored; `is_rescue` where the present data cannot be read."""

    def __init__(
        self,
        row: Row,
        changes: Sequence[Told],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
        *,
        is_rescue: bool = False,
    ) -> None:
        title = _("恢复到{moment}的备份？").format(moment=moment_of(row))
        super().__init__(theme, title, with_mnemonic(_("恢复"), "R"), parent, 520)
        for one in changes[:_NAMED]:
            self.body.addWidget(change_line(theme, icons, one))
        if len(changes) > _NAMED:
            self._add(_("另外还有{count}份报告有变化。").format(count=len(changes) - _NAMED))
        kept = _("现在的数据会先备份，恢复后可以撤销；已经损坏的留下原文件。")
        if is_rescue:
            kept = _("现在读不出来的数据文件也会留着，不会删掉。")
        self._add(_("单位名称等设置也回到那时。") + kept)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """High enough for all lines: a layout asks for their heights only when the width is known."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _add(self, words: str) -> None:
        label = Label(self.theme, words)
        label.setWordWrap(True)
        self.body.addWidget(label)


def is_confirmed(
    row: Row, changes: Sequence[Told], theme: Theme, icons: Icons, parent: QWidget | None, *, is_rescue: bool = False
) -> bool:
    """Whether the clerk wants this backup restored."""
    dialog = ConfirmDialog(row, changes, theme, icons, parent, is_rescue=is_rescue)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted


def moment_of(row: Row) -> str:
    """When a backup was made, in words."""
    return moment_words(row.moment, datetime.now().astimezone().date())


def restored_words(row: Row, done: Restored) -> str:
    """What was done; where the files of data lie that were too damaged to be backed up."""
    words = _("已恢复到{moment}的备份。").format(moment=moment_of(row))
    if done.aside is None:
        return words
    return words + _("原来的数据读不全，文件留在“{path}”。").format(path=done.aside)
