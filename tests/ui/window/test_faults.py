"""An error nobody foresaw: a sentence, the text kept and saved, and where it was in a log without report text."""

import sys
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.typing_chinese import type_chinese
from tests.ui.window.steps import open_sample, saved, section_page, stored_texts
from ui.application import Application, install_hooks
from ui.fault_log import FaultLog


def _fail_with(text: str) -> None:
    raise ValueError(text)


def test_the_text_is_kept_and_the_log_has_none_of_it(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    assert page.prose is not None
    log = FaultLog(folder)
    monkeypatch.setattr(sys, "excepthook", lambda *_details: None)
    install_hooks(window, log)
    type_chinese(page.prose.text, "没有存上的话")
    try:
        _fail_with("没有存上的话")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    bar = window.bars.stack.bar("notice")
    assert bar is not None
    saved(window, qtbot)
    assert window.session is not None
    assert any("没有存上的话" in text for text in stored_texts(folder, window.session.opened.report.id))
    noted = log.path.read_text("utf-8")
    assert "ValueError" in noted
    assert "_fail_with" in noted
    assert "没有存上" not in noted
    log.close()


def test_a_fault_in_a_slot_reaches_the_hook(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    with capture_exceptions() as caught:
        window.bars.retry_wished.connect(lambda: _fail_with("字"))
        window.bars.retry_wished.emit()
    assert [kind for kind, _error, _trace in caught] == [ValueError]
    assert window.session is not None


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", "utf-8")
    log = FaultLog(tmp_path)
    assert not log.keep(ValueError, None)
    log.close()


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    try:
        _fail_with("字")
    except ValueError as error:
        for _time in range(12_000):
            log.keep(ValueError, error.__traceback__)
    log.close()
    sizes = [path.stat().st_size for path in log.path.parent.iterdir()]
    assert len(sizes) <= 4
    assert sum(sizes) < 1_100_000
