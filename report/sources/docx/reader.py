"""A Word file → manuscript."""

from typing import Final

from report.errors import UnreadableSource
from report.reading.manuscript import Manuscript, ManuscriptBuilder
from report.reading.recognise import LINE_LIMIT
from report.reading.rules import Rule
from report.sources.docx.body import BodyReader
from report.sources.docx.numbering import Numbering
from report.sources.docx.styles import Styles
from report.sources.docx.values import attribute, child
from report.sources.docx.words import plain_text
from report.sources.markup import Element, name_of, parse_xml
from report.sources.package import Package

_MAIN_TYPES: Final = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_OTHER_TYPES: Final = (("spreadsheetml", "xlsx"), ("presentationml", "pptx"))
_PARTS: Final = ("styles", "numbering", "footnotes", "endnotes")


def read_docx(data: bytes) -> Manuscript:
    """What a Word file shows, in its order.

    Raises UnreadableSource (macros, xlsx, pptx, not-word, and what the package and its XML raise) and TooMuchText.
    """
    package = Package(data)
    main = _main_part(package)
    body = child(parse_xml(package.read(main)), "body")
    if body is None:
        raise UnreadableSource("not-word")
    related = _related(package, main)
    parts = {kind: _root(package, related.get(kind, [])) for kind in _PARTS}
    styles = Styles(parts["styles"])
    builder = ManuscriptBuilder(LINE_LIMIT)
    reader = BodyReader(builder, styles, Numbering(parts["numbering"], styles.lists()), _notes(parts))
    reader.read(body)
    for kind in ("header", "footer"):
        for name in related.get(kind, []):
            text = plain_text(parse_xml(package.read(name))).strip()
            if any(char.isalpha() for char in text):
                builder.remark(Rule.PAGE_HEAD, text)
    return builder.manuscript()


def _main_part(package: Package) -> str:
    """The part with the text. Raises UnreadableSource for macros and for files that are not Word's."""
    types = package.read("[Content_Types].xml")
    if not types:
        raise UnreadableSource("archive" if not _looks_like_office(package) else "damaged")
    root = parse_xml(types)
    kinds = {attribute(one, "PartName") or "": attribute(one, "ContentType") or "" for one in root}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()) or any(
        name.lower().endswith("vbaproject.bin") for name in package.names
    ):
        raise UnreadableSource("macros")
    for part, kind in kinds.items():
        if kind.endswith(_MAIN_TYPES):
            return part.lstrip("/")
    for word, reason in _OTHER_TYPES:
        if any(word in kind for kind in kinds.values()):
            raise UnreadableSource(reason)
    raise UnreadableSource("not-word")


def _looks_like_office(package: Package) -> bool:
    return any(name.startswith("word/") for name in package.names)


def _related(package: Package, main: str) -> dict[str, list[str]]:
    """Names of the parts that the main part refers to, by kind; what lies outside of the file is not among them."""
    folder, _slash, file = main.rpartition("/")
    data = package.read(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    found: dict[str, list[str]] = {}
    for one in parse_xml(data) if data else ():
        if attribute(one, "TargetMode") == "External":
            continue
        kind = (attribute(one, "Type") or "").rpartition("/")[2]
        target = attribute(one, "Target") or ""
        name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}" if folder else target
        found.setdefault(kind, []).append(name)
    return found


def _root(package: Package, names: list[str]) -> Element | None:
    data = package.read(names[0]) if names else b""
    return parse_xml(data) if data else None


def _notes(parts: dict[str, Element | None]) -> dict[tuple[str, str], str]:
    """Texts of footnotes and endnotes by kind and id."""
    found: dict[tuple[str, str], str] = {}
    for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes")):
        root = parts[part]
        for one in root if root is not None else ():
            if name_of(one) == kind:
                found[kind, attribute(one, "id") or ""] = plain_text(one).strip()
    return found
