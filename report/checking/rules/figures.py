"""Numbers: relations between indicators, shares without their parts, units, cases and money."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule
from report.indicators.quoting import Quotation, quotations
from report.indicators.rules import Severity as Sure
from report.indicators.unlinked import Standing, standings, unlinked_of
from report.recognition.numerals import numerals
from report.recognition.report_numbers import Recognised
from report.texts import Spot

_HAN: Final = "\u4e00-\u9fff"
_MEASURES: Final = "辆个件宗起份次人名位家户台套只艘处条项吨桶升箱袋瓶罐支根头块亩米场期"
_PARTS_OF_NOTHING: Final = "share-without-parts"
_TWO_KINDS: Final = re.compile(rf"\d+(?:\.\d+)?[{_MEASURES}]（[{_MEASURES}]）[{_HAN}]{{0,8}}(?:（[{_HAN}]{{1,3}}）)?")
_ONE_KIND: Final = re.compile("（次）|（套）|（件）|（台）")
_BEYOND: Final = re.compile(r"(超过|逾|将近|近|约|大约|超)(?:达|了)?((?:\d+,)*\d+)(?![\d.%年月日万亿])([余多]?)")
_MORE_THAN: Final = re.compile(rf"(?<![\d.,])(?:\d+,)*\d*[1-9]([余多])(?:[{_MEASURES}]次?)")
_TWICE_ABOUT: Final = re.compile(r"(约|近|将近|大约|超过|超)有?\d[\d.,]*(?:万|亿)?[余多](?=[" + _MEASURES + "元万亿])")
_SHARE: Final = re.compile(rf"[{_HAN}]{{1,12}}(?:率|占比|比例|比重)[{_HAN}：]{{0,4}}?(\d+(?:\.\d+)?)[%％]")
_MONEY: Final = re.compile(r"(\d+(?:\.(\d+))?)(万元|亿元)")
_CASE: Final = re.compile("行政[^，。]{0,6}案|违法案|诉讼|复议|处罚")
_NO_CASE: Final = re.compile("刑事|审理|事故|火灾|险情|纠纷|案例|答复|预案|方案|提案|议案|档案|备案|草案|案卷|案情")
_ACTS: Final = re.compile("[^，。；]{0,12}行为")
"""Acts are counted in 起 or 次 where cases are counted in 件."""
_OF_CASES: Final = re.compile("案|诉讼|复议|处罚决定|立案|宗")
_CASE_UNITS: Final = ("件", "宗", "起")
_SHEETS: Final = re.compile(r"(?:审核|审查|法律)意见(?:书)?(\d+)次")
_ALL_DONE: Final = re.compile("(?:已|均|全部|均已|已全部)[^，。；]{0,4}(?:核查|办结|答复|办理|处理|回复)")
_ATTENDED: Final = re.compile(r"出庭[^，。；率]{0,8}\d|应出庭|(?:均|全部|都)[^，。；]{0,12}出庭")
_DIGITS: Final = {char: at for at, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_QUOTE: Final = 30
_LEAST_NAME: Final = 5
"""Characters of a name that is not said of many things, as 满意率 is."""


@report_rule("relation")
def relation(checked: Checked) -> Iterator[Hit]:
    """The rules of the report's type, and shares against their parts."""
    for one in checked.broken:
        if one.rule == _PARTS_OF_NOTHING:
            continue
        severity = Severity.SHOULD if one.severity is Sure.HARD else Severity.HINT
        yield _at_indicators(checked, one.indicators, {"sentence": one.sentence.rstrip("。")}, severity)


@report_rule("share-without-parts")
def share_without_parts(checked: Checked) -> Iterator[Hit]:
    """A share with nothing that it could be checked by."""
    sentences = {
        one.indicators[0]: one.sentence.rstrip("。")
        for one in checked.broken
        if one.rule == _PARTS_OF_NOTHING and not _has_a_part(checked, one.indicators[0])
    }
    for share, (bases, words) in _BASES.items():
        given = any(checked.values.amount(one) is not None for one in bases)
        if _is_given(checked, share) and not given and not re.search(words, checked.all_text):
            sentences[share] = f"写了{checked.values.name(share)}，没有写是多少件里的多少件，无从核对"
    if _ATTENDED.search(checked.all_text):
        sentences.pop("court_rate", None)
    done: set[tuple[object, int]] = set()
    for share, sentence in sentences.items():
        hit = _at_indicators(checked, (share,), {"sentence": sentence}, Severity.SHOULD)
        if (hit.spot, hit.end) not in done:
            done.add((hit.spot, hit.end))
            yield hit


def _has_a_part(checked: Checked, share: str) -> bool:
    """Whether anything of what the share is computed from is given: then the rest is a matter of style."""
    parts = checked.values.parts(share)
    return any(checked.values.amount(one) is not None for part in parts for one in (part, *checked.values.parts(part)))


_BASES: Final = {
    "example_sent_rate": ((), "应报"),
    "example_pass_rate": ((), "应报|合格\\d"),
    "advice_answer_rate": (("court_advice", "supervision_advice", "procuratorate_advice"), "建议书?\\d"),
}
"""Shares that the catalogue does not compute: what they are shares of, by indicators or by words of the text."""


