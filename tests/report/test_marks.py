"""Half-width marks of Chinese text become full-width; everything else stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.marks import widen


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("我局,认真;履职:好!吗?", "我局，认真；履职：好！吗？"),
        ("(每桶10L)", "（每桶10L）"),
        ("办法(试行)》", "办法（试行）》"),
        ("清洁剂(L)", "清洁剂（L）"),
        ("(L)清洁剂", "（L）清洁剂"),
        ("(试行）", "（试行）"),
        ("二)强化", "二）强化"),
        ("(二 强化", "（二 强化"),
        ("回复率100%;监察", "回复率100%；监察"),
        ("100,其中", "100，其中"),
        ("5,,中", "5，，中"),
        ("联系人:a.b@c.cn,电话:0598-1", "联系人：a.b@c.cn，电话：0598-1"),
        ("见https://a.cn/x?b=1,2:(3)。好,的", "见https://a.cn/x?b=1,2:(3)。好，的"),
    ],
)
def test_widened(text: str, wide: str) -> None:
    assert widen(text) == wide


@pytest.mark.parametrize(
    "text",
    ["1,234.5万元", "10:30开会", "比例1:1000", "1.规范", "A, B; C (D)", "f(x)=1", "100%,98%", "PM2.5,O3", "好。", ""],
)
def test_untouched(text: str) -> None:
    assert widen(text) == text


def test_published_report_has_161(seed: Path) -> None:
    text = seed.read_text("utf-8")
    assert sum(before != after for before, after in zip(text, widen(text), strict=True)) == 161


@given(st.text(st.sampled_from("中文a1 ,;:!?()（），“”%.@\n"), max_size=40))
def test_length_stays_and_twice_is_once(text: str) -> None:
    wide = widen(text)
    assert len(wide) == len(text)
    assert widen(wide) == wide
