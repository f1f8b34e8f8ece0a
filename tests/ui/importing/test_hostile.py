"""Files made to harm, damaged or of another kind: one sentence each, in time, and the next good file is read."""

import base64
import gc
import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest

from report.errors import TooMuchText, UnreadableSource
from report.reading.manuscript import Manuscript
from tests.report.sources.word_files import archive, paragraph, part, run, table, word_file
from ui.importing import reading
from ui.importing.reading import read_source
from ui.sentences import sentence

GOOD = word_file(paragraph("一、总体情况"))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def with_document(xml: str | bytes) -> bytes:
    data = xml.encode() if isinstance(xml, str) else xml
    return word_file("", extra={}) if not data else _changed({"word/document.xml": data})


def _changed(changes: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    return archive(files | changes)


def _doubled() -> bytes:
    written = io.BytesIO(GOOD)
    with zipfile.ZipFile(written, "a") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr("word/document.xml", part("document", f"<w:body>{paragraph('第二份')}</w:body>"))
    return written.getvalue()


def _nested(depth: int) -> bytes:
    return word_file("<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth)


def _encrypted_zip() -> bytes:
    data = bytearray(GOOD)
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
        if data[at : at + 4] == b"PK\x03\x04":
            data[at + 6] |= 1
    return bytes(data)


def _expanding() -> str:
    steps = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "啊">{steps}]><w:document>&e9;</w:document>'


def _letter() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "a@example.org", "报告"
    letter.set_content("见附件。")
    letter.add_alternative("<p>见附件。</p>", subtype="html")
    letter.add_attachment(GOOD, maintype="application", subtype="octet-stream", filename="报告.docx")
    return letter.as_bytes()


def _web_archive(page: bytes, charset: str) -> bytes:
    head = f"MIME-Version: 1.0\nContent-Type: text/html; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    return head.encode() + base64.encodebytes(b"<html><body>" + page)


def _nested_letters(depth: int) -> bytes:
    heads = (f'Content-Type: multipart/related; boundary="{at}"\n\n--{at}\n' for at in range(depth))
    return b"MIME-Version: 1.0\n" + "".join(heads).encode()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "zeros": (lambda: bytes(4_000), "empty"),
    "bomb of equal letters": (lambda: word_file(paragraph("A" * 300_000_000)), "too-large"),
    "bomb beside the text": (
        lambda: word_file(paragraph("字"), extra={"word/media/x.png": bytes(1 << 29)}),
        "too-large",
    ),
    "3 million paragraphs": (lambda: word_file(paragraph("甲") * 3_000_000), "too-large"),
    "outside entity": (
        lambda: with_document(
            '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
        ),
        "doctype",
    ),
    "expanding entities": (lambda: with_document(_expanding()), "doctype"),
    "document type in another encoding": (
        lambda: with_document('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d><d/>'.encode("utf-16")),
        "doctype",
    ),
    "macros": (lambda: word_file(paragraph("字"), main=MACRO_TYPE), "macros"),
    "macros under a false type": (lambda: word_file(paragraph("字"), extra={"word/vbaProject.bin": b"x"}), "macros"),
    "encrypted": (lambda: ENCRYPTED, "encrypted"),
    "encrypted archive": (_encrypted_zip, "encrypted"),
    "cut in half": (lambda: GOOD[: len(GOOD) // 2], "damaged"),
    "damaged inside": (lambda: GOOD[:200] + b"\xff" * 60 + GOOD[260:], "damaged"),
    "broken markup": (lambda: with_document("<w:document><w:body>"), "damaged"),
    "no text part": (lambda: archive({"[Content_Types].xml": b"<Types/>"}), "not-word"),
    "no body": (lambda: with_document(part("document", "")), "not-word"),
    "upwards": (lambda: _changed({"../../evil.txt": b"x"}), "unsafe-names"),
    "absolute": (lambda: _changed({"/etc/evil": b"x"}), "unsafe-names"),
    "a drive": (lambda: _changed({"C:\\evil": b"x"}), "unsafe-names"),
    "two of a name": (_doubled, "duplicate-parts"),
    "5,000 nested tables": (lambda: _nested(5_000), "too-deep"),
    "another archive": (lambda: archive({"a.txt": b"x"}), "archive"),
    "a sheet": (lambda: archive({"[Content_Types].xml": _types("spreadsheetml.sheet.main+xml"), "xl/a": b""}), "xlsx"),
    "slides": (lambda: archive({"[Content_Types].xml": _types("presentationml.main+xml"), "ppt/a": b""}), "pptx"),
    "print": (lambda: b"%PDF-1.7 x", "pdf"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "noise": (lambda: bytes(range(256)) * 40, "binary"),
    "compound without a name": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "damaged"),
    "an empty page archive": (lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mail"),
    "a letter": (_letter, "mail"),
    "5,000 nested letters": (lambda: _nested_letters(5_000), "too-deep"),
    "a page of an unknown encoding": (lambda: _web_archive(b"\xff\xff\xfe\xfe" * 20, "no-such"), "encoding"),
    "a printed layout": (lambda: archive({"OFD.xml": b"<x/>"}), "ofd"),
    "other markup": (lambda: b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "not-word"),
    "5,000 nested elements": (lambda: b"<html><body>" + b"<div>" * 5_000 + b"x", "too-deep"),
    "a page of scripts": (lambda: b"<html><script>1</script></html>", "no-text"),
    "another program's data": (lambda: b'{"format": "x", "a": 1}', "no-report"),
    "nested data": (lambda: b'{"format":' + b"[" * 200_000 + b"}", "no-report"),
    "endless numbers": (lambda: b'{"format": ' + b"9" * 5_000 + b"}", "no-report"),
    "doubled names": (lambda: b'{"format": 1, "format": 2}', "no-report"),
}


def _types(kind: str) -> bytes:
    return f'<Types><Override PartName="/a" ContentType="application/vnd.x.{kind}"/></Types>'.encode()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(name: str) -> None:
    make, reason = HOSTILE[name]
    data = make()
    began = time.monotonic()
    with pytest.raises(UnreadableSource) as error:
        read_source(data)
    assert error.value.reason == reason
    assert time.monotonic() - began < 20
    told = sentence(error.value, "报告.docx")
    assert told.startswith("“报告.docx”")
    assert told.count("。") in (1, 2)
    del data
    gc.collect()


def test_too_many_paragraphs_are_counted() -> None:
    body = "".join(paragraph(f"第{at}段{at * 7919 % 100_003}") for at in range(60_000))
    with pytest.raises(TooMuchText):
        read_source(word_file(body))


def test_what_stays_within_the_limits_is_read() -> None:
    """Deep tables, long tables, control characters, wild attributes."""
    deep = read_source(_nested(40))
    assert isinstance(deep, Manuscript)
    assert deep.text.strip() == "底"
    long = read_source(word_file(table([[f"{row}", "数"] for row in range(2_000)])))
    assert isinstance(long, Manuscript)
    assert len(long.text.split("\n")) == 2_000
    wild = '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="x"/></w:numPr><w:outlineLvl w:val="-3"/>'
    odd = read_source(word_file(paragraph(run("字"), wild) + paragraph("<w:r><w:sym w:char='zz'/></w:r>")))
    assert isinstance(odd, Manuscript)
    assert odd.text.strip() == "字"


def test_after_a_hostile_file_the_next_good_one_is_read() -> None:
    with pytest.raises(UnreadableSource):
        read_source(_nested(5_000))
    found = read_source(GOOD)
    assert isinstance(found, Manuscript)
    assert found.text == "一、总体情况"


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(UnreadableSource) as error:
        read_source(GOOD)
    assert error.value.reason == "too-heavy"


@pytest.mark.skipif(sys.platform == "win32", reason="only the clock bounds a reader there")
@pytest.mark.parametrize(
    ("deed", "wanted"),
    [("bytearray(2_000_000_000)", b"MemoryError"), ("open('x', 'wb', 0).write(b'x' * 100)", b"File too large")],
)
def test_the_reader_has_limits_of_its_own(deed: str, wanted: bytes, tmp_path: Path) -> None:
    """Memory, and files that it may not write."""
    root = str(Path(reading.__file__).parents[2])
    code = f"import sys; sys.path.insert(0, {root!r})\nfrom report.sources.__main__ import limit\nlimit()\n{deed}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, check=False)
    assert wanted in done.stderr


def test_many_elements_are_read_or_refused_in_time() -> None:
    """Seventeen million bytes of empty runs, not compressed: small enough for every limit of the package."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            body = f"<w:body><w:p>{'<w:r/>' * 2_800_000}</w:p></w:body>"
            target.writestr(name, part("document", body) if name == "word/document.xml" else source.read(name))
    began = time.monotonic()
    with suppress(UnreadableSource):
        read_source(written.getvalue())
    assert time.monotonic() - began < 25
