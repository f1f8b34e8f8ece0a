"""Wrong words of this field, near misses of its fixed terms, characters set twice, names in full."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule
from report.indicators.pinyin import readings
from resources import resource

_HAN: Final = "\u4e00-\u9fff"
_TWICE: Final = re.compile(
    "的的(?!确)|了了(?!解|结|然|如)|和和(?!美|气|睦|解|谐)|是是(?!非)|在在|与与|及及|并并|向向|于于(?!于)|为为(?!民|主|企|群|人|重|先|基)"
    "|被被(?!告|害|执|处|申|征|拆|检)|由由(?!于)|而而|且且|等等等|对对(?!碰|方)|将将(?!军|要|来)|从从(?!严|事|业|而)|到到(?!位|达|底|期|岗|场)"
    "|落落实|贯贯彻|执执法"
)
_WORDS_TWICE: Final = re.compile(f"([{_HAN}]{{2,4}})\\1")
_MAY_TWICE: Final = re.compile(
    "^(?:一[个项件户家步次场][一]?|逐[项步]逐?|研究研究|讨论讨论|件件|事事|人人|时时|处处|层层|个个|家家|户户|年年|天天|步步)"
)
_LAW: Final = re.compile("《([^《》〈〉]{2,30}?)》")
_FULL: Final = "中华人民共和国"
_PLACE: Final = re.compile(
    f"(?<=[市省县区州]、)([{_HAN}]{{2,3}})(?=(?:关于)?(?:法治|依法|党委|政府|有关|工作|部署|各项))"
)
_LEAST_LOSING: Final = 6
_MAY_BE_ADDED: Final = "的之和与及各新等大小本市县区镇省全做好抓了为在是、"
_PLACE_NAME: Final = "[^，。；：、（）“”由经与和及向对为被将从在到以是的各该我全省市县区年]{2,3}"
_OFFICE: Final = re.compile(f"([{_HAN}]{{2,4}}?)(县|市|区|旗)([{_HAN}]{{2,}}(?:局|委员会|办公室|中心|政府))$")
_SUFFIX: Final = "市县区州旗镇乡"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong word: what stands in its place, when it counts (`only`, `never` in the same sentence), and why."""

    wrong: str
    right: str
    severity: Severity
    only: "re.Pattern[str] | None"
    never: "re.Pattern[str] | None"
    why: str
    hit: str
    quiet: str


@cache
def mistakes() -> tuple[Mistake, ...]:
    """The shipped list."""
    found: list[Mistake] = []
    for line in _rows("mistakes.tsv"):
        wrong, right, severity, only, never, why, hit, quiet = line
        patterns = (re.compile(only) if only else None, re.compile(never) if never else None)
        found.append(Mistake(wrong, right, Severity(severity), *patterns, why, hit, quiet))
    return tuple(found)


