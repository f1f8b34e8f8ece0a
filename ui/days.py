"""Days and moments in the clerk's words."""

from datetime import date, datetime
from typing import Final

from resources.i18n import N_, _

_WEEKDAYS: Final = (N_("周一"), N_("周二"), N_("周三"), N_("周四"), N_("周五"), N_("周六"), N_("周日"))


def moment_words(moment: datetime, today: date) -> str:
    """Day and time here; the year too when it is not this one."""
    return date_words(moment, today) + f"{moment.astimezone():%H:%M}"


def day_words(moment: datetime, today: date) -> str:
    """The day as a heading: 今天, 昨天, with the weekday within the year."""
    day = moment.astimezone().date()
    near = {0: _("今天"), 1: _("昨天")}.get((today - day).days)
    if near is not None:
        return _("{near}，{day}").format(near=near, day=date_words(moment, today))
    words = date_words(moment, today)
    if day.year != today.year:
        return words
    return _("{day}，{weekday}").format(day=words, weekday=_(_WEEKDAYS[day.weekday()]))


def date_words(moment: datetime, today: date) -> str:
    """1月16日, with the year when it is another."""
    day = moment.astimezone().date()
    words = _("{month}月{day}日").format(month=day.month, day=day.day)
    return words if day.year == today.year else _("{year}年{day}").format(year=day.year, day=words)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()
