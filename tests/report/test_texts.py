"""Every text that can be typed is told once, in the order of the tabs, and can be changed alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import Pairs, Table, WrittenDate
from report.dates import read_date
from report.differences import Change, changed_places
from report.document import Place
from report.loader import load_front
from report.report import Front, Report
from report.template import Field, SectionType
from report.texts import FRONT_TEXTS, Spot, texts, with_texts
from tests.report.builders import TEXT, make_report, make_section, make_type, make_whole_report
from tests.report.strategies import TEXTS, Pieces

WHOLE = make_whole_report()
GROUPS = load_front(Path(__file__).parents[2] / "resources" / "templates")

BELOW_FRONT = """
preface text b0 . 根据有关规定，现将2024年度情况报告如下：
s1 . . heading 推进法治政府建设的举措和成效
s1 text b1 . ２０２４年，我局开展执法检查412次。
s1 text t1 caption 2024年执法情况
s1 text t1 .0,0 事项
s1 text t1 .0,1 2023年
s1 text t1 .0,2 2024年
s1 text t1 .1,0 行政处罚
s1 text t1 .1,1 31
s1 text t1 .1,2 2024件次
s1 text b2 . 成效明显。
s1 grade . . 优秀
s2 . . heading 存在的不足和原因
s2 pairs . lead 2024年的工作还有不足：
s2 pairs p1 shortfall 执法力量薄弱
s2 pairs p1 cause 2024年人员调动较多
s2 pairs p2 shortfall 宣传不够
s2 pairs p2 cause .
s2 until . . 2024年12月31日
s2 note . . 见2024年台账。
s3 . . heading 下一年度安排
s3 items i1 . 修订2024年版执法手册
s3 items i2 . 办好“宪法宣传周”
s3 targets . .0,0 培训
s3 targets . .0,1 4期
s3 targets . .1,0 演练
a1 title . title 2024年度重大行政决策目录
a1 text b3 . 防汛应急预案（2024年修订）
"""


def lines(report: Report) -> Iterator[str]:
    """Each text below the front in one line: section, field, block, part with the cell's row and column, text."""
    for spot, text in texts(report):
        if spot.place.section != "front":
            place = spot.place
            cell = f".{spot.row},{spot.column}" if spot.row >= 0 else spot.part or "."
            yield " ".join((place.section, place.field or ".", place.block or ".", cell, text or "."))


def test_all_below_the_front_in_the_order_of_the_tabs() -> None:
    assert list(lines(WHOLE)) == BELOW_FRONT.strip().splitlines()


def test_the_front_as_its_tab_shows_it_without_choices() -> None:
    fields = [field for group in GROUPS for field in group.fields]
    assert [field.id for field in fields if field.kind != "choice"] == list(FRONT_TEXTS)
    assert {field.id for field in fields} == set(Front.__slots__)
    told = {spot.place.field: text for spot, text in texts(WHOLE) if spot.place.section == "front"}
    assert list(told) == list(FRONT_TEXTS)
    assert told["office"] == "青溪县应急管理局"
    assert told["date"] == "2025年1月10日"
    assert told["print_date"] == ""


def test_a_type_gives_the_order_of_fields_and_leaves_out_choices() -> None:
    fields = (Field("note", "text", "说明"), Field("grade", "choice", "等次", choices=("优秀", "良好")), TEXT)
    report_type = make_type(SectionType("measures", "举措", "举措", required=True, fields=fields))
    of_type = make_section("measures", "正文。", grade="优秀", note="良好", gone="类型里没有")
    own = make_section(None, "自拟。", gone="类型里没有")
    report = make_report(of_type, own)
    told = [(spot.place.field, text) for spot, text in texts(report, report_type) if spot.place.section[:2] == "s-"]
    assert told == [
        ("", "measures的标题"),
        ("note", "良好"),
        ("text", "正文。"),
        ("", "None的标题"),
        ("text", "自拟。"),
    ]
    assert [spot.place.field for spot, _ in texts(report)][-6:] == ["grade", "note", "gone", "", "text", "gone"]


