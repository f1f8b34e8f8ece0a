"""Old Word files, by whatever program the machine has."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report.errors import UnreadableSource
from report.reading.manuscript import Manuscript
from report.reading.recognise import read_report
from tests.report.sources.test_variants import OWN, TYPES, outline, pieces
from tests.report.sources.word_files import paragraph, table, word_file
from ui.importing import conversion
from ui.importing.reading import read_source

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


@pytest.fixture(scope="module", params=["doc", "rtf", "odt", "xml:MS Word 2003 XML", "fodt", "uot"])
def old_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The report as another word processor keeps it."""
    folder = tmp_path_factory.mktemp("old")
    body = "".join(paragraph(one) if isinstance(one, str) else table(one) for one in pieces(OWN))
    (folder / "a.docx").write_bytes(word_file(body))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", request.param, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    return (folder / f"a.{request.param.partition(':')[0]}").read_bytes()


@pytest.mark.slow
@office
def test_an_old_file_reads_as_the_text(old_file: bytes) -> None:
    found = read_source(old_file)
    assert isinstance(found, Manuscript)
    assert outline(read_report(found, TYPES)) == outline(read_report(OWN, TYPES))


@pytest.mark.slow
@office
@pytest.mark.skipif(shutil.which("antiword") is None, reason="needs antiword")
def test_antiword_reads_the_text(old_file: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    if not old_file.startswith(b"\xd0\xcf"):
        pytest.skip("antiword reads .doc only")
    real = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: real(name) if name == "antiword" else None)
    found = read_source(old_file)
    assert isinstance(found, Manuscript)
    assert outline(read_report(found, TYPES)) == outline(read_report(OWN, TYPES))


@pytest.mark.parametrize(
    ("data", "reason"), [(OLD, "doc"), (b"{\\rtf1 x}", "rtf"), (b"PK\x03\x04" + bytes(26) + b"mimetype", "damaged")]
)
def test_without_a_program_the_sentence_says_how_to_save(
    data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(UnreadableSource) as error:
        read_source(data)
    assert error.value.reason == reason


@pytest.mark.skipif(sys.platform == "win32", reason="a script as program")
@pytest.mark.parametrize(("script", "reason"), [("exit 1", "damaged"), ("sleep 30 & sleep 30", "too-heavy")])
def test_a_program_that_fails_or_hangs(
    script: str, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(program))
    monkeypatch.setattr(conversion, "_SECONDS", 1)
    with pytest.raises(UnreadableSource) as error:
        conversion.converted(OLD)
    assert error.value.reason == reason


def test_the_text_that_antiword_draws() -> None:
    assert conversion._cells("|领域 |检查 |") == "领域\t检查"
    assert conversion._cells("一、|不是表格") == "一、|不是表格"
