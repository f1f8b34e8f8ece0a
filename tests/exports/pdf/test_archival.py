"""The file keeps the rules of PDF/A-2u (ISO 19005-2) that apply to what is written here: read back with pikepdf.

A check of our own, not a certificate. Where Debian's PDFBox is installed, its Preflight judges a PDF/A-1b variant that
only this test makes: part 1 asks for a CIDSet and version 1.4, the rest is the same.
"""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object, Stream

from exports.pdf.export import export_pdf
from exports.pdf.faces import Faces
from report.document import Closing, Document
from tests.exports.pdf.documents import document, everything, prose

MOMENT = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)
_JAVA = Path("/usr/share/java")
_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
_XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@pytest.fixture(
    scope="module", params=["everything", "empty", "draft", "lacking"], ids=["everything", "empty", "draft", "lacking"]
)
def written(request: pytest.FixtureRequest, faces: Faces) -> bytes:
    made = {
        "everything": everything(),
        "empty": Document("", "", (), Closing()),
        "draft": document(prose("草稿的正文。"), draft=True),
        "lacking": document(prose("没有字形：😀\ue000。\u200b看不见\ufeff的。"), title="<题>&\u0007\uffff"),
    }
    return export_pdf(made[request.param], faces, MOMENT)


@pytest.fixture
def opened(written: bytes, tmp_path: Path) -> pikepdf.Pdf:
    path = tmp_path / "file.pdf"
    path.write_bytes(written)
    return pikepdf.open(path)


def fonts(file: pikepdf.Pdf) -> list[Object]:
    return [one for one in file.objects if isinstance(one, Dictionary) and one.get("/Subtype") == "/Type0"]


def test_header_and_trailer(written: bytes, opened: pikepdf.Pdf) -> None:
    lines = written.split(b"\n", 2)
    assert lines[0] == b"%PDF-1.7"
    assert lines[1][:1] == b"%"
    assert all(byte > 127 for byte in lines[1][1:5])
    first, second = (bytes(one) for one in opened.trailer.ID)  # type: ignore[attr-defined]
    assert first == second
    assert len(first) == 16
    assert "/Encrypt" not in opened.trailer
    assert written.endswith(b"%%EOF\n")


def test_streams_end_with_a_line_end_and_use_allowed_filters(written: bytes, opened: pikepdf.Pdf) -> None:
    assert len(re.findall(rb"\nendstream", written)) == written.count(b"endstream")
    for one in opened.objects:
        if isinstance(one, Stream):
            assert one.get("/Filter") in (None, Name.FlateDecode)
            assert not {"/F", "/FFilter", "/FDecodeParms"} & set(one.keys())
            assert one.read_bytes() is not None


def test_the_catalogue_says_language_colours_and_metadata(opened: pikepdf.Pdf) -> None:
    root = opened.Root
    assert str(root.Lang) == "zh-CN"
    (intent,) = root.OutputIntents  # type: ignore[misc]
    assert intent.S == "/GTS_PDFA1"
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[12:20] == b"mntrRGB "
    assert profile[36:40] == b"acsp"
    assert intent.DestOutputProfile.N == 3
    assert "/Filter" not in root.Metadata
    assert not {"/AA", "/OpenAction", "/OCProperties", "/NeedsRendering", "/Requirements"} & set(root.keys())
    assert "/JavaScript" not in str(root.get("/Names", ""))


def test_xmp_says_the_same_as_the_information(opened: pikepdf.Pdf) -> None:
    tree = ElementTree.fromstring(
        opened.Root.Metadata.read_bytes().decode("utf-8").split("?>", 1)[1].rsplit("<?", 1)[0]
    )
    found = {
        path: (tree.findtext(path, None, _XMP) or "")
        for path in (
            ".//pdfaid:part",
            ".//pdfaid:conformance",
            ".//dc:title//rdf:li",
            ".//xmp:CreateDate",
            ".//xmp:ModifyDate",
            ".//xmp:CreatorTool",
            ".//pdf:Producer",
            ".//dc:creator//rdf:li",
        )
    }
    assert (found[".//pdfaid:part"], found[".//pdfaid:conformance"]) == ("2", "U")
    information = opened.docinfo
    assert found[".//dc:title//rdf:li"].strip() == re.sub(r"[\x00-\x1f]", "", str(information.Title)).strip()
    assert found[".//dc:creator//rdf:li"] == str(information.get("/Author", ""))
    assert found[".//xmp:CreatorTool"] == str(information.Creator)
    assert found[".//pdf:Producer"] == str(information.Producer)
    assert found[".//xmp:CreateDate"] == found[".//xmp:ModifyDate"] == "2025-01-06T08:30:00Z"
    assert str(information.CreationDate) == str(information.ModDate) == "D:20250106083000Z"


