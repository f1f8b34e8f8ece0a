"""Pictures of what the window says of each fault of the store: `python -m tests.screenshots.faults FOLDER`.

Each stands in the red bar of a failed save; those that keep the window from opening, in its box.
"""

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from storage import errors
from storage.errors import Holder, StorageError
from storage.location import data_folder
from storage.lock import FolderLock
from ui.application import Application, make_qt
from ui.autosave import SaveState, Saving
from ui.storage_sentences import storage_sentence

DATA = Path("/数据/呈报/chengbao.db")
SAVING: tuple[StorageError, ...] = (
    errors.DiskFull(DATA),
    errors.ReadOnly(DATA),
    errors.Vanished(DATA),
    errors.InputOutput(DATA, "disk I/O error"),
    errors.Damaged(DATA, "malformed"),
    errors.CannotOpen(DATA, "no-right"),
    errors.Unexpected(DATA, "RuntimeError"),
)
STARTING: tuple[StorageError, ...] = (
    errors.Locked(DATA.parent, Holder(4711, "bangongshi-2", "张三", None)),
    errors.Newer(DATA, 9, 4),
    errors.NotOurs(DATA),
    errors.CannotOpen(DATA, "no-locks"),
    errors.UnsoundBackup(DATA.with_name("chengbao-000012-20260115T091400Z-close.db"), ""),
)


def main(folder: Path) -> None:
    """Write a picture of each."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_qt()
    with tempfile.TemporaryDirectory() as name:
        data = data_folder(Path(name) / "数据")
        program = Application(data, FolderLock.take(data))
        program.start()
        program.window.resize(1366, 696)
        program.controller.open_sample()
        while program.window.session is None:
            app.processEvents()
        now = datetime.now(UTC)
        for error in SAVING:
            state = SaveState(Saving.FAILED, now - timedelta(minutes=2), now - timedelta(minutes=1), 3, error)
            program.window.bars.show_failure(state)
            program.window.status.show_state(state)
            QTest.qWait(200)
            program.window.grab().copy(0, 0, program.window.width(), program.window.height() // 3).save(
                str(folder / f"fault-{type(error).__name__}.png")
            )
        for error in STARTING:
            box = QMessageBox(QMessageBox.Icon.Critical, "呈报", storage_sentence(error))
            box.show()
            QTest.qWait(100)
            box.grab().save(str(folder / f"fault-{type(error).__name__}-start.png"))
            box.close()
        program.window.may_close = lambda: True
        program.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots"))
