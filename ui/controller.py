"""What the window's wishes do: open, begin, import, export, submit, settings. The one place that knows both sides.

Dialogs are imported when they are opened: they would hold up the first paint.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog

from report.errors import ReportError
from report.identity import random_id
from report.report import Report
from report.template import Deadline
from resources.i18n import _
from storage.records import FrozenVersion, Listing, SourceText, State, Stored
from ui import library
from ui.autosave import Autosave
from ui.beginning import Beginning
from ui.context import Context
from ui.editor.page import Desk
from ui.editor.workplace import Workplace
from ui.export_flow import ExportFlow
from ui.fields.base import finish_typing
from ui.fields.factory import Editors
from ui.open_report import OpenReport
from ui.remembered import read_remembered
from ui.sentences import sentence
from ui.session import Session
from ui.settings import deadlines_of
from ui.start_page.page import StartPage
from ui.tasks import let_events_pass
from ui.theme import Scheme

if TYPE_CHECKING:
    from storage.store import Store
    from ui.backups.flow import BackupFlow
    from ui.help.window import HelpWindow
    from ui.history.flow import HistoryFlow

_COMPLETE_AFTER = 200
"""Milliseconds after which what a report just shown does not need at once is added: the paint comes first."""


class Controller(QObject):
    """Connects the window with the archive.

    Signals:
        restoring(): the database is about to be replaced by a backup.
    """

    restoring = Signal()

    def __init__(self, context: Context) -> None:
        window = context.window
        super().__init__(window)
        self.context, self.window = context, window
        self._listings: tuple[Listing, ...] = ()
        self._opened_id = self._panel = ""
        self._help: HelpWindow | None = None
        self.backups: BackupFlow | None = None
        self.exports = ExportFlow(context, self.compare_with_frozen)
        self.beginning = Beginning(context, self.show, self._settle, self.open_report)
        window.wished.connect(self.fulfil)
        window.zoom_wished.connect(self._set_zoom)
        window.retry_wished.connect(window.flush)
        window.rescue_wished.connect(self.exports.rescue)
        window.may_close = self._may_close
        window.closing.connect(self._remember_place)
        window.start_page_made.connect(self._serve_start_page)

    def _serve_start_page(self, page: StartPage) -> None:
        page.opened.connect(self.open_report)
        page.new_requested.connect(self.beginning.from_outline)
        page.import_requested.connect(self.beginning.from_file)
        page.paths_dropped.connect(self.beginning.from_paths)
        page.sample_requested.connect(self.open_sample)
        page.settings_requested.connect(self.change_settings)
        page.hints_dismissed.connect(self._dismiss_hints)
        page.action_requested.connect(self._act_on_report)

    def fulfil(self, name: str) -> None:
        """Do an action of the table."""
        wishes: dict[str, Callable[[], Any]] = {
            "new": self.beginning.from_outline,
            "next_year": self._begin_next_year,
            "import_file": self.beginning.from_file,
            "import_text": self.beginning.from_clipboard,
            "home": self.go_home,
            "export": self.exports.export_again,
            "export_as": self.exports.export_as,
            "submit": self.exports.submit,
            "history": lambda: self._history().open(),
            "name_version": lambda: self._history().name_version(),
            "backups": self.show_backups,
            "restore_data": lambda: self.show_backups(seeks_sound=True),
            "settings": self.change_settings,
            "import_notes": self.beginning.show_notes,
            "hints": self._show_hints,
            "diagnosis": self._diagnose,
            "about": self.show_about,
            "help": self.show_help,
        }
        wishes[name]()

    def _history(self) -> "HistoryFlow":
        from ui.history.flow import HistoryFlow

        return HistoryFlow(self.context)

    def _diagnose(self) -> None:
        from ui.diagnosing import Diagnosing

        Diagnosing(self.context).begin()

    def show_about(self) -> None:
        """Versions and licences."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self.context.archive.folder, self.context.theme, self.window).exec()

    def show_help(self) -> None:
        """Where no report is open: the help of the first outline in a window of its own; close it when it is shown."""
        from ui.help.book import make_book
        from ui.help.page import HelpPage
        from ui.help.window import HelpWindow

        if self._help is None:
            context = self.context
            page = HelpPage(make_book(context.types[0], context.groups), context.theme, context.icons, lambda: None)
            self._help = HelpWindow(page, context.theme, self.window)
        self._help.setVisible(not self._help.isVisible())

    def show_backups(self, *, seeks_sound: bool = False) -> None:
        """Backups, and the way back to one."""
        from ui.backups.flow import BackupFlow

        if self.backups is None:
            self.backups = BackupFlow(self.context, self.show_listings, self.open_report)
            self.backups.restoring.connect(self.restoring)
        self.backups.show(seeks_sound=seeks_sound)

    # Start page

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show the start page with these reports."""
        self._listings = tuple(listings)
        entries = [library.entry_of(one, self.context.types) for one in listings]
        self.window.start_page.show_reports(
            entries, self._deadlines(), self.context.settings, self.context.archive.folder
        )
        if self.window.session is None:
            self.window.status.show_place(str(self.context.archive.folder))

    def refresh(self) -> None:
        """Read the reports anew and show them."""
        self.context.ask(lambda store: store.reports(), self.show_listings)

    def go_home(self) -> None:
        """Save and leave the report."""
        if self._settle():
            self.window.show_start()
            self._opened_id = ""
            self.context.keep(replace(self.context.settings, last_report="", last_place=""))
            self.refresh()

    def _deadlines(self) -> list[tuple[Deadline, date]]:
        """The deadlines of the report that is being written; of the one that is due when none is."""
        own = [one for one in self._listings if one.id != self.context.settings.sample and one.trashed is None]
        writing = [one.year for one in own if one.year and one.state in (State.DRAFTING, State.REVIEWING)]
        year = max([*writing, library.writing_year(datetime.now())])
        return deadlines_of(self.context.types[0], year, self.context.settings)

    # Open

    def open_report(self, report_id: str) -> None:
        """Open a stored report."""
        self.context.ask(lambda store: store.load(report_id), self.show_stored)

    def open_sample(self) -> None:
        """Open the sample that the first run stored; store it anew when it is gone."""
        sample = self.context.settings.sample
        if self.beginning.sample_is_coming or any(one.id == sample and one.trashed is None for one in self._listings):
            self.open_report(sample)
        else:
            self.beginning.sample()

    def keep_sample(self) -> None:
        """On the first run: store the sample and list it."""
        self.beginning.keep_sample(self.show_listings)

    def warm_up(self) -> None:
        """Have the store opened, checked and its packages loaded before the first edit."""
        self.context.ask(lambda store: store.settings(), lambda _texts: None)

    def show_stored(self, stored: Stored) -> None:
        """Show a report as it was read from the store."""
        try:
            self.show(stored.report, stored.listing.changed, stored.source)
        except ReportError as error:
            self.window.bars.warn(sentence(error))

    def show(self, report: Report, saved: datetime | None, source: SourceText | None = None) -> None:
        """Show a report that is stored already. Raises UnknownType."""
        report_type = library.type_of(self.context.types, report.type.id)
        if not self._settle():  # what was typed while the other report was being stored
            return
        self._opened_id = report.id
        opened = OpenReport(report_type, report)
        opened.folds.update(self.context.settings.folds)
        autosave = Autosave(opened, self.context.archive.save, saved)
        editors = Editors(self.context.theme, self.context.icons, random_id)
        desk = Desk(opened, editors, self.context.theme, self.context.icons, random_id, lambda: autosave.moment)
        workplace = Workplace(desk, self.context.groups, lambda: self._nearest(opened))
        opened.setParent(workplace)
        session = Session(opened, autosave, workplace, source)
        if self.window.session is not None:
            self.window.show_start()
        self.window.show_session(session, report_type.max_chars)
        later = QTimer(workplace)
        later.setSingleShot(True)
        later.timeout.connect(lambda: self._complete(report.id))
        later.start(_COMPLETE_AFTER)
        settings = self.context.settings
        workplace.record_wished.connect(self.exports.save_record)
        workplace.history_wished.connect(lambda: self._look_for_history(opened))
        workplace.return_to(read_remembered(settings.last_place if settings.last_report == report.id else ""))
        workplace.areas.set_widths(settings.widths)
        self._panel = settings.panel
        workplace.part_changed.connect(self._remember)
        workplace.rested_at.connect(self._remember)
        workplace.panel.opened.connect(self._remember)

    def _remember(self, *_what: object) -> None:
        """Where the clerk is and how the window is divided: also after the power went out one comes back here."""
        session = self.window.session
        if session is None:
            return
        workplace = session.workplace
        self.context.keep(
            replace(
                self.context.settings,
                last_report=self._opened_id,
                last_place=workplace.remembered().to_text(),
                panel=workplace.panel.current,
                widths=dict(workplace.areas.widths),
                folds=dict(session.opened.folds),
            )
        )

    def _complete(self, report_id: str) -> None:
        """What the first paint did not need: the panel as it was, the comparison with what was handed in."""
        session = self.window.session
        if session is not None and session.opened.report.id == report_id:
            panel = session.workplace.panel
            panel.show_page(panel.current or self._panel)
            self._remember()
            self.compare_with_frozen(report_id)
            self._look_for_last_year(session.workplace)
            self._choose_checks(session.workplace)
            problem = session.opened.type.catalogue.problem
            if isinstance(problem, ReportError):
                self.window.bars.warn(sentence(problem))

    def _look_for_last_year(self, workplace: Workplace) -> None:
        from ui.last_year.lookup import LastYearLookup

        LastYearLookup(self.context, workplace).look()

    def _choose_checks(self, workplace: Workplace) -> None:
        from ui.checking.setting import CheckSettings

        CheckSettings(self.context, workplace)

    def _look_for_history(self, opened: OpenReport) -> None:
        from ui.figures.history import HistoryLookup

        HistoryLookup(self.context, opened).look()

    def compare_with_frozen(self, report_id: str) -> None:
        """Let the open report be compared with the version handed in last, if there is one."""
        if self.window.session is None:
            return

        def job(store: "Store") -> FrozenVersion | None:
            handed_in = [one for one in store.versions(report_id) if one.copy]
            return store.version(report_id, handed_in[-1].sequence) if handed_in else None

        def done(frozen: FrozenVersion | None) -> None:
            session = self.window.session
            if frozen is not None and session is not None and session.opened.report.id == report_id:
                session.workplace.handed_in.compare_with(frozen)

        self.context.ask(job, done)

    def _nearest(self, opened: OpenReport) -> tuple[str, date] | None:
        year = opened.report.year
        days = deadlines_of(opened.type, year, self.context.settings) if year else []
        coming = [one for one in days if one[1] >= date.today()]
        nearest = min(coming or days, key=lambda one: one[1], default=None)
        return (nearest[0].label, nearest[1]) if nearest else None

    # Reports on the start page

    def _begin_next_year(self) -> None:
        """Begin the report of the year after the open one."""
        if self._settle():
            self.beginning.from_last_year(self._opened_id)

    def _act_on_report(self, action: str, report_id: str) -> None:
        if action == "next_year":
            self.beginning.from_last_year(report_id)
            return
        who = self.context.who
        jobs: dict[str, Callable[[Store], Any]] = {
            "duplicate": lambda store: store.duplicate(report_id, random_id(), who),
            "archive": lambda store: store.archive(report_id, who, archived=True),
            "unarchive": lambda store: store.archive(report_id, who, archived=False),
            "trash": lambda store: store.trash(report_id, who),
            "restore": lambda store: store.restore(report_id, who),
            "purge": lambda store: store.purge(report_id, who),
        }
        if action in ("drafting", "reviewing", "published"):
            jobs[action] = lambda store: store.set_state(report_id, State(action), who)
        if action == "rename":
            listing = next(one for one in self._listings if one.id == report_id)
            name, given = QInputDialog.getText(
                self.window, _("改名"), _("列表里显示的名称："), text=listing.name or listing.title
            )
            if not given:
                return
            jobs["rename"] = lambda store: store.rename(report_id, name.strip(), who)
        if action not in jobs:
            self.refresh()
            return

        def done(_saved: object) -> None:
            self.refresh()
            if action == "trash":
                self.window.bars.tell(_("已移到回收站，在列表下方可以恢复。"))

        self.context.ask(jobs[action], done)

    # Settings

    def change_settings(self) -> None:
        """Let the clerk change the settings."""
        from ui.dialogs.settings import ask_settings

        context = self.context
        deadlines, folder = context.types[0].deadlines, context.archive.folder
        changed = ask_settings(context.settings, deadlines, folder, context.theme, self.window)
        if changed is not None:
            self.context.keep(changed)
            self.context.theme.set_scheme(Scheme(changed.scheme))
            self.context.theme.set_zoom(changed.zoom / 100)
            self.refresh()

    def _set_zoom(self, percent: int) -> None:
        self.context.theme.set_zoom(percent / 100)
        self.context.keep(replace(self.context.settings, zoom=percent))

    def _dismiss_hints(self) -> None:
        self.context.keep(replace(self.context.settings, hints=False))
        self.refresh()

    def _show_hints(self) -> None:
        self.context.keep(replace(self.context.settings, hints=True))
        self.go_home()

    # Closing

    def _settle(self) -> bool:
        """Save everything; whether the report may be left."""
        session = self.window.session
        if session is not None:
            finish_typing()
        if session is None or session.autosave.settle(let_events_pass):
            return True
        return self.exports.ask_leave_unsaved()

    def _may_close(self) -> bool:
        return self._settle()

    def _remember_place(self) -> None:
        self._remember()
        self.context.keep(replace(self.context.settings, window=self.window.place_text()))
