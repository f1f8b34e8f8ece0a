"""The kinds of fields, one class each: what is empty, how typed text is read, how a value is printed.

A report type names a kind in `kind = "…"`; the window has one editor a kind (`ui/editors`), the store one codec
(`rows`). A new kind needs a class here, an editor and nothing else.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Protocol

from report.content import (
    PLAIN,
    Block,
    Blocks,
    Item,
    Pairs,
    Paragraph,
    Table,
    WrittenDate,
    block_is_empty,
)
from report.dates import read_date
from report.numbering import han, parse_han
from report.report import Value
from report.template import Field


class Unreadable(ValueError):
    """A typed text that is no value of the field's kind; `reason` is one of number, decimals, range, choice."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(reason, text)
        self.reason, self.text = reason, text


class Kind(Protocol):
    """What each kind answers. Values passed in must be of the kind (the store and the editors see to that)."""

    def empty(self) -> Value:
        """The value of a field that was never filled in."""
        ...

    def is_empty(self, value: Value) -> bool:
        """Whether nothing was filled in."""
        ...

    def blocks(self, field: Field, value: Value) -> Blocks:
        """What is printed of the value: blocks that take their ids from the field or the entries."""
        ...


class Prose:
    """Paragraphs with levels, and tables among them."""

    def empty(self) -> Value:
        return ()

    def is_empty(self, value: Value) -> bool:
        return all(block_is_empty(block) for block in _blocks(value))

    def blocks(self, field: Field, value: Value) -> Blocks:
        del field
        return tuple(block for block in _blocks(value) if not block_is_empty(block))


class PairsKind:
    """不足 with their 原因: 一是…。主要原因是…。 in one paragraph or one each."""

    def empty(self) -> Value:
        return Pairs()

    def is_empty(self, value: Value) -> bool:
        pairs = _pairs(value)
        return not pairs.lead.strip() and not any(pair.shortfall.strip() or pair.cause.strip() for pair in pairs.rows)

    def blocks(self, field: Field, value: Value) -> Blocks:
        pairs = _pairs(value)
        given = [pair for pair in pairs.rows if pair.shortfall.strip() or pair.cause.strip()]
        numbered = len(given) > 1
        texts = [
            (pair.id, (f"{han(place)}是" if numbered else "") + _sentences(pair.shortfall, pair.cause))
            for place, pair in enumerate(given, 1)
        ]
        lead = pairs.lead.strip()
        if pairs.joined and texts:
            return (Paragraph(field.id, lead + "".join(text for _, text in texts)),)
        head = (Paragraph(field.id, lead),) if lead else ()
        return (*head, *(Paragraph(id_, text) for id_, text in texts))


class Items:
    """A list of entries, each a block of the field's level (0: 一是…二是… in one paragraph)."""

    def empty(self) -> Value:
        return ()

    def is_empty(self, value: Value) -> bool:
        return not any(item.text.strip() for item in _items(value))

    def blocks(self, field: Field, value: Value) -> Blocks:
        given = [item for item in _items(value) if item.text.strip()]
        if field.level != PLAIN:
            return tuple(Paragraph(item.id, item.text.strip(), field.level) for item in given)
        if not given:
            return ()
        numbered = len(given) > 1
        texts = ((f"{han(place)}是" if numbered else "") + _closed(item.text) for place, item in enumerate(given, 1))
        return (Paragraph(field.id, "".join(texts)),)


class Number:
    """An exact decimal. Zero is a value; not given is None."""

    def empty(self) -> Value:
        return None

    def is_empty(self, value: Value) -> bool:
        return value is None

    def read(self, field: Field, text: str) -> Decimal | None:
        """The number typed: full-width digits, separators, Chinese numerals, the unit are taken. Raises Unreadable."""
        plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").strip()
        plain = plain.removesuffix(unicodedata.normalize("NFKC", field.unit)) if field.unit else plain
        if not plain:
            return None
        plain = _arabic(plain)
        if not re.fullmatch(r"[+-]?\d{1,18}(\.\d{1,12})?", plain, re.ASCII):
            raise Unreadable("number", text)
        try:
            number = Decimal(plain)
        except InvalidOperation as error:  # pragma: no cover - the pattern admits only decimals
            raise Unreadable("number", text) from error
        exponent = number.as_tuple().exponent
        if field.decimals is not None and isinstance(exponent, int) and -exponent > field.decimals:
            raise Unreadable("decimals", text)
        if (field.minimum is not None and number < field.minimum) or (
            field.maximum is not None and number > field.maximum
        ):
            raise Unreadable("range", text)
        return number

    def blocks(self, field: Field, value: Value) -> Blocks:
        return _printed(field, "" if value is None else f"{value:f}")


