"""The bars under the head: a failed save that stays until it is mended, and messages that go by themselves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.i18n import _
from ui.autosave import SaveState, Saving
from ui.exporting import Exported
from ui.icons import Icons
from ui.parts.bars import Bar, BarAction, BarKind, BarStack
from ui.sentences import sentence
from ui.status_line import clock
from ui.theme import Theme

_FAILURE, _MESSAGE, _NOTICE = "failure", "message", "notice"


class Bars(QWidget):
    """All bars of the window.

    Signals:
        retry_wished(): save again.
        rescue_wished(): save a copy of the text elsewhere.
    """

    retry_wished = Signal()
    rescue_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = BarStack(theme, icons)
        self._offered: Bar | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def show_failure(self, state: SaveState) -> None:
        """Saving failed: what, since when, where the text is; what to do."""
        if state.error is None:
            return
        first, second = failure_sentences(state)
        actions = (
            BarAction(_("另存到…"), self.rescue_wished.emit),
            BarAction(_("重试"), self.retry_wished.emit, strong=True),
        )
        self.stack.show_bar(_FAILURE, BarKind.ERROR, first, second, actions)

    def clear_failure(self, state: SaveState) -> None:
        """Saving works again: say so once."""
        if self.stack.bar(_FAILURE) is None or state.saving is not Saving.SAVED:
            return
        self.stack.remove(_FAILURE)
        self.tell(_("都存好了，{time}。").format(time=clock(state.moment)))

    def tell(self, text: str, ways: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """A message that goes by itself. `ways` are buttons with what they do."""
        if text:
            actions = [BarAction(words, act) for words, act in ways]
            self.stack.show_bar(_MESSAGE, BarKind.SUCCESS, text, "", actions)

    def remark(self, text: str) -> None:
        """Something that is no success and nothing to worry about; it goes by itself."""
        self.stack.show_bar(_MESSAGE, BarKind.REMARK, text)

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """A message that goes by itself, with a way back as long as that takes back what it tells."""
        self._offered = self.stack.show_bar(_MESSAGE, BarKind.SUCCESS, text, "", [BarAction(_("撤销"), undo)])

    def withdraw_undo(self) -> None:
        """Something else was done, or it was undone: the way back is gone."""
        if self._offered is not None and self.stack.bar(_MESSAGE) is self._offered:
            self.stack.remove(_MESSAGE)
        self._offered = None

    def warn(self, text: str, second: str = "", ways: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Something did not work and asks for attention; it can be closed. `ways` are buttons with what they do."""
        self.stack.show_bar(_NOTICE, BarKind.NOTICE, text, second, [BarAction(words, act) for words, act in ways])

    def withdraw_notice(self) -> None:
        """What was warned of is so no more."""
        self.stack.remove(_NOTICE)

    def show_exported(self, done: Exported, *others: Exported) -> None:
        """Files were written: open the first or their folder."""
        path = done.path
        actions = (
            BarAction(_("打开文件"), lambda: open_path(str(path))),
            BarAction(_("打开文件夹"), lambda: open_path(str(path.parent))),
        )
        told = _("已导出“{name}”").format(name=path.name)
        if others:
            names = "、".join(one.path.name for one in (done, *others))
            told = _("已导出{count}个文件：{names}").format(count=len(others) + 1, names=names)
        self.stack.show_bar(_MESSAGE, BarKind.SUCCESS, told, "", actions)


def failure_sentences(state: SaveState) -> tuple[str, str]:
    """What happened and where the text is; what to do."""
    since = clock(state.since)
    kept = _("{since}以后的{count}处修改还没有存上，文字都在窗口里，没有丢。").format(since=since, count=state.unsaved)
    told = sentence(state.error) if state.error is not None else ""
    return kept, told


def open_path(path: str) -> None:
    """Open a file or folder with the desktop's program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
