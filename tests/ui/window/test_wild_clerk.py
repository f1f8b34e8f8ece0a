"""Whatever is pressed, clicked and typed: no fault, nothing lost, all of it can be taken back."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window.steps import open_sample
from tests.ui.window.wild_clerk import WildClerk
from ui.application import Application

STEPS = 160


SLOW = pytest.mark.slow


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=SLOW) for seed in range(2, 7))])
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_whatever_is_done_nothing_is_lost(program: Application, qtbot: QtBot, seed: int) -> None:
    open_sample(program, qtbot)
    clerk = WildClerk(program, seed)
    try:
        clerk.work(STEPS, lambda seconds: qtbot.wait(max(1, round(1000 * seconds))))
        assert clerk.undo_all()
    except AssertionError as error:
        error.add_note("\n".join(clerk.done[-25:]))
        raise
