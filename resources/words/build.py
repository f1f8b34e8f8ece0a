"""Writes pinyin.tsv, by which indicators are found from letters: `make words`.

One line a character: the character, a tab, its readings without tones, the usual one first. It has the characters
of names and aliases in indicators.toml and the common ones (the first 3,500 of 通用规范汉字表), so that what a report
names itself is found, too. With `--check` nothing is written; the exit code is 1 when the file is not what it would be.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from pypinyin import Style, pinyin

from resources import resource

TABLE = Path(__file__).parent / "pinyin.tsv"
INDICATORS = resource("templates", "indicators.toml")
STANDARD = resource("fonts", "standard-characters.txt")
COMMON = 3500
"""How many characters the first of the three levels of 通用规范汉字表 has; the file has them in its order."""


def characters() -> list[str]:
    """The characters that the table has, in the order of their code points."""
    common = "".join(STANDARD.read_text("utf-8").split())[:COMMON]
    named = (char for text in texts(tomllib.loads(INDICATORS.read_text("utf-8"))) for char in text)
    return sorted(set(common) | {char for char in named if "\u3400" <= char <= "\u9fff"})


def texts(catalogue: dict[str, Any]) -> Iterable[str]:
    """The names and aliases of a catalogue of indicators."""
    for group in cast("list[dict[str, Any]]", catalogue.get("group", [])):
        for one in cast("list[dict[str, Any]]", group.get("indicator", [])):
            yield from (str(one["name"]), str(one.get("short", "")), *map(str, one.get("aliases", [])))


def table(wanted: Iterable[str]) -> str:
    """The lines of these characters; one that nobody reads has none."""
    found = ((char, readings(char)) for char in wanted)
    return "".join(f"{char}\t{' '.join(read)}\n" for char, read in found if read)


def readings(char: str) -> list[str]:
    """The readings of a character in plain letters, v for ü."""
    (found,) = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore") or [[]]
    return list(dict.fromkeys(found))


def main(arguments: list[str] | None = None) -> int:
    """Writes or checks the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the table is stale")
    text = table(characters())
    if not parser.parse_args(arguments).check:
        TABLE.write_text(text, encoding="utf-8", newline="\n")
    elif not TABLE.exists() or TABLE.read_text("utf-8") != text:
        sys.stderr.write(f"stale: {TABLE.name} (make words)\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
