"""The history: revisions at the left, at the right what became of the chosen one since."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from report.document import Piece, Place, Prose
from report.last_year import words_of
from report.report import Report
from report.state_comparison import States
from resources.i18n import _
from storage.records import Revision
from ui.days import today
from ui.dialogs.base import Dialog
from ui.history.revision_list import RevisionList
from ui.history.state_view import StateView
from ui.icons import Icons
from ui.parts.buttons import PlainButton, SegmentedButtons
from ui.parts.frames import Ground
from ui.parts.lines import Separator
from ui.theme import Theme

_WIDTH, _HEIGHT, _LIST = 1040, 560, 272
"""Pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be looked at: its words on the button and in the title, and the place."""

    words: str
    title: str
    place: Place


class HistoryDialog(Dialog):
    """Asks for what it shows; the answers come from the store's thread.

    Signals:
        revisions_wished(Place): those of another scope are to be shown.
        state_wished(Revision, Place): the report as it was then is to be shown.
        restore_wished(Report, Place, str): this place is to be as it was in this report, which is called so.
    """

    revisions_wished = Signal(object)
    state_wished = Signal(object, object)
    restore_wished = Signal(object, object, str)

    def __init__(
        self,
        scopes: Mapping[Hashable, Scope],
        states: Callable[[Report], States],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        """`states` makes the states to compare of a report as it was; the first of `scopes` is shown."""
        super().__init__(theme, "", _("恢复这一版"), parent, 720, bleed=True)
        self._scopes, self._states = dict(scopes), states
        self._then: Report | None = None
        self.is_open = True
        """Until it was closed: what is answered later finds nobody."""
        self.finished.connect(self._close_for_good)
        self.scope_buttons = SegmentedButtons(theme, {key: one.words for key, one in scopes.items()})
        self.scope_buttons.setAccessibleName(_("看哪里的历史"))
        self.scope_buttons.choose(next(iter(scopes)))
        self.revisions = RevisionList(theme, icons)
        self.view = StateView(theme, icons)
        self.copy_button = PlainButton(theme, _("复制这一版"))
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._restore_all)
        self.cancel_button.setText(_("关闭"))
        self.add_button(self.copy_button)
        self.note.setText(_("恢复后可以撤销；现在的文字也留在历史里。"))
        self._lay_out()
        self.revisions.chosen.connect(self._ask_state)
        self.scope_buttons.chosen.connect(lambda _key: self.ask())
        self.view.restore_wished.connect(self._restore)
        self.copy_button.clicked.connect(self._copy)

    @property
    def scope(self) -> Scope:
        """What is looked at."""
        return self._scopes[self.scope_buttons.choice]

    def ask(self) -> None:
        """Ask for the revisions of the scope."""
        self.set_title(_("历史：{where}").format(where=self.scope.title))
        self._forget()
        self.view.clear()
        self.revisions_wished.emit(self.scope.place)

    def show_revisions(self, place: Place, revisions: tuple[Revision, ...]) -> None:
        """The answer; an old one to another question is left out."""
        if place != self.scope.place:
            return
        self.revisions.show_revisions(revisions, today())
        if revisions:
            self.revisions.setFocus()
        else:
            self.view.say(_("这里还没有历史"), _("从第一次写下内容起，每次修改都会留在这里。"))

    def show_state(self, revision: Revision, place: Place, then: Report) -> None:
        """The report as it was; an old answer is left out."""
        if place == self.scope.place and revision == self.revisions.revision:
            self._then = then
            self.show_now()

    def show_now(self) -> None:
        """Compare with the report as it is now."""
        revision = self.revisions.revision
        if self._then is not None and revision is not None:
            self.view.show_state(revision, self._states(self._then), self.scope.place)
            self.accept_button.setEnabled(bool(self.view.changed))
            self.copy_button.setEnabled(bool(self.view.pieces))

    def tell_failure(self, sentence: str) -> None:
        """What was asked for could not be read."""
        self.view.say(_("历史读不出来"), sentence)

    def _close_for_good(self) -> None:
        self.is_open = False

    def _ask_state(self, revision: Revision) -> None:
        self._forget()
        self.state_wished.emit(revision, self.scope.place)

    def _forget(self) -> None:
        self._then = None
        self.accept_button.setEnabled(False)
        self.copy_button.setEnabled(False)
        self.copy_button.setText(_("复制这一版"))

    def _restore(self, place: Place) -> None:
        if self._then is not None:
            self.restore_wished.emit(self._then, place, self.view.heading.text())

    def _restore_all(self) -> None:
        self._restore(self.scope.place)
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(_printed, self.view.pieces)))
        self.copy_button.setText(_("已复制"))

    def _lay_out(self) -> None:
        theme = self.theme
        wanted, parent = QSize(theme.px(_WIDTH), theme.px(_HEIGHT)), self.parent()
        self.resize(wanted.boundedTo(parent.window().size()) if isinstance(parent, QWidget) else wanted)
        self.head.addWidget(self.scope_buttons)
        self.revisions.setFixedWidth(theme.px(_LIST))
        left = Ground(theme, "window")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.addWidget(self.revisions)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(Separator(theme, Qt.Orientation.Vertical))
        row.addWidget(self.view, 1)
        self.body.setSpacing(0)
        self.body.addWidget(Separator(theme))
        self.body.addLayout(row, 1)
        self.body.addWidget(Separator(theme))


def _printed(piece: Piece) -> str:
    label = piece.label if isinstance(piece, Prose) and piece.level else ""
    return label + words_of(piece)
