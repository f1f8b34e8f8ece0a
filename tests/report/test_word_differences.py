"""Two wordings of one text, word by word: struck out [-…-], put in {+…+}."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.word_differences import Part, Segment, word_differences
from tests.report.strategies import TEXTS

SIGNS = {Part.SAME: "{}", Part.REMOVED: "[-{}-]", Part.ADDED: "{{+{}+}}"}
PIECES = st.sampled_from(
    ["推进", "依法行政", "的", "，", "。", "2024", "12.5%", "3", "年", "PDF", " ", "\n", "葛\U000e0100"]
)
PROSE = st.lists(PIECES, max_size=25).map("".join) | TEXTS


def marked(before: str, after: str) -> str:
    return "".join(SIGNS[one.part].format(one.text) for one in word_differences(before, after))


def check(before: str, after: str) -> tuple[Segment, ...]:
    """The segments, after what must hold of any."""
    found = word_differences(before, after)
    assert "".join(one.text for one in found if one.part is not Part.ADDED) == before
    assert "".join(one.text for one in found if one.part is not Part.REMOVED) == after
    assert all(one.text for one in found)
    parts = [one.part for one in found]
    assert all(a is not b for a, b in pairwise(parts))
    assert (Part.ADDED, Part.REMOVED) not in pairwise(parts)
    return found


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("可用财力312.4860亿元", "可用财力260.5529亿元", "可用财力[-312.4860-]{+260.5529+}亿元"),
        (
            "培训1,230人次，合格率100%。",
            "培训1,320人次，合格率99.6%。",
            "培训[-1,230-]{+1,320+}人次，合格率[-100%-]{+99.6%+}。",
        ),
        ("２０２４年第十二次会议", "２０２５年第二十三次会议", "[-２０２４-]{+２０２５+}年第[-十二-]{+二十三+}次会议"),
        (
            "2024年3月，镇党委专题研究。",
            "2025年4月，镇党委专题研究。",
            "[-2024-]{+2025+}年[-3-]{+4+}月，镇党委专题研究。",
        ),
        ("报送PDF文件", "报送OFD文件", "报送[-PDF-]{+OFD+}文件"),
    ],
)
def test_numbers_and_latin_words_are_replaced_whole(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


def test_a_character_is_not_parted_from_the_sign_that_chooses_its_form() -> None:
    assert marked("葛\U000e0100镇", "葛\U000e0101镇") == "[-葛\U000e0100-]{+葛\U000e0101+}镇"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "全年开展执法检查312次，整改问题45个。",
            "全年组织开展专项执法检查260次，督促整改问题58个。",
            "全年{+组织+}开展{+专项+}执法检查[-312-]{+260+}次，{+督促+}整改问题[-45-]{+58+}个。",
        ),
        (
            "二是基层执法力量薄弱，专业人员不足。",
            "二是基层执法力量依然薄弱，专业人员配备不足。",
            "二是基层执法力量{+依然+}薄弱，专业人员{+配备+}不足。",
        ),
        (
            "行政机关负责人出庭应诉率为96%",
            "行政机关负责人出庭应诉率达到100%，较上年提高4个百分点",
            "行政机关负责人出庭应诉率[-为96%-]{+达到100%，较上年提高4个百分点+}",
        ),
    ],
)
def test_an_edited_sentence_keeps_what_stayed(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "全镇法治建设取得新的成效，但与群众期盼相比还有差距。",
            "我局将以更高标准推进各项工作，为乡村振兴提供坚实的法治保障。",
            "[-全镇法治建设取得新的成效，但与群众期盼相比还有差距-]"
            "{+我局将以更高标准推进各项工作，为乡村振兴提供坚实的法治保障+}。",
        ),
        (
            "持续推进法治政府建设，不断提升依法行政水平，现报告如下。",
            "坚持以人民为中心，深入推进依法治镇各项任务落实，现报告如下。",
            "[-持续-]{+坚持以人民为中心，深入+}推进{+依+}法治[-政府建设，不断提升依法行政水平-]{+镇各项任务落实+}，现报告如下。",
        ),
    ],
)
def test_a_lone_agreement_in_a_rewritten_stretch_is_not_kept(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("推进改革，优化服务。", "推进改革，加强监管，优化服务。", "推进改革，{+加强监管，+}优化服务。"),
        ("推进改革，加强监管，优化服务。", "推进改革，优化服务。", "推进改革，[-加强监管，-]优化服务。"),
        ("完善制度。强化监督。", "完善制度。强化培训。强化监督。", "完善制度。{+强化培训。+}强化监督。"),
        ("甲乙丙甲乙丙", "甲乙丙甲乙丙甲乙丙", "{+甲乙丙+}甲乙丙甲乙丙"),
        ("落实。甲乙丙甲乙丙等", "落实。甲乙丙甲乙丙甲乙丙等", "落实。{+甲乙丙+}甲乙丙甲乙丙等"),
        ("印发《办法》《规定》", "印发《办法》《细则》《规定》", "印发《办法》{+《细则》+}《规定》"),
    ],
)
def test_what_came_or_went_begins_behind_a_mark(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


def test_equal_and_empty_texts() -> None:
    assert word_differences("", "") == ()
    assert marked("无。", "无。") == "无。"
    assert marked("", "无。") == "{+无。+}"
    assert marked("无。", "") == "[-无。-]"


@given(PROSE, PROSE)
def test_both_texts_can_be_read_from_the_segments(before: str, after: str) -> None:
    check(before, after)


@given(st.lists(PIECES, max_size=25), st.integers(0, 25), st.lists(PIECES, max_size=4))
def test_what_only_came_or_only_went_is_shown_as_that(pieces: list[str], at: int, more: list[str]) -> None:
    text, longer = "".join(pieces) + "。", "".join((*pieces[:at], "新", *more, *pieces[at:])) + "。"
    found = check(text, longer)
    assert "新" in "".join(one.text for one in found if one.part is Part.ADDED)
    assert {one.part for one in check(text, text)} == {Part.SAME}


def sentence(random_: random.Random, length: int = 30) -> str:
    return "".join(random_.choices([chr(0x4E00 + n) for n in range(1500)], k=length)) + "。"


def test_in_a_long_text_only_the_sentences_that_differ_are_taken_apart() -> None:
    random_ = random.Random(1)
    sentences = [f"{sentence(random_)}办理{n}件。" for n in range(400)]
    after = [one.replace("办理", "共办理") if n % 40 == 0 else one for n, one in enumerate(sentences)]
    del after[100]
    found = check("".join(sentences), "".join(after))
    assert [one.text for one in found if one.part is Part.ADDED] == ["共"] * 10
    assert [one.text for one in found if one.part is Part.REMOVED] == [sentences[100]]


def test_a_long_text_with_every_sentence_changed_is_compared_sentence_by_sentence() -> None:
    random_ = random.Random(2)
    sentences = [f"{sentence(random_, 45)}\n" for _ in range(400)]
    before = "".join(f"共{n}件，{one}" for n, one in enumerate(sentences))
    found = check(before, "".join(f"共{n + 1}件，{one}" for n, one in enumerate(sentences)))
    assert sum(one.part is Part.REMOVED for one in found) == 400
    assert max(len(one.text) for one in found if one.part is not Part.SAME) <= 3


def test_long_texts_of_any_sort_come_to_an_end() -> None:
    random_ = random.Random(3)
    texts = [
        "".join(sentence(random_) for _ in range(300)),
        "".join(sentence(random_) for _ in range(300)),
        "的" * 9000,
        "前" + "的" * 8990 + "后",
        "。" * 9000,
        "".join(random_.choices("甲乙，。", k=9000)),
        "".join(random_.choices("甲乙，。", k=9000)),
    ]
    for before, after in pairwise(texts):
        check(before, after)
