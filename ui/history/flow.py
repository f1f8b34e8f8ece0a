"""The history in the window: what the dialog asks of the store, what is restored, and versions by name."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from report.compose import section_label
from report.document import Place
from report.errors import ReportError
from report.identity import random_id
from report.last_year import ATTACHMENTS
from report.report import Report
from report.reverting import reverted
from report.state_comparison import States
from resources.i18n import _
from storage.errors import StorageError
from storage.records import Revision, Version
from ui.context import Context
from ui.editor.steps import take_step
from ui.fields.base import finish_typing
from ui.history.dialog import HistoryDialog, Scope
from ui.places import place_words
from ui.sentences import sentence
from ui.session import Session

if TYPE_CHECKING:
    from storage.store import Store

_MOST = 500
_PART, _HERE, _ALL = "part", "here", "all"


class HistoryFlow:
    """Opens the dialog for the open report."""

    def __init__(self, context: Context) -> None:
        self._of = context

    def open(self) -> None:
        """Show the history of the part that is being written."""
        session = self._of.window.session
        if session is None:
            return
        finish_typing()
        session.autosave.flush()
        dialog = self.make_dialog(session)
        dialog.ask()
        dialog.exec()
        dialog.deleteLater()

    def name_version(self) -> None:
        """Keep the report as it is now under a name that the clerk gives."""
        from ui.history.naming import NamingDialog

        session = self._of.window.session
        if session is None:
            return
        finish_typing()
        report_id = session.opened.report.id

        def named(versions: tuple[Version, ...]) -> None:
            dialog = NamingDialog([one.name for one in versions], self._of.theme, self._of.window)
            if dialog.exec():
                self.freeze(session, dialog.name)

        self._of.ask(lambda store: store.versions(report_id), named)

    def freeze(self, session: Session, name: str) -> None:
        """Save what is unsaved, then keep it as a version."""
        report, who = session.opened.report, self._of.who
        what = session.opened.undo_name

        def job(store: "Store") -> Version:
            store.save(report, who=who, what=what)
            return store.freeze(report.id, name, "", "", who)

        def kept(version: Version) -> None:
            self._of.window.bars.tell(_("已存为“{name}”，在历史里随时可以看、可以恢复。").format(name=version.name))

        self._of.ask(job, kept)

    def make_dialog(self, session: Session) -> HistoryDialog:
        """The dialog for an open report, connected."""
        opened, groups = session.opened, tuple(self._of.groups)
        report_id = opened.report.id

        def states(then: Report) -> States:
            return States(opened.type, then, opened.report, groups)

        dialog = HistoryDialog(scopes_of(session), states, self._of.theme, self._of.icons, self._of.window)

        def ask_revisions(place: Place) -> None:
            self._ask(
                dialog,
                lambda store: store.revisions(report_id, place, _MOST),
                lambda found: dialog.show_revisions(place, found),
            )

        def ask_state(revision: Revision, place: Place) -> None:
            self._ask(
                dialog,
                lambda store: store.report_at(report_id, revision.sequence, place if place.section else None),
                lambda then: dialog.show_state(revision, place, then),
            )

        def restore(then: Report, place: Place, name: str) -> None:
            name = _("恢复到{when}").format(when=name)
            take_step(opened, name, place, lambda now: reverted(now, then, place, random_id))
            session.workplace.show_step(place)
            session.workplace.undoable.emit(_("{name}。").format(name=name))
            dialog.show_now()

        dialog.revisions_wished.connect(ask_revisions)
        dialog.state_wished.connect(ask_state)
        dialog.restore_wished.connect(restore)
        return dialog

    def _ask(self, dialog: HistoryDialog, job: "Callable[[Store], object]", done: "Callable[..., None]") -> None:
        def answered(found: object) -> None:
            if dialog.is_open:
                done(found)

        def failed(error: BaseException) -> None:
            if not isinstance(error, ReportError | StorageError):
                raise error
            if dialog.is_open:
                dialog.tell_failure(sentence(error))

        if self._of.archive.is_open:
            self._of.tasks.follow(self._of.archive.do(job), answered, failed)


def scopes_of(session: Session) -> dict[Hashable, Scope]:
    """What the history can be looked at of: the part in view, what the cursor stands in, everything."""
    workplace, report = session.workplace, session.opened.report
    part, cursor = workplace.current_part, workplace.remembered().place
    attached = {one.id for one in report.attachments}
    title = heading_of(report, Place(cursor.section if part == ATTACHMENTS else part))
    found: dict[Hashable, Scope] = {}
    if part == ATTACHMENTS and cursor.section in attached:
        found[_PART] = Scope(_("这个附件"), title, Place(cursor.section))
    elif part != ATTACHMENTS:
        found[_PART] = Scope(_("这一部分"), title, Place(part))
    if cursor.section and cursor.field:
        found[_HERE] = Scope(_("光标这段") if cursor.block else _("光标这项"), title, cursor)
    found[_ALL] = Scope(_("全文"), _("全文"), Place(""))
    return found


def heading_of(report: Report, place: Place) -> str:
    """四、举措和成效; the name of a part without a number."""
    for index, section in enumerate(report.sections):
        if section.id == place.section:
            return section_label(report.numbering, index) + section.heading
    return place_words(place, report)
