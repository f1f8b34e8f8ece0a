"""The topics written by hand: resources/help/*.md.

Only a few forms are read: `# title` first, `## heading`, `- point`, any other line a paragraph. In a line
`[words](page)` is a link and `{id}` an action of the table, told as where it is in the menus with its shortcut. A line
`{keys: name}` is one of the tables of keys. What is written is content and is not translated.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ui.actions import ACTIONS, MENUS, Action
from ui.help.blocks import Block, Heading, Keys, Link, Page, Paragraph, Points, Spans
from ui.keys import Key, rows_of, shown

_LINK = re.compile(r"\[([^]]+)\]\(([^)]+)\)")
_ACTION = re.compile(r"\{(\w+)\}")
_KEYS = re.compile(r"\{keys: (\w+)\}")


def read_topics(folder: Path, tables: Mapping[str, Sequence[Key]]) -> tuple[Page, ...]:
    """The topics in the order of their files' names (10-writing.md has the id writing)."""
    return tuple(read_topic(path, tables) for path in sorted(folder.glob("*.md")))


def read_topic(path: Path, tables: Mapping[str, Sequence[Key]]) -> Page:
    """One topic. Raises KeyError on an action or a table of keys that does not exist."""
    title, *lines = path.read_text("utf-8").strip().splitlines()
    blocks: list[Block] = []
    points: list[Spans] = []
    for line in [*lines, ""]:
        if line.startswith("- "):
            points.append(_spans(line[2:]))
            continue
        if points:
            blocks.append(Points(tuple(points)))
            points = []
        if keys := _KEYS.fullmatch(line):
            blocks.append(Keys(rows_of(tables[keys[1]])))
        elif line.startswith("## "):
            blocks.append(Heading(line[3:]))
        elif line:
            blocks.append(Paragraph(_spans(line)))
    return Page(path.stem.partition("-")[2], title.removeprefix("# "), tuple(blocks))


def _spans(line: str) -> Spans:
    spans: list[str | Link] = []
    place = 0
    for found in _LINK.finditer(line):
        spans += [_told(line[place : found.start()]), Link(found[1], found[2])]
        place = found.end()
    spans.append(_told(line[place:]))
    return tuple(span for span in spans if span)


def _told(text: str) -> str:
    return _ACTION.sub(lambda found: action_words(_BY_ID[found[1]]), text)


def action_words(action: Action) -> str:
    """Where an action is: “文件—立即保存”（Ctrl+S）."""
    menu = dict(MENUS)[action.menu].partition("(")[0]
    keys = "、".join(shown(one) for one in action.shortcuts)
    return f"“{menu}—{action.text.removesuffix('…')}”" + (f"（{keys}）" if keys else "")


_BY_ID = {one.id: one for one in ACTIONS}
