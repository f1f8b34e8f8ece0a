"""Writes lexicon.txt, the words that are known to be words: `make words`.

Each line has the words of one beginning: all their characters but the last, a tab, the last characters. They are the
words of the dictionary of jieba that are not rare in it. With `--check`
nothing is written; the exit code is 1 when the file is not what it would be.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

LEXICON = Path(__file__).parent / "lexicon.txt"
LEAST = {2: 5, 3: 20, 4: 20}
"""How often a word of so many characters was counted in the texts that the dictionary was made of, at least."""


def lines() -> str:
    """The words by their beginnings."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in dictionary().splitlines():
        text, count, *_sort = word.split(" ")
        if int(count) >= LEAST.get(len(text), sys.maxsize) and all("\u4e00" <= char <= "\u9fff" for char in text):
            found[text[:-1]].append(text[-1])
    return "".join(f"{head}\t{''.join(sorted(last))}\n" for head, last in sorted(found.items()))


def dictionary() -> str:
    """The dictionary: a word, its count and its sort in a line."""
    package = find_spec("jieba")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("jieba")
    return Path(package.origin).with_name("dict.txt").read_text("utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Writes or checks the words."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the words are stale")
    text = lines()
    if not parser.parse_args(arguments).check:
        LEXICON.write_text(text, encoding="utf-8", newline="\n")
    elif not LEXICON.exists() or LEXICON.read_text("utf-8") != text:
        sys.stderr.write(f"stale: {LEXICON.name} (make words)\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
