"""Where the text of a page stands, and what around it is the page's frame: navigation, lists of links, the footer."""

import re
from collections.abc import Iterator
from typing import Final

from report.sources.html.tree import BLOCKS, is_hidden_text, is_seen, seen_text, squeeze
from report.sources.markup import Element, name_of

_SHARE: Final = 0.85
"""Of the prose of its parent that a child must hold to be gone down into."""
_REVEALED: Final = 3
"""How many times the prose that is shown a hidden part has when it is the text itself."""
_STOPS: Final = frozenset(("p", "th", "li", "blockquote", "pre"))
_LEAST_BLOCKS: Final = 3
"""Paragraphs of a cell that is a piece of the page and none of a table."""
_FRAME_TAGS: Final = frozenset(("nav", "footer", "aside", "menu"))
_FRAME_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"))
_FRAME_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|sidebar|side|share|bdshare|breadcrumb|crumbs?|location|position|"
    r"copyright|related|recommend|comments?|banner|search|toolbar|pager?|pagination|login|qrcode|code|friendlink|"
    r"links?|top|bottom|tools?|print|fontsize|accessib\w*|wza)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FRAME_TEXT: Final = re.compile(
    r"^(?:上一[篇条]|下一[篇条]|(?:您)?(?:的)?当前(?:的)?位置|【?(?:打印|关闭|字体|字号|大|中|小|收藏|分享)|(?:微信)?扫一扫|长按识别|分享到|预览时标签|轻触阅读|阅读原文|喜欢此内容|继续滑动|"
    r"责任编辑|主办[:：单]|版权所有|网站标识码|相关(?:链接|文章|新闻|稿件)|[^。]{0,30}ICP备|返回顶部|首页)"
)
_FRAME_BLOCK: Final = re.compile(
    "(?:网友|用户|最新|热门)?(?:评论|留言)|我要(?:评论|留言|纠错)|(?:相关|推荐|热门|最新)(?:新闻|文章|信息|稿件|阅读|链接|推荐|内容)|猜你"
)
"""How a part begins that holds the words of others: comments, hints at other pages."""
_SENTENCE: Final = re.compile("[。；]")
_SHORT_PROSE: Final = 25
_LINKS: Final = 0.4
_LONGEST_FRAME_TEXT, _LONGEST_LINE = 300, 150
"""Characters of a part of the frame that its name tells, and of one that its words tell."""


def main_element(body: Element) -> Element:
    """The smallest element that holds nearly all of the prose; `body` when the page has none."""
    found = body
    while True:
        shares = [(_prose(one), one) for one in found if is_seen(one) and not is_frame(one)]
        whole = sum(share for share, _one in shares)
        best = max(shares, key=lambda pair: pair[0], default=(0, None))
        if best[1] is None or not whole or best[0] < _SHARE * whole or _stops(best[1]):
            return found
        found = best[1]


def _stops(element: Element) -> bool:
    name = name_of(element)
    if name != "td":
        return name in _STOPS
    return sum(1 for _one in element.iter("p", "div", "br")) < _LEAST_BLOCKS


def is_frame(element: Element) -> bool:
    """Whether an element beside the text belongs to the page and not to the text."""
    name = name_of(element)
    if name in _FRAME_TAGS or element.get("role") in _FRAME_ROLES:
        return True
    if name in ("h1", "h2"):
        return False
    text = seen_text(element)
    if not text:
        return True
    named = _FRAME_NAMES.search(f"{element.get('id', '')} {element.get('class', '')}")
    if named and len(text) < _LONGEST_FRAME_TEXT:
        return True
    if _FRAME_BLOCK.match(text):
        return True
    if len(text) < _LONGEST_LINE and "。" not in text and _FRAME_TEXT.match(text):
        return True
    linked = sum(len(seen_text(one)) for one in element.iter("a"))
    return linked > _LINKS * len(text)


def reveal(body: Element) -> None:
    """Show a hidden part that holds the page's text: its script would have shown it."""
    hidden = [one for one in body.iter() if is_hidden_text(one) and all(map(is_seen, one.iterancestors()))]
    shown = _prose(body)
    for one in hidden:
        before = dict(one.attrib)
        for name in ("style", "hidden", "aria-hidden"):
            one.attrib.pop(name, None)
        if _prose(one) <= _REVEALED * shown:
            one.attrib.update(before)


def lines_of(element: Element) -> list[str]:
    """The lines of text that an element shows, without those of links."""
    return [squeeze(text).strip() for text in _segments(element) if text]


def _prose(element: Element) -> int:
    """Characters of running text below an element, without those of links."""
    return sum(len(text) for text in _segments(element) if _SENTENCE.search(text) or len(text) >= _SHORT_PROSE)


def _segments(element: Element) -> Iterator[str]:
    """The seen texts between the borders of blocks, without those of links."""
    pieces: list[str] = []
    for words in _words(element):
        if words is not None:
            pieces.append(words)
        elif pieces:
            yield "".join(pieces).strip()
            pieces = []
    yield "".join(pieces).strip()


def _words(element: Element) -> Iterator[str | None]:
    """Words, and None where a block or a line ends."""
    if not is_seen(element) or name_of(element) == "a":
        return
    is_block = name_of(element) in BLOCKS or name_of(element) == "br"
    if is_block:
        yield None
    yield element.text or ""
    for one in element:
        yield from _words(one)
        yield one.tail or ""
    if is_block:
        yield None
