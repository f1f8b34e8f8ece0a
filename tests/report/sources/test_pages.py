"""Pages as government sites make them: whatever the markup, the same report."""

from collections.abc import Callable, Iterable
from html import escape
from random import Random

import pytest

from report.reading.recognise import read_report
from report.sources.html.reader import read_html
from tests.report.sources.test_variants import OWN, TYPES, outline, pieces, texts

NAVIGATION = (
    '<div class="top-bar">今天是2026年11月24日 星期二 欢迎访问某某县人民政府门户网站</div><ul class="menu">'
    + "".join(f'<li><a href="{word}">{word}</a></li>' for word in ("首页", "政务公开", "互动交流", "走进某县"))
    + "</ul>"
)
FOOTER = (
    '<div class="bq"><p>主办单位：某某县人民政府办公室　承办：某某县政务服务数据局</p>'
    "<p>网站标识码：4408810001　粤公网安备44088102000001号　粤ICP备05000001号</p></div>"
)
COMMENTS = '<div class="pl"><h4>网友评论</h4><p>写得很好，希望继续努力。</p><p>请问行政复议如何申请？</p></div>'
Piece = str | list[list[str]]


def page(body: str, title: str = "政府网") -> str:
    return f"<html><head><title>{title}</title></head><body>{NAVIGATION}{body}{FOOTER}</body></html>"


def lines(text: str, one: Callable[[str], str]) -> str:
    return "".join(one(piece) if isinstance(piece, str) else rows(piece) for piece in pieces(text))


def rows(cells: Iterable[Iterable[str]]) -> str:
    inner = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in cells)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in inner) + "</table>"


def broken_lines(text: str) -> str:
    return page(f"""<div id="zoom">{lines(text, lambda line: f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(line)}<br/>")}</div>""")


def old_tables(text: str) -> str:
    inner = lines(text, lambda line: f"　　{escape(line)}<br><br>")
    side = f"<td class=left>{NAVIGATION}</td>"
    return page(f"<table><tr>{side}<td valign=top><table><tr><td>{inner}</td></tr></table></td></tr></table>")


def many_spans(text: str) -> str:
    def one(line: str) -> str:
        random, made, at = Random(len(line)), "", 0
        while at < len(line):
            step = random.randint(1, 9)
            made += f'<span style="font-family:仿宋">{escape(line[at : at + step])}</span>'
            at += step
        return f'<p style="text-indent:2em">{made}</p>\n'

    return page(f'<div class="TRS_Editor">{lines(text, one)}</div>')


def strong_headings(text: str) -> str:
    def one(line: str) -> str:
        return f"<p><strong>{escape(line)}</strong></p>" if len(line) < 40 else f"<p>{escape(line)}</p>"

    return page(f'<div class="con">{lines(text, one)}</div>')


def divisions_and_comments(text: str) -> str:
    inner = lines(text, lambda line: f"<div>{escape(line)}</div>")
    return page(f'<div class="article"><div class="article-body">{inner}</div></div>{COMMENTS}')


def sections_and_asides(text: str) -> str:
    inner = lines(text, lambda line: f"<p>{escape(line)}</p>")
    aside = "<aside><h3>相关阅读</h3><ul><li><a href=1>某局2023年法治政府建设年度报告</a></li></ul></aside>"
    return page(f"<main><section>{inner}</section>{aside}</main>")


@pytest.mark.parametrize(
    "form",
    [broken_lines, old_tables, many_spans, strong_headings, divisions_and_comments, sections_and_asides],
)
@pytest.mark.parametrize(("name", "text"), list(texts()))
def test_any_page_reads_as_the_text(name: str, text: str, form: Callable[[str], str]) -> None:
    assert name
    found = read_report(read_html(form(text).encode()), TYPES)
    assert outline(found) == outline(read_report(text, TYPES))


def test_a_title_and_what_stands_below_it() -> None:
    title, *rest = OWN.split("\n")
    below = "<span>来源：某局</span> <span>发布时间：2025-01-20 10:20</span> <span>浏览量：<i>123</i></span>"
    inner = lines("\n".join(rest), lambda line: f"<p>{escape(line)}</p>")
    body = f'<div class="box"><div class="tit">{title}</div><div class="xx">{below}</div><div class="nr">{inner}</div>'
    whole = page(f'{body}<div class="fx">【打印本页】【关闭窗口】</div></div>', f"{title}_某某县政府网")
    assert outline(read_report(read_html(whole.encode()), TYPES)) == outline(read_report(OWN, TYPES))
