"""Somebody who presses, clicks and types anything: whatever it is, the program goes on and nothing is lost."""

import random
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from report.checking.engine import QUOTED
from report.content import Link
from report.indicators.quoting import quotations, reads, values_in
from report.texts import texts
from storage.reading import read_report
from ui.actions import ACTIONS
from ui.application import Application
from ui.checking.commands import step_check
from ui.checking.page import CheckPage
from ui.fields.base import finish_typing
from ui.fields.prose.editor import ProseEditor
from ui.fields.prose.text import ProseText
from ui.figures.ledger import ledger_of
from ui.session import Session

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_KEYS = (
    *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Space),
    *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End),
    *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Escape, _Key.Key_F2, _Key.Key_F3, _Key.Key_F6, _Key.Key_Menu),
)
_MODIFIERS = (
    *(_Mod.NoModifier,) * 5,
    *(_Mod.ShiftModifier,) * 2,
    *(_Mod.AltModifier, _Mod.ControlModifier, _Mod.AltModifier | _Mod.ShiftModifier),
)
_EDITS = (_Key.Key_A, _Key.Key_C, _Key.Key_X, _Key.Key_V, _Key.Key_Z, _Key.Key_Y, _Key.Key_I)
_VALUES = ("46", "0", "/", "", "3-5", "12.50万元", "三十一起（含1起未结）")
_TEXTS = (
    "法治",
    "（一）",
    "1.",
    "一、",
    "😀",
    "12件",
    "，",
    "2025年1月6日",
    "行政处罚",
    "\u2028乙",
    "甲\n乙",
    "\ufffc",
    "未被变跟，良好的的效果,",
)
_DOUBLE = 0.1
_NEVER = frozenset({"", "quit", "export", "export_as", "submit"})
"""Actions that end the program or write outside of it."""


