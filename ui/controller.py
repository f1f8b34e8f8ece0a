"""What the window's wishes do: open, begin, import, export, submit, settings. The one place that knows both sides.

Dialogs are imported when they are opened: they would hold up the first paint.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from report.document import Place
from report.errors import ReportError
from report.identity import random_id
from report.report import Report
from report.template import Deadline, FrontGroup, ReportType
from resources.i18n import _
from storage.errors import StorageError
from storage.records import FrozenVersion, Listing, SourceText, State, Stored
from ui import library
from ui.archive import Archive
from ui.autosave import Autosave
from ui.editor.page import Desk
from ui.editor.workplace import Workplace
from ui.export_flow import ExportFlow
from ui.fields.factory import Editors
from ui.icons import Icons
from ui.main_window import MainWindow
from ui.open_report import OpenReport
from ui.sentences import sentence
from ui.session import Session
from ui.settings import Settings, deadlines_of, write_settings
from ui.start_page.page import StartPage
from ui.tasks import Tasks
from ui.theme import Scheme, Theme

if TYPE_CHECKING:
    from storage.store import Store

_COMPARE_AFTER = 200
"""Milliseconds after which a report just shown is compared with its frozen version: the paint comes first."""


class Controller(QObject):
    """Connects the window with the archive."""

    def __init__(
        self,
        window: MainWindow,
        archive: Archive,
        tasks: Tasks,
        theme: Theme,
        icons: Icons,
        types: Sequence[ReportType],
        groups: Sequence[FrontGroup],
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self.window, self.archive, self.tasks = window, archive, tasks
        self.theme, self.icons, self._types, self._groups = theme, icons, types, groups
        self.settings = settings
        self._listings: tuple[Listing, ...] = ()
        self._source: SourceText | None = None
        self._opened_id = ""
        self._sample_is_coming = False
        self.exports = ExportFlow(self)
        window.wished.connect(self.fulfil)
        window.zoom_wished.connect(self._set_zoom)
        window.retry_wished.connect(window.flush)
        window.rescue_wished.connect(self.exports.rescue)
        window.may_close = self._may_close
        window.closing.connect(self._remember_place)
        window.start_page_made.connect(self._serve_start_page)

    def _serve_start_page(self, page: StartPage) -> None:
        page.opened.connect(self.open_report)
        page.new_requested.connect(self.begin)
        page.import_requested.connect(self.import_file)
        page.paths_dropped.connect(self._import_paths)
        page.sample_requested.connect(self.open_sample)
        page.settings_requested.connect(self.change_settings)
        page.hints_dismissed.connect(self._dismiss_hints)
        page.action_requested.connect(self._act_on_report)

    @property
    def who(self) -> str:
        """The name that signs the journal."""
        return self.settings.person

    def fulfil(self, name: str) -> None:
        """Do an action of the table."""
        wishes: dict[str, Callable[[], Any]] = {
            "new": self.begin,
            "import_file": self.import_file,
            "import_text": self.import_clipboard,
            "home": self.go_home,
            "export": self.exports.export_again,
            "export_as": self.exports.export_as,
            "submit": self.exports.submit,
            "settings": self.change_settings,
            "import_notes": self.show_notes,
            "hints": self._show_hints,
            "about": self.show_about,
        }
        wishes[name]()

    def show_about(self) -> None:
        """Versions and licences."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self.archive.folder, self.theme, self.window).exec()

    # Start page

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show the start page with these reports."""
        self._listings = tuple(listings)
        entries = [library.entry_of(one, self._types) for one in listings]
        self.window.start_page.show_reports(entries, self._deadlines(), self.settings, self.archive.folder)
        if self.window.session is None:
            self.window.status.show_place(str(self.archive.folder))

    def refresh(self) -> None:
        """Read the reports anew and show them."""
        self.tasks.follow(self.archive.do(lambda store: store.reports()), self.show_listings, self.tell_failure)

    def go_home(self) -> None:
        """Save and leave the report."""
        if self._settle():
            self.window.show_start()
            self._opened_id = ""
            self._keep(replace(self.settings, last_report="", last_part=""))
            self.refresh()

    def _deadlines(self) -> list[tuple[Deadline, date]]:
        """The deadlines of the report that is being written; of the one that is due when none is."""
        own = [one for one in self._listings if one.id != self.settings.sample and one.trashed is None]
        writing = [one.year for one in own if one.year and one.state in (State.DRAFTING, State.REVIEWING)]
        year = max([*writing, library.writing_year(datetime.now())])
        return deadlines_of(self._types[0], year, self.settings)

    # Open

    def open_report(self, report_id: str) -> None:
        """Open a stored report."""
        self.tasks.follow(self.archive.do(lambda store: store.load(report_id)), self.show_stored, self.tell_failure)

    def warm_up(self) -> None:
        """Have the store opened, checked and its packages loaded before the first edit."""
        self.tasks.follow(self.archive.do(lambda store: store.settings()), lambda _texts: None, self.tell_failure)

    def show_stored(self, stored: Stored) -> None:
        """Show a report as it was read from the store."""
        try:
            self.show(stored.report, stored.listing.changed, stored.source)
        except ReportError as error:
            self.window.bars.warn(sentence(error))

    def show(self, report: Report, saved: datetime | None, source: SourceText | None = None) -> None:
        """Show a report that is stored already. Raises UnknownType."""
        report_type = library.type_of(self._types, report.type.id)
        self._source, self._opened_id = source, report.id
        opened = OpenReport(report_type, report)
        autosave = Autosave(opened, self.archive.save, saved)
        editors = Editors(self.theme, self.icons, random_id)
        desk = Desk(opened, editors, self.theme, self.icons, random_id)
        workplace = Workplace(desk, self._groups, lambda: self._nearest(opened))
        opened.setParent(workplace)
        session = Session(opened, autosave, workplace)
        if self.window.session is not None:
            self.window.show_start()
        self.window.show_session(session, report_type.max_chars)
        later = QTimer(workplace)
        later.setSingleShot(True)
        later.timeout.connect(lambda: self.compare_with_frozen(report.id))
        later.start(_COMPARE_AFTER)
        ids = {part.id for part in workplace.column.parts.parts}
        last = self.settings.last_part if self.settings.last_report == report.id else ""
        workplace.show_part(last if last in ids else "front")
        self._remember_part(workplace.current_part)
        workplace.part_changed.connect(self._remember_part)

    def _remember_part(self, part: str) -> None:
        """Where the clerk is: also after the power went out one comes back here."""
        self._keep(replace(self.settings, last_report=self._opened_id, last_part=part))

    def compare_with_frozen(self, report_id: str) -> None:
        """Let the open report be compared with the version handed in last, if there is one."""
        if self.window.session is None:
            return

        def job(store: "Store") -> FrozenVersion | None:
            versions = store.versions(report_id)
            return store.version(report_id, versions[-1].sequence) if versions else None

        def done(frozen: FrozenVersion | None) -> None:
            session = self.window.session
            if frozen is not None and session is not None and session.opened.report.id == report_id:
                session.workplace.show_frozen(frozen)

        self.tasks.follow(self.archive.do(job), done, self.tell_failure)

    def _nearest(self, opened: OpenReport) -> tuple[str, date] | None:
        year = opened.report.year
        days = deadlines_of(opened.type, year, self.settings) if year else []
        coming = [one for one in days if one[1] >= date.today()]
        nearest = min(coming or days, key=lambda one: one[1], default=None)
        return (nearest[0].label, nearest[1]) if nearest else None

    # Begin

    def begin(self, office: str = "") -> None:
        """Begin a report from an outline."""
        from ui.dialogs.new_report import ask_new_report

        year = library.writing_year(datetime.now())
        chosen = ask_new_report(self._types, year, office or self.settings.office, self.theme, self.window)
        if chosen is None:
            return
        if chosen.office and not self.settings.office:
            self._keep(replace(self.settings, office=chosen.office))
        report = library.begin_report(chosen.type, chosen.year, chosen.office, self.settings.addressee)
        self._create(report, None, _("新建报告"))

    def open_sample(self) -> None:
        """Open the sample that the first run stored; store it anew when it is gone."""
        there = {one.id for one in self._listings if one.trashed is None}
        if self.settings.sample in there or self._sample_is_coming:
            self.open_report(self.settings.sample)
            return
        report = library.sample_report(self._types)
        self._keep(replace(self.settings, sample=report.id))
        self._create(report, None, _("打开示例"))

    def keep_sample(self) -> None:
        """On the first run: store the sample and list it, unless it was asked for already."""
        if self.settings.sample:
            return
        self._sample_is_coming = True
        report, who = library.sample_report(self._types), self.who
        self._keep(replace(self.settings, sample=report.id))

        def job(store: "Store") -> tuple[Listing, ...]:
            store.create(report, who=who, what=_("存入示例"))
            store.rename(report.id, _("示例：{title}").format(title=report.front.title), who)
            return store.reports()

        def done(listings: tuple[Listing, ...]) -> None:
            self._sample_is_coming = False
            self.show_listings(listings)

        self.tasks.follow(self.archive.do(job), done, self.tell_failure)

    def import_file(self) -> None:
        """Choose a file and import it."""
        name, _filter = QFileDialog.getOpenFileName(
            self.window, _("从文件导入"), self.settings.export_folder, _("文本文件 (*.txt);;所有文件 (*)")
        )
        if name:
            self._import_paths([Path(name)])

    def import_clipboard(self) -> None:
        """Import the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.window.bars.warn(_("剪贴板里没有文字。先在 WPS 或网页里全选、复制，再来导入。"))
            return
        self._import(lambda: library.read_text(text, _("剪贴板"), self._types), _("剪贴板"))

    def _import_paths(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._import(lambda path=path: library.read_file(path, self._types), path.name)

    def _import(self, read: Callable[[], Any], name: str) -> None:
        def done(found: tuple[Any, SourceText]) -> None:
            reading, source = found
            self._create(reading.report, source, _("导入“{name}”").format(name=name))

        def failed(error: BaseException) -> None:
            if isinstance(error, OSError):
                self.window.bars.warn(
                    _("“{name}”打不开，没有导入。请核对文件还在不在、有没有读它的权限。").format(name=name)
                )
                return
            self.tell_failure(error, name)

        self.tasks.run(read, done, failed)

    def _create(self, report: Report, source: SourceText | None, what: str) -> None:
        if not self._settle():
            return
        who = self.who

        def job(store: "Store") -> datetime:
            return store.create(report, who=who, source=source, what=what).moment

        def done(moment: datetime) -> None:
            self.show(report, moment, source)
            if source is not None:
                self._tell_import(source)

        self.tasks.follow(self.archive.do(job), done, self.tell_failure)

    def _tell_import(self, source: SourceText) -> None:
        marks = sum(note.count for note in source.notes if note.rule == "marks")
        told = [_("已导入“{file}”").format(file=source.file)]
        if marks:
            told.append(_("{count}处半角标点已改为全角").format(count=marks))
        if source.unplaced:
            told.append(_("{count}处文字没有归处").format(count=len(source.unplaced)))
        self.window.bars.tell("，".join(told) + _("。在“编辑—导入说明”里可以查看和撤销。"))

    def show_notes(self) -> None:
        """What the import changed and could not place; marks can be set back."""
        from ui.dialogs.notes import NotesDialog

        if self._source is None or self.window.session is None:
            self.window.bars.tell(_("这份报告不是导入的，没有导入说明。"))
            return
        NotesDialog(self._source, self.window.session, self.theme, self.window).exec()

    # Reports on the start page

    def _act_on_report(self, action: str, report_id: str) -> None:
        who = self.who
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

        self.tasks.follow(self.archive.do(jobs[action]), done, self.tell_failure)

    # Settings

    def change_settings(self) -> None:
        """Let the clerk change the settings."""
        from ui.dialogs.settings import ask_settings

        changed = ask_settings(self.settings, self._types[0].deadlines, self.archive.folder, self.theme, self.window)
        if changed is not None:
            self._keep(changed)
            self.theme.set_scheme(Scheme(changed.scheme))
            self.theme.set_zoom(changed.zoom / 100)
            self.refresh()

    def keep(self, changed: Settings) -> None:
        """Keep settings that were changed by the way, such as a folder."""
        self._keep(changed)

    def _keep(self, changed: Settings) -> None:
        texts = write_settings(self.settings, changed)
        self.settings = changed
        if texts:
            self.tasks.follow(self.archive.save_settings(texts), lambda _done: None, self.tell_failure)

    def _set_zoom(self, percent: int) -> None:
        self.theme.set_zoom(percent / 100)
        self._keep(replace(self.settings, zoom=percent))

    def _dismiss_hints(self) -> None:
        self._keep(replace(self.settings, hints=False))
        self.refresh()

    def _show_hints(self) -> None:
        self._keep(replace(self.settings, hints=True))
        self.go_home()

    # Closing

    def _settle(self) -> bool:
        """Save everything; whether the report may be left."""
        session = self.window.session
        if session is None or session.autosave.settle(_let_events_pass):
            return True
        return self.exports.ask_leave_unsaved()

    def _may_close(self) -> bool:
        return self._settle()

    def _remember_place(self) -> None:
        self._keep(replace(self.settings, window=self.window.place_text()))

    def tell_failure(self, error: BaseException, name: str = "") -> None:
        """Say what went wrong; what nobody can meet is raised."""
        if isinstance(error, ReportError | StorageError):
            self.window.bars.warn(sentence(error, name))
            return
        raise error

    def show_place(self, place: Place) -> None:
        """Show a place of the open report."""
        self.window.show_place(place)


def _let_events_pass() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
