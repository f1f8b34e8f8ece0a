"""Put what last year's report said into this year's: in the place of what continues it, or where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.compose import fields_of
from report.content import Attachment, Block, Blocks, Item, Pairs, Paragraph, Table
from report.differences import FRONT
from report.document import PREFACE, Piece, Place, Prose
from report.edits import set_attachment, set_attachments, set_field, set_front, set_preface
from report.identity import NewId
from report.kinds import KINDS
from report.last_year import TITLE, Passage, Years, counterparts
from report.report import TEXT_FIELD, Report, Section, Value
from report.template import ReportType
from report.year_alignment import MatchKind


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field of a report: its kind and what it holds."""

    place: Place
    kind: str
    value: Value


def take_back(years: Years, passages: Sequence[Passage], index: int, new_id: NewId) -> tuple[Report, Place] | None:
    """This year's report with what the passage at `index` said last year, and where it stands now.

    None where there is nothing to take back, or no field of this year's report can hold it.
    """
    passage = passages[index]
    source = passage.before
    if source is None or passage.kind is MatchKind.UNCHANGED:
        return None
    if source.place.section == FRONT:
        field = source.place.field
        return set_front(years.report, field, getattr(years.last.front, field)), Place(FRONT, field)
    given = _slot(years.last_type, years.last, source.place)
    if passage.after is not None:
        slot = _slot(years.type, years.report, passage.after.place)
        if slot is None or given is None:
            return None
        changed = _replaced(slot, given, source, new_id)
        return None if changed is None else (_with(years.report, slot.place, changed), passage.after.place)
    return _inserted(years, passages, index, given, new_id)


# In the place of what continues it


def _replaced(slot: _Slot, given: _Slot, source: Piece, new_id: NewId) -> Value:
    """The field's value with one entry, or the whole, as it was; None when it cannot hold that."""
    block, value = slot.place.block, slot.value
    if slot.kind == "prose":
        return tuple(_as_block(source, block) if one.id == block else one for one in _blocks(value))
    if slot.kind != given.kind:
        return None
    if isinstance(value, Pairs) and isinstance(given.value, Pairs) and not (value.joined or given.value.joined):
        if block == slot.place.field:
            return replace(value, lead=given.value.lead)
        old = next((one for one in given.value.rows if one.id == source.place.block), None)
        rows = tuple(replace(old, id=block) if old and one.id == block else one for one in value.rows)
        return replace(value, rows=rows)
    if slot.kind == "items" and block != slot.place.field and isinstance(source, Prose):
        return tuple(Item(block, source.text) if one.id == block else one for one in _items(value))
    return _renewed(given.value, value, new_id)


def _renewed(value: Value, now: Value, new_id: NewId) -> Value:
    """A value of last year's with ids of this year's report."""
    if isinstance(value, Pairs):
        return replace(value, rows=tuple(replace(one, id=new_id()) for one in value.rows))
    if isinstance(value, Table):
        return replace(value, id=now.id if isinstance(now, Table) else value.id)
    if isinstance(value, tuple):
        return tuple(Item(new_id(), one.text) for one in _items(value))
    return value


# Where it stood


def _inserted(
    years: Years, passages: Sequence[Passage], index: int, given: _Slot | None, new_id: NewId
) -> tuple[Report, Place] | None:
    source = passages[index].before
    if source is None or given is None:
        return None
    if any(one.id == source.place.section for one in years.last.attachments):
        return _into_attachments(years, passages, index, source, new_id)
    neighbour = _neighbour(passages, index)
    section = PREFACE
    if source.place.section != PREFACE:
        pairs = counterparts(years).items()
        section = next((id_ for id_, one in pairs if one.id == source.place.section), "")
        if not section:
            return None
    for slot in _candidates(years, section, neighbour, given):
        value, block = _grown(slot, given, source, neighbour, new_id)
        if value is not None:
            return _with(years.report, slot.place, value), replace(slot.place, block=block)
    return None


def _candidates(years: Years, section: str, neighbour: tuple[Place, bool] | None, given: _Slot) -> list[_Slot]:
    """The fields that could take it, best first: where its neighbour stands, the same field, any prose."""
    places = [neighbour[0]] if neighbour else []
    if section == PREFACE:
        return [_Slot(Place(PREFACE, TEXT_FIELD), "prose", years.report.preface)]
    kind = years.type.section(years.report.section(section).kind)
    fields = fields_of(kind)
    same = [Place(section, one.id) for one in fields if one.id == given.place.field and one.kind == given.kind]
    prose = [Place(section, one.id) for one in fields if one.kind == "prose"]
    found = (
        _slot(years.type, years.report, place)
        for place in (*(same if given.kind != "prose" else places), *same, *prose)
    )
    return [replace(one, place=replace(one.place, block="")) for one in found if one is not None]


