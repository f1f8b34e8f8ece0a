"""After a paste: the rows for which no indicator was found, so that none is lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from report.indicators.pasting import Unmatched
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.parts.labels import Label
from ui.parts.scroll import Scroll
from ui.theme import Theme

_MOST = 320


class UnmatchedDialog(Dialog):
    """Names and values; those ticked become indicators of the report's own."""

    def __init__(self, unmatched: Sequence[Unmatched], theme: Theme, parent: QWidget | None) -> None:
        title = _("{count}行没有对上指标").format(count=len(unmatched))
        super().__init__(theme, title, _("加为自定指标"), parent, 560)
        text = Label(theme, _("其余的都填好了。下面这些名称目录里没有，或者重复；勾上的加为自定指标，没勾的不填。"))
        text.setWordWrap(True)
        self.body.addWidget(text)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[QCheckBox, Unmatched]] = []
        for one in unmatched:
            box = QCheckBox(f"{one.name}　{one.text}" if one.name else one.text)
            box.setEnabled(bool(one.name))
            box.setChecked(bool(one.name))
            box.toggled.connect(self._show_possible)
            column.addWidget(box)
            self._rows.append((box, one))
        column.addStretch(1)
        scroll: QScrollArea = Scroll(theme)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMaximumHeight(theme.px(_MOST))
        self.body.addWidget(scroll, 1)
        self.cancel_button.setText(_("都不加"))
        self._show_possible()

    def chosen(self) -> list[Unmatched]:
        """The rows that are ticked."""
        return [one for box, one in self._rows if box.isChecked()]

    def _show_possible(self) -> None:
        self.accept_button.setEnabled(bool(self.chosen()))
