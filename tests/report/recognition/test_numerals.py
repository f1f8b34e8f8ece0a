"""Written numbers and their exact values."""

import pytest

from report.recognition.numerals import as_written, numerals
from report.recognition.units import unit_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理1,126件", ["1126"]),
        ("检查1，126家次", ["1126"]),
        ("1,234,567.50元", ["1234567.50"]),
        ("９９．５％", ["99.5"]),
        ("90.0%", ["90.0"]),
        ("260.5529万元", ["260.5529"]),
        ("2024，126件", ["2024", "126"]),
        ("分别为1，2，3件", ["1", "2", "3"]),
        ("百分之九十五点五", ["95.5"]),
        ("百分之百", ["100"]),
        ("百分之98.5", ["98.5"]),
        ("一百二十三人", ["123"]),
        ("一万二千三百份", ["12300"]),
        ("两次", ["2"]),
        ("三亿零五百万元", ["305000000"]),
        ("二〇二四年", []),
        ("五一、三五成群", []),
        ("440099190001010002", []),
    ],
)
def test_values(text: str, expected: list[str]) -> None:
    assert [as_written(one.value) for one in numerals(text)] == expected


@pytest.mark.parametrize(
    ("text", "written", "more"),
    [
        ("余条意见", "条", "余"),
        ("万余人次，", "万人次", "余"),
        ("余万元", "万元", "余"),
        ("辆（个）非法", "辆(个)", ""),
        ("辆(个)", "辆(个)", ""),
        ("千克柴油", "千克", ""),
        ("个百分点", "个百分点", ""),
        ("万平方米。", "万平方米", ""),
        ("家以上", "家", "以上"),
        ("％，", "%", ""),
        ("万。", "万", ""),
        ("起诉讼案件", "起", ""),
        ("名单位负责人", "名", ""),
    ],
)
def test_units(text: str, written: str, more: str) -> None:
    unit = unit_at(text, 0)
    assert unit is not None
    assert (unit.written, unit.more) == (written, more)


@pytest.mark.parametrize(
    "text", ["项目", "名单", "人大代表", "户外广告", "起草", "条例", "部门", "年", "月", "号", "", "热线"]
)
def test_no_units(text: str) -> None:
    assert unit_at(text, 0) is None
