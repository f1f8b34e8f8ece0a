"""Half-width punctuation in Chinese text made full-width: GB/T 15834—2011 knows only the full-width marks."""

import re

_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_CHINESE_MARKS = "“”‘’…—·％"
_BRACKET = re.compile(r"[()（）]")
_RUN = re.compile(r"[,;:!?]+")
_ADDRESS = re.compile(
    r"(?<![\w.+-])(?:(?:[A-Za-z]{2,10}://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})", re.ASCII
)


def widen(text: str) -> str:
    """`text` with the half-width , ; : ! ? ( ) that belong to Chinese made full-width; of the same length.

    Untouched: marks between two digits (1,234 and 10:30), marks with no Chinese at either side, full stops, and
    whole web and mail addresses. Brackets change in pairs. Doing it twice changes nothing more.
    """
    if not any(char in text for char in _WIDE):
        return text
    chars = list(text)
    for start, end in _free_spans(text):
        _widen_brackets(chars, start, end)
        _widen_runs(chars, start, end)
    return "".join(chars)


def _free_spans(text: str) -> list[tuple[int, int]]:
    """The parts of the text between addresses."""
    spans: list[tuple[int, int]] = []
    start = 0
    for address in _ADDRESS.finditer(text):
        spans.append((start, address.start()))
        start = address.end()
    return [*spans, (start, len(text))]


def _widen_brackets(chars: list[str], start: int, end: int) -> None:
    """Widen pairs that hold Chinese, stand beside it or have one wide half already; single brackets beside Chinese."""
    span = "".join(chars[start:end])
    opened: list[tuple[int, int]] = []
    seen, last = 0, 0
    for bracket in _BRACKET.finditer(span):
        # `seen` grows with each stretch that holds an ideograph: enough to tell whether a pair holds one.
        seen += any(map(_is_ideograph, span[last : bracket.start()]))
        last = bracket.end()
        at = start + bracket.start()
        if bracket[0] in "(（":
            opened.append((at, seen))
        elif not opened:
            _widen_single(chars, at, start, end)
        else:
            first, seen_then = opened.pop()
            mixed = (chars[first] == "（") != (chars[at] == "）")
            beside = _beside(chars, first - 1, start, end) or _beside(chars, at + 1, start, end)
            if mixed or beside or seen > seen_then:
                chars[first], chars[at] = "（", "）"
    for first, _ in opened:
        _widen_single(chars, first, start, end)


def _widen_single(chars: list[str], at: int, start: int, end: int) -> None:
    if _beside(chars, at - 1, start, end) or _beside(chars, at + 1, start, end):
        chars[at] = _WIDE.get(chars[at], chars[at])


def _beside(chars: list[str], at: int, start: int, end: int) -> bool:
    return start <= at < end and _is_ideograph(chars[at])


def _widen_runs(chars: list[str], start: int, end: int) -> None:
    """Widen runs of marks that stand beside Chinese. A run is judged as one, so that a second pass finds no more."""
    for run in list(_RUN.finditer("".join(chars[start:end]))):
        first, last = start + run.start(), start + run.end()
        left = chars[first - 1] if first > start else ""
        right = chars[last] if last < end else ""
        if not (_is_chinese(left) or _is_chinese(right)):
            continue
        for at in range(first, last):
            chars[at] = _WIDE[chars[at]]


def _is_ideograph(char: str) -> bool:
    """Comparisons: a class of these ranges takes longer to compile than all of a report's marks to look at."""
    return char > "\u3006" and (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or char == "\u3007"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def _is_chinese(char: str) -> bool:
    """Whether a character, if there is one, is an ideograph or a full-width mark."""
    return bool(char) and (
        char in _CHINESE_MARKS or "\u3001" <= char <= "\u301f" or "\uff01" <= char <= "\uff5e" or _is_ideograph(char)
    )
