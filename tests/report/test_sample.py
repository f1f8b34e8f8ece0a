"""The sample report is complete and without a fault, and its reader names what is wrong in such a file."""

import re
import tomllib
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from report.compose import Copy, compose
from report.content import Blocks, Pairs, Paragraph, Table
from report.dates import read_date
from report.document import Document, Prose
from report.errors import TemplateError
from report.holes import find_holes
from report.identity import NewId, counting_ids
from report.loader import load_type
from report.notes import Note
from report.reading.recognise import read_blocks
from report.report import Report
from report.sample import load_sample

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample" / "report.toml"
GUANGDONG = load_type(RESOURCES / "templates" / "guangdong.toml")
RAW: dict[str, Any] = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for one in value for text in strings(one)] if isinstance(value, list) else []


BODY = "\n".join(strings([RAW["preface"], [{**one, "kind": ""} for one in RAW["section"]]]))
ALL = "\n".join(strings(RAW))


def lines_as_paragraphs(text: str, *, new_id: NewId) -> tuple[Blocks, tuple[Note, ...]]:
    """A reader for the tests of the file's shape: a paragraph a line, whatever it is."""
    return tuple(Paragraph(new_id(), line) for line in text.splitlines() if line), ()


@pytest.fixture(scope="module")
def sample() -> Report:
    return load_sample(SAMPLE, GUANGDONG, counting_ids(), read_blocks)


@pytest.fixture(scope="module")
def document(sample: Report) -> Document:
    return compose(GUANGDONG, sample)


def test_nothing_is_missing(sample: Report) -> None:
    assert find_holes(GUANGDONG, sample, Copy.SUBMISSION) == ()
    assert [section.kind for section in sample.sections] == [section.id for section in GUANGDONG.sections]
    assert (sample.year, sample.type.id, sample.type.hash) == (2024, "guangdong", GUANGDONG.hash)


def test_it_reads_without_a_note() -> None:
    for text in (RAW["preface"]["text"], *(one["text"] for one in RAW["section"] if "text" in one)):
        assert read_blocks(text, new_id=counting_ids())[1] == ()


def test_every_element_is_there(sample: Report, document: Document) -> None:
    pieces = [piece for piece in document.body if isinstance(piece, Prose)]
    assert {piece.level for piece in pieces} == {0, 1, 2, 3, 4}
    assert [piece.label for piece in pieces if piece.level == 1] == [f"{number}、" for number in "一二三四五六七"]
    measures = [piece for piece in pieces if piece.place.section == sample.sections[3].id]
    assert [piece.label for piece in measures if piece.level == 2] == [f"（{number}）" for number in "一二三四五六七八"]
    assert [piece.label for piece in measures if piece.level == 4] == ["（1）", "（2）", "（3）"]
    run_in = [piece for piece in measures if piece.level == 3]
    assert len(run_in) >= 20
    assert all(0 < piece.heading < len(piece.text) for piece in run_in)
    assert not any(piece.text.endswith("。") for piece in measures if piece.level == 2)


def test_pairs_have_causes(sample: Report) -> None:
    pairs = sample.sections[4].values["pairs"]
    assert isinstance(pairs, Pairs)
    assert len(pairs.rows) == 3
    assert all(pair.shortfall and pair.cause for pair in pairs.rows)


def test_tables_and_attachments(sample: Report) -> None:
    (table,) = [block for block in sample.sections[3].text if isinstance(block, Table)]
    head, *rows, total = table.rows
    assert head[0] == "领域"
    for column in (1, 2):
        assert sum(Decimal(row[column]) for row in rows) == Decimal(total[column])
    indicators, files = sample.attachments
    assert [type(block) for block in indicators.blocks] == [Table]
    assert len(indicators.blocks[0].rows) >= 13  # type: ignore[union-attr]
    assert [block.level for block in files.blocks if isinstance(block, Paragraph)] == [3] * 5


def test_indicators_in_the_attachment_are_those_of_the_text() -> None:
    rows = [line.split("\t") for line in RAW["attachment"][0]["text"].strip().splitlines()[1:]]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    for _, name, unit, value in rows:
        assert f"{value}{unit}" in BODY, name


def test_length_is_that_of_a_real_report() -> None:
    assert 3500 <= len(re.sub(r"\s", "", BODY)) <= 4500


def test_signs_that_are_hard_to_print_are_there() -> None:
    for sign in ("“", "”", "‘", "’", "——", "……", "《", "〈", "〉", "》", "〔2024〕", "㙍", "堃", "%", "12.60", "·"):
        assert sign in ALL, sign


