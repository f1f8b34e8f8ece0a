"""Pictures of the window at work: start page, tabs, dialogs, bars, in both schemes; page 1 of the sample's PDF."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from exports.pdf.export import export_pdf
from exports.pdf.faces import bundled_faces
from report.compose import compose
from report.document import Place
from report.holes import find_holes
from report.report import TEXT_FIELD
from resources import resource
from storage.errors import DiskFull
from storage.location import data_folder
from storage.lock import FolderLock
from ui import library
from ui.application import Application, declared
from ui.autosave import SaveState, Saving
from ui.dialogs.export import ExportDialog
from ui.dialogs.holes import HolesDialog
from ui.dialogs.input_method import InputMethodDialog
from ui.dialogs.new_report import NewReportDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.export_flow import hole_place
from ui.exporting import Exported
from ui.help.page import HelpPage
from ui.icons import Icons
from ui.input_diagnosis import Facts
from ui.sentences import hole_sentence
from ui.theme import Scheme, Theme

_SIZE = (1366, 696)


def render(folder: Path, app: QApplication, theme: Theme, icons: Icons) -> None:
    """Write the pictures into a folder."""
    del icons
    with TemporaryDirectory() as name:
        data = data_folder(name)
        program = Application(data, FolderLock.take(data), theme)
        try:
            _Camera(folder, app, program).take_all()
        finally:
            program.window.may_close = lambda: True
            program.window.close()
            program.stop()
    _page_one(folder)


class _Camera:
    """Walks through the window and takes pictures."""

    def __init__(self, folder: Path, app: QApplication, program: Application) -> None:
        self._folder, self._app, self._program = folder, app, program

    def take_all(self) -> None:
        """Every picture."""
        program, window = self._program, self._program.window
        program.start()
        window.resize(*_SIZE)
        self._wait(lambda: len(window.start_page.cards) == 1)
        self._shot("start-first")
        program.controller.open_sample()
        self._wait(lambda: window.session is not None)
        self._pause()
        self._parts("editor")
        self._bars()
        self._help()
        self._other_looks()
        self._dialogs()
        program.controller.go_home()
        self._pause()
        self._shot("start")

    def _parts(self, name: str) -> None:
        session = self._program.window.session
        assert session is not None
        for number, part in enumerate(session.workplace.column.parts.parts):
            session.workplace.show_part(part.id)
            self._shot(f"{name}-{number:02d}-{part.id if number < 2 else part.title}")

    def _help(self) -> None:
        """At a usual part of a section, the contents, a search, the keys; stays open for the other looks."""
        session = self._program.window.session
        assert session is not None
        workplace = session.workplace
        section = next(one for one in session.opened.report.sections if one.kind == "measures")
        workplace.show_place(Place(section.id, TEXT_FIELD, section.text[-1].id))
        workplace.toggle_help()
        self._shot("help-part")
        page = workplace.panel.page("help")
        assert isinstance(page, HelpPage)
        for address in ("contents", "keys", "writing"):
            page.choose(address)
            self._shot(f"help-{address}")
        page.search.setText("应诉")
        self._shot("help-search")
        page.follow(Place(section.id, TEXT_FIELD, section.text[-1].id))

    def _bars(self) -> None:
        window = self._program.window
        session = window.session
        assert session is not None
        session.workplace.show_nth(5)
        window.bars.show_exported(Exported(Path("/文档/青溪县应急管理局_2024年法治政府建设年度报告.pdf"), ""))
        self._shot("bar-exported")
        now = datetime.now(UTC)
        failed = SaveState(Saving.FAILED, now, now, 3, DiskFull(self._program.archive.folder / "chengbao.db"))
        window.bars.show_failure(failed)
        window.status.show_state(failed)
        self._shot("bar-disk-full")
        window.bars.clear_failure(replace(failed, saving=Saving.SAVED))
        window.status.show_state(session.autosave.state)

    def _other_looks(self) -> None:
        window, theme = self._program.window, self._program.theme
        theme.set_scheme(Scheme.DARK)
        self._shot("dark")
        theme.set_scheme(Scheme.LIGHT)
        theme.set_zoom(1.5)
        self._shot("zoom-150")
        theme.set_zoom(1.0)
        window.resize(1920, 1008)
        self._shot("wide")
        window.resize(*_SIZE)

    def _dialogs(self) -> None:
        program, window = self._program, self._program.window
        types, _groups = declared()
        theme = program.theme
        empty = library.begin_report(types[0], 2024, "青溪县水利局", "")
        holes = find_holes(types[0], empty)
        lacks = [(hole_sentence(hole), hole_place(hole)) for hole in holes]
        settings = program.context.settings
        self._dialog("new", NewReportDialog(types, 2024, "", theme, window))
        self._dialog("export", ExportDialog(empty, Path("/文档"), holes, window, theme))
        self._dialog("holes", HolesDialog(lacks, theme, program.icons, window))
        self._dialog("shortcuts", ShortcutsDialog(theme, window))
        kylin = Facts("linux", "xcb", "fcitx", "ibus", "@im=fcitx", ("compose", "ibus"), True, frozenset({"fcitx"}))
        self._dialog("input-method", InputMethodDialog(theme, program.icons, window, kylin))
        self._dialog("settings", SettingsDialog(settings, types[0].deadlines, Path("/数据"), theme, window))

    def _dialog(self, name: str, dialog: QDialog) -> None:
        dialog.show()
        self._shot(f"dialog-{name}", dialog)
        dialog.close()

    def _shot(self, name: str, widget: QWidget | None = None) -> None:
        self._pause()
        (widget or self._program.window).grab().save(str(self._folder / f"{name}.png"))

    def _pause(self) -> None:
        until = time.monotonic() + 0.15
        self._wait(lambda: time.monotonic() > until)

    def _wait(self, done: Callable[[], bool], seconds: float = 10) -> None:
        until = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < until, "the window does not come to rest"
            self._app.processEvents()
            time.sleep(0.005)


def _page_one(folder: Path) -> None:
    """The sample's first page as a picture."""
    types, _groups = declared()
    report = library.sample_report(types)
    document = compose(library.type_of(types, report.type.id), report)
    data = export_pdf(document, bundled_faces(resource("fonts")), datetime(2025, 1, 10, tzinfo=UTC))
    pdf: Any = pypdfium2.PdfDocument(data)
    pdf[0].render(scale=1.2).to_pil().save(folder / "page-1.png")
    pdf.close()
