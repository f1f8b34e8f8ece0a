"""Pages are made in the pauses, so that no part is waited for, and never while the clerk is at work."""

from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import until
from ui.editor import part_pages
from ui.editor.part_pages import PartPages


class _Made(list[str]):
    def __call__(self, part: str) -> QLabel:
        self.append(part)
        return QLabel(part)


def _shown(qtbot: QtBot) -> tuple[PartPages, QStackedWidget, _Made]:
    stack, made = QStackedWidget(), _Made()
    qtbot.addWidget(stack)
    stack.show()
    return PartPages(made, stack), stack, made  # type: ignore[arg-type]


def test_all_are_made_one_after_another(qtbot: QtBot) -> None:
    pages, stack, made = _shown(qtbot)
    first = pages.page("b")
    pages.make_ahead(["a", "b", "c"])
    assert made == ["b"]
    until(qtbot, lambda: len(made) == 3)
    assert made == ["b", "a", "c"]
    assert stack.currentWidget() is first


def test_nothing_is_made_while_the_clerk_is_at_work(qtbot: QtBot) -> None:
    pages, _stack, made = _shown(qtbot)
    pages.make_ahead(["a"])
    for _key in range(8):
        qtbot.wait(part_pages.PAUSE // 4)
        pages.note_clerk()
    assert made == []
    until(qtbot, lambda: made == ["a"])


def test_a_part_that_is_gone_is_made_anew_when_it_comes_back(qtbot: QtBot) -> None:
    pages, stack, made = _shown(qtbot)
    pages.page("a")
    pages.page("b")
    pages.keep({"b"})
    assert stack.count() == 1
    pages.page("a")
    assert made == ["a", "b", "a"]
