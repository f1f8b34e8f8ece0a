"""Keeps the English catalogue in step with the sentences of the program: `make catalogues`.

Message ids are the Chinese sentences in the code, so Chinese needs no catalogue. This collects them, adds
new ones to en/LC_MESSAGES/chengbao.po, drops those that are gone, and compiles chengbao.mo. With `--check`
nothing is written: whatever is stale, untranslated or fuzzy is named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "en" / "LC_MESSAGES"
PO = FOLDER / "chengbao.po"
MO = FOLDER / "chengbao.mo"
PROJECT = "chengbao"
# Files that hold sentences, and how Babel reads them.
FILES = ("main.py", "ui/**.py", "exports/**.py", "storage/**.py", "report/**.py", "resources/*.py")
METHODS = [(pattern, "python") for pattern in FILES]
# _ translates at once; N_ marks a sentence of a table, translated where it is used.
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# The same files for the same sentences, whenever they are made.
_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def collect(root: Path) -> Catalog:
    """The sentences of the program, in the order of the files."""
    template = Catalog(project=PROJECT, creation_date=_DATE, charset="utf-8")
    found = extract_from_dir(root, METHODS, keywords=KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True)
    for _file, _line, sentence, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        template.add(sentence, auto_comments=comments, context=context)
    return template


def read() -> Catalog:
    """The committed English catalogue, or an empty one before the first run."""
    if not PO.exists():
        return Catalog(locale="en", project=PROJECT, creation_date=_DATE, revision_date=_DATE, charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def updated(catalogue: Catalog, template: Catalog) -> Catalog:
    """The catalogue with exactly the sentences of the template; nothing is guessed, nothing obsolete kept."""
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = _DATE
    catalogue.fuzzy = False
    catalogue.header_comment = "# English sentences of 呈报. Message ids are the Chinese sentences in the code."
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file, without places in the code: they would change with every edit."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, no_location=True, omit_header=False, sort_output=False)
    return out.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _strings(value: object) -> list[str]:
    """A message id or string, which is a pair where there is a plural, as a list."""
    if isinstance(value, str):
        return [value]
    return [str(part) for part in cast("Iterable[object]", value or ()) if part is not None]


def _fields(text: str) -> set[str]:
    """The names of the {placeholders} in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def problem_of(catalogue: Catalog, message: Message) -> str:
    """What is wrong with one entry: not translated, only guessed, or other placeholders; "" when nothing is."""
    english = _strings(message.string)
    if not english or not all(english):
        return "untranslated"
    if message.fuzzy:
        return "fuzzy"
    wanted = set[str]().union(*map(_fields, _strings(message.id)))
    try:
        if any(not _fields(text) <= wanted for text in english) or not wanted <= _fields(english[-1]):
            return "other placeholders"
    except ValueError:
        return "braces do not match"
    return "; ".join(str(error) for error in message.check(catalogue))


def unfinished(catalogue: Catalog) -> Iterator[str]:
    """One line for each sentence whose English is not finished."""
    for message in catalogue:
        problem = problem_of(catalogue, message) if message.id else ""
        if problem:
            yield f"{problem}: {_strings(message.id)[0]}"


def check(catalogue: Catalog) -> list[str]:
    """What keeps the committed files from being current and complete."""
    wanted = {PO: po_bytes(catalogue), MO: mo_bytes(catalogue)}
    stale = [path for path, data in wanted.items() if not path.exists() or path.read_bytes() != data]
    lines = [f"stale: {path.name} (make catalogues)" for path in stale]
    return [*lines, *unfinished(catalogue)]


def main(arguments: list[str] | None = None) -> int:
    """Writes or checks the catalogue; what is left to translate goes to stderr."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on stale, missing or fuzzy entries")
    only_check = parser.parse_args(arguments).check
    catalogue = updated(read(), collect(ROOT))
    if not only_check:
        FOLDER.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(po_bytes(catalogue))
        MO.write_bytes(mo_bytes(catalogue))
    problems = check(catalogue)
    sys.stderr.writelines(f"{line}\n" for line in problems)
    return 1 if only_check and problems else 0


if __name__ == "__main__":
    sys.exit(main())
