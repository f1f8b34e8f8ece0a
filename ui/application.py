"""The composition root of the window: makes everything once and connects it. Nothing else makes anything global."""

import gc
import os
import sys
import threading
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from report.loader import load_front, load_types
from report.template import FrontGroup, ReportType
from resources import resource
from resources.i18n import _
from storage.errors import Damaged, Locked, NotOurs, StorageError
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.reading import read_listings, read_report, read_settings
from storage.records import Listing, Stored
from storage.thread import StoreThread
from ui.archive import Archive
from ui.commands.output import complain
from ui.commands.version import VERSION
from ui.context import Context
from ui.controller import Controller
from ui.fault_log import FaultLog
from ui.fonts import interface_family
from ui.garbage import GarbageCollector
from ui.icons import Icons
from ui.input_method import choose_input_method
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.settings import read_settings as settings_of
from ui.storage_sentences import storage_sentence
from ui.style import dress
from ui.system import follow_system
from ui.tasks import Tasks
from ui.theme import Scheme, Theme

if TYPE_CHECKING:
    from storage.verifying import Damage
    from ui.backups.first_window import Rescued
    from ui.single_instance import FirstWindow
    from ui.upkeep import Upkeep


class Application:
    """One run of the window."""

    def __init__(self, folder: Path, lock: FolderLock, theme: Theme | None = None) -> None:
        self._folder, self._lock = folder, lock
        app = QApplication.instance()
        self.app = app if isinstance(app, QApplication) else make_qt()
        settings = settings_of(read_settings(folder))
        self._first_page = read_first_page(folder, settings)  # before anything is made: damage is met here
        self._is_first_run = not database(folder).exists()
        self.theme = theme or make_theme(self.app, settings)
        self.icons = Icons(self.theme)
        self.window = MainWindow(self.theme, self.icons)
        self.tasks = Tasks()
        self.thread = StoreThread(lock)
        self.archive = Archive(self.thread, folder, lambda: self.context.who)
        types, groups = declared()
        self.context = Context(self.window, self.archive, self.tasks, self.theme, self.icons, types, groups, settings)
        self.controller = Controller(self.context)
        self._first: FirstWindow | None = None
        self._collector: GarbageCollector | None = None
        self._upkeep: Upkeep | None = None

    def start(self) -> None:
        """Show the window where the clerk left it; warm up afterwards what the first paint did not need."""
        self.window.restore_place(self.context.settings.window)
        page, self._first_page = self._first_page, ()
        if isinstance(page, Stored):
            self.controller.show_stored(page)
            page = read_listings(self._folder) if self.window.session is None else ()
        if self.window.session is None:
            self.controller.show_listings(page)
            self.window.show_start()
        self.window.painted.connect(self._after_paint)
        self.window.show()

    def _after_paint(self) -> None:
        gc.freeze()  # what is there now stays: looking through it again and again would hold up keys
        self._collector = GarbageCollector(self.window)
        QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        """Open the store on its thread: its packages load there. Listen for further starts."""
        from ui.icons import logo
        from ui.single_instance import FirstWindow

        self.app.setWindowIcon(logo())
        self._first = FirstWindow(self._folder)
        self._first.raise_requested.connect(self.window.come_forward)
        if self._is_first_run:
            self.controller.keep_sample()
        else:
            self.controller.warm_up()
        from ui.upkeep import Compaction, Upkeep

        self._upkeep = Upkeep(self._folder, self.window)
        self._upkeep.safe.connect(Compaction(self.context.ask).begin)
        self._upkeep.damaged.connect(self._tell_damage)
        self._upkeep.unkept.connect(self._tell_unkept)
        self.controller.restoring.connect(self._end_upkeep)
        self._upkeep.begin()

    def _tell_damage(self, damages: "tuple[Damage, ...]") -> None:
        from ui.backups.damage import tell_damage

        tell_damage(self.context, damages, lambda: self.controller.show_backups(seeks_sound=True))

    def _tell_unkept(self, folder: str, state: str) -> None:
        """Say once a day that the second folder got no backup."""
        from ui.backup_words import second_failed, second_missing

        today = date.today().isoformat()
        if self.context.settings.told_missing != today:
            self.context.keep(replace(self.context.settings, told_missing=today))
            self.window.bars.remark(second_missing(folder) if state == "missing" else second_failed(folder))

    def _end_upkeep(self) -> None:
        if self._upkeep is not None:
            self._upkeep.end()

    def stop(self) -> None:
        """Finish what runs, close the file, let the folder go."""
        if self.window.session is not None:
            self.window.session.autosave.end()
            self.window.session.workplace.close_panel()
            self.window.session = None
        if self._first is not None:
            self._first.close()
        self._end_upkeep()
        if self.controller.backups is not None:
            self.controller.backups.end()
        self.tasks.close()
        self.archive.close()
        if self._collector is not None:
            self._collector.end()
        self._lock.release()


