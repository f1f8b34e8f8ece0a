"""How a report comes into the store: from an outline, from a file or text, as the sample."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from exports.files import write_whole
from report.errors import ReportError
from report.report import Report
from resources.i18n import _
from storage.records import Listing, SourceText
from ui import library
from ui.context import Context

if TYPE_CHECKING:
    from report.reading.manuscript import Manuscript
    from storage.store import Store

Show = Callable[[Report, datetime, SourceText | None], None]


class Beginning(QObject):
    """Begins reports.

    `show` shows what was stored, `settle` saves the one that is open (False: stay), `open_report` opens another.
    """

    def __init__(
        self, context: Context, show: Show, settle: Callable[[], bool], open_report: Callable[[str], None]
    ) -> None:
        super().__init__(context.window)
        self._context, self._show, self._settle, self._open = context, show, settle, open_report
        self.sample_is_coming = False

    def from_outline(self, office: str = "") -> None:
        """Begin a report from an outline."""
        from ui.dialogs.new_report import ask_new_report

        context = self._context
        year = library.writing_year(datetime.now())
        settings = context.settings
        chosen = ask_new_report(context.types, year, office or settings.office, context.theme, context.window)
        if chosen is None:
            return
        if chosen.office and not settings.office:
            context.keep(replace(settings, office=chosen.office))
        report = library.begin_report(chosen.type, chosen.year, chosen.office, settings.addressee)
        self.create(report, None, _("新建报告"))

    def from_file(self) -> None:
        """Choose a file and import it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._context.window,
            _("从文件导入"),
            self._context.settings.export_folder,
            _("文档 (*.docx *.doc *.wps *.html *.htm *.mht *.mhtml *.txt *.rtf *.odt *.json);;所有文件 (*)"),
        )
        if name:
            self.from_paths([Path(name)])

    def from_last_year(self, report_id: str, *, again: bool = False) -> None:
        """Begin the report of the year after a stored one: outline and texts stay, every number is to be given anew.

        Where there is one of that year already the clerk is asked, unless `again`.
        """
        context = self._context

        def job(store: "Store") -> tuple[Report, Listing | None]:
            last = store.load(report_id).report
            return last, library.year_after(store.reports(), last)

        def done(found: tuple[Report, Listing | None]) -> None:
            last, there = found
            if last.year is None:
                context.window.bars.warn(
                    _("这份报告没有写明年度，不知道下一年是哪一年。请先在“基本信息”里填上报告年度。")
                )
            elif there is not None and not again:
                told = _("{year}年度的报告已经有了。").format(year=last.year + 1)
                ways = (
                    (_("打开它"), lambda: self._open(there.id)),
                    (_("仍然新建"), lambda: self.from_last_year(report_id, again=True)),
                )
                context.window.bars.warn(told, ways=ways)
            else:
                self._roll_on(last, last.year + 1)

        context.ask(job, done)

    def _roll_on(self, last: Report, year: int) -> None:
        def done(report: Report) -> None:
            self.create(report, None, _("从{year}年度新建").format(year=last.year), rolled_sentence(report))

        def failed(error: BaseException) -> None:
            self._context.tell_failure(error, last.front.title)

        self._context.tasks.run(lambda: library.begin_next_year(self._context.types, last, year), done, failed)

    def from_clipboard(self) -> None:
        """Import what is on the clipboard: with its headings and tables where the program it comes from tells them."""
        data = QGuiApplication.clipboard().mimeData()
        text, html = data.text(), data.html() if data.hasHtml() else ""
        if not text.strip() and not html:
            self._context.window.bars.warn(_("剪贴板里没有文字。先在 WPS 或网页里全选、复制，再来导入。"))
            return
        self._import(lambda: library.read_clipboard(text, html), _("剪贴板"), self._preview)

    def from_paths(self, paths: Sequence[Path]) -> None:
        """Import files, such as dropped ones; one alone is shown before it is stored."""
        for path in paths:
            store = self._preview if len(paths) == 1 else self._store
            self._import(lambda path=path: library.read_file(path), path.name, store)

    def _import(
        self,
        read: "Callable[[], tuple[Manuscript | Report, bytes]]",
        name: str,
        done: "Callable[[Manuscript | Report, str, bytes], None]",
    ) -> None:
        def failed(error: BaseException) -> None:
            if isinstance(error, OSError):
                told = _("“{name}”打不开，没有导入。请核对文件还在不在、有没有读它的权限。")
                self._context.window.bars.warn(told.format(name=name))
                return
            self._context.tell_failure(error, name)

        self._context.tasks.run(read, lambda found: done(found[0], name, found[1]), failed)

    def _preview(self, found: "Manuscript | Report", name: str, original: bytes) -> None:
        """Show what was found; stored is what the clerk makes of it."""
        from ui.import_preview.dialog import ImportPreview

        context, types = self._context, self._context.types
        if isinstance(found, Report):
            self._store(found, name, original)
            return
        try:
            dialog = ImportPreview(
                name,
                found,
                types,
                lambda one, kind: library.find_report(one, types, kind),
                context.theme,
                context.window,
            )
        except ReportError as error:
            context.tell_failure(error, name)
            return

        def accepted() -> None:
            self._keep(*library.imported(dialog.reading, dialog.manuscript, name, types, original), name)

        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store(self, found: "Manuscript | Report", name: str, original: bytes) -> None:
        """Store what was found as it is."""
        try:
            self._keep(*library.imported_whole(found, name, self._context.types, original), name)
        except ReportError as error:
            self._context.tell_failure(error, name)

    def _keep(self, report: Report, source: SourceText, name: str) -> None:
        self.create(report, source, _("导入“{name}”").format(name=name))

    def show_notes(self) -> None:
        """What the import of the open report changed and could not place; marks can be set back."""
        from ui.dialogs.notes import NotesDialog

        window = self._context.window
        session = window.session
        if session is None or session.source is None:
            window.bars.tell(_("这份报告不是导入的，没有导入说明。"))
            return
        dialog = NotesDialog(session.source, session, self._context.theme, window)
        dialog.original_wished.connect(lambda: self._save_original(session.opened.report.id))
        dialog.exec()

    def _save_original(self, report_id: str) -> None:
        """Write the file that a report was imported from where the clerk says."""
        context = self._context

        def job(store: "Store") -> tuple[bytes, str]:
            source = store.load(report_id).source
            assert source is not None
            return store.original(report_id) or source.text.encode(), source.file

        def done(found: tuple[bytes, str]) -> None:
            data, name = found
            folder = Path(context.settings.export_folder)
            path, _kind = QFileDialog.getSaveFileName(
                context.window, _("另存原文件"), str(folder / (name or "原文.txt"))
            )
            if path:
                context.tasks.run(
                    lambda: write_whole(Path(path), data),
                    lambda _done: context.window.bars.tell(_("已另存“{name}”").format(name=Path(path).name)),
                    lambda error: context.tell_failure(error, Path(path).name),
                )

        context.ask(job, done)

    def sample(self) -> None:
        """Store the sample as a report of the clerk's and open it."""
        report = library.sample_report(self._context.types)
        self._context.keep(replace(self._context.settings, sample=report.id))
        self.create(report, None, _("打开示例"))

    def keep_sample(self, show: Callable[[tuple[Listing, ...]], None]) -> None:
        """On the first run: store the sample and list it, unless it was asked for already."""
        context = self._context
        if context.settings.sample:
            return
        self.sample_is_coming = True
        report, who = library.sample_report(context.types), context.who
        context.keep(replace(context.settings, sample=report.id))

        def job(store: "Store") -> tuple[Listing, ...]:
            store.create(report, who=who, what=_("存入示例"))
            store.rename(report.id, _("示例：{title}").format(title=report.front.title), who)
            return store.reports()

        def done(listings: tuple[Listing, ...]) -> None:
            self.sample_is_coming = False
            show(listings)

        context.ask(job, done)

    def create(self, report: Report, source: SourceText | None, what: str, told: str = "") -> None:
        """Store a report and open it: it is in the store from its first character. `told` is said then."""
        if not self._settle():
            return
        context, who = self._context, self._context.who

        def job(store: "Store") -> datetime:
            if source is not None:
                store.back_up_before_import()
            return store.create(report, who=who, source=source, what=what).moment

        def done(moment: datetime) -> None:
            self._show(report, moment, source)
            context.window.bars.tell(
                told or (import_sentence(source) if source is not None else ""), self._ways(report, source)
            )

        context.ask(job, done)

    def _ways(self, report: Report, source: SourceText | None) -> Sequence[tuple[str, Callable[[], None]]]:
        """What an imported report of a year gone by is mostly wanted for."""
        if source is None or report.year is None or report.year >= library.writing_year(datetime.now()):
            return ()
        words = _("从它新建{year}年度的").format(year=report.year + 1)
        return ((words, lambda: self.from_last_year(report.id)),)


def rolled_sentence(report: Report) -> str:
    """What a report begun from last year's has, and what is to be done."""
    from report.carrying import carried
    from report.indicators.quoting import quotations

    count = sum(1 for _one in carried(report))
    numbers = len({one.link.indicator for one in quotations(report)})
    return _("去年的文字都在，年份已换成{year}年：{count}段标着“未改动”，{numbers}个数待填。").format(
        year=report.year, count=count, numbers=numbers
    )


def import_sentence(source: SourceText) -> str:
    """What an import did, in one sentence."""
    marks = sum(note.count for note in source.notes if note.rule == "marks")
    told = [_("已导入“{file}”").format(file=source.file)]
    if marks:
        told.append(_("{count}处半角标点已改为全角").format(count=marks))
    if source.unplaced:
        told.append(_("{count}处文字没有归处").format(count=len(source.unplaced)))
    return "，".join(told) + _("。在“编辑—导入说明”里可以查看和撤销。")
