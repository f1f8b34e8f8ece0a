"""How alike texts are, and which of many belong together."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.likeness import Link, heaviest_chain, likenesses, similarity, without_numbers

SHORT = st.text("甲乙丙，。1", max_size=8)
LINKS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9).map(float)), max_size=14)


def test_similarity_is_the_share_of_common_neighbours() -> None:
    assert similarity("推进依法行政", "推进依法行政") == 1
    assert similarity("推进依法行政", "加强队伍建设") == 0
    assert similarity("推进依法行政", "推进依法治理") == pytest.approx(3 / 5)
    assert similarity("好好好", "好好") == pytest.approx(2 / 3)
    assert (similarity("", ""), similarity("", "无")) == (1, 0)
    assert (similarity("无", "无"), similarity("无", "无异议")) == (1, 0)


def test_numbers_of_any_sort_become_one_sign() -> None:
    assert without_numbers("2024年办结1,234件，占９８．５％，第十二次") == "0年办结0件，占0，第0次"
    assert without_numbers("一是统一标准") == "一是统一标准"


@given(SHORT, SHORT)
def test_similarity_counts_pairs_as_often_as_both_have_them(before: str, after: str) -> None:
    counts = [Counter(pairwise(text)) for text in (before, after)]
    if min(len(before), len(after)) > 1:
        assert similarity(before, after) == 2 * (counts[0] & counts[1]).total() / sum(one.total() for one in counts)
    assert similarity(before, after) == similarity(after, before)
    assert (similarity(before, after) == 1) >= (before == after)


@given(st.lists(SHORT, max_size=5), st.lists(SHORT, max_size=5), st.sampled_from([0.1, 0.5, 1]))
def test_likenesses_are_the_similarities_that_reach_the_least(
    before: list[str], after: list[str], least: float
) -> None:
    shares = {(i, j): similarity(a, b) for i, a in enumerate(before) for j, b in enumerate(after) if a and b}
    assert likenesses(before, after, least) == [(*pair, share) for pair, share in shares.items() if share >= least]


def test_of_too_many_pairs_those_at_the_same_place_are_compared() -> None:
    texts = ["同一句话"] * 100
    found = likenesses(texts, texts, 0.5, 1000)
    assert len(found) <= 1200
    assert {(i, i, 1.0) for i in range(100)} <= set(found)


@given(LINKS)
def test_the_chain_rises_and_none_is_heavier(links: list[Link]) -> None:
    chain = heaviest_chain(links)
    assert set(chain) <= set(links)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(link[2] for link in chain) == heaviest(sorted(links))


def heaviest(links: Sequence[Link]) -> float:
    """The best weight, by looking at every chain's end."""
    best: list[float] = []
    for index, (i, j, weight) in enumerate(links):
        before = [best[k] for k in range(index) if links[k][0] < i and links[k][1] < j]
        best.append(weight + max(before, default=0))
    return max(best, default=0)
