"""The first window where the data cannot be read: a backup is restored, or the program ends."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from storage.errors import StorageError
from storage.lock import FolderLock
from storage.restoring import Restored, restore
from ui.backup_words import Told
from ui.backups.confirm import is_confirmed, restored_words
from ui.backups.dialog import BackupsDialog, working_words
from ui.backups.reader import BackupReader
from ui.backups.reading import Row
from ui.icons import Icons
from ui.storage_sentences import storage_sentence
from ui.tasks import Tasks
from ui.theme import Theme


class Rescued(NamedTuple):
    """What was restored."""

    row: Row
    done: Restored

    @property
    def words(self) -> str:
        """What to tell in the window that opens then."""
        return restored_words(self.row, self.done)


class FirstWindow(QObject):
    """Restores without a store. The lock is held and stays so."""

    def __init__(self, folder: Path, lock: FolderLock, error: StorageError, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._lock, self._theme, self._icons = lock, theme, icons
        self._tasks = Tasks(self)
        self.rescued: Rescued | None = None
        self.reader = BackupReader(folder, lambda: None, self._tasks, self)
        notice = storage_sentence(error)
        self.dialog = BackupsDialog(theme, icons, self.reader, None, notice=notice, is_rescue=True)
        self.dialog.restore_wished.connect(self._wish)
        self.reader.load()

    def run(self) -> Rescued | None:
        """Show it until a backup is restored or the clerk ends the program: then None."""
        self.dialog.exec()
        self.end()
        return self.rescued

    def end(self) -> None:
        """Wait for what is being read."""
        self.reader.end()
        self._tasks.close()
        self.dialog.deleteLater()

    def _wish(self, row: Row, changes: tuple[Told, ...]) -> None:
        if not is_confirmed(row, changes, self._theme, self._icons, self.dialog, is_rescue=True):
            return
        self.dialog.set_working(working_words(row))
        self._tasks.run(
            lambda: restore(self._lock, row.path, datetime.now(UTC)),
            lambda done: self._restored(Rescued(row, done)),
            self._failed,
        )

    def _restored(self, rescued: Rescued) -> None:
        self.rescued = rescued
        self.dialog.set_working("")
        self.dialog.accept()

    def _failed(self, error: BaseException) -> None:
        self.dialog.set_working("")
        if not isinstance(error, StorageError):
            raise error
        self.dialog.tell(storage_sentence(error))
