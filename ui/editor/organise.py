"""Add, rename, remove and reorder the sections of a report."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from report import edits
from report.compose import fields_of
from report.holes import section_is_empty
from report.identity import NewId
from report.report import Report, Section
from report.template import ReportType, SectionType, fill, year_words
from resources.i18n import _
from ui.theme import Theme


def organise_sections(
    report_type: ReportType, report: Report, new_id: NewId, theme: Theme, parent: QWidget
) -> Report | None:
    """Let the clerk organise; None when it was left as it is."""
    dialog = OrganiseDialog(report_type, report, new_id, theme, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    changed = dialog.organised()
    return changed if changed != report else None


class OrganiseDialog(QDialog):
    """A list of headings that can be dragged and renamed in place."""

    def __init__(self, report_type: ReportType, report: Report, new_id: NewId, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._type, self._report, self._new_id = report_type, report, new_id
        self.setWindowTitle(_("添加或整理各部分"))
        self.resize(theme.px(720), theme.px(480))
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setAccessibleName(_("各部分"))
        self.list.setWordWrap(True)
        for section in report.sections:
            self._append(section)
        self.add_button = QPushButton(_("添加"))
        self.add_button.setMenu(self._menu())
        self.rename_button = QPushButton(_("改标题"))
        self.remove_button = QPushButton(_("移除"))
        self.up_button, self.down_button = QPushButton(_("上移")), QPushButton(_("下移"))
        self.rename_button.clicked.connect(self._rename)
        self.remove_button.clicked.connect(self._remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        side = QVBoxLayout()
        for button in (self.add_button, self.rename_button, self.up_button, self.down_button, self.remove_button):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        self.note = QLabel(_("次序可以拖动调整，序号自动重排。移除的部分连同文字一起移除，可以撤销。"))
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(_("照此整理"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(row, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.list.setCurrentRow(0)

    def organised(self) -> Report:
        """The report with its sections as listed."""
        sections: list[Section] = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            section: Section = item.data(Qt.ItemDataRole.UserRole)
            heading = item.text().strip()
            sections.append(replace(section, heading=heading) if heading else section)
        return replace(self._report, sections=tuple(sections))

    def _append(self, section: Section) -> QListWidgetItem:
        item = QListWidgetItem(section.heading)
        item.setData(Qt.ItemDataRole.UserRole, section)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.addItem(item)
        return item

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        present = {section.kind for section in self._report.sections}
        words = {**year_words(self._report.year), "office": self._report.front.office}
        for kind in self._type.sections:
            if kind.id not in present:
                heading = fill(kind.heading, words)
                menu.addAction(heading).triggered.connect(
                    lambda _checked=False, one=kind, text=heading: self._add(one, text)
                )
        menu.addAction(_("自设部分")).triggered.connect(lambda: self._add(None, _("新的部分")))
        return menu

    def _add(self, kind: SectionType | None, heading: str) -> None:
        section = replace(edits.own_section(heading, self._new_id), kind=kind.id if kind else None)
        item = self._append(section)
        self.list.setCurrentItem(item)
        if kind is None:
            self.list.editItem(item)

    def _rename(self) -> None:
        if item := self.list.currentItem():
            self.list.editItem(item)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        section: Section = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        kind = self._type.section(section.kind)
        if not section_is_empty(fields_of(kind), section):
            self.note.setText(
                _("“{name}”里有文字，会一起移除；点“照此整理”以后仍可撤销。").format(name=section.heading)
            )
        self.list.takeItem(row)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)


def added_or_removed(before: Report, after: Report) -> list[str]:
    """The ids of the sections that only one of two reports has; those removed first."""
    old, new = [one.id for one in before.sections], [one.id for one in after.sections]
    return [one for one in old if one not in new] + [one for one in new if one not in old]
