"""Lines fill the grid, keep the rules of marks and lose nothing. Positions, not pixels."""

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from exports.layout.bonds import Bond, bonds
from exports.layout.characters import CLOSING, OPENING, SQUEEZED_AFTER, SQUEEZED_BEFORE
from exports.layout.page import CELL, WIDTH
from exports.pdf.cuts import _LOOK_BACK, LOOSE, _Cutter, cut_lines
from exports.pdf.faces import Role
from exports.pdf.lines import Line, Measure, Run, break_paragraph, natural_width, set_line
from tests.exports.pdf.strategies import noise, paragraphs


def broken(text: str, measure: Measure, **indents: float) -> tuple[Line, ...]:
    return break_paragraph([Run(Role.TEXT, text)], measure, **indents)


def units(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch that no line may divide, save where a long word is broken at need."""
    found = bonds(text)
    places = [place for place in range(len(text)) if found[place] in (Bond.FREE, Bond.WEAK)] + [len(text)]
    return list(pairwise(places))


def right_edge(line: Line, measure: Measure) -> float:
    """Where the last character's cell ends, in points from the left edge."""
    text = line.text.rstrip(" ")
    width = sum(measure.width(run.role)(char) for run in line.runs for char in run.text) * line.size
    width -= sum(measure.width(Role.TEXT)(" ") for _ in line.text[len(text) :]) * line.size
    taken = sum(points for _, points in line.squeezes)
    visible = sum(1 for char in text if measure.width(Role.TEXT)(char))
    return line.left + width + line.spacing * (visible - 1) + (measure.cell - measure.size) - taken


@given(paragraphs())
@settings(max_examples=300, deadline=None)
def test_realistic_paragraphs_keep_every_rule(measure: Measure, text: str) -> None:
    lines = broken(text, measure)
    assert "".join(line.text for line in lines) == text
    ends = set(accumulate(len(line.text) for line in lines))
    wide = [
        (start, end)
        for start, end in units(text)
        if natural_width([Run(Role.TEXT, text[start:end])], measure) > 26 * CELL
    ]
    for start, end in units(text):
        if (start, end) not in wide:
            assert not any(start < cut < end for cut in ends), text[start:end]
    if not wide:
        assert not any(line.text[0] in CLOSING for line in lines[1:])
        assert not any(line.text[-1] in OPENING for line in lines[:-1])
    for line in lines[:-1]:
        if line.spacing != pytest.approx(CELL - 16) or right_edge(line, measure) > WIDTH - measure.most_spread * CELL:
            assert right_edge(line, measure) == pytest.approx(WIDTH, abs=0.01)
    assert all(right_edge(line, measure) <= WIDTH + 0.01 for line in lines[-1:])


@given(noise(), st.sampled_from([0.0, 2.0, 5.0]))
@settings(max_examples=300, deadline=None)
def test_noise_loses_nothing_and_never_runs_over_the_edge(measure: Measure, text: str, indent: float) -> None:
    lines = broken(text, measure, first_indent=indent)
    assert "".join(line.text for line in lines) == text
    assert all(right_edge(line, measure) <= WIDTH + 0.01 for line in lines)


@given(paragraphs())
@settings(max_examples=200, deadline=None)
def test_room_is_taken_only_from_marks_and_at_most_half_a_cell(measure: Measure, text: str) -> None:
    for line in broken(text, measure):
        shown = line.text
        for index, points in line.squeezes:
            marks = (index >= 0 and shown[index] in SQUEEZED_AFTER) + (shown[index + 1 : index + 2] in SQUEEZED_BEFORE)
            assert 0 < points <= marks * CELL / 2 + 1e-6
        if line.squeezes:
            assert line.spacing == pytest.approx(CELL - measure.size, abs=0.1)


def test_plain_han_text_stands_exactly_on_the_grid(measure: Measure) -> None:
    lines = broken("法" * 26 + "治" * 28 + "政" * 5, measure)
    assert [len(line.text) for line in lines] == [26, 28, 5]
    assert [line.left for line in lines] == [2 * CELL, 0, 0]
    for line in lines:
        assert line.spacing == pytest.approx(CELL - 16, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("法" * 27 + "，" + "治" * 3, ["法" * 26, "法，" + "治" * 3]),
        ("法" * 25 + "治。" + "政府", ["法" * 25, "治。政府"]),
        ("法" * 12 + "，" + "法" * 10 + "，法治。" + "政府", ["法" * 12 + "，" + "法" * 10 + "，法治。", "政府"]),
        ("法" * 25 + "“甲”", ["法" * 25, "“甲”"]),
        ("法" * 25 + "2024年", ["法" * 25, "2024年"]),
        ("法" * 25 + "……好", ["法" * 24, "法……好"]),
    ],
)
def test_push_in_and_carry_over(measure: Measure, text: str, lines: list[str]) -> None:
    assert [line.text for line in broken(text, measure)] == lines


