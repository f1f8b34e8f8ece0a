"""The words of the history."""

from collections.abc import Sequence
from typing import Final

from report.last_year import Passage, words_of
from report.word_differences import Part, word_differences
from report.year_alignment import MatchKind
from resources.i18n import N_, _
from storage.records import Revision

_DEEDS: Final = {
    "create": N_("新建"),
    "duplicate": N_("复制"),
    "restore": N_("从回收站取回"),
    "rename": N_("改名"),
    "state": N_("改状态"),
    "submit": N_("报送"),
}
"""What was done to the report as a whole. What was typed has its words already."""
_SILENT: Final = frozenset({"freeze", "confirm", "source", "archive", "unarchive", "trash", "compact"})


def grown_words(revision: Revision) -> str:
    """+46字, −12字, "" when the text is as long as before."""
    if not revision.grown:
        return ""
    sign = "+" if revision.grown > 0 else "−"
    return _("{sign}{count}字").format(sign=sign, count=abs(revision.grown))


def deed_words(revision: Revision) -> str:
    """The name of the version, else the last that was done: 送审稿, 修改“不足”第2条."""
    if revision.name:
        return revision.name
    told = [_(_DEEDS.get(one, one)) for one in revision.deeds if one not in _SILENT]
    return told[-1] if told else ""


def since_sentence(passages: Sequence[Passage]) -> str:
    """What became of a version since: 之后改了2段，去掉38字，增加37字."""
    changed = [one for one in passages if one.kind is not MatchKind.UNCHANGED]
    if not changed:
        return _("与现在相同。")
    removed = added = 0
    for one in changed:
        before, after = (words_of(piece) if piece else "" for piece in (one.before, one.after))
        for segment in word_differences(before, after):
            removed += len(segment.text) if segment.part is Part.REMOVED else 0
            added += len(segment.text) if segment.part is Part.ADDED else 0
    told = [
        _("之后改了{count}处").format(count=len(changed)),
        _("去掉{count}字").format(count=removed) if removed else "",
        _("增加{count}字").format(count=added) if added else "",
    ]
    return _("，").join(filter(None, told)) + _("。")
