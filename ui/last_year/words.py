"""The words of the page 去年."""

from collections.abc import Mapping
from types import MappingProxyType

from report.carrying import CarriedState
from report.document import Prose
from report.last_year import Comparison, Passage, words_of
from report.year_alignment import MatchKind
from resources.i18n import N_, _
from ui.parts.marks import Tone

CHIPS: Mapping[MatchKind, tuple[str, Tone]] = MappingProxyType(
    {
        MatchKind.UNCHANGED: (N_("未改动"), "amber"),
        MatchKind.CHANGED: (N_("已改"), "accent"),
        MatchKind.ADDED: (N_("今年新增"), "accent"),
        MatchKind.REMOVED: (N_("去年有今年没有"), "red"),
    }
)
"""Word and tone of each."""


def chip_of(passage: Passage, state: CarriedState = CarriedState.NEW) -> tuple[str, Tone]:
    """Word and tone of a passage's chip; `state` is that of this year's words in a report begun from last year's."""
    if state is CarriedState.CARRIED:
        return _(CHIPS[MatchKind.UNCHANGED][0]), CHIPS[MatchKind.UNCHANGED][1]
    if state is CarriedState.CONFIRMED and passage.kind is MatchKind.UNCHANGED:
        return _("沿用"), "green"
    word, tone = CHIPS[passage.kind]
    return _(word), tone


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


def spoken(passage: Passage, number: int) -> str:
    """What a screen reader says of a passage: 已改，第3段：…."""
    piece = passage.after or passage.before
    if piece is None:
        return ""
    label = name_of(passage)
    where = label or _("第{number}段").format(number=number)
    return _("{kind}，{where}：{text}").format(kind=chip_of(passage)[0], where=where, text=words_of(piece))


def name_of(passage: Passage) -> str:
    """The name of a named value, "" for text."""
    piece = passage.after or passage.before
    return piece.label if isinstance(piece, Prose) and not piece.level else ""


def number_of(passage: Passage) -> str:
    """The computed number of a paragraph, "" for plain text."""
    piece = passage.after or passage.before
    return piece.label if isinstance(piece, Prose) and piece.level else ""
