"""Precision and recall of recognition: `python -m tests.report.recognition.measure cases|dev|held`.

`--misses` prints what was missed or found in vain, `--matches` which indicators the counts were taken for.

The held-out paragraphs give their totals only: whoever read their misses would write rules for them.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.report.recognition.scoring import Score, cases, invented, published, scored

CORPUS = Path(__file__).parent / "corpus"


def main(arguments: Sequence[str]) -> int:
    """Print the figures of one set."""
    names = [one for one in arguments if not one.startswith("--")]
    misses, matches = "--misses" in arguments, "--matches" in arguments
    if names not in (["cases"], ["dev"], ["held"]) or ((misses or matches) and names == ["held"]):
        print(__doc__)
        return 2
    total = Score()
    for name, one in _scores(names[0]):
        if names != ["held"]:
            print(f"{name}: {one}")
        if misses:
            print("\n".join(one.misses))
        if matches:
            print("\n".join(one.matches))
        total += one
    print(f"{names[0]}: {total}")
    return 0


def _scores(name: str) -> Sequence[tuple[str, Score]]:
    if name != "cases":
        return [(path.stem, scored(*invented(path))) for path in sorted(CORPUS.glob(f"{name}_*.txt"))]
    shared = Path(os.environ["CHENGBAO_SHARED"])
    seed = next((shared / "seed").glob("000_*.txt"))
    found = [(case, scored(text, expected)) for case, text, expected in cases(shared / "dev-cases")]
    return [*found, ("published", scored(*published(seed)))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
