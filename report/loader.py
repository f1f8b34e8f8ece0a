"""Read report types from TOML: resources/templates/*.toml, one file a type. Every error names file, place and key.

Keys are the fields of the dataclasses in `template` (lists of tables in the singular: [[section]], [[section.field]]);
an unknown key, a wrong type or a missing key is an error, so that a slip of the pen in a template is found when it is
loaded and not when a clerk opens a tab. What several types have in common stands once in shared.toml, and a type says
`use = "name"` and what differs. docs/templates.md describes every key.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias, get_type_hints

from report import kinds
from report.content import WrittenDate
from report.errors import TemplateError
from report.indicators.catalogue import Catalogue
from report.indicators.loading import INDICATORS_FILE, DeferredCatalogue
from report.report import TEXT_FIELD, Front
from report.template import Deadline, Field, FrontGroup, ReportType, SectionType
from report.toml_reading import Reader, as_table, as_tables, braced, defaults_of, key_of, keys_of, only_keys, read_toml

FRONT_FILE, SHARED_FILE = "front.toml", "shared.toml"
_TOP_KEYS = frozenset({"type", "preface", "deadline", "section"})
_KINDS_WITH = {
    "unit": ("number",),
    "decimals": ("number",),
    "minimum": ("number",),
    "maximum": ("number",),
    "choices": ("choice",),
    "columns": ("table",),
    "level": ("items",),
    "max_chars": ("prose", "text"),
    "print": ("number", "text", "date", "choice"),
}
"""Keys of a field that mean something to some kinds only."""
_TEXT = Field(id=TEXT_FIELD, kind="prose", label="正文")

_Tables: TypeAlias = Mapping[str, Mapping[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class _Preface:
    text: str = ""
    guidance: str = ""


_SHARED_KINDS: Mapping[str, type[Any]] = {"section": SectionType, "deadline": Deadline, "preface": _Preface}


def load_types(folder: Path) -> tuple[ReportType, ...]:
    """All report types of a folder, in order of their files' names. Raises TemplateError."""
    shared, catalogue = _read_shared(folder), DeferredCatalogue(folder)
    types: dict[str, ReportType] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in (FRONT_FILE, SHARED_FILE, INDICATORS_FILE):
            continue
        loaded = _load(path, shared, catalogue)
        if loaded.id in types:
            raise TemplateError(path.name, "[type]", f"id = “{loaded.id}” 已被另一个文件使用")
        types[loaded.id] = loaded
    return tuple(types.values())


def load_type(path: Path) -> ReportType:
    """One report type, with what it uses of the shared.toml beside it. Raises TemplateError."""
    return _load(path, _read_shared(path.parent), DeferredCatalogue(path.parent))


def load_front(folder: Path) -> tuple[FrontGroup, ...]:
    """The groups of basic data fields, declared in front.toml; ids are attributes of Front. Raises TemplateError."""
    file = FRONT_FILE
    data = read_toml(folder / file)
    only_keys(data, {"group"}, file, "(top)")
    reader = Reader(file)
    groups: tuple[FrontGroup, ...] = reader.read_all(FrontGroup, data.get("group", []), "[[group]]")
    named = [(group.label, field) for group in groups for field in group.fields]
    _unique((field.id for _, field in named), file, "[[group.field]]")
    attributes = get_type_hints(Front)
    for label, field in named:
        place = f"[[group]] {label} [[field]] {field.id}"
        _check_field(field, file, place)
        if field.id not in attributes:
            raise TemplateError(file, place, f"id 不是基本信息的栏目，可用：{'、'.join(attributes)}")
        allowed = ("date",) if attributes[field.id] is WrittenDate else ("text", "choice")
        if field.kind not in allowed:
            raise TemplateError(file, place, f"kind 应为 {' 或 '.join(allowed)}")
    return groups


def _load(path: Path, shared: _Tables, catalogue: Catalogue) -> ReportType:
    file = path.name
    data = read_toml(path)
    only_keys(data, _TOP_KEYS, file, "(top)")
    if "type" not in data:
        raise TemplateError(file, "[type]", "缺少这一节")
    head = as_table(data["type"], file, "[type]")
    only_keys(
        head,
        set(keys_of(ReportType)) - {"catalogue", "declaration", "preface", "preface_guidance", "section", "deadline"},
        file,
        "[type]",
    )
    preface = _merged("preface", as_table(data.get("preface", {}), file, "[preface]"), shared, file, "[preface]")
    opening: _Preface = Reader(file).read(_Preface, preface, "[preface]")
    lists = {
        kind: [
            _merged(kind, one, shared, file, f"[[{kind}]] {number}")
            for number, one in enumerate(as_tables(data.get(kind, []), file, f"[[{kind}]]"), 1)
        ]
        for kind in ("deadline", "section")
    }
    told = json.dumps([head, preface, lists], sort_keys=True, default=str)
    values = {**head, **lists, "declaration": told, "preface": opening.text, "preface_guidance": opening.guidance}
    report_type: ReportType = Reader(file).read(ReportType, values, "[type]")
    if not report_type.sections:
        raise TemplateError(file, "[[section]]", "至少要有一节")
    _unique((one.id for one in report_type.sections), file, "[[section]]")
    _unique((one.id for one in report_type.deadlines), file, "[[deadline]]")
    for deadline in report_type.deadlines:
        _check_deadline(deadline, file, f"[[deadline]] {deadline.id}")
    for section in report_type.sections:
        _check_section(section, file, f"[[section]] {section.id}")
    sections = tuple(_with_text_field(section) for section in report_type.sections)
    return replace(report_type, sections=sections, catalogue=catalogue)


