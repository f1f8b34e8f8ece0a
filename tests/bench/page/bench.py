"""Measure the page: `make bench ARGS=page`. A line a bar, then whether all are kept."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from exports.pdf import lines
from exports.pdf.export import export_pdf
from exports.pdf.faces import bundled_faces
from report.compose import compose
from report.content import Paragraph
from report.document import Closing, Document, Place, Prose
from report.report import TEXT_FIELD, Report
from resources import resource
from tests.bench.page.processes import Run, memory, paired, ratio
from tests.bench.page.texts import OFFICE, YEAR, blocks, copies, report_text
from ui.commands.sources import Wanted, load_source

_COLD_ROUNDS, _LONG_ROUNDS, _WARM_ROUNDS = 9, 3, 15
_MOMENT = datetime(2025, 1, 6, tzinfo=UTC)
_RARE = "犇骉羴猋鑫森淼焱垚磊晶品众從壵"
"""A character new to the page for each warm round."""
_COPIES, _TEN_PAGES, _THOUSAND_PAGES = 100, 1, 125


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: what, its figure, the bar, what was measured beside it."""

    what: str
    figure: float
    bar: float
    told: str

    def __str__(self) -> str:
        kept = "  " if self.figure <= self.bar else "!!"
        return f"page {kept} {self.what:56} {self.figure:7.2f}  (bar {self.bar:g})  {self.told}"


