"""The preview of an import: what was found, what was changed, what has no place; corrected before it is stored."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from report.reading.manuscript import OWN_KIND, Manuscript
from report.template import ReportType
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.import_preview.row_list import RowList, row_of
from ui.import_preview.rows import Role, Row, rows_of
from ui.parts.buttons import PlainButton, SegmentedButtons
from ui.parts.frames import Ground
from ui.parts.inputs import ComboBox
from ui.parts.lines import Separator
from ui.parts.text import Small
from ui.sentences import note_sentence
from ui.theme import Theme

if TYPE_CHECKING:
    from report.reading.recognise import Reading

_WIDTH, _HEIGHT, _SIDE = 1000, 560, 320
"""Pixels at 100 %."""
_OWN: Final = ""
"""The kind of a section that the type does not have."""

Read = Callable[[Manuscript, "str | None"], "Reading"]


class ImportPreview(Dialog):
    """Reads the manuscript again after each correction; `reading` is the last."""

    def __init__(
        self, name: str, manuscript: Manuscript, types: Sequence[ReportType], read: Read, theme: Theme, parent: QWidget
    ) -> None:
        """`read` finds a report in a manuscript, of the type that is named."""
        super().__init__(theme, _("导入“{name}”").format(name=name), _("导入"), parent, 720, bleed=True)
        self._types, self._read = {one.id: one for one in types}, read
        self._states: list[tuple[Manuscript, str | None]] = [(manuscript, None)]
        self.reading = read(manuscript, None)
        self.rows = RowList(theme)
        self.rows.chosen.connect(self._show_current)
        self.rows.level_wished.connect(self._correct)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        ground = Ground(theme, "surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        inside.addWidget(self.rows)
        body.addWidget(ground, 1)
        body.addWidget(Separator(theme, Qt.Orientation.Vertical))
        body.addWidget(self._side())
        self.body.addLayout(body, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.take_back)
        self._show()
        self.rows.setFocus()

    def sizeHint(self) -> QSize:
        """Room for a line and the side."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))

    def take_back(self) -> None:
        """Undo the last correction."""
        if len(self._states) > 1:
            self._states.pop()
            self._again()

    def _side(self) -> QWidget:
        theme, side = self.theme, Ground(self.theme, "window")
        side.setFixedWidth(theme.px(_SIDE))
        column = QVBoxLayout(side)
        gap = theme.px(16)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.px(8))
        self.kinds_of_report = ComboBox()
        for one in self._types.values():
            self.kinds_of_report.addItem(one.name, one.id)
        self.kinds_of_report.setAccessibleName(_("提纲"))
        self.kinds_of_report.activated.connect(self._choose_type)
        column.addWidget(self._small_head(_("提纲")))
        column.addWidget(self.kinds_of_report)
        column.addSpacing(theme.px(8))
        column.addWidget(self._small_head(_("这一段是")))
        words: dict[Hashable, str] = {1: _("部分"), 2: "（一）", 3: "1.", 4: "（1）", 0: _("正文")}
        self.levels = SegmentedButtons(theme, words)
        self.levels.setAccessibleName(_("层次"))
        for level in words:
            self.levels.button(level).setToolTip(_("按 {key}").format(key=level))
        self.levels.chosen.connect(self._level_clicked)
        column.addWidget(self.levels)
        self.section = ComboBox()
        self.section.setAccessibleName(_("属于提纲的哪一部分"))
        self.section.activated.connect(self._choose_section)
        keeps = self.section.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.section.setSizePolicy(keeps)
        column.addWidget(self.section)
        hint = Small(theme, _("在左边选一段，按1到4定层次，按0是正文，Ctrl+Z撤销。"))
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.undo_button = PlainButton(theme, _("撤销这一次改动"))
        self.undo_button.clicked.connect(self.take_back)
        column.addWidget(self.undo_button)
        column.addSpacing(theme.px(8))
        self._add_told(column)
        return side

    def _add_told(self, column: QVBoxLayout) -> None:
        column.addWidget(self._small_head(_("读的时候")))
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setFont(self.theme.font("small"))
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(_("读的时候改了什么、没读什么"))
        column.addWidget(self.told, 1)

    def _small_head(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(self.theme.font("body", bold=True))
        return label

    def _type(self) -> ReportType:
        return self._types[self.reading.report.type.id]

    def _show(self) -> None:
        report_type, report = self._type(), self.reading.report
        self.kinds_of_report.setCurrentIndex(self.kinds_of_report.findData(report_type.id))
        self.section.clear()
        self.section.addItem(_("自设部分"), _OWN)
        for one in report_type.sections:
            self.section.addItem(one.short, one.id)
        rows = rows_of(self.reading, report_type)
        self.rows.show_rows(rows)
        notes = [note_sentence(one.rule, one.count, one.line, one.quote) for one in self.reading.notes]
        self.told.setPlainText("\n".join(notes) or _("没有改动，也没有要留意的地方。"))
        lost = sum(row.role is Role.UNPLACED for row in rows)
        found = _("认出{sections}个部分、{paragraphs}段。").format(
            sections=len(report.sections), paragraphs=sum(row.role in (Role.HEADING, Role.TEXT) for row in rows)
        )
        self.note.setText(found + (_("{count}处没有归处，列在最后。").format(count=lost) if lost else ""))
        self.undo_button.setEnabled(len(self._states) > 1)
        self._show_current(self._current())

    def _current(self) -> Row | None:
        return row_of(self.rows.currentItem())

    def _show_current(self, row: Row | None) -> None:
        is_open = row is not None and row.line > 0
        self.levels.setEnabled(is_open)
        self.levels.choose(row.level if row is not None and is_open else None)
        is_section = row is not None and row.role is Role.SECTION and is_open
        self.section.setVisible(is_section)
        self.section.setCurrentIndex(self.section.findData(row.kind or _OWN) if row is not None and is_section else -1)

    def _level_clicked(self, level: object) -> None:
        row = self._current()
        if row is not None and row.line and isinstance(level, int):
            self._correct(row, level)

    def _choose_section(self, _index: int) -> None:
        row = self._current()
        if row is not None and row.line:
            self._correct(row, 1, str(self.section.currentData()) or OWN_KIND)

    def _choose_type(self, _index: int) -> None:
        manuscript, _chosen = self._states[-1]
        self._states.append((manuscript, str(self.kinds_of_report.currentData())))
        self._again()

    def _correct(self, row: Row, level: int, kind: str = "") -> None:
        if (level, kind) == (row.level, ""):
            return
        manuscript, chosen = self._states[-1]
        chosen = chosen or self.reading.report.type.id  # what one line says does not change the whole
        self._states.append((manuscript.corrected(row.line, level, kind), chosen))
        self._again()

    def _again(self) -> None:
        self.reading = self._read(*self._states[-1])
        self._show()

    @property
    def manuscript(self) -> Manuscript:
        """The manuscript with all corrections."""
        return self._states[-1][0]
