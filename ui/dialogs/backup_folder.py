"""The second folder of backups in the settings: which one, and whether it is worth anything."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.i18n import _
from storage.backups import backup_folder
from storage.errors import StorageError
from storage.second import is_same_disk, own_folder
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.labels import Label
from ui.storage_sentences import storage_sentence
from ui.theme import Theme


class BackupFolderRow(QWidget):
    """Shows the folder; it is chosen and cleared."""

    def __init__(self, chosen: str, data: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self.path = QLineEdit(chosen)
        self.path.setReadOnly(True)
        self.path.setPlaceholderText(_("没有选，备份只存在数据文件夹里"))
        self.path.setAccessibleName(_("第二备份文件夹"))
        self.choose_button = PlainButton(theme, with_mnemonic(_("选择…"), "C"))
        self.clear_button = PlainButton(theme, with_mnemonic(_("清除"), "L"))
        self.hint = Label(theme, "", "small", "second")
        self.hint.setWordWrap(True)
        self.choose_button.clicked.connect(self._choose)
        self.clear_button.clicked.connect(lambda: self.show_folder(""))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self.path, self.choose_button, self.clear_button):
            row.addWidget(widget, int(widget is self.path))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        column.addWidget(self.hint)
        self.setFocusProxy(self.choose_button)
        self.show_folder(chosen)

    @property
    def folder(self) -> str:
        """The folder, "" for none."""
        return self.path.text()

    def show_folder(self, folder: str) -> None:
        """Show a folder, and what is to be said of it."""
        self.path.setText(folder)
        self.clear_button.setEnabled(bool(folder))
        words = _("每次备份都在这里另存一份，例如U盘或另一块硬盘；U盘拔了也不影响使用。")
        warned = bool(folder) and is_same_disk(Path(folder), self._data)
        if warned:
            words = _("这个文件夹和数据在同一块磁盘上，磁盘坏了会一起坏。最好选U盘或另一块硬盘。")
        self._tell(words, warned=warned)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("第二备份文件夹"), self.folder or str(Path.home()))
        if not name:
            return
        if Path(name) in (self._data, backup_folder(self._data)):
            self._tell(_("备份本来就存在这里，请选别的文件夹。"), warned=True)
            return
        try:
            self.show_folder(str(own_folder(Path(name))))
        except StorageError as error:
            self._tell(storage_sentence(error), warned=True)

    def _tell(self, words: str, *, warned: bool) -> None:
        self.hint.setText(words)
        self.hint.set_token("amber" if warned else "second")
        self.path.setAccessibleDescription(words)
