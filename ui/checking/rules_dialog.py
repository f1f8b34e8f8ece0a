"""Which rules are looked for: each can be switched off."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.checking.rulebook import Rule, rulebook
from resources.i18n import N_, _
from ui.checking.rows import look_of
from ui.dialogs.base import Dialog
from ui.icons import Icons
from ui.parts.labels import ElidedLabel, Heading, Label, Link
from ui.parts.scroll import Scroll
from ui.theme import Theme

_GROUPS = {
    "completeness": N_("该有的部分"),
    "numbers": N_("数字"),
    "time": N_("年份和日期"),
    "structure": N_("层次和标题"),
    "marks": N_("标点"),
    "words": N_("用词"),
    "privacy": N_("个人信息"),
    "print": N_("印出来的样子"),
}
_HEIGHT = 460


class RulesDialog(Dialog):
    """Accepted with `off`: the ids of the rules that are not ticked."""

    def __init__(self, off: Collection[str], theme: Theme, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(theme, _("检查哪些"), _("保存"), parent, 720)
        self._icons = icons
        self.boxes: dict[str, QCheckBox] = {}
        words = Label(theme, _("去掉勾选的不再检查，命令行和导出前也不查。"))
        words.setWordWrap(True)
        self.body.addWidget(words)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.size("scroll_bar"), 0)
        column.setSpacing(theme.size("gap_4"))
        rules = rulebook().rules.values()
        for group, title in _GROUPS.items():
            some = [one for one in rules if one.group == group]
            if some:
                head = Heading(theme, _(title), "body")
                head.set_bold(True)
                head.setContentsMargins(0, theme.size("gap_8") if column.count() else 0, 0, 0)
                column.addWidget(head)
                for rule in some:
                    column.addLayout(self._row(rule, ticked=rule.id not in off))
        scroll = Scroll(theme)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(theme.px(_HEIGHT))
        self.body.addWidget(scroll, 1)
        self.all = Link(theme, _("全部勾选"))
        self.all.clicked.connect(self._tick_all)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._count()

    @property
    def off(self) -> tuple[str, ...]:
        """Ids of the rules that are not ticked, those that the program does not know left out."""
        return tuple(name for name, box in self.boxes.items() if not box.isChecked())

    def _row(self, rule: Rule, *, ticked: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.size("gap_8"))
        box = QCheckBox(rule.title)
        box.setFont(self.theme.font("body"))
        box.setChecked(ticked)
        box.setAccessibleDescription(rule.source)
        box.toggled.connect(self._count)
        icon, token, word = look_of(rule.severity)
        mark = QLabel()
        mark.setPixmap(self._icons.pixmap(icon, token, self.theme.size("icon")))
        mark.setToolTip(word)
        source = ElidedLabel(self.theme, "small", "second")
        source.set_text(rule.source)
        row.addWidget(box)
        row.addWidget(mark)
        row.addWidget(source, 1)
        self.boxes[rule.id] = box
        return row

    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)

    def _count(self) -> None:
        count = len(self.off)
        self.note.setText(_("{count}项不检查").format(count=count) if count else _("全部检查"))
