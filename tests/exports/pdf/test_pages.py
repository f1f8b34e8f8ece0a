"""Boxes are put on pages: chains stay together, gaps vanish at the top, heads are repeated, nothing is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exports.layout.page import HEIGHT, PITCH, ROWS
from exports.pdf.lines import Line
from exports.pdf.pages import Bookmark, Box, Page, PlacedLine, Rule, fill_pages
from report.document import Place


def numbered(number: int, **changes: object) -> Box:
    """A one-line box that can be found again by its place."""
    line = PlacedLine(Line((), 0, 16, 0), 20.0, Place(str(number)))
    return replace(Box(lines=(line,)), **changes)  # type: ignore[arg-type]


def found(pages: list[Page]) -> list[list[str]]:
    return [[line.place.section for line in page.lines if line.place] for page in pages]


def test_a_page_holds_its_rows() -> None:
    pages = fill_pages(numbered(number) for number in range(50))
    assert [len(page.lines) for page in pages] == [ROWS, ROWS, 6]
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[0].lines[1].baseline - pages[0].lines[0].baseline == PITCH


def test_no_box_gives_one_empty_page() -> None:
    assert [page.number for page in fill_pages([])] == [1]


def test_what_belongs_together_moves_together() -> None:
    boxes = [numbered(number, keep_next=number == ROWS - 1) for number in range(ROWS + 2)]
    assert found(fill_pages(boxes)) == [[str(n) for n in range(ROWS - 1)], [str(n) for n in range(ROWS - 1, ROWS + 2)]]


def test_a_chain_longer_than_a_page_is_divided() -> None:
    boxes = [numbered(number, keep_next=True) for number in range(ROWS * 2)]
    assert [len(page.lines) for page in fill_pages([numbered(99), *boxes])] == [ROWS, ROWS - 1, 2]


def test_a_gap_vanishes_at_the_top_of_a_page() -> None:
    boxes = [*(numbered(number) for number in range(ROWS)), Box(gap=True), numbered(99)]
    assert found(fill_pages(boxes))[1] == ["99"]
    assert fill_pages(boxes)[1].lines[0].baseline == 20.0


def test_a_box_off_the_grid_pushes_the_next_line_onto_it() -> None:
    boxes = [Box(PITCH * 1.4, on_grid=False), numbered(1)]
    assert fill_pages(boxes)[0].lines[0].baseline == 2 * PITCH + 20.0


def test_a_head_is_repeated_where_its_table_goes_on() -> None:
    head = numbered(0, on_grid=False)
    rows = [numbered(number, on_grid=False, header=head) for number in range(1, 40)]
    pages = found(fill_pages([replace(head, keep_next=True), *rows]))
    assert all(page[0] == "0" for page in pages)
    assert [name for page in pages for name in page if name != "0"] == [str(number) for number in range(1, 40)]


def test_the_foot_stands_on_the_lower_edge_of_the_last_even_page() -> None:
    foot = Box(40.0, rules=(Rule(0, 40, 10, 40, 1),), bottom=True, on_grid=False)
    for rows, count in ((1, 2), (ROWS, 2), (ROWS + 1, 2), (2 * ROWS - 2, 2), (2 * ROWS, 4), (2 * ROWS + 1, 4)):
        pages = fill_pages([*(numbered(number) for number in range(rows)), foot])
        assert len(pages) == count, rows
        assert [page.number for page in pages if page.rules] == [count]
        assert pages[-1].rules[0].y1 == HEIGHT
        assert [page.numbered for page in pages] == [bool(page.lines) for page in pages]


def test_a_new_page_is_started_only_where_the_old_one_has_something() -> None:
    assert found(fill_pages([numbered(0, new_page=True), numbered(1, new_page=True)])) == [["0"], ["1"]]


def test_bookmarks_go_with_their_box() -> None:
    pages = fill_pages([*(numbered(number) for number in range(ROWS)), numbered(9, bookmark=Bookmark(1, "甲", 0))])
    assert [(page.number, mark.title, mark.top) for page in pages for mark in page.bookmarks] == [(2, "甲", 0.0)]


@given(st.lists(st.tuples(st.floats(1, 900), st.booleans(), st.booleans(), st.booleans()), max_size=60))
def test_nothing_is_lost_and_order_is_kept(shapes: list[tuple[float, bool, bool, bool]]) -> None:
    boxes = [
        numbered(number, height=height, keep_next=keep, new_page=new, on_grid=grid)
        for number, (height, keep, new, grid) in enumerate(shapes)
    ]
    pages = fill_pages(boxes)
    assert [name for page in found(pages) for name in page] == [str(number) for number in range(len(boxes))]
