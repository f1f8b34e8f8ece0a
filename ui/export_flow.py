"""Export from the window: once by one click, as a dialog, for submission; what is missing is asked about before."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from exports.errors import ExportError
from report.compose import Copy
from report.document import CLOSING, Place
from report.holes import Hole, Lack, find_holes
from report.publishing import with_publication_note
from report.report import Report
from resources.i18n import _
from ui.context import Context
from ui.dialogs.answers import Answer
from ui.export_run import ExportRun, Job
from ui.exporting import (
    Exported,
    check_work,
    document_work,
    export_work,
    free_name,
    suggested_name,
    suggested_stem,
)
from ui.fields.base import finish_typing
from ui.open_report import OpenReport
from ui.places import place_words
from ui.sentences import hole_sentence, missing_character_sentence, sentence

if TYPE_CHECKING:
    from exports.pdf.export import MissingCharacter
    from report.checking.finding import Finding
    from storage.store import Store
    from ui.checking.watch import CheckState

Lacks: TypeAlias = list[tuple[str, Place]]
"""Sentences about what is missing, each with the place where it is to be filled in."""

_NAMED = 20
"""Characters without a face that are named one by one."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: which copy, where, of which report.

    `others` are further files of other formats, `with_record` asks for the list of findings beside them; `masked` are
    findings that the report no longer has.
    """

    copy: Copy
    target: Path
    report: Report
    masked: "tuple[Finding, ...]" = ()
    others: tuple[Path, ...] = ()
    with_record: bool = False

    def as_draft(self) -> "Order":
        """The same files of the draft, under its name."""
        stem = suggested_stem(self.report, Copy.DRAFT)
        named = [path.with_name(stem + path.suffix) for path in (self.target, *self.others)]
        return replace(self, copy=Copy.DRAFT, target=named[0], others=tuple(named[1:]))


class ExportFlow(QObject):
    """The export of the open report."""

    def __init__(self, context: Context, handed_in: Callable[[str], None]) -> None:
        """`handed_in` is told the id of a report that was handed in."""
        super().__init__(context.window)
        self._of, self._handed_in = context, handed_in
        self._last: dict[str, Order] = {}

    def export_again(self) -> None:
        """One click: the submission copy as the files and to where it went last; the first time the dialog."""
        opened = self._opened()
        if opened is None:
            return
        last = self._last.get(opened.report.id)
        if last is None or not last.target.parent.is_dir():
            self.export_as()
        else:
            self._export(replace(last, report=opened.report))

    def export_as(self) -> None:
        """Choose copy, files, folder and name."""
        opened = self._opened()
        if opened is None:
            return
        from ui.dialogs.export import RECORD, ExportDialog

        holes, settings = find_holes(opened.type, opened.report), self._of.settings
        dialog = ExportDialog(
            opened.report,
            self._folder(),
            holes,
            self._of.window,
            self._of.theme,
            settings.export_files,
            note=settings.export_note,
        )
        if not dialog.exec():
            return
        target, files, note = dialog.target(), dialog.files(), dialog.wants_note()
        if dialog.publication.isEnabled():
            settings = replace(settings, export_note=note)
        self._of.keep(replace(settings, export_folder=str(target.parent), export_files=files))
        is_noted = note and dialog.copy() is Copy.PUBLIC
        report = with_publication_note(opened.report) if is_noted else opened.report
        wish = Order(dialog.copy(), target, report, others=dialog.others(), with_record=RECORD in files)
        order = self._masked(opened, wish)
        if order is not None:
            self._export(order)

    def submit(self) -> None:
        """Hand in: export the submission copy, freeze the version with the file's SHA-256."""
        opened = self._opened()
        if opened is None:
            return
        lacks = self._lacks(Order(Copy.SUBMISSION, Path(), opened.report))
        if lacks:
            if self._ask(lacks, submitting=True) is not Answer.CONFIRM:
                return
        elif not self._sure():
            return
        name, _kind = QFileDialog.getSaveFileName(
            self._of.window,
            _("报送定稿"),
            str(self._folder() / suggested_name(opened.report, Copy.SUBMISSION)),
            "PDF (*.pdf)",
        )
        if name:
            told = tuple(sentence_ for sentence_, _place in lacks)
            order = Order(Copy.SUBMISSION, _with_suffix(Path(name)), opened.report)
            self._run(order, lambda done: self._freeze(done[0], told))

    def rescue(self) -> None:
        """Save a copy of the text elsewhere, because the store cannot take it."""
        opened = self._opened()
        if opened is None:
            return
        name, _kind = QFileDialog.getSaveFileName(
            self._of.window, _("另存到"), suggested_name(opened.report, Copy.DRAFT), "PDF (*.pdf)"
        )
        if name:
            order = Order(Copy.DRAFT, _with_suffix(Path(name)), opened.report)
            self._run(order, lambda done: self._of.window.bars.show_exported(done[0]), settle=False)

    def save_record(self, state: "CheckState") -> None:
        """Save what a check found, and what is ignored, as a list beside the report."""
        from ui.checking.saving import save_record

        opened = self._opened()
        if opened is not None:
            last = self._last.get(opened.report.id)
            save_record(self._of, opened, state, last.target.parent if last is not None else self._folder())

    def ask_leave_unsaved(self) -> bool:
        """The text could not be saved: stay, or leave and lose it."""
        box = QMessageBox(self._of.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(_("最近的修改还没有存上。"))
        box.setInformativeText(_("现在离开会丢掉没有存上的文字。可以先另存一份草稿。"))
        stay = box.addButton(_("留在这里"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(_("丢掉并离开"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _opened(self) -> OpenReport | None:
        finish_typing()
        session = self._of.window.session
        return session.opened if session else None

    def _folder(self) -> Path:
        kept = self._of.settings.export_folder
        if kept and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _masked(self, opened: OpenReport, order: Order) -> Order | None:
        """Of a copy to be published: what must not be told is masked, unless the clerk says otherwise.

        None: the clerk thought better of it.
        """
        if order.copy is not Copy.PUBLIC:
            return order
        from report.checking.masking import to_mask
        from report.checking.repairing import repair
        from ui.checking.masking import ask_masking

        findings = to_mask(self._checked(opened).standing)
        if not findings:
            return order
        wanted = ask_masking(opened, findings, self._of.groups, self._of.theme, self._of.window)
        if wanted is None:
            return None
        return replace(order, report=repair(order.report, wanted).report, masked=tuple(wanted))

    def _export(self, order: Order) -> None:
        """Ask about what is missing, then write."""
        opened = self._opened()
        if opened is None:
            return

        def checked(missing: "tuple[MissingCharacter, ...]") -> None:
            self._export_checked(order, self._lacks(order, missing))

        self._of.tasks.run(check_work(opened.type, order.report, order.copy), checked, self._tell_failed(order.target))

    def _checked(self, opened: OpenReport) -> "CheckState":
        """What the check finds in the open report."""
        session = self._of.window.session
        assert session is not None
        assert session.opened is opened
        return session.workplace.watch.now()

    def _lacks(self, order: Order, missing: "Sequence[MissingCharacter]" = ()) -> Lacks:
        """What stops a copy of the report, as sentences with their places: what is missing, what the check blocks."""
        opened, copy, report = self._opened(), order.copy, order.report
        if opened is None:
            return []
        holes = find_holes(opened.type, report, copy) if copy is not Copy.DRAFT else ()
        lacks = [(hole_sentence(hole), hole_place(hole)) for hole in holes]
        if copy is not Copy.DRAFT:
            lacks += blocks_of(one for one in self._checked(opened).standing if one not in order.masked)
        for one in missing[:_NAMED]:
            where = place_words(one.place, report)
            lacks.append((missing_character_sentence(one, where), one.place))
        return lacks

    def _export_checked(self, order: Order, lacks: Lacks) -> None:
        """Write, or ask first when something is missing."""
        if lacks:
            answer = self._ask(lacks)
            if answer is Answer.DRAFT:
                order = order.as_draft()
            elif answer is Answer.CONFIRM:
                self._record(lacks)
            else:
                return
        self._run(order, lambda done: self._exported(order, done))
        if order.copy is Copy.SUBMISSION:
            self._last[order.report.id] = order

    def _ask(self, lacks: Lacks, *, submitting: bool = False) -> Answer:
        from ui.dialogs.holes import HolesDialog

        dialog = HolesDialog(lacks, self._of.theme, self._of.icons, self._of.window, submitting=submitting)
        dialog.exec()
        if dialog.answer is Answer.JUMP:
            self._of.window.show_place(dialog.place)
        return dialog.answer

    def _sure(self) -> bool:
        box = QMessageBox(self._of.window)
        box.setText(_("报送会导出报送稿，并把现在的文字定为一稿。"))
        box.setInformativeText(_("以后再改，列表里会标明与报送的不同。"))
        go = box.addButton(_("导出并定稿"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("取消"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is go

    def _record(self, lacks: Lacks) -> None:
        """Keep that somebody exported a submission copy knowing what was missing."""
        opened = self._opened()
        if opened is None:
            return
        report_id, who = opened.report.id, self._of.who
        sentences = tuple(told for told, _place in lacks)

        def job(store: "Store") -> object:
            return store.confirm(report_id, _("按正式稿导出"), sentences, who)

        self._of.ask(job, lambda _kept: None)

    def _run(self, order: Order, done: Callable[[Sequence[Exported]], None], *, settle: bool = True) -> None:
        opened = self._opened()
        session = self._of.window.session
        if opened is None or session is None:
            return
        if settle:
            session.autosave.flush()
        moment = session.autosave.moment
        jobs = [
            Job(path, export_work(opened.type, order.report, order.copy, path, moment))
            for path in (order.target, *order.others)
        ]
        if order.with_record:
            jobs.append(self._record_job(opened, order.target))
        ExportRun(self._of, jobs, done, lambda path, error: self._tell_failed(path)(error)).start()

    def _record_job(self, opened: OpenReport, target: Path) -> Job:
        """The list of what the check finds, beside the report's file."""
        from ui.checking.record import record

        state = self._checked(opened)
        path = target.with_name(target.stem + _("_体检清单") + ".pdf")
        return Job(path, document_work(record(opened.type, state, self._of.who), path, state.moment))

    def _tell_failed(self, target: Path) -> Callable[[BaseException], None]:
        """What to do when a file could not be written: say why, offer another place."""

        def failed(error: BaseException) -> None:
            if not isinstance(error, ExportError):
                raise error
            other = _("也可以换个名字，例如“{name}”。").format(name=free_name(target).name)
            self._of.window.bars.warn(sentence(error), other, [(_("换位置…"), self.export_as)])

        return failed

    def _exported(self, order: Order, written: Sequence[Exported]) -> None:
        """Say it, and keep what was exported as a version, but for drafts and what is kept already."""
        done = written[0]
        self._of.window.bars.show_exported(*written)
        names = {Copy.SUBMISSION: _("导出的报送稿"), Copy.PUBLIC: _("导出的公开稿")}
        name, who, report = names.get(order.copy), self._of.who, order.report
        if name is None:
            return

        def job(store: "Store") -> None:
            same = [one for one in store.versions(report.id) if one.name == name]
            if not same or store.version(report.id, same[-1].sequence).report != report:
                store.freeze(report.id, name, "", done.sha256, who, report)

        self._of.ask(job, lambda _kept: None)

    def _freeze(self, done: Exported, lacks: Sequence[str]) -> None:
        opened = self._opened()
        if opened is None:
            return
        report: Report = opened.report
        who, name = self._of.who, _("报送稿")

        def job(store: "Store") -> object:
            store.save(report, who=who, what=_("报送定稿"))
            return store.submit(report.id, name, Copy.SUBMISSION.value, done.sha256, lacks, who)

        def frozen(_version: object) -> None:
            self._of.window.bars.show_exported(done)
            self._handed_in(report.id)

        self._of.ask(job, frozen)


def hole_place(hole: Hole) -> Place:
    """Where a missing thing is to be filled in."""
    if hole.lack is Lack.FRONT:
        return Place("front", hole.field)
    if hole.lack is Lack.PREFACE:
        return Place("preface")
    return Place(hole.section or CLOSING, hole.field, hole.block)


def blocks_of(findings: "Iterable[Finding]") -> Lacks:
    """What the check blocks and is no hole."""
    from report.checking.stopping import stopping
    from ui.checking.rows import place_of

    return [(_("{message}。").format(message=one.message), place_of(one)) for one in stopping(findings)]


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