@given(paragraphs())
@settings(max_examples=200, deadline=None)
def test_each_line_is_filled_or_spares_a_loose_one(measure: Measure, text: str) -> None:
    """A line that ends elsewhere than greed would end it stands at most eight before one that would be loose."""
    cutter = _Cutter(text, list(map(measure.width(Role.TEXT), text)), 26, 28)
    cuts = cutter.lines()
    for number, cut in enumerate(cuts):
        if cutter._next(cut.start, 28 if number else 26) == cut:
            continue
        before = cuts[max(0, number - _LOOK_BACK) : number + 1]
        assert any(_would_be_loose(cutter, one.start) for one in before)


def _would_be_loose(cutter: _Cutter, start: int) -> bool:
    """Whether greed from here would leave a line loose before long."""
    for _ in range(_LOOK_BACK + 1):
        cut = cutter._next(start, 28 if start else 26)
        if not cut.full or cut.slack > LOOSE:
            return cut.full
        start = cut.end
    return False


@given(paragraphs())
@settings(max_examples=200, deadline=None)
def test_relief_never_makes_a_paragraph_looser(measure: Measure, text: str) -> None:
    widths = list(map(measure.width(Role.TEXT), text))
    cutter, start, greedy = _Cutter(text, widths, 26, 28), 0, 0.0
    while start < len(text):
        cut = cutter._next(start, 28 if start else 26)
        greedy, start = max(greedy, cut.slack * cut.full), cut.end
    assert max((cut.slack for cut in cut_lines(text, widths, 26, 28) if cut.full), default=0.0) <= max(greedy, 3.0)


@given(paragraphs())
@settings(max_examples=150, deadline=None)
def test_lines_end_only_where_unicode_lets_them(measure: Measure, text: str) -> None:
    """UAX #14 as an oracle, but for what its older editions do not know of Chinese text.

    A line may begin with “ or end with ” between ideographs (LB19a), and begin with a wide bracket after 1% (LB25);
    after a mark that ends one number, another (1%|2) stands nowhere but in generated text.
    """
    lawful, place = set[int](), 0
    for unit in line_break_units(text):
        place += len(unit)
        lawful.add(place)
    weak = {place for place, bond in enumerate(bonds(text)) if bond == Bond.WEAK}
    place = 0
    for line in broken(text, measure)[:-1]:
        place += len(line.text)
        if place in weak or text[place] in "“‘〔（" or text[place - 1] in "”’%.·":
            continue
        assert place in lawful, text[place - 3 : place] + "|" + text[place : place + 3]


def test_a_run_that_no_line_holds_is_cut(measure: Measure) -> None:
    lines = broken("a" * 300, measure)
    assert len(lines) > 1
    assert all(right_edge(line, measure) <= WIDTH + 0.01 for line in lines)


