"""What the documents say is what the program has."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from report import template
from report.indicators import catalogue
from report.indicators.expressions import parse_condition
from report.indicators.formulas import resolver
from report.indicators.loading import INDICATORS_FILE, check_expressions, load_catalogue
from ui.actions import ACTIONS
from ui.commands.parser import build_parser

_ROOT = Path(__file__).parents[1]


def read(*parts: str) -> str:
    return _ROOT.joinpath(*parts).read_text("utf-8")


def test_every_command_and_option_is_described() -> None:
    text = read("docs", "command-line.md")
    commands = next(one for one in build_parser()._actions if one.dest == "command").choices
    assert commands
    for name, command in commands.items():  # type: ignore[union-attr]
        assert f"`{name}" in text
        for action in command._actions:
            for option in action.option_strings:
                assert option in text or option == "-h", (name, option)


@pytest.mark.parametrize("keys", [one.shortcut for one in ACTIONS if one.shortcut])
def test_every_shortcut_is_in_the_readme(keys: str) -> None:
    assert re.search(rf"(?<![\w+]){re.escape(keys)}(?!\w)", read("README.zh-CN.md"))


@pytest.mark.parametrize(
    "kind", [template.Field, template.SectionType, template.Column, template.Part, template.Deadline]
)
def test_every_key_of_a_template_is_described(kind: type) -> None:
    text = read("docs", "templates.md")
    for one in fields(kind):
        name = {"fields": "field", "parts": "part", "columns": "column"}.get(one.name, one.name)
        assert name in text, one.name


COUNTED = read("docs", "templates.md").partition("## What is counted")[2].partition("\n## ")[0]


@pytest.mark.parametrize("kind", [catalogue.UnitChoice, catalogue.Group, catalogue.Indicator, catalogue.Rule])
def test_every_key_of_what_is_counted_is_described(kind: type) -> None:
    described = re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`.*?) \|", COUNTED, re.MULTILINE)))
    assert {one.name for one in fields(kind)} <= set(described)


def test_the_example_of_what_is_counted_loads(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", COUNTED, re.DOTALL)[0]
    (tmp_path / INDICATORS_FILE).write_text(example, "utf-8")
    loaded = load_catalogue(tmp_path)
    check_expressions(loaded)
    assert [one.id for one in loaded.indicators] == ["suits", "suits_lost", "suits_lost_rate"]


EXPRESSIONS = re.findall(r"^\| `(.*?)` \|", COUNTED.partition("### Expressions")[2], re.MULTILINE)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_the_expressions_that_are_shown_can_be_read(expression: str) -> None:
    assert parse_condition(expression, resolver(load_catalogue(_ROOT / "resources" / "templates")))
    assert len(EXPRESSIONS) > 5


def rows_of_the_workplace() -> list[tuple[str, str]]:
    """What the workplace does and the tests named for it."""
    rows = (line.strip("|").split("|") for line in read("docs", "ui.md").splitlines() if line.startswith("| "))
    return [(what.strip(), shown.strip()) for what, shown in rows if what.strip() != "What"]


@pytest.mark.parametrize(("what", "shown"), rows_of_the_workplace())
def test_what_the_workplace_does_has_a_test(what: str, shown: str) -> None:
    named = [one.strip("` ") for one in shown.split(",")]
    assert all(named), what
    for one in named:
        path, _colons, test = one.partition("::")
        file = _ROOT / path if path.startswith("tests/") else _ROOT / "tests" / "ui" / path
        assert file.is_file(), one
        assert not test or f"def {test}(" in file.read_text("utf-8"), one


def test_every_part_of_the_workplace_has_rows() -> None:
    parts = read("docs", "ui.md").split("\n## ")[1:]
    assert [part.split()[0] for part in parts] == [str(number) for number in range(1, len(parts) + 1)]
    assert all(part.count("\n| ") > 1 for part in parts)
