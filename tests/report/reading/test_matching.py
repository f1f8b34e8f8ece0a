"""Headings of reports that no template has seen go to the right section, or to none."""

import pytest

from report.reading.matching import THRESHOLD, Heard, Matcher
from tests.report.reading.invented import types

STATUTORY = next(one for one in types() if one.id == "statutory")
HEADINGS = [
    ("2024年度法治政府建设工作推进情况", "measures"),
    ("主要做法与成效", "measures"),
    ("法治建设重点工作完成情况及成效", "measures"),
    ("当前法治建设存在的问题短板", "shortfalls"),
    ("问题与不足", "shortfalls"),
    ("存在的薄弱环节及原因剖析", "shortfalls"),
    ("主要负责人履行法治建设第一责任人职责情况", "leader"),
    ("镇党委书记履行推进法治建设第一责任人职责情况", "leader"),
    ("2025年度重点工作计划", "plans"),
    ("下一步努力方向", "plans"),
    ("下一步工作打算和思路", "plans"),
    ("2025年法治政府建设工作安排", "plans"),
    ("其他需要说明的情况", "other"),
    ("规范行政执法，维护市场秩序", None),
    ("健全行政决策机制", None),
    ("强化普法宣传教育", None),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_headings(heading: str, kind: str | None) -> None:
    (matched,) = Matcher(STATUTORY).match([Heard(heading)], 2024)
    assert matched.kind == kind
    assert matched.confidence >= THRESHOLD if kind else matched.confidence == 0


def test_each_kind_goes_to_one_section() -> None:
    matched = Matcher(STATUTORY).match([Heard("存在的不足和原因"), Heard("存在的问题")], 2024)
    assert [one.kind for one in matched] == ["shortfalls", None]


def test_first_sentence_helps() -> None:
    silent, said = (
        Matcher(STATUTORY).match([Heard("对照检查", first)], 2024)[0] for first in ("", "存在的问题和不足及原因如下")
    )
    assert silent.kind is None
    assert said.kind in ("shortfalls", None)


def test_the_order_of_sections_tells_the_type() -> None:
    heads = [
        "主要举措和成效",
        "存在的不足和原因",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "下一年度主要安排",
    ]
    fit = {one.id: Matcher(one) for one in types()}
    scores = {
        name: [matcher.fitness(matcher.match([Heard(one) for one in order], 2024)) for name, matcher in fit.items()]
        for name, order in {"statutory": heads, "leader_first": [heads[2], *heads[:2], heads[3]]}.items()
    }
    names = list(fit)
    assert {name: names[row.index(max(row))] for name, row in scores.items()} == {
        "statutory": "statutory",
        "leader_first": "leader_first",
    }
