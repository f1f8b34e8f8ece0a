"""What the help says of one field: all that its declaration says, and how its kind may be typed."""

from collections.abc import Iterator

from report.template import Column, Field
from resources.i18n import N_, _
from ui.help.blocks import Block, Heading, Link, Paragraph, said

_TOPICS = {
    "prose": ("writing", N_("怎么写正文")),
    "pairs": ("lists", N_("怎么逐条填")),
    "items": ("lists", N_("怎么逐条填")),
    "number": ("numbers", N_("数和日期怎么写")),
    "date": ("numbers", N_("数和日期怎么写")),
    "table": ("tables", N_("怎么填表")),
}
_SHOWN_AS_EXAMPLE = ("text", "number", "date")
_MAY_BE_DATA = ("number", "text", "date", "choice")


def field_entry(field: Field, *, front: bool = False) -> tuple[Block, ...]:
    """Heading, then one paragraph for each thing to say. Fields of 基本信息 are printed in their own way."""
    words = [_need(field, front=front), *_ways(field), field.guidance, *_limits(field)]
    words += [] if front else [_printed(field)]
    blocks: list[Block] = [Heading(field.label, field.id, 3)]
    blocks += [said(one) for one in words if one]
    if field.kind in _TOPICS:
        topic, name = _TOPICS[field.kind]
        blocks.append(Paragraph((Link(_(name), topic),)))
    return tuple(blocks)


def _need(field: Field, *, front: bool) -> str:
    if not field.required:
        return ""
    return _("必填。") if front else _("这一部分写了，这一栏就要填。")


def _ways(field: Field) -> Iterator[str]:
    """An example, and what may be typed."""
    if field.hint and field.kind != "choice":
        yield _("例如：{hint}").format(hint=field.hint) if field.kind in _SHOWN_AS_EXAMPLE else field.hint
    if field.kind == "number":
        yield _("全角半角、汉字的数都认，千分位的逗号和空格会自动去掉。")
        if field.unit:
            yield _("单位是“{unit}”，写不写都行。").format(unit=field.unit)
    elif field.kind == "date":
        yield _("可以写2025年1月6日、2025.1.6、2025-1-6、20250106，汉字数字也认；印成2025年1月6日。")
    elif field.kind == "choice":
        choices = (field.hint or _("（不选）"), *field.choices)
        yield _("可选：{choices}。").format(choices="；".join(choices))
    elif field.kind == "table":
        yield _("各列：{columns}。").format(columns="、".join(_column(one) for one in field.columns))


def _limits(field: Field) -> Iterator[str]:
    if field.decimals is not None:
        yield _("最多{count}位小数").format(count=field.decimals) + "。" if field.decimals else _("只写整数。")
    low, high = field.minimum, field.maximum
    if low is not None and high is not None:
        yield _("应在{low}和{high}之间").format(low=low, high=high) + "。"
    elif low is not None:
        yield _("应不小于{low}").format(low=low) + "。"
    elif high is not None:
        yield _("应不大于{high}").format(high=high) + "。"
    if field.max_chars:
        yield _("建议不超过{limit:,}字，超过了不会截断。").format(limit=field.max_chars)


def _printed(field: Field) -> str:
    if field.print:
        return _("印成：{text}").format(text=field.print.replace("{value}", "……"))
    return _("只作数据，不印在报告里。") if field.kind in _MAY_BE_DATA else ""


def _column(column: Column) -> str:
    return column.label + (f"（{column.unit}）" if column.unit else "")
