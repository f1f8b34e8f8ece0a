"""The same page in Typst: `python -m tests.bench.page.peer_typst TEXT OUT.pdf` sets a text file once."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import typst  # pyright: ignore[reportMissingImports] - only benchmarks need it

from tests.bench.page.texts import OFFICE, TITLE, YEAR, blocks

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_BODY, _LEVEL_1, _LEVEL_2, _SONG = "FandolFang R", "Noto Sans SC", "LXGW WenKai", "Noto Serif SC"
_HEAD = f"""
#set document(title: "{TITLE}")
#let pitch = 225mm / 22
#let folio() = context {{
  let page-number = counter(page).get().first()
  let shown = "— " + str(page-number) + " —"
  set text(font: "{_SONG}", size: 14pt, tracking: 0pt)
  v(7mm)
  if calc.odd(page-number) {{ align(right, pad(right: 14pt, shown)) }} else {{ align(left, pad(left: 14pt, shown)) }}
}}
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), footer-descent: 0pt, footer: folio())
#set text(font: "{_BODY}", size: 16pt, lang: "zh", region: "cn", tracking: 156mm / 28 - 16pt,
  cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em, costs: (orphan: 0%, widow: 0%))
#set par(leading: pitch - 16pt, spacing: pitch - 16pt, justify: true, first-line-indent: (amount: 2em, all: true))
#show heading: set block(above: pitch - 16pt, below: pitch - 16pt)
#show heading: it => par(it.body)
#show heading.where(level: 1): set text(font: "{_LEVEL_1}", size: 16pt, weight: "regular")
#show heading.where(level: 2): set text(font: "{_LEVEL_2}", size: 16pt, weight: "regular")
#align(center, text(font: "{_SONG}", size: 22pt, weight: "bold", tracking: 0pt)[{TITLE}])
"""
_END = f"""
#align(right, pad(right: 2em)[{OFFICE}])

#align(right, pad(right: 4em)[{YEAR + 1}年1月6日])
"""
_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\#$*_`<>@=~[]/"})
_BEFORE = {"level 1": "= ", "level 2": "== ", "plain": ""}


def source(paragraphs: Iterable[tuple[str, str]]) -> bytes:
    """The Typst source of a report."""
    return "\n\n".join([_HEAD, *(_BEFORE[kind] + text.translate(_MARKS) for kind, text in paragraphs), _END]).encode()


def compiler(path: Path) -> typst.Compiler:
    """A compiler of that file with the shipped fonts and no others."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(path), font_paths=fonts)


def compiled(maker: typst.Compiler) -> bytes:
    """The PDF, without the tags that ours has not either."""
    return cast("bytes", maker.compile(format="pdf", pdf_tags=False))


def main(text: str, target: str) -> None:
    """Set a text file once."""
    path = Path(target).with_suffix(".typ")
    path.write_bytes(source(blocks(Path(text).read_text("utf-8"))))
    Path(target).write_bytes(compiled(compiler(path)))


if __name__ == "__main__":
    main(*sys.argv[1:])
