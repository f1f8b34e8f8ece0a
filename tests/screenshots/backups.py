"""Pictures of 备份与恢复: the dialog, empty, in the first window, the question, the bars."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog

from report import edits
from report.report import Report
from storage.backups import Reason, back_up
from storage.errors import Damaged
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.second import back_up_twice
from storage.store import Store
from storage.verifying import Damage, Harm
from ui.application import Application
from ui.backup_words import second_missing
from ui.backups.confirm import ConfirmDialog
from ui.backups.dialog import BackupsDialog
from ui.backups.first_window import FirstWindow
from ui.backups.reader import BackupReader
from ui.library import begin_report
from ui.tasks import Tasks

_WHEN = (
    (9, Reason.CLOSE),
    (4, Reason.IMPORT),
    (2, Reason.RESTORE),
    (2, Reason.CLOSE),
    (1, Reason.START),
    (1, Reason.CLOSE),
    (0, Reason.START),
    (0, Reason.ASKED),
)
"""Days ago and reasons."""


def fill(folder: Path, second: Path, report: Report, other: Report) -> None:
    """A data folder with backups of several days; the second one is broken."""
    now = datetime.now().astimezone().replace(hour=17, minute=32)
    with FolderLock.take(folder) as lock:
        store = Store(lock)
        store.create(report, "甲")
        for number, (days, reason) in enumerate(_WHEN):
            moment = now - timedelta(days=days, hours=8 - number)
            store.save(edits.set_front(report, "document_number", f"第{number}稿"), "甲", "修改文号")
            made = back_up(folder, reason, moment)
            if number == len(_WHEN) - 3 and made is not None:
                made.path.write_bytes(made.path.read_bytes()[:5000])
            if number == len(_WHEN) - 1:
                back_up_twice(folder, reason, moment, second)
        for number in range(37):
            store.save(edits.set_front(report, "document_number", f"又{number}稿"), "甲", "修改文号")
        store.create(other, "甲")
        store.close()


def backup_dialogs(program: Application, wait: Callable[[Callable[[], bool]], None]) -> Iterator[tuple[str, QDialog]]:
    """Each dialog, filled and shown; the caller takes the picture."""
    types = program.context.types
    report = program.window.report
    assert report is not None
    other = begin_report(types[0], 2025, "青溪县水利局", "县人民政府")
    theme, icons, window = program.theme, program.icons, program.window
    with TemporaryDirectory() as name:
        tasks = Tasks()
        second = Path(name) / "U盘"
        second.mkdir()
        folder = data_folder(str(Path(name) / "数据"))
        reader = BackupReader(folder, lambda: second, tasks)
        dialog = BackupsDialog(theme, icons, reader, window)
        dialog.show()
        fit(dialog, program)
        reader.load()
        wait(lambda: bool(dialog._shown.currentIndex()))
        yield "backups-none", dialog
        dialog.close()
        fill(folder, second, report, other)
        reader = BackupReader(folder, lambda: second, tasks)
        dialog = BackupsDialog(theme, icons, reader, window)
        dialog.show()
        fit(dialog, program)
        reader.load()
        wait(lambda: dialog.accept_button.isEnabled() and all(reader.is_read(one.path) for one in reader.shelf.rows))
        yield "backups", dialog
        broken = next(one for one in reader.shelf.rows if reader.is_broken(one.path))
        row, told = reader.shelf.rows[0], dialog.contents.told
        dialog.list.choose(dialog.model.place_of(broken.path))
        dialog.tell(second_missing("/media/张三/U盘"))
        yield "backups-broken", dialog
        dialog.close()
        confirm = ConfirmDialog(row, told, theme, icons, window)
        confirm.show()
        yield "backups-confirm", confirm
        confirm.close()
        yield from _first(program, folder, wait)
        tasks.close()


def fit(dialog: QDialog, program: Application) -> None:
    """As large as on the screen of the look; the offscreen one is smaller."""
    theme, room = program.theme, program.window.size()
    dialog.resize(min(theme.px(940), room.width() * 15 // 16), min(theme.px(600), room.height() * 7 // 8))


def _first(
    program: Application, folder: Path, wait: Callable[[Callable[[], bool]], None]
) -> Iterator[tuple[str, QDialog]]:
    """The first window with and without a backup."""
    database(folder).write_bytes(database(folder).read_bytes()[:5000])
    error = Damaged(database(folder), "")
    for name in ("backups-first", "backups-first-none"):
        with FolderLock.take(folder) as lock:
            first = FirstWindow(folder, lock, error, program.theme, program.icons)
            first.dialog.show()
            fit(first.dialog, program)
            wait(lambda one=first: one.dialog.accept_button.isEnabled() or bool(one.dialog._shown.currentIndex()))
            yield name, first.dialog
            first.dialog.close()
            first.end()
        for path in folder.glob("backups/*"):
            path.unlink()


def damages(report: Report) -> tuple[Damage, ...]:
    """What is wrong with a report."""
    return (Damage(Harm.CHANGED, "block", report.id), Damage(Harm.CHANGED, "value", report.id))
