"""What the start page shows of a report."""

from dataclasses import dataclass
from datetime import datetime

from ui.editor.states import State


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report: how it is named, how far it is, when it was last saved. `life` is a `storage.records.State`."""

    id: str
    year: int | None
    office: str
    title: str
    life: str
    parts: tuple[tuple[str, State], ...]
    changed: datetime
    archived: bool = False
    trashed: bool = False
