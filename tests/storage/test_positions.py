"""Positions rise strictly, and as few as possible change."""

from hypothesis import given
from hypothesis import strategies as st

from report.rising import longest_rising
from storage.positions import GAP, place, spread

IDS = st.lists(st.sampled_from("abcdefghij"), unique=True)


@given(IDS, st.data())
def test_positions_rise_and_the_ones_in_order_keep_theirs(before: list[str], data: st.DataObject) -> None:
    numbers = st.lists(st.integers(-50, 50), min_size=len(before), max_size=len(before), unique=True).map(sorted)
    old = dict(zip(before, data.draw(numbers), strict=True))
    after = data.draw(IDS)
    placed = place(old, after)
    assert len(placed) == len(after)
    assert list(placed) == sorted(set(placed))
    if placed != spread(len(after)):
        kept = sum(old.get(one) == position for one, position in zip(after, placed, strict=True))
        assert kept >= len(longest_rising([old.get(one) for one in after]))


@given(st.lists(st.integers(-9, 9) | st.none(), max_size=9))
def test_the_longest_rising_row_is_rising_and_longest(numbers: list[int | None]) -> None:
    row = [numbers[index] for index in longest_rising(numbers)]
    assert None not in row
    assert row == sorted(set(row), key=lambda one: one or 0)
    best: dict[int, int] = {}
    for number in numbers:
        if number is not None:
            best[number] = max(1 + max((best[one] for one in best if one < number), default=0), best.get(number, 0))
    assert len(row) == max(best.values(), default=0)


def test_one_insertion_moves_nobody() -> None:
    old = dict(zip("abc", spread(3), strict=True))
    assert place(old, "axbc") == (GAP, GAP + GAP // 2, 2 * GAP, 3 * GAP)
    assert place(old, "abcx") == (*spread(3), 4 * GAP)
    assert place(old, "xyabc") == (-GAP, 0, *spread(3))


def test_one_move_moves_one() -> None:
    old = dict(zip("abc", spread(3), strict=True))
    assert place(old, "cab") == (0, GAP, 2 * GAP)


def test_thirty_insertions_at_one_spot_move_nobody_and_more_spread_the_list_anew() -> None:
    ids = ["a", "z"]
    placed = spread(2)
    for number in range(30):
        old = dict(zip(ids, placed, strict=True))
        ids = ["a", f"x{number}", *ids[1:]]
        placed = place(old, ids)
        assert (placed[0], placed[-1]) == spread(2)
    assert place({"a": 1, "z": 2}, ["a", "x", "z"]) == spread(3)
