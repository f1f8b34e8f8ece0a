"""The dialog 备份与恢复: backups at the left, what is in one at the right."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.i18n import _
from storage.backups import backup_folder
from ui.backup_words import no_backup, second_missing
from ui.backups.contents import BackupContents
from ui.backups.list import BackupList
from ui.backups.model import BackupModel
from ui.backups.reader import BackupReader
from ui.backups.reading import Row
from ui.days import moment_words
from ui.dialogs.base import Dialog
from ui.icons import Icons
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.empty import EmptyState, Way
from ui.parts.labels import Label
from ui.parts.lines import Separator
from ui.storage_sentences import storage_sentence
from ui.theme import Theme

_WIDTH, _HEIGHT, _LEAST, _LIST = 940, 600, 640, 272


class BackupsDialog(Dialog):
    """Shows backups; whoever opened it has them read, and does what is wished.

    `is_rescue` is where the present data cannot be read: then nothing can be backed up, and the newest sound backup is
    looked for. `seeks_sound` does only the latter.

    Signals:
        restore_wished(Row, tuple): restore this backup; the tuple of Told says what would change.
        backup_wished(): back up now.
    """

    restore_wished = Signal(object, object)
    backup_wished = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        reader: BackupReader,
        parent: QWidget | None,
        *,
        notice: str = "",
        is_rescue: bool = False,
        seeks_sound: bool = False,
    ) -> None:
        super().__init__(theme, _("备份与恢复"), with_mnemonic(_("恢复到这一份…"), "R"), parent, _LEAST)
        self._icons, self._reader, self._is_rescue = icons, reader, is_rescue
        self._seeks_sound = seeks_sound or is_rescue
        self._row: Row | None = None
        self._is_working = False
        self.model = BackupModel(reader, self)
        self.list = BackupList(theme, icons, self.model)
        self.contents = BackupContents(theme, icons)
        self.notice, self.told = Label(theme, notice), Label(theme)
        self._shown = QStackedWidget()
        self._empty: QWidget = QWidget()
        self.backup_button = PlainButton(theme, with_mnemonic(_("现在备份"), "B"), icons, "save")
        self.folder_button = PlainButton(theme, with_mnemonic(_("打开备份文件夹"), "O"), icons, "folder")
        self._arrange()
        self.backup_button.clicked.connect(self.backup_wished)
        self.folder_button.clicked.connect(self._open_folder)
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._wish_restore)
        self.list.chosen.connect(self._look_at)
        reader.listed.connect(self._show_shelf)
        reader.told.connect(self._take)
        reader.found_sound.connect(self._choose_sound)
        self.finished.connect(reader.end)
        self._enable()

    def tell(self, words: str) -> None:
        """Say what became of a wish, below the list; "" takes it away."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def set_working(self, words: str) -> None:
        """Something is being done that must not be disturbed; "" when it is over."""
        self._is_working = bool(words)
        self.tell(words)
        self._enable()

    def forget_choice(self) -> None:
        """Choose the newest when the list is shown anew."""
        self._row, self._seeks_sound = None, False

    def reject(self) -> None:
        """Esc and the cross do nothing while a backup is being restored."""
        if not self._is_working:
            super().reject()

    def _arrange(self) -> None:
        theme = self.theme
        for label in (self.notice, self.told):
            label.setWordWrap(True)
            label.setVisible(bool(label.text()))
        self.cancel_button.setText(_("退出") if self._is_rescue else _("关闭"))
        self.backup_button.setVisible(not self._is_rescue)
        self.note.hide()
        self.foot.insertWidget(0, self.backup_button)
        self.foot.insertWidget(1, self.folder_button)
        self.foot.insertStretch(2, 1)
        self.list.setFixedWidth(theme.px(_LIST))
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Separator(theme, Qt.Orientation.Vertical))
        row.addWidget(self.contents, 1)
        self._shown.addWidget(pair)
        self._shown.addWidget(self._empty)
        self.body.addWidget(self.notice)
        self.body.addWidget(Separator(theme))
        self.body.addWidget(self._shown, 1)
        self.body.addWidget(self.told)
        room = self.screen().availableGeometry().size()
        width = min(theme.px(_WIDTH), room.width() * 15 // 16)
        self.resize(width, min(theme.px(_HEIGHT), room.height() * 7 // 8))

    def _show_shelf(self) -> None:
        shelf, path = self._reader.shelf, self._row.path if self._row is not None else None
        self.model.show_rows(shelf.rows, _today())
        if shelf.missing is not None and not self.told.text():
            self.tell(second_missing(shelf.missing))
        if not shelf.rows:
            self._show_empty()
            return
        self._shown.setCurrentIndex(0)
        self.backup_button.setVisible(not self._is_rescue)
        again = self.model.place_of(path) if path is not None else self.model.index(-1)
        if again.isValid():
            self.list.choose(again)
        elif self._seeks_sound:
            self.contents.show_words(_("正在找最新的完好备份…"))
            self._reader.seek_sound()
        else:
            self.list.choose(self.model.first())

    def _show_empty(self) -> None:
        theme, shelf = self.theme, self._reader.shelf
        self._shown.removeWidget(self._empty)
        self._empty.deleteLater()
        ways: tuple[Way, ...] = ()
        if shelf.failure is not None:
            words = "warning", _("备份文件夹读不了"), storage_sentence(shelf.failure)
        elif self._is_rescue:
            words = "warning", _("没有备份"), no_backup(self._reader.folder)
        else:
            words = "archive", _("还没有备份"), _("备份是全部报告和设置的一份完整副本，打开和关闭程序时会自动做。")
            detail = _("把现在的全部数据存一份，以后可以恢复到这一刻。")
            ways = (Way("save", _("现在备份"), detail, _("备份"), self.backup_wished.emit),)
        self._empty = QWidget()
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EmptyState(theme, self._icons, *words, ways))
        column.addStretch(1)
        self._shown.addWidget(self._empty)
        self._shown.setCurrentWidget(self._empty)
        self.backup_button.setVisible(shelf.failure is not None and not self._is_rescue)
        self._row = None
        self._enable()

    def _look_at(self, row: Row | None) -> None:
        self._row = row
        self._show_row()
        self._reader.look_at(row)

    def _choose_sound(self, row: Row | None) -> None:
        if self._row is not None:  # the clerk has chosen one meanwhile
            return
        if row is not None:
            self.list.choose(self.model.place_of(row.path))
        else:
            self.contents.show_words(no_backup(self._reader.folder))

    def _take(self, path: Path) -> None:
        if self._row is not None and path == self._row.path:
            self._show_row()

    def _show_row(self) -> None:
        row = self._row
        if row is not None:
            content = self._reader.content(row.path)
            if self._reader.is_broken(row.path):
                self.contents.show_broken(row, _today())
            elif content is None:
                self.contents.show_words(_("正在读…"))
            else:
                self.contents.show_content(row, content, _today())
        self._enable()

    def _enable(self) -> None:
        row, reader = self._row, self._reader
        may = row is not None and reader.content(row.path) is not None and not reader.is_broken(row.path)
        self.accept_button.setEnabled(may and not self._is_working)
        self.accept_button.setVisible(bool(reader.shelf.rows))
        for button in (self.backup_button, self.cancel_button, self.list):
            button.setEnabled(not self._is_working)

    def _wish_restore(self) -> None:
        if self._row is not None:
            self.restore_wished.emit(self._row, self.contents.told)

    def _open_folder(self) -> None:
        folder = self._row.path.parent if self._row is not None else backup_folder(self._reader.folder)
        shown = folder if folder.is_dir() else self._reader.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))


def working_words(row: Row) -> str:
    """What is said while a backup is restored."""
    return _("正在恢复到{moment}的备份，请不要关机…").format(moment=moment_words(row.moment, _today()))


def _today() -> date:
    return datetime.now().astimezone().date()
