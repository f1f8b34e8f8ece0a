"""What the five statutory contents are called, and where they are laid down."""

from report.template import Statutory
from resources.i18n import N_, _

_CONTENT = {
    Statutory.MEASURES: N_("法定内容①主要举措和成效"),
    Statutory.SHORTFALLS: N_("法定内容②存在的不足和原因"),
    Statutory.LEADER: N_("法定内容③第一责任人履职情况"),
    Statutory.PLANS: N_("法定内容④下一年度主要安排"),
    Statutory.OTHER: N_("法定内容⑤其他需要报告的情况"),
}
SOURCE = "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）"


def statutory_words(content: Statutory) -> str:
    """One content with its number."""
    return _(_CONTENT[content])