def _at_indicators(checked: Checked, indicators: tuple[str, ...], words: dict[str, str], severity: Severity) -> Hit:
    """Where the text states them: the words that hold most of them in one paragraph."""
    wanted = set(indicators)
    places: dict[str, list[Quotation]] = {}
    for one in quotations(checked.report):
        if one.link.indicator in wanted:
            places.setdefault(one.place.block, []).append(one)
    best = max(places.values(), key=lambda some: len({one.link.indicator for one in some}), default=None)
    passage = checked.by_place.get(best[0].place) if best else None
    if best is None or passage is None:
        return _by_counts(checked, wanted, words, severity)
    start, end = best[0].link.start, best[-1].link.end
    start, end = _clause(passage.text, start, end)
    if end - start > _QUOTE:
        start, end = _clause(passage.text, best[-1].link.start, best[-1].link.end)
    return Hit(passage.spot, start, end, words, severity=severity)


def _by_counts(checked: Checked, wanted: set[str], words: dict[str, str], severity: Severity) -> Hit:
    """Of indicators that are nowhere linked: a table, zeros in words."""
    for one in checked.counts:
        if one.indicator in wanted:
            spot, start, end = _spot_of(checked, one)
            if spot is not None:
                return Hit(spot, start, end, words, severity=severity)
    return Hit(section="document", words=words, severity=severity)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The words about a number: from the mark before to its unit."""
    while start > 0 and text[start - 1] not in "，。；：、（）":
        start -= 1
    while end < len(text) and text[end] not in "，。；：、（）":
        end += 1
    return start, end


def _spot_of(checked: Checked, one: Recognised) -> tuple[Spot | None, int, int]:
    """Where a count stands; in a cell when it is in a table."""
    for passage in checked.passages:
        spot = passage.spot
        if spot.place.block != one.place.block or spot.place.section != one.place.section:
            continue
        if one.row < 0 and spot.row < 0:
            shift = len(passage.text) - len(passage.text.lstrip())
            return spot, *_clause(passage.text, one.start + shift, min(len(passage.text), one.end + shift))
        if (spot.row, spot.column) == (one.row, one.column):
            return spot, one.start, one.end
    return None, 0, 0


@report_rule("two-values")
def two_values(checked: Checked) -> Iterator[Hit]:
    """A second place states another value of the same thing."""
    firsts = {one.link.indicator: _name_before(checked, one) for one in reversed(list(quotations(checked.report)))}
    for one in standings(checked.values, unlinked_of(checked.report, checked.counts)):
        if one.standing is not Standing.DIFFERS:
            continue
        spot, start, end = _spot_of(checked, one.count)
        name = one.count.quote[: one.count.start - one.count.quote_start] if one.count.row < 0 else one.count.name
        known = checked.values.indicator(one.indicator)
        same = len(name) >= _LEAST_NAME and name == firsts.get(one.indicator, "")
        if not same and (known is None or len(name) < _LEAST_NAME or name not in (known.name, known.label)):
            continue
        value = checked.values.quoted(one.indicator) + checked.values.unit(one.indicator)
        words = {"name": checked.values.name(one.indicator), "value": value}
        yield Hit(spot, start, end, words, severity=Severity.SHOULD if same else None)


def _name_before(checked: Checked, one: Quotation) -> str:
    passage = checked.by_place.get(one.place)
    if passage is None:
        return ""
    start, _end = _clause(passage.text, one.link.start, one.link.end)
    return passage.text[start : one.link.start]


@passage_rule("share-range")
def share_range(passage: Passage) -> Iterator[Hit]:
    """A share above a hundred."""
    for found in _SHARE.finditer(passage.text):
        if Decimal(found[1]) > 100 and not re.search("增长|提高|上升|同比|完成率|超额", found[0]):
            yield Hit(start=found.start(), end=found.end())


@report_rule("case-units")
def case_units(checked: Checked) -> Iterator[Hit]:
    """Cases counted in 件, 宗 and 起."""
    places: dict[str, list[Recognised]] = {}
    for one in checked.counts:
        if one.implied or one.unit not in _CASE_UNITS:
            continue
        if _ACTS.match(one.quote[one.end - one.quote_start :].removeprefix(one.unit)):
            continue
        known = checked.type.catalogue.by_id.get(one.indicator or "")
        is_case = known is not None and known.unit == "@case"
        if one.unit == "起" and not _OF_CASES.search(one.quote):
            continue
        if is_case or (known is None and _CASE.search(one.quote) and not _NO_CASE.search(one.quote)):
            places.setdefault(one.unit, []).append(one)
    if len(places) < 2:
        return
    usual = max(places, key=lambda unit: len(places[unit]))
    other = next(one for unit, some in places.items() if unit != usual for one in some)
    spot, start, end = _spot_of(checked, other)
    told = "、".join(f"{unit}{len(some)}处" for unit, some in places.items())
    yield Hit(spot, start, end, {"told": told, "usual": usual})


@passage_rule("sheets-counted-as-times")
def sheets_counted_as_times(passage: Passage) -> Iterator[Hit]:
    """审核意见81次: opinions are counted in 份 or 条."""
    for found in _SHEETS.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=found[0][:-1] + "份")


@passage_rule("about-exact")
def about_exact(passage: Passage) -> Iterator[Hit]:
    """超过174人次: near to a number that is exact."""
    for found in _BEYOND.finditer(passage.text):
        digits = found[2].replace(",", "")
        if not digits.endswith("0") and len(digits) >= 2 and not found[3]:
            yield Hit(start=found.start(), end=found.end() + 1, words={"word": found[1]})
    for found in _MORE_THAN.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), words={"word": found[1]})
    for found in _TWICE_ABOUT.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), words={"word": found[1]})


@passage_rule("two-kinds")
def two_kinds(passage: Passage) -> Iterator[Hit]:
    """16辆（个）: one number for two kinds of things."""
    for found in _TWO_KINDS.finditer(passage.text):
        if not _ONE_KIND.search(found[0]):
            yield Hit(start=found.start(), end=found.end())


@report_rule("uneven-decimals")
def uneven_decimals(checked: Checked) -> Iterator[Hit]:
    """Amounts of money with unlike decimals."""
    found = [
        (one, match)
        for one in checked.prose
        if one.kind is PassageKind.PROSE
        for match in _MONEY.finditer(one.text)
        if match[2]
    ]
    unit = Counter(match[3] for _one, match in found).most_common(1)[0][0] if found else ""
    found = [(one, match) for one, match in found if match[3] == unit]
    decimals = Counter(len(match[2]) for _one, match in found)
    if len(found) >= 3 and len(decimals) > 1:
        usual = decimals.most_common(1)[0][0]
        one, match = next((one, match) for one, match in found if len(match[2]) != usual)
        if decimals[usual] > 1:
            yield Hit(one.spot, match.start(), match.end(), {"usual": str(usual)})


@report_rule("han-count")
def han_count(checked: Checked) -> Iterator[Hit]:
    """A count in characters among counts in digits."""
    arabic = 0
    han: list[tuple[Spot, int, int]] = []
    texts = {one.spot.place.block: one for one in checked.prose if one.kind is PassageKind.PROSE}
    for one in checked.counts:
        passage = texts.get(one.place.block)
        if passage is None or one.implied or one.row >= 0:
            continue
        shift = len(passage.text) - len(passage.text.lstrip())
        words = passage.text[one.start + shift : one.end + shift]
        if words[:1].isdigit():
            arabic += 1
        elif words and words[0] in _DIGITS and words not in ("一", "两") and next(numerals(words), None) is not None:
            han.append((passage.spot, one.start + shift, one.end + shift + len(one.unit)))
    if arabic >= 5 and 0 < len(han) * 4 <= arabic:
        for spot, start, end in han[:2]:
            yield Hit(spot, start, end)


@report_rule("suit-without-attendance")
def suit_without_attendance(checked: Checked) -> Iterator[Hit]:
    """Suits, and 出庭应诉 without a number."""
    given = map(checked.values.amount, ("court_due", "court_attended", "court_rate"))
    if not _is_given(checked, "suits") or any(given) or "出庭应诉" not in checked.all_text:
        return
    if re.search("出庭应诉率|出庭率", checked.all_text) or _ATTENDED.search(checked.all_text):
        return
    # Of one suit in which the head appeared the number is said.
    if checked.values.amount("suits") != 1 or not re.search("负责人[^，。；]{0,10}出庭应诉", checked.all_text):
        yield _at_indicators(checked, ("suits",), {}, Severity.SHOULD)


@report_rule("outcome-missing")
def outcome_missing(checked: Checked) -> Iterator[Hit]:
    """Reconsidered cases without their outcomes."""
    outcomes = [one.id for one in checked.type.catalogue.indicators if one.id.startswith("recon_")]
    if _is_given(checked, "reconsidered") and not any(_is_given(checked, one) for one in outcomes):
        yield _at_indicators(checked, ("reconsidered",), {}, Severity.HINT)


@report_rule("fine-without-cases")
def fine_without_cases(checked: Checked) -> Iterator[Hit]:
    """Money of fines without penalties or inspections."""
    lacking = all(checked.values.amount(one) is None for one in ("penalties", "penalty_filed", "inspections"))
    if _is_given(checked, "penalty_money") and lacking:
        yield _at_indicators(checked, ("penalty_money",), {}, Severity.HINT)


@passage_rule("total-missing")
def total_missing(passage: Passage) -> Iterator[Hit]:
    """Several channels, all settled, and no total."""
    for start, sentence in passage.sentences():
        done = _ALL_DONE.search(sentence)
        counts = re.findall(r"\d+(?:件|宗)", sentence[: done.start()]) if done else ()
        if len(counts) >= 3 and done and not re.search("共|合计|总|其中|比上年|较上年|同比", sentence):
            yield Hit(start=start + done.start(), end=start + done.end())


def _is_given(checked: Checked, indicator: str) -> bool:
    amount = checked.values.amount(indicator)
    return isinstance(amount, Decimal) and amount > 0