def run_window(data: str | None) -> int:
    """Run the window until it is closed; the exit code. One sentence on stderr when it cannot be opened."""
    choose_input_method(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    app = make_qt()
    try:
        folder = data_folder(data)
        lock = FolderLock.take(folder)
        application, told = open_application(folder, lock)
    except Locked as error:
        from ui.single_instance import raise_first_window

        if raise_first_window(error.path if error.path.is_dir() else error.path.parent):
            return 0
        return refuse(storage_sentence(error))
    except StorageError as error:
        return refuse(storage_sentence(error))
    if application is None:
        return 2
    install_hooks(application.window, FaultLog(folder))
    application.start()
    application.window.bars.tell(told)
    try:
        return app.exec()
    finally:
        application.stop()
        from ui.upkeep import back_up_at_close

        back_up_at_close(folder)


def open_application(folder: Path, lock: FolderLock) -> tuple[Application | None, str]:
    """The application, and what to tell in its window; None when its data are damaged and no backup was restored.

    Raises StorageErrors.
    """
    told = ""
    while True:
        try:
            return Application(folder, lock), told
        except (Damaged, NotOurs) as error:
            if not can_be_rescued(folder, error):
                raise
            complain(storage_sentence(error))
            rescued = rescue(folder, lock, error)
            if rescued is None:
                return None, ""
            told = rescued.words


def can_be_rescued(folder: Path, error: StorageError) -> bool:
    """Whether a window can be shown in which a backup is chosen. Another program's file is left alone without one."""
    from storage.backups import backup_folder, backups

    if QApplication.platformName() in ("offscreen", "minimal"):
        return False
    return isinstance(error, Damaged) or bool(backups(backup_folder(folder)))


def rescue(folder: Path, lock: FolderLock, error: StorageError) -> "Rescued | None":
    """Let the clerk restore a backup; None when the program is to end."""
    from ui.backups.first_window import FirstWindow as RescueWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = make_theme(app, Settings())
    return RescueWindow(folder, lock, error, theme, Icons(theme)).run()


def read_first_page(folder: Path, settings: Settings) -> Stored | tuple[Listing, ...]:
    """The report that was open last, else the reports. Raises StorageErrors."""
    if settings.last_report:
        try:
            stored = read_report(folder, settings.last_report)
            if stored.listing.trashed is None:
                return stored
        except StorageError:
            pass
    return read_listings(folder)


def make_theme(app: QApplication, settings: Settings) -> Theme:
    """The looks, worn by the application."""
    family = interface_family(resource("fonts", "NotoSansSC-Regular.ttf"))
    theme = Theme(family, Scheme(settings.scheme), settings.zoom / 100)
    dress(app, theme)
    follow_system(theme, app)
    return theme


def make_qt() -> QApplication:
    """The one QApplication, Chinese in its own dialogs too."""
    gc.disable()  # until the first paint: nothing is garbage yet, and looking for it takes time
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("chengbao")
    app.setApplicationDisplayName(_("呈报"))
    app.setApplicationVersion(VERSION)
    speak_chinese(app)
    return app


def speak_chinese(app: QApplication) -> None:
    """Give Qt's own dialogs their Chinese words."""
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


@cache
def declared() -> tuple[tuple[ReportType, ...], tuple[FrontGroup, ...]]:
    """The report types and the groups of basic data."""
    folder = resource("templates")
    return load_types(folder), load_front(folder)


def refuse(sentence: str) -> int:
    """Say why no window opens, on stderr and, where there is a screen, in a box."""
    complain(sentence)
    if QApplication.platformName() not in ("offscreen", "minimal"):
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(None, _("呈报"), sentence)
    return 2


def install_hooks(window: MainWindow, log: FaultLog) -> None:
    """An error nobody foresaw: save what is there, keep where it was, say so; the window goes on."""
    ordinary = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        ordinary(kind, error, trace)
        if threading.current_thread() is threading.main_thread() and not issubclass(kind, KeyboardInterrupt):
            window.flush()
            told = _("这一步没有做成，文字没有受影响。可以再试一次。")
            where = _("出错的位置记在“{path}”，不含报告文字。").format(path=log.path) if log.keep(kind, trace) else ""
            window.bars.warn(told, where)

    sys.excepthook = hook
