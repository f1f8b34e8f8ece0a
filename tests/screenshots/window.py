"""Pictures of the window at work: every page, panel, dialog and bar, in every look; contact sheets of each look."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from exports.pdf.export import export_pdf
from exports.pdf.faces import bundled_faces
from exports.text import export_text
from report.codec import to_data
from report.compose import compose
from report.content import Table
from report.document import FIGURES, Place
from report.holes import find_holes
from report.indicators.pasting import Unmatched
from report.indicators.quoting import quotations, values_in
from report.indicators.unlinked import standings, unlinked_counts
from report.reading.manuscript import Manuscript
from report.reading_data import from_data
from report.report import TEXT_FIELD, Report
from resources import resource
from storage.backups import Reason, back_up
from storage.errors import DiskFull
from storage.location import data_folder
from storage.lock import FolderLock
from tests.screenshots.backups import backup_dialogs, damages
from tests.screenshots.checks import check_dialogs, walk_through_checks
from tests.screenshots.past import history_dialogs
from tests.screenshots.sheets import contact_sheets
from ui import library
from ui.application import Application, declared
from ui.autosave import SaveState, Saving
from ui.backup_words import second_missing
from ui.dialogs.about import AboutDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.holes import HolesDialog
from ui.dialogs.input_method import InputMethodDialog
from ui.dialogs.new_report import NewReportDialog
from ui.dialogs.places import PlacesDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.export_flow import hole_place
from ui.exporting import Exported
from ui.fields.table_dialog import TableDialog
from ui.figures.ledger import ledger_of
from ui.figures.own_dialog import OwnDialog
from ui.figures.register import RegisterDialog
from ui.figures.unmatched import UnmatchedDialog
from ui.finding.page import FindPage
from ui.finding.scope import Scope
from ui.help.page import HelpPage
from ui.icons import Icons
from ui.import_preview.dialog import ImportPreview
from ui.input_diagnosis import Facts
from ui.sentences import hole_sentence
from ui.theme import Scheme, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is shown: what is left of the screen below title and task bar, colours, zoom."""

    width: int
    height: int
    scheme: Scheme
    zoom: float

    @property
    def name(self) -> str:
        """Folder of its pictures."""
        return f"{self.width}-{self.scheme.value}-{self.zoom:.0%}".rstrip("%")


USUAL = Look(1366, 696, Scheme.LIGHT, 1.0)
LOOKS = tuple(
    Look(width, height, scheme, zoom)
    for width, height in ((1366, 696), (1920, 1008))
    for scheme in (Scheme.LIGHT, Scheme.DARK)
    for zoom in (1.0, 1.5)
)


def render(folder: Path, app: QApplication, theme: Theme, icons: Icons) -> None:
    """Write the pictures into a folder, those of each look into one of its own; the usual ones also here."""
    del icons
    with TemporaryDirectory() as name:
        data = data_folder(name)
        program = Application(data, FolderLock.take(data), theme)
        try:
            camera = _Camera(folder, app, program)
            for look in LOOKS:
                camera.take_all(look)
        finally:
            program.window.may_close = lambda: True
            program.window.close()
            program.stop()
            theme.set_scheme(Scheme.LIGHT)
            theme.set_zoom(1.0)
    for look in LOOKS:
        contact_sheets(folder / look.name, folder / "sheets", look.name)
    _page_one(folder)


