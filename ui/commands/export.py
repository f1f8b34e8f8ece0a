"""`export`: write a report as a file."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exports.errors import ExportError
from exports.files import write_whole
from exports.formats import Format, format_of, rendered
from exports.pdf.export import faces_for, missing_characters
from report.checking.engine import check
from report.checking.passages import Checked
from report.checking.stopping import stopping
from report.compose import Copy, compose
from report.document import Document, Place
from report.holes import find_holes
from report.publishing import published
from resources.i18n import _
from ui.commands.check import check_stored
from ui.commands.failure import CommandFailure
from ui.commands.output import complain, tell
from ui.commands.sources import Source, Wanted, load_source, stored_id
from ui.sentences import hole_sentence, missing_character_sentence, sentence, system_faces_sentence

_NAMED = 20
"""Characters without a face that are named one by one; a file full of them is told of by their count."""


def run_export(options: Namespace) -> int:
    """Write the file; what is missing is listed on stderr, its path on stdout. Raises CommandFailure."""
    target = Path(options.output)
    kind = format_of(target)
    if kind is None:
        raise CommandFailure(
            _("“{name}”的后缀不认识。能导出 {suffixes}。").format(
                name=target.name, suffixes=_("、").join(f".{one}" for one in Format)
            )
        )
    if _same_file(target, options.source):
        raise CommandFailure(_("输出文件“{name}”就是原文。请换一个文件名，以免把原文盖掉。").format(name=target.name))
    source = load_source(Wanted(options.source, options.type, options.year, options.office, options.data))
    copy = Copy(options.copy)
    document = compose(source.type, source.report, copy)
    if options.faces is not None:
        document = replace(document, style=replace(document.style, system_faces=options.faces == "system"))
    if document.style.system_faces and kind is Format.PDF:
        from exports.pdf.system_faces import find_system_faces, font_folders

        complain(system_faces_sentence(find_system_faces(font_folders()).values()))
    blocks = _blocks(options, source, copy)
    write_document(source, document, target, copy, blocks, strict=options.strict, kind=kind)
    tell(str(target))
    return 0


def _blocks(options: Namespace, source: Source, copy: Copy) -> list[str]:
    """What the check blocks and is no hole, as sentences; nothing of a draft."""
    if copy is Copy.DRAFT:
        return []
    if stored_id(options.source):
        from storage.location import data_folder

        found = check_stored(source, data_folder(options.data), copy)
    else:
        found = check(Checked(source.type, source.report, copy))
    return [_("{message}。").format(message=one.message) for one in stopping(found)]


def _same_file(target: Path, source: str) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return False


def write_copy(source: Source, target: Path, copy: Copy) -> None:
    """Write one copy of a report; what is missing is listed on stderr. Raises CommandFailure."""
    write_document(source, compose(source.type, source.report, copy), target, copy)


def write_document(
    source: Source,
    document: Document,
    target: Path,
    copy: Copy,
    blocks: Sequence[str] = (),
    *,
    strict: bool = False,
    kind: Format = Format.PDF,
) -> None:
    """Write a copy that is composed; what is missing and what blocks is listed on stderr. Raises CommandFailure."""
    try:
        lacks = [hole_sentence(hole) for hole in find_holes(source.type, source.report, copy)]
        lacks += blocks
        if kind is Format.PDF:
            lacks += _missing(document)
        if strict and lacks:
            complain("\n".join(lacks))
            raise CommandFailure(_("上面{count}处要先处理，没有导出。").format(count=len(lacks)), code=1)
        report = published(source.report) if copy is Copy.PUBLIC else source.report
        write_whole(target, rendered(kind, document, report, source.moment))
    except ExportError as error:
        raise CommandFailure(sentence(error)) from error
    if lacks:
        complain("\n".join(lacks))


def _missing(document: Document) -> list[str]:
    """The characters that no face has, the first of them by name. Raises ExportError."""
    missing = missing_characters(document, faces_for(document))
    lacks = [missing_character_sentence(one, place_name(document, one.place)) for one in missing[:_NAMED]]
    if len(missing) > _NAMED:
        more = len(missing) - _NAMED
        lacks.append(_("另有{count}个字所有字体都没有。请核对是不是选错了文件。").format(count=more))
    return lacks


def place_name(document: Document, place: Place) -> str:
    """What the clerk calls the place: the section's number and heading, or the part of the front matter."""
    for piece in document.body:
        if piece.place.section == place.section and getattr(piece, "level", 0) == 1:
            return _("第{number}部分").format(number=getattr(piece, "number", ""))
    names = {"preface": _("引言"), "front": _("基本信息")}
    for page in document.attachments:
        if page.place.section == place.section:
            return page.label
    return names.get(place.section, _("正文"))