def _grown(
    slot: _Slot, given: _Slot, source: Piece, neighbour: tuple[Place, bool] | None, new_id: NewId
) -> tuple[Value, str]:
    """The field's value with what it lacked, and the id of that; None when it cannot hold it."""
    value, now = given.value, slot.value
    if slot.kind == "prose" and (given.kind == "prose" or isinstance(source, Prose)):
        block = _as_block(source, new_id())
        return _placed(_blocks(now), block, slot.place, neighbour), block.id
    if slot.kind != given.kind:
        return None, ""
    if isinstance(value, Pairs) and isinstance(now, Pairs):
        old = next((one for one in value.rows if one.id == source.place.block), None)
        rows = tuple(replace(one, id=new_id()) for one in ((old,) if old else value.rows))
        lead = now.lead if old else now.lead or value.lead
        return replace(now, lead=lead, rows=(*now.rows, *rows)), rows[0].id if rows else ""
    if slot.kind == "items":
        wanted = [one for one in _items(value) if source.place.block in (one.id, given.place.field)]
        items = tuple(Item(new_id(), one.text) for one in wanted)
        return (*_items(now), *items), items[0].id if items else ""
    return _renewed(value, now, new_id), ""


def _neighbour(passages: Sequence[Passage], index: int) -> tuple[Place, bool] | None:
    """What stands in this year's text before a passage, with True; else what stands behind it, with False."""
    before = (one.after.place for one in reversed(passages[:index]) if one.after)
    behind = (one.after.place for one in passages[index + 1 :] if one.after)
    if (place := next(before, None)) is not None:
        return place, True
    return (place, False) if (place := next(behind, None)) is not None else None


def _placed(blocks: Blocks, block: Block, place: Place, neighbour: tuple[Place, bool] | None) -> Blocks:
    """The blocks with one more: beside its neighbour, at the end when that stands elsewhere."""
    at = len(blocks)
    if neighbour and (neighbour[0].section, neighbour[0].field) == (place.section, place.field):
        ids = [one.id for one in blocks]
        if neighbour[0].block in ids:
            at = ids.index(neighbour[0].block) + neighbour[1]
    return (*blocks[:at], block, *blocks[at:])


def _into_attachments(
    years: Years, passages: Sequence[Passage], index: int, source: Piece, new_id: NewId
) -> tuple[Report, Place] | None:
    """A whole attachment that is gone, at its title; a paragraph of one that is still there."""
    report, old = years.report, source.place.section
    if source.place.field == TITLE:
        lost = next(one for one in years.last.attachments if one.id == old)
        blocks = tuple(replace(one, id=new_id()) for one in lost.blocks)
        new = Attachment(new_id(), lost.title, blocks)
        return set_attachments(report, (*report.attachments, new)), Place(new.id, TITLE)
    for one in reversed(passages[:index]):
        if one.before is not None and one.after is None and one.before.place == Place(old, TITLE):
            return None
        if one.after is not None:
            place = one.after.place
            blocks = next(each.blocks for each in report.attachments if each.id == place.section)
            block = _as_block(source, new_id())
            beside = (place, True) if place.field == TEXT_FIELD else None
            grown = _placed(blocks, block, Place(place.section, TEXT_FIELD), beside) if beside else (block, *blocks)
            return _with(report, Place(place.section, TEXT_FIELD), grown), Place(place.section, TEXT_FIELD, block.id)
    return None


# Fields by their places


def _slot(report_type: ReportType, report: Report, place: Place) -> _Slot | None:
    if place.section == PREFACE:
        return _Slot(place, "prose", report.preface)
    for attachment in report.attachments:
        if attachment.id == place.section:
            if place.field == TITLE:
                return _Slot(place, "title", attachment.title)
            return _Slot(place, "prose", attachment.blocks)
    section = next((one for one in report.sections if one.id == place.section), None)
    return _section_slot(report_type, section, place) if section else None


def _section_slot(report_type: ReportType, section: Section, place: Place) -> _Slot | None:
    fields = fields_of(report_type.section(section.kind))
    kind = next((one.kind for one in fields if one.id == place.field), "")
    return _Slot(place, kind, section.values.get(place.field, KINDS[kind].empty())) if kind else None


def _with(report: Report, place: Place, value: Value) -> Report:
    """The report with another value in a field."""
    if place.section == PREFACE:
        return set_preface(report, _blocks(value))
    if any(one.id == place.section for one in report.attachments):
        if place.field == TITLE:
            return set_attachment(report, place.section, lambda one: replace(one, title=str(value)))
        return set_attachment(report, place.section, lambda one: replace(one, blocks=_blocks(value)))
    return set_field(report, place.section, place.field, value)


def _as_block(piece: Piece, block_id: str) -> Block:
    if isinstance(piece, Prose):
        return Paragraph(block_id, piece.text, piece.level)
    return Table(block_id, piece.rows, piece.head_rows, piece.caption)


def _blocks(value: Value) -> Blocks:
    return tuple(one for one in value if isinstance(one, Paragraph | Table)) if isinstance(value, tuple) else ()


def _items(value: Value) -> tuple[Item, ...]:
    return tuple(one for one in value if isinstance(one, Item)) if isinstance(value, tuple) else ()
