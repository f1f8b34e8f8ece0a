"""What an edit is called, and whether it was typing that goes on."""

import pytest

from report.content import Item, Pair, Pairs, Paragraph, Table
from report.report import Value
from ui.edit_names import EditName, name_edit

GRID = Table("t", (("甲",),))


@pytest.mark.parametrize(
    ("before", "first", "then", "name"),
    [
        ((), (Paragraph("p", "甲"),), (Paragraph("p", "甲乙"),), "修改“正文”第1段"),
        ((), (Item("i", "甲"),), (Item("i", "甲乙"),), "修改“正文”第1条"),
        (Pairs(), Pairs(rows=(Pair("r", "甲"),)), Pairs(rows=(Pair("r", "甲乙"),)), "修改“不足”第1条"),
        (Pairs(), Pairs(rows=(Pair("r", "", "甲"),)), Pairs(rows=(Pair("r", "", "甲乙"),)), "修改“原因”第1条"),
    ],
)
def test_the_first_word_of_an_empty_field_is_typed_as_the_next(
    before: Value, first: Value, then: Value, name: str
) -> None:
    edit = name_edit("正文", before, first)
    assert (edit.name, edit.typed) == (name, True)
    assert name_edit("正文", first, then) == edit


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        ((), (Paragraph("p", "甲"), Paragraph("q", "乙")), EditName("添加“正文”第1段起2段", "p")),
        ((), (GRID,), EditName("添加“正文”的表格", "t")),
        ((), (Paragraph("p", "", 2),), EditName("改“正文”第1段的层次", "p")),
        ((Paragraph("p", "甲"),), (Paragraph("p", "甲"), Paragraph("q", "")), EditName("添加“正文”第2段", "q")),
        ((Paragraph("p", "甲"),), (), EditName("删去“正文”第1段", "p")),
    ],
)
def test_what_adds_or_removes_more_is_a_step_of_its_own(before: Value, after: Value, edit: EditName) -> None:
    assert name_edit("正文", before, after) == edit
