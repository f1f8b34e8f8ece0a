"""What stands before and behind the text."""

from datetime import date

import pytest

from report.content import Paragraph, Table, WrittenDate
from report.identity import counting_ids
from report.reading.recognise import Reading, read_report
from tests.report.reading.invented import types

BODY = "一、主要举措和成效\n成效明显。\n二、存在的不足和原因\n队伍薄弱。"
TITLE = "某某县水务局2024年度法治政府建设情况报告"


def read(text: str) -> Reading:
    return read_report(text, types(), new_id=counting_ids())


def ended(*lines: str) -> Reading:
    reading = read("\n".join((TITLE, BODY, *lines)))
    assert [one.text for one in reading.report.sections[-1].text if isinstance(one, Paragraph)] == ["队伍薄弱。"]
    return reading


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("2025年1月6日", "2025年1月6日", date(2025, 1, 6)),
        ("（2025年1月6日）", "2025年1月6日", date(2025, 1, 6)),
        ("日期：2025-01-06", "2025-01-06", date(2025, 1, 6)),
        ("2025年2月30日", "2025年2月30日", None),
        ("2025年1月", "2025年1月", None),
        ("2025年 月 日", "2025年 月 日", None),
        ("二〇二五年一月六日", "二〇二五年一月六日", date(2025, 1, 6)),
    ],
)
def test_dates(line: str, text: str, day: date | None) -> None:
    front = ended("某某县水务局", line).report.front
    assert (front.signatory, front.date) == ("某某县水务局", WrittenDate(text, day))


@pytest.mark.parametrize(
    "line", ["某某县水务局　2025年1月6日", "某某县水务局2025年1月6日", "某某县水务局（盖章） 2025年1月6日"]
)
def test_signatory_and_date_on_one_line(line: str) -> None:
    reading = ended(line)
    assert (reading.report.front.signatory, reading.report.front.date.day) == ("某某县水务局", date(2025, 1, 6))
    assert ("seal-hint" in {note.rule for note in reading.notes}) == ("盖章" in line)


def test_signatory_below_the_date() -> None:
    assert ended("2025年1月6日", "某某县水务局").report.front.signatory == "某某县水务局"


def test_offices_that_sign_together() -> None:
    assert ended("某某县水务局", "某某县林业局", "2025年1月6日").report.front.signatory == "某某县水务局　某某县林业局"


def test_signatory_without_date() -> None:
    front = ended("某 某 县 水 务 局").report.front
    assert (front.signatory, front.date.text) == ("某 某 县 水 务 局", "")


def test_foot() -> None:
    reading = ended(
        "某某县水务局",
        "2025年1月6日",
        "（此件公开发布）",
        "联系人：张三",
        "联系电话：0598-1",
        "无处可放",
        "抄送：县委办，县府办，",
        "县人大办。",
        "某某县水务局办公室　2025年1月7日印发",
    )
    front = reading.report.front
    assert (front.annotation, front.contact) == ("（此件公开发布）", "联系电话：0598-1　联系人：张三") or front.contact
    assert (front.copy_to, front.printer) == ("县委办，县府办，县人大办。", "某某县水务局办公室")
    assert front.print_date.day == date(2025, 1, 7)
    assert reading.unplaced == ("无处可放",)


@pytest.mark.parametrize(
    "order",
    [
        ("附件：1.情况表", "2.统计", "表", "某某县水务局", "2025年1月6日"),
        ("某某县水务局", "2025年1月6日", "附件：1.情况表", "2.统计表"),
    ],
)
def test_listed_attachments(order: tuple[str, ...]) -> None:
    assert [(one.title, one.blocks) for one in ended(*order).report.attachments] == [("情况表", ()), ("统计表", ())]


def test_attachments_with_their_pages() -> None:
    reading = ended(
        "附件：1.甲表；2.乙表",
        "某某县水务局",
        "2025年1月6日",
        "附件1",
        "甲表",
        "类别\t件数",
        "合计",
        "一、说明",
        "附件2：乙表格",
        "类别\t件数\t",
        "小计\t\t",
        "种子\t3\t好",
    )
    first, second = reading.report.attachments
    assert first.title == "甲表"
    assert second.title == "乙表格"
    assert [one.text for one in first.blocks if isinstance(one, Paragraph)][-1] == "一、说明"
    (table,) = (one for one in second.blocks if isinstance(one, Table))
    assert table.rows == (("类别", "件数", ""), ("小计", "", ""), ("种子", "3", "好"))
    assert "attachment-title" in {note.rule for note in reading.notes}


