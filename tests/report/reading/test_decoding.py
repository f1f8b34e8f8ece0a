"""Bytes → text, and files that are no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.errors import TooMuchText, UnreadableSource
from report.reading.decoding import SIZE_LIMIT, decode

TEXT = "一、2024年度推进法治政府建设的主要举措和成效：𠮷 𬭎\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_with_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ""


def test_a_stray_nul_does_not_make_it_binary() -> None:
    assert decode("法治\0政府建设".encode()) == "法治\0政府建设"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04....xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04....", "archive"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "doc"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(100), "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"\xef\xbb\xbf\xff\xff", "encoding"),
        (b"\x81\xff abc", "encoding"),
        (codecs.BOM_UTF16_LE + b"a", "encoding"),
    ],
)
def test_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as error:
        decode(data)
    assert error.value.reason == reason


def test_too_much() -> None:
    with pytest.raises(TooMuchText) as error:
        decode(b"a" * (SIZE_LIMIT + 1))
    assert (error.value.size, error.value.limit) == (SIZE_LIMIT + 1, SIZE_LIMIT)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decode(data)
    except UnreadableSource:
        return
