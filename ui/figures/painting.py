"""How the rows of the sheet are painted: heads of groups, cells, messages. Where their links are."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from report.indicators.history import Point
from report.indicators.rows import FigureRow, Gravity, GroupRows, Message, ValueState
from resources.i18n import N_, _
from ui.figures.words import group_words, value_words
from ui.icons import Icons
from ui.painting import shapes
from ui.theme import Theme
from ui.tokens import Token

ROW, HEAD, MESSAGE, MESSAGE_GAP = 36, 32, 28, 4
BOX_LEFT, BOX_TOP = 16, 4
TREND = QSize(92, 24)
STEP = 14
"""Pixels at 100 % by which 其中： stands further in."""
_LINE = 20
_LEAST_POINTS = 2
LOOKS: dict[Gravity, tuple[str, Token, Token, str]] = {
    Gravity.BLOCK: ("unsaved", "red", "red_tint", N_("没存上")),
    Gravity.SHOULD: ("should", "amber", "amber_tint", N_("应改")),
    Gravity.HINT: ("hint", "hint", "hint_tint", N_("建议")),
    Gravity.NOTE: ("info", "hint", "hint_tint", ""),
}
"""Icon, colour, ground and word of each kind of message."""
_Align = Qt.AlignmentFlag
RIGHT = _Align.AlignRight
EDIT = Qt.ItemDataRole.EditRole


class Brush:
    """Paints with the theme's colours and fonts."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        self.theme, self.icons = theme, icons

    def text(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        token: Token = "text",
        side: Qt.AlignmentFlag = _Align.AlignLeft,
        *,
        small: bool = False,
        bold: bool = False,
    ) -> int:
        """One line of words, elided where there is no room; how wide it is.

        What stands at the right is a figure, and never cut: where there is no room it is smaller, and reaches over.
        """
        font = self.theme.font("small" if small else "body", bold=bold)
        metrics, shown = QFontMetrics(font), words
        if side is RIGHT and metrics.horizontalAdvance(words) > rect.width():
            font = self.theme.font("small", bold=bold)
            metrics = QFontMetrics(font)
            rect = rect.adjusted(min(0, rect.width() - metrics.horizontalAdvance(words)), 0, 0, 0)
        elif side is not RIGHT:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(self.theme.colour(token))
        painter.drawText(rect, int(side | _Align.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)

    def icon(self, painter: QPainter, left: int, middle: int, name: str, token: Token) -> None:
        """An icon whose middle is as high as that of the words beside it."""
        side = self.theme.size("icon")
        top = middle - side // 2 + self.theme.drop()
        self.icons.paint(painter, QRect(left, top, side, side), name, self.theme.colour(token))

    def line_below(self, painter: QPainter, rect: QRect) -> None:
        """The line between two rows."""
        thick = self.theme.size("edge")
        painter.fillRect(QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick), self.theme.colour("line"))


def paint_group(brush: Brush, painter: QPainter, rect: QRect, group: GroupRows, *, is_open: bool, ring: bool) -> None:
    """The head of a group: chevron, name, how far it is."""
    theme = brush.theme
    painter.fillRect(rect, theme.colour("window"))
    brush.line_below(painter, rect)
    chevron = QRect(rect.left() + theme.px(4), rect.top(), theme.px(16), rect.height())
    shapes.chevron(painter, chevron, "down" if is_open else "right", theme.colour("second"), theme.px(14))
    words = rect.adjusted(theme.px(28), 0, -theme.px(8), 0)
    words.setLeft(words.left() + brush.text(painter, words, group.name, bold=True) + theme.px(8))
    brush.text(painter, words, group_words(group), "second", small=True)
    if ring:
        shapes.edge(painter, rect, theme.size("radius_chip"), theme.colour("accent"), theme.size("ring"))


def paint_name(brush: Brush, painter: QPainter, rect: QRect, row: FigureRow, left: int) -> None:
    """The name, further in where it is a part; behind it what else was typed with the value."""
    theme = brush.theme
    inner = rect.adjusted(left + theme.px(STEP) * row.depth, 0, 0, 0)
    wide = brush.text(painter, inner, row.label)
    inner.setLeft(inner.left() + wide + theme.px(8))
    if row.note and inner.width() > theme.px(40):
        brush.text(painter, inner, row.note, "second", small=True)


def box_of(theme: Theme, rect: QRect) -> QRect:
    """Where the box of a value is in its cell."""
    top = (rect.height() - theme.size("input_small")) // 2
    return QRect(
        rect.left() + theme.px(BOX_LEFT), rect.top() + top, rect.width() - theme.px(BOX_LEFT), theme.size("input_small")
    )


def paint_value(brush: Brush, painter: QPainter, rect: QRect, row: FigureRow, *, current: bool) -> None:
    """The value in its box: the four states of a value look different, and so does one that is computed."""
    theme, box, state = brush.theme, box_of(brush.theme, rect), row.state
    ground, edge, width, dashed = "surface", "control", theme.size("edge"), False
    if state is ValueState.COMPUTED:
        ground, edge = "window", ""
    elif state is ValueState.MISSING:
        dashed = True
    if row.gravity is Gravity.BLOCK:
        edge, width = "red", theme.size("ring")
    elif row.gravity is Gravity.SHOULD:
        edge, width = "amber", theme.size("ring")
    if current:
        edge, width, dashed = "accent", theme.size("ring"), False
    line = theme.colour(edge) if edge else None  # type: ignore[arg-type]
    shapes.box(painter, box, theme.size("radius"), theme.colour(ground), line, width, dashed=dashed)  # type: ignore[arg-type]
    quiet = {ValueState.MISSING: "placeholder", ValueState.NOT_APPLICABLE: "second"}
    inner = box.adjusted(theme.px(6), 0, -theme.size("input_side"), 0)
    brush.text(painter, inner, value_words(row), quiet.get(state, "text"), RIGHT)  # type: ignore[arg-type]


