"""Whatever the text, reading ends soon and loses nothing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.identity import counting_ids
from report.reading.recognise import read_blocks, read_report
from tests.report.reading.invented import types
from tests.report.reading.test_recognise import block_texts, placed, visible

PIECES = (
    "一、|二、|（一）|(二)|三）|1.|2．|（1）|①|第一部分|主要举措和成效|存在的不足和原因|。|，|;|我局认真履职|2024年|100%|12345|"
    "\n|\n\n|\r\n|\u3000\u3000| |\t|某某局|𠮷|👍|：|<b>&{%|情况报告|（仿宋三号）|— 1 —|来源：某某局"
)
TEXTS = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_visible_character_stays(text: str) -> None:
    assert visible([text]) == visible(placed(read_report(text, types(), new_id=counting_ids())))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_pasted_blocks_keep_every_character(text: str) -> None:
    blocks, notes = read_blocks(text, new_id=counting_ids())
    removed = [one.before for note in notes for one in note.reverts if not one.after]
    assert visible([text]) == visible([part for block in blocks for part in block_texts(block)] + removed)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_report(text, types())


LONG = {
    "one paragraph": "一、主要举措\n" + "法治政府建设" * 6700,
    "many paragraphs": "一、主要举措\n" + "2024年,我局认真落实(试行)各项任务。\n" * 10_000,
    "many sections": "".join(f"{'一二三四五六七八九'[at % 9]}、强化{at}\n（二）好\n" for at in range(10_000)),
    "one line": "2024年,我局认真落实(试行)各项任务,检查企业10家次;罚款1.5万元。" * 60_000,
    "sections in one line": "一、好。" * 420_000,
    "brackets": "(" * 1_000_000,
    "hints": "（宋体宋" * 50_000,
    "white space": "好" + " \u3000\t" * 500_000 + "好",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_text_is_read_in_time(text: str) -> None:
    start = time.perf_counter()
    read_report(text, types())
    assert time.perf_counter() - start < 10
