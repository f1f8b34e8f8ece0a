"""What to tell of data that are not as they were written. No Qt: the command line says the same."""

from collections.abc import Mapping, Sequence
from typing import Final

from resources.i18n import N_, _
from storage.verifying import Damage, Harm

_HARMS: Final = {
    Harm.STRUCTURE: N_("数据文件的结构坏了"),
    Harm.CHANGED: N_("有内容和写入时不一样"),
    Harm.MISSING: N_("少了或多了内容"),
    Harm.JOURNAL: N_("修改记录断了"),
}
_NAMED: Final = 2


def harm_sentence(one: Damage) -> str:
    """What is wrong, in one sentence."""
    detail = " ".join(filter(None, (one.table, one.detail)))
    words = {"what": _(_HARMS[one.harm]), "report": one.report, "detail": detail}
    if one.report:
        return _("报告“{report}”{what}（{detail}）。").format_map(words)
    return _("{what}（{detail}）。").format_map(words)


def harms_sentence(found: Sequence[Damage], titles: Mapping[str, str]) -> str:
    """Where the damage is and what it is, for the clerk; `titles` are those of the reports that are known, by id."""
    named = [one for one in found if one.report] or [one for one in found if one.table == "setting"] or list(found)
    what = _(_HARMS[named[0].harm])
    return _("核对数据时发现损坏：{where}{what}，共{count}处。").format(
        where=_places(named, titles), what=what, count=len(found)
    )


def _places(named: Sequence[Damage], titles: Mapping[str, str]) -> str:
    reports = list(dict.fromkeys(one.report for one in named if one.report))
    if not reports:
        return _("程序设置") if named[0].table == "setting" else ""
    told = [titles[one] for one in reports if one in titles][:_NAMED]
    if not told:
        return _("{count}份报告").format(count=len(reports))
    words = "".join(f"《{one}》" for one in told)
    if len(told) == len(reports):
        return words
    return _("{reports}等{count}份报告").format(reports=words, count=len(reports))
