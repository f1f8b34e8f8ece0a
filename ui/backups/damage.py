"""Tells what was found damaged while the window is open, with the way to a backup."""

from collections.abc import Callable

from resources.i18n import _
from storage.verifying import Damage
from ui.backup_words import no_backup, title_of
from ui.backups.reading import read_shelf, titles_of
from ui.context import Context
from ui.harms import harms_sentence
from ui.settings import folder_of


def tell_damage(context: Context, damages: tuple[Damage, ...], show: Callable[[], None]) -> None:
    """A bar that says which report is damaged; `show` opens the backups, where there are any."""
    folder, second = context.archive.folder, folder_of(context.settings)

    def work() -> tuple[dict[str, str], bool]:
        titles = {name: title_of(listing) for name, listing in titles_of(folder).items()}
        return titles, bool(read_shelf(folder, second).rows)

    def told(found: tuple[dict[str, str], bool]) -> None:
        titles, has_backups = found
        text = harms_sentence(damages, titles)
        if has_backups:
            second_line = _("请不要删除数据文件。用备份恢复时，现在的数据文件也会留着。")
            context.window.bars.warn(text, second_line, [(_("用备份恢复…"), show)])
        else:
            context.window.bars.warn(text, no_backup(folder))

    context.tasks.run(work, told, context.tell_failure)
