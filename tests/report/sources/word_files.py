"""Word files made by hand, so that tests say exactly what stands in them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KINDS = {
    "document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "styles": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    "numbering": "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
    "footnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "header": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of words."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def part(name: str, content: str) -> bytes:
    """A part of the file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'.encode()


def numbered(level: int, list_id: int = 1) -> str:
    """What makes a paragraph an entry of a list; levels count from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def lists(*definitions: Sequence[tuple[str, str]], numbers: str = "") -> str:
    """The numbering part: of each definition the form and pattern of its levels; list n uses the n-th."""
    made = ""
    for at, levels in enumerate(definitions):
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for level, (form, pattern) in enumerate(levels)
        )
        made += f'<w:abstractNum w:abstractNumId="{at}">{inner}</w:abstractNum>'
    uses = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(definitions))
    )
    return made + uses + numbers


OFFICIAL = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
"""The numbers of an official document."""


def word_file(
    body: str, parts: Mapping[str, str] | None = None, *, extra: Mapping[str, bytes] | None = None, main: str = ""
) -> bytes:
    """A .docx with that body; `parts` are the contents of further parts, `extra` whole files, `main` another type."""
    contents = {"document": f"<w:body>{body}</w:body>", **(parts or {})}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main if name == "document" and main else _KINDS[name]}"/>'
        for name in contents
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATION}{name}" Target="{name}.xml"/>'
        for at, name in enumerate(contents)
        if name != "document"
    )
    roots = {"header": "hdr"}
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types">{types}</Types>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r" Type="{_RELATION}officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (f'<Relationships xmlns="{_PACKAGE}relationships">{relations}</Relationships>'),
    }
    made: dict[str, bytes] = {name: text.encode() for name, text in files.items()}
    made |= {f"word/{name}.xml": part(roots.get(name, name), content) for name, content in contents.items()}
    return archive(made | dict(extra or {}))


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return written.getvalue()
