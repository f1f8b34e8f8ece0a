"""What the import changed and noticed; the marks can be set back."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from report.content import Block, Blocks, Table
from report.document import Place
from report.linked_text import with_text
from report.notes import Note
from report.report import TEXT_FIELD, Report
from resources.i18n import _
from storage.records import SourceText
from ui.dialogs.base import Dialog
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.sentences import note_sentence
from ui.session import Session
from ui.theme import Theme


class NotesDialog(Dialog):
    """The notes of an import as sentences.

    Signals:
        original_wished(): the file that was imported is to be written somewhere.
    """

    original_wished = Signal()

    def __init__(self, source: SourceText, session: Session, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("导入说明"), _("关闭"), parent, 680)
        self.cancel_button.hide()
        self._session = session
        lines = [note_sentence(note.rule, note.count, note.line, note.quote) for note in source.notes]
        if source.unplaced:
            lines += ["", _("下面的文字没有归处，需要时可以从这里复制："), *source.unplaced]
        text = QPlainTextEdit("\n".join(lines) or _("导入时没有改动，也没有要留意的地方。"))
        text.setReadOnly(True)
        text.setMinimumHeight(theme.px(320))
        text.setAccessibleName(_("导入说明"))
        self.body.addWidget(text)
        self._marks = next((note for note in source.notes if note.rule == "marks"), None)
        self.revert_button = PlainButton(theme, with_mnemonic(_("标点改回原样"), "R"))
        self.revert_button.setEnabled(self._marks is not None)
        self.revert_button.clicked.connect(self._revert)
        self.original_button = PlainButton(theme, with_mnemonic(_("另存原文件…"), "O"))
        self.original_button.clicked.connect(self.original_wished)
        row = QHBoxLayout()
        row.addWidget(self.revert_button)
        row.addWidget(self.original_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _revert(self) -> None:
        if self._marks is None:
            return
        opened = self._session.opened
        opened.apply(_("标点改回原样"), Place(""), revert_texts(opened.report, self._marks))
        self._session.workplace.show_step(Place(""))
        self.revert_button.setEnabled(False)


def revert_texts(report: Report, note: Note) -> Report:
    """The report with the texts that a note changed set back, where they were not edited since."""
    before = {one.block: one for one in note.reverts if one.block}

    def block(one: Block) -> Block:
        found = before.get(one.id)
        if isinstance(one, Table) or found is None or one.text != found.after:
            return one
        return with_text(one, found.before)

    def blocks(old: Blocks) -> Blocks:
        return tuple(block(one) for one in old)

    sections = tuple(
        replace(
            section.with_value(TEXT_FIELD, blocks(section.text)) if section.text else section,
            heading=before[section.id].before
            if section.id in before and section.heading == before[section.id].after
            else section.heading,
        )
        for section in report.sections
    )
    attachments = tuple(replace(one, blocks=blocks(one.blocks)) for one in report.attachments)
    return replace(report, preface=blocks(report.preface), sections=sections, attachments=attachments)
