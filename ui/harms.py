"""What to tell of data that are not as they were written. No Qt: the command line says the same."""

from typing import Final

from resources.i18n import N_, _
from storage.verifying import Damage, Harm

_HARMS: Final = {
    Harm.STRUCTURE: N_("数据文件的结构坏了"),
    Harm.CHANGED: N_("有内容和写入时不一样"),
    Harm.MISSING: N_("少了或多了内容"),
    Harm.JOURNAL: N_("修改记录断了"),
}


def harm_sentence(one: Damage) -> str:
    """What is wrong, in one sentence."""
    detail = " ".join(filter(None, (one.table, one.detail)))
    words = {"what": _(_HARMS[one.harm]), "report": one.report, "detail": detail}
    if one.report:
        return _("报告“{report}”{what}（{detail}）。").format_map(words)
    return _("{what}（{detail}）。").format_map(words)