def test_marks_are_full_width_and_paired() -> None:
    assert not re.search(r"[,;:!?()\"']", BODY.replace("\t", ""))
    for left, right in ("“”", "‘’", "《》", "〈〉", "（）", "〔〕"):
        assert ALL.count(left) == ALL.count(right)
    assert "《《" not in ALL
    assert not re.search("》、《|”、“", ALL)


@pytest.mark.parametrize(
    "words",
    [
        "今年",
        "去年",
        "本年",
        "我局",
        "宗",
        "起案",
        "31起",
        "法治审核",
        "备案备查",
        "政协议案",
        "变跟",
        "截止目前",
        "超过",
        "余条",
    ],
)
def test_words_that_get_a_report_sent_back_are_not_there(words: str) -> None:
    assert words not in ALL


def test_what_headings_promise_is_in_the_text() -> None:
    meetings, thought = (one["text"] for one in RAW["section"][:2])
    assert all(name in meetings for name in ("重要讲话重要指示", "党的二十大", "二十届三中全会"))
    assert "“1310”" in thought
    assert "“五进”" in BODY
    assert "法规进企业、进学校、进机关、进社区、进农村，" in BODY


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [
        ("实考(38)人", "应考(38)人", "参考率100%"),
        ("合格(38)人", "实考(38)人", "合格率100%"),
        ("优秀(37)人", "实考(38)人", "优秀率97.4%"),
        ("报送备案(1)件", "管理办法》（青应急规〔2024〕1号）(1)件", "备案率100%"),
        ("即办件(318)件", "政务服务办件(426)件", "即办率74.6%"),
        ("网上办理(389)件", "政务服务办件(426)件", "网办率91.3%"),
        ("好评(406)件", "群众评价(408)件", "好评率99.5%"),
        ("持证(26)人", "执法人员(26)人", "持证率100%"),
        ("已整改(1469)处", "发现隐患(1487)处", "整改率98.8%"),
        ("优秀案卷(17)卷", "评查案卷(20)卷", "优秀率85.0%"),
        ("实际出庭(1)件", "应出庭(1)件", "出庭应诉率100%"),
        ("调解成功(10)件", "纠纷(11)件", "调解成功率90.9%"),
        ("合计12件，办结(12)件", "合计(12)件", "办结率100%"),
        ("合计71件，办结(71)件", "合计(71)件", "办结率100%"),
        ("增加(3)件", "上年的(38)件", "增长7.9%"),
    ],
)
def test_rates_follow_from_their_numbers(part: str, whole: str, rate: str) -> None:
    above, below = (Decimal(_only(pattern)) for pattern in (part, whole))
    assert rate in BODY
    written = Decimal(re.sub(r"[^\d.]", "", rate))
    step = Decimal(1).scaleb(int(written.as_tuple().exponent))
    assert (above / below * 100).quantize(step, ROUND_HALF_UP) == written


def test_every_rate_is_checked_above() -> None:
    assert len(re.findall("%", BODY)) == 15


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("政务服务事项(29)项", ["行政许可(11)项", "公共服务(12)项", "其他(6)项"]),
        ("清理行政规范性文件(9)件", ["继续有效(6)件", "修改(1)件、废", "废止(1)件", "失效(1)件"]),
        ("受理(130)件", ["准予许可(127)件", "不予许可(3)件"]),
        ("立案(43)件", ["行政处罚决定(41)件", "其余(2)件正在"]),
        ("行政处罚决定(41)件", ["简易程序(6)件", "普通程序(35)件"]),
        ("发现隐患(1487)处", ["已整改(1469)处", "其余(18)处"]),
        ("行政复议案件(3)件", ["维持(2)件", "终止(1)件"]),
        ("纠纷(11)件", ["调解成功(10)件", "其余(1)件引导"]),
        ("合计(12)件", ["人大代表建议(5)件", "政协委员提案(7)件"]),
        ("合计(71)件", ["热线转办(58)件", "平台接报(9)件", "来信来访(4)件"]),
        ("活动(46)场次", ["进企业(21)", "进学校(8)", "进机关(3)", "进社区(6)", "进农村(8)"]),
        ("评查的(20)卷", ["优秀案卷(17)卷", "有(3)卷说理"]),
        ("行政处罚决定(41)件", ["比上年的(38)件", "增加(3)件"]),
    ],
)
def test_sums(total: str, parts: list[str]) -> None:
    assert int(_only(total)) == sum(int(_only(part)) for part in parts)


def test_disclosure_requests_balance() -> None:
    new, carried, done, left = (int(_only(one)) for one in ("申请(5)件", "结转(1)件", "办结(6)件", "下年(0)件"))
    assert new + carried == done + left