def paint_change(brush: Brush, painter: QPainter, rect: QRect, words: str, *, unusual: bool) -> None:
    """A difference or a percentage; before an unusual one a diamond. More is not better: no colour."""
    theme = brush.theme
    inner = rect.adjusted(0, 0, -theme.px(8), 0)
    token: Token = "second" if words in ("—", "持平") else "text"
    wide = brush.text(painter, inner, words, token, RIGHT)
    if unusual:
        left = inner.right() - wide - theme.px(4) - theme.size("icon")
        brush.icon(painter, left, rect.center().y(), "hint", "hint")


def paint_trend(brush: Brush, painter: QPainter, rect: QRect, points: tuple[Point, ...]) -> None:
    """The years as a line, this one as a dot; a year that is not known is left out."""
    theme = brush.theme
    known = [(at, one.amount) for at, one in enumerate(points) if one.amount is not None]
    if len(known) < _LEAST_POINTS:
        return
    size = QSize(theme.px(TREND.width()), theme.px(TREND.height()))
    area = QRectF(rect.left() + theme.px(8), rect.center().y() - size.height() / 2, size.width(), size.height())
    area.adjust(theme.px(3), theme.px(4), -theme.px(3), -theme.px(4))
    low, high = min(amount for _at, amount in known), max(amount for _at, amount in known)
    span = float(high - low)

    def place(at: int, amount: float) -> QPointF:
        height = (amount - float(low)) / span if span else 0.5
        return QPointF(area.left() + area.width() * at / (len(points) - 1), area.bottom() - area.height() * height)

    spots = [place(at, float(amount)) for at, amount in known]
    with shapes.smooth(painter):
        painter.setPen(QPen(theme.colour("control"), shapes.stroke(painter, 1.5 * theme.zoom)))
        painter.drawPolyline(spots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        if known[-1][0] == len(points) - 1:
            painter.drawEllipse(spots[-1], 3 * theme.zoom, 3 * theme.zoom)


# Messages


def message_lines(theme: Theme, message: Message, width: int) -> Sequence[str]:
    """The lines of a message in a row of a width."""
    room = max(theme.px(120), width - _before_words(theme, message) - link_width(theme, message) - theme.px(36))
    font = theme.font("small")
    key = message.sentence, room, font.key()
    if key not in _BROKEN:
        if len(_BROKEN) >= _MOST_BROKEN:
            _BROKEN.clear()
        _BROKEN[key] = _break(message.sentence, room, QFontMetrics(font))
    return _BROKEN[key]


_BROKEN: dict[tuple[str, int, str], Sequence[str]] = {}
_MOST_BROKEN = 256
"""Rows are measured each time that one of them changes."""


def _break(sentence: str, room: int, metrics: QFontMetrics) -> Sequence[str]:
    lines, line = list[str](), ""
    for char in sentence:
        if line and metrics.horizontalAdvance(line + char) > room and char not in "，。；：”）、":
            lines.append(line)
            line = ""
        line += char
    return (*lines, line)


def message_height(theme: Theme, message: Message, width: int) -> int:
    """How high the row of a message is."""
    lines = len(message_lines(theme, message, width))
    return theme.px(MESSAGE + MESSAGE_GAP) + (lines - 1) * theme.px(_LINE)


def paint_message(brush: Brush, painter: QPainter, rect: QRect, message: Message, *, hovered: bool) -> None:
    """A tinted row: icon, word, sentence, link."""
    theme = brush.theme
    icon, token, ground, word = LOOKS[message.gravity]
    band = rect.adjusted(0, 0, 0, -theme.px(MESSAGE_GAP))
    shapes.fill(painter, band, theme.size("radius_chip"), theme.colour(ground))
    first = QRect(band.left(), band.top(), band.width(), theme.px(MESSAGE))
    brush.icon(painter, band.left() + theme.px(12), first.center().y(), icon, token)
    if word:
        brush.text(painter, first.adjusted(theme.px(34), 0, 0, 0), _(word), token, small=True, bold=True)
    words = first.adjusted(_before_words(theme, message), 0, 0, 0)
    for line in message_lines(theme, message, rect.width()):
        brush.text(painter, words, line, "text", small=True)
        words.translate(0, theme.px(_LINE))
    link = link_words(message)
    if link:
        area = link_rect(theme, message, rect)
        painter.setPen(theme.colour("accent_hover" if hovered else "accent"))
        font = theme.font("small")
        font.setUnderline(hovered)
        painter.setFont(font)
        painter.drawText(area, int(_Align.AlignRight | _Align.AlignVCenter), link)


def link_words(message: Message) -> str:
    """What the link of a message says, "" for none."""
    if message.gravity is Gravity.BLOCK:
        return _("改回原来的")
    if message.place is not None:
        return _("到那里")
    return _("看这条规则") if message.rule else ""


def link_width(theme: Theme, message: Message) -> int:
    """How wide the link is, with the space before it."""
    words = link_words(message)
    return QFontMetrics(theme.font("small")).horizontalAdvance(words) + theme.px(12) if words else 0


def link_rect(theme: Theme, message: Message, rect: QRect) -> QRect:
    """Where the link of a message is."""
    width = link_width(theme, message)
    return QRect(rect.right() - width - theme.px(11), rect.top(), width, theme.px(MESSAGE))


def _before_words(theme: Theme, message: Message) -> int:
    word = _(LOOKS[message.gravity][3])
    wide = QFontMetrics(theme.font("small", bold=True)).horizontalAdvance(word) if word else 0
    return theme.px(34) + (wide + theme.px(8) if wide else 0)