def test_every_font_is_embedded_with_unicode_values(opened: pikepdf.Pdf) -> None:
    assert fonts(opened)
    assert not [one for one in opened.objects if isinstance(one, Dictionary) and one.get("/Subtype") == "/Type1"]
    for font in fonts(opened):
        (descendant,) = font.DescendantFonts  # type: ignore[misc]
        descriptor = descendant.FontDescriptor
        assert str(descendant.BaseFont) == str(descriptor.FontName)
        assert re.match(r"/[A-Z]{6}\+", str(descendant.BaseFont))
        assert ("/FontFile2" in descriptor) != ("/FontFile3" in descriptor)
        assert font.Encoding == "/Identity-H"
        if descendant.Subtype == "/CIDFontType2":
            assert "/CIDToGIDMap" in descendant
        points = [
            bytes.fromhex(value.decode()).decode("utf-16-be", "surrogatepass")
            for value in re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]+)>", font.ToUnicode.read_bytes())
        ]
        assert points
        assert not {"\x00", "\ufeff", "\ufffe"} & set(points)


def test_shown_codes_have_a_glyph_and_a_unicode_value(opened: pikepdf.Pdf) -> None:
    """6.2.11.7.2 and 6.2.11.8: what is shown has a Unicode value and is never .notdef."""
    known = {
        f"/F{name[2:]}" if name.startswith("/F") else name: set(
            re.findall(rb"<([0-9A-F]{4})> <", font.ToUnicode.read_bytes())
        )
        for name, font in opened.pages[0].Resources.Font.items()  # type: ignore[attr-defined]
    }
    for page in opened.pages:
        font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) in ("Tj", "TJ"):
                shown = operands[0] if str(operator) == "TJ" else operands
                codes = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
                for start in range(0, len(codes), 2):
                    code = codes[start : start + 2]
                    assert code != b"\x00\x00"
                    assert code.hex().upper().encode() in known[font]


def test_content_uses_only_what_is_allowed(opened: pikepdf.Pdf) -> None:
    """No transparency, no image, no inherited surprise; colours are grey and RGB."""
    text, other = (
        {"BT", "ET", "Tm", "Tc", "Tf", "Tj", "TJ", "Tz", "BDC", "EMC"},
        {"q", "Q", "RG", "rg", "g", "w", "m", "l", "S"},
    )
    for page in opened.pages:
        found = {str(one.operator) for one in pikepdf.parse_content_stream(page)}
        assert found <= text | other
        assert not {"/Group", "/Annots", "/AA", "/PresSteps"} & set(page.obj.keys())
        assert [float(one) for one in page.MediaBox] == pytest.approx([0, 0, 595.276, 841.89], abs=0.01)  # type: ignore


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(written)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def as_1b(file: pikepdf.Pdf, path: Path) -> None:
    """Save as PDF/A-1b: another part in the XMP, version 1.4, a CIDSet for each font."""
    packet = file.Root.Metadata.read_bytes()
    packet = packet.replace(b"<pdfaid:part>2<", b"<pdfaid:part>1<").replace(b"conformance>U<", b"conformance>B<")
    file.Root.Metadata = file.make_indirect(Stream(file, packet, Type=Name.Metadata, Subtype=Name.XML))
    for font in fonts(file):
        (descendant,) = font.DescendantFonts  # type: ignore[misc]
        codes = [int(code, 16) for code in re.findall(rb"<([0-9A-F]{4})> <", font.ToUnicode.read_bytes())]
        bits = bytearray(max(codes) // 8 + 1)
        for code in (0, *codes):
            bits[code // 8] |= 0x80 >> code % 8
        descendant.FontDescriptor.CIDSet = file.make_indirect(Stream(file, bytes(bits)))
    file.save(
        path, force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False
    )


def preflight(path: Path) -> str:
    jars = ":".join(str(_JAVA / f"{jar}.jar") for jar in _JARS)
    done = subprocess.run(
        ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("java") is None or not all((_JAVA / f"{jar}.jar").exists() for jar in _JARS),
    reason="PDFBox Preflight is not installed",
)
def test_preflight_accepts_the_1b_variant(opened: pikepdf.Pdf, tmp_path: Path) -> None:
    variant = tmp_path / "1b.pdf"
    as_1b(opened, variant)
    assert "is a valid PDF/A-1b file" in preflight(variant)
    with pikepdf.open(variant, allow_overwriting_input=True) as broken:
        del broken.Root.OutputIntents
        broken.save(variant)
    assert "is a valid" not in preflight(variant)
