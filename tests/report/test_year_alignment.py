"""This year's paragraphs beside last year's: unchanged (=), changed (~), new (+), gone (-)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import Block, Blocks, Paragraph, Table, block_is_empty
from report.year_alignment import Match, MatchKind, align_years
from tests.report.strategies import Pieces

SIGNS = {MatchKind.UNCHANGED: "=", MatchKind.CHANGED: "~", MatchKind.ADDED: "+", MatchKind.REMOVED: "-"}

LEARNING = "镇党委理论学习中心组围绕法治专题集中学习4次，组织机关干部旁听庭审2场，45名新进人员参加任前法律知识测试。"
REVIEW = "全年审核规范性文件、重大合同和行政决策共36件，提出修改意见58条，法律顾问参与协商论证11次。"
SERVICE = "便民服务中心受理事项9,820件，按期办结率100%，梳理并公布“一次办好”清单62项，群众评价较好。"
MEDIATION = "村级调解组织化解邻里纠纷、土地承包等矛盾213件，调解成功率98.5%，未发生因调处不当引起的信访。"
SCHOOL = "联合辖区中小学开展宪法宣传周活动，模拟法庭、手抄报评选等吸引师生1,600余人参与。"


def blocks(*texts: str | tuple[str, int] | Table, year: str = "a") -> Blocks:
    made: list[Block] = []
    for index, one in enumerate(texts):
        if isinstance(one, Table):
            made.append(one)
        else:
            text, level = (one, 0) if isinstance(one, str) else one
            made.append(Paragraph(f"{year}{index}", text, level))
    return tuple(made)


def shown(before: Blocks, after: Blocks) -> list[str]:
    return [f"{SIGNS[one.kind]} {name(one.before)} {name(one.after)}" for one in align_years(before, after)]


def name(one: Block | None) -> str:
    return "·" if one is None else one.id


def test_new_numbers_make_a_paragraph_changed() -> None:
    later = REVIEW.replace("36", "104").replace("58", "7").replace("11", "20")
    assert shown(blocks(LEARNING, REVIEW), blocks(LEARNING, later, year="b")) == ["= a0 b0", "~ a1 b1"]
    assert shown(blocks("2024年3件"), blocks("2025年12件", year="b")) == ["~ a0 b0"]


def test_new_ones_stand_where_they_are_and_gone_ones_where_they_stood() -> None:
    before, after = blocks(LEARNING, REVIEW, SERVICE), blocks(MEDIATION, LEARNING, SERVICE, SCHOOL, year="b")
    assert shown(before, after) == ["+ · b0", "= a0 b1", "- a1 ·", "= a2 b2", "+ · b3"]
    assert shown(blocks(SCHOOL, LEARNING), blocks(LEARNING, year="b")) == ["- a0 ·", "= a1 b0"]


def test_a_rewritten_paragraph_in_its_place_is_changed() -> None:
    rewritten = "全年共审核重大合同和行政决策52件，法律顾问参与协商论证并出具意见，规范性文件一律先审后发。"
    assert shown(blocks(LEARNING, REVIEW, SERVICE), blocks(LEARNING, rewritten, SERVICE, year="b")) == [
        "= a0 b0",
        "~ a1 b1",
        "= a2 b2",
    ]


def test_moved_paragraphs_are_found_equal_or_edited() -> None:
    later = SERVICE.replace("9,820", "10,450").replace("群众评价较好", "群众满意度较高")
    before, after = blocks(LEARNING, REVIEW, SERVICE, MEDIATION), blocks(later, MEDIATION, LEARNING, REVIEW, year="b")
    assert shown(before, after) == ["~ a2 b0", "= a3 b1", "= a0 b2", "= a1 b3"]


def test_what_is_somewhat_alike_does_not_take_the_partner_of_what_moved() -> None:
    near = "全年审核重大合同36件，提出修改意见58条，对照清单逐项排查风险隐患，严防越权减损群众权益的情形。"
    assert shown(blocks(REVIEW, LEARNING, near), blocks(LEARNING, REVIEW + "先审后发。", year="b")) == [
        "= a1 b0",
        "- a2 ·",
        "~ a0 b1",
    ]


def test_headings_continue_headings() -> None:
    before = blocks(("推进严格规范公正文明执法", 2), "推进严格规范公正文明执法，全年检查120次。")
    after = blocks("推进严格公正文明执法，全年检查98次。", ("推进规范公正文明执法", 2), year="b")
    assert shown(before, after)[0].endswith("a1 b0")
    assert {*shown(before, after)} == {"~ a1 b0", "~ a0 b1"}
    assert shown(blocks(("主要成效", 2)), blocks("主要做法如下", year="b")) == ["- a0 ·", "+ · b0"]


def test_short_equal_lines_are_paired_in_order() -> None:
    before, after = blocks("无。", "无。", LEARNING), blocks("无。", LEARNING, "无。", year="b")
    assert shown(before, after) == ["= a0 b0", "= a2 b1", "= a1 b2"]
    assert shown(before, blocks("无。", LEARNING, year="b")) == ["= a0 b0", "- a1 ·", "= a2 b1"]


def test_tables_continue_tables() -> None:
    rows = (("事项", "件数"), ("行政复议", "12"), ("行政诉讼", "7"))
    later = (("事项", "件数"), ("行政复议", "15"), ("行政诉讼", "9"))
    before = blocks(LEARNING, Table("t", rows, caption="案件情况"))
    assert shown(before, blocks(Table("u", rows, caption="案件情况"), year="b")) == ["- a0 ·", "= t u"]
    assert shown(before, blocks(LEARNING, Table("u", later, caption="案件情况"), year="b")) == ["= a0 b0", "~ t u"]
    assert shown(before[1:], blocks("案件情况\n事项\n件数\n行政复议\n行政诉讼", year="b")) == ["- t ·", "+ · b0"]
    numbers = Table("n", (("1", "2"),)), Table("m", (("3", "4"),))
    assert shown((numbers[0],), (numbers[1],)) == ["~ n m"]


def test_empty_blocks_are_left_out() -> None:
    assert align_years((), ()) == ()
    assert shown(blocks("", "　", Table("t", (("", " "),)), LEARNING), blocks(LEARNING, "", year="b")) == ["= a3 b0"]


WORDED = st.text("法治政府建设依法行政，。1", min_size=1, max_size=14)
LEVELS = st.sampled_from([0, 0, 2])


def any_blocks(year: str) -> st.SearchStrategy[Blocks]:
    plain = st.lists(st.tuples(WORDED, LEVELS), max_size=7).map(lambda texts: blocks(*texts, year=year))
    return plain | Pieces(year).blocks()


@given(any_blocks("a"), any_blocks("b"))
def test_every_block_stands_once_and_this_year_keeps_its_order(before: Blocks, after: Blocks) -> None:
    found = align_years(before, after)
    assert [one.after for one in found if one.after] == [one for one in after if not block_is_empty(one)]
    old = [one.before for one in found if one.before]
    assert sorted(old, key=before.index) == [one for one in before if not block_is_empty(one)]
    for one in found:
        check(one)


def check(one: Match) -> None:
    assert (one.before is None) == (one.kind is MatchKind.ADDED)
    assert (one.after is None) == (one.kind is MatchKind.REMOVED)
    if one.before and one.after:
        assert type(one.before) is type(one.after)
        assert (one.kind is MatchKind.UNCHANGED) == (content(one.before) == content(one.after))


def content(one: Block) -> object:
    return one.text if isinstance(one, Paragraph) else (one.caption, one.rows)


@given(any_blocks("a"))
def test_beside_itself_everything_is_unchanged(before: Blocks) -> None:
    found = align_years(before, before)
    assert {one.kind for one in found} <= {MatchKind.UNCHANGED}
    assert [one.before for one in found] == [one for one in before if not block_is_empty(one)]


@given(st.data())
def test_moving_paragraphs_about_adds_and_removes_nothing(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text("法治政府建设依法行政，。1", min_size=10, max_size=20), unique=True, max_size=8))
    moved = data.draw(st.permutations(texts))
    found = align_years(blocks(*texts), blocks(*moved, year="b"))
    assert [one.kind for one in found] == [MatchKind.UNCHANGED] * len(texts)


@pytest.mark.parametrize("count", [3, 600])
def test_one_form_of_words_for_every_month(count: int) -> None:
    before = blocks(*(f"第{n}次会议于{n % 12 + 1}月召开，研究法治建设事项{n}项。" for n in range(count)))
    after = blocks(*(f"第{n}次会议于{n % 12 + 1}月召开，研究法治建设事项{n + 1}项。" for n in range(count)), year="b")
    assert [(one.before, one.after) for one in align_years(before, after)] == list(zip(before, after, strict=True))
