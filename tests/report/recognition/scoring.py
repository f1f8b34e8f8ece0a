"""Precision and recall of what is found in a text against a key."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

from report.compose import attachment_pages, preface_pieces, section_pieces
from report.document import Place, Prose
from report.identity import counting_ids
from report.loader import load_types
from report.reading.recognise import read_report
from report.recognition.numerals import as_written, numerals
from report.recognition.report_numbers import Recognised, recognise
from report.report import Report
from report.template import ReportType
from resources import resource
from tests.report.recognition.corpus_reader import Passage, read_corpus


@dataclass(frozen=True)
class Expected:
    """A count of a key: the line it stands in (from 0), value, unit; `optional` ones may be found or not."""

    line: int
    value: str
    unit: str
    implied: bool = False
    optional: bool = False
    name: str = ""
    quote: str = ""


@dataclass
class Score:
    """How many were right; what was not, and what was matched to an indicator, as lines to read."""

    right: int = 0
    found: int = 0
    expected: int = 0
    named: int = 0
    matched: int = 0
    misses: list[str] = field(default_factory=list)
    matches: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Score") -> "Score":
        self.right += other.right
        self.found += other.found
        self.expected += other.expected
        self.named += other.named
        self.matched += other.matched
        self.misses += other.misses
        self.matches += other.matches
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    def __str__(self) -> str:
        figures = f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        matched = f"; indicators {self.matched} of {self.named}" if self.named else ""
        return f"{figures} ({self.right} of {self.expected}, {self.found} found){matched}"


@cache
def names_of_indicators() -> dict[str, set[str]]:
    """What a key may call each indicator: its name, in full or as the sheet has it, or one of its aliases."""
    catalogues = [one.catalogue for one in load_types(resource("templates"))]
    return {
        one.id: {one.name, one.label.removeprefix("其中："), *one.aliases}
        for catalogue in catalogues
        for one in catalogue.indicators
    }


def plain_unit(unit: str) -> str:
    """A unit without what only says more than that many."""
    return unit.replace("余", "").replace("多", "").replace("（", "(").replace("）", ")").replace("％", "%")


def score(expected: Sequence[Expected], found: Iterable[tuple[int, Recognised]], lines: Sequence[str]) -> Score:
    """Each expected count against one that was found in its line."""
    result = Score()
    left = list(expected)
    for line, one in found:
        match = next((want for want in left if _same(want, line, one)), None)
        if match is None:
            result.found += 1
            result.misses.append(f"+ {line + 1}: {one.value} {one.unit}{' (zero)' * one.implied} 「{one.quote}」")
            continue
        left.remove(match)
        if match.name:
            result.named += 1
            is_matched = one.indicator is not None and match.name in names_of_indicators()[one.indicator]
            result.matched += is_matched
            if not is_matched:
                result.misses.append(
                    f"= {line + 1}: {match.name} is {one.indicator or 'own'} {one.name} 「{one.quote}」"
                )
        elif one.indicator:
            result.matches.append(f"? {line + 1}: {one.name} {one.value} {one.unit} 「{one.quote}」")
        if not match.optional:
            result.found += 1
            result.right += 1
    wanted = [one for one in left if not one.optional]
    result.expected = result.right + len(wanted)
    result.misses += [
        f"- {one.line + 1}: {one.value} {one.unit}{' (zero)' * one.implied} 「{one.quote or lines[one.line][:30]}」"
        for one in wanted
    ]
    return result


def _same(want: Expected, line: int, one: Recognised) -> bool:
    if want.line != line or want.implied != one.implied or Decimal(want.value) != Decimal(one.value):
        return False
    return want.implied or plain_unit(want.unit) == plain_unit(one.unit)


def found_in(text: str) -> list[tuple[int, Recognised]]:
    """What is recognised in a whole report given as text, each with the line of the text where it stands."""
    types = load_types(resource("templates"))
    reading = read_report(text, types, new_id=counting_ids())
    report_type = next(one for one in types if one.id == reading.report.type.id)
    lines = re.split("\r\n|\n|\r", text)
    printed = _printed(report_type, reading.report)
    return [
        (_line_of(lines, one, printed), one) for one in recognise(report_type, reading.report, report_type.catalogue)
    ]


def _printed(report_type: ReportType, report: Report) -> dict[Place, str]:
    runs = [preface_pieces(report), *(section_pieces(report_type, report, one) for one in report.sections)]
    runs += [page.pieces for page in attachment_pages(report)]
    return {piece.place: piece.text for run in runs for piece in run if isinstance(piece, Prose)}


def _line_of(lines: Sequence[str], one: Recognised, printed: dict[Place, str]) -> int:
    """The line that holds the block; marks that the import widened are left out of account."""
    block = _bare(one.quote if one.row >= 0 else printed[one.place])
    return next((number for number, line in enumerate(lines) if block and block in _bare(line)), -1)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def cases(folder: Path) -> Iterator[tuple[str, str, list[Expected]]]:
    """The keyed reports: name, text, what is to be found."""
    for key in sorted(folder.glob("*.key.json")):
        name = key.name.removesuffix(".key.json")
        wanted = json.loads(key.read_text("utf-8"))["indicators"]
        yield (
            name,
            (folder / f"{name}.txt").read_text("utf-8"),
            [
                Expected(
                    one["line"] - 1,
                    one["value"],
                    one["unit"],
                    implied=one.get("implicit", False),
                    optional=one.get("optional", False),
                    quote=one["quote"],
                )
                for one in wanted
            ],
        )


def invented(path: Path) -> tuple[str, list[Expected]]:
    """An invented report as text, and its key."""
    lines = [path.read_text("utf-8").partition("\n")[0].removeprefix("# ") + "2024年度法治政府建设情况报告"]
    expected: list[Expected] = []
    heading = ""
    for passage in read_corpus(path):
        if passage.heading != heading:
            heading = passage.heading
            lines.append(heading)
        expected += _keyed(passage, len(lines))
        lines += passage.text.split("\n")
    return "\n".join(lines), expected


def _keyed(passage: Passage, first: int) -> Iterator[Expected]:
    for number in passage.numbers:
        line = first + passage.text.count("\n", 0, number.start)
        value = next(numerals(number.written)).value
        for _ in range(number.count):
            around = passage.text[max(0, number.start - 16) : number.start + 12].replace("\n", " ")
            yield Expected(line, as_written(value), number.unit, False, number.optional, number.name, around)
    for zero in passage.zeros:
        line = first + passage.text.count("\n", 0, zero.start)
        for _ in range(zero.count):
            yield Expected(line, "0", "件", implied=True, quote=passage.text[zero.start : zero.end])


def published(seed: Path) -> tuple[str, list[Expected]]:
    """The published report and its indicators; a number that names two of them is expected twice."""
    rows = [line.split("\t") for line in (seed.parent / "seed_numbers.tsv").read_text("utf-8").splitlines()[1:]]
    expected: list[Expected] = []
    for row in rows:
        if row[4] == "指标":
            wanted = Expected(int(row[1]) - 1, row[3], row[7], quote=row[9])
            expected += [wanted] * (2 if "一数两指标" in row[6] or "合格率(一数两" in row[6] else 1)
    text = seed.read_text("utf-8")
    lines = text.splitlines()
    expected.append(Expected(13, "6", "位", quote="六位专业人士"))
    expected += [Expected(line, "0", "件", implied=True, optional=True) for line in range(len(lines)) for _ in range(4)]
    return text, expected


def scored(text: str, expected: Sequence[Expected]) -> Score:
    """The score of one keyed report."""
    return score(expected, found_in(text), re.split("\r\n|\n|\r", text))
