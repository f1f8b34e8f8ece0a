"""What is done with backups while the window is open: look at them, make one, restore one, undo that.

While a backup is restored the open report is held: nothing of it is saved any more. When the data are others its
session ends without being saved; when the restore fails it goes on as it was.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from report.errors import ReportError
from resources.i18n import _
from storage.backups import Backup, Reason, back_up
from storage.errors import StorageError
from storage.lock import FolderLock
from storage.records import Listing
from storage.restoring import Restored, restore
from storage.second import Made, back_up_twice
from ui.backup_words import Told, second_failed, second_missing
from ui.backups.confirm import is_confirmed, restored_words
from ui.backups.dialog import BackupsDialog, working_words
from ui.backups.reader import BackupReader
from ui.backups.reading import Row
from ui.context import Context
from ui.fields.base import finish_typing
from ui.sentences import sentence
from ui.session import Session
from ui.settings import folder_of, read_settings, restored_settings
from ui.status_line import clock
from ui.tasks import Tasks, let_events_pass

if TYPE_CHECKING:
    from storage.store import Store


@dataclass(frozen=True, slots=True)
class _Restoring:
    """A restore under way: what is restored, how it is told, what was open."""

    path: Path
    words: Callable[[Restored], str]
    session: Session | None
    dialog: BackupsDialog | None
    is_undo: bool = False


class BackupFlow(QObject):
    """The one that opens the dialog.

    Signals:
        restoring(): the database is about to be replaced; whoever reads it beside the window stops.
    """

    restoring = Signal()

    def __init__(
        self,
        context: Context,
        show_listings: Callable[[Sequence[Listing]], None],
        open_report: Callable[[str], None],
    ) -> None:
        super().__init__(context.window)
        self._of, self._show_listings, self._open_report = context, show_listings, open_report
        self._tasks = Tasks(self)
        self._is_restoring = False
        self.dialog: BackupsDialog | None = None

    def show(self, *, seeks_sound: bool = False) -> None:
        """Open the dialog; with `seeks_sound` at the newest backup that is sound."""
        if self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible():
            return
        context = self._of
        reader = BackupReader(context.archive.folder, lambda: folder_of(context.settings), self._tasks)
        dialog = BackupsDialog(context.theme, context.icons, reader, context.window, seeks_sound=seeks_sound)
        reader.setParent(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.backup_wished.connect(lambda: self._back_up(dialog, reader))
        dialog.restore_wished.connect(lambda row, changes: self._wish(dialog, row, changes))
        self.dialog = dialog
        self._after_saving(reader.load)
        dialog.open()

    def end(self) -> None:
        """Wait for what is being read."""
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.close()
        self._tasks.close()

    def _after_saving(self, act: Callable[[], None]) -> None:
        """Save what is typed, and act when that is done, whether it could be or not."""
        finish_typing()
        self._of.window.flush()
        nothing = self._of.archive.do(lambda _store: None)
        self._of.tasks.follow(nothing, lambda _done: act(), lambda _error: act())

    # Back up

    def _back_up(self, dialog: BackupsDialog, reader: BackupReader) -> None:
        folder, second = self._of.archive.folder, folder_of(self._of.settings)
        dialog.set_working(_("正在备份…"))

        def work() -> Made:
            return back_up_twice(folder, Reason.ASKED, datetime.now(UTC), second)

        def done(made: Made) -> None:
            dialog.set_working("")
            dialog.tell(_made_words(made, second))
            if made.first is not None:
                dialog.forget_choice()
            reader.load()

        def failed(error: BaseException) -> None:
            dialog.set_working("")
            self._tell_failure(error, dialog)

        self._after_saving(lambda: self._tasks.run(work, done, failed))

    # Restore

    def _wish(self, dialog: BackupsDialog, row: Row, changes: Sequence[Told]) -> None:
        if is_confirmed(row, changes, self._of.theme, self._of.icons, dialog):
            self._restore(row.path, lambda done: restored_words(row, done), dialog, working_words(row))

    def _undo(self, backup: Backup) -> None:
        self._restore(backup.path, lambda _done: _("已撤销恢复，数据和恢复前一样。"), None, "", is_undo=True)

    def _restore(
        self,
        path: Path,
        words: Callable[[Restored], str],
        dialog: BackupsDialog | None,
        working: str,
        *,
        is_undo: bool = False,
    ) -> None:
        """Save, hold what is open, restore; then show what is there now."""
        if self._is_restoring:
            return
        session = self._of.window.session
        finish_typing()
        if session is not None and not session.autosave.settle(let_events_pass):
            self._tell_unsaved(session, dialog)
            return
        self._is_restoring = True
        if session is not None:
            session.autosave.hold()
        self.restoring.emit()
        if dialog is not None:
            dialog.set_working(working)
        else:  # no dialog keeps the clerk from the window
            self._of.window.centralWidget().setEnabled(False)
        one = _Restoring(path, words, session, dialog, is_undo)
        second = folder_of(self._of.settings)
        future = self._of.archive.while_closed(lambda lock: _restore_closed(lock, path, second))
        self._of.tasks.follow(future, lambda done: self._restored(one, done), lambda error: self._failed(one, error))

    def _restored(self, one: _Restoring, done: Restored) -> None:
        window = self._of.window
        self._end_working(one)
        window.bars.withdraw_notice()
        shown = ""
        if one.session is not None and window.session is one.session:
            shown = one.session.opened.report.id
            window.show_start()
        if one.dialog is not None:
            one.dialog.accept()
        self._of.ask(_all_anew, lambda found: self._show_anew(one, done, shown, *found))

    def _show_anew(
        self, one: _Restoring, done: Restored, shown: str, texts: dict[str, str], listings: Sequence[Listing]
    ) -> None:
        """Nothing that was read before the restore is shown on."""
        before, restored = self._of.settings, read_settings(texts)
        self._of.settings = restored
        self._of.keep(restored_settings(before, restored))
        self._show_listings(listings)
        if any(each.id == shown and each.trashed is None for each in listings):
            self._open_report(shown)
        elif self._of.window.session is None:
            self._of.window.show_start()
        undo = done.undo
        ways = [(_("撤销恢复"), lambda: self._undo(undo))] if undo is not None and not one.is_undo else []
        self._of.window.bars.tell(one.words(done), ways)

    def _failed(self, one: _Restoring, error: BaseException) -> None:
        """Nothing has changed: the open report goes on."""
        self._end_working(one)
        if one.session is not None:
            one.session.autosave.release()
        self._tell_failure(error, one.dialog)

    def _end_working(self, one: _Restoring) -> None:
        self._is_restoring = False
        self._of.window.centralWidget().setEnabled(True)
        if one.dialog is not None:
            one.dialog.set_working("")

    # Tell

    def _tell_unsaved(self, session: Session, dialog: BackupsDialog | None) -> None:
        error = session.autosave.state.error
        why = sentence(error) if error is not None else ""
        self._tell(_("最近的修改还没有存上，先不恢复。") + why, dialog)

    def _tell_failure(self, error: BaseException, dialog: BackupsDialog | None) -> None:
        if not isinstance(error, ReportError | StorageError):
            raise error
        self._tell(sentence(error), dialog)

    def _tell(self, words: str, dialog: BackupsDialog | None) -> None:
        if dialog is not None:
            dialog.tell(words)
        self._of.window.bars.warn(words)


def _restore_closed(lock: FolderLock, path: Path, second: Path | None) -> Restored:
    """Restore; the second folder gets what is there now, too, where it can."""
    now = datetime.now(UTC)
    if second is not None:
        with suppress(StorageError, OSError):
            if second.is_dir():
                back_up(lock.folder, Reason.RESTORE, now, second)
    return restore(lock, path, now)


def _all_anew(store: "Store") -> tuple[dict[str, str], tuple[Listing, ...]]:
    return store.settings(), store.reports()


def _made_words(made: Made, second: Path | None) -> str:
    done = _("没有变化，最近的备份就是现在的内容。")
    if made.first is not None:
        done = _("已备份，{time}。").format(time=clock(made.first.moment))
    if made.is_missing and second is not None:
        return done + second_missing(second)
    return done + second_failed(second) if made.failure is not None and second is not None else done
