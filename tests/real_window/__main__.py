"""Run what the machine has the programs for; say which packages the rest needs.

`python -m tests.real_window pinyin` runs one of them.
"""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence

from tests.real_window import pinyin, walk

RUNS: Sequence[tuple[str, Callable[[], bool], Mapping[str, str]]] = (
    ("walk", walk.run, walk.NEEDS),
    ("pinyin", pinyin.run, {**walk.NEEDS, **pinyin.NEEDS}),
)


def main(names: Sequence[str]) -> int:
    """0 when all that could be run went as it must; 2 when nothing could."""
    results: list[bool] = []
    for name, run, needs in RUNS:
        if names and name not in names:
            continue
        packages = sorted({package for program, package in needs.items() if shutil.which(program) is None})
        if packages:
            print(
                f"{name}：没有运行，缺少软件包。请执行：sudo apt-get install -y {' '.join(packages)}", file=sys.stderr
            )
        else:
            results.append(run())
    return 2 if not results else 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
