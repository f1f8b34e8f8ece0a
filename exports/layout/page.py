"""Measures of the official page in points, y downwards from the top of the type area. GB/T 9704—2012, 5 and 6.

Characters are 三号 (16 pt) on a grid of 28 cells × 22 lines that fills the type area of 156 mm × 225 mm, so a cell is
15.794 pt wide and the pitch is 28.99 pt: both constant over a document.
"""

MM = 72 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, TOP = 28 * MM, 37 * MM
WIDTH, HEIGHT = 156 * MM, 225 * MM
COLUMNS, ROWS = 28, 22
CELL, PITCH = WIDTH / COLUMNS, HEIGHT / ROWS

TWO, THREE, FOUR, SMALL_FOUR = 22.0, 16.0, 14.0, 12.0
"""Sizes in points: 二号 (title), 三号 (text), 四号 (folio, foot), 小四号 (tables)."""

ASCENT = 0.88
"""Height of the em box of a Chinese face above the baseline, in em; 0.12 below."""

FOLIO_DROP = 7 * MM
"""From the type area's lower edge to the dashes of the page number: 7.5."""

THICK_RULE, THIN_RULE, TABLE_RULE, RULE = 0.35 * MM, 0.25 * MM, 0.5, 0.5 * MM
"""Widths of rules: foot's outer and inner (7.4.1), tables, the head's red one (7.2.7 gives it none)."""


def baseline_in_row(size: float, height: float = PITCH) -> float:
    """Distance from a row's top to the baseline of characters centred in it."""
    return (height - size) / 2 + ASCENT * size
