"""The table of rules for docs/checks.md: `python -m report.checking.document [--check]`."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from report.checking.rulebook import Example, Rule, rulebook
from report.checking.rules.wording import mistakes
from report.checking.terms import terms

PATH: Final = Path("docs/checks.md")
_GROUPS: Final = {
    "completeness": "Completeness",
    "numbers": "Numbers",
    "time": "Time",
    "structure": "Structure",
    "marks": "Marks",
    "words": "Words",
    "privacy": "Privacy",
    "print": "Print",
}
_SEVERITIES: Final = {"block": "阻断", "should": "应改", "hint": "建议"}


def main(arguments: Sequence[str]) -> int:
    """Write the document, or say whether it is as it should be."""
    text = "\n".join(lines()) + "\n"
    if "--check" in arguments:
        return int(PATH.read_text("utf-8") != text)
    PATH.write_text(text, encoding="utf-8")
    return 0


def lines() -> Iterator[str]:
    """The document, line by line."""
    rules = rulebook().rules.values()
    counts = Counter(one.severity.value for one in rules)
    yield "# What the check looks for"
    yield ""
    yield "Made from `resources/checks/` by `make checks`; do not edit. The tests take the examples from there."
    yield ""
    told = "，".join(f"{word} {counts[name]}" for name, word in _SEVERITIES.items())
    yield f"{len(rules)} rules ({told}), {len(mistakes())} wrong words, {len(terms())} fixed terms."
    for group, title in _GROUPS.items():
        yield ""
        yield f"## {title}"
        yield ""
        yield "| id | severity | what | source | hits | stays quiet |"
        yield "|---|---|---|---|---|---|"
        for one in rules:
            if one.group == group:
                yield _row(one)


def _row(one: Rule) -> str:
    cells = (one.id, _SEVERITIES[one.severity.value], one.title, one.source, _example(one.hit), _example(one.quiet))
    return "| " + " | ".join(cell.replace("|", "／").replace("\n", "⏎") for cell in cells) + " |"


def _example(examples: Sequence[Example]) -> str:
    if not examples:
        return ""
    first = examples[0]
    if isinstance(first, str):
        return first
    return "；".join(f"{slot}：{text or '（空）'}" for slot, text in first.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
