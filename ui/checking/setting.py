"""What the office chose about the check: kept in the settings and, its own words, in a file of the data folder."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from exports.errors import ExportError
from exports.files import write_whole
from report.checking.office_words import FILE, Rows, to_text, words_of
from report.errors import ReportError
from resources.i18n import _
from storage.office_words import read_office_words, words_file
from ui.checking.watch import CheckSetting
from ui.context import Context
from ui.editor.workplace import Workplace
from ui.sentences import sentence


class CheckSettings(QObject):
    """Tells the workplace by what is checked, and lets the clerk change it."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._context, self._workplace = context, workplace
        workplace.rules_wished.connect(self.change_rules)
        workplace.words_wished.connect(self.change_words)
        self.apply()

    @property
    def file(self) -> Path:
        """Where the office's words are."""
        return words_file(self._context.archive.folder)

    def apply(self) -> None:
        """Check by what is chosen now."""
        context = self._context
        setting = CheckSetting(frozenset(context.settings.checks_off), words_of(self._rows()), context.who)
        self._workplace.watch.set_setting(setting)

    def change_rules(self) -> None:
        """Let the clerk switch rules off and on."""
        from ui.checking.rules_dialog import RulesDialog

        context = self._context
        dialog = RulesDialog(context.settings.checks_off, context.theme, context.icons, context.window)
        if dialog.exec():
            context.keep(replace(context.settings, checks_off=dialog.off))
            self.apply()
            self._workplace.watch.now()

    def change_words(self) -> None:
        """Let the clerk change the office's words."""
        from ui.checking.words_dialog import WordsDialog

        context = self._context
        dialog = WordsDialog(self._rows(), self.file, context.theme, context.icons, context.window)
        if not dialog.exec():
            return
        try:
            write_whole(self.file, to_text(dialog.rows).encode("utf-8"))
        except ExportError as error:
            context.window.bars.warn(sentence(error))
            return
        self.apply()
        self._workplace.watch.now()

    def _rows(self) -> Rows:
        try:
            return read_office_words(self._context.archive.folder)
        except ReportError as error:
            self._context.window.bars.warn(sentence(error, FILE))
        except OSError:
            self._context.window.bars.warn(_("“{name}”打不开，没有按它检查。").format(name=FILE))
        return ()
