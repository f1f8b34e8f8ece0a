"""The picture of a table in the text: its columns fill the width, each as wide as its words want."""

from hypothesis import given
from hypothesis import strategies as st

from ui.fields.prose.table_object import column_widths

_CELLS = st.text("国1a", max_size=80)


@given(st.lists(st.lists(_CELLS, max_size=9), min_size=1, max_size=6), st.floats(60, 2000))
def test_columns_fill_the_width(rows: list[list[str]], width: float) -> None:
    widths = column_widths(rows, width, lambda text: 16 * len(text), 8)
    assert abs(sum(widths) - width) < 0.001
    assert len(widths) == max(1, max(len(row) for row in rows))
    assert min(widths) > 0


def test_a_long_column_is_wide_and_a_short_one_narrow() -> None:
    number, name, count = column_widths([("1", "行政规范性文件制定", "12")], 800, lambda text: 16 * len(text), 8)
    assert name > 2 * number
    assert number > 40
    assert count > 40
