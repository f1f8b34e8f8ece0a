"""Of a web page its text, in order, and nothing that stands around it."""

import pytest

from report.errors import UnreadableSource
from report.reading.manuscript import LineForm, Manuscript
from report.reading.rules import Rule
from report.sources.html.encoding import decode_page
from report.sources.html.reader import read_html

PROSE = "2024年，本局深入学习贯彻习近平法治思想，全面落实法治政府建设各项任务，现将有关情况报告如下。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>某局2024年法治政府建设年度报告_某某县人民政府</title>
<script>var a = "脚本里的话。";</script><style>p {{ content: "样式" }}</style></head><body>
<div class="header"><a href="/">首页</a> <a href="/x">政务公开</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/x">政务公开</a></div>
<div class="wrap"><h1>某局2024年法治政府建设年度报告</h1>
<p class="info">发布时间：2025-03-01 来源：某局</p>
<div class="content"><!-- 注释 --><p>　　{PROSE}</p><p>一、总体情况</p><p>（一）加强学习。{PROSE}</p>
<table><thead><tr><th>项目</th><th>数</th></tr></thead><tbody><tr><td>检查</td><td>318</td></tr></tbody></table>
<p style="display:none">看不见的话。</p></div>
<p>某局</p><p>2025年1月6日</p>
<div class="share">分享到：<a>微信</a></div></div>
<div class="related"><ul><li><a href="1">某局2023年报告</a></li><li><a href="2">通知公告</a></li></ul></div>
<form><input value="搜索"><button>搜索</button></form>
<div id="footer">主办：某某县人民政府 备案号：粤ICP备1号</div></body></html>"""


def lines(page: str | bytes) -> list[str]:
    return read_html(page if isinstance(page, bytes) else page.encode()).text.split("\n")


def remarks(found: Manuscript) -> dict[Rule, int]:
    return {one.rule: one.count for one in found.remarks}


def test_the_text_of_a_government_page() -> None:
    found = read_html(PAGE.encode())
    assert found.text.split("\n") == [
        "某局2024年法治政府建设年度报告",
        "发布时间：2025-03-01 来源：某局",
        f"　　{PROSE}",
        "一、总体情况",
        f"（一）加强学习。{PROSE}",
        "项目\t数",
        "检查\t318",
        "某局",
        "2025年1月6日",
    ]
    assert found.form(1) == LineForm(heading=1, title=True)
    assert (found.form(6), found.form(7)) == (LineForm(table=1, head=True), LineForm(table=1))
    assert remarks(found)[Rule.HIDDEN] == 1
    assert remarks(found)[Rule.WEB_FRAME] >= 4


def test_a_title_that_only_the_window_has() -> None:
    page = (
        f"<html><head><title>某局2024年法治政府建设年度报告 - 某某网</title></head><body><p>{PROSE}</p></body></html>"
    )
    assert lines(page)[0] == "某局2024年法治政府建设年度报告"
    named = page.replace("<title>", '<meta name="ArticleTitle" content="关于2024年法治政府建设情况的报告"><title>')
    assert lines(named)[0] == "关于2024年法治政府建设情况的报告"
    other = page.replace("某局2024年法治政府建设年度报告 - 某某网", "某某县人民政府")
    assert lines(other) == [PROSE]


def test_the_title_of_the_window_is_the_line_of_the_page_that_it_holds() -> None:
    title = "某局2024年法治政府建设年度报告"
    page = f"<head><title>某某县人民政府网 {title}</title></head><div>{title}</div><p>{PROSE}</p>"
    assert lines(page) == [title, PROSE]
    shared = f'<head><title></title><meta property="og:title" content="某局2024年工作报告"></head><p>{PROSE}</p>'
    assert lines(shared) == ["某局2024年工作报告", PROSE]


def test_text_that_waits_for_a_script_to_show_it_is_the_text() -> None:
    waiting = f'<div style="visibility: hidden; opacity: 0"><p>一、甲</p><p>{PROSE}</p><p hidden>看不见。</p></div>'
    found = read_html(f"<body><h1>某局报告</h1>{waiting}<div>微信扫一扫关注</div></body>".encode())
    assert found.text.split("\n") == ["某局报告", "一、甲", PROSE]
    assert remarks(found) == {Rule.HIDDEN: 1, Rule.WEB_FRAME: 1}


def test_hidden_text_beside_the_text_stays_hidden() -> None:
    found = read_html(f'<body><p>{PROSE}</p><p style="display : none">{PROSE}</p></body>'.encode())
    assert found.text == PROSE
    assert remarks(found) == {Rule.HIDDEN: 1}


def test_a_page_with_its_text_twice_is_read_once() -> None:
    text = f"<h1>某局报告</h1><div><p>{PROSE * 3}</p><p>{PROSE * 3}</p></div>"
    found = read_html(
        f'<body><div class="wide">{text}</div><div class="narrow"><div>{text}</div></div></body>'.encode()
    )
    assert found.text.split("\n") == ["某局报告", PROSE * 3, PROSE * 3]
    assert remarks(found) == {Rule.WEB_FRAME: 1}


def test_sheets_inside_the_page_count() -> None:
    sheet = (
        "/* .a{display:none} */ .off, #tip{color:red;display:none}"
        " ol.n{list-style:cjk-ideographic} .pre{white-space:pre}"
        " .on{display:none} .on{display:block} .x:hover{display:none} o\\:p, w|x{display:none} }}} :is({"
        " @media print{p{display:none}} .b a[href={display:none}"
    )
    body = (
        f'<p class="a x">{PROSE}</p><p class="off">甲</p><p id="tip">乙</p><p class="on">丙</p>'
        '<p class="off" style="display:block">丁</p><ol class="n"><li>戊</li></ol><div class="pre">己\n庚</div>'
    )
    assert lines(f"<head><style>{sheet}</style></head><body>{body}</body>") == [
        *(PROSE, "丙", "丁", "一、戊", "己", "庚")
    ]


def test_old_pages_are_laid_out_by_tables() -> None:
    body = f"<p>一、总述</p><p>{PROSE}</p><p>二、安排</p><p>{PROSE}</p>"
    page = f"<body><table><tr><td><a href=a>首页</a><a href=b>新闻</a></td></tr><tr><td>{body}</td></tr></table></body>"
    assert lines(page) == ["一、总述", PROSE, "二、安排", PROSE]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    page = f"<html><body><p>{PROSE}𠮷</p></body></html>"
    assert lines(page.encode(encoding)) == [f"{PROSE}𠮷"]


def test_a_wrong_word_about_the_encoding_is_not_believed() -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>{PROSE}</p>'
    assert PROSE in decode_page(page.encode("gbk"))
    assert PROSE in decode_page(page.replace("gb2312", "no-such").encode())


def test_white_space_is_as_a_browser_shows_it() -> None:
    page = "<p>法治\n政府  建设\t年度</p><p>a\nb</p><pre>甲\n乙</pre><p>上<br>下</p><div>外<p>里</p>尾</div>"
    assert lines(f"<body>{page}</body>") == ["法治政府 建设 年度", "a b", "甲", "乙", "上", "下", "外", "里", "尾"]


def test_lists_have_the_numbers_that_a_browser_shows() -> None:
    page = (
        '<ol><li>甲</li><li>乙<ul><li>其一</li></ul></li></ol><ol start="3" type="a"><li>丙</li></ol>'
        '<ol style="list-style-type:cjk-ideographic"><li>丁</li><li value="5">戊</li></ol>'
        '<ol style="list-style: none"><li>己</li></ol><ul style="list-style-type: upper-roman"><li>庚</li></ul>'
    )
    assert lines(f"<body>{page}</body>") == ["1.甲", "2.乙", "其一", "c.丙", "一、丁", "五、戊", "己", "I.庚"]


def test_word_on_the_clipboard() -> None:
    html = (
        "<html><body><!--StartFragment--><p class=MsoNormal style='mso-list:l0 level1 lfo1'>"
        "<![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp;</span></span><![endif]>"
        "加强学习<o:p></o:p></p><p><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>其一</p>"
        "<p><del>删去</del><ins>插入</ins></p><!--EndFragment--></body></html>"
    )
    found = read_html(html.encode())
    assert found.text.split("\n") == ["（一）加强学习", "其一", "插入"]
    assert remarks(found) == {Rule.BULLET: 1, Rule.DELETION: 1}


def test_spans_over_columns_and_rows_leave_empty_cells() -> None:
    page = (
        "<table><tr><td rowspan=2>执法</td><td>检查</td><td>3</td></tr><tr><td colspan='2'>无</td></tr>"
        "<tr><td>甲</td><td>乙</td><td>丙</td></tr></table>"
    )
    assert lines(f"<body>{page}</body>") == ["执法\t检查\t3", "\t无\t", "甲\t乙\t丙"]


def test_headings_and_captions() -> None:
    page = (
        f"<h2>一</h2><p>{PROSE}</p><table><caption>表1</caption><tr><th>甲</th><th>乙</th></tr><tr><td>1<td>2</table>"
    )
    found = read_html(f"<body>{page}</body>".encode())
    assert found.form(1) == LineForm(heading=2)
    assert found.form(3) == LineForm(table=1, caption=True)


@pytest.mark.parametrize("page", ["<html></html>", "<body><script>1</script></body>", "<p>&nbsp;</p>"])
def test_pages_without_text(page: str) -> None:
    with pytest.raises(UnreadableSource) as error:
        read_html(page.encode())
    assert error.value.reason == "no-text"


def test_a_page_without_running_text_is_read_whole() -> None:
    assert lines("<body><div><p>一、甲</p></div><p>二、乙</p></body>") == ["一、甲", "二、乙"]
