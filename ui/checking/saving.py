"""存清单: the list of what was found and ignored is saved beside the report's PDF."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from exports.errors import ExportError
from report.compose import Copy
from resources.i18n import _
from ui.checking.record import record
from ui.checking.watch import CheckState
from ui.context import Context
from ui.exporting import document_work, suggested_name
from ui.open_report import OpenReport
from ui.sentences import sentence


def save_record(of: Context, opened: OpenReport, state: CheckState, folder: Path) -> None:
    """Ask where to, then write the list as a PDF; say what went wrong."""
    usual = folder / suggested_name(opened.report, Copy.SUBMISSION).replace(".pdf", _("_体检清单") + ".pdf")
    name, _kind = QFileDialog.getSaveFileName(of.window, _("存体检清单"), str(usual), "PDF (*.pdf)")
    if not name:
        return
    path = Path(name)
    path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

    def failed(error: BaseException) -> None:
        if not isinstance(error, ExportError):
            raise error
        of.window.bars.warn(sentence(error))

    work = document_work(record(opened.type, state, of.who), path, state.moment)
    of.tasks.run(work, of.window.bars.show_exported, failed)