def test_it_was_signed_in_the_year_after_and_before_the_deadline(sample: Report) -> None:
    signed = sample.front.date.day
    assert signed == read_date("2025年1月10日").day
    assert signed is not None
    assert all(signed <= deadline.of(2024) for deadline in GUANGDONG.deadlines)


def test_years_in_the_text_are_the_reports_and_the_next() -> None:
    assert set(re.findall(r"20\d\d", ALL)) == {"2024", "2025"}


def _only(pattern: str) -> str:
    """The one number that the pattern captures in the text, however often it is there."""
    found = set(re.findall(pattern, BODY))
    assert len(found) == 1, (pattern, found)
    return found.pop()


SMALL = """
[report]
type = "guangdong"
year = 2024
[front]
office = "青溪县应急管理局"
date = "2025-01-10"
[[section]]
kind = "other"
heading = "其他"
text = "无。"
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(text: str) -> Path:
        path = tmp_path / "small.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def load(path: Path) -> Report:
    return load_sample(path, GUANGDONG, counting_ids(), lines_as_paragraphs)


def test_front_matter_is_filled_from_the_type(write: Write) -> None:
    report = load(write(SMALL))
    assert report.front.title == "青溪县应急管理局2024年法治政府建设年度报告"
    assert report.front.signatory == "青溪县应急管理局"
    assert [section.heading for section in report.sections] == ["其他"]
    assert report.attachments == ()


def test_the_sample_has_its_shape_with_any_reader() -> None:
    report = load(SAMPLE)
    assert [section.kind for section in report.sections] == [section.id for section in GUANGDONG.sections]
    assert len(report.attachments) == 2


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("[report", "(file)", "Expected"),
        ("", "[report]", "应是一节（表）"),
        (SMALL + "[colour]", "(top)", "不认识的键 colour"),
        (SMALL.replace("guangdong", "gansu"), "[report]", "type = “gansu” 不是 guangdong"),
        (SMALL.replace("year = 2024", "year = '2024'"), "[report]", "year 应为整数"),
        (SMALL.replace("year = 2024", "years = 2024"), "[report]", "不认识的键 years"),
        (SMALL.replace("office =", "ofice ="), "[front]", "不认识的键 ofice"),
        (SMALL.replace("2025-01-10", "2025年2月30日"), "[front]", "date = “2025年2月30日” 不是一个日期"),
        (SMALL.replace('"2025-01-10"', "2025-01-10"), "[front]", "date 应为文字"),
        (SMALL.replace('"other"', '"others"'), "[[section]] 1", "kind 应为报告类型里的一节：meetings、"),
        (SMALL + "colour = 1", "[[section]] other", "不认识的键 colour"),
        (SMALL.replace('"无。"', "1"), "[[section]] other", "text 应为文字"),
        (SMALL + "[[section]]\nkind = 'plans'\nplans = '甲'", "[[section]] plans", "plans 应为列表"),
        (SMALL + "[[section]]\nkind = 'plans'\nplans = [1]", "[[section]] plans", "plans 应为文字"),
        (SMALL + "[[section]]\nkind = 'shortfalls'\npairs = 1", "[[section]] shortfalls pairs", "应是一节（表）"),
        (
            SMALL + "[[section]]\nkind = 'shortfalls'\npairs = { joined = 1 }",
            "[[section]] shortfalls pairs",
            "joined 应为 true 或 false",
        ),
        (
            SMALL + "[[section]]\nkind = 'shortfalls'\npairs = { rows = [{ couse = '' }] }",
            "[[section]] shortfalls pairs rows 1",
            "不认识的键 couse",
        ),
        (SMALL + "[attachment]", "[[attachment]]", "双方括号"),
        (SMALL + "[[attachment]]\ntext = '无'", "[[attachment]] 1", "title 应为文字"),
        (SMALL + "[[attachment]]\ntitel = '无'", "[[attachment]] 1", "不认识的键 titel"),
    ],
)
def test_errors_name_file_place_and_key(write: Write, text: str, place: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load(write(text))
    assert (caught.value.file, caught.value.place) == ("small.toml", place)
    assert problem in caught.value.problem


def test_a_kind_that_a_sample_cannot_hold_is_named(tmp_path: Path) -> None:
    openness = load_type(Path(__file__).parent / "data" / "openness.toml")
    path = tmp_path / "small.toml"
    path.write_text(
        "[report]\ntype = 'openness'\nyear = 2024\n[[section]]\nkind = 'requests'\nreceived = '1'\n", "utf-8"
    )
    with pytest.raises(TemplateError, match="received 的 kind = number 还不能写在示例报告里"):
        load_sample(path, openness, counting_ids(), lines_as_paragraphs)
