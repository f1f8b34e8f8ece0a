"""`verify`, `backup`, `backups` and `restore`: that the data are as they were written, and stay to be had."""

import json
import os
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from resources.i18n import _
from storage.backups import Backup, Reason, backup_folder, backups, contents
from storage.errors import NoBackup, StorageError
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.restoring import restore
from storage.second import Made, back_up_twice
from storage.verifying import verify
from ui.backup_words import REASONS, second_missing
from ui.commands.failure import CommandFailure
from ui.commands.output import complain, tell
from ui.harms import harm_sentence
from ui.settings import second_folder
from ui.storage_sentences import storage_sentence

_GENTLE: Final = 10
_Answer = TypeVar("_Answer")


def run_verify(options: Namespace) -> int:
    """Read all that is stored and say whether it is as it was written; 1 when it is not. Raises CommandFailure."""
    _go_gently(options)
    verdict = _told(lambda: verify(database(data_folder(options.data))))
    if options.json:
        damages = [
            {"harm": one.harm.value, "table": one.table, "report": one.report or None, "detail": one.detail}
            for one in verdict.damages
        ]
        data = {"sound": verdict.is_sound, "sealed": verdict.sealed, "rows": verdict.rows, "damages": damages}
        tell(json.dumps(data, ensure_ascii=False, indent=1))
    elif verdict.is_sound:
        tell(_("核对了{rows:,}行，全部完好。").format(rows=verdict.rows))
    for one in verdict.damages:
        complain(harm_sentence(one))
    return int(not verdict.is_sound)


def run_backup(options: Namespace) -> int:
    """Back up all that is stored, into the second folder too; the file on stdout. Raises CommandFailure."""
    _go_gently(options)
    folder = _told(lambda: data_folder(options.data))
    second = second_folder(folder)
    made = _told(lambda: back_up_twice(folder, Reason(options.reason), _now(), second))
    known = _told(lambda: backups(backup_folder(folder)))
    if made.first is None and not known:
        raise CommandFailure(_("还没有数据，不用备份。"))
    path = (made.first or known[0]).path
    if options.json:
        tell(json.dumps(_made_data(path, made, second), ensure_ascii=False, indent=1))
        return 0
    if made.first is None:
        complain(_("数据和上一个备份一样，没有再存一份。"))
    tell(str(path))
    if made.is_missing and second is not None:
        complain(second_missing(second))
    if made.failure is not None:
        complain(_("没有另存备份：{why}").format(why=storage_sentence(made.failure)))
    return 0


def run_backups(options: Namespace) -> int:
    """Print the backups, the newest first. Raises CommandFailure."""
    known = _told(lambda: backups(backup_folder(data_folder(options.data))))
    if options.json:
        tell(json.dumps([_data(one) for one in known], ensure_ascii=False, indent=1))
    else:
        for one in known:
            local = one.moment.astimezone().strftime("%Y-%m-%d %H:%M")
            tell(f"{one.number}\t{local}\t{_(REASONS[one.reason])}\t{one.path}")
    return 0


def run_restore(options: Namespace) -> int:
    """Put a backup in the place of the data; on stdout the backup of what was there. Raises CommandFailure."""
    folder = _told(lambda: data_folder(options.data))
    wanted = _told(lambda: _wanted(folder, options.backup))

    def under_lock() -> int:
        with FolderLock.take(folder) as lock:
            done = restore(lock, wanted, _now())
        complain(_("已经恢复到“{path}”。").format(path=wanted))
        if done.aside is not None:
            complain(_("原来的数据读不全，文件留在“{path}”。").format(path=done.aside))
        if done.undo is not None:
            complain(_("恢复前的数据在下面这个备份里，要退回就恢复它："))
            tell(str(done.undo.path))
        return 0

    return _told(under_lock)


def _go_gently(options: Namespace) -> None:
    """Let others go first: the window that asked for it is being worked in."""
    if options.gently and hasattr(os, "nice"):
        os.nice(_GENTLE)


def _wanted(folder: Path, name: str) -> Path:
    """The backup that is meant: a file, or the number of one."""
    path = Path(name)
    if path.exists() or not name.isdecimal():
        return path
    found = [one.path for one in backups(backup_folder(folder)) if one.number == int(name)]
    if not found:
        raise NoBackup(path)
    return found[0]


def _told(job: Callable[[], _Answer]) -> _Answer:
    try:
        return job()
    except StorageError as error:
        raise CommandFailure(storage_sentence(error)) from error


def _now() -> datetime:
    return datetime.now(UTC)


def _made_data(path: Path, made: Made, second: Path | None) -> dict[str, Any]:
    data: dict[str, Any] = {"path": str(path), "made": made.first is not None, "second": None}
    if second is not None:
        state = "missing" if made.is_missing else "failed" if made.failure is not None else "kept"
        data["second"] = {"folder": str(second), "state": state, "made": made.second is not None}
    return data


def _data(one: Backup) -> dict[str, Any]:
    found = _told(lambda: contents(one.path))
    reports = [
        {"id": each.id, "year": each.year, "office": each.office or None, "title": each.name or each.title or None}
        for each in found.reports
    ]
    return {
        "number": one.number,
        "moment": one.moment.isoformat(),
        "reason": one.reason.value,
        "path": str(one.path),
        "size": found.size,
        "reports": reports,
    }
