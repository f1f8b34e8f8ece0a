"""Lines that are no part of the report: page numbers, directions of a template, the web page around it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report.reading.lines import Line, Log
from report.reading.rules import Rule

_DASH = "[-－—–―─~·•]"
_PAGE = re.compile(
    rf"(?:{_DASH}+\s*[0-9０-９]{{1,4}}\s*{_DASH}+"
    r"|第?\s*[0-9０-９]{1,4}\s*页\s*[/／，,|]?\s*(?:共\s*[0-9０-９]{1,4}\s*页)?"
    r"|第\s*[一二三四五六七八九十]{1,3}\s*页|共\s*[0-9]{1,4}\s*页\s*第\s*[0-9]{1,4}\s*页"
    r"|(?P<page>[0-9]{1,3})\s*[/／]\s*(?P<pages>[0-9]{1,3})"
    r"|(?i:page)\s*[0-9]{1,4}(?:\s*(?i:of|/)\s*[0-9]{1,4})?)"
)
_BARE = re.compile(r"[0-9]{1,3}|[０-９]{1,3}")
_HINT = re.compile(r"[（(【\[]([^（）()【】\[\]]{2,60})[)）】\]]")
_FACE = "仿宋|宋体?|黑体|楷体|小标宋|标宋|字体"
_HINT_KEY = rf"{_FACE}|[小]?[初一二三四五六七八]号|[0-9]号|加粗|居中|行距|字号|[0-9.]+\s*磅|顶格|缩进"
_HINT_WORD = (
    rf"{_HINT_KEY}|[_\s，,、；;：:+/0-9.]|GB2312|方正|简体?|华文|标题|正文|级|[一二三]级|字|用|为|采用|使用|体|空|两|行"
    r"|字符|首行|段前|段后|固定值?|倍|左|右|对齐|不|均|全文|单倍|字间距|设置|格式"
)
_IS_HINT = re.compile(rf"(?=.*(?:{_HINT_KEY}))(?>{_HINT_WORD})++")
_WEB = re.compile(
    r"当前位置|您(?:现在|当前)?(?:所在)?的?位置|首页\s*[>＞»›]|(?:信息|文章|稿件)?来源\s*[:：]"
    r"|(?:发布|发文|更新|公开|生成|录入|成文)(?:时间|日期)\s*[:：]|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]"
    r"|(?:发布|公开|主办|承办)(?:机构|单位|主体)?\s*[:：]|索\s?引\s?号\s*[:：]|字(?:号|体)(?:大小)?\s*[:：]|文号\s*[:：]?$"
    r"|信息(?:分类|名称|类别|索引)|主题(?:分类|词)\s*[:：]|(?:时间|日期)\s*[:：]\s*20[0-9]{2}|作者\s*[:：]|编辑\s*[:：]"
    r"|责任编辑|分享(?:到|至)|扫一扫|打印本页|关闭(?:本页|窗口)|上一[篇条]|下一[篇条]|相关(?:链接|文章|附件|阅读)"
    r"|网站(?:标识码|地图|首页|声明)|版权所有|无障碍|[^，。]{0,12}ICP备|您是第|\[?(?:大|小)\s+中\s+(?:大|小)|公安(?:网)?备"
    r"|[【\[]\s*(?:打印|关闭|字体|收藏|纠错|返回|大|小|推荐|分享)"
)
_WEB_WORDS = re.compile(r"(?:打印|关闭|收藏|分享|返回(?:顶部|首页)?|纠错|[大中小]|[\s|｜·【】\[\]/])+")
_CONTENTS = re.compile(r"目\s*[录次]")
_LEADER = re.compile(r"[\s.．…·]*[0-9]{0,3}$")
_CONTENTS_WITHIN = 80
"""Lines in which a table of contents begins and ends."""
_WEB_LIMIT = 150
_PAGE_LIMIT = 30


def is_web_residue(text: str) -> bool:
    """Whether a line at the head or foot of the text belongs to the web page around the report."""
    if len(text) > _WEB_LIMIT or text.endswith("。"):
        return False
    return bool(_WEB.match(text) or _WEB_WORDS.fullmatch(text))


def split_contents(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines without a table of contents above the text, and its lines.

    They are 目录 and the entries behind it; the first one returns further below, where the text itself begins.
    """
    for at, line in enumerate(lines[:_CONTENTS_WITHIN]):
        if not _CONTENTS.fullmatch(line.text) or at + 1 >= len(lines):
            continue
        first = _LEADER.sub("", lines[at + 1].text)
        for end in range(at + 2, min(len(lines), at + _CONTENTS_WITHIN)):
            if first and _LEADER.sub("", lines[end].text) == first:
                last = at + 1
                while last < end and _is_entry(lines[last], lines[end:]):
                    last += 1
                return [*lines[:at], *lines[last:]], [one.text for one in lines[at:last]]
    return list(lines), []


def _is_entry(line: Line, text: Sequence[Line]) -> bool:
    """Whether a line of the contents is one: it ends in the number of a page, or what it says comes in the text."""
    words = _LEADER.sub("", line.text)
    return words != line.text or any(one.text.startswith(words) for one in text)


def drop_page_numbers(lines: Sequence[Line], log: Log) -> list[Line]:
    """The lines without those that only number a page; the line behind one is marked `page_before`."""
    bare = _bare_page_numbers(lines)
    kept: list[Line] = []
    page = False
    for at, line in enumerate(lines):
        if at in bare or _is_page_number(line):
            log.removed(Rule.PAGE_NUMBER, line.number, line.text)
            page = True
            continue
        kept.append(replace(line, page_before=True) if page else line)
        page = False
    return kept


def drop_template_hints(lines: Sequence[Line], log: Log) -> list[Line]:
    """The lines without directions such as (仿宋三号), which are kept in the note."""
    kept: list[Line] = []
    for line in lines:
        text = line.text if line.form.table else _without_hints(line, log)
        if text:
            kept.append(replace(line, text=text) if text != line.text else line)
    return kept


def _is_page_number(line: Line) -> bool:
    found = _PAGE.fullmatch(line.text) if len(line.text) <= _PAGE_LIMIT and not line.form.table else None
    return bool(found) and (found["page"] is None or int(found["page"]) <= int(found["pages"]))


def _bare_page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Places of lines that are one number, if they count pages: rising by one, never two together."""
    places = [at for at, line in enumerate(lines) if not line.form.table and _BARE.fullmatch(line.text)]
    numbers = [int(lines[at].text) for at in places]
    if not numbers or numbers[0] > 3 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return frozenset()
    if any(later - earlier < 2 for earlier, later in pairwise(places)):
        return frozenset()
    near_table = any("\t" in lines[at + step].text for at in places for step in (-1, 1) if 0 <= at + step < len(lines))
    return frozenset() if near_table else frozenset(places)


def _without_hints(line: Line, log: Log) -> str:
    def judge(found: re.Match[str]) -> str:
        if not _IS_HINT.fullmatch(found[1]):
            return found[0]
        log.removed(Rule.TEMPLATE_HINT, line.number, found[0])
        return ""

    return _HINT.sub(judge, line.text).strip()
