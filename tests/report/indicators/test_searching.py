"""Indicators are found by what a clerk types: characters, pinyin, initials, and these in turn."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.indicators import pinyin
from report.indicators.catalogue import Catalogue, Group, Indicator
from report.indicators.figures import NO_FIGURES, Figures
from report.indicators.loading import load_catalogue
from report.indicators.searching import search
from report.indicators.values import Values, own_indicator, with_own
from resources import resource

SHIPPED = load_catalogue(Path(resource("templates")))
VALUES = Values(SHIPPED, NO_FIGURES)
FINDS_FINES = [
    "xingzhengchufajueding",
    "xzcfjd",
    "xz处罚决定",
    "行政cfjd",
    "xingzcfjueding",
    "ＸＺＣＦＪＤ",
    "XingZheng chufa jd",
]
FINDS_FINES += ["xing'zheng'chu'fa'jue'ding", "xzchfjd", "xingzhengchufajued", "行政处罚决定", "行政 处罚 决定"]
SMALL = Catalogue(
    (),
    (Group("g", "组"),),
    (
        Indicator("alias_inside", "甲", "g", aliases=("依法处罚",)),
        Indicator("alias", "乙", "g", aliases=("处罚案卷",)),
        Indicator("alias_whole", "丙", "g", aliases=("处罚",)),
        Indicator("inside", "行政处罚", "g", aliases=("处罚",)),
        Indicator("begins", "处罚听证", "g"),
        Indicator("whole", "处罚", "g"),
        Indicator("short", "案件里的", "g", short="其中：处罚"),
        Indicator("other", "许可", "g"),
    ),
)
BEST_FIRST = ["whole", "short", "begins", "inside", "alias_whole", "alias", "alias_inside"]


def found(typed: str, values: Values = VALUES) -> list[str]:
    return list(search(values, typed))


@pytest.mark.parametrize("typed", FINDS_FINES)
def test_one_name_is_found_in_many_ways(typed: str) -> None:
    assert found(typed)[0] == "penalties"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("chizhenglv", "officers_rate"),
        ("czl", "officers_rate"),
        ("cizhenglv", None),
        ("shuaixianzhiding", None),
        ("anjuanyxlv", "files_excellent_rate"),
        ("12345rx", "hotline"),
        ("１２３４５热线", "hotline"),
        ("rexianzixun", "hotline_questions"),
        ("bcxbgqrwf", "acts_undone"),
        ("被撤销变更确认违法", "acts_undone"),
        ("被撤销、变更、确认违法", "acts_undone"),
        ("chuting", "court_rate"),
        ("sfjy", "court_advice"),
        ("yianshifa", "case_lessons"),
        ("wuciju", None),
    ],
)
def test_the_best_is_first(typed: str, first: str | None) -> None:
    assert (found(typed) or [None])[0] == first


@pytest.mark.parametrize("typed", ["处罚", "chufa", "cf", "CF", "c罚", "处fa"])
def test_names_go_before_aliases_and_beginnings_before_insides(typed: str) -> None:
    assert found(typed, Values(SMALL, NO_FIGURES)) == BEST_FIRST


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(
            ("银行率", typed)
            for typed in ("yinhang", "yinxing", "yh", "yx", "hang", "lv", "lü", "shuai", "x率", "银hlv")
        ),
        *(("侵略", typed) for typed in ("lve", "lue", "lüe", "ql", "qinlve")),
        *(("重复", typed) for typed in ("chongfu", "zhongfu", "cf", "chf", "zhf", "zf")),
    ],
)
def test_every_reading_of_a_character_is_tried(name: str, typed: str) -> None:
    assert found(typed, Values(Catalogue(), with_own(NO_FIGURES, own_indicator(NO_FIGURES, name)))) == ["own-1"]


def test_what_a_report_adds_is_found_the_same_way() -> None:
    figures: Figures = with_own(NO_FIGURES, own_indicator(NO_FIGURES, "河道Ａ段巡查", "公里"))
    values = Values(SHIPPED, figures)
    for typed in ("河道", "hedao", "hdadxc", "ａ段", "xuncha", "hda段xc"):
        assert "own-1" in found(typed, values), typed
    assert found("hedaoaduanxuncha", values) == ["own-1"]
    assert found("hedaoaduanxuncha") == []


def test_nothing_typed_finds_all_and_marks_alone_nothing() -> None:
    assert found("") == found("  ") == [one.id for one in VALUES]
    assert found("、") == []
    assert found("x" * 5000) == []


def test_the_table_is_read_when_letters_are_typed() -> None:
    pinyin.readings.cache_clear()
    found("行政处罚12")
    assert pinyin.readings.cache_info().currsize == 0
    found("行政cf")
    assert pinyin.readings.cache_info().currsize == 1


readable = pytest.mark.parametrize("indicator", SHIPPED.indicators, ids=lambda one: one.id)


@readable
def test_the_initials_and_the_pinyin_of_any_name_find_it(indicator: Indicator) -> None:
    name = [char for char in indicator.name if char.isalnum()]
    first = [pinyin.readings().get(char, (char,))[0] for char in name]
    assert indicator.id in found("".join(one[0] for one in first))
    assert indicator.id in found("".join(first))


@given(st.sampled_from(SHIPPED.indicators), st.data())
def test_any_mixture_of_ways_finds_a_name(indicator: Indicator, data: st.DataObject) -> None:
    typed = ""
    for char in indicator.name:
        ways = {char} if not typed or char.isalnum() else {char, ""}
        for one in pinyin.readings().get(char, ()):
            ways |= {one, one[0], one.upper()}
        typed += data.draw(st.sampled_from(sorted(ways)))
    assert indicator.id in found(typed)


@given(st.text(st.sampled_from([*pinyin.readings()]), min_size=1, max_size=12), st.integers(0, 12))
def test_the_initials_of_any_name_find_it_and_no_characters_do_that_are_not_in_it(name: str, start: int) -> None:
    own = with_own(NO_FIGURES, replace(own_indicator(NO_FIGURES, "甲"), name=name))
    values = Values(SHIPPED, own)
    assert "own-1" in found("".join(pinyin.readings()[char][-1][0] for char in name), values)
    assert ("own-1" in found(name[start:] + name[:start], values)) == (name[start:] + name[:start] in name)


@given(st.text(max_size=30))
def test_any_text_may_be_typed(typed: str) -> None:
    assume(typed.strip())
    ids = found(typed)
    assert len(ids) == len(set(ids))
