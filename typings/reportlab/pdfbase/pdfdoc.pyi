# The part of reportlab.pdfbase.pdfdoc that this program uses; the library has no types of its own.

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Value: TypeAlias = "PDFObject | bytes | str | int | float"

class PDFObject: ...

class PDFObjectReference(PDFObject):
    name: str
    def format(self, document: PDFDocument) -> bytes: ...

class PDFString(PDFObject):
    def __init__(self, s: str) -> None: ...

class PDFDictionary(PDFObject):
    dict: dict[str, Value]
    def __init__(self, dict: Mapping[str, Value] | None = None) -> None: ...
    def __setitem__(self, name: str, value: Value) -> None: ...
    def __getitem__(self, a: str) -> Value: ...

class PDFArray(PDFObject):
    def __init__(self, sequence: Iterable[Value]) -> None: ...

class PDFArrayCompact(PDFArray): ...

class PDFStream(PDFObject):
    content: bytes | None
    def __init__(self, dictionary: PDFDictionary | None = None, content: bytes | None = None) -> None: ...
    def format(self, document: PDFDocument) -> bytes: ...

class PDFPages(PDFObject):
    pages: list[PDFObject]
    def addPage(self, page: PDFObject) -> None: ...

class PDFCatalog(PDFObject):
    __NoDefault__: Iterable[str]
    __Refs__: Iterable[str]
    Pages: PDFPages
    Lang: PDFObject
    Metadata: PDFObject
    OutputIntents: PDFObject
    Outlines: PDFObject | None
    ViewerPreferences: PDFObject

class PDFDocument(PDFObject):
    Catalog: PDFCatalog
    Pages: PDFPages
    info: PDFObject
    _ID: bytes | None
    def __init__(
        self, *, compression: int = ..., invariant: int = ..., pdfVersion: tuple[int, int] = ..., lang: str | None = ...
    ) -> None: ...
    def Reference(self, obj: PDFObject, name: str | None = None) -> PDFObjectReference: ...
    def format(self) -> bytes: ...

def PDFName(data: str) -> str: ...
