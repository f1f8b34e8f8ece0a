"""The archive's rules, one method each. A report is here from its first character and leaves only by `purge`.

One object, one writing connection, one thread. Every method raises StorageErrors; then nothing was written.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from report.document import Place
from report.report import Report
from storage import lives, versioning
from storage.assembling import Positions
from storage.backups import Reason, back_up
from storage.changes import compare
from storage.compacting import compact
from storage.deed import Deed, moment_text
from storage.errors import KnownReport, StorageError
from storage.history import EVERYWHERE
from storage.ledger import Clock, Ledger, utc_now
from storage.lock import FolderLock
from storage.records import (
    Confirmation,
    Entry,
    FrozenVersion,
    Listing,
    Revision,
    Saved,
    SourceText,
    State,
    Stored,
    Version,
)
from storage.uniqueness import with_unique_ids


class Store:
    """The reports in a data folder whose lock is held."""

    def __init__(self, lock: FolderLock, clock: Clock = utc_now, *, must_exist: bool = False) -> None:
        """Open the database, bring its tables up to date; make it when it is missing, unless it `must_exist`."""
        # Here and not above: whoever imports this module for its types need not pay for sqlite-utils.
        from storage.opening import close_database, open_database

        self._db, self.path = open_database(lock, must_exist=must_exist)
        self._ledger, self._clock = Ledger(self._db, self.path, clock), clock
        self._close = close_database
        self._kept: dict[str, tuple[Report, Positions]] = {}

    def close(self) -> None:
        """Close, so that the one file holds all."""
        self._close(self._db, self.path)

    @property
    def is_untidy(self) -> bool:
        """Whether `tidy` is due."""
        return self._ledger.is_untidy

    def tidy(self) -> None:
        """Write the log into the database, between jobs."""
        self._ledger.tidy()

    def back_up_before_import(self) -> None:
        """A backup of what is there. Its failure does not stop the import, which changes none of that."""
        with suppress(StorageError):
            if self.reports():
                back_up(self.path.parent, Reason.IMPORT, self._clock())

    # -- reports

    def create(self, report: Report, who: str, source: SourceText | None = None, what: str = "create") -> Saved:
        """Take in a new report, with the text it was imported from. Raises KnownReport."""
        report = with_unique_ids(report)
        with self._ledger.deed(report.id, who, what) as deed:
            self._must_be_new(deed, report.id)
            positions = lives.take_in(deed, report, source)
        self._kept[report.id] = (report, positions)
        return deed.saved

    def save(self, report: Report, who: str, what: str) -> Saved:
        """Write what the report differs in from the last save; nothing new is nothing written. Raises UnknownReport."""
        before, positions = self._last_saved(report.id)
        found = compare(before, positions, report)
        if found.has_new_rows:
            report = with_unique_ids(report)
            found = compare(before, positions, report)
        if not found.changes:
            with self._ledger.reading() as queries:
                return queries.last_saved(report.id)
        with self._ledger.deed(report.id, who, what) as deed:
            for change in found.changes:
                deed.write(change)
            deed.touch()
        self._kept[report.id] = (report, found.positions)
        return deed.saved

    def load(self, report_id: str) -> Stored:
        """A report with its source. Raises UnknownReport."""
        with self._ledger.reading() as queries:
            report, positions = queries.report(report_id)
            stored = Stored(report, queries.listings(report_id)[0], queries.source(report_id))
        self._kept[report_id] = (report, positions)
        return stored

    def reports(self) -> tuple[Listing, ...]:
        """All reports, the last changed first; those in the trash too."""
        with self._ledger.reading() as queries:
            return queries.listings()

    def duplicate(self, report_id: str, new_id: str, who: str) -> Saved:
        """A copy under a new id, in the making again; pieces keep their ids. Raises UnknownReport, KnownReport."""
        report = replace(self.load(report_id).report, id=new_id)
        return self.create(report, who, what="duplicate")

    # -- their life

    def set_state(self, report_id: str, state: State, who: str) -> Saved:
        """Say how far a report is on its way. Raises UnknownReport."""
        return self._set(report_id, who, "state", state=state.value)

    def rename(self, report_id: str, name: str, who: str) -> Saved:
        """Give a report a name of its own in the lists; "" takes it back. Raises UnknownReport."""
        return self._set(report_id, who, "rename", name=name)

    def archive(self, report_id: str, who: str, *, archived: bool = True) -> Saved:
        """Put a report away, or bring it back. Raises UnknownReport."""
        return self._set(report_id, who, "archive" if archived else "unarchive", archived=int(archived))

    def trash(self, report_id: str, who: str) -> Saved:
        """Put a report into the trash. Raises UnknownReport."""
        with self._ledger.deed(report_id, who, "trash") as deed:
            lives.set_columns(deed, self._row(report_id), {"trashed": moment_text(deed.moment)})
        return deed.saved

    def restore(self, report_id: str, who: str) -> Saved:
        """Take a report out of the trash. Raises UnknownReport."""
        return self._set(report_id, who, "restore", trashed=None)

    def purge(self, report_id: str, who: str) -> Saved:
        """Remove a report with its versions and journal for good; one line tells that it was. Raises UnknownReport."""
        with self._ledger.deed(report_id, who, "purge") as deed:
            lives.remove(deed, self._row(report_id))
        self._kept.pop(report_id, None)
        return deed.saved

    def keep_source(self, report_id: str, source: SourceText, who: str) -> Saved:
        """Replace what is kept of the import, such as its notes after one was undone. Raises UnknownReport."""
        with self._ledger.deed(report_id, who, "source") as deed:
            self._row(report_id)
            lives.keep_source(deed, self._ledger.queries.source(report_id), source)
        return deed.saved

    def original(self, report_id: str) -> bytes:
        """The file that a report was imported from, b"" for none and for a text. Raises UnknownReport."""
        with self._ledger.reading() as queries:
            self._row(report_id)
            return queries.original(report_id)

    # -- versions and confirmations

    def freeze(
        self, report_id: str, name: str, copy: str, sha256: str, who: str, report: Report | None = None
    ) -> Version:
        """Keep the report as it was last saved under a name, or `report`, which was printed. Raises UnknownReport."""
        report = report or self._last_saved(report_id)[0]
        with self._ledger.deed(report_id, who, "freeze") as deed:
            return versioning.freeze(deed, report, name, copy, sha256, who)

    def submit(self, report_id: str, name: str, copy: str, sha256: str, holes: Sequence[str], who: str) -> Version:
        """报送: confirmed with these holes, frozen, and in the state that says so. Raises UnknownReport."""
        report, _ = self._last_saved(report_id)
        with self._ledger.deed(report_id, who, "submit") as deed:
            versioning.confirm(deed, "submit", holes, who)
            lives.set_columns(deed, self._row(report_id), {"state": State.SUBMITTED.value})
            return versioning.freeze(deed, report, name, copy, sha256, who)

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """The frozen versions, oldest first."""
        with self._ledger.reading() as queries:
            return queries.versions(report_id)

    def version(self, report_id: str, sequence: int) -> FrozenVersion:
        """A frozen version with its text. Raises UnknownVersion."""
        with self._ledger.reading() as queries:
            return queries.version(report_id, sequence)

    def confirm(self, report_id: str, what: str, holes: Sequence[str], who: str) -> Confirmation:
        """Record that someone confirmed something, knowing what is missing. Raises UnknownReport."""
        with self._ledger.deed(report_id, who, "confirm") as deed:
            self._row(report_id)
            return versioning.confirm(deed, what, holes, who)

    def confirmations(self, report_id: str) -> tuple[Confirmation, ...]:
        """What was confirmed, oldest first."""
        with self._ledger.reading() as queries:
            return queries.confirmations(report_id)

    def revisions(self, report_id: str, place: Place = EVERYWHERE, limit: int = 200) -> tuple[Revision, ...]:
        """The newest revisions of a report, or of a section, a field or a paragraph of it, the newest first."""
        with self._ledger.reading():
            return self._ledger.history(report_id).revisions(place, limit)

    def report_at(self, report_id: str, sequence: int, place: Place | None = None) -> Report:
        """A report as it was at a revision; with a `place` that place only. Raises UnknownReport, UnknownRevision."""
        with self._ledger.reading():
            return self._ledger.history(report_id).report_at(sequence, place)

    def compact(self, report_id: str, before: datetime, most: int = 20_000) -> int:
        """Join the lines of a report's journal that are older than `before`; how many went, 0 when it is done."""
        with self._ledger.deed(report_id, "", "compact") as deed:
            return compact(deed, report_id, self.path, before, most)

    def journal(self, report_id: str, limit: int = 100) -> tuple[Entry, ...]:
        """The last changes, newest first."""
        with self._ledger.reading() as queries:
            return queries.journal(report_id, limit)

    # -- settings

    def settings(self) -> dict[str, str]:
        """All settings that were ever set."""
        with self._ledger.reading() as queries:
            return queries.settings()

    def set_settings(self, values: Mapping[str, str]) -> None:
        """Set some; the others stay. They are no part of a report and have no journal."""
        with self._ledger.deed("", "", "settings") as deed:
            lives.set_settings(deed, values)

    # -- inside

    def _last_saved(self, report_id: str) -> tuple[Report, Positions]:
        """The report as it lies in the store; kept, so that a save need not read it again."""
        if report_id not in self._kept:
            with self._ledger.reading() as queries:
                self._kept[report_id] = queries.report(report_id)
        return self._kept[report_id]

    def _row(self, report_id: str) -> Listing:
        return lives.only(self._ledger.queries.listings(report_id), self.path, report_id)

    def _must_be_new(self, deed: Deed, report_id: str) -> None:
        if deed.execute("SELECT 1 FROM report WHERE id = ?", report_id).fetchone():
            raise KnownReport(self.path, report_id)

    def _set(self, report_id: str, who: str, what: str, **columns: str | int | None) -> Saved:
        with self._ledger.deed(report_id, who, what) as deed:
            lives.set_columns(deed, self._row(report_id), columns)
        return deed.saved
