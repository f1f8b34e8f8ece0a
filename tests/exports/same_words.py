"""Random reports in every format: the words must be the same. A short run is a test, 1,000 are `make faults`."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from random import Random
from types import MappingProxyType

from exports.formats import Format, rendered
from exports.text import export_text
from report.compose import Copy, compose
from report.content import Attachment, Block, Paragraph, Table, WrittenDate
from report.document import Document, Grid
from report.exchange import report_from_json
from report.numbering import Scheme
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef
from report.sources.docx.reader import read_docx
from report.template import ReportType
from tests.exports.pdf.reading import page_lines
from tests.report.builders import make_type

MOMENT = datetime(2026, 1, 19, 2, 34, tzinfo=UTC)
_PHRASES = (
    *(
        "全年开展执法检查612家次",
        "，",
        "。",
        "；",
        "、",
        "《关于印发〈管理办法〉的通知》",
        "（青府〔2024〕3号）",
        "“放管服”改革",
    ),
    *(
        "𠮷安渡街道",
        "石㙍镇",
        "郗　喆",
        "260.5529万元",
        "12.4%",
        "GB/T 9704",
        "a<b>c</b>&amp;",
        "https://example.cn/a?b=1",
    ),
    *(
        "一是",
        "1.",
        "（一）",
        "2024—2025年",
        "——",
        "……",
        "·",
        "『引』",
        "①",
        "3/4",
        "-5℃",
        "'单'",
        '"双"',
        "tab\t字",
        "  空格  ",
    ),
)


class _Words(HTMLParser):
    """The words of a page's body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._inside = self._inside or tag == "body"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words.append(data)


class _Maker:
    """Makes reports of random length and random phrases."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._next = 0

    def report(self, kind: ReportType) -> Report:
        """A report of a type, with everything that one may have."""
        front = Front(
            title=self._text(1, 6).replace("\t", ""),
            office="青溪县应急管理局",
            addressee=self._random.choice(["", "县委、县政府："]),
            document_number=self._random.choice(["", "青应急〔2025〕3号"]),
            signer=self._random.choice(["", "梁堃"]),
            signatory=self._random.choice(["", "青溪县应急管理局"]),
            date=self._random.choice([WrittenDate(), WrittenDate("2025年1月10日", date(2025, 1, 10))]),
            contact=self._random.choice(["", "联系人：某某，0000-5550123"]),
            copy_to=self._random.choice(["", "县委全面依法治县委员会办公室"]),
            printer=self._random.choice(["", "青溪县应急管理局办公室"]),
        )
        return Report(
            "r1",
            TypeRef(kind.id, kind.edition, kind.hash),
            2024,
            front,
            self._random.choice(list(Scheme)),
            self._blocks(3),
            tuple(self._section(one.id) for one in kind.sections),
            tuple(Attachment(self._id(), self._text(1, 3), self._blocks(4)) for _ in range(self._random.randrange(3))),
        )

    def _section(self, kind: str) -> Section:
        values = MappingProxyType({TEXT_FIELD: self._blocks(8)})
        return Section(self._id(), self._text(1, 3), kind, 1.0, None, values)

    def _blocks(self, most: int) -> tuple[Block, ...]:
        return tuple(self._block() for _ in range(self._random.randrange(most + 1)))

    def _block(self) -> Block:
        if self._random.random() < 0.15:
            columns = self._random.randrange(1, 6)
            rows = tuple(tuple(self._text(0, 3) for _ in range(columns)) for _ in range(self._random.randrange(1, 8)))
            return Table(self._id(), rows, min(len(rows), self._random.randrange(2)), self._text(0, 2))
        text = self._text(1, self._random.choice([4, 40]))
        return Paragraph(self._id(), text, self._random.choice([0, 0, 0, 2, 3, 4]))

    def _text(self, least: int, most: int) -> str:
        return "".join(self._random.choice(_PHRASES) for _ in range(self._random.randint(least, most)))

    def _id(self) -> str:
        self._next += 1
        return f"b{self._next}"


def differences(seed: int) -> Iterator[str]:
    """Which formats of the random report of that seed say something else; none when all is well."""
    kind = make_type()
    report = _Maker(seed).report(kind)
    for copy in (Copy.SUBMISSION, Copy.PUBLIC):
        document = compose(kind, report, copy)
        wanted = _squeezed(export_text(document).decode())
        html = rendered(Format.HTML, document, report, MOMENT).decode()
        if _squeezed("".join(_Words(html).words)) != wanted:
            yield f"{seed} {copy.value}: html"
        if _squeezed(read_docx(rendered(Format.DOCX, document, report, MOMENT)).text) != wanted:
            yield f"{seed} {copy.value}: docx"
        again = report_from_json(rendered(Format.JSON, document, report, MOMENT))
        if again != report or compose(kind, again, copy) != document:
            yield f"{seed} {copy.value}: json"
        pages = page_lines(rendered(Format.PDF, replace(document, draft=False), report, MOMENT))
        if missing := _missing(export_text(document).decode(), "".join("".join(page) for page in pages), document):
            yield f"{seed} {copy.value}: pdf: {missing}"


def _missing(text: str, printed: str, document: Document) -> str:
    """The first line that the print lacks, or what it has beyond them but for heads of tables that it repeats."""
    printed, at, beyond = _squeezed(printed), 0, ""
    for line in map(_squeezed, text.split("\n")):
        found = printed.find(line, at)
        if found < 0:
            return line
        beyond += printed[at:found]
        at = found + len(line)
    beyond += printed[at:]
    for head in _heads(document):
        beyond = beyond.replace(head, "")
    return beyond


def _heads(document: Document) -> Sequence[str]:
    pieces = [*document.body, *(piece for page in document.attachments for piece in page.pieces)]
    heads = {_squeezed("".join(map("".join, one.rows[: one.head_rows]))) for one in pieces if isinstance(one, Grid)}
    return sorted(heads - {""}, key=len, reverse=True)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def main(count: int = 1_000) -> bool:
    """That many random reports; prints what differs."""
    began = time.monotonic()
    found = [one for seed in range(count) for one in differences(seed)]
    for one in found[:20]:
        print(" ", one)
    print(f"formats: {count:,} random reports, {len(found)} differences; {time.monotonic() - began:.0f} s")
    return not found
