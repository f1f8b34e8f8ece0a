"""The text that all set: the published report where CHENGBAO_SHARED is set, else the sample; and many copies of it.

The peers import this, so what they do not need is imported where it is used.
"""

import os
import re
from pathlib import Path

OFFICE, YEAR = "青溪县应急管理局", 2024
TITLE = f"{OFFICE}{YEAR}年法治政府建设年度报告"
_SURNAMES, _NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"


def report_text() -> str:
    """A report of about eight pages as plain text, a paragraph a line."""
    shared = os.environ.get("CHENGBAO_SHARED")
    if shared:
        (path,) = (Path(shared) / "seed").glob("*.txt")
        return path.read_text("utf-8")
    from report.compose import compose
    from report.document import Grid
    from ui.commands.sample import load_sample_source

    source = load_sample_source()
    pieces = compose(source.type, source.report).body
    return "\n".join(piece.label + piece.text for piece in pieces if not isinstance(piece, Grid))


def copies(text: str, count: int) -> str:
    """The text `count` times, no copy with the numbers and names of another."""
    import random

    chance = random.Random(count)
    found: list[str] = []
    for _ in range(count):
        for line in text.splitlines():
            changed = re.sub(r"(?<!^)\d", lambda _one: str(chance.randint(1, 9)), line)
            name = chance.choice(_SURNAMES) + chance.choice(_NAMES)
            found.append(changed.replace("我局", f"我局{name}"))
    return "\n".join(found)


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind (level 1, level 2, plain) and text of each paragraph, as the peers need them."""
    found: list[tuple[str, str]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if re.match(r"[一二三四五六七八九十]+、", line):
            found.append(("level 1", line))
        elif re.match(r"[（(][一二三四五六七八九十]+[)）]", line):
            found.append(("level 2", line))
        else:
            found.append(("plain", line))
    return found
