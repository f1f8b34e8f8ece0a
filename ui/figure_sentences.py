"""The Chinese sentences about values of indicators: what could not be read, and what to type instead."""

from report.indicators.amounts import UnreadableAmount
from resources.i18n import N_, _

_UNREADABLE = {
    "nothing": N_("“{text}”里没有读到数字。填数字；没有发生填0，本单位没有这一项填“/”。"),
    "two-numbers": N_("“{text}”里不止一个数。一格填一个数，分开填或加一个自定指标。"),
    "range": N_("“{text}”是一个范围。填确切的数。"),
    "negative": N_("“{text}”是负数，这里的数不会小于0。"),
    "exponent": N_("“{text}”是科学记数法，读不准。请写成普通的数字。"),
    "too-long": N_("“{text}”的位数太多，像是多打了几位。"),
    "over-hundred": N_("“{text}”超过了100%。"),
}
_SHOWN = 24


def amount_sentence(error: UnreadableAmount, name: str = "") -> str:
    """What is wrong with a typed value; `name` says of which indicator."""
    text = error.text if len(error.text) <= _SHOWN else error.text[:_SHOWN] + "……"
    told = _(_UNREADABLE[error.reason]).format(text=text)
    return f"{name}：{told}" if name else told
