"""What the clerk has chosen, kept in the store's settings: office, addressee, deadlines, looks, places."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from report.template import Deadline, ReportType
from storage import reading
from storage.errors import StorageError


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults.

    `deadlines` maps a deadline's id to month and day where the office's own differ from the type's; `person` signs the
    journal; `zoom` is a percentage; `scheme` is system, light or dark; `hints` tells whether the three first hints are
    still shown; `sample` is the id of the sample report; `last_place` is a RememberedPlace, `panel` the page that the
    side panel shows, `widths` what the clerk dragged (see ui.editor.areas), `folds` what was folded and opened
    (see ui.open_report), `checks_off` the ids of the rules that are not checked; `backup_folder` is the second folder
    of backups, "" for none, `told_missing` the day on which it was last said that it is not there; `export_files` are
    the formats of the last export by suffix, and "record", `export_note` whether the public copy was to say that it is
    published.
    """

    office: str = ""
    addressee: str = ""
    person: str = ""
    deadlines: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    export_folder: str = ""
    export_files: tuple[str, ...] = ("pdf",)
    export_note: bool = False
    scheme: str = "system"
    zoom: int = 100
    hints: bool = True
    sample: str = ""
    last_report: str = ""
    last_place: str = ""
    panel: str = ""
    widths: Mapping[str, int] = field(default_factory=dict[str, int])
    folds: Mapping[str, int] = field(default_factory=dict[str, int])
    window: str = ""
    checks_off: tuple[str, ...] = ()
    backup_folder: str = ""
    told_missing: str = ""


_OF_THIS_MACHINE = (
    *("export_folder", "export_files", "export_note", "scheme", "zoom", "hints", "panel", "widths", "window"),
    *("backup_folder", "told_missing"),
)


def read_settings(stored: Mapping[str, str]) -> Settings:
    """Settings from the store's texts (JSON each); what is unreadable or unknown takes its default."""
    known = {one.name: one for one in fields(Settings)}
    default = Settings()
    values: dict[str, Any] = {}
    for name, text in stored.items():
        if name not in known:
            continue
        try:
            value = json.loads(text)
        except ValueError:
            continue
        if name == "deadlines" and isinstance(value, dict):
            values[name] = {key: (int(day[0]), int(day[1])) for key, day in value.items() if len(day) == 2}
        elif name in ("widths", "folds") and isinstance(value, dict):
            values[name] = {key: width for key, width in value.items() if type(width) is int}
        elif name in ("checks_off", "export_files") and isinstance(value, list):
            values[name] = tuple(one for one in value if isinstance(one, str))
        elif type(value) is type(getattr(default, name)):
            values[name] = value
    return Settings(**values)


def write_settings(before: Settings, after: Settings) -> dict[str, str]:
    """The texts of the settings that differ."""
    old, new = asdict(before), asdict(after)
    return {name: json.dumps(value, ensure_ascii=False) for name, value in new.items() if old[name] != value}


def restored_settings(now: Settings, restored: Settings) -> Settings:
    """The settings after a restore: what the office wrote is the backup's, what belongs to this screen stays."""
    kept = {name: getattr(now, name) for name in _OF_THIS_MACHINE}
    return replace(restored, **kept, last_report="", last_place="")


def second_folder(folder: Path) -> Path | None:
    """The second folder of backups that the settings of a data folder name; None without one, or where none is read."""
    with suppress(StorageError):
        return folder_of(read_settings(reading.read_settings(folder)))
    return None


def folder_of(settings: Settings) -> Path | None:
    """The second folder of backups, None for none."""
    return Path(settings.backup_folder) if settings.backup_folder else None


def deadlines_of(report_type: ReportType, year: int, settings: Settings) -> list[tuple[Deadline, date]]:
    """The deadlines of a report with their days, the office's own where it has set them."""
    found: list[tuple[Deadline, date]] = []
    for deadline in report_type.deadlines:
        month, day = settings.deadlines.get(deadline.id, (deadline.month, deadline.day))
        try:
            found.append((deadline, date(year + 1, month, day)))
        except ValueError:
            found.append((deadline, deadline.of(year)))
    return found