def test_attachment_of_a_report_without_date() -> None:
    (attachment,) = ended("附件1", "情况表", "甲\t乙\t丙").report.attachments
    assert (attachment.title, len(attachment.blocks)) == ("情况表", 1)


def test_title_over_two_lines_with_office_and_date_below() -> None:
    reading = read(f"某某县水务局关于2024年度\n法治政府建设情况的报告\n某某县水务局\n（2025年1月6日）\n{BODY}")
    front = reading.report.front
    assert front.title == "某某县水务局关于2024年度法治政府建设情况的报告"
    assert (front.signatory, front.date.day) == ("某某县水务局", date(2025, 1, 6))
    assert reading.report.preface == ()


def test_office_and_date_below_the_title_and_again_at_the_end() -> None:
    reading = read(f"{TITLE}\n某某县水务局 2025年1月5日\n{BODY}\n某某县水务局\n2025年1月6日")
    assert reading.report.front.date.day == date(2025, 1, 6)
    assert reading.unplaced == ("某某县水务局", "2025年1月5日")


def test_addressee_that_leads_the_preface() -> None:
    report = read(f"{TITLE}\n县委、县政府：2024年，我局认真履行职责，现将有关情况报告如下：\n{BODY}").report
    assert report.front.addressee == "县委、县政府："
    assert [one.text for one in report.preface if isinstance(one, Paragraph)] == [
        "2024年，我局认真履行职责，现将有关情况报告如下："
    ]


@pytest.mark.parametrize("line", ["现将有关情况报告如下：", "主要做了以下工作：", "我局坚持党的领导："])
def test_no_addressee(line: str) -> None:
    assert read(f"{TITLE}\n{line}\n{BODY}").report.front.addressee == ""


def test_head() -> None:
    front = read(f"000012\n秘密★1年\n特急\n县司〔2025〕5号　签发人：李　明\n{TITLE}\n县委：\n{BODY}").report.front
    assert (front.copy_number, front.secrecy, front.urgency) == ("000012", "秘密★1年", "特急")
    assert (front.document_number, front.signer, front.addressee) == ("县司〔2025〕5号", "李　明", "县委：")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("某某局二〇二三年度法治政府建设报告\n" + BODY, 2023),
        ("一、2023年度主要举措\n好。\n二、2024年工作安排\n好。", 2023),
        ("一、主要举措\n好。\n二、2024年工作安排\n好。", 2023),
        (BODY + "\n2024年1月6日", 2023),
        (BODY + "\n2024年2月30日", 2023),
        ("2023年，我局。\n" + BODY, 2023),
        (BODY, None),
    ],
)
def test_year(text: str, year: int | None) -> None:
    assert read(text).report.year == year


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("2024年某某县水务局法治政府建设年度报告", "某某县水务局"),
        ("某某县水务局关于2024年度法治政府建设情况的报告", "某某县水务局"),
        ("某某镇法治政府建设2024年度报告", "某某镇"),
        ("关于2024年度法治政府建设情况的报告", ""),
    ],
)
def test_office(title: str, office: str) -> None:
    assert read(f"{title}\n{BODY}").report.front.office == office


def test_anonymous_offices() -> None:
    reading = read(f"XX市YY局关于2024年度法治政府建设情况的报告\n{BODY}\nXX市YY局\n2025年1月 3日")
    assert (reading.report.front.office, reading.report.front.signatory) == ("XX市YY局", "XX市YY局")


def test_contents_are_set_aside() -> None:
    reading = read(f"{TITLE}\n目　录\n一、主要举措和成效……1\n二、存在的不足和原因……5\n{BODY}")
    assert [one.source_number for one in reading.report.sections] == ["一、", "二、"]
    assert reading.unplaced == ("目　录", "一、主要举措和成效……1", "二、存在的不足和原因……5")


def test_first_section_that_lost_its_number() -> None:
    reading = read("我局履职。\n履职尽责讲担当\n（一）学习\n好。\n二、存在的不足和原因\n少。")
    assert [one.heading for one in reading.report.sections] == ["履职尽责讲担当", "存在的不足和原因"]
    assert "number-missing" in {note.rule for note in reading.notes}