def _read_shared(folder: Path) -> _Tables:
    """The tables of shared.toml by kind and name, each checked by itself; none when there is no such file."""
    path = folder / SHARED_FILE
    if not path.exists():
        return {}
    data = read_toml(path)
    only_keys(data, _SHARED_KINDS, path.name, "(top)")
    shared: dict[str, dict[str, dict[str, Any]]] = {}
    for kind, cls in _SHARED_KINDS.items():
        shared[kind] = {}
        for name, raw in as_table(data.get(kind, {}), path.name, f"[{kind}]").items():
            place = f"[{kind}.{name}]"
            table = as_table(raw, path.name, place)
            table = table if cls is _Preface else {"id": name, **table}
            thing = Reader(path.name).read(cls, table, place)
            if isinstance(thing, SectionType):
                _check_section(thing, path.name, place)
            elif isinstance(thing, Deadline):
                _check_deadline(thing, path.name, place)
            shared[kind][name] = table
    return shared


def _merged(kind: str, table: dict[str, Any], shared: _Tables, file: str, place: str) -> dict[str, Any]:
    """A table with what it takes over by `use`; its own keys win, each as a whole."""
    if "use" not in table:
        return table
    name = table["use"]
    known = shared.get(kind, {})
    if not isinstance(name, str) or name not in known:
        raise TemplateError(file, place, f"use = “{name}” 在 {SHARED_FILE} 里没有，可用：{'、'.join(known) or '无'}")
    return {**known[name], **{key: value for key, value in table.items() if key != "use"}}


def _unique(names: Iterable[str], file: str, place: str, key: str = "id") -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise TemplateError(file, f"{place} {name}", f"{key} 重复")
        seen.add(name)


def _check_section(section: SectionType, file: str, place: str) -> None:
    _unique((field.id for field in section.fields), file, f"{place} [[field]]")
    _unique((part.heading for part in section.parts), file, f"{place} [[part]]", "heading")
    for field in section.fields:
        _check_field(field, file, f"{place} [[field]] {field.id}")


def _with_text_field(section: SectionType) -> SectionType:
    """The section with a prose field for its text, which every section has: the type's own, else one put first.

    A required section of nothing else requires it.
    """
    if not any(field.id == TEXT_FIELD for field in section.fields):
        section = replace(section, fields=(_TEXT, *section.fields))
    if section.required and len(section.fields) == 1:
        section = replace(section, fields=(replace(section.fields[0], required=True),))
    return section


def _check_field(field: Field, file: str, place: str) -> None:
    for problem in _field_problems(field):
        raise TemplateError(file, place, problem)
    _unique((column.id for column in field.columns), file, f"{place} [[column]]")
    _unique(field.choices, file, place, "choices")


def _field_problems(field: Field) -> Iterable[str]:
    if field.kind not in kinds.KINDS:
        yield f"kind = “{field.kind}” 不认识，可用：{'、'.join(kinds.KINDS)}"
    if field.id == TEXT_FIELD and field.kind != "prose":
        yield f"id 为 {TEXT_FIELD} 的栏目 kind 必须是 prose"
    for key, allowed in _KINDS_WITH.items():
        if getattr(field, key) != defaults_of(Field)[key] and field.kind not in allowed:
            yield f"{key_of(Field, key)} 只用于 kind = {'、'.join(allowed)}"
    if field.kind == "choice" and not field.choices:
        yield "choice 栏目缺少 choices"
    if field.kind == "table" and not field.columns:
        yield "table 栏目缺少 column"
    if field.level not in (0, 2, 3, 4):
        yield f"level = {field.level} 应为 0、2、3 或 4"
    if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
        yield "minimum 大于 maximum"
    if field.print and set(braced(field.print)) != {"value"}:
        yield "print 里要有 {value}，也只能有 {value}"


def _check_deadline(deadline: Deadline, file: str, place: str) -> None:
    try:
        deadline.of(2024)  # a common year's day: 29 February is no deadline
    except ValueError as error:
        raise TemplateError(file, place, "month、day 不是一个日期") from error
