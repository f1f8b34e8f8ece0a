"""The tables that tests type into."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fields.grid_page import COLUMNS, ROWS, Page
from ui.icons import Icons
from ui.theme import Theme


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, icons: Icons) -> Page:
    return Page(qtbot, theme, icons, COLUMNS, ROWS)


@pytest.fixture
def free(qtbot: QtBot, theme: Theme, icons: Icons) -> Page:
    page = Page(qtbot, theme, icons, (), (("类别", "件数"), ("甲", "1"), ("乙", "2")))
    page.grid.set_head_rows(1)
    return page
