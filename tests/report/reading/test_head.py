"""The head of a document and its contents find their place; what only looks like them is left where it is."""

import pytest

from report.reading.recognise import Reading, read_report
from tests.report.sources.test_variants import TYPES

TITLE = "某某县教育局关于2025年度法治政府建设情况的报告"
BODY = (
    "2025年，我局认真推进法治政府建设工作，现将有关情况报告如下。",
    "一、2025年法治政府建设主要举措和成效",
    "（一）加强学习。组织学习12次。",
    "二、存在的不足和原因",
    "执法力量不足，原因是编制有限。",
    "三、2026年工作安排",
    "继续加强学习。",
    "某某县教育局",
    "2026年1月6日",
)


def read(*head: str) -> Reading:
    return read_report("\n".join((*head, *BODY)), TYPES)


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        (("某某县教育局文件", "某教字〔2026〕3号", TITLE), "某某县教育局文件"),
        (("某 某 县 教 育 局 文 件", TITLE), "某某县教育局文件"),
        (("000001", "某某县教育局文件", TITLE), "某某县教育局文件"),
        (("某某县教育局", "某教字〔2026〕3号", TITLE), "某某县教育局"),
        (("县政府文件", TITLE), ""),
        (("最新文件", TITLE), ""),
    ],
)
def test_the_red_name_of_the_office(head: tuple[str, ...], mark: str) -> None:
    reading = read(*head, "县政府：")
    front = reading.report.front
    assert (front.issuer_mark, front.title, front.addressee) == (mark, TITLE, "县政府：")
    assert bool(reading.unplaced) is not bool(mark)


@pytest.mark.parametrize("number", ["\t3", "……………3", " 3", ""])
def test_contents_end_where_no_entry_stands(number: str) -> None:
    entries = [f"{BODY[line]}{number}" for line in (1, 3, 5)]
    for between in ((), ("县政府：",)):
        reading = read(TITLE, "目　录", *entries, *between)
        assert len(reading.report.preface) == 1
        assert reading.report.front.addressee == "".join(between)
        assert [one.heading for one in reading.report.sections] == [
            *("2025年法治政府建设主要举措和成效", "存在的不足和原因", "2026年工作安排")
        ]
        assert len(reading.unplaced) == 4
