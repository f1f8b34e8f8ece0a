"""Fill dataclasses from TOML tables, checking each key by its annotation. Every error names file, place and key."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints

from report.errors import TemplateError
from report.template import Statutory

LABELS = {str: "文字", bool: "true 或 false", int: "整数", tuple: "列表", dict: "一节（表）"}
_SINGULAR = {"sections": "section", "fields": "field", "parts": "part", "deadlines": "deadline", "columns": "column"}
_NOT_BLANK = frozenset({"id", "name", "title", "heading", "short", "label", "kind"})
_PATTERNS = frozenset({"title", "addressee", "signatory", "heading", "text"})
_PATTERN_WORDS = frozenset({"office", "year", "next_year"})


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises TemplateError when it cannot be read as one."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(path.name, "(file)", str(error)) from error


def only_keys(table: Mapping[str, Any], known: Iterable[str], file: str, place: str) -> None:
    """Raise TemplateError for the first key that is not known."""
    if unknown := sorted(set(table) - set(known)):
        raise TemplateError(file, place, f"不认识的键 {unknown[0]}")


def as_table(raw: object, file: str, place: str) -> dict[str, Any]:
    """A copy of a TOML table. Raises TemplateError when it is none."""
    if not isinstance(raw, dict):
        raise TemplateError(file, place, "应是一节（表）")
    return dict(cast("dict[str, Any]", raw))


def as_tables(raw: object, file: str, place: str) -> list[dict[str, Any]]:
    """Copies of the tables of a TOML list of tables. Raises TemplateError."""
    if not isinstance(raw, list):
        raise TemplateError(file, place, "应写成 [[…]]（双方括号）")
    return [as_table(one, file, f"{place} {number}") for number, one in enumerate(cast("list[object]", raw), 1)]


@cache
def _shape(hint: Any) -> tuple[Any, Any]:  # noqa: ANN401 - annotations are of many kinds
    """What a tuple holds, else None; and the type of a single value."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0], tuple
    return None, next(one for one in (get_args(hint) or (hint,)) if one is not type(None))


class Reader:
    """Fill a dataclass of `template` from a TOML table, checking each key by the annotation."""

    def __init__(self, file: str) -> None:
        self._file = file

    def read(self, cls: type[Any], data: object, place: str) -> Any:  # noqa: ANN401 - an instance of cls
        """One instance of `cls`. Raises TemplateError."""
        table = as_table(data, self._file, place)
        only_keys(table, keys_of(cls), self._file, place)
        hints, values = _hints(cls), dict[str, Any]()
        for name, default in defaults_of(cls).items():
            key = key_of(cls, name)
            if key in table:
                values[name] = self._value(hints[name], table[key], place, key)
            elif default is MISSING:
                raise TemplateError(self._file, place, f"缺少 {key}")
        return cls(**values)

    def read_all(self, cls: type[Any], data: object, place: str) -> tuple[Any, ...]:
        """Instances of `cls`, each named in errors by its id or its number. Raises TemplateError."""
        tables = enumerate(as_tables(data, self._file, place), 1)
        return tuple(self.read(cls, table, f"{place} {table.get('id', number)}") for number, table in tables)

    def _value(self, hint: Any, raw: object, place: str, key: str) -> Any:  # noqa: ANN401 - the value of the field
        inner, wanted = _shape(hint)
        if inner is not None:
            if hasattr(inner, "__dataclass_fields__"):
                return self.read_all(inner, raw, f"[[{key}]]" if place == "[type]" else f"{place} [[{key}]]")
            if not isinstance(raw, list):
                raise self._wrong(tuple, place, key)
            return tuple(self._value(inner, one, place, key) for one in cast("list[object]", raw))
        if wanted is Statutory:
            if type(raw) is not int or raw not in list(Statutory):
                raise TemplateError(self._file, place, f"{key} 应为 1 至 5")
            return Statutory(raw)
        if not isinstance(raw, wanted) or (wanted is int and isinstance(raw, bool)):
            raise self._wrong(wanted, place, key)
        if isinstance(raw, str):
            self._check_text(raw, place, key)
        return raw

    def _check_text(self, text: str, place: str, key: str) -> None:
        if key in _NOT_BLANK and not text.strip():
            raise TemplateError(self._file, place, f"{key} 不能为空")
        if key == "id" and not re.fullmatch(r"[a-z][a-z0-9_-]*", text):
            raise TemplateError(self._file, place, f"id = “{text}” 应由小写英文字母、数字、_ 和 - 组成，字母开头")
        words = set(braced(text)) if key in _PATTERNS else set[str]()
        if unknown := sorted(words - _PATTERN_WORDS):
            raise TemplateError(
                self._file, place, f"{key} 里的 {{{unknown[0]}}} 不认识，可用：{{office}}、{{year}}、{{next_year}}"
            )

    def _wrong(self, wanted: type, place: str, key: str) -> TemplateError:
        return TemplateError(self._file, place, f"{key} 应为{LABELS[wanted]}")


def key_of(cls: type[Any], name: str) -> str:
    """The TOML key of a field: lists of tables are named in the singular, as [[section]] reads."""
    inner, _ = _shape(_hints(cls)[name])
    return _SINGULAR.get(name, name) if hasattr(inner, "__dataclass_fields__") else name


@cache
def keys_of(cls: type[Any]) -> frozenset[str]:
    """The TOML keys of a dataclass."""
    return frozenset(key_of(cls, one.name) for one in fields(cls))


@cache
def _hints(cls: type[Any]) -> Mapping[str, Any]:
    return get_type_hints(cls)


@cache
def defaults_of(cls: type[Any]) -> Mapping[str, object]:
    """The defaults of a dataclass's fields, MISSING where there is none."""
    return {one.name: one.default for one in fields(cls)}


def braced(pattern: str) -> list[str]:
    """The names in braces of a pattern."""
    return re.findall(r"\{([^{}]*)\}", pattern)
