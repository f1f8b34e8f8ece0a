"""A program on a folder of its own, driven without a display; a deed of the clerk is timed to its last paint."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from report import edits
from report.content import Blocks, Paragraph
from report.document import Place
from report.report import TEXT_FIELD
from storage.location import data_folder
from storage.lock import FolderLock
from ui.application import Application, make_qt
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.fields.prose.text import ProseText

_SENTENCE = "全年检查生产经营单位一百家，作出行政处罚决定46件，罚没金额312.4860万元，未发生行政复议和行政诉讼。"
_LENGTHS = (1000, 400, 150, 60, 20)
SECTION = 3


class Scene:
    """A window with the sample open, 1366 × 696."""

    def __init__(self, program: Application) -> None:
        self.program, self.app = program, program.app
        program.start()
        program.controller.open_sample()
        self.wait(lambda: program.window.session is not None)
        program.window.resize(1366, 696)
        self.pause(1.0)

    @property
    def workplace(self) -> Workplace:
        """The editor of the open report."""
        session = self.program.window.session
        assert session is not None
        return session.workplace

    def page(self, number: int = SECTION) -> SectionPage:
        """The page of a section, shown."""
        section = self.workplace.desk.opened.report.sections[number]
        self.workplace.show_part(section.id)
        page = self.workplace.page_of(section.id)
        assert isinstance(page, SectionPage)
        return page

    def text(self, number: int = SECTION) -> ProseText:
        """The prose of a section, in focus."""
        page = self.page(number)
        assert page.prose is not None
        page.prose.text.setFocus()
        return page.prose.text

    def fill(self, blocks: Blocks) -> ProseText:
        """Put blocks into the section, the cursor into the middle of them."""
        opened = self.workplace.desk.opened
        section = opened.report.sections[SECTION].id
        opened.apply("", Place(section, TEXT_FIELD), edits.set_field(opened.report, section, TEXT_FIELD, blocks))
        self.workplace.show_step(Place(section, TEXT_FIELD))
        text = self.text()
        text.focus_block(blocks[len(blocks) // 2].id, 10)
        self.pause(1.0)
        return text

    def wait(self, done: Callable[[], object], seconds: float = 30) -> None:
        """Let events pass until `done`."""
        until = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < until, "the window does not come to rest"
            self.app.processEvents()
            time.sleep(0.001)

    def pause(self, seconds: float) -> None:
        """Let events pass for a while."""
        until = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > until, seconds + 5)

    def timed(self, act: Callable[[], object]) -> float:
        """Milliseconds of a deed with the events, paints among them, that follow at once."""
        start = time.perf_counter()
        act()
        self.app.processEvents()
        return (time.perf_counter() - start) * 1000


@contextmanager
def scene() -> Iterator[Scene]:
    """A scene that is taken down afterwards."""
    app = QApplication.instance() or make_qt()
    del app
    with TemporaryDirectory() as name:
        folder = data_folder(str(Path(name)))
        program = Application(folder, FolderLock.take(folder))
        try:
            yield Scene(program)
        finally:
            program.window.may_close = lambda: True
            program.window.close()
            program.stop()


def commit(widget: QWidget, text: str) -> None:
    """What an input method does when a word is chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def many_paragraphs(characters: int = 20_000) -> Blocks:
    """Paragraphs of all levels, up to 1,000 characters each."""
    blocks: list[Paragraph] = []
    while sum(len(one.text) for one in blocks) < characters:
        length = _LENGTHS[len(blocks) % len(_LENGTHS)]
        text = (_SENTENCE * (length // len(_SENTENCE) + 1))[:length]
        blocks.append(Paragraph(f"b{len(blocks)}", text, (0, 2, 3, 3, 4)[len(blocks) % 5]))
    return tuple(blocks)


def one_paragraph(characters: int = 20_000) -> Blocks:
    """One paragraph."""
    return (Paragraph("b0", (_SENTENCE * (characters // len(_SENTENCE) + 1))[:characters], 3),)
