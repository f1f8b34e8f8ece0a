"""生成诊断包 in the window: read on the worker, shown, then written where the clerk says."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from exports.errors import ExportError
from exports.files import write_whole
from resources.i18n import _
from ui.bars import open_path
from ui.context import Context
from ui.diagnosis import Packed, diagnosis, packed, suggested_package
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.sentences import sentence


class Diagnosing:
    """One package."""

    def __init__(self, context: Context) -> None:
        self._of = context

    def begin(self) -> None:
        """Gather what will be in it; all rows of the data are read for that."""
        folder, facts = self._of.archive.folder, window_facts()
        self._of.window.bars.tell(_("正在整理诊断内容…"))
        self._of.tasks.run(lambda: diagnosis(folder, facts), self.show, self._of.tell_failure)

    def show(self, entries: tuple[Packed, ...]) -> None:
        """Show it, and write it when the clerk agrees."""
        self._of.window.bars.stack.remove("message")
        dialog = DiagnosisDialog(entries, self._of.theme, self._of.window)
        if dialog.exec():
            name, _kind = QFileDialog.getSaveFileName(
                self._of.window, _("诊断包"), str(_desktop() / suggested_package(datetime.now(UTC))), "ZIP (*.zip)"
            )
            if name:
                self.write(Path(name), entries)

    def write(self, path: Path, entries: tuple[Packed, ...]) -> None:
        """Write the package and say where it is."""
        target = path if path.suffix else path.with_suffix(".zip")
        try:
            write_whole(target, packed(entries))
        except ExportError as error:
            self._of.window.bars.warn(sentence(error))
            return
        ways = [(_("打开文件夹"), lambda: open_path(str(target.parent)))]
        self._of.window.bars.tell(_("诊断包存在“{name}”。").format(name=target.name), ways)


def window_facts() -> dict[str, str]:
    """What only the window knows: Qt's platform, the screens."""
    screens = [
        f"{one.size().width()}×{one.size().height()} ×{one.devicePixelRatio():g}" for one in QGuiApplication.screens()
    ]
    return {"platform": QGuiApplication.platformName(), "screens": " / ".join(screens)}


def _desktop() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation) or Path.home())