class WildClerk:
    """Does one thing after another; `seed` decides which."""

    def __init__(self, program: Application, seed: int) -> None:
        self._program, self._chance = program, random.Random(seed)
        program.window.may_close = lambda: False
        self.done: list[str] = []
        """What was done, to be read when it went wrong."""
        self._working = False
        self._deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            *((14, self._type), (9, self._click), (20, self._press), (6, self._edit), (4, self._act)),
            *(
                (5, self._go_to_part),
                (2, self._open_panel),
                (1, self._resize),
                (4, self._give),
                (3, self._quote),
                (4, self._mend),
            ),
        )

    def work(self, steps: int, wait: Callable[[float], None]) -> None:
        """Do so many things; `wait` lets events pass for some seconds."""
        weights = [weight for weight, _deed in self._deeds]
        self._working = True
        self._deal_with_windows()
        for step in range(steps):
            if self._session() is None:
                self._program.controller.open_sample()
                wait(0.3)
            deed = self._chance.choices(self._deeds, weights)[0][1]
            self.done.append(deed.__name__ + " " + deed())
            wait(0.1 if self._chance.random() < 0.05 else 0.002)
            while QApplication.activeModalWidget() or QApplication.activePopupWidget():
                wait(0.02)
            if not step % 20:
                self.check(wait)
        self._working = False
        self.check(wait)

    def check(self, wait: Callable[[float], None]) -> None:
        """What is seen, what the hub has and what is stored are one and the same."""
        session = self._session()
        if session is None:
            return
        finish_typing()
        wait(0.02)
        if self._session() is not session:  # what was begun before is there now
            return
        workplace, opened = session.workplace, session.opened
        assert workplace.current_part in {part.id for part in workplace.column.parts.parts}
        values = values_in(opened.type, opened.report)
        for one in quotations(opened.report):
            whole = Link(0, len(one.words), one.link.indicator)
            assert reads(values, whole, one.words), (one.words, values.quoted(one.link.indicator))
        read = dict(texts(opened.report))
        for finding in workplace.watch.now().standing:
            if finding.spot is not None:
                assert read[finding.spot][finding.start : finding.end][:QUOTED] == finding.quote
        page = workplace.page_of(workplace.current_part)
        for binding in page.bindings:
            if isinstance(binding.editor, ProseEditor):
                text = binding.editor.text
                assert text.value == binding.read(opened.report), binding.place
                if not text.is_composing:  # what is typed then is no text yet
                    assert text.prose.read() == text.value, binding.place
        session.autosave.flush()
        while session.autosave.dirty:
            wait(0.005)
        assert read_report(self._program.archive.folder, opened.report.id).report == opened.report

    def undo_all(self) -> bool:
        """Take back and do again all steps; whether the report is as it was."""
        session = self._session()
        if session is None:
            return True
        opened, last, count = session.opened, session.opened.report, 0
        while opened.can_undo:
            opened.undo()
            count += 1
        for _step in range(count):
            opened.redo()
        return opened.report == last

    def _session(self) -> Session | None:
        return self._program.window.session

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._program.window

    def _type(self) -> str:
        widget, composing = self._focus(), self._chance.random() < 0.3
        if not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return "nothing"
        event = QInputMethodEvent("fazhi" if composing else "", [])
        text = "" if composing else self._chance.choice(_TEXTS)
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)
        return f"{type(widget).__name__} {text!r}"

    def _click(self) -> str:
        widgets = [one for one in self._program.window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        widget = self._chance.choice([one for one in widgets if one.width() > 4 and one.height() > 4])
        told = type(widget).__name__ + (f" {widget.text()}" if isinstance(widget, QAbstractButton) else "")
        if "导出" in told:
            return "nothing"
        place = QPoint(self._chance.randrange(widget.width()), self._chance.randrange(widget.height()))
        _click(widget, place, double=self._chance.random() < _DOUBLE)
        return told

    def _press(self) -> str:
        key, modifier, widget = self._chance.choice(_KEYS), self._chance.choice(_MODIFIERS), self._focus()
        QTest.keyClick(widget, key, modifier)
        return f"{key.name} {modifier.name}"

    def _edit(self) -> str:
        key = self._chance.choice(_EDITS)
        QTest.keyClick(self._focus(), key, _Mod.ControlModifier)
        return key.name

    def _act(self) -> str:
        action = self._chance.choice([one.id for one in ACTIONS if one.id not in _NEVER])
        self._program.window.header.actions_by_id[action].trigger()
        return action

    def _give(self) -> str:
        session = self._session()
        if session is None:
            return "nothing"
        ledger = ledger_of(session.opened)
        ids = [row.id for group in ledger.rows() for row in group.rows]
        said = [one.link.indicator for one in quotations(session.opened.report)]
        indicator, value = self._chance.choice([*ids, *said * 9]), self._chance.choice(_VALUES)
        ledger.type_in(indicator, value)
        return f"{indicator} {value!r}"

    def _quote(self) -> str:
        widget, session = self._focus(), self._session()
        if not isinstance(widget, ProseText) or session is None or widget.is_composing:
            return "nothing"
        QTest.keyClick(widget, _Key.Key_I, _Mod.ControlModifier)
        box = QApplication.focusWidget()
        if not isinstance(box, QLineEdit):
            return "no picker"
        box.setText(self._chance.choice(("xzcf", "执法", "3", "没有这一项")))
        QTest.keyClick(box, _Key.Key_Return)
        return box.text()

    def _mend(self) -> str:
        session = self._session()
        if session is None:
            return "nothing"
        step_check(session.workplace, self._chance.choice((1, 1, -1)))
        page = session.workplace.panel.page("check")
        assert isinstance(page, CheckPage)
        deed = self._chance.choice((page.fix, lambda: page.ignore("name"), page.fix_alike, page.top.ignored.click))
        deed()
        return repr(page.list.current)

    def _go_to_part(self) -> str:
        session, place = self._session(), self._chance.randrange(10)
        if session is not None:
            session.workplace.show_nth(place)
        return str(place)

    def _open_panel(self) -> str:
        session = self._session()
        name = self._chance.choice(("", *session.workplace.panel.names)) if session is not None else ""
        if session is not None:
            session.workplace.panel.show_page(name)
        return name

    def _resize(self) -> str:
        self._program.window.resize(self._chance.randrange(700, 1500), self._chance.randrange(500, 900))
        return ""

    def _deal_with_windows(self) -> None:
        """Menus and dialogs that opened are used or closed."""
        if self._working:  # at once, for what is done here may open a dialog that waits for the next visit
            QTimer.singleShot(15, self._deal_with_windows)
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            if self._chance.random() < 0.4:
                QTest.keyClick(popup, self._chance.choice((_Key.Key_Down, _Key.Key_Return, _Key.Key_Escape)))
            else:
                popup.close()
        elif isinstance(modal, QFileDialog) or (isinstance(modal, QDialog) and self._chance.random() < 0.5):
            modal.reject()
        elif modal is not None:
            buttons = [one for one in modal.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
            if buttons:
                QTest.mouseClick(self._chance.choice(buttons), Qt.MouseButton.LeftButton)


def _click(widget: QWidget, place: QPoint, *, double: bool) -> None:
    """Press and release, if the widget is still there by then: another report may come meanwhile."""
    kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
    kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease] if double else []
    button = Qt.MouseButton.LeftButton
    for kind in kinds:
        if isValid(widget):
            held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
            at, on_screen = QPointF(place), QPointF(widget.mapToGlobal(place))
            QApplication.sendEvent(widget, QMouseEvent(kind, at, on_screen, button, held, _Mod.NoModifier))
