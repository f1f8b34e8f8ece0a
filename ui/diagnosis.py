"""诊断包: what whoever maintains the program needs to know, and nothing that was written in a report. No Qt.

Each entry is shown before it is packed. Names of people, offices and folders are left out; the user's own folder is ~.
"""

import io
import platform
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from resources.i18n import N_, _
from storage.backups import backup_folder, backups
from storage.census import census
from storage.errors import StorageError
from storage.location import database
from storage.reading import read_settings
from storage.verifying import verify
from ui.commands.version import version_text
from ui.fault_log import FOLDER as LOG
from ui.settings import Settings
from ui.settings import read_settings as settings_of

_TOLD: Final = ("scheme", "zoom", "hints", "panel", "window", "widths", "checks_off")
"""Settings that say nothing of the office; of the others only whether they are set."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MOST_LOG: Final = 200_000


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of the package: its name, a sentence on what it is, its text."""

    name: str
    what: str
    text: str


def diagnosis(folder: Path, facts: Mapping[str, str] | None = None, home: Path | None = None) -> tuple[Packed, ...]:
    """All entries for a data folder; `facts` are what only the window knows.

    What cannot be read is said in its entry: none of them is missing.
    """
    made: tuple[tuple[str, str, Callable[[], Iterator[str]]], ...] = (
        ("版本.txt", N_("程序、组件和系统的版本"), lambda: _versions(facts or {})),
        ("数据状况.txt", N_("数据文件多大、各表多少行、核对结果，没有内容"), lambda: _data(folder)),
        ("备份.txt", N_("各份备份的名称和大小"), lambda: _backups(folder)),
        ("设置.txt", N_("界面设置；单位、姓名、文件夹只写有没有填"), lambda: _settings(folder)),
        ("日志.txt", N_("出错的位置，没有报告文字"), lambda: _logs(folder)),
    )
    own = str(home or Path.home())
    return tuple(Packed(name, _(what), _lines(lines).replace(own, "~")) for name, what, lines in made)


def packed(entries: tuple[Packed, ...]) -> bytes:
    """The package as a zip; equal entries give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in entries:
            info = zipfile.ZipInfo(one.name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, one.text.encode("utf-8", "replace"))
    return out.getvalue()


def suggested_package(now: datetime) -> str:
    """呈报诊断-20260119-1034.zip."""
    return _("呈报诊断") + f"-{now.astimezone():%Y%m%d-%H%M}.zip"


def _lines(lines: Callable[[], Iterator[str]]) -> str:
    found: list[str] = []
    try:
        found.extend(lines())
    except (StorageError, OSError, ValueError) as error:
        found.append(_("读不出来：{what}").format(what=type(error).__name__))
    return "\n".join(found) + "\n"


def _versions(facts: Mapping[str, str]) -> Iterator[str]:
    yield version_text()
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield from (f"{name}：{value}" for name, value in facts.items())


def _data(folder: Path) -> Iterator[str]:
    path = database(folder)
    found = census(path)
    if found.schema is None:
        yield _("没有数据文件。")
        return
    yield _("第{schema}版").format(schema=found.schema)
    yield from (f"{end}\t{size}" for end, size in found.sizes)
    yield from (f"{name}\t{rows}" for name, rows in found.rows)
    verdict = verify(path)
    whole = _("完好") if verdict.is_sound else _("有损坏")
    yield _("核对：{rows}行，{verdict}，{seconds:.1f}秒").format(
        rows=verdict.rows, verdict=whole, seconds=verdict.seconds
    )
    yield from (f"{one.harm.value}\t{one.table}" for one in verdict.damages)


def _backups(folder: Path) -> Iterator[str]:
    found = backups(backup_folder(folder))
    yield from (f"{one.path.name}\t{one.path.stat().st_size}" for one in found)
    if not found:
        yield _("还没有备份。")


def _settings(folder: Path) -> Iterator[str]:
    found, empty = settings_of(read_settings(folder)), Settings()
    for name in Settings.__dataclass_fields__:
        value = getattr(found, name)
        told = value if name in _TOLD else _("已填") if value != getattr(empty, name) else _("没有填")
        yield f"{name}\t{told}"


def _logs(folder: Path) -> Iterator[str]:
    files = sorted((folder / LOG).glob("*.log*")) if (folder / LOG).is_dir() else []
    for one in files:
        yield f"—— {one.name}"
        yield one.read_bytes()[-_MOST_LOG:].decode("utf-8", "replace").rstrip("\n")
    if not files:
        yield _("没有出过错。")
