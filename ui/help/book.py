"""All pages of help: found by id, by the place in the report, by words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from report.content import Paragraph as Words
from report.document import FIGURES, Place
from report.numbering import heading_length
from report.report import TEXT_FIELD, Report, Section
from report.template import FrontGroup, ReportType, SectionType
from resources import resource
from resources.i18n import _
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE
from ui.help.blocks import Block, Heading, Keys, Link, Page, Paragraph, Points, lines_of
from ui.help.tables import TABLES, key_groups
from ui.help.topics import read_topics
from ui.help.type_pages import OWN, part_anchor, section_id, type_pages

CONTENTS, KEYS = "contents", "keys"
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Book:
    """The pages for one report type."""

    type: ReportType
    pages: tuple[Page, ...]

    def page(self, address: str) -> Page | None:
        """The page of an address such as "front#date"; None when there is none."""
        return next((one for one in self.pages if one.id == address.partition("#")[0]), None)

    def has(self, address: str) -> bool:
        """Whether page and entry exist."""
        page, anchor = self.page(address), address.partition("#")[2]
        return page is not None and (not anchor or page.entry(anchor) is not None)

    def address(self, place: Place, report: Report) -> str:
        """Where the help for a place of a report is; the contents for none."""
        if place.section == FIGURES:
            return FIGURES
        if place.section in (FRONT, PREFACE, ATTACHMENTS):
            wanted = f"{place.section}#{place.field}"
        elif any(one.id == place.section for one in report.attachments):
            wanted = f"{ATTACHMENTS}#{place.field}"
        else:
            section = next((one for one in report.sections if one.id == place.section), None)
            wanted = self._section_address(section, place) if section else CONTENTS
        page, _mark, anchor = wanted.partition("#")
        return wanted if anchor and self.has(wanted) else page

    def _section_address(self, section: Section, place: Place) -> str:
        kind = self.type.section(section.kind)
        if kind is None:
            return OWN
        if place.field == TEXT_FIELD:
            part = _part_at(kind, section, place.block)
            if part is not None:
                return f"{section_id(kind.id)}#{part_anchor(part)}"
            if len(kind.fields) == 1:
                return section_id(kind.id)
        return f"{section_id(kind.id)}#{place.field}"

    def search(self, words: str) -> Page:
        """A page that lists where all the words occur; pages with them in the title first."""
        wanted = _plain(words).split()
        found = [hit for page in self.pages if page.id != CONTENTS for hit in _hits(page, wanted)]
        found.sort(key=lambda hit: hit[0])
        blocks: list[Block] = []
        for _rank, link, line in found:
            blocks.append(Paragraph((link,)))
            if line:
                blocks.append(Paragraph((_excerpt(line, wanted),), quiet=True))
        if not blocks:
            blocks = [Paragraph((_("帮助里没有“{words}”。").format(words=words.strip()),))]
        return Page("", _("找“{words}”").format(words=words.strip()), tuple(blocks))


def make_book(report_type: ReportType, groups: Sequence[FrontGroup]) -> Book:
    """The help for a report type: contents, topics, what the type declares, keys."""
    topics = read_topics(resource("help"), TABLES)
    declared = type_pages(report_type, groups)
    keys = _keys_page()
    return Book(report_type, (_contents(topics, declared, keys), *topics, *declared, keys))


def _contents(topics: Sequence[Page], declared: Sequence[Page], keys: Page) -> Page:
    blocks = (
        Heading(_("怎么用")),
        Points(tuple((Link(one.title, one.id),) for one in (*topics, keys))),
        Heading(_("各部分写什么")),
        Points(tuple((Link(one.title, one.id),) for one in declared)),
    )
    return Page(CONTENTS, _("帮助"), blocks, _("按F1看光标所在那一栏的帮助"))


def _keys_page() -> Page:
    blocks: list[Block] = []
    for group in key_groups():
        blocks += [Heading(group.title), Keys(group.rows)]
    return Page(KEYS, _("快捷键"), tuple(blocks))


def _part_at(kind: SectionType, section: Section, block_id: str) -> int | None:
    """The usual part under whose heading a paragraph stands."""
    headings = [part.heading for part in kind.parts]
    found: int | None = None
    for block in section.text:
        if isinstance(block, Words) and block.level == 2:
            heading = block.text[: heading_length(block.text, 2)] or block.text
            found = headings.index(heading) if heading in headings else None
        if block.id == block_id:
            return found
    return None


def _hits(page: Page, wanted: Sequence[str]) -> list[tuple[int, Link, str]]:
    """The page when its title has the words; else its entries and paragraphs that have them, each entry once."""
    if not wanted:
        return []
    if _has(page.title, wanted):
        return [(0, Link(page.title, page.id), "")]
    hits: dict[str, tuple[int, Link, str]] = {}
    address, name = page.id, page.title
    for block in page.blocks:
        if isinstance(block, Heading):
            address = f"{page.id}#{block.anchor}" if block.anchor else page.id
            name = f"{page.title}：{block.text}" if block.anchor else page.title
        for line in lines_of(block):
            if _has(line, wanted) and address not in hits:
                rank, told = (1, "") if isinstance(block, Heading) else (2, line)
                hits[address] = (rank, Link(name, address), told)
    return list(hits.values())


def _has(text: str, wanted: Sequence[str]) -> bool:
    plain = _plain(text)
    return all(word in plain for word in wanted)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _excerpt(line: str, wanted: Sequence[str]) -> str:
    """The words with some of what stands around them."""
    place = max(0, _plain(line).find(wanted[0]) - _EXCERPT // 3)
    shown = line[place : place + _EXCERPT]
    return ("…" if place else "") + shown + ("…" if place + _EXCERPT < len(line) else "")