def main() -> bool:
    """Print the table; whether every bar is kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = [*_warm(folder), *_cold(folder), *_long(folder), *_growth(folder), _paragraph()]
    for line in found:
        print(line)
    return all(line.figure <= line.bar for line in found)


def _commands(folder: Path, text: str, name: str) -> dict[str, Sequence[str]]:
    """How each sets the text, file to file."""
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    ours = ("export", str(path), "-o", str(folder / "ours.pdf"), "--office", OFFICE, "--year", str(YEAR))
    return {
        "ours": ("main.py", *ours),
        "forgetful": ("-m", "tests.bench.page.ours", *ours),
        "typst": ("-m", "tests.bench.page.peer_typst", str(path), str(folder / "typst.pdf")),
        "paragraph": ("-m", "tests.bench.page.peer_paragraph", str(path), str(folder / "paragraph.pdf")),
    }


def _seconds(runs: dict[str, list[Run]]) -> str:
    return ", ".join(f"{name} {median(run.seconds for run in found):.2f} s" for name, found in runs.items())


def _cold(folder: Path) -> list[Line]:
    commands = _commands(folder, report_text(), "once")
    del commands["forgetful"]
    runs = paired(commands, _COLD_ROUNDS)
    sizes = [(folder / f"{name}.pdf").stat().st_size for name in ("ours", "typst")]
    most = [memory(runs[name]) for name in ("ours", "typst")]
    return [
        Line("cold process, file to file / Typst", ratio(runs, "ours", "typst"), 1.5, _seconds(runs)),
        Line("cold process, file to file / Paragraph", ratio(runs, "ours", "paragraph"), 0.6, ""),
        Line("peak memory / Typst", most[0] / most[1], 1.0, f"{most[0]:.0f} and {most[1]:.0f} MiB"),
        Line("file size / Typst", sizes[0] / sizes[1], 1.1, f"{sizes[0]} and {sizes[1]} bytes"),
    ]


def _long(folder: Path) -> list[Line]:
    commands = _commands(folder, copies(report_text(), _COPIES), "long")
    del commands["paragraph"]
    runs = paired(commands, _LONG_ROUNDS)
    most = [memory(runs[name]) for name in ("ours", "typst")]
    return [
        Line(f"{_COPIES} times the text, cold / Typst", ratio(runs, "ours", "typst"), 1.3, _seconds(runs)),
        Line("the same, nothing remembered / Typst", ratio(runs, "forgetful", "typst"), 1.3, ""),
        Line("its peak memory / Typst", most[0] / most[1], 1.0, f"{most[0]:.0f} and {most[1]:.0f} MiB"),
    ]


def _growth(folder: Path) -> list[Line]:
    most: list[float] = []
    for count in (_TEN_PAGES, _THOUSAND_PAGES):
        commands = _commands(folder, copies(report_text(), count), f"growth{count}")
        most.append(memory(paired({"ours": commands["ours"]}, 1)["ours"]))
    told = f"{most[0]:.0f} to {most[1]:.0f} MiB"
    return [Line("memory from some 8 to 1,000 pages, MiB", most[1] - most[0], 40, told)]


def _warm(folder: Path) -> list[Line]:
    """An export after an edit in a process that has exported before, from the report to the bytes."""
    from tests.bench.page import peer_typst

    path = folder / "warm.txt"
    path.write_text(report_text(), "utf-8")
    source = load_source(Wanted(str(path), None, YEAR, OFFICE, None))
    typ = folder / "warm.typ"
    paragraphs = blocks(report_text())
    typ.write_bytes(peer_typst.source(paragraphs))
    maker = peer_typst.compiler(typ)

    def ours(added: str) -> float:
        edited = _edited(source.report, added)
        start = perf_counter()
        export_pdf(compose(source.type, edited), bundled_faces(resource("fonts")), _MOMENT)
        return perf_counter() - start

    def theirs(added: str) -> float:
        index = len(paragraphs) // 2
        kind, text = paragraphs[index]
        typ.write_bytes(peer_typst.source([*paragraphs[:index], (kind, text + added), *paragraphs[index + 1 :]]))
        start = perf_counter()
        peer_typst.compiled(maker)
        return perf_counter() - start

    return [
        _warm_line("warm, after an edit / Typst", ours, theirs, lambda number: "的" * (number + 1), 1.0),
        _warm_line("warm, after an edit with a new character / Typst", ours, theirs, _RARE.__getitem__, 3.0),
    ]


def _warm_line(
    what: str,
    ours: Callable[[str], float],
    theirs: Callable[[str], float],
    added: Callable[[int], str],
    bar: float,
) -> Line:
    for once in (ours, theirs):
        once("")
    pairs = [(ours(added(number)), theirs(added(number))) for number in range(_WARM_ROUNDS)]
    own, other = (median(times) * 1e3 for times in zip(*pairs, strict=True))
    return Line(what, median(one / another for one, another in pairs), bar, f"{own:.1f} and {other:.1f} ms")


def _edited(report: Report, added: str) -> Report:
    """The report with something typed at the end of a paragraph in its middle."""
    section = report.sections[len(report.sections) // 2]
    place = next(
        number for number, block in enumerate(section.text) if isinstance(block, Paragraph) and not block.level
    )
    blocks = list(section.text)
    block = blocks[place]
    assert isinstance(block, Paragraph)
    blocks[place] = replace(block, text=block.text + added)
    return report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, tuple(blocks)))


def _paragraph() -> Line:
    """One paragraph of 40,000 characters against the same text in 80 of 500."""
    text = (copies(report_text().replace("\n", ""), 12).replace("\n", ""))[:40_000]
    assert len(text) == 40_000
    place = Place("s")
    whole = Document("", "", (Prose(text, place),), Closing())
    parts = tuple(Prose(text[start : start + 500], place) for start in range(0, len(text), 500))
    parted = Document("", "", parts, Closing())
    faces = bundled_faces(resource("fonts"))

    def once(document: Document) -> float:
        lines._break.cache_clear()
        start = perf_counter()
        export_pdf(document, faces, _MOMENT)
        return perf_counter() - start

    for made in (whole, parted):
        once(made)
    pairs = [(once(whole), once(parted)) for _ in range(7)]
    one, other = (median(times) * 1e3 for times in zip(*pairs, strict=True))
    figure = median(first / second for first, second in pairs)
    return Line("40,000 characters in one paragraph / in eighty", figure, 2.0, f"{one:.0f} and {other:.0f} ms")
