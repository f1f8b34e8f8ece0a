"""Numbers that lead a line, and what only looks like one."""

import pytest

from report.reading.leading import Form, read_lead

NUMBERS = [
    ("一、主要", Form.HAN, 1, "一、"),
    ("一.主要", Form.HAN, 1, "一."),
    ("十二．主要", Form.HAN, 12, "十二．"),
    ("一 、主要", Form.HAN, 1, "一 、"),
    ("二、三项制度", Form.HAN, 2, "二、"),
    ("一、一年来工作", Form.HAN, 1, "一、"),
    ("（一）主要", Form.HAN_BRACKET, 1, "（一）"),
    ("(十一) 主要", Form.HAN_BRACKET, 11, "(十一)"),
    ("（二）、主要", Form.HAN_BRACKET, 2, "（二）、"),
    ("㈢主要", Form.HAN_BRACKET, 3, "㈢"),
    ("二）主要", Form.HAN_BRACKET, 2, "二）"),
    ("（三 主要", Form.HAN_BRACKET, 3, "（三"),
    ("（一、主要", Form.HAN_BRACKET, 1, "（一、"),
    ("1. 主要", Form.ARABIC, 1, "1."),
    ("１．主要", Form.ARABIC, 1, "１．"),
    ("2、主要", Form.ARABIC, 2, "2、"),
    ("1.2024年，我局", Form.ARABIC, 1, "1."),
    ("1.12345热线", Form.ARABIC, 1, "1."),
    ("⒉主要", Form.ARABIC, 2, "⒉"),
    ("（1）主要", Form.ARABIC_BRACKET, 1, "（1）"),
    ("1)主要", Form.ARABIC_BRACKET, 1, "1)"),
    ("(12）主要", Form.ARABIC_BRACKET, 12, "(12）"),
    ("⑵主要", Form.ARABIC_BRACKET, 2, "⑵"),
    ("第一部分 主要", Form.PART, 1, "第一部分"),
    ("第二章、主要", Form.PART, 2, "第二章、"),
]
FALSE_FRIENDS = [
    "2024年，我局",
    "1.5万元罚款",
    "12345热线",
    "一是强化",
    "第一，强化",
    "（一）至（三）项",
    "（一）、（二）项",
    "（一）项规定",
    "一、二季度",
    "一、二、三产业",
    "三、四线城市",
    "10.5公里",
    "3.15消费者权益日",
    "12·4国家宪法日",
    "一方面",
    "1、2月份",
    "3、4月份",
    "（2024年）",
    "①开展巡查",
    "第一部分是",
    "一",
    "",
]


@pytest.mark.parametrize(("text", "form", "value", "source"), NUMBERS, ids=[one[0] for one in NUMBERS])
def test_numbers(text: str, form: Form, value: int, source: str) -> None:
    lead = read_lead(text)
    assert lead is not None
    assert (lead.form, lead.value, lead.source) == (form, value, source)
    assert not text[lead.end :].startswith((" ", "\u3000"))


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends(text: str) -> None:
    assert read_lead(text) is None


def test_weak_numbers_say_so() -> None:
    weak = [read_lead(text) for text in ("二 加强执法", "二，加强执法", "1.2024年春节")]
    assert all(lead and lead.weak for lead in weak)
