"""The head of a section's page: its title, which can be changed, what it is, the mark 完成."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from report.clean_text import one_line
from report.report import Section
from report.template import SectionType
from resources.i18n import _
from ui.editor.part_head import PartHead
from ui.icons import Icons
from ui.parts.buttons import PlainButton, ToolButton
from ui.statutory import statutory_words
from ui.theme import Theme

_NARROWEST = 480
"""Pixels at 100 % below which 标为完成 loses its words."""


_ALL = 100


class SectionHead(PartHead):
    """Title and state of a section; the title can be changed in place.

    Signals:
        renamed(str): the clerk gave it another heading.
        done_toggled(bool): 标为完成 was pressed.
    """

    renamed = Signal(str)
    done_toggled = Signal(bool)

    def __init__(self, theme: Theme, icons: Icons, kind: SectionType | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent=parent)
        self._kind = kind
        self._heading = ""
        self.title_edit = QLineEdit()
        self.title_edit.setAccessibleName(_("标题"))
        self.title_edit.hide()
        self.rename_button = ToolButton(theme, icons, "rename")
        self.rename_button.setToolTip(_("改标题"))
        self.rename_button.setAccessibleName(_("改标题"))
        self.done_button = PlainButton(theme, _("标为完成"), icons, "check-plain")
        self.done_button.setCheckable(True)
        self.top.insertWidget(1, self.rename_button)
        self.top.insertWidget(2, self.title_edit, _ALL)
        self.row.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.rename_button.clicked.connect(self.start_renaming)
        self.title_edit.editingFinished.connect(self.finish)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.title_edit)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self._cancel_renaming)
        self.done_button.clicked.connect(self.done_toggled)
        theme.changed.connect(self._style)
        self._style()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrowest the mark has no words either."""
        super().resizeEvent(event)
        self.done_button.setText("" if self.width() < self._theme.px(_NARROWEST) else self._done_words())

    def _done_words(self) -> str:
        return _("已完成") if self.done_button.isChecked() else _("标为完成")

    def show_section(self, label: str, section: Section, count: int, *, counted: bool = True) -> None:
        """Show number, heading, what it covers, and how long it is unless that is said elsewhere."""
        self._heading = section.heading
        kind = self._kind
        told = [_("必填") if kind and kind.required else _("可空")] if kind else [_("自设部分")]
        told += [statutory_words(one) for one in kind.statutory] if kind else []
        told += [_("本节{count:,}字").format(count=count)] if counted else []
        self.show_title(label + section.heading, " · ".join(told))
        self.done_button.setEnabled(count > 0 or section.done)
        self.done_button.setChecked(section.done)
        narrowest = self.width() < self._theme.px(_NARROWEST)
        self.done_button.setText("" if narrowest else self._done_words())
        self.done_button.setAccessibleName(self._done_words())

    def start_renaming(self) -> None:
        """Let the clerk type another heading in place."""
        if self.title_edit.isHidden():
            self.title_edit.setText(self._heading)
            self._show_editing(True)
            self.title_edit.selectAll()
        self.title_edit.setFocus()

    def finish(self) -> None:
        """Take over a title that is being changed."""
        if self.title_edit.isHidden():
            return
        heading = one_line(self.title_edit.text()).strip()
        self._show_editing(False)
        if heading and heading != self._heading:
            self.renamed.emit(heading)

    def _cancel_renaming(self) -> None:
        self.title_edit.setText(self._heading)
        self.finish()

    def _show_editing(self, editing: bool) -> None:
        """The line to type in takes the place of the title and of its pencil."""
        self.title_edit.setVisible(editing)
        self.title.setVisible(not editing)
        self.rename_button.setVisible(not editing)

    def _style(self) -> None:
        self.title_edit.setFont(self._theme.font("title"))
        self.title_edit.setFixedHeight(self._theme.px(32))
