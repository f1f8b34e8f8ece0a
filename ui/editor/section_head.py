"""The head of a section's page: title, what it is, the way to its help, the mark 完成."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from report.report import Section
from report.template import SectionType
from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import PlainButton, ToolButton
from ui.parts.text import ElidedLabel
from ui.statutory import statutory_words
from ui.theme import Theme

_NARROW, _NARROWEST = 720, 480
"""Pixels at 100 % below which 写作提示 loses its words, and below which 标为完成 does."""


class SectionHead(QWidget):
    """Title and state of a section.

    Signals:
        renamed(str): the clerk gave it another heading.
        done_toggled(bool): 标为完成 was pressed.
        help_wished(): 写作提示 was pressed.
    """

    renamed = Signal(str)
    done_toggled = Signal(bool)
    help_wished = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        kind: SectionType | None,
        *,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self._heading = ""
        self.title = ElidedLabel(theme, "title")
        self.title_edit = QLineEdit()
        self.title_edit.setAccessibleName(_("标题"))
        self._titles = QStackedWidget()
        self._titles.addWidget(self.title)
        self._titles.addWidget(self.title_edit)
        self.meta = ElidedLabel(theme, "small", "second")
        self.rename_button = ToolButton(theme, icons, "rename")
        self.rename_button.setToolTip(_("改标题"))
        self.rename_button.setAccessibleName(_("改标题"))
        self.guide_button = ToolButton(theme, icons, "help", _("写作提示"))
        self.guide_button.setToolTip(_("这一部分写什么（F1）"))
        self.done_button = PlainButton(theme, _("标为完成"), icons, "check-plain")
        self.done_button.setCheckable(True)
        self._arrange()
        for button in (self.rename_button, self.done_button) if fixed else ():
            button.hide()
        self.rename_button.clicked.connect(self.start_renaming)
        self.title_edit.editingFinished.connect(self._finish_renaming)
        self.guide_button.clicked.connect(lambda: self.help_wished.emit())
        self.done_button.clicked.connect(self.done_toggled)
        theme.changed.connect(self._style)
        self._style()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._titles, 1)
        top.addWidget(self.rename_button)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(top)
        left.addWidget(self.meta)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addLayout(left, 1)
        row.addWidget(self.guide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        self._layout = layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the words of the tools give way to the title."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        self.guide_button.show_text(not narrow)
        self.done_button.setText("" if self.width() < self._theme.px(_NARROWEST) else self._done_words())

    def _done_words(self) -> str:
        return _("已完成") if self.done_button.isChecked() else _("标为完成")

    def show_section(self, label: str, section: Section, count: int) -> None:
        """Show number, heading, what it covers, how long it is."""
        self._heading = section.heading
        kind = self._kind
        told = [_("必填") if kind and kind.required else _("可空")] if kind else [_("自设部分")]
        told += [statutory_words(one) for one in kind.statutory] if kind else []
        told.append(_("本节{count:,}字").format(count=count))
        self.show_title(label + section.heading, " · ".join(told))
        self.done_button.setEnabled(count > 0 or section.done)
        self.done_button.setChecked(section.done)
        narrowest = self.width() < self._theme.px(_NARROWEST)
        self.done_button.setText("" if narrowest else self._done_words())
        self.done_button.setAccessibleName(self._done_words())

    def show_title(self, title: str, meta: str) -> None:
        """Show a title and the line below it."""
        self.title.set_text(title)
        self.meta.set_text(meta)

    def start_renaming(self) -> None:
        """Let the clerk type another heading in place."""
        self.title_edit.setText(self._heading)
        self._titles.setCurrentWidget(self.title_edit)
        self.title_edit.setFocus()
        self.title_edit.selectAll()

    def _finish_renaming(self) -> None:
        if self._titles.currentWidget() is not self.title_edit:
            return
        heading = self.title_edit.text().replace("\n", "").strip()
        self._titles.setCurrentWidget(self.title)
        if heading and heading != self._heading:
            self.renamed.emit(heading)

    def _style(self) -> None:
        theme = self._theme
        self._layout.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        self.title_edit.setFont(theme.font("title"))
        self._titles.setFixedHeight(theme.px(32))