def test_a_changed_text_leaves_the_rest_the_same_object() -> None:
    cell = Spot(Place("s1", "text", "t1"), "", 1, 2)
    after = with_texts(WHOLE, {cell: "2025件次"})
    assert after.front is WHOLE.front
    assert after.preface is WHOLE.preface
    assert after.sections[1:] == WHOLE.sections[1:]
    assert all(one is other for one, other in zip(after.sections[1:], WHOLE.sections[1:], strict=True))
    assert after.attachments is WHOLE.attachments
    before, table, last = WHOLE.sections[0].text
    assert after.sections[0].text[0] is before
    assert after.sections[0].text[2] is last
    changed = after.sections[0].text[1]
    assert isinstance(table, Table)
    assert isinstance(changed, Table)
    assert changed == replace(table, rows=(table.rows[0], ("行政处罚", "31", "2025件次")))
    assert changed.rows[0] is table.rows[0]


def test_many_at_once() -> None:
    changed = {
        Spot(Place("front", "title")): "新标题",
        Spot(Place("s1"), "heading"): "举措",
        Spot(Place("s2", "pairs"), "lead"): "不足如下：",
        Spot(Place("s2", "pairs", "p2"), "cause"): "经费不足",
        Spot(Place("a1", "title"), "title"): "目录",
    }
    after = with_texts(WHOLE, changed)
    assert dict(texts(after)) == {**dict(texts(WHOLE)), **changed}
    pairs = after.section("s2").values["pairs"]
    assert isinstance(pairs, Pairs)
    assert [one.id for one in pairs.rows] == ["p1", "p2"]


def test_a_date_is_read_anew_only_when_its_words_change() -> None:
    day, until = Spot(Place("front", "date")), Spot(Place("s2", "until"))
    after = with_texts(WHOLE, {day: " 2026-1-10", until: "2024年13月31日"})
    assert after.front.date == WrittenDate("2026-1-10", date(2026, 1, 10))
    assert after.section("s2").values["until"] == WrittenDate("2024年13月31日", None)
    odd = replace(WHOLE, front=replace(WHOLE.front, date=WrittenDate("去年腊月", date(2025, 1, 10))))
    assert with_texts(odd, {day: "去年腊月"}) is odd


@pytest.mark.parametrize(
    "spot",
    [
        Spot(Place("front", "folio")),
        Spot(Place("front", "year")),
        Spot(Place("s9"), "heading"),
        Spot(Place("s1"), "title"),
        Spot(Place("s1", "cases")),
        Spot(Place("s1", "text", "t1"), "", 1, 3),
        Spot(Place("s3", "targets"), "caption"),
    ],
)
def test_a_spot_that_is_not_there(spot: Spot) -> None:
    with pytest.raises(KeyError) as error:
        with_texts(WHOLE, {Spot(Place("s1"), "heading"): "举措", spot: "某"})
    assert error.value.args == (spot,)


@given(Pieces().reports())
def test_own_texts_change_nothing(report: Report) -> None:
    told = list(texts(report))
    assert len({spot for spot, _ in told}) == len(told)
    assert with_texts(report, {spot: "".join(list(text)) for spot, text in told}) is report


@given(Pieces().reports(), TEXTS, st.data())
def test_one_change_is_all_that_changes(report: Report, text: str, data: st.DataObject) -> None:
    before = list(texts(report))
    spot, old = data.draw(st.sampled_from(before))
    after = with_texts(report, {spot: text})
    kept = read_date(text).text if text != old and isinstance(_value(report, spot), WrittenDate) else text
    assert list(texts(after)) == [(one, kept if one == spot else words) for one, words in before]
    assert {one.change for one in changed_places(report, after)} <= {Change.EDITED}


def _value(report: Report, spot: Spot) -> object:
    """The whole value of the field in which a spot is."""
    if spot.place.section == "front":
        return getattr(report.front, spot.place.field)
    section = next((one for one in report.sections if one.id == spot.place.section), None)
    return section.values.get(spot.place.field) if section else None
