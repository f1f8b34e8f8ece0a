"""How a paragraph of prose is set on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat

from ui.theme import Theme

LINE = 28
"""Height of a line in pixels at 100 %."""
_BELOW = 8


def paragraph_format(theme: Theme) -> QTextBlockFormat:
    """28 px lines, 8 px between paragraphs, justified."""
    shape = QTextBlockFormat()
    shape.setLineHeight(theme.px(LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    shape.setBottomMargin(theme.px(_BELOW))
    shape.setAlignment(Qt.AlignmentFlag.AlignJustify)
    return shape
