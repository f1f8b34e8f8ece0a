"""The editors of tables: under declared columns and free, light beside dark, at three zooms."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from report.content import Table
from report.identity import counting_ids
from report.template import Column, Field
from tests.screenshots.parts import beside
from ui.fields.grid.cells import Area
from ui.fields.table import TableEditor
from ui.fields.table_dialog import TableDialog
from ui.icons import Icons
from ui.parts.form import FormRow
from ui.parts.frames import Ground
from ui.theme import Scheme, Theme

_FIELD = Field(
    id="f",
    kind="table",
    label="行政执法情况",
    guidance="全年作出的决定，不含撤销的",
    columns=(
        Column("a", "类别"),
        Column("b", "事项"),
        Column("c", "件数", "件", True),
        Column("d", "金额", "万元", True),
    ),
)
_ROWS = (
    ("行政处罚", "安全生产领域行政处罚", "31", "100.5000"),
    (
        "行政许可",
        "危险化学品经营许可证核发，含新发、延期、变更和注销；县级委托实施的事项一并统计在内，委托前已受理的仍由市级办结",
        "15",
        "211.9860",
    ),
    ("行政检查", "双随机抽查", "约40", ""),
)
_TABLE = Table(
    "t",
    (
        ("序号", "执法类别", "件数", "涉案金额（万元）", "办结率"),
        ("1", "行政处罚", "31", "100.5000", "98.5%"),
        ("2", "行政许可", "15", "211.9860", "100%"),
        ("3", "行政检查（含双随机一公开抽查和重点行业领域专项检查）", "1,204", "—", "100%"),
        ("", "合计", "1250", "312.4860", ""),
    ),
    1,
    "2024年行政执法情况",
)


def render(folder: Path, app: QApplication, theme: Theme, icons: Icons) -> None:
    """Write table-… and table-dialog-…: each light beside dark."""
    for zoom in (0.8, 1.0, 1.5, 2.0):
        theme.set_zoom(zoom)
        for name, make in (("table", _field), ("table-dialog", _dialog), ("table-editing", _editing)):
            pictures: list[QImage] = []
            for scheme in (Scheme.LIGHT, Scheme.DARK):
                theme.set_scheme(scheme)
                pictures.append(_picture(app, theme, make(theme, icons)))
            beside(pictures).save(str(folder / f"{name}-{round(zoom * 100)}.png"))
    theme.set_zoom(1.0)
    theme.set_scheme(Scheme.LIGHT)


def _picture(app: QApplication, theme: Theme, board: QWidget) -> QImage:
    board.show()
    board.activateWindow()
    for _round in range(3):
        app.processEvents()
    for view in board.findChildren(QWidget, "typed"):
        view.setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
    picture = board.grab().toImage()
    picture.setDevicePixelRatio(1)
    board.close()
    board.deleteLater()
    app.processEvents()
    return picture


def _field(theme: Theme, icons: Icons) -> QWidget:
    board = Ground(theme, "surface")
    board.setFixedWidth(theme.px(760))
    column = QVBoxLayout(board)
    column.setContentsMargins(*[theme.size("gap_24")] * 4)
    editor = TableEditor(_FIELD, theme, icons, counting_ids("t"))
    editor.show_value(Table("t", _ROWS))
    column.addWidget(FormRow.of_field(theme, icons, editor))
    editor.grid.view.setObjectName("typed")
    editor.grid.view.go_to(2, 1)
    editor.grid.view.select(Area(0, 2, 1, 3))
    editor.grid.foot.show_notice("粘贴的内容有5列，这张表只有4列，多出的1列没有贴进来。")
    return board


def _editing(theme: Theme, icons: Icons) -> QWidget:
    board = _field(theme, icons)
    view = board.findChildren(TableEditor)[0].grid.view
    view.setObjectName("")
    view.go_to(1, 1)
    view.edit(view.currentIndex())
    return board


def _dialog(theme: Theme, icons: Icons) -> QWidget:
    dialog = TableDialog(_TABLE, theme, icons, None)
    dialog.setModal(False)
    dialog.grid.view.setObjectName("typed")
    dialog.grid.view.go_to(3, 1)
    return dialog