class Text:
    """One line or a few of text that is printed through the field's pattern."""

    def empty(self) -> Value:
        return ""

    def is_empty(self, value: Value) -> bool:
        return not str(value).strip()

    def blocks(self, field: Field, value: Value) -> Blocks:
        return _printed(field, str(value).strip())


class Choice(Text):
    """One of the field's choices, or "" for none."""

    def read(self, field: Field, text: str) -> str:
        """The choice typed. Raises Unreadable."""
        if text and text not in field.choices:
            raise Unreadable("choice", text)
        return text


class Date:
    """A date as written, with the day it means where it is one."""

    def empty(self) -> Value:
        return WrittenDate()

    def is_empty(self, value: Value) -> bool:
        return not (isinstance(value, WrittenDate) and value.text.strip())

    def read(self, field: Field, text: str) -> WrittenDate:
        """The date typed, in any of the common ways of writing; an impossible one keeps its words and has no day."""
        del field
        return read_date(text)

    def blocks(self, field: Field, value: Value) -> Blocks:
        return _printed(field, written(value) if isinstance(value, WrittenDate) else "")


class TableKind:
    """A table whose columns the type declares; the head row is made from them."""

    def empty(self) -> Value:
        return Table("")

    def is_empty(self, value: Value) -> bool:
        return not isinstance(value, Table) or block_is_empty(value)

    def blocks(self, field: Field, value: Value) -> Blocks:
        if not isinstance(value, Table) or block_is_empty(value):
            return ()
        head = tuple(column.label + (f"（{column.unit}）" if column.unit else "") for column in field.columns)
        rows = tuple(row for row in value.rows if any(cell.strip() for cell in row))
        return (Table(field.id, (head, *rows), 1, value.caption or field.label),)


class Attachments:
    """The report's attachments. They are printed behind the text, not where the field stands."""

    def empty(self) -> Value:
        return ()

    def is_empty(self, value: Value) -> bool:
        return not value

    def blocks(self, field: Field, value: Value) -> Blocks:
        del field, value
        return ()


PROSE, PAIRS, ITEMS, NUMBER, TEXT, DATE, CHOICE, TABLE = (
    Prose(),
    PairsKind(),
    Items(),
    Number(),
    Text(),
    Date(),
    Choice(),
    TableKind(),
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "prose": PROSE,
        "pairs": PAIRS,
        "items": ITEMS,
        "number": NUMBER,
        "text": TEXT,
        "date": DATE,
        "choice": CHOICE,
        "table": TABLE,
        "attachments": Attachments(),
    }
)


def written(value: WrittenDate) -> str:
    """How a date is printed: 2025年1月6日 where it means a day, else the words (GB/T 9704—2012, 7.3.5.4)."""
    day: date | None = value.day
    return f"{day.year}年{day.month}月{day.day}日" if day else value.text.strip()


def _arabic(text: str) -> str:
    """Chinese numerals in digits (三十一 → 31); anything else as it is."""
    number = parse_han(text)
    return str(number) if number is not None and han(number) == text else text


def _printed(field: Field, text: str) -> Blocks:
    if not text or not field.print:
        return ()
    return (Paragraph(field.id, field.print.replace("{value}", text)),)


def _closed(text: str) -> str:
    text = text.strip()
    return text if not text or text.endswith(("。", "！", "？", "；")) else text + "。"


def _sentences(shortfall: str, cause: str) -> str:
    cause = cause.strip()
    if cause and not re.match(r"(主要|根本|其|究其|深层次)?(原因|根源)|(主要|这)?(是)?(因为|由于)|主要是", cause):
        cause = "主要原因是" + cause
    return _closed(shortfall) + _closed(cause)


def _blocks(value: Value) -> tuple[Block, ...]:
    if isinstance(value, tuple):
        return tuple(block for block in value if isinstance(block, Paragraph | Table))
    return ()


def _pairs(value: Value) -> Pairs:
    return value if isinstance(value, Pairs) else Pairs()


def _items(value: Value) -> tuple[Item, ...]:
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, Item))
    return ()
