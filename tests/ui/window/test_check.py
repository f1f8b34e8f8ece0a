"""The check in the program: what is asked before a copy leaves, what is masked, what is saved, what is chosen."""

import json
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from report.compose import Copy
from report.content import Paragraph
from report.report import Report
from storage.reading import read_report
from storage.reading import read_settings as read_stored_settings
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import Start, open_sample, saved, section_page
from ui.application import Application
from ui.checking.alike import AlikeDialog
from ui.checking.commands import _page
from ui.checking.rules_dialog import RulesDialog
from ui.checking.setting import CheckSettings
from ui.checking.words_dialog import WordsDialog
from ui.commands.run import run
from ui.dialogs.export import ExportDialog
from ui.dialogs.holes import HolesDialog
from ui.main_window import MainWindow
from ui.parts.labels import ElidedLabel
from ui.settings import read_settings

NUMBER, MASKED = "11010519491231002X", "110105********002X"


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> MainWindow:
    """The sample with the number of an identity card typed in."""
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, f"证号{NUMBER}。")
    return window


def choose(monkeypatch: pytest.MonkeyPatch, copy: Copy, target: Path) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ExportDialog, "copy", lambda _dialog: copy)
    monkeypatch.setattr(ExportDialog, "target", lambda _dialog: target)


def report_of(window: MainWindow) -> Report:
    assert window.report is not None
    return window.report


def printed(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "")
    finally:
        pdf.close()


def test_a_block_is_asked_about_with_the_way_to_its_words(
    window: MainWindow, program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, Copy.SUBMISSION, tmp_path / "稿.pdf")
    told: list[list[str]] = []

    def look(dialog: HolesDialog) -> int:
        told.append([label.full_text() for label in dialog.findChildren(ElidedLabel)])
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(HolesDialog, "exec", look)
    program.controller.exports.export_as()
    until(qtbot, lambda: bool(told))
    assert any(NUMBER in text for text in told[0])
    assert not list(tmp_path.glob("*.pdf"))


def test_what_is_ignored_is_not_asked_about(
    window: MainWindow, program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    window.session.workplace.panel.show_page("check")
    page = _page(window.session.workplace)
    found = next(one for one in page.model.findings if one.rule == "identity-number")
    page.list.open(page.model.row_of(found))
    page._show_card()
    page.ignore("provision")
    choose(monkeypatch, Copy.SUBMISSION, tmp_path / "稿.pdf")
    monkeypatch.setattr(HolesDialog, "exec", lambda _dialog: pytest.fail("asked"))
    program.controller.exports.export_as()
    until(qtbot, (tmp_path / "稿.pdf").exists)
    saved(window, qtbot)
    (kept,) = read_report(program.archive.folder, report_of(window).id).report.ignored.values()
    assert (kept.rule, kept.words, kept.reason) == ("identity-number", NUMBER, "provision")


@pytest.mark.parametrize("mask", [True, False])
def test_the_published_copy_is_masked_when_the_clerk_says_so(
    window: MainWindow,
    program: Application,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    mask: bool,
) -> None:
    target = tmp_path / "公开稿.pdf"
    choose(monkeypatch, Copy.PUBLIC, target)
    asked: list[str] = []

    def answer(dialog: AlikeDialog) -> int:
        asked.append(dialog.windowTitle())
        for row in range(dialog.model.rowCount()):
            if not mask:
                dialog.model.toggle(row)
        return QDialog.DialogCode.Accepted

    def confirm(dialog: HolesDialog) -> int:
        asked.append(dialog.windowTitle())
        dialog._confirm()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AlikeDialog, "exec", answer)
    monkeypatch.setattr(HolesDialog, "exec", confirm)
    program.controller.exports.export_as()
    until(qtbot, target.exists)
    words = printed(target)
    assert (MASKED in words, NUMBER in words) == (mask, not mask)
    assert len(asked) == (1 if mask else 2)  # unmasked it is a block, and asked about as one
    texts = [one.text for one in report_of(window).sections[2].text if isinstance(one, Paragraph)]
    assert any(NUMBER in text for text in texts)


def test_without_an_answer_nothing_is_published(
    window: MainWindow, program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    choose(monkeypatch, Copy.PUBLIC, tmp_path / "公开稿.pdf")
    monkeypatch.setattr(AlikeDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    program.controller.exports.export_as()
    qtbot.wait(300)
    assert not list(tmp_path.glob("*.pdf"))


def test_the_list_says_what_is_open_and_what_is_ignored(
    window: MainWindow, program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    workplace = window.session.workplace
    page_of_section = section_page(window, 2)
    assert page_of_section.prose is not None
    type_chinese(page_of_section.prose.text, "未被变跟。")
    workplace.panel.show_page("check")
    page = _page(workplace)
    found = next(one for one in page.model.findings if one.quote == "变跟")
    page.list.open(page.model.row_of(found))
    page._show_card()
    page.ignore("本县旧称")
    target = tmp_path / "清单.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    page.save.click()
    until(qtbot, target.exists)
    words = printed(target)
    assert "体检清单" in words
    assert "本县旧称" in words
    assert NUMBER in words
    assert "阻断" in words


def test_the_head_says_how_much_is_found(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    watch = session.workplace.watch
    until(qtbot, lambda: watch.state is not None and watch.state.report is session.opened.report)
    assert watch.state is not None
    assert window.header.toggles["check"].text() == f"体检 {len(watch.state.standing)}"


def test_rules_switched_off_and_own_words_count_in_the_window_and_on_the_command_line(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = start()
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    type_chinese(page.prose.text, "未被变跟，做好抓手。")
    session = window.session
    assert session is not None
    workplace = session.workplace
    workplace.panel.show_page("check")
    until(qtbot, lambda: "变跟" in [one.quote for one in workplace.watch.now().standing])
    until(qtbot, lambda: workplace.findChild(CheckSettings) is not None)
    monkeypatch.setattr(RulesDialog, "exec", lambda dialog: dialog.boxes["wrong-word"].setChecked(False) or 1)
    monkeypatch.setattr(WordsDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(WordsDialog, "rows", (("抓手", "", ""),))
    workplace.rules_wished.emit()
    workplace.words_wished.emit()
    quotes = [one.quote for one in workplace.watch.now().standing]
    assert ("变跟" in quotes, "抓手" in quotes) == (False, True)
    saved(window, qtbot)
    report_id = report_of(window).id
    folder = program.archive.folder
    until(qtbot, lambda: read_settings(read_stored_settings(folder)).checks_off == ("wrong-word",))
    capsys.readouterr()
    run(["--data", str(folder), "check", report_id, "--json"], lambda _data: 0)
    printed = capsys.readouterr()
    assert not printed.err
    found = json.loads(printed.out)["findings"]
    assert ("变跟" in [one["quote"] for one in found], "抓手" in [one["quote"] for one in found]) == (False, True)
    again = start()
    again.controller.open_report(report_id)
    until(qtbot, lambda: again.window.session is not None)
    until(qtbot, lambda: again.window.session.workplace.watch.setting.off == {"wrong-word"})  # type: ignore[union-attr]
    assert again.window.session is not None
    assert again.window.session.workplace.watch.setting.words == {"抓手": ""}
