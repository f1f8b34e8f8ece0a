"""What the sheet says in words: values, units, heads of groups, whole rows for screen readers."""

from report.indicators.catalogue import Catalogue
from report.indicators.comparison import NONE, amount_words
from report.indicators.figures import Amount
from report.indicators.rows import Counts, FigureRow, GroupRows, ValueState
from resources.i18n import _


def value_words(row: FigureRow) -> str:
    """A value as its cell shows it; a computed share with its sign, for its unit is not told."""
    if row.state is ValueState.MISSING:
        return _("待填")
    if row.state is ValueState.COMPUTED and row.unit == "%" and row.text != NONE:
        return f"{row.text}%"
    return row.text


def unit_words(row: FigureRow) -> str:
    """What stands in the column of units."""
    return _("算出") if row.state is ValueState.COMPUTED else row.unit


def with_unit(amount: Amount, unit: str) -> str:
    """A value with its unit, where it is a number."""
    words = amount_words(amount)
    return words + unit if words[:1].isdigit() else words


def group_words(group: GroupRows) -> str:
    """How far a group is."""
    return _progress(group.count, group.given, group.missing)


def block_words(groups: tuple[GroupRows, ...]) -> str:
    """How far the indicators of a page are."""
    return _progress(*(sum(getattr(one, name) for one in groups) for name in ("count", "given", "missing")))


def _progress(count: int, given: int, missing: int) -> str:
    if missing:
        return _("{count}项，待填{missing}项").format(count=count, missing=missing)
    if given == count:
        return _("{count}项，已填齐").format(count=count)
    words = _("{count}项，已填{given}项") if given else _("{count}项")
    return words.format(count=count, given=given)


def counts_words(counts: Counts) -> str:
    """How far the whole sheet is."""
    words = _("{total}项：已填{given}，待填{missing}").format(
        total=counts.total, given=counts.given, missing=counts.missing
    )
    if counts.not_applicable:
        words += _("，不适用{count}").format(count=counts.not_applicable)
    return words + "。"


def row_words(row: FigureRow, year: int | None) -> str:
    """A row as it is read out."""
    unit = row.unit if row.state in (ValueState.NUMBER, ValueState.ZERO) else ""
    value = value_words(row) or _("未填")
    told = [row.name, (_("{year}年").format(year=year) if year else "") + value + unit]
    comparison = row.comparison
    if comparison.last is not None:
        told.append(_("去年{value}").format(value=comparison.last_words))
        told.append(_("同比{change}").format(change=comparison.percent_words))
    if row.quotes:
        told.append(_("文中引用{count}处").format(count=row.quotes))
    told += [one.sentence for one in row.messages]
    return "，".join(told)


def hint_words(name: str, quotes: int) -> str:
    """What the status line says of the indicator whose cell has the focus."""
    if not quotes:
        return _("{name}：文中还没有引用").format(name=name)
    return _("{name}：改动会更新文中{count}处").format(name=name, count=quotes)


def choice_label(catalogue: Catalogue, choice: str) -> str:
    """What a choice of units is called."""
    return next((one.label for one in catalogue.choices if one.id == choice), choice)
