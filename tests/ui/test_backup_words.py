"""What is told of backups, in the clerk's words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from report.report import TypeRef
from storage.differing import Difference, Fate
from storage.records import Listing, State
from ui.backup_words import change_sentences, size_words, title_of
from ui.days import day_words, moment_words

TODAY = date(2026, 11, 24)
THEN = datetime(2026, 11, 20, 15, 32).astimezone()
LISTING = Listing(
    id="a",
    name="",
    title="年度报告",
    office="县水利局",
    year=2025,
    type=TypeRef("guangdong", "1", ""),
    state=State.DRAFTING,
    archived=False,
    created=datetime(2026, 11, 24, 8).astimezone(),
    changed=THEN,
    trashed=None,
    sections=(),
)
TRASHED = replace(LISTING, trashed=THEN)


@pytest.mark.parametrize(
    ("difference", "words", "is_loss"),
    [
        (Difference(Fate.GONE, LISTING, None, 3), "少了《年度报告》（今天新建）", True),
        (Difference(Fate.GONE, replace(LISTING, created=THEN), None, 3), "少了《年度报告》（11月20日新建）", True),
        (Difference(Fate.GONE, TRASHED, None, 3), "回收站里少了《年度报告》", True),
        (Difference(Fate.BACK, None, LISTING, 0, 3), "多回《年度报告》（后来删除的）", False),
        (Difference(Fate.BACK, None, TRASHED, 0, 3), "回收站里多回《年度报告》", False),
        (Difference(Fate.OLDER, TRASHED, LISTING, 1), "多回《年度报告》（现在在回收站里）", True),
        (Difference(Fate.NEWER, LISTING, TRASHED, 0, 1), "《年度报告》回到回收站", False),
        (
            Difference(Fate.OLDER, LISTING, LISTING, 37),
            "《年度报告》回到11月20日15:32的内容（之后的37处修改不见）",
            True,
        ),
        (
            Difference(Fate.NEWER, LISTING, LISTING, 0, 2),
            "《年度报告》换成11月20日15:32的内容（多回2处修改）",
            False,
        ),
        (
            Difference(Fate.OTHER, LISTING, LISTING, 5, 2),
            "《年度报告》换成11月20日15:32的内容（现在的5处修改不见，多回2处）",
            True,
        ),
    ],
)
def test_each_change_has_its_sentence(difference: Difference, words: str, is_loss: bool) -> None:
    ((told, loss),) = change_sentences([difference], TODAY)
    assert (told, loss) == (words, is_loss)


def test_what_is_lost_comes_first_and_what_stays_is_not_told() -> None:
    found = [
        Difference(Fate.BACK, None, LISTING, 0, 1),
        Difference(Fate.SAME, LISTING, LISTING),
        Difference(Fate.OLDER, LISTING, LISTING, 1),
        Difference(Fate.GONE, LISTING, None, 1),
    ]
    assert [one.words[:2] for one in change_sentences(found, TODAY)] == ["少了", "《年", "多回"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 0, 1), "今天，11月24日"),
        (datetime(2026, 11, 23, 23, 59), "昨天，11月23日"),
        (datetime(2026, 11, 20, 12), "11月20日，周五"),
        (datetime(2025, 12, 30, 12), "2025年12月30日"),
    ],
)
def test_days_are_those_of_the_clerk(moment: datetime, words: str) -> None:
    assert day_words(moment.astimezone().astimezone(UTC), TODAY) == words


def test_moments_and_sizes() -> None:
    assert moment_words(THEN.astimezone(UTC), TODAY) == "11月20日15:32"
    assert moment_words(THEN.replace(year=2025), TODAY) == "2025年11月20日15:32"
    assert [size_words(one) for one in (10, 347_000, 1_258_291)] == ["1KB", "339KB", "1.2MB"]


def test_a_report_without_a_title_has_a_name_all_the_same() -> None:
    assert title_of(replace(LISTING, name="送审稿")) == "送审稿"
    assert title_of(replace(LISTING, title="")) == "2025年县水利局"
    assert title_of(replace(LISTING, title="", office="", year=None)) == "没有标题的报告"
