"""What a clerk does with the history: look, compare, go back, undo that, give a version its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from report.content import Paragraph
from report.document import Place
from report.report import TEXT_FIELD
from storage.records import Revision
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import open_sample, saved, section_page, stored_texts
from ui.application import Application
from ui.editor.section_page import SectionPage
from ui.export_flow import Order
from ui.history.dialog import HistoryDialog
from ui.history.flow import HistoryFlow
from ui.history.naming import NamingDialog, free_name
from ui.main_window import MainWindow
from ui.theme import Theme

FIRST, SECOND = "第一稿写的一句。", "后来加的一句。"


class Desk:
    """A report with a version 送审稿 and words after it; the history of its fourth part."""

    def __init__(self, program: Application, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot
        self.window: MainWindow = open_sample(program, qtbot)
        self.flow = HistoryFlow(program.context)
        self.page: SectionPage = section_page(self.window, 3)
        assert self.page.prose is not None
        self.prose = self.page.prose.text
        self.prose.setFocus()
        type_chinese(self.prose, FIRST)
        saved(self.window, qtbot)
        self.name("送审稿")
        type_chinese(self.prose, SECOND)

    def name(self, name: str) -> None:
        assert self.window.session is not None
        self.flow.freeze(self.window.session, name)
        until(self.qtbot, lambda: self.window.bars.stack.bar("message") is not None)

    def open(self) -> HistoryDialog:
        session = self.window.session
        assert session is not None
        saved(self.window, self.qtbot)
        dialog = self.flow.make_dialog(session)
        dialog.show()
        dialog.ask()
        until(self.qtbot, lambda: dialog.view.heading.text())
        return dialog

    @property
    def texts(self) -> list[str]:
        session = self.window.session
        assert session is not None
        section = session.opened.report.sections[3]
        return [one.text for one in section.text if isinstance(one, Paragraph)]

    def choose(self, dialog: HistoryDialog, name: str) -> None:
        rows = [row for row in range(dialog.revisions.count()) if name in dialog.revisions.item(row).text()]
        dialog.revisions.setCurrentRow(rows[0])
        until(self.qtbot, dialog.view.ways.isVisible)
        until(self.qtbot, lambda: dialog.revisions.revision and dialog.view.heading.text().find(name) >= 0)


@pytest.fixture
def desk(program: Application, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(program, qtbot)
    yield desk
    for one in QApplication.topLevelWidgets():
        if isinstance(one, HistoryDialog):
            one.close()
            one.deleteLater()


def words(dialog: HistoryDialog) -> str:
    return "".join(one.text for row in dialog.view.list.rows if row.wording for one in row.wording.stretches)


def test_a_version_is_compared_and_comes_back_and_that_is_undone(desk: Desk, folder: Path) -> None:
    dialog = desk.open()
    desk.choose(dialog, "送审稿")
    assert dialog.view.heading.text().startswith("“送审稿”，")
    assert SECOND in words(dialog)
    assert dialog.view.since.full_text().startswith("之后改了1处，增加")
    before = desk.texts
    dialog.accept_button.click()
    assert any(FIRST in text for text in desk.texts)
    assert not any(SECOND in text for text in desk.texts)
    session = desk.window.session
    assert session is not None
    assert session.opened.undo_name.startswith("恢复到“送审稿”")
    saved(desk.window, desk.qtbot)
    assert not any(SECOND in text for text in stored_texts(folder, session.opened.report.id))
    session.opened.undo()
    assert desk.texts == before


def test_the_newest_reads_as_now_and_cannot_be_restored(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose(dialog, "送审稿")
    dialog.revisions.setCurrentRow(1)
    until(desk.qtbot, lambda: dialog.view.since.full_text() == "与现在相同。")
    assert dialog.view.nothing.isVisible()
    assert not dialog.accept_button.isEnabled()
    assert "现在" in dialog.revisions.item(1).text()


def test_only_the_version_can_be_read_and_copied(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose(dialog, "送审稿")
    dialog.view.ways._buttons["original"].click()
    assert FIRST in dialog.view.original.toPlainText()
    assert SECOND not in dialog.view.original.toPlainText()
    dialog.copy_button.click()
    copied = QApplication.clipboard().text()
    assert FIRST in copied
    assert SECOND not in copied
    assert dialog.copy_button.text() == "已复制"


def test_one_paragraph_comes_back_alone(desk: Desk) -> None:
    session = desk.window.session
    assert session is not None
    opened = session.opened
    section = opened.report.sections[3]
    first, second, *rest = section.text
    assert isinstance(second, Paragraph)
    changed = (first, Paragraph(second.id, "另写的一段", second.level), *rest)
    opened.apply(
        "改", Place(section.id), opened.report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, changed))
    )
    dialog = desk.open()
    desk.choose(dialog, "送审稿")
    assert len(dialog.view.changed) == 2
    index = next(at for at, one in enumerate(dialog.view.changed) if "另写的一段" in str(one.after))
    dialog.view.list.way_wished.emit(index)
    assert any(SECOND in text for text in desk.texts)
    assert second.text in desk.texts
    assert len(dialog.view.changed) == 1, "what came back is the same now"


def test_the_whole_report_and_the_paragraph_of_the_cursor_have_their_own(desk: Desk) -> None:
    dialog = desk.open()
    parts = dialog.revisions.count()
    for key, title in (("all", "历史：全文"), ("here", "历史：四、")):
        dialog.scope_buttons._buttons[key].click()
        until(desk.qtbot, lambda: dialog.view.ways.isVisible() or dialog.view.nothing.isVisible())
        assert dialog.windowTitle().startswith(title)
    until(desk.qtbot, lambda: dialog.revisions.count() > 0)
    assert dialog.revisions.count() <= parts
    assert dialog.scope.words == "光标这段"


def test_an_answer_to_another_question_is_left_out(desk: Desk) -> None:
    dialog = desk.open()
    shown, count = dialog.view.heading.text(), dialog.revisions.count()
    dialog.show_revisions(Place("elsewhere"), ())
    one = dialog.revisions.revision
    assert isinstance(one, Revision)
    dialog.show_state(one, Place("elsewhere"), desk.window.session.opened.report)  # type: ignore[union-attr]
    assert (dialog.view.heading.text(), dialog.revisions.count()) == (shown, count)


def test_where_nothing_was_written_it_says_so(desk: Desk) -> None:
    dialog = desk.open()
    dialog.show_revisions(dialog.scope.place, ())
    assert dialog.view.nothing.title.text() == "这里还没有历史"
    dialog.tell_failure("磁盘读写失败。")
    assert dialog.view.nothing.sentence.text() == "磁盘读写失败。"


def test_a_version_gets_the_usual_name_with_a_number(theme: Theme, qtbot: QtBot) -> None:
    dialog = NamingDialog(["送审稿", "定稿"], theme, None)
    qtbot.addWidget(dialog)
    assert dialog.name == "送审稿2"
    dialog.usual._buttons["会签稿"].click()
    assert dialog.name == "会签稿"
    dialog.edit.setText("  ")
    assert not dialog.accept_button.isEnabled()
    dialog.edit.setText("局长看过")
    assert dialog.accept_button.isEnabled()
    assert dialog.usual.choice is None
    assert free_name("定稿", {"定稿", "定稿2"}) == "定稿3"


def test_what_was_exported_is_kept_once(desk: Desk, tmp_path: Path) -> None:
    session = desk.window.session
    assert session is not None
    report = session.opened.report
    names: list[str] = []

    def take(found: list[str]) -> None:
        names[:] = found

    def versions() -> list[str]:
        desk.program.context.ask(
            lambda store: [one.name for one in store.versions(report.id)],
            take,
        )
        desk.qtbot.wait(1)
        return names

    from report.compose import Copy

    for copy, wanted in ((Copy.PUBLIC, 1), (Copy.PUBLIC, 1), (Copy.DRAFT, 1)):
        target = tmp_path / f"{copy.value}{wanted}.pdf"
        target.unlink(missing_ok=True)
        desk.program.controller.exports._export_checked(Order(copy, target, report), [])
        until(desk.qtbot, target.exists)
        until(desk.qtbot, lambda wanted=wanted: versions().count("导出的公开稿") == wanted)
    assert names == ["送审稿", "导出的公开稿"]


def test_a_version_that_was_only_named_is_not_called_handed_in(desk: Desk) -> None:
    session = desk.window.session
    assert session is not None
    answered: list[object] = []
    desk.program.controller.compare_with_frozen(session.opened.report.id)
    desk.program.context.ask(lambda store: store.versions(session.opened.report.id), answered.append)
    until(desk.qtbot, lambda: answered)
    assert answered
    assert session.workplace.handed_in.frozen is None


def test_an_answer_after_it_was_closed_finds_nobody(desk: Desk) -> None:
    session = desk.window.session
    assert session is not None
    dialog = desk.flow.make_dialog(session)
    dialog.ask()
    dialog.reject()
    dialog.deleteLater()
    desk.qtbot.waitUntil(lambda: not isValid(dialog))
    saved(desk.window, desk.qtbot)