def test_a_long_address_is_broken_after_a_mark_rather_than_left_to_make_a_loose_line(measure: Measure) -> None:
    address = "https://www.example.gov.cn/zwgk/fzzfjs/2024/index.html?id=260.5529"
    first, second, *_rest = broken("法" * 18 + address, measure)
    assert (first.text, second.text[:4]) == ("法" * 18 + "https://www.", "exam")
    kept = broken("法" * 22 + "Microsoft", measure)
    assert [line.text for line in kept] == ["法" * 22, "Microsoft"]


def test_the_lines_before_a_loose_one_are_chosen_anew(measure: Measure) -> None:
    """A sum of seven cells does not fit and would leave five empty: two and three on two lines are less."""
    text = "法" * 13 + "，" + "治" * 11 + "，" + "政" * 23 + "260.5529万元。依法行政"
    assert [line.text[-3:] for line in broken(text, measure)] == ["治治治", "政政政", "法行政"]
    cut = cut_lines(text, list(map(measure.width(Role.TEXT), text)), 26, 28)
    assert [one.slack for one in cut if one.full] == [3, 2]


def test_what_no_line_holds_is_cut_where_the_line_is_full(measure: Measure) -> None:
    lines = broken("校验码为" + "0a1b2c3d" * 12 + "，请核对。", measure)
    assert lines[0].text.startswith("校验码为0a1b2c3d")
    assert len(lines[0].text) > 40


def test_a_line_that_would_fall_apart_stays_ragged(measure: Measure) -> None:
    first, *_rest = broken("网址见" + "a" * 50 + "。", measure)
    assert (first.text, first.spacing) == ("网址见", CELL - 16)


@pytest.mark.parametrize("char", ["W", "Ш", "⸻"])
def test_a_character_wider_than_its_line_is_set_alone(measure: Measure, char: str) -> None:
    narrow = replace(measure, columns=1)
    assert [line.text for line in broken("甲" + char + "乙", narrow, first_indent=0)] == ["甲", char, "乙"]


def test_an_empty_paragraph_has_no_line(measure: Measure) -> None:
    assert broken("", measure) == ()


def test_roles_keep_their_characters(measure: Measure) -> None:
    runs = [Run(Role.LEVEL_2, "（一）抓学习。"), Run(Role.TEXT, "组织学习" * 10)]
    lines = break_paragraph(runs, measure)
    shown = [(run.role, run.text) for line in lines for run in line.runs]
    assert "".join(text for role, text in shown if role is Role.LEVEL_2) == "（一）抓学习。"
    assert "".join(text for role, text in shown if role is Role.TEXT) == "组织学习" * 10


def test_a_line_set_alone_is_natural(measure: Measure) -> None:
    line = set_line([Run(Role.TEXT, "2025年1月6日")], measure, 10.0)
    assert (line.left, line.spacing, line.squeezes) == (10.0, CELL - 16, ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("共27项（含", "共|27项|（含"),
        ("12345办理举报", "12345|办|理|举|报"),
        ("2021—2025年。", "2021—2025年。"),
        ("〔2025〕5号文", "〔2025〕5号|文"),
        ("好——坏……完", "好——|坏……|完"),
        ("“‘甲’”乙", "“‘甲’”|乙"),
        ("99.5％以上", "99.5％|以|上"),
        ("3万余人次参加", "3万余人次|参|加"),
        ("用5G建设0Microsoft系统", "用|5G|建|设|0Microsoft|系|统"),
        ("甲/乙／丙", "甲/乙／丙"),
        ("京-沪、武汉–广州", "京-|沪、|武|汉–|广|州"),
        ("下降-3.5%，约±3天", "下|降-3.5%，|约|±3天"),
        ("ISO\u00a09001、35 万元", "ISO\u00a09001、|35 万元"),
        ("№5", "№5"),
        ("GB2312件和10Microsoft", "GB2312件|和|10Microsoft"),
        ("ISO 9001认证", "ISO |9001|认|证"),
    ],
)
def test_units(text: str, shown: str) -> None:
    assert "|".join(text[start:end] for start, end in units(text)) == shown