@cache
def _mistakes_pattern() -> "tuple[re.Pattern[str], Mapping[str, Mistake]]":
    known = {one.wrong: one for one in mistakes()}
    return re.compile("|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))), known


@passage_rule("wrong-word")
def wrong_word(passage: Passage) -> Iterator[Hit]:
    """A word of the list of mistakes."""
    pattern, known = _mistakes_pattern()
    for start, sentence in passage.sentences():
        for found in pattern.finditer(sentence):
            one = known[found[0]]
            if (one.only and not one.only.search(sentence)) or (one.never and one.never.search(sentence)):
                continue
            words = {"right": one.right, "why": one.why, "told": f"应为“{one.right}”" if one.right else "不妥"}
            begin = start + found.start()
            yield Hit(start=begin, end=begin + len(found[0]), words=words, fix=one.right or None, severity=one.severity)


@report_rule("own-word")
def own_word(checked: Checked) -> Iterator[Hit]:
    """A word of the office's own list."""
    if not checked.office_words:
        return
    pattern = re.compile("|".join(re.escape(one) for one in sorted(checked.office_words, key=len, reverse=True)))
    for one in checked.passages:
        for found in pattern.finditer(one.text):
            right = checked.office_words[found[0]]
            if not _is_within(one.text, found, right):
                told = f"应为“{right}”" if right else "不要用"
                yield Hit(one.spot, found.start(), found.end(), {"told": told}, fix=right or None)


def _is_within(text: str, found: "re.Match[str]", right: str) -> bool:
    """Whether the wrong word is part of the right one that stands there already."""
    shift = right.find(found[0])
    return shift >= 0 and text[max(0, found.start() - shift) :].startswith(right)


@passage_rule("twice")
def twice(passage: Passage) -> Iterator[Hit]:
    """A character or a word set twice."""
    for found in _TWICE.finditer(passage.text):
        low, high = max(0, found.start() - 2), min(len(passage.text), found.end() + 4)
        fix = passage.text[low : found.start()] + found[0][1:] + passage.text[found.end() : high]
        yield Hit(start=low, end=high, words={"word": found[0]}, fix=fix)
    for found in _WORDS_TWICE.finditer(passage.text):
        if len(set(found[1])) > 1 and not _MAY_TWICE.match(found[0]) and not _is_name(passage.text, found.start()):
            yield Hit(start=found.start(), end=found.end(), words={"word": found[0]}, fix=found[1])


def _is_name(text: str, at: int) -> bool:
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


# Near misses of fixed terms


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term or a title; `short` is the usual short title of a law."""

    text: str
    kind: str
    short: str


@cache
def terms() -> tuple[Term, ...]:
    """The shipped terms."""
    return tuple(Term(*line) for line in _rows("terms.tsv"))


@cache
def _term_index() -> "tuple[Mapping[str, tuple[str, ...]], frozenset[str]]":
    """Terms by each pair of neighbouring characters, and all terms."""
    by_pair: dict[str, list[str]] = defaultdict(list)
    known = {one.text for one in terms()} | {one.short for one in terms() if one.short}
    for text in known:
        half = len(text) // 2
        for piece in {text[:half], text[half:]}:
            by_pair[piece].append(text)
    return {key: tuple(value) for key, value in by_pair.items()}, frozenset(known)


@passage_rule("near-miss")
def near_miss(passage: Passage) -> Iterator[Hit]:
    """One character off a fixed term: by sound, by shape, swapped, lost or added."""
    text = passage.text
    taken: list[tuple[int, int]] = []
    for at, half in _halves_in(text):
        for term, start, end in _candidates(text, at, half):
            if not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                yield Hit(start=start, end=end, words={"right": term}, fix=term)


def _halves_in(text: str) -> Iterator[tuple[int, str]]:
    """Where halves of terms stand in a text; of several at one place the longest first."""
    heads = _heads()
    for at in range(len(text) - 1):
        for half in heads.get(text[at : at + 2], ()):
            if text.startswith(half, at):
                yield at, half


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    """The halves of terms by their first two characters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for half in sorted(_term_index()[0], key=len, reverse=True):
        found[half[:2]].append(half)
    return {head: tuple(halves) for head, halves in found.items()}


def _candidates(text: str, at: int, half: str) -> Iterator[tuple[str, int, int]]:
    """Terms one of whose halves stands at `at`, the other being one step off."""
    by_half, known = _term_index()
    behind = at + len(half)
    near, far = text[behind : behind + 2], text[max(0, at - 2) : at][::-1]
    for term in by_half[half]:
        if term.startswith(half) and _begins_alike(near, rest := term[len(half) :]):
            for length in _lengths(term, rest):
                other = text[behind : behind + length]
                if length >= 2 and len(other) == length and _is_slip(rest, other):
                    end = behind + length
                    if _is_surely(text, at, end, term, known):
                        yield term, at, end
        if term.endswith(half) and _begins_alike(far, (rest := term[: -len(half)])[::-1]):
            for length in _lengths(term, rest):
                start = at - length
                is_slip = length >= 2 and start >= 0 and _is_slip(rest, text[start:at])
                if is_slip and _is_surely(text, start, behind, term, known):
                    yield term, start, behind


def _begins_alike(near: str, rest: str) -> bool:
    """Whether two characters next to a half can begin the other half with one slip: most cannot."""
    if len(near) < 2 or len(rest) < 2:
        return False
    return near[0] in rest[:2] or near[1] in rest[:2]


def _lengths(term: str, rest: str) -> tuple[int, ...]:
    """How long the other half may be: short terms lose and gain characters in many right words."""
    return (len(rest), len(rest) + 1, len(rest) - 1) if len(term) >= _LEAST_LOSING else (len(rest),)


def _is_surely(text: str, start: int, end: int, term: str, known: frozenset[str]) -> bool:
    """Whether the words are Chinese, no other term, and no part of the right one."""
    words = text[start:end]
    if words in known or not all("\u4e00" <= char <= "\u9fff" for char in words):
        return False
    if len(words) != len(term) and (term in _shorts() or _lost(term, words) == 1):
        return False  # 农产品质量安全普法 is no law, and 政服务中心 is the end of another word
    around = text[max(0, start - 8) : end + 8]
    return term not in around and not any(words in one for one in known)


@cache
def _shorts() -> frozenset[str]:
    return frozenset(one.short for one in terms() if one.short)


def _lost(term: str, words: str) -> int:
    """Which character of a term is not in the words, 0 for none."""
    found = (at for at in range(1, len(term)) if term[:at] + term[at + 1 :] == words)
    return next(found, 0)


def _is_slip(right: str, wrong: str) -> bool:
    """Whether one slip of the hand makes `wrong` of `right`."""
    if right == wrong:
        return False
    if len(right) == len(wrong):
        differing = [at for at, (one, other) in enumerate(zip(right, wrong, strict=True)) if one != other]
        if len(differing) == 1:
            return _alike(right[differing[0]], wrong[differing[0]])
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return swapped and right[differing[0]] == wrong[differing[1]] and right[differing[1]] == wrong[differing[0]]
    longer, shorter = (right, wrong) if len(right) > len(wrong) else (wrong, right)
    added = [at for at in range(1, len(longer)) if longer[:at] + longer[at + 1 :] == shorter]
    if not added:
        return False
    return longer[added[0]] not in _MAY_BE_ADDED if longer is wrong else True


def _alike(one: str, other: str) -> bool:
    """Whether two characters sound or look the same."""
    sounds = readings()
    return bool(set(sounds.get(one, ())) & set(sounds.get(other, ()))) or other in _shapes().get(one, "")


@cache
def _shapes() -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for (group,) in _rows("similar.tsv"):
        for char in group:
            found[char] += group
    return found


# Names in full


@report_rule("law-in-full")
def law_in_full(checked: Checked) -> Iterator[Hit]:
    """A law's full name at its first mention, where others are named in full."""
    shorts = {one.short: one.text for one in terms() if one.kind == "law" and one.short}
    named: set[str] = set()
    found = [(one, match) for one in checked.prose for match in _LAW.finditer(one.text)]
    if not any(match[1].startswith(_FULL) for _one, match in found):
        return
    for one, match in found:
        title = match[1]
        if title in shorts and title not in named:
            if shorts[title].startswith(_FULL):
                yield Hit(one.spot, match.start(), match.end(), {"right": shorts[title]}, fix=f"《{shorts[title]}》")
            named.add(title)
        named.add(title.removeprefix(_FULL))


@report_rule("other-office")
def other_office(checked: Checked) -> Iterator[Hit]:
    """The office of the same name of another place, left from the text that this one was made after."""
    office = checked.report.front.office.strip() or checked.report.front.signatory.strip()
    own = _OFFICE.search(office)
    if own is None:
        return
    others = re.compile(rf"(?:^|[，。；：、（“由经与和及向对为被将从在到])({_PLACE_NAME}){own[2]}{re.escape(own[3])}")
    for one in checked.prose:
        for found in others.finditer(one.text):
            if not own[1].endswith(found[1]) and not found[1].endswith(own[1]):
                yield Hit(one.spot, found.start(1), found.end(), {"office": office}, fix=own[0])


@report_rule("place-suffix")
def place_suffix(checked: Checked) -> Iterator[Hit]:
    """A place among others without its 市 or 县."""
    for one in checked.prose:
        if one.kind is not PassageKind.PROSE:
            continue
        for found in _PLACE.finditer(one.text):
            named = re.search(f"{found[1]}([{_SUFFIX}])", checked.all_text)
            if named is not None and found[1][-1] not in _SUFFIX:
                low = max(one.text.rfind("，", 0, found.start()), one.text.rfind("。", 0, found.start())) + 1
                low = max(low, found.start() - 10)
                fix = one.text[low : found.end()] + named[1]
                yield Hit(one.spot, low, found.end(), {"right": found[1] + named[1]}, fix=fix)


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this check, without its head; empty cells at the end may be left out."""
    lines = resource("checks", name).read_text("utf-8").splitlines()
    columns = len(lines[0].split("\t"))
    for line in lines[1:]:
        cells = line.split("\t")
        yield cells + [""] * (columns - len(cells))
