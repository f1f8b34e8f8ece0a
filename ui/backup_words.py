"""What is told of backups: why one was made, when, how large it is, what a restore would change. No Qt."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from resources.i18n import N_, _
from storage.backups import Reason
from storage.differing import Difference, Fate
from storage.records import Listing
from ui.days import date_words, moment_words

REASONS: Final = {
    Reason.START: N_("打开后自动"),
    Reason.CLOSE: N_("关闭时"),
    Reason.ASKED: N_("手动"),
    Reason.MIGRATION: N_("升级前"),
    Reason.IMPORT: N_("导入前"),
    Reason.RESTORE: N_("恢复前"),
}
_KILO: Final = 1024
_LOST = N_("《{title}》回到{moment}的内容（之后的{lost}处修改不见）")
_REGAINED = N_("《{title}》换成{moment}的内容（多回{regained}处修改）")
_BOTH = N_("《{title}》换成{moment}的内容（现在的{lost}处修改不见，多回{regained}处）")
_BETWEEN: Final = {Fate.OLDER: _LOST, Fate.NEWER: _REGAINED, Fate.OTHER: _BOTH}


class Told(NamedTuple):
    """A sentence without its full stop, and whether it tells of something that would not be there any more."""

    words: str
    is_loss: bool


def title_of(listing: Listing) -> str:
    """What a report is called in a sentence: its name, else its title, else year and office."""
    year = _("{year}年").format(year=listing.year) if listing.year else ""
    return listing.name or listing.title or f"{year}{listing.office}" or _("没有标题的报告")


def size_words(size: int) -> str:
    """A number of bytes."""
    return f"{size / _KILO**2:.1f}MB" if size >= _KILO**2 else f"{max(1, round(size / _KILO))}KB"


def second_missing(folder: Path | str) -> str:
    """That the second folder is not there."""
    return _("第二备份文件夹“{folder}”现在不在，没有另存备份。").format(folder=folder)


def second_failed(folder: Path | str) -> str:
    """That the second folder could not be written."""
    return _("第二备份文件夹“{folder}”写不进去，没有另存备份。请看看是不是满了或只读。").format(folder=folder)


def no_backup(folder: Path) -> str:
    """That nothing can be restored, and what to do."""
    return _("没有备份可以用来恢复。请不要删除数据文件，保留“{folder}”，交给维护人员。").format(folder=folder)


def change_sentences(found: Sequence[Difference], today: date) -> tuple[Told, ...]:
    """What a restore would change, one sentence a report, what is lost first; none when it would change nothing."""
    order = {Fate.GONE: 0, Fate.OLDER: 1, Fate.OTHER: 1, Fate.NEWER: 2, Fate.BACK: 3}
    changed = sorted((one for one in found if one.fate is not Fate.SAME), key=lambda one: order[one.fate])
    return tuple(Told(_change_sentence(one, today), one.lost > 0) for one in changed)


def _change_sentence(one: Difference, today: date) -> str:
    title = title_of(one.then or one.listing)
    words = {"title": title, "lost": one.lost, "regained": one.regained}
    if one.then is None:
        if one.listing.trashed is not None:
            return _("回收站里少了《{title}》").format(title=title)
        return _("少了《{title}》（{day}新建）").format(title=title, day=_since(one.listing.created, today))
    if one.now is None:
        if one.then.trashed is not None:
            return _("回收站里多回《{title}》").format(title=title)
        return _("多回《{title}》（后来删除的）").format(title=title)
    if one.now.trashed is not None and one.then.trashed is None:
        return _("多回《{title}》（现在在回收站里）").format(title=title)
    if one.now.trashed is None and one.then.trashed is not None:
        return _("《{title}》回到回收站").format(title=title)
    return _(_BETWEEN[one.fate]).format(moment=moment_words(one.then.changed, today), **words)


def _since(moment: datetime, today: date) -> str:
    return _("今天") if moment.astimezone().date() == today else date_words(moment, today)
