"""The words in which a comparison speaks of its passages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from report.carrying import CarriedState
from report.document import Prose
from report.last_year import Passage, words_of
from report.year_alignment import MatchKind
from resources.i18n import N_, _
from ui.parts.marks import Tone

Chips = Mapping[MatchKind, tuple[str, Tone]]


@dataclass(frozen=True, slots=True)
class Voice:
    """Sentences to be translated where they are used.

    `chips`: word and tone of each kind; `before` introduces the older text; `removed` and `added` name the marks.
    """

    chips: Chips
    before: str
    removed: str
    added: str
    original: str


LAST_YEAR = Voice(
    MappingProxyType(
        {
            MatchKind.UNCHANGED: (N_("未改动"), "amber"),
            MatchKind.CHANGED: (N_("已改"), "accent"),
            MatchKind.ADDED: (N_("今年新增"), "accent"),
            MatchKind.REMOVED: (N_("去年有今年没有"), "red"),
        }
    ),
    N_("去年：{text}"),
    N_("去掉的字"),
    N_("今年的字"),
    N_("去年的原文"),
)
HISTORY = Voice(
    MappingProxyType(
        {
            MatchKind.UNCHANGED: (N_("相同"), "neutral"),
            MatchKind.CHANGED: (N_("后来改过"), "accent"),
            MatchKind.ADDED: (N_("后来加的"), "accent"),
            MatchKind.REMOVED: (N_("后来删的"), "red"),
        }
    ),
    N_("这一版：{text}"),
    N_("后来去掉的"),
    N_("后来加上的"),
    N_("这一版的原文"),
)


def chip_of(voice: Voice, passage: Passage, state: CarriedState = CarriedState.NEW) -> tuple[str, Tone]:
    """Word and tone of a passage's chip; `state` is that of this year's words in a report begun from last year's."""
    if state is CarriedState.CARRIED:
        return _(voice.chips[MatchKind.UNCHANGED][0]), voice.chips[MatchKind.UNCHANGED][1]
    if state is CarriedState.CONFIRMED and passage.kind is MatchKind.UNCHANGED:
        return _("沿用"), "green"
    word, tone = voice.chips[passage.kind]
    return _(word), tone


def spoken(voice: Voice, passage: Passage, number: int) -> str:
    """What a screen reader says of a passage: 已改，第3段：…."""
    piece = passage.after or passage.before
    if piece is None:
        return ""
    label = name_of(passage)
    where = label or _("第{number}段").format(number=number)
    return _("{kind}，{where}：{text}").format(kind=chip_of(voice, passage)[0], where=where, text=words_of(piece))


def name_of(passage: Passage) -> str:
    """The name of a named value, "" for text."""
    piece = passage.after or passage.before
    return piece.label if isinstance(piece, Prose) and not piece.level else ""


def number_of(passage: Passage) -> str:
    """The computed number of a paragraph, "" for plain text."""
    piece = passage.after or passage.before
    return piece.label if isinstance(piece, Prose) and piece.level else ""
