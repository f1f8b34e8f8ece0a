"""Exports from the window: copies and files of every format at once; imports of every format."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from exports.formats import Format
from report import edits
from report.document import Place
from report.exchange import report_from_json
from storage.reading import read_report
from storage.reading import read_settings as read_stored_settings
from storage.verifying import verify
from tests.exports.pdf.reading import page_texts
from tests.report.sources.test_variants import OWN, pieces
from tests.report.sources.word_files import paragraph, table, word_file
from tests.ui.waiting import until
from tests.ui.window.steps import import_preview, import_text, open_sample
from ui.application import Application
from ui.dialogs.export import RECORD, ExportDialog
from ui.dialogs.notes import NotesDialog
from ui.exporting import Exported
from ui.settings import read_settings

STEM = "青溪县应急管理局_2024年法治政府建设年度报告"


def accept(monkeypatch: pytest.MonkeyPatch, folder: Path, fill: Callable[[ExportDialog], None]) -> None:
    def done(dialog: ExportDialog) -> int:
        dialog.folder.setText(str(folder))
        fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", done)


def test_all_that_is_handed_in_is_written_at_once_and_again_by_one_click(
    program: Application, tmp_path: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    accept(monkeypatch, tmp_path, lambda dialog: dialog.package.click())
    program.controller.exports.export_as()
    wanted = [tmp_path / name for name in (f"{STEM}.pdf", f"{STEM}.docx", f"{STEM}_体检清单.pdf")]
    until(qtbot, lambda: all(path.exists() for path in wanted))
    until(qtbot, lambda: window.bars.stack.bar("message") is not None)
    bar = window.bars.stack.bar("message")
    assert bar is not None
    assert bar.sentence.text() == f"已导出3个文件：{STEM}.pdf、{STEM}.docx、{STEM}_体检清单.pdf"
    assert wanted[1].read_bytes().startswith(b"PK")
    until(qtbot, lambda: read_settings(read_stored_settings(folder)).export_files == ("pdf", "docx", RECORD))
    for path in wanted:
        path.unlink()
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: pytest.fail("the second time it just exports"))
    program.controller.exports.export_again()
    until(qtbot, lambda: all(path.exists() for path in wanted))


def test_the_dialog_remembers_what_was_written_and_asks_for_one_at_least(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample(program, qtbot)
    accept(monkeypatch, tmp_path, lambda dialog: dialog.boxes["html"].setChecked(True))
    program.controller.exports.export_as()
    until(qtbot, (tmp_path / f"{STEM}.html").exists)
    seen: list[tuple[str, ...]] = []

    def look(dialog: ExportDialog) -> int:
        seen.append(dialog.files())
        for box in dialog.boxes.values():
            box.setChecked(False)
        assert not dialog.accept_button.isEnabled()
        dialog.boxes[RECORD].setChecked(True)
        assert not dialog.accept_button.isEnabled()
        dialog.boxes["txt"].setChecked(True)
        assert dialog.accept_button.isEnabled()
        dialog.name.setText("年报.docx")
        assert dialog.target().name == "年报.txt"
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportDialog, "exec", look)
    program.controller.exports.export_as()
    assert seen == [("pdf", "html")]


def test_the_public_copy_as_every_format_has_nothing_between_offices(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample(program, qtbot)

    def fill(dialog: ExportDialog) -> None:
        dialog._group.button(1).setChecked(True)
        for box in dialog.boxes.values():
            box.setChecked(True)
        dialog.boxes[RECORD].setChecked(False)

    accept(monkeypatch, tmp_path, fill)
    program.controller.exports.export_as()
    written = {kind: tmp_path / f"{STEM}_公开稿.{kind.value}" for kind in Format}
    until(qtbot, lambda: all(path.exists() for path in written.values()))
    printed = "".join(page_texts(written[Format.PDF].read_bytes()))
    words = [printed, written[Format.HTML].read_text("utf-8"), written[Format.TEXT].read_text("utf-8")]
    for text in words:
        assert "县委、县政府：" not in text
        assert "0000-5550123" not in text
    assert report_from_json(written[Format.JSON].read_bytes()).front.contact == ""


def test_the_public_copy_says_on_wish_that_it_is_published(
    program: Application, tmp_path: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    opened = window.session.opened
    opened.apply("", Place("front", "annotation"), edits.set_front(opened.report, "annotation", ""))

    def wish(dialog: ExportDialog) -> None:
        assert not dialog.publication.isEnabled()
        dialog._group.button(1).setChecked(True)
        assert dialog.publication.isEnabled()
        dialog.publication.setChecked(True)
        dialog.name.setText("公开")
        dialog.boxes["txt"].setChecked(True)

    accept(monkeypatch, tmp_path, wish)
    program.controller.exports.export_as()
    until(qtbot, (tmp_path / "公开.txt").exists)
    assert "（此件公开发布）" in (tmp_path / "公开.txt").read_text("utf-8")
    assert opened.report.front.annotation == ""
    until(qtbot, lambda: read_settings(read_stored_settings(folder)).export_note)

    def submit(dialog: ExportDialog) -> None:
        assert dialog.publication.isChecked()
        dialog.name.setText("报送")

    accept(monkeypatch, tmp_path, submit)
    program.controller.exports.export_as()
    until(qtbot, (tmp_path / "报送.txt").exists)
    assert "此件公开发布" not in (tmp_path / "报送.txt").read_text("utf-8")
    assert program.context.settings.export_note


def test_a_run_of_exports_can_be_stopped(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.export_run import ExportRun, Job

    open_sample(program, qtbot)
    done: list[list[str]] = []
    written: list[Path] = []

    def job(name: str) -> Job:
        path = tmp_path / name

        def work() -> Exported:
            written.append(path)
            return Exported(path, "")

        return Job(path, work)

    run = ExportRun(
        program.context,
        [job("一"), job("二"), job("三")],
        lambda found: done.append([one.path.name for one in found]),
        lambda _path, error: pytest.fail(str(error)),
    )
    run.start()
    run.stop()
    until(qtbot, lambda: done == [["一"]])
    assert [path.name for path in written] == ["一"]


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_a_dropped_file_of_any_kind_becomes_a_report(
    program: Application, tmp_path: Path, folder: Path, qtbot: QtBot, kind: str
) -> None:
    lines = list(pieces(OWN))
    if kind == "docx":
        data = word_file("".join(paragraph(one) if isinstance(one, str) else table(one) for one in lines))
    else:
        data = f"<html><body>{''.join(f'<p>{one}</p>' for one in lines if isinstance(one, str))}</body></html>".encode()
    path = tmp_path / "去年.doc"  # the name says nothing
    path.write_bytes(data)
    window = program.window
    import_text(program, path, qtbot)
    assert window.report is not None
    assert window.report.front.title == "青溪县应急管理局2024年法治政府建设年度报告"
    source = read_report(folder, window.report.id).source
    assert source is not None
    assert source.text.startswith("青溪县应急管理局2024年法治政府建设年度报告\n县委、县政府：")


def test_the_clipboard_keeps_its_tables(program: Application, qtbot: QtBot) -> None:
    data = QMimeData()
    rows = "<tr><td>领域</td><td>件</td></tr><tr><td>矿山</td><td>4</td></tr>"
    data.setHtml(f"<p>某局2024年法治政府建设年度报告</p><p>一、主要举措</p><p>情况如下。</p><table>{rows}</table>")
    data.setText("别的字")
    QApplication.clipboard().setMimeData(data)
    program.controller.beginning.from_clipboard()
    window = program.window
    import_preview(program, qtbot).accept()
    until(qtbot, lambda: window.session is not None)
    QApplication.clipboard().clear()
    assert window.report is not None
    assert window.report.front.title == "某局2024年法治政府建设年度报告"
    blocks = window.report.sections[0].text
    assert getattr(blocks[-1], "rows", None) == (("领域", "件"), ("矿山", "4"))


def test_the_file_that_was_imported_is_kept_and_written_again(
    program: Application, tmp_path: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = word_file("".join(paragraph(one) for one in pieces(OWN) if isinstance(one, str)))
    path = tmp_path / "去年.docx"
    path.write_bytes(data)
    import_text(program, path, qtbot)
    path.unlink()
    target = tmp_path / "另存.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))

    def press(dialog: NotesDialog) -> int:
        dialog.original_button.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NotesDialog, "exec", press)
    program.controller.beginning.show_notes()
    until(qtbot, target.exists)
    assert target.read_bytes() == data
    assert verify(next(folder.glob("*.db"))).damages == ()
