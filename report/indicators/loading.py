"""Read the catalogue of indicators from resources/templates/indicators.toml. Every error names file, place and key."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from report.errors import TemplateError
from report.indicators.catalogue import NO_CATALOGUE, Catalogue, Group, Indicator, Rule, UnitChoice
from report.indicators.figures import OWN
from report.toml_reading import Reader, as_table, as_tables, braced, only_keys, read_toml

INDICATORS_FILE = "indicators.toml"
_TOP = ("choice", "group", "rule")


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a folder of templates, an empty one when it has none. Raises TemplateError."""
    path = folder / INDICATORS_FILE
    if not path.exists():
        return NO_CATALOGUE
    data = read_toml(path)
    only_keys(data, _TOP, path.name, "(top)")
    reader = Reader(path.name)
    choices: tuple[UnitChoice, ...] = reader.read_all(UnitChoice, data.get("choice", []), "[[choice]]")
    groups: list[Group] = []
    indicators: list[Indicator] = []
    for number, table in enumerate(as_tables(data.get("group", []), path.name, "[[group]]"), 1):
        place = f"[[group]] {table.get('id', number)}"
        inner = table.pop("indicator", [])
        group: Group = reader.read(Group, table, place)
        groups.append(group)
        indicators += _indicators(reader, inner, group.id, place, path.name)
    rules: tuple[Rule, ...] = reader.read_all(Rule, data.get("rule", []), "[[rule]]")
    catalogue = Catalogue(choices, tuple(groups), tuple(indicators), rules)
    _check(catalogue, path.name)
    return catalogue


class DeferredCatalogue(Catalogue):
    """A catalogue that is read when it is first looked into: a report is shown before any of it is needed.

    Where the file is wrong it is empty, and `problem` says what; whoever looks first tells the user.
    """

    def __init__(self, folder: Path) -> None:
        object.__setattr__(self, "_folder", folder)

    @cached_property
    def _loaded(self) -> tuple[Catalogue, TemplateError | None]:
        folder: Path = self.__dict__["_folder"]
        try:
            return load_catalogue(folder), None
        except TemplateError as error:
            return NO_CATALOGUE, error

    @property
    def problem(self) -> TemplateError | None:
        """What is wrong with the file, None when it is sound."""
        return self._loaded[1]

    @property
    def choices(self) -> tuple[UnitChoice, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """See Catalogue."""
        return self._loaded[0].choices

    @property
    def groups(self) -> tuple[Group, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """See Catalogue."""
        return self._loaded[0].groups

    @property
    def indicators(self) -> tuple[Indicator, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """See Catalogue."""
        return self._loaded[0].indicators

    @property
    def rules(self) -> tuple[Rule, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """See Catalogue."""
        return self._loaded[0].rules


def check_expressions(catalogue: Catalogue, file: str = INDICATORS_FILE) -> None:
    """Read every formula and every rule, which loading leaves for later. Raises TemplateError."""
    from report.indicators.expressions import BadExpression, names_in, parse_condition
    from report.indicators.formulas import parts_of, resolver
    from report.indicators.rules import SUM

    for one in catalogue.indicators:
        if one.formula:
            try:
                parts_of(catalogue, one)
            except BadExpression as error:
                raise TemplateError(file, f"indicator {one.id}", f"formula：{error}") from error
    _check_circles(catalogue, file)
    for rule in catalogue.rules:
        place = f"[[rule]] {rule.id}"
        try:
            names = set(names_in(parse_condition(rule.expression, resolver(catalogue))))
        except BadExpression as error:
            raise TemplateError(file, place, f"expression：{error}") from error
        if unknown := [one for one in braced(rule.sentence) if one not in names | {SUM}]:
            raise TemplateError(
                file, place, f"sentence 里的 {{{unknown[0]}}} 不认识，可用 expression 里的 id 和 {{{SUM}}}"
            )


def _indicators(reader: Reader, data: object, group: str, place: str, file: str) -> Iterable[Indicator]:
    for number, table in enumerate(as_tables(data, file, f"{place} indicator"), 1):
        at = f"{place} indicator {table.get('id', number)}"
        if "group" in table:
            raise TemplateError(file, at, "group 由所在的组决定，不用写")
        yield reader.read(Indicator, {**as_table(table, file, at), "group": group}, at)


def _check(catalogue: Catalogue, file: str) -> None:
    _unique((one.id for one in catalogue.choices), file, "[[choice]]")
    _unique((one.id for one in catalogue.groups), file, "[[group]]")
    _unique((one.id for one in catalogue.indicators), file, "indicator")
    _unique((one.id for one in catalogue.rules), file, "[[rule]]")
    _unique((one.name for one in catalogue.indicators), file, "indicator", "name")
    units = {f"@{one.id}" for one in catalogue.choices}
    for choice in catalogue.choices:
        if not choice.units or not all(one.strip() for one in choice.units):
            raise TemplateError(file, f"[[choice]] {choice.id}", "units 不能为空")
    if any(one.id == OWN for one in catalogue.groups):
        raise TemplateError(file, f"[[group]] {OWN}", "这个 id 留给自定指标")
    known: Mapping[str, Any] = catalogue.by_id
    for one in catalogue.indicators:
        place = f"indicator {one.id}"
        if one.unit.startswith("@") and one.unit not in units:
            raise TemplateError(file, place, f"unit = “{one.unit}”，没有这个 choice")
        if one.parent and (one.parent not in known or known[one.parent].group != one.group):
            raise TemplateError(file, place, f"parent = “{one.parent}”，同一组里没有这个指标")
        if one.id.startswith(f"{OWN}-"):
            raise TemplateError(file, place, f"id 不能以 {OWN}- 开头，那是自定指标的")
    if found := _in_a_circle({one.id: (one.parent,) for one in catalogue.indicators if one.parent}):
        raise TemplateError(file, f"indicator {found}", "parent 绕了一圈又回到自己")


def _check_circles(catalogue: Catalogue, file: str) -> None:
    from report.indicators.formulas import parts_of

    parts = {one.id: parts_of(catalogue, one) for one in catalogue.indicators if one.formula}
    if found := _in_a_circle(parts):
        raise TemplateError(file, f"indicator {found}", "formula 绕了一圈又用到自己")


def _in_a_circle(parts: Mapping[str, tuple[str, ...]]) -> str:
    """One that leads back to itself, "" when none does."""
    safe = set[str]()

    def walk(one: str, above: tuple[str, ...]) -> str:
        if one in above:
            return one
        if one in safe:
            return ""
        found = next(filter(None, (walk(part, (*above, one)) for part in parts.get(one, ()))), "")
        safe.add(one)
        return found

    return next(filter(None, (walk(one, ()) for one in parts)), "")


def _unique(names: Iterable[str], file: str, place: str, key: str = "id") -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise TemplateError(file, f"{place} {name}", f"{key} 重复")
        seen.add(name)
