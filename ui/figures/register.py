"""The counts of the text that are no figures yet: those ticked become figures, and follow them from then on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from report.clean_text import one_line
from report.indicators.unlinked import Standing, Unlinked
from report.indicators.values import Values
from report.recognition.report_numbers import Recognised
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.fields.line import LineEdit
from ui.parts.labels import ElidedLabel, Label
from ui.parts.scroll import Scroll
from ui.theme import Theme

_WIDTH, _NAME, _MOST = 720, 260, 380


class RegisterDialog(Dialog):
    """Each count as the text has it, beside the name of its indicator; a name of one's own can be changed."""

    def __init__(self, counts: Sequence[Unlinked], values: Values, theme: Theme, parent: QWidget | None) -> None:
        title = _("文中{count}个数还没有登记").format(count=len(counts))
        super().__init__(theme, title, _("登记"), parent, _WIDTH)
        text = Label(theme, _("勾上的成为指标：以后只改指标，文中跟着变，明年也能对比。文字一个不动。"))
        text.setWordWrap(True)
        self.body.addWidget(text)
        self.every = QCheckBox(_("全选"))
        self.every.clicked.connect(self._tick_all)
        self.body.addWidget(self.every)
        self.rows: list[tuple[QCheckBox, LineEdit | None, Unlinked]] = []
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, theme.size("scroll_bar"), 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        for one in counts:
            self._add_row(one, values)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = Scroll(theme)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(min(theme.px(_MOST), inner.sizeHint().height()))
        self.body.addWidget(scroll, 1)
        self._show_possible()

    def _add_row(self, one: Unlinked, values: Values) -> None:
        theme, at = self.theme, self._grid.rowCount()
        box, quote = QCheckBox(), ElidedLabel(theme, "body")
        box.setChecked(one.standing is not Standing.UNKNOWN)
        box.setAccessibleName(one.count.quote)
        box.toggled.connect(self._show_possible)
        quote.set_text(one.count.quote)
        quote.setMinimumWidth(theme.px(160))
        self._grid.addWidget(box, at, 0)
        self._grid.addWidget(quote, at, 1)
        line: LineEdit | None = None
        if one.standing is Standing.UNKNOWN:
            line = LineEdit()
            line.setText(one.count.name)
            line.setAccessibleName(_("“{quote}”的指标名称").format(quote=one.count.quote))
            line.textChanged.connect(self._show_possible)
            line.textEdited.connect(lambda: box.setChecked(True))
            name: QWidget = line
        else:
            name = label = ElidedLabel(theme, "body", "second")
            label.set_text(values.name(one.indicator))
        name.setFixedWidth(theme.px(_NAME))
        self._grid.addWidget(name, at, 2)
        self.rows.append((box, line, one))

    def chosen(self) -> list[Recognised]:
        """The counts that are ticked, under the names that they are to have."""
        found: list[Recognised] = []
        for box, line, one in self.rows:
            name = one_line(line.text()).strip() if line is not None else one.count.name
            if box.isChecked() and name:
                found.append(replace(one.count, name=name))
        return found

    def _tick_all(self) -> None:
        for box, _line, _one in self.rows:
            box.setChecked(self.every.isChecked())

    def _show_possible(self) -> None:
        chosen = len(self.chosen())
        self.every.setChecked(chosen == len(self.rows))
        self.accept_button.setText(_("登记{count}个").format(count=chosen) if chosen else _("登记"))
        self.accept_button.setEnabled(bool(chosen))
