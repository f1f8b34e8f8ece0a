"""`check`: what is wrong with a report or a text, for people and as JSON."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from exports.print_check import RULE, print_findings
from report.checking.engine import check
from report.checking.finding import Finding, Severity
from report.checking.ignoring import part
from report.checking.office_words import FILE, Rows, words_of
from report.checking.passages import Checked
from report.checking.source import check_source
from report.compose import Copy
from report.errors import ReportError
from resources.i18n import N_, _
from storage.location import data_folder
from storage.office_words import read_office_words
from storage.reading import read_settings as read_stored_settings
from ui.commands.failure import CommandFailure
from ui.commands.output import tell
from ui.commands.sources import Source, Wanted, all_types, load_source, read_file, stored_id
from ui.sentences import sentence
from ui.settings import read_settings

_WORDS: Final = {Severity.BLOCK: N_("阻断"), Severity.SHOULD: N_("应改"), Severity.HINT: N_("建议")}


def run_check(options: Namespace) -> int:
    """Print the findings; 1 when one of them stops a submission. Raises CommandFailure."""
    wanted = Wanted(options.source, options.type, options.year, options.office, options.data)
    copy = Copy(options.copy) if options.copy else Copy.SUBMISSION
    findings = _of_report(wanted, copy) if stored_id(options.source) else _of_file(wanted, copy, options.copy is None)
    if options.json:
        tell(json.dumps({"findings": [_data(one) for one in findings]}, ensure_ascii=False, indent=2))
    else:
        for line in _lines(findings):
            tell(line)
    return int(any(one.severity is Severity.BLOCK for one in findings))


def _of_report(wanted: Wanted, copy: Copy) -> Sequence[Finding]:
    """What is wrong with a stored report, by what its office chose: neither what it ignores nor rules that are off."""
    return check_stored(load_source(wanted), data_folder(wanted.data), copy)


def check_stored(source: Source, folder: Path, copy: Copy) -> Sequence[Finding]:
    """The findings about a report of a data folder that stand. Raises CommandFailure."""
    words, off = words_of(_office_words(folder)), read_settings(read_stored_settings(folder)).checks_off
    checked = Checked(source.type, source.report, copy, office_words=words)
    printed = print_findings(checked) if RULE not in off else ()
    return part(source.report, (*check(checked, off), *printed)).standing


def _office_words(folder: Path) -> Rows:
    try:
        return read_office_words(folder)
    except ReportError as error:
        raise CommandFailure(sentence(error, FILE)) from error
    except OSError as error:
        raise CommandFailure(_("“{name}”打不开，没有按它检查。").format(name=FILE)) from error


def _of_file(wanted: Wanted, copy: Copy, guessed: bool) -> Sequence[Finding]:
    path = Path(wanted.source)
    try:
        found = read_file(path, wanted, all_types())
    except ReportError as error:
        raise CommandFailure(sentence(error, path.name)) from error
    checked = Checked(found.source.type, found.source.report, copy, copy_is_guessed=guessed)
    return (*check_source(checked, found.given, found.source.notes, found.text), *print_findings(checked))


def _data(one: Finding) -> Mapping[str, object]:
    is_somewhere = one.spot is not None and one.block is not None
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "section": one.section,
        "block": one.block,
        "start": one.start if is_somewhere else None,
        "end": one.end if is_somewhere else None,
        "quote": one.quote,
        "message": one.message,
        "source": one.source,
        "fix": one.fix,
        "fixed": one.fixed,
    }


def _lines(findings: Iterable[Finding]) -> Iterator[str]:
    findings = list(findings)
    if not findings:
        yield _("没有发现问题。")
        return
    for one in findings:
        fixed = _("（导入时已改）") if one.fixed else ""
        quote = f"「{one.quote}」" if one.quote else ""
        yield f"{_(_WORDS[one.severity])}  {one.message}{fixed}  {quote}"
    counts = Counter(one.severity for one in findings)
    yield "，".join(_("{word}{count}处").format(word=_(_WORDS[one]), count=counts[one]) for one in Severity)
