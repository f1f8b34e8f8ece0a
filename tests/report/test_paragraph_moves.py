"""Paragraphs are moved with their children; nothing is lost, and order inside a group stays."""

from hypothesis import given
from hypothesis import strategies as st

from report.content import Blocks, Paragraph, Table
from report.paragraph_moves import group_end, level_of, move_down, move_up


def outline(*levels: int) -> Blocks:
    """Blocks of these levels with their place as text; -1 is a table."""
    return tuple(
        Table(f"t{place}") if level < 0 else Paragraph(f"p{place}", str(place), level)
        for place, level in enumerate(levels)
    )


def places(blocks: Blocks) -> list[int]:
    return [int(one.id[1:]) for one in blocks]


def test_a_heading_takes_what_stands_below_it() -> None:
    blocks = outline(2, 0, 3, 4, -1, 2, 0)
    assert group_end(blocks, 0) == 5
    moved = move_down(blocks, 0, 0)
    assert moved is not None
    assert places(moved[0]) == [5, 6, 0, 1, 2, 3, 4]
    assert moved[1] == 2
    back = move_up(moved[0], 2, 2)
    assert back == (blocks, 0)


def test_the_last_of_its_parent_goes_to_the_next_parent_behind_its_opening_words() -> None:
    moved = move_down(outline(2, 3, 3, 2, 0, 3), 2, 2)
    assert moved is not None
    assert places(moved[0]) == [0, 1, 3, 4, 2, 5]


def test_the_first_of_its_parent_goes_to_the_end_of_the_parent_before() -> None:
    moved = move_up(outline(2, 3, 2, 0, 3, 3), 4, 4)
    assert moved is not None
    assert places(moved[0]) == [0, 1, 4, 2, 3, 5]
    assert moved[1] == 2


def test_plain_text_and_tables_go_by_one() -> None:
    moved = move_down(outline(0, 2, 3), 0, 0)
    assert moved is not None
    assert places(moved[0]) == [1, 0, 2]
    moved = move_up(outline(2, 3, -1), 2, 2)
    assert moved is not None
    assert places(moved[0]) == [0, 2, 1]


def test_nothing_goes_beyond_the_ends() -> None:
    assert move_up(outline(2, 0), 0, 0) is None
    assert move_down(outline(2, 0, 3), 0, 0) is None
    assert move_down(outline(0, 0), 1, 1) is None


_LEVELS = st.lists(st.sampled_from([0, 0, 2, 3, 4, -1]), min_size=1, max_size=12)


@given(_LEVELS, st.data())
def test_a_move_keeps_every_block_and_the_order_of_what_moves(levels: list[int], data: st.DataObject) -> None:
    blocks = outline(*levels)
    first = data.draw(st.integers(0, len(blocks) - 1))
    last = data.draw(st.integers(first, len(blocks) - 1))
    taken = places(blocks[first : group_end(blocks, last)])
    for moved in (move_up(blocks, first, last), move_down(blocks, first, last)):
        if moved is None:
            continue
        after, start = moved
        assert sorted(places(after)) == list(range(len(blocks)))
        assert places(after[start : start + len(taken)]) == taken
        assert places(after) != places(blocks)
        rest = [place for place in places(after) if place not in taken]
        assert rest == sorted(rest)
        assert [level_of(one) for one in after] == [level_of(blocks[place]) for place in places(after)]


@given(_LEVELS, st.integers(0, 11))
def test_a_group_holds_nothing_of_its_own_level(levels: list[int], start: int) -> None:
    blocks = outline(*levels)
    start %= len(blocks)
    level, end = level_of(blocks[start]), group_end(blocks, start)
    assert all(not 0 < level_of(one) <= level for one in blocks[start + 1 : end])
    assert end == start + 1 or level
