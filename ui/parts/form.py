"""One row of a form: label, editor, unit, hint, and a line for what was found about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.painting.inputs import Edge, set_edge
from ui.parts.labels import Label, Small
from ui.parts.marks import MARKS, Mark
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.fields.base import FieldEditor

Severity = Literal["should", "block", "hint"]
_EDGES = {"should": Edge.SHOULD, "block": Edge.BLOCK, "hint": Edge.NONE}


class FindingLine(QWidget):
    """Icon, severity and sentence under a field; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._mark = Mark.SHOULD
        self._icon = QLabel()
        self._word = Label(theme, bold=True)
        self.sentence = Label(theme)
        self.sentence.setWordWrap(True)
        self._row = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._icon, 0, top)
        self._row.addWidget(self._word, 0, top)
        self._row.addWidget(self.sentence, 1, top)
        self.setVisible(False)
        theme.changed.connect(self._style)
        self._style()

    def show_finding(self, severity: Severity, sentence: str) -> None:
        """Say a sentence; "" hides the line."""
        self._mark = Mark(severity)
        _icon, token, word = MARKS[self._mark]
        self._word.setText(_(word))
        self._word.set_token(token)
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{_(word)}：{sentence}" if sentence else "")
        self._style()
        self.setVisible(bool(sentence))

    def _style(self) -> None:
        theme = self._theme
        icon, token, _word = MARKS[self._mark]
        self._icon.setPixmap(self._icons.pixmap(icon, token))
        self._icon.setFixedHeight(self._word.fontMetrics().height())
        self._icon.setContentsMargins(0, theme.drop(), 0, 0)
        self._row.setSpacing(theme.size("gap_6"))
        self._row.setContentsMargins(0, theme.size("gap_2"), 0, 0)


class FormRow(QWidget):
    """A label with its editor. The editor gets name, hint and finding as accessible name and description."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        label: str,
        editor: QWidget,
        *,
        unit: str = "",
        hint: str = "",
        required: bool = False,
        target: QWidget | None = None,
        above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._above = theme, above
        self.target = target or editor
        self.label = Label(theme, label, token="second")
        self.label.setWordWrap(not above)
        self.label.setBuddy(self.target)
        self._hint = _("必填。{hint}").format(hint=hint) if required else hint
        self.hint = Small(theme, self._hint)
        self.hint.setWordWrap(True)
        if not self._hint:
            self.hint.hide()
        self.finding = FindingLine(theme, icons)
        self.target.setAccessibleName(label)
        self._arrange(editor, unit)
        self._describe("")
        theme.changed.connect(self._style)
        self._style()

    @classmethod
    def of_field(cls, theme: Theme, icons: Icons, editor: FieldEditor) -> FormRow:
        """The row of a field's editor; what the editor cannot read is shown as its finding."""
        field = editor.field
        target = editor.focus_target()
        wide = field.kind in ("prose", "pairs", "items", "table")
        row = cls(
            theme, icons, field.label, editor, hint=field.guidance, required=field.required, target=target, above=wide
        )
        editor.problem_changed.connect(row.show_problem)
        return row

    def show_problem(self, sentence: str) -> None:
        """Say what has to be changed; "" nothing."""
        self.show_finding("should", sentence)

    def show_finding(self, severity: Severity, sentence: str) -> None:
        """Say what was found; "" nothing. The value stays as typed."""
        self.finding.show_finding(severity, sentence)
        set_edge(self.target, _EDGES[severity] if sentence else Edge.NONE)
        self._describe(sentence)

    def _describe(self, finding: str) -> None:
        self.target.setAccessibleDescription("；".join(part for part in (finding, self._hint) if part))

    def _arrange(self, editor: QWidget, unit: str) -> None:
        line = QHBoxLayout()
        line.addWidget(editor, 1)
        if unit:
            line.addWidget(Label(self._theme, unit, token="second"))
        self._line = line
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.finding)
        column.addWidget(self.hint)
        ways = QBoxLayout.Direction
        self._box = QBoxLayout(ways.TopToBottom if self._above else ways.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(column, 1)

    def _style(self) -> None:
        theme = self._theme
        self._box.setSpacing(theme.size("gap_4" if self._above else "gap_16"))
        self._line.setSpacing(theme.size("gap_8"))
        if not self._above:
            self.label.setFixedWidth(theme.size("label"))
            # The label's first line stands level with the words in the editor.
            drop = max(0, (theme.size("input") - self.label.fontMetrics().height()) // 2)
            self.label.setContentsMargins(0, drop, 0, 0)
