"""Pages in the preview's room: as wide as it, whole, or two beside each other; points become pixels and back."""

import pytest
from PySide6.QtCore import QPointF, QSize

from ui.preview.arrangement import Fit, arrange

A4 = (595.0, 842.0)


def test_a_page_is_as_wide_as_the_room() -> None:
    found = arrange([A4] * 3, QSize(424, 600), Fit.WIDTH, 16)
    assert [rect.width() for rect in found.pages] == [392] * 3
    assert found.pages[1].top() == found.pages[0].bottom() + 1 + 16


@pytest.mark.parametrize("room", [QSize(424, 600), QSize(1200, 500), QSize(300, 2000)])
def test_a_whole_page_is_seen_at_once(room: QSize) -> None:
    found = arrange([A4] * 2, room, Fit.WHOLE, 16)
    assert found.pages[0].height() + 32 <= room.height() + 1
    assert found.pages[0].width() + 32 <= room.width() + 1


def test_two_pages_stand_beside_each_other() -> None:
    found = arrange([A4] * 3, QSize(900, 600), Fit.DOUBLE, 16)
    first, second, third = found.pages
    assert first.top() == second.top() < third.top()
    assert second.left() > first.right()
    assert arrange([A4], QSize(900, 600), Fit.DOUBLE, 16).pages == arrange([A4], QSize(900, 600), Fit.WHOLE, 16).pages


def test_points_and_pixels() -> None:
    found = arrange([A4] * 2, QSize(627, 600), Fit.WIDTH, 16)
    rect = found.on_page(1, 100, 200, 50, 16)
    back = found.in_points(QPointF(rect.left() + 0.5, rect.top() + 0.5))
    assert back is not None
    assert back[0] == 1
    assert back[1] == pytest.approx(100.5, abs=0.6)
    assert back[2] == pytest.approx(200.5, abs=0.6)
    assert found.in_points(QPointF(5, 5)) is None
    assert found.page_at(found.pages[1].center().y()) == 1


def test_nothing_to_arrange() -> None:
    found = arrange([], QSize(400, 400), Fit.WIDTH, 16)
    assert found.page_at(10) == 0
    assert found.in_points(QPointF(1, 1)) is None
