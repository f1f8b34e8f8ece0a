"""The sentences of the page 去年."""

from report.last_year import Comparison
from report.year_alignment import MatchKind
from resources.i18n import _


def counts_sentence(comparison: Comparison) -> str:
    """How many paragraphs there are and what became of them: 6段：4改，1增，1未动."""
    counts = {kind: comparison.count(kind) for kind in MatchKind}
    total = sum(counts.values())
    if not total:
        return ""
    if counts[MatchKind.UNCHANGED] == total:
        return _("{count}段都未改动，还没有写成今年的").format(count=total)
    told = (
        (_("{count}改"), MatchKind.CHANGED),
        (_("{count}增"), MatchKind.ADDED),
        (_("{count}删"), MatchKind.REMOVED),
        (_("{count}未动"), MatchKind.UNCHANGED),
    )
    rest = _("，").join(words.format(count=counts[kind]) for words, kind in told if counts[kind])
    return _("{count}段：{rest}").format(count=total, rest=rest)


def meta_sentence(year: int | None, unchanged: int) -> str:
    """What is compared with, and how much of it still stands as it did."""
    words = _("{year}年度").format(year=year) if year else _("上一年度")
    rest = _("全文还有{count}段未改动").format(count=unchanged) if unchanged else _("同一部分")
    return words + _("，") + rest
