"""What stands below a grid: the sums of its columns, and what could not be added up or pasted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from report.totals import Sum, Totals, Unread
from resources.i18n import _
from ui.fields.grid.model import letters
from ui.icons import Icons
from ui.parts.text import Small
from ui.theme import Theme

_NAMED = 3


class Remark(QWidget):
    """A sentence with the mark of what wants a look; hidden while there is none."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._icon = QLabel()
        self.sentence = Small(theme, token="text")
        self.sentence.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        self.say("")
        theme.changed.connect(self._style)
        self._style()

    def say(self, sentence: str) -> None:
        """Say a sentence; "" hides the line."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def _style(self) -> None:
        self._icon.setPixmap(self._icons.pixmap("should", "amber"))
        self._icon.setFixedHeight(self.sentence.fontMetrics().height())
        self._icon.setContentsMargins(0, self._theme.drop("small"), 0, 0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.size("gap_6"))


class Foot(QWidget):
    """The line of sums, and findings below it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sums = Small(theme)
        self.sums.setWordWrap(True)
        self.unread = Remark(theme, icons)
        self.notice = Remark(theme, icons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        for line in (self.sums, self.unread, self.notice):
            self._column.addWidget(line)
        self.show_totals(Totals())
        self.show_notice("")
        theme.changed.connect(self._style)
        self._style()

    def show_totals(self, totals: Totals) -> None:
        """Say the sums, and which cells are not in them."""
        words = sums_sentence(totals.sums)
        self.sums.setText(words)
        self.sums.setVisible(bool(words))
        self.unread.say(unread_sentence(totals.unread))
        self._appear()

    def show_notice(self, sentence: str) -> None:
        """Say what was not pasted; "" nothing."""
        self.notice.say(sentence)
        self._appear()

    def _appear(self) -> None:
        self.setVisible(any(not line.isHidden() for line in (self.sums, self.unread, self.notice)))

    def _style(self) -> None:
        self._column.setContentsMargins(0, self._theme.size("gap_2"), 0, 0)
        self._column.setSpacing(self._theme.size("gap_2"))


def sums_sentence(sums: tuple[Sum, ...]) -> str:
    """合计：件数 46，金额 312.4860万元; "" where there is nothing to add up."""
    told = [f"{_name(one)} {one.value:f}{one.column.unit}" for one in sums if one.value is not None]
    return _("合计：{sums}").format(sums="，".join(told)) if told else ""


def _name(one: Sum) -> str:
    return one.column.label or _("{letter}列").format(letter=letters(one.column.index))


def unread_sentence(unread: tuple[Unread, ...]) -> str:
    """Which cells could not be read; the first few are named."""
    named = [_("第{row}行“{text}”").format(row=one.row + 1, text=_short(one.text)) for one in unread[:_NAMED]]
    if not named:
        return ""
    cells = "、".join(named)
    if len(unread) > _NAMED:
        return _("{cells}等{count}处读不出数来，没有算进去").format(cells=cells, count=len(unread))
    return _("{cells}读不出数来，没有算进去").format(cells=cells)


def _short(text: str, most: int = 12) -> str:
    line = "".join(text.split())
    return line if len(line) <= most else line[:most] + "…"
