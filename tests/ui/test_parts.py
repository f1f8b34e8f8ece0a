"""The small parts: names for screen readers, elision, the wheel, how long bars stay, zoom and focus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFocusFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from ui.icons import Icons
from ui.parts.bars import Bar, BarAction, BarKind, BarStack
from ui.parts.buttons import PlainButton, PrimaryButton, SegmentedButtons, SplitButton, ToolButton
from ui.parts.empty import EmptyState, Way
from ui.parts.form import FormRow
from ui.parts.inputs import ComboBox, DateBox, SpinBox
from ui.parts.lines import Separator
from ui.parts.marks import MARKS, Chip, Mark, StateMark
from ui.parts.scroll import Column
from ui.parts.splitter import Splitter
from ui.parts.text import ElidedLabel, Label, Link
from ui.style import dress
from ui.theme import Scheme, Theme

FOLDER = Path(ui.__file__ or "").parent


@pytest.fixture(autouse=True)
def worn(theme: Theme, qapp: QApplication) -> Iterator[None]:
    """The shared theme is worn for certain, and put back afterwards."""
    dress(qapp, theme)
    yield
    theme.set_scheme(Scheme.LIGHT)
    theme.set_zoom(1.0)


def noted() -> tuple[list[str], BarAction]:
    """An action that notes that it was done."""
    done: list[str] = []
    return done, BarAction("重试", lambda: done.append("重试"), strong=True)


@pytest.mark.parametrize("mark", Mark)
def test_a_state_is_told_by_shape_word_and_colour(mark: Mark, theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    widget = StateMark(theme, icons)
    qtbot.addWidget(widget)
    widget.show_mark(mark)
    icon, token, word = MARKS[mark]
    assert widget.text == word == widget.accessibleName()
    assert not icons.pixmap(icon, token).isNull()
    widget.show_mark(mark, "4处")
    assert widget.accessibleName() == "4处"


def test_no_two_states_share_shape_and_colour() -> None:
    assert len({icon for icon, _token, _word in MARKS.values()}) == len(MARKS)


def test_chips_and_buttons_have_names(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    tool = ToolButton(theme, icons, "page", "预览")
    tool.show_text(False)
    split = SplitButton(theme, icons, "export", "导出PDF")
    chip = Chip(theme, "未改动", "amber")
    for widget in (tool, split, chip):
        qtbot.addWidget(widget)
    assert (tool.accessibleName(), tool.toolTip()) == ("预览", "预览")
    assert split.accessibleName() == "导出PDF"
    assert chip.accessibleName() == "未改动"


def test_hit_areas_are_large_enough(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    small = PlainButton(theme, "选")
    small.set_small(True)
    widgets = [small, ToolButton(theme, icons, "close"), Link(theme, "改"), PrimaryButton(theme, "恢复")]
    for widget in widgets:
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 28
        assert widget.sizeHint().width() >= (28 if not isinstance(widget, Link) else 14)


@pytest.mark.parametrize("zoom", [0.8, 1.25, 2.0])
def test_parts_grow_with_the_zoom(zoom: float, theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    parts: list[QWidget] = [
        PlainButton(theme, "重新检查", icons, "retry"),
        ToolButton(theme, icons, "table", "表格"),
        SplitButton(theme, icons, "export", "导出PDF"),
        Chip(theme, "已改", "accent"),
        SegmentedButtons(theme, {1: "（一）", 2: "1."}),
        Link(theme, "撤销"),
    ]
    for part in parts:
        qtbot.addWidget(part)
    before = [part.sizeHint() for part in parts]
    theme.set_zoom(zoom)
    for part, was in zip(parts, before, strict=True):
        assert part.sizeHint().height() == pytest.approx(was.height() * zoom, abs=3)
        assert part.sizeHint().width() == pytest.approx(was.width() * zoom, rel=0.1, abs=4)


def test_widgets_can_go_while_the_theme_lives_on(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    for _number in range(20):
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(StateMark(theme, icons))
        column.addWidget(PlainButton(theme, "打开"))
        column.addWidget(Separator(theme))
        holder.deleteLater()
    qtbot.wait(1)
    theme.set_zoom(1.1)


def test_elided_words_are_whole_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "title")
    qtbot.addWidget(label)
    label.set_text("四、2025年度推进法治政府建设的主要举措和成效")
    label.show()
    label.resize(120, 30)
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == label.full_text()
    label.resize(900, 30)
    assert label.text() == label.full_text()
    assert label.toolTip() == ""


def test_mark_up_is_shown_as_typed(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "<b>粗</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("make", [ComboBox, SpinBox, DateBox])
def test_the_wheel_changes_no_value(make: type[QWidget], qtbot: QtBot, theme: Theme) -> None:
    del theme
    widget = make()
    qtbot.addWidget(widget)
    if isinstance(widget, QComboBox):
        widget.addItems(["甲", "乙", "丙"])
        widget.setCurrentIndex(1)
    elif isinstance(widget, QSpinBox):
        widget.setValue(5)
    widget.show()
    widget.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turn)
    assert not turn.isAccepted()
    if isinstance(widget, QComboBox):
        assert widget.currentIndex() == 1
    elif isinstance(widget, QSpinBox):
        assert widget.value() == 5


def bar_of(kind: BarKind, theme: Theme, icons: Icons, qtbot: QtBot) -> Bar:
    _done, action = noted()
    bar = Bar(theme, icons, kind, "已导出2个文件", "", (action,))
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_success_goes_after_six_seconds(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    bar = bar_of(BarKind.SUCCESS, theme, icons, qtbot)
    assert bar.remaining_time() == pytest.approx(6000, rel=0.1)
    with qtbot.waitSignal(bar.closed, timeout=500):
        bar.end_waiting()


def test_a_success_waits_under_the_mouse_and_under_the_focus(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    bar = bar_of(BarKind.SUCCESS, theme, icons, qtbot)
    QApplication.sendEvent(bar, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert bar.remaining_time() == -1
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar.remaining_time() > 0
    bar.activateWindow()
    bar.buttons[0].setFocus()
    qtbot.waitUntil(bar.buttons[0].hasFocus)
    with qtbot.assertNotEmitted(bar.closed):
        bar.end_waiting()
    assert bar.remaining_time() > 0


def test_an_error_stays_and_cannot_be_closed(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    bar = bar_of(BarKind.ERROR, theme, icons, qtbot)
    assert bar.remaining_time() == -1
    with qtbot.assertNotEmitted(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert len(bar.buttons) == 1


def test_a_notice_can_be_closed(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    bar = bar_of(BarKind.NOTICE, theme, icons, qtbot)
    with qtbot.waitSignal(bar.closed):
        bar.buttons[-1].click()  # type: ignore[attr-defined]


def test_the_same_error_keeps_its_bar(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    done, action = noted()
    stack = BarStack(theme, icons)
    qtbot.addWidget(stack)
    first = stack.show_bar("failure", BarKind.ERROR, "磁盘已满", "请腾出空间", (action,))
    again = stack.show_bar("failure", BarKind.ERROR, "磁盘已满，3处没有存上", "请腾出空间", (action,))
    assert first is again
    assert first.accessibleName() == "磁盘已满，3处没有存上"
    first.buttons[0].click()  # type: ignore[attr-defined]
    assert done == ["重试"]
    with qtbot.waitSignal(stack.grown) as grown:
        stack.remove("failure")
    assert grown.args is not None
    assert grown.args[0] < 0
    assert stack.isHidden()


def test_bars_under_different_keys_stand_together(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    stack = BarStack(theme, icons)
    qtbot.addWidget(stack)
    stack.show_bar("message", BarKind.SUCCESS, "已保存")
    with qtbot.waitSignal(stack.grown) as grown:
        stack.show_bar("failure", BarKind.ERROR, "磁盘已满")
    assert grown.args is not None
    assert grown.args[0] >= theme.size("bar")
    assert stack.bar("message") is not None
    message = stack.bar("message")
    assert message is not None
    message.closed.emit()
    assert stack.bar("message") is None
    assert stack.bar("failure") is not None


def test_segments_choose_one(theme: Theme, qtbot: QtBot) -> None:
    segments = SegmentedButtons(theme, {1: "同一段", 0: "每条一段"})
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose(1)
    assert segments.choice == 1
    with qtbot.waitSignal(segments.chosen) as told:
        segments.button(0).click()
    assert told.args == [0]
    segments.choose(7)
    assert segments.choice is None
    segments.rename({1: "一段", 0: "各段"})
    assert segments.button(1).accessibleName() == "一段"


def test_a_form_row_tells_screen_readers_all(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    line = QLineEdit("三十一起")
    row = FormRow(theme, icons, "行政处罚决定", line, unit="件", hint="不含撤销的", required=True)
    qtbot.addWidget(row)
    assert line.accessibleName() == "行政处罚决定"
    assert row.label.buddy() is line
    row.show_problem("读作31件，对吗？")
    assert row.finding.isVisibleTo(row)
    assert line.accessibleDescription() == "读作31件，对吗？；必填。不含撤销的"
    row.show_problem("")
    assert not row.finding.isVisibleTo(row)
    assert line.accessibleDescription() == "必填。不含撤销的"
    assert line.text() == "三十一起"


def test_an_empty_place_offers_the_best_way_first(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    done: list[str] = []
    ways = [
        Way("link", "从3条不足生成", "每条先列一条", "生成3条", lambda: done.append("生成")),
        Way("rename", "直接写", "按 Enter 添加下一条", "开始写", lambda: done.append("写")),
    ]
    empty = EmptyState(theme, icons, "rename", "这一部分还没有写", "写明年打算做的几件事。", ways)
    qtbot.addWidget(empty)
    assert isinstance(empty.rows[0].button, PrimaryButton)
    assert not isinstance(empty.rows[1].button, PrimaryButton)
    empty.rows[1].button.click()
    assert done == ["写"]


@pytest.mark.parametrize("width", [700, 1134, 1672])
def test_the_column_is_at_most_880_and_in_the_middle(width: int, theme: Theme, qtbot: QtBot) -> None:
    column = Column(theme)
    qtbot.addWidget(column)
    content = QWidget()
    column.body.addWidget(content)
    column.resize(width, 400)
    column.show()
    left = content.mapTo(column, QPoint(0, 0)).x()
    assert content.width() <= 880
    assert left >= 24
    assert abs(left - (width - left - content.width())) <= 1


def test_a_splitter_is_thin_to_see_and_wide_to_take(theme: Theme, qtbot: QtBot) -> None:
    splitter = Splitter(theme)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    splitter.show()
    handle = splitter.handle(1)
    assert handle.width() == 8
    assert handle.contentsRect().width() == 1
    with qtbot.waitSignal(splitter.reset):
        qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton)


def test_the_ring_comes_by_key_and_goes_by_click(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    buttons = [PlainButton(theme, "取消"), PrimaryButton(theme, "恢复这一版")]
    for button in buttons:
        row.addWidget(button)
    window.show()
    window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert rings(window) == [buttons[1]]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert rings(window) == []
    assert buttons[0].hasFocus()


def rings(window: QWidget) -> list[QWidget]:
    """The buttons that have the ring."""
    frames = [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]
    return [widget for widget in (frame.widget() for frame in frames) if widget is not None]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_is_painted_where_nothing_fits(scheme: Scheme, theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    theme.set_scheme(scheme)
    for widget in (Chip(theme, "字"), PlainButton(theme, "字", icons, "plus"), SegmentedButtons(theme, {1: "字"})):
        qtbot.addWidget(widget)
        widget.resize(QSize(1, 1))
        assert not widget.grab().isNull()


LITERAL = re.compile(
    r'\.(setFixed|setMinimum|setMaximum)(Width|Height|Size)\(\s*[2-9]|QFont\(\s*"|setPointSize|setPixelSize|setStyleSheet'
)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_sizes_fonts_and_colours_come_from_the_theme(path: Path) -> None:
    source = path.read_text("utf-8")
    if path.name != "theme.py":
        assert not LITERAL.findall(source)
    if path.name != "tokens.py":
        assert not re.findall(r'"#[0-9A-Fa-f]{6}"', source)
