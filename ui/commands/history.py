"""`history`: the revisions of a stored report, and what became of one of them since."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from report.document import Place
from report.last_year import Passage, words_of
from report.loader import load_front
from report.report import Report
from report.state_comparison import States, compare_states
from report.word_differences import Part, word_differences
from report.year_alignment import MatchKind
from resources import resource
from resources.i18n import _
from storage.errors import StorageError
from storage.location import data_folder
from storage.reading import read_report_at, read_revisions
from storage.records import Revision
from ui.commands.failure import CommandFailure
from ui.commands.output import tell
from ui.commands.sources import Source, load_stored
from ui.places import place_words
from ui.storage_sentences import storage_sentence

_MOST: Final = 100_000
_EVERYWHERE: Final = Place("")
_Answer = TypeVar("_Answer")


def run_history(options: Namespace) -> int:
    """Print the revisions, the newest first, or how one differs from now. Raises CommandFailure."""
    folder = _told(lambda: data_folder(options.data))
    now = load_stored(options.report, options.data)
    if options.at is not None:
        _tell_differences(folder, now, options.at)
        return 0
    found = _told(lambda: read_revisions(folder, options.report, _MOST))
    if options.json:
        data = {"report": options.report, "revisions": [_data(one) for one in found]}
        tell(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for one in found:
            tell("\t".join(_row(one, now.report)))
    return 0


def _tell_differences(folder: Path, now: Source, sequence: int) -> None:
    then = _told(lambda: read_report_at(folder, now.report.id, sequence))
    groups = load_front(resource("templates"))
    passages = compare_states(States(now.type, then, now.report, tuple(groups)), _EVERYWHERE)
    changed = [one for one in passages if one.kind is not MatchKind.UNCHANGED]
    if not changed:
        tell(_("与现在相同。"))
    for one in changed:
        tell(_passage(one, then, now.report))


def _passage(passage: Passage, then: Report, now: Report) -> str:
    piece = passage.after or passage.before
    assert piece is not None
    where = place_words(piece.place, now if passage.after is not None else then)
    label = getattr(piece, "label", "") if not getattr(piece, "level", 0) else ""
    return f"{where}\t{label}\t{''.join(_marked(passage))}"


def _marked(passage: Passage) -> Iterator[str]:
    before, after = (words_of(one) if one is not None else "" for one in (passage.before, passage.after))
    for one in word_differences(before, after):
        if one.part is Part.SAME:
            yield one.text
        else:
            yield f"〔－{one.text}〕" if one.part is Part.REMOVED else f"〔＋{one.text}〕"


def _row(one: Revision, report: Report) -> Iterator[str]:
    yield str(one.sequence)
    yield one.moment.astimezone().strftime("%Y-%m-%d %H:%M")
    yield one.who
    yield one.name
    yield f"{one.grown:+d}"
    yield _("、").join(dict.fromkeys(place_words(place, report) for place in one.places))


def _data(one: Revision) -> dict[str, Any]:
    return {
        "sequence": one.sequence,
        "began": one.began.isoformat(),
        "moment": one.moment.isoformat(),
        "who": one.who,
        "version": one.name or None,
        "deeds": list(one.deeds),
        "grown": one.grown,
        "places": [{"section": place.section, "field": place.field or None} for place in one.places],
    }


def _told(job: Callable[[], _Answer]) -> _Answer:
    try:
        return job()
    except StorageError as error:
        raise CommandFailure(storage_sentence(error)) from error