class _Camera:
    """Walks through the window and takes pictures."""

    def __init__(self, folder: Path, app: QApplication, program: Application) -> None:
        self._root = self._folder = folder
        self._app, self._program = app, program
        program.start()
        self._wait(lambda: len(program.window.start_page.cards) == 1)
        program.window.resize(USUAL.width, USUAL.height)
        self._shot("start-first")

    def take_all(self, look: Look) -> None:
        """Every picture in one look."""
        program, window = self._program, self._program.window
        self._folder = self._root / look.name
        self._folder.mkdir(exist_ok=True)
        program.theme.set_scheme(look.scheme)
        program.theme.set_zoom(look.zoom)
        window.resize(look.width, look.height)
        program.controller.open_sample()
        self._wait(lambda: window.session is not None)
        for key in ("message", "notice"):
            window.bars.stack.remove(key)
        self._pause()
        self._parts(look)
        self._figures()
        self._panels()
        self._checks()
        self._help()
        self._bars()
        self._dialogs()
        self._backups()
        program.controller.go_home()
        self._pause()
        self._shot("start")
        self._empty()

    @property
    def _workplace(self) -> Workplace:
        session = self._program.window.session
        assert session is not None
        return session.workplace

    def _parts(self, look: Look) -> None:
        for number, part in enumerate(self._workplace.column.parts.parts):
            self._workplace.show_part(part.id)
            kind = _kind_of(self._workplace, part.id)
            name = f"editor-{number:02d}-{kind}"
            self._shot(name)
            if look == USUAL:
                self._shot(name, folder=self._root)

    def _figures(self) -> None:
        """Beside last year, with what is wrong; in a section; the card and the list of a quoted number."""
        workplace = self._workplace
        opened = workplace.desk.opened
        workplace.show_last_year(_year_before(opened.report))
        ledger = ledger_of(opened)
        for indicator, text in (("officers_licensed", "400"), ("mediated", "3-5"), ("penalties", "90")):
            ledger.type_in(indicator, text)
        workplace.show_place(Place(FIGURES, "officers"))
        self._pause(1.0)
        self._shot("figures-wrong")
        quotation = next(quotations(opened.report))
        workplace.show_place(quotation.place)
        page = workplace.page_of(workplace.current_part)
        assert isinstance(page, SectionPage)
        assert page.prose is not None
        block = page.figures.block
        if block is not None and not block.is_open:
            block.toggle()
        self._shot("figures-section")
        if block is not None:
            block.toggle()
        text = page.prose.text
        text.setFocus()
        text.place_cursor(quotation.place.block, quotation.link.start + 1)
        QTest.keyClick(text, Qt.Key.Key_F2)
        self._shot("quote-card")
        QTest.keyClick(text, Qt.Key.Key_Escape)
        QTest.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        self._shot("quote-list")
        box = QApplication.focusWidget()
        if box is not None and box is not text:
            QTest.keyClick(box, Qt.Key.Key_Escape)
        while opened.can_undo:
            opened.undo()
        workplace.show_last_year(None)

    def _panels(self) -> None:
        workplace = self._workplace
        workplace.show_last_year(_year_before(workplace.desk.opened.report))
        workplace.show_nth(5)
        workplace.focus_text()
        for name in workplace.panel.names:
            workplace.panel.show_page(name)
            self._pause(0.6)
            self._shot(f"panel-{name}")
        page = workplace.panel.page("find")
        assert isinstance(page, FindPage)
        workplace.panel.show_page("find")
        page.begin("行政处罚", Scope.WHOLE, replacing=True)
        page.top.rows.box.setText("行政执法")
        self._pause(0.6)
        self._shot("panel-replace")
        page.begin("没有的词", Scope.WHOLE, replacing=False)
        self._pause(0.6)
        self._shot("panel-find-nothing")
        workplace.panel.show_page("")
        workplace.show_last_year(None)
        workplace.panel.show_page("last_year")
        self._shot("panel-last_year-none")
        workplace.panel.show_page("")

    def _checks(self) -> None:
        """The open finding, what is ignored, nothing found, the dialogs of the check."""
        workplace = self._workplace
        for name in walk_through_checks(workplace):
            self._pause(0.3)
            self._shot(f"check-{name}")
        for name, dialog in check_dialogs(workplace, self._program):
            dialog.show()
            self._shot(f"dialog-{name}", dialog)
            dialog.close()
            dialog.deleteLater()
        while workplace.desk.opened.can_undo:
            workplace.desk.opened.undo()
        workplace.panel.show_page("")

    def _help(self) -> None:
        """At a usual part of a section, the contents, a search, the keys."""
        workplace = self._workplace
        section = next(one for one in workplace.desk.opened.report.sections if one.kind == "measures")
        workplace.show_place(Place(section.id, TEXT_FIELD, section.text[-1].id))
        workplace.panel.show_page("help")
        self._shot("help-part")
        page = workplace.panel.page("help")
        assert isinstance(page, HelpPage)
        for address in ("contents", "keys", "writing"):
            page.choose(address)
            self._shot(f"help-{address}")
        page.search.setText("应诉")
        self._shot("help-search")
        page.follow(Place(section.id, TEXT_FIELD, section.text[-1].id))
        workplace.panel.show_page("")

    def _bars(self) -> None:
        window = self._program.window
        session = window.session
        assert session is not None
        window.bars.show_exported(Exported(Path("/文档/青溪县应急管理局_2024年法治政府建设年度报告.pdf"), ""))
        self._shot("bar-exported")
        now = datetime.now(UTC)
        failed = SaveState(Saving.FAILED, now, now, 3, DiskFull(self._program.archive.folder / "chengbao.db"))
        window.bars.show_failure(failed)
        window.status.show_state(failed)
        self._shot("bar-disk-full")
        window.bars.clear_failure(replace(failed, saving=Saving.SAVED))
        self._shot("bar-saved-again")
        for key in ("message", "notice"):
            window.bars.stack.remove(key)
        window.status.show_state(session.autosave.state)

    def _dialogs(self) -> None:
        for name, dialog in self._all_dialogs():
            dialog.show()
            self._shot(f"dialog-{name}", dialog)
            dialog.close()
            dialog.deleteLater()

    def _backups(self) -> None:
        """The dialogs, and the bars that lead there and tell what was done."""
        for name, dialog in backup_dialogs(self._program, self._wait):
            self._shot(f"dialog-{name}", dialog)
        program, bars = self._program, self._program.window.bars
        report = program.window.report
        assert report is not None
        back_up(program.archive.folder, Reason.CLOSE, datetime.now(UTC))
        program._tell_damage(damages(report))
        self._wait(lambda: bars.stack.bar("notice") is not None)
        self._shot("bar-damage")
        bars.withdraw_notice()
        bars.tell("已恢复到11月22日09:14的备份。", [("撤销恢复", lambda: None)])
        self._shot("bar-restored")
        bars.remark(second_missing("/media/张三/U盘"))
        self._shot("bar-no-stick")
        bars.stack.remove("message")

    def _all_dialogs(self) -> Iterator[tuple[str, QDialog]]:
        program, window = self._program, self._program.window
        types, _groups = declared()
        theme = program.theme
        empty = library.begin_report(types[0], 2024, "青溪县水利局", "")
        holes = find_holes(types[0], empty)
        lacks = [(hole_sentence(hole), hole_place(hole)) for hole in holes]
        table = Table("t", (("类别", "件数"), ("行政许可", "318"), ("行政处罚", "46")), 1, "2024年行政执法情况")
        yield "new", NewReportDialog(types, 2024, "", theme, window)
        yield "export", ExportDialog(empty, Path("/文档"), holes, window, theme, ("pdf", "docx"))
        found = Manuscript(export_text(compose(types[0], library.sample_report(types))).decode())
        yield (
            "import",
            ImportPreview(
                "去年.docx", found, types, lambda one, kind: library.find_report(one, types, kind), theme, window
            ),
        )
        yield "holes", HolesDialog(lacks, theme, program.icons, window)
        yield "settings", SettingsDialog(program.context.settings, types[0].deadlines, Path("/数据"), theme, window)
        yield "shortcuts", ShortcutsDialog(theme, window)
        kylin = Facts("linux", "xcb", "fcitx", "ibus", "@im=fcitx", ("compose", "ibus"), True, frozenset({"fcitx"}))
        yield "input-method", InputMethodDialog(theme, program.icons, window, kylin)
        report = program.window.report
        assert report is not None
        place = Place(report.sections[0].id, TEXT_FIELD)
        unread = [(f"第一部分第{number}段：深入学习贯彻习近平法治思想，坚持", place) for number in (1, 2)]
        groups = [("2段还是去年的文字", unread)]
        yield "unread", PlacesDialog("去年沿用、还没有看过的", "", groups, theme, program.icons, window)
        values = values_in(types[0], report)
        counts = tuple(standings(values, unlinked_counts(types[0], report)))[:9]
        yield "register", RegisterDialog(counts, values, theme, window)
        yield "own", OwnDialog(theme, window, "夜间巡查", "次")
        yield "unmatched", UnmatchedDialog([Unmatched("夜间巡查", "12"), Unmatched("", "3")], theme, window)
        yield from history_dialogs(program)
        yield "about", AboutDialog(Path("/数据"), theme, window)
        yield "table", TableDialog(table, theme, program.icons, window)

    def _empty(self) -> None:
        """A report that was only just begun."""
        program = self._program
        types, _groups = declared()
        program.controller.show(library.begin_report(types[0], 2025, "青溪县水利局", ""), None)
        for number in (0, 2, 5, 6, 9):
            self._workplace.show_nth(number)
            self._shot(f"empty-{number:02d}")
        program.window.show_start()

    def _shot(self, name: str, widget: QWidget | None = None, folder: Path | None = None) -> None:
        self._pause()
        (widget or self._program.window).grab().save(str((folder or self._folder) / f"{name}.png"))

    def _pause(self, seconds: float = 0.15) -> None:
        until = time.monotonic() + seconds
        self._wait(lambda: time.monotonic() > until)

    def _wait(self, done: Callable[[], bool], seconds: float = 10) -> None:
        until = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < until, "the window does not come to rest"
            self._app.processEvents()
            time.sleep(0.005)


def _kind_of(workplace: Workplace, part: str) -> str:
    """What a part is: the kind of its section, else its own id."""
    sections = workplace.desk.opened.report.sections
    return next((one.kind or "own" for one in sections if one.id == part), part)


def _year_before(report: Report) -> Report:
    """A report of the year before that reads a little otherwise."""
    text = json.dumps(to_data(report), ensure_ascii=False)
    for year in (2023, 2024):
        text = text.replace(str(year + 1), str(year))
    for this, last in (("46件", "39件"), ("专家论证会2次", "专家论证会1次"), ("，开展风险评估1次", "")):
        text = text.replace(this, last)
    return from_data(json.loads(text))


def _page_one(folder: Path) -> None:
    """The sample's first page as a picture."""
    types, _groups = declared()
    report = library.sample_report(types)
    document = compose(library.type_of(types, report.type.id), report)
    data = export_pdf(document, bundled_faces(resource("fonts")), datetime(2025, 1, 10, tzinfo=UTC))
    pdf: Any = pypdfium2.PdfDocument(data)
    pdf[0].render(scale=1.2).to_pil().save(folder / "page-1.png")
    pdf.close()
