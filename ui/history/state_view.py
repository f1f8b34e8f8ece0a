"""One revision: what became of it since, or only itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from report.document import Piece, Place
from report.last_year import Passage
from report.state_comparison import States, compare_states, pieces_then
from report.year_alignment import MatchKind
from resources.i18n import _
from storage.records import Revision
from ui.comparing.legend import Legend
from ui.comparing.original import OriginalText
from ui.comparing.rows import PassageList
from ui.comparing.voice import HISTORY
from ui.days import moment_words, today
from ui.history.words import since_sentence
from ui.icons import Icons
from ui.parts.buttons import SegmentedButtons
from ui.parts.empty import EmptyState
from ui.parts.labels import ElidedLabel, Heading, Label
from ui.parts.lines import Separator
from ui.theme import Theme

_DIFFERENCES, _ORIGINAL = "differences", "original"


class StateView(QWidget):
    """Heading, marks and text of a revision.

    Signals:
        restore_wished(Place): what stood there is to come back.
    """

    restore_wished = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed: tuple[Passage, ...] = ()
        self.pieces: tuple[Piece, ...] = ()
        self.heading, self.since = Heading(theme, "", "body"), ElidedLabel(theme, "small", "second")
        self.heading.set_bold(True)
        self.ways = SegmentedButtons(theme, {_DIFFERENCES: _("看差异"), _ORIGINAL: _("只看这一版")})
        self.ways.setAccessibleName(_("怎样看这一版"))
        self.ways.choose(_DIFFERENCES)
        self.legend = Legend(theme, HISTORY)
        self.list = PassageList(theme, HISTORY, self._way_of)
        self.list.setAccessibleName(_("与现在对照"))
        self.original = OriginalText(theme, HISTORY)
        self.nothing = EmptyState(theme, icons, "clock", "", "")
        self._empty = QWidget()
        self.rest = Label(theme, "", token="second")
        self._stack = QStackedWidget()
        for view in (self._empty, self.list, self.original):
            self._stack.addWidget(view)
        self._lay_out(theme)
        self.ways.chosen.connect(lambda _way: self._show_way())
        self.list.way_wished.connect(self._restore_one)

    def clear(self) -> None:
        """Show nothing until there is something."""
        self.changed, self.pieces = (), ()
        self.heading.setText("")
        self.since.set_text("")
        self.ways.setVisible(False)
        self._show_list()

    def say(self, title: str, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.nothing.title.setText(title)
        self.nothing.sentence.setText(sentence)
        self._stack.setCurrentWidget(self._empty)
        self._show_marks(False)

    def show_state(self, revision: Revision, states: States, scope: Place) -> None:
        """Show what stood in the scope, beside what stands there now."""
        passages = compare_states(states, scope)
        self.changed = tuple(one for one in passages if one.kind is not MatchKind.UNCHANGED)
        self.pieces = pieces_then(states, scope)
        when = moment_words(revision.moment, today())
        named = _("“{name}”，{when}").format(name=revision.name, when=when)
        self.heading.setText(named if revision.name else when)
        self.since.set_text(since_sentence(passages))
        self.rest.setText(_("其余{count}段相同").format(count=len(passages) - len(self.changed)))
        self.ways.setVisible(True)
        self._show_way()

    def _show_way(self) -> None:
        if self.ways.choice == _DIFFERENCES and self.changed:
            self._show_list()
        elif self.ways.choice == _DIFFERENCES:
            self.say(_("与现在相同"), _("这一版以后，这里没有再改，或者又改了回来。"))
        elif self.pieces:
            self._show_marks(False)
            self._stack.setCurrentWidget(self.original)
            self.original.show_pieces(self.pieces)
        else:
            self.say(_("那时还是空的"), _("这一版里，这里还没有内容。"))

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.legend.show_counts("", marks=True)
        self.list.to_top()
        self.list.show_passages(self.changed)
        self._show_marks(bool(self.changed))

    def _show_marks(self, shown: bool) -> None:
        self.legend.setVisible(shown)
        self.rest.setVisible(shown)

    def _way_of(self, index: int) -> str:
        one = self.changed[index] if 0 <= index < len(self.changed) else None
        return _("恢复这段") if one is not None and one.before is not None and len(self.changed) > 1 else ""

    def _restore_one(self, index: int) -> None:
        before = self.changed[index].before
        if before is not None:
            self.restore_wished.emit(before.place)

    def _lay_out(self, theme: Theme) -> None:
        room = QVBoxLayout(self._empty)
        room.setContentsMargins(theme.px(48), theme.px(24), theme.px(24), 0)
        room.addWidget(self.nothing)
        room.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(theme.px(2))
        names.addWidget(self.heading)
        names.addWidget(self.since)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(12), theme.px(24), theme.px(8))
        head.addLayout(names, 1)
        head.addWidget(self.ways)
        self.rest.setContentsMargins(theme.px(48), theme.px(8), theme.px(24), theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.legend)
        column.addWidget(Separator(theme))
        column.addWidget(self._stack, 1)
        column.addWidget(self.rest)
