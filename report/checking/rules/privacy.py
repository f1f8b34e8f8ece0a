"""What must not be published: numbers of identity cards, telephones and bank cards, full names beside cases."""

import re
from collections.abc import Iterator
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule

_IDENTITY: Final = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])"
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_MOBILE: Final = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_CARD: Final = re.compile(r"(?<!\d)(?:\d{4} ?){3,4}\d{1,4}(?!\d)")
_CARD_LENGTHS: Final = range(16, 20)
_HOME: Final = re.compile(
    r"(?:住址|住所|现住|家住|户籍地?|住在)(?:地址)?[：为是]?([^，。；（）]{2,30}?\d+(?:号|栋|幢|单元|室)[\d号栋幢单元室]*)"
)
_SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳"
    "史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈"
    "项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔"
)
_PERSON: Final = re.compile(
    f"(?:当事人|违法行为人|违法嫌疑人|犯罪嫌疑人|被执行人|被处罚人|申请人|被申请人|原告人?|信访人|举报人|投诉人|嫌疑人|第三人|上诉人|被告人?|申请执行人|劳动者|务工人员)"
    f"([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[，。、；（(]|与|和|诉|不服|因|等人|违法|涉嫌|主动|诉|向|未经|擅自)"
)
_NO_NAME: Final = re.compile("某|自|对|不|因|向|的|和|等|应|单位|企业|公司|经营|明确|常|时|满|均|有|权|方|于|及")


@passage_rule("identity-number")
def identity_number(passage: Passage) -> Iterator[Hit]:
    """Eighteen digits whose last one checks the others (GB 11643—1999)."""
    for found in _IDENTITY.finditer(passage.text):
        rest = sum(int(digit) * weight for digit, weight in zip(found[0], _WEIGHTS, strict=False)) % 11
        if "10X98765432"[rest] == found[0][-1].upper():
            yield Hit(start=found.start(), end=found.end(), fix=f"{found[0][:6]}********{found[0][-4:]}")


@passage_rule("mobile-number")
def mobile_number(passage: Passage) -> Iterator[Hit]:
    """Eleven digits of a mobile telephone."""
    for found in _MOBILE.finditer(passage.text):
        digits = re.sub(r"\D", "", found[0])
        yield Hit(start=found.start(), end=found.end(), fix=f"{digits[:3]}****{digits[-4:]}")


@passage_rule("bank-card")
def bank_card(passage: Passage) -> Iterator[Hit]:
    """Sixteen to nineteen digits with the right check digit (ISO/IEC 7812)."""
    for found in _CARD.finditer(passage.text):
        digits = re.sub(r"\D", "", found[0])
        if len(digits) in _CARD_LENGTHS and digits[0] in "3456" and _luhn(digits) and not _IDENTITY.fullmatch(digits):
            yield Hit(start=found.start(), end=found.end(), fix=f"{digits[:4]} **** **** {digits[-4:]}")


@passage_rule("home-address")
def home_address(passage: Passage) -> Iterator[Hit]:
    """Where somebody lives, down to the house."""
    for found in _HOME.finditer(passage.text):
        yield Hit(start=found.start(1), end=found.end(1), fix=re.sub(r"\d+", "**", found[1]))


@passage_rule("person-name")
def person_name(passage: Passage) -> Iterator[Hit]:
    """A full name behind a word for somebody in a case."""
    for found in _PERSON.finditer(passage.text):
        if not _NO_NAME.search(found[1][1:]):
            yield Hit(start=found.start(1), end=found.end(1), words={"fix": found[1][0] + "某"}, fix=found[1][0] + "某")


def _luhn(digits: str) -> bool:
    doubled = [int(one) * (2 if at % 2 else 1) for at, one in enumerate(reversed(digits))]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0
