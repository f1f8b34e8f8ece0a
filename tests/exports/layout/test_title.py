"""Titles break between words, fit the line and are balanced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.layout.title import _known, _within_words, break_title

WORDS = sorted(_known() - {"关于", "以及"})


def width(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("某局2024年工作报告", ["某局2024年工作报告"]),
        ("廉江市应急管理局2024年法治政府建设年度报告", ["廉江市应急管理局2024年", "法治政府建设年度报告"]),
        (
            "厦门市应急管理局关于2025年度法治政府建设情况的报告",
            ["厦门市应急管理局", "关于2025年度法治政府建设情况的报告"],
        ),
        (
            "白石市城市管理和综合行政执法局2024年度法治政府建设情况报告",
            ["白石市城市管理和综合行政执法局", "2024年度法治政府建设情况报告"],
        ),
        ("某局法治政府建设年度报告", ["某局法治政府建设年度报告"]),
        (
            "青溪县住房和城乡建设局2024年法治政府建设年度报告",
            ["青溪县住房和城乡建设局", "2024年法治政府建设年度报告"],
        ),
        (
            "广东省湛江市廉江市城市管理和综合执法局关于2024年度法治政府建设工作开展情况及2025年工作计划的报告",
            [
                "广东省湛江市廉江市城市管理和综合执法局",
                "关于2024年度法治政府建设工作开展",
                "情况及2025年工作计划的报告",
            ],
        ),
        (
            "新疆维吾尔自治区伊犁哈萨克自治州某某县住房和城乡建设局2024年度法治政府建设情况报告",
            ["新疆维吾尔自治区伊犁哈萨克", "自治州某某县住房和城乡建设局", "2024年度法治政府建设情况报告"],
        ),
        (
            "青溪县2024年公平竞争审查和规范性文件合法性审核备案清理工作台账",
            ["青溪县2024年公平竞争审查和规范性文件", "合法性审核备案清理工作台账"],
        ),
    ],
)
def test_known_titles(title: str, lines: list[str]) -> None:
    assert break_title(title, 20, width) == lines


@given(
    st.text("青溪县应急管理生态环境市场监督", min_size=3, max_size=24).map(lambda name: name + "局"),
    st.sampled_from(["2024年", "关于2024年度", "2024年度"]),
    st.sampled_from(["法治政府建设年度报告", "法治政府建设情况的报告", "推进法治政府建设工作情况的报告"]),
)
def test_titles_of_any_office(office: str, year: str, kind: str) -> None:
    title = office + year + kind
    lines = break_title(title, 20, width)
    assert "".join(lines) == title
    assert all(sum(map(width, line)) <= 20 for line in lines)
    for cut in ("年度报", "法治政", "202", "年度法治政府建", "报"):
        assert not any(line.endswith(cut) for line in lines[:-1])


@given(st.text(min_size=1, max_size=120))
def test_any_text_is_kept(title: str) -> None:
    lines = break_title(title, 20, width)
    assert "".join(lines) == title
    assert all(sum(map(width, line)) <= 20 for line in lines)


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=30).map("".join))
def test_no_known_word_is_parted_and_no_mark_opens_a_line(title: str) -> None:
    lines = break_title(title, 20, width)
    place = 0
    inside = _within_words(title)
    for line in lines[:-1]:
        place += len(line)
        assert place not in inside, lines
        assert title[place] != "的"
