"""A board of every small part and state, in both schemes, beside the designer's 12-parts.png."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.icons import Icons
from ui.parts.bars import Bar, BarAction, BarKind
from ui.parts.buttons import PlainButton, PrimaryButton, SegmentedButtons, SplitButton, ToolButton
from ui.parts.empty import EmptyState, Way
from ui.parts.form import FormRow
from ui.parts.frames import Card, DropHint, Ground
from ui.parts.inputs import ComboBox, SpinBox
from ui.parts.lines import Separator
from ui.parts.marks import Chip, Mark, StateMark
from ui.parts.text import ElidedLabel, Heading, Link, Small
from ui.style import Edge, set_edge, set_small
from ui.theme import Scheme, Theme


def render(folder: Path, app: QApplication, theme: Theme, icons: Icons) -> None:
    """Write parts-<scheme>-<zoom>.png and controls-…: two boards, each light beside dark."""
    boards = (("parts", parts_board), ("controls", controls_board))
    for zoom in (1.0, 1.5):
        theme.set_zoom(zoom)
        for name, make in boards:
            pictures: list[QImage] = []
            for scheme in (Scheme.LIGHT, Scheme.DARK):
                theme.set_scheme(scheme)
                pictures.append(_picture(app, theme, make(theme, icons)))
            beside(pictures).save(str(folder / f"{name}-{round(zoom * 100)}.png"))
    theme.set_zoom(1.0)
    theme.set_scheme(Scheme.LIGHT)


def _picture(app: QApplication, theme: Theme, board: QWidget) -> QImage:
    board.setFixedWidth(theme.px(683))
    board.setFixedHeight(board.heightForWidth(board.width()))
    board.show()
    board.activateWindow()
    _focus_one(board)
    for _round in range(3):
        app.processEvents()
    picture = board.grab().toImage()
    picture.setDevicePixelRatio(1)
    board.close()
    board.deleteLater()
    app.processEvents()
    return picture


def _focus_one(board: QWidget) -> None:
    wanted = board.findChild(QWidget, "focused")
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = board.findChild(QWidget, "ringed")
    if ringed is not None:
        # Only one widget has the focus; the second ring is put there by hand.
        QFocusFrame(board).setWidget(ringed)


def beside(pictures: list[QImage]) -> QImage:
    """Pictures side by side."""
    width, height = sum(one.width() for one in pictures), max(one.height() for one in pictures)
    both = QImage(width, height, QImage.Format.Format_RGB32)
    both.fill(Qt.GlobalColor.gray)
    painter = QPainter(both)
    left = 0
    for one in pictures:
        painter.drawImage(left, 0, one)
        left += one.width()
    painter.end()
    return both


def _column(theme: Theme) -> tuple[Ground, QVBoxLayout]:
    board = Ground(theme, "surface")
    column = QVBoxLayout(board)
    column.setContentsMargins(*[theme.size("gap_24")] * 4)
    column.setSpacing(theme.size("gap_8"))
    return board, column


def _row(theme: Theme, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.size("gap_12"))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _add(theme: Theme, column: QVBoxLayout, title: str, content: QLayout | QWidget) -> None:
    column.addWidget(Small(theme, title))
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)
    column.addSpacing(theme.size("gap_8"))


def parts_board(theme: Theme, icons: Icons) -> QWidget:
    """Buttons, inputs, states, bars."""
    board, column = _column(theme)
    _add(theme, column, "按钮：平常、鼠标停、键盘焦点、不可用、主要", _buttons(theme, icons))
    _add(theme, column, "输入框：平常、焦点、待填、算出、应改（框下一句话）", _inputs(theme, icons))
    marks = [StateMark(theme, icons) for _mark in list(Mark)[:6]]
    for widget, mark in zip(marks, Mark, strict=False):
        widget.show_mark(mark)
    chips = [Chip(theme, "未改动", "amber"), Chip(theme, "已改", "accent"), Chip(theme, "已公开", "green"),
             Chip(theme, "今年新增", "neutral")]  # fmt: skip
    _add(theme, column, "状态：形状、颜色、文字三样同时有", _row(theme, *marks, *chips[:3]))
    _add(theme, column, "层次、工具、链接", _tools(theme, icons, chips[3]))
    _add(theme, column, "保存状态，一直在左下角", _saving(theme, icons))
    _add(theme, column, "横条：消息（6秒后收起）、提醒、出错（处理好才消失）", _bars(theme, icons))
    column.addStretch(1)
    return board


def _buttons(theme: Theme, icons: Icons) -> QHBoxLayout:
    plain = [PlainButton(theme, "重新检查") for _number in range(4)]
    plain[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    plain[2].setObjectName("ringed")
    plain[3].setEnabled(False)
    split = SplitButton(theme, icons, "export", "导出PDF")
    split.setMenu(QMenu(split))
    return _row(theme, *plain, PrimaryButton(theme, "恢复"), split)


def _inputs(theme: Theme, icons: Icons) -> QLayout:
    texts = (
        ("46", Edge.NONE),
        ("46", Edge.NONE),
        ("", Edge.MISSING),
        ("100%", Edge.COMPUTED),
        ("三十一起", Edge.SHOULD),
    )
    lines: list[QLineEdit] = []
    for text, edge in texts:
        line = QLineEdit(text)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setPlaceholderText("待填")
        line.setFixedWidth(theme.px(104))
        set_edge(line, edge)
        set_small(line)
        lines.append(line)
    lines[1].setObjectName("focused")
    lines[3].setReadOnly(True)
    row = _row(theme, *lines)
    number = QLineEdit("三十一起")
    finding = FormRow(theme, icons, "行政处罚决定", number, unit="件", hint="全年作出的决定，不含撤销的")
    finding.show_finding("should", "读作31件，对吗？")
    column = QVBoxLayout()
    column.addLayout(row)
    column.addWidget(finding)
    return column


def _tools(theme: Theme, icons: Icons, chip: Chip) -> QHBoxLayout:
    levels = SegmentedButtons(theme, {1: "（一）", 2: "1.", 3: "（1）", 0: "正文"})
    levels.choose(2)
    preview = ToolButton(theme, icons, "page", "预览")
    preview.setCheckable(True)
    preview.setChecked(True)
    off = ToolButton(theme, icons, "redo")
    off.setEnabled(False)
    small = PlainButton(theme, "打开")
    small.set_small(True)
    row = _row(theme, levels, preview, ToolButton(theme, icons, "undo"), off, Link(theme, "确认沿用"), small, chip)
    row.setSpacing(theme.size("gap_8"))
    return row


def _saving(theme: Theme, icons: Icons) -> QHBoxLayout:
    marks = [StateMark(theme, icons) for _number in range(3)]
    marks[0].show_state("rename", "second", "正在保存…")
    marks[1].show_state("done", "green", "已保存 10:34")
    marks[2].show_state("unsaved", "red", "没存上：10:34起3处修改", strong=True)
    return _row(theme, *marks)


def _bars(theme: Theme, icons: Icons) -> QVBoxLayout:
    def nothing() -> None:
        pass

    column = QVBoxLayout()
    column.addWidget(Bar(theme, icons, BarKind.SUCCESS, "已导出2个文件到“2025年度报告”", "",
                         (BarAction("打开文件", nothing), BarAction("打开文件夹", nothing))))  # fmt: skip
    column.addWidget(Bar(theme, icons, BarKind.NOTICE, "粘贴了12段，161处半角标点已改为全角", "",
                         (BarAction("看改动", nothing), BarAction("撤销", nothing))))  # fmt: skip
    column.addWidget(Bar(theme, icons, BarKind.ERROR, "找不到U盘，报告没有拷出，原件还在本机", "",
                         (BarAction("重试", nothing),)))  # fmt: skip
    column.addWidget(Bar(theme, icons, BarKind.ERROR, "磁盘已满，10:34以后的3处修改没有存上，文字都在窗口里，没有丢。",
                         "请在D盘腾出约20MB空间再点“重试”，或者另存到别的盘。空间够了会自动接着存。",
                         (BarAction("另存到…", nothing), BarAction("重试", nothing, strong=True))))  # fmt: skip
    return column


def controls_board(theme: Theme, icons: Icons) -> QWidget:
    """What Qt brings, in our style, and the larger parts."""
    board, column = _column(theme)
    column.addWidget(Heading(theme, "四、2025年度推进法治政府建设的主要举措和成效", "title"))
    tabs = QTabBar()
    tabs.setDrawBase(True)
    tabs.setExpanding(False)
    for state, text in (("done", "（一）决策与文件"), ("block", "（二）职能与执法"), ("should", "（三）监督")):
        token = {"done": "green", "block": "red", "should": "amber"}[state]
        tabs.addTab(icons.icon(state, token), text)  # type: ignore[arg-type]
    tabs.setCurrentIndex(1)
    column.addWidget(tabs)
    column.addLayout(_choices(theme))
    column.addLayout(_cards(theme, icons))
    column.addWidget(Separator(theme))

    def nothing() -> None:
        pass

    ways = (Way("link", "从3条不足生成", "每条不足先列一条安排，再改写成要做的事", "生成3条", nothing),
            Way("columns", "沿用去年的安排", "带来5条，年份改为2026，逐条标“未改动”", "带来5条", nothing))  # fmt: skip
    sentence = "写明明年打算做的几件事，最好同第五部分的不足一一对应。空着只能导出草稿。"
    column.addWidget(EmptyState(theme, icons, "rename", "这一部分还没有写", sentence, ways))
    return board


def _choices(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    ticks = [QCheckBox("报送稿"), QCheckBox("公开稿"), QCheckBox("草稿")]
    ticks[0].setChecked(True)
    ticks[1].setEnabled(False)
    ticks[1].setChecked(True)
    radios = [QRadioButton("同一段"), QRadioButton("每条一段")]
    radios[0].setChecked(True)
    for place, widget in enumerate((*ticks, *radios)):
        grid.addWidget(widget, 0, place)
    box = ComboBox()
    box.addItems(["广东提纲", "法定五项"])
    spin = SpinBox()
    spin.setRange(1, 12)
    spin.setValue(3)
    spin.setSuffix("月")
    text = QPlainTextEdit("编制内人员多为安全工程专业，近三年未专项招录法律岗位，持续培训不够。")
    text.setFont(theme.font("field"))
    text.setFixedHeight(theme.px(76))
    progress = QProgressBar()
    progress.setValue(40)
    grid.addWidget(box, 1, 0)
    grid.addWidget(spin, 1, 1)
    grid.addWidget(progress, 1, 2, 1, 3)
    grid.addWidget(text, 2, 0, 1, 5)
    return grid


def _cards(theme: Theme, icons: Icons) -> QHBoxLayout:
    row = QHBoxLayout()
    for accent in (True, False):
        card = Card(theme, accent)
        inner = QVBoxLayout(card)
        title = ElidedLabel(theme, "subtitle")
        title.set_text("青溪县应急管理局2025年法治政府建设年度报告")
        inner.addWidget(title)
        told = ElidedLabel(theme, "small", "second")
        told.set_text("刚写到“四、（二）职能与执法”，10:34保存")
        inner.addWidget(told)
        row.addWidget(card)
    row.addWidget(DropHint(theme, icons, "松开即导入"))
    return row
