"""What an edit is called in the menu, and where it was: found by comparing a field before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from report.content import Block, Item, Pair, Pairs, Paragraph, Table
from report.report import Value
from resources.i18n import _

Entry: TypeAlias = Block | Pair | Item


@dataclass(frozen=True, slots=True)
class EditName:
    """The name of an edit; the id of the block or row it was in, "" when in several; whether it was typing."""

    name: str
    entry: str = ""
    typed: bool = False


def name_edit(subject: str, before: Value, after: Value) -> EditName:
    """The name of an edit of a field; `subject` is what the clerk calls the field."""
    if isinstance(before, Pairs) and isinstance(after, Pairs):
        return _name_pairs(subject, before, after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _name_entries(subject, before, after)
    return EditName(_("修改“{subject}”").format(subject=subject), typed=not isinstance(after, Table))


def _name_pairs(subject: str, before: Pairs, after: Pairs) -> EditName:
    if before.lead != after.lead:
        return EditName(_("修改“{subject}”").format(subject=_("引语")), "lead", typed=True)
    if before.joined != after.joined:
        return EditName(_("改“{subject}”的成文方式").format(subject=subject))
    return _name_entries(subject, before.rows, after.rows)


def _name_entries(subject: str, before: Sequence[Entry], after: Sequence[Entry]) -> EditName:
    """One entry changed, or some were added, removed, moved."""
    if not before and len(after) == 1 and not isinstance(after[0], Table):
        # Empty fields show room for an entry: the first word in it is typing as those that follow are.
        return _name_changed(subject, (_emptied(after[0]),), after, [0])
    old, new = [one.id for one in before], [one.id for one in after]
    if old == new:
        changed = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        return _name_changed(subject, before, after, changed)
    words = {"subject": subject}
    added = [one for one in new if one not in old]
    removed = [one for one in old if one not in new]
    if not added and not removed:
        return EditName(_("移动“{subject}”的段落").format_map(words))
    if added and removed:
        return EditName(_("修改“{subject}”").format_map(words))
    kind, ids, place = (after, new, added[0]) if added else (before, old, removed[0])
    words["where"] = _where(kind[ids.index(place)], ids.index(place) + 1, len(added or removed))
    sentence = _("添加“{subject}”{where}") if added else _("删去“{subject}”{where}")
    return EditName(sentence.format_map(words), place)


def _name_changed(subject: str, before: Sequence[Entry], after: Sequence[Entry], changed: Sequence[int]) -> EditName:
    first = changed[0]
    old, new = before[first], after[first]
    where = _where(new, first + 1, len(changed))
    if isinstance(old, Paragraph) and isinstance(new, Paragraph) and old.text == new.text:
        return EditName(_("改“{subject}”{where}的层次").format(subject=subject, where=where), new.id)
    if isinstance(old, Pair) and isinstance(new, Pair):
        subject = _("不足") if old.shortfall != new.shortfall else _("原因")
    name = _("修改“{subject}”{where}").format(subject=subject, where=where)
    return EditName(name, new.id, typed=len(changed) == 1 and not isinstance(new, Table))


def _emptied(entry: Paragraph | Pair | Item) -> Entry:
    """The entry as it was before anything was typed in it."""
    return Pair(entry.id) if isinstance(entry, Pair) else replace(entry, text="")


def _where(entry: Entry, place: int, count: int) -> str:
    """Which entry it is, or how many from where."""
    if isinstance(entry, Table):
        return _("的表格")
    words = {"place": place, "count": count}
    if isinstance(entry, Pair | Item):
        return (_("第{place}条") if count == 1 else _("第{place}条起{count}条")).format_map(words)
    return (_("第{place}段") if count == 1 else _("第{place}段起{count}段")).format_map(words)
