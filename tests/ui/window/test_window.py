"""The whole window on a real data folder: begin, import, type, save, export, hand in, leave, come back; bad days."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from exports import files
from report.document import Place
from storage.reading import read_listings, read_report
from storage.records import State
from tests.exports.pdf.reading import page_texts
from tests.ui.commands.conftest import REPORT
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import Start, import_text, open_sample, saved, section_page, stored_texts
from ui.application import Application
from ui.autosave import Saving
from ui.dialogs.export import ExportDialog
from ui.dialogs.holes import HolesDialog
from ui.parts.text import ElidedLabel
from ui.theme import Theme


def test_the_first_minute(program: Application) -> None:
    page = program.window.start_page
    assert page.begin is not None
    assert "涉密" in "".join(label.text() for label in page.findChildren(QLabel))
    assert not program.window.header.export.isVisibleTo(program.window)


def test_an_imported_report_is_stored_before_anything_is_typed(
    program: Application, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(REPORT.replace("，", ","), "utf-8")
    window = import_text(program, path, qtbot)
    listing = read_listings(folder)[0]
    assert listing.title == "青溪县应急管理局2024年法治政府建设年度报告"
    assert window.report is not None
    assert [section.kind for section in window.report.sections] == ["measures", "shortfalls", "leader", "plans"]
    source = read_report(folder, listing.id).source
    assert source is not None
    assert source.text == path.read_text("utf-8")


def test_what_is_typed_is_there_after_a_restart(start: Start, folder: Path, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    page.prose.text.setFocus()
    type_chinese(page.prose.text, "新写的一句。")
    saved(window, qtbot)
    before, part = window.report, page.section_id
    assert before is not None
    assert any("新写的一句。" in text for text in stored_texts(folder, before.id))
    again = start()
    until(qtbot, lambda: again.window.session is not None)
    assert again.window.report == before
    assert again.window.session is not None
    assert again.window.session.workplace.current_part == part


def test_what_is_being_composed_is_not_saved_and_not_lost(program: Application, folder: Path, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    assert window.report is not None
    compose(page.prose.text, "fazhi")
    qtbot.wait(600)
    assert not any("fazhi" in text for text in stored_texts(folder, window.report.id))
    compose(page.prose.text, "", "法治")
    saved(window, qtbot)
    assert any(text.startswith("法治") for text in stored_texts(folder, window.report.id))


def test_export_by_one_button(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    target = tmp_path / "出 口"
    target.mkdir()

    def accept(dialog: ExportDialog) -> int:
        dialog.folder.setText(str(target))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", accept)
    qtbot.mouseClick(window.header.export, Qt.MouseButton.LeftButton)
    expected = target / "青溪县应急管理局_2024年法治政府建设年度报告.pdf"
    until(qtbot, expected.exists)
    assert "青溪县应急管理局" in "".join(page_texts(expected.read_bytes()))
    until(qtbot, lambda: window.bars.stack.bar("message") is not None)
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: pytest.fail("the second time it just exports"))
    expected.unlink()
    qtbot.mouseClick(window.header.export, Qt.MouseButton.LeftButton)
    until(qtbot, expected.exists)


def test_holes_are_listed_with_a_jump_and_a_draft_is_offered(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "缺.txt"
    path.write_text(REPORT.replace("继续推进。\n", ""), "utf-8")
    window = import_text(program, path, qtbot)
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ExportDialog, "target", lambda _dialog: tmp_path / "稿.pdf")
    lists: list[HolesDialog] = []

    def jump(dialog: HolesDialog) -> int:
        lists.append(dialog)
        dialog._jump(Place(window.report.sections[3].id))  # type: ignore[union-attr]
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(HolesDialog, "exec", jump)
    program.controller.exports.export_as()
    until(qtbot, lambda: len(lists) == 1)
    qtbot.wait(50)
    assert window.session is not None
    assert window.report is not None
    assert window.session.workplace.current_part == window.report.sections[3].id
    assert not (tmp_path / "稿.pdf").exists()

    def draft(dialog: HolesDialog) -> int:
        dialog._draft()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(HolesDialog, "exec", draft)
    program.controller.exports.export_as()
    until(qtbot, lambda: any("草稿" in one.name for one in tmp_path.glob("*.pdf")))


def test_a_character_without_a_face_is_named_before_the_export(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "😀")
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ExportDialog, "target", lambda _dialog: tmp_path / "稿.pdf")
    told: list[list[str]] = []

    def look(dialog: HolesDialog) -> int:
        told.append([label.text() for label in dialog.findChildren(ElidedLabel)])
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(HolesDialog, "exec", look)
    program.controller.exports.export_as()
    until(qtbot, lambda: bool(told))
    assert any("U+1F600" in text and "第三部分" in text for text in told[0])
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_report_that_differs_from_what_was_handed_in_says_where(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    monkeypatch.setattr(type(program.controller.exports), "_sure", lambda _flow: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "报送.pdf"), ""))
    program.controller.exports.submit()
    session = window.session
    assert session is not None
    until(qtbot, lambda: session.workplace.handed_in.frozen)
    assert not session.workplace.outline.differs.isVisibleTo(session.workplace)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "后来加的。")
    until(qtbot, lambda: session.workplace.outline.differs.isVisibleTo(session.workplace))
    assert "1处" in session.workplace.outline.differs.text()


def test_handing_in_freezes_a_version_with_the_files_hash(
    program: Application, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import hashlib

    window = open_sample(program, qtbot)
    target = tmp_path / "报送.pdf"
    monkeypatch.setattr(type(program.controller.exports), "_sure", lambda _flow: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    program.controller.exports.submit()
    until(qtbot, lambda: bool(read_listings(folder)) and read_listings(folder)[0].state is State.SUBMITTED)
    assert window.report is not None
    report_id = window.report.id
    versions = program.archive.do(lambda store: store.versions(report_id)).result(5)
    assert [one.sha256 for one in versions] == [hashlib.sha256(target.read_bytes()).hexdigest()]


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "已满"), (errno.EACCES, "权限"), (errno.EROFS, "只读")])
def test_a_target_that_cannot_be_written_is_said_and_nothing_is_left(
    program: Application,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    window = open_sample(program, qtbot)

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(files.os, "fsync", fail)
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ExportDialog, "target", lambda _dialog: tmp_path / "稿.pdf")
    program.controller.exports.export_as()
    until(qtbot, lambda: window.bars.stack.bar("notice") is not None)
    bar = window.bars.stack.bar("notice")
    assert bar is not None
    assert words in bar.sentence.text()
    assert list(tmp_path.glob("*.pdf")) == []


def test_when_the_file_vanishes_the_text_stays_and_saving_goes_on_when_it_is_back(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window = open_sample(program, qtbot)
    saved(window, qtbot)
    database = next(folder.glob("*.db"))
    away = database.with_suffix(".away")
    database.rename(away)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "还在窗口里。")
    session = window.session
    assert session is not None
    session.autosave.flush()
    until(qtbot, lambda: session.autosave.state.saving is Saving.FAILED)
    bar = window.bars.stack.bar("failure")
    assert bar is not None
    assert "没有丢" in bar.sentence.text()
    assert str(database) in bar.second.text()
    assert "没存上" in window.status.saving.text
    assert "还在窗口里。" in page.prose.text.toPlainText()
    away.rename(database)
    window.retry_wished.emit()
    until(qtbot, lambda: session.autosave.state.saving is Saving.SAVED)
    assert window.bars.stack.bar("failure") is None
    assert window.report is not None
    assert any("还在窗口里。" in text for text in stored_texts(folder, window.report.id))


def test_leaving_with_unsaved_text_asks_first(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    saved(window, qtbot)
    database = next(folder.glob("*.db"))
    away = database.with_suffix(".away")
    database.rename(away)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "没存上。")
    asked: list[str] = []

    def stay(box: QMessageBox) -> int:
        asked.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    assert not window.close()
    assert asked
    away.rename(database)
    assert window.close()


def test_reports_are_renamed_archived_deleted_and_restored(program: Application, folder: Path, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.report is not None
    report_id = window.report.id
    program.controller.go_home()
    until(qtbot, lambda: len(window.start_page.cards) == 1)
    page = window.start_page
    page.action_requested.emit("duplicate", report_id)
    until(qtbot, lambda: len(window.start_page.cards) == 2)
    page.action_requested.emit("archive", report_id)
    until(qtbot, lambda: len(window.start_page.cards) == 1)
    page.action_requested.emit("trash", report_id)
    until(qtbot, lambda: any(one.trashed for one in read_listings(folder)))
    page.action_requested.emit("restore", report_id)
    until(qtbot, lambda: not any(one.trashed for one in read_listings(folder)))
    page.action_requested.emit("published", report_id)
    until(qtbot, lambda: any(one.state is State.PUBLISHED for one in read_listings(folder)))


def test_unreadable_files_are_one_sentence(program: Application, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    program.window.start_page.paths_dropped.emit([path])
    until(qtbot, lambda: program.window.bars.stack.bar("notice") is not None)
    assert program.window.session is None
    program.window.start_page.paths_dropped.emit([tmp_path / "没有.txt"])
    qtbot.wait(200)
    assert program.window.session is None


def test_zoom_and_scheme_are_kept(start: Start, theme: Theme, qtbot: QtBot) -> None:
    program = start()
    program.window.zoom_wished.emit(125)
    assert theme.zoom == 1.25
    qtbot.wait(200)
    again = start()
    assert again.context.settings.zoom == 125
    again.window.zoom_wished.emit(100)
    qtbot.wait(100)


def test_qts_own_words_are_chinese(program: Application) -> None:
    from ui.application import speak_chinese

    speak_chinese(program.app)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    assert {button.text().replace("&", "")[:2] for button in box.buttons()} == {"保存", "取消"}
