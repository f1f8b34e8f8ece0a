"""One open report with all that belongs to it: hub, autosave, workplace, what it was imported from."""

from dataclasses import dataclass

from storage.records import SourceText
from ui.autosave import Autosave
from ui.editor.workplace import Workplace
from ui.open_report import OpenReport


@dataclass(frozen=True, slots=True)
class Session:
    """What exists while a report is open."""

    opened: OpenReport
    autosave: Autosave
    workplace: Workplace
    source: SourceText | None = None
