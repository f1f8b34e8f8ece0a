"""How a report comes into the store: from an outline, from a file or text, as the sample."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from report.report import Report
from resources.i18n import _
from storage.records import Listing, SourceText
from ui import library
from ui.context import Context

if TYPE_CHECKING:
    from storage.store import Store

Show = Callable[[Report, datetime, SourceText | None], None]


class Beginning(QObject):
    """Begins reports; `show` opens what was stored, `settle` saves the one that is open (False: stay)."""

    def __init__(self, context: Context, show: Show, settle: Callable[[], bool]) -> None:
        super().__init__(context.window)
        self._context, self._show, self._settle = context, show, settle
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
            _("文本文件 (*.txt);;所有文件 (*)"),
        )
        if name:
            self.from_paths([Path(name)])

    def from_clipboard(self) -> None:
        """Import the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._context.window.bars.warn(_("剪贴板里没有文字。先在 WPS 或网页里全选、复制，再来导入。"))
            return
        self._import(lambda: library.read_text(text, _("剪贴板"), self._context.types), _("剪贴板"))

    def from_paths(self, paths: Sequence[Path]) -> None:
        """Import files, such as dropped ones."""
        for path in paths:
            self._import(lambda path=path: library.read_file(path, self._context.types), path.name)

    def _import(self, read: Callable[[], Any], name: str) -> None:
        def done(found: tuple[Any, SourceText]) -> None:
            reading, source = found
            self.create(reading.report, source, _("导入“{name}”").format(name=name))

        def failed(error: BaseException) -> None:
            if isinstance(error, OSError):
                told = _("“{name}”打不开，没有导入。请核对文件还在不在、有没有读它的权限。")
                self._context.window.bars.warn(told.format(name=name))
                return
            self._context.tell_failure(error, name)

        self._context.tasks.run(read, done, failed)

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

    def create(self, report: Report, source: SourceText | None, what: str) -> None:
        """Store a report and open it: it is in the store from its first character."""
        if not self._settle():
            return
        context, who = self._context, self._context.who

        def job(store: "Store") -> datetime:
            return store.create(report, who=who, source=source, what=what).moment

        def done(moment: datetime) -> None:
            self._show(report, moment, source)
            if source is not None:
                context.window.bars.tell(import_sentence(source))

        context.ask(job, done)


def import_sentence(source: SourceText) -> str:
    """What an import did, in one sentence."""
    marks = sum(note.count for note in source.notes if note.rule == "marks")
    told = [_("已导入“{file}”").format(file=source.file)]
    if marks:
        told.append(_("{count}处半角标点已改为全角").format(count=marks))
    if source.unplaced:
        told.append(_("{count}处文字没有归处").format(count=len(source.unplaced)))
    return "，".join(told) + _("。在“编辑—导入说明”里可以查看和撤销。")
