"""Stretches of blocks: taken out, put in and moved, held against what happens to the text as one string."""

from hypothesis import given
from hypothesis import strategies as st

from report.block_ranges import RowSpot, end_of, move_range, put, with_new_ids, without
from report.content import Blocks, Paragraph, Table
from report.identity import counting_ids

_TEXTS = st.text("甲乙丙12", max_size=4)
_LEVELS = st.sampled_from([0, 2, 3, 4])


def _paragraphs(texts: list[tuple[str, int]]) -> Blocks:
    return tuple(Paragraph(f"p{place}", text, level) for place, (text, level) in enumerate(texts))


PROSE = st.lists(st.tuples(_TEXTS, _LEVELS), min_size=1, max_size=5).map(_paragraphs)
MIXED = PROSE.flatmap(
    lambda blocks: st.lists(st.booleans(), min_size=len(blocks), max_size=len(blocks)).map(
        lambda tables: tuple(
            Table(f"t{place}", (("格",),)) if table else block
            for place, (block, table) in enumerate(zip(blocks, tables, strict=True))
        )
    )
)


def flat(blocks: Blocks) -> str:
    return "\n".join(one.text if isinstance(one, Paragraph) else "T" for one in blocks)


def spots(blocks: Blocks) -> list[RowSpot]:
    return [RowSpot(row, offset) for row, one in enumerate(blocks) for offset in range(end_of(one) + 1)]


def position(blocks: Blocks, spot: RowSpot) -> int:
    return sum(end_of(one) + 1 for one in blocks[: spot.row]) + spot.offset


@given(PROSE, st.data())
def test_prose_without_a_stretch_reads_like_the_string_without_it(blocks: Blocks, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.sampled_from(spots(blocks)), min_size=2, max_size=2)))
    rest, spot = without(blocks, start, end, counting_ids("n"))
    text = flat(blocks)
    assert flat(rest) == text[: position(blocks, start)] + text[position(blocks, end) :]
    assert spot == start


@given(MIXED, st.data())
def test_only_tables_within_the_stretch_go(blocks: Blocks, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.sampled_from(spots(blocks)), min_size=2, max_size=2)))
    rest, spot = without(blocks, start, end, counting_ids("n"))
    within = {
        one.id
        for row, one in enumerate(blocks)
        if isinstance(one, Table) and start <= RowSpot(row, 0) and RowSpot(row, 1) <= end
    }
    assert {one.id for one in rest if isinstance(one, Table)} == {
        one.id for one in blocks if isinstance(one, Table)
    } - within
    kept = "".join(one.text for one in rest if isinstance(one, Paragraph))
    gone = flat(blocks)[position(blocks, start) : position(blocks, end)]
    assert sorted(kept + gone.replace("\n", "").replace("T", "")) == sorted(
        "".join(one.text for one in blocks if isinstance(one, Paragraph))
    )
    assert spot in spots(rest)


@given(MIXED, PROSE, st.data())
def test_what_is_put_in_stands_before_the_spot_behind_it(blocks: Blocks, pasted: Blocks, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(spots(blocks)))
    pasted = with_new_ids(pasted, counting_ids("q"))
    after, behind = put(blocks, spot, pasted, counting_ids("n"))
    joined = flat(after).replace("\n", "")
    before = flat(blocks).replace("\n", "")
    place = len(flat(blocks)[: position(blocks, spot)].replace("\n", ""))
    assert joined == before[:place] + flat(pasted).replace("\n", "") + before[place:]
    assert len(flat(after)[: position(after, behind)].replace("\n", "")) == place + len(flat(pasted).replace("\n", ""))
    assert len({one.id for one in after}) == len(after)


@given(MIXED, st.data())
def test_what_is_moved_is_neither_lost_nor_doubled(blocks: Blocks, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.lists(st.sampled_from(spots(blocks)), min_size=2, max_size=2)))
    target = data.draw(st.sampled_from(spots(blocks)))
    text = flat(blocks)[position(blocks, start) : position(blocks, end)]
    piece = tuple(
        Table(f"m{place}", (("格",),)) if line == "T" else Paragraph(f"m{place}", line)
        for place, line in enumerate(text.split("\n"))
    )
    done = move_range(blocks, start, end, target, piece, counting_ids("n"))
    if start <= target <= end:
        assert done is None
        return
    assert done is not None
    after, spot = done
    assert sorted(flat(after).replace("\n", "")) == sorted(flat(blocks).replace("\n", ""))
    assert spot in spots(after)


def test_in_place_of_a_table_there_is_room_to_go_on() -> None:
    blocks: Blocks = (Paragraph("a", "前"), Table("t"), Paragraph("b", "后"))
    rest, spot = without(blocks, RowSpot(1, 0), RowSpot(1, 1), counting_ids("n"))
    assert [one.id for one in rest] == ["a", "n1", "b"]
    assert spot == RowSpot(1, 0)
