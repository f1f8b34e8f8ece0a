"""What stands in a line or cell that is still open is not lost when the window is closed or the part is left."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.reading import read_report
from tests.ui.typing_chinese import type_chinese
from tests.ui.window.steps import Start, open_sample, section_page


def test_a_title_being_changed_is_taken_over_when_the_window_closes(start: Start, folder: Path, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    page.head.rename_button.click()
    page.head.title_edit.selectAll()
    type_chinese(page.head.title_edit, "还没有按回车的标题")
    report = page.desk.opened.report
    window.close()
    program.stop()
    assert read_report(folder, report.id).report.sections[3].heading == "还没有按回车的标题"
