"""Links follow their characters through every change of a text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import Link, Paragraph
from report.linked_text import (
    are_sound,
    head,
    joined,
    link_at,
    linked,
    tail,
    unlinked,
    with_pieces,
    with_text,
)


def marked(text: str) -> Paragraph:
    """A paragraph in which what stands in ⟦⟧ is linked, to a, b and so on."""
    links: list[Link] = []
    while "⟦" in text:
        start, end = text.index("⟦"), text.index("⟧") - 1
        text = text.replace("⟦", "", 1).replace("⟧", "", 1)
        links.append(Link(start, end, "abcdef"[len(links)]))
    return Paragraph("p", text, links=tuple(links))


def spelt(paragraph: Paragraph) -> str:
    text = paragraph.text
    for link in reversed(paragraph.links):
        text = f"{text[: link.start]}⟦{text[link.start : link.end]}⟧{text[link.end :]}"
    return text


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("检查⟦46⟧家", "检查146家", "检查1⟦46⟧家"),
        ("检查⟦46⟧家", "检查461家", "检查⟦46⟧1家"),
        ("检查⟦46⟧家", "检查446家", "检查4⟦46⟧家"),
        ("检查⟦46⟧家", "检查466家", "检查⟦46⟧6家"),
        ("检查⟦44⟧家", "检查444家", "检查⟦44⟧4家"),
        ("检查⟦46⟧家", "检查4家", "检查4家"),
        ("检查⟦46⟧家", "检查456家", "检查456家"),
        ("检查⟦46⟧家", "检查⟦46⟧家".replace("⟦", "").replace("⟧", ""), "检查⟦46⟧家"),
        ("⟦3⟧⟦3⟧", "3", "⟦3⟧"),
        ("立案⟦7⟧件，移送⟦7⟧件", "立案7件，共移送7件", "立案⟦7⟧件，共移送⟦7⟧件"),
        ("立案⟦7⟧件，移送⟦9⟧件", "立案7件", "立案⟦7⟧件"),
        ("立案⟦7⟧件，移送⟦9⟧件，判刑⟦3⟧人", "共立案7件，已移送9件，判刑3人。", "共立案⟦7⟧件，已移送⟦9⟧件，判刑⟦3⟧人。"),
        ("立案⟦7⟧件", "", ""),
        ("⟦7⟧", "全年7", "全年⟦7⟧"),
    ],
)
def test_a_link_stays_with_its_characters(before: str, text: str, after: str) -> None:
    assert spelt(with_text(marked(before), text)) == after


TEXTS = st.text("1267一二件，", max_size=14)


@st.composite
def linked_paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    ends = zip(cuts[::2], cuts[1::2], strict=False)
    return Paragraph("p", text, links=tuple(Link(start, end, "a") for start, end in ends))


@given(linked_paragraphs(), TEXTS)
def test_links_never_read_anything_new(paragraph: Paragraph, text: str) -> None:
    after = with_text(paragraph, text)
    assert after.text == text
    assert are_sound(after)
    old = [paragraph.text[one.start : one.end] for one in paragraph.links]
    new = [text[one.start : one.end] for one in after.links]
    rest = iter(old)
    assert all(one in rest for one in new)


@given(linked_paragraphs(), st.integers(0, 14), TEXTS)
def test_what_is_typed_outside_a_link_breaks_none(paragraph: Paragraph, at: int, typed: str) -> None:
    at = min(at, len(paragraph.text))
    if any(one.start < at < one.end for one in paragraph.links):
        return
    after = with_text(paragraph, paragraph.text[:at] + typed + paragraph.text[at:])
    assert len(after.links) == len(paragraph.links)


@given(linked_paragraphs(), st.integers(0, 14))
def test_a_cut_that_misses_the_links_loses_none(paragraph: Paragraph, at: int) -> None:
    at = min(at, len(paragraph.text))
    parts = head(paragraph, at), tail(paragraph, at)
    assert all(map(are_sound, parts))
    cut = [one for one in paragraph.links if one.start < at < one.end]
    kept = replace(paragraph, links=tuple(one for one in paragraph.links if one not in cut))
    assert joined(paragraph, *parts) == kept


@given(linked_paragraphs(), st.lists(TEXTS.filter(bool), min_size=3, max_size=3))
def test_pieces_are_put_in_place_of_links(paragraph: Paragraph, pieces: list[str]) -> None:
    changes = list(zip(paragraph.links, pieces, strict=False))
    after = with_pieces(paragraph, changes)
    assert are_sound(after)
    assert [after.text[one.start : one.end] for one in after.links][: len(changes)] == [text for _, text in changes]
    olds = (paragraph.text[one.start : one.end] for one in paragraph.links)
    assert with_pieces(after, zip(after.links, olds, strict=True)) == paragraph


def test_a_link_is_found_within_and_at_its_end() -> None:
    paragraph = marked("查⟦46⟧⟦7⟧家")
    found = [link_at(paragraph, at) for at in range(6)]
    assert [one.indicator if one else "" for one in found] == ["", "a", "a", "b", "b", ""]


def test_a_new_link_takes_the_place_of_those_it_overlaps() -> None:
    paragraph = marked("查⟦46⟧家⟦7⟧起")
    after = linked(paragraph, Link(2, 4, "z"))
    assert spelt(after) == "查4⟦6家⟧⟦7⟧起"
    assert spelt(unlinked(after, after.links[1])) == "查4⟦6家⟧7起"
