"""Read a whole report from TOML: the sample that is shown on first run. docs/templates.md describes the format."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, cast

from report.content import Attachment, Blocks, Item, Pair, Pairs, WrittenDate
from report.dates import read_date
from report.errors import TemplateError
from report.filling import fill_front, reference
from report.identity import NewId
from report.notes import Note
from report.report import Front, Report, Section, Value
from report.template import Field, ReportType, SectionType, fill, year_words
from report.toml_reading import as_table, as_tables, only_keys, read_toml


class ReadBlocks(Protocol):
    """Find paragraphs, levels and tables in text: `report.reading.recognise.read_blocks`."""

    def __call__(self, source: str, /, *, new_id: NewId) -> tuple[Blocks, tuple[Note, ...]]:
        """The blocks of the text, and what was noticed."""
        ...


def load_sample(path: Path, report_type: ReportType, new_id: NewId, read_blocks: ReadBlocks) -> Report:
    """The report that a TOML file holds, its missing front matter filled from the type. Raises TemplateError."""
    return _Sample(path.name, report_type, new_id, read_blocks).report(read_toml(path))


class _Sample:
    def __init__(self, file: str, report_type: ReportType, new_id: NewId, read_blocks: ReadBlocks) -> None:
        self._file, self._type, self._new_id, self._read_blocks = file, report_type, new_id, read_blocks

    def report(self, data: Mapping[str, Any]) -> Report:
        only_keys(data, {"report", "front", "preface", "section", "attachment"}, self._file, "(top)")
        head = self._table(data.get("report"), "[report]", {"type", "year"})
        if head.get("type") != self._type.id:
            raise self._error("[report]", f"type = “{head.get('type')}” 不是 {self._type.id}")
        year = head.get("year")
        if not isinstance(year, int):
            raise self._error("[report]", "year 应为整数")
        front = self._front(data.get("front", {}))
        preface = self._table(data.get("preface", {}), "[preface]", {"text"})
        words = {**year_words(year), "office": front.office}
        report = Report(
            id=self._new_id(),
            type=reference(self._type),
            year=year,
            front=front,
            preface=self._blocks(preface.get("text", ""), "[preface]", "text"),
            sections=tuple(self._section(table, words, place) for place, table in self._tables(data, "section")),
            attachments=tuple(self._attachment(table, place) for place, table in self._tables(data, "attachment")),
        )
        return fill_front(self._type, report)

    def _front(self, data: object) -> Front:
        empty = Front()
        known = Front.__dataclass_fields__
        values = {key: self._text(raw, "[front]", key) for key, raw in self._table(data, "[front]", known).items()}
        dates = {
            key: self._date(text, key) for key, text in values.items() if isinstance(getattr(empty, key), WrittenDate)
        }
        return replace(empty, **{**values, **dates})

    def _date(self, text: str, key: str) -> WrittenDate:
        written = read_date(text)
        if written.day is None:
            raise self._error("[front]", f"{key} = “{text}” 不是一个日期")
        return written

    def _section(self, table: dict[str, Any], words: Mapping[str, str], place: str) -> Section:
        kind = self._type.section(table.pop("kind", None))
        if kind is None:
            known = "、".join(one.id for one in self._type.sections)
            raise self._error(place, f"kind 应为报告类型里的一节：{known}")
        place = f"[[section]] {kind.id}"
        heading = self._text(table.pop("heading", fill(kind.heading, words)), place, "heading")
        return Section(self._new_id(), heading, kind.id, values=self._values(kind, table, place))

    def _values(self, kind: SectionType, table: Mapping[str, Any], place: str) -> Mapping[str, Value]:
        fields = {field.id: field for field in kind.fields}
        only_keys(table, fields, self._file, place)
        return MappingProxyType({key: self._value(fields[key], raw, place) for key, raw in table.items()})

    def _value(self, field: Field, raw: object, place: str) -> Value:
        """The value of a field: text for prose, a table for pairs, a list for items; a sample has no other kinds."""
        if field.kind == "prose":
            return self._blocks(raw, place, field.id)
        if field.kind == "pairs":
            return self._pairs(raw, f"{place} {field.id}")
        if field.kind == "items":
            if not isinstance(raw, list):
                raise self._error(place, f"{field.id} 应为列表")
            return tuple(Item(self._new_id(), self._text(one, place, field.id)) for one in cast("list[object]", raw))
        raise self._error(place, f"{field.id} 的 kind = {field.kind} 还不能写在示例报告里")

    def _pairs(self, raw: object, place: str) -> Pairs:
        table = self._table(raw, place, {"lead", "joined", "rows"})
        joined = table.get("joined", True)
        if not isinstance(joined, bool):
            raise self._error(place, "joined 应为 true 或 false")
        rows = as_tables(table.get("rows", []), self._file, f"{place} rows")
        lead = self._text(table.get("lead", ""), place, "lead")
        pairs = tuple(self._pair(row, f"{place} rows {number}") for number, row in enumerate(rows, 1))
        return Pairs(lead, pairs, joined)

    def _pair(self, row: Mapping[str, Any], place: str) -> Pair:
        only_keys(row, {"shortfall", "cause"}, self._file, place)
        shortfall, cause = (self._text(row.get(key, ""), place, key) for key in ("shortfall", "cause"))
        return Pair(self._new_id(), shortfall, cause)

    def _attachment(self, table: Mapping[str, Any], place: str) -> Attachment:
        only_keys(table, {"title", "text"}, self._file, place)
        title = self._text(table.get("title"), place, "title")
        return Attachment(self._new_id(), title, self._blocks(table.get("text", ""), place, "text"))

    def _blocks(self, raw: object, place: str, key: str) -> Blocks:
        return self._read_blocks(self._text(raw, place, key), new_id=self._new_id)[0]

    def _tables(self, data: Mapping[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
        tables = as_tables(data.get(key, []), self._file, f"[[{key}]]")
        return [(f"[[{key}]] {number}", table) for number, table in enumerate(tables, 1)]

    def _table(self, raw: object, place: str, known: Iterable[str]) -> dict[str, Any]:
        table = as_table(raw, self._file, place)
        only_keys(table, known, self._file, place)
        return table

    def _text(self, raw: object, place: str, key: str) -> str:
        if not isinstance(raw, str):
            raise self._error(place, f"{key} 应为文字")
        return raw.strip()

    def _error(self, place: str, problem: str) -> TemplateError:
        return TemplateError(self._file, place, problem)
