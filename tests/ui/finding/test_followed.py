"""Hits that are not to be replaced stay so while their text changes beside them."""

from hypothesis import given
from hypothesis import strategies as st

from report.document import Place
from report.finding import Hit
from report.texts import Spot
from ui.finding.results import followed

SPOT, OTHER = Spot(Place("s", "text", "a")), Spot(Place("s", "text", "b"))


def hits(text: str, words: str = "甲", spot: Spot = SPOT) -> list[Hit]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Hit(spot, start, start + len(words), text))
        start = text.find(words, start + len(words))
    return found


def test_one_replaced_before_it_changes_nothing_for_the_others() -> None:
    left_out = hits("甲乙甲乙甲乙")[1]
    assert [one.start for one in followed([left_out], hits("丙乙甲乙甲乙"))] == [2]
    assert [one.start for one in followed([left_out], hits("丙丙丙乙甲乙甲乙"))] == [4]


def test_what_is_typed_over_it_unmarks_it() -> None:
    left_out = hits("一甲二甲三")[1]
    assert list(followed([left_out], hits("一甲二乙三"))) == []


def test_a_text_without_hits_keeps_its_marks_until_it_has_some_again() -> None:
    left_out = hits("一甲二")[0]
    waiting = list(followed([left_out], hits("甲", spot=OTHER)))
    assert waiting == [left_out]
    assert list(followed(waiting, hits("一甲二"))) == [left_out]


@given(st.text("甲乙丙", min_size=1, max_size=12), st.text("乙丙丁", max_size=3), st.data())
def test_a_change_elsewhere_in_the_text_keeps_the_mark_on_the_same_words(
    text: str, typed: str, data: st.DataObject
) -> None:
    before = hits(text)
    if not before:
        return
    mark = data.draw(st.sampled_from(before))
    start, end = sorted(data.draw(st.lists(st.integers(0, mark.start), min_size=2, max_size=2)))
    changed = text[:start] + typed + text[end:]
    place = mark.start + len(changed) - len(text)
    (kept,) = followed([mark], hits(changed))
    # Of words that repeat themselves it cannot be known which of two alike was meant.
    assert changed[: kept.start] + changed[kept.end :] == changed[:place] + changed[place + 1 :]
