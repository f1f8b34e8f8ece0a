"""`import`, `new`, `list` and `delete`: what the store holds. Writing takes the data folder's lock."""

import getpass
import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from report.errors import ReportError
from report.filling import new_report
from report.identity import random_id
from report.report import Report
from resources.i18n import _
from storage.errors import StorageError
from storage.location import data_folder
from storage.lock import FolderLock
from storage.reading import read_listings
from storage.records import Listing, SourceText
from ui.commands.failure import CommandFailure
from ui.commands.output import tell
from ui.commands.sources import Wanted, all_types, load_stored, one_line, read_file, type_of
from ui.importing.reading import original_of
from ui.sentences import sentence
from ui.storage_sentences import storage_sentence

if TYPE_CHECKING:
    from storage.store import Store

_Answer = TypeVar("_Answer")


def run_import(options: Namespace) -> int:
    """Store a file as a report; its id on stdout. Raises CommandFailure."""
    path = Path(options.source)
    wanted = Wanted(options.source, options.type, options.year, options.office, options.data)
    report_id = random_id()
    try:
        found = read_file(path, wanted, all_types(), report_id, random_id)
    except ReportError as error:
        raise CommandFailure(sentence(error, path.name)) from error
    source = found.source
    original = original_of(found.data)
    kept = SourceText(found.text, path.name, source.notes, source.unplaced, source.type_confidence, original)
    from report.indicators.adopting import adopt_known

    report, _unknown = adopt_known(source.type, source.report)
    _create(options.data, report, kept, _("导入“{name}”").format(name=path.name))
    tell(report_id)
    return 0


def run_new(options: Namespace) -> int:
    """Begin a report of a type, or from last year's; its id on stdout. Raises CommandFailure."""
    try:
        report = _from_last_year(options) if options.source else _from_type(options)
    except ReportError as error:
        raise CommandFailure(sentence(error)) from error
    _create(options.data, report, None, _("从去年新建") if options.source else _("新建报告"))
    tell(report.id)
    return 0


def _from_type(options: Namespace) -> Report:
    missing = [name for name, value in (("--year", options.year), ("--office", options.office)) if value is None]
    if missing:
        raise CommandFailure(_("按提纲新建还要写 {missing}。").format(missing="、".join(missing)))
    report_type = type_of(all_types(), options.type)
    return new_report(report_type, options.year, one_line(options.office), random_id)


def _from_last_year(options: Namespace) -> Report:
    from report.rolling import roll_on

    source = load_stored(options.source, options.data)
    year = options.year if options.year is not None else (source.report.year or 0) + 1
    if year == 1:
        raise CommandFailure(_("去年的报告没有写明年度，请用 --year 写明这份报告的年度。"))
    return roll_on(source.type, source.report, year, random_id(), one_line(options.office))


def run_list(options: Namespace) -> int:
    """Print the stored reports, newest change first. Raises CommandFailure."""
    try:
        listings = read_listings(data_folder(options.data))
    except StorageError as error:
        raise CommandFailure(storage_sentence(error)) from error
    shown = [one for one in listings if one.trashed is None]
    if options.json:
        tell(json.dumps([_data(one) for one in shown], ensure_ascii=False, indent=1))
    else:
        for one in shown:
            tell(f"{one.id}\t{one.year or ''}\t{one.office}\t{one.name or one.title}")
    return 0


def run_delete(options: Namespace) -> int:
    """Move a report to the trash. Raises CommandFailure."""
    who = login()
    write(options.data, lambda store: store.trash(options.report, who))
    return 0


def _create(data: str | None, report: Report, source: SourceText | None, what: str) -> None:
    who = login()

    def job(store: "Store") -> None:
        if source is not None:
            store.back_up_before_import()
        store.create(report, who=who, source=source, what=what)

    write(data, job)


def write(data: str | None, job: "Callable[[Store], _Answer]") -> "_Answer":
    """Do a job on the store under the folder's lock; what it gives. Raises CommandFailure."""
    from storage.thread import StoreThread

    try:
        with FolderLock.take(data_folder(data)) as lock:
            thread = StoreThread(lock)
            try:
                return thread.submit(job).result()
            finally:
                thread.close()
    except StorageError as error:
        raise CommandFailure(storage_sentence(error)) from error


def login() -> str:
    """The login name, which signs the journal for what commands do."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _data(one: Listing) -> dict[str, Any]:
    return {
        "id": one.id,
        "year": one.year,
        "office": one.office or None,
        "title": one.name or one.title or None,
        "type": one.type.id,
        "state": one.state.value,
        "archived": one.archived,
        "changed": one.changed.isoformat(timespec="seconds"),
    }
