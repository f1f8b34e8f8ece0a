"""A page that was saved in one file reads as the page."""

from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText

import pytest

from report.sources.html.encoding import decode_page
from report.sources.html.reader import read_html
from report.sources.html.web_archive import read_web_archive
from report.sources.kinds import Kind, kind_of
from tests.report.sources.test_html import PAGE


def page_part(page: str, encoding: str, *, quoted: bool, named: bool = True) -> Message:
    """The page as a part, its bytes in `encoding`, which its head names or not."""
    part = MIMENonMultipart("text", "html")
    if named:
        part.set_param("charset", encoding)
    data = page.encode(encoding)
    if quoted:
        made = EmailMessage()
        made.set_content(data, maintype="text", subtype="html", cte="quoted-printable")
        part.set_payload(made.get_payload())
        part["Content-Transfer-Encoding"] = "quoted-printable"
    else:
        part.set_payload(data.decode("ascii", "surrogateescape"))
        part["Content-Transfer-Encoding"] = "8bit"
    return part


def saved(*parts: Message) -> bytes:
    """The file as browsers write it."""
    whole = MIMEMultipart("related", type="text/html")
    whole["From"], whole["Subject"] = "<Saved by Blink>", "=?utf-8?Q?=E6=8A=A5=E5=91=8A?="
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("named", [True, False])
def test_a_saved_page_is_the_page(encoding: str, named: bool, quoted: bool) -> None:
    page = PAGE.replace("utf-8", encoding)
    other = MIMEText("<p>页眉</p>", "html", "utf-8")
    data = saved(page_part(page, encoding, quoted=quoted, named=named), other)
    assert kind_of(data) is Kind.WEB_ARCHIVE
    assert read_web_archive(data) == read_html(PAGE.encode())


def test_a_page_without_parts() -> None:
    data = MIMEText(PAGE, "html", "utf-8").as_bytes()
    assert kind_of(data) is Kind.WEB_ARCHIVE
    assert read_web_archive(data) == read_html(PAGE.encode())


@pytest.mark.parametrize(
    "text", ["From: 某局\n报告", "主送：县政府\nContent-Type: text/html 是什么", "MIME 类型\nMIME-Version"]
)
def test_a_text_is_no_saved_page(text: str) -> None:
    assert kind_of(text.encode()) is Kind.TEXT


@pytest.mark.parametrize("told", ["iso-8859-1", "us-ascii", "windows-1252", "no-such", "idna"])
def test_an_encoding_that_nobody_thought_of_is_not_believed(told: str) -> None:
    assert decode_page("<p>某局</p>".encode("gbk"), told) == "<p>某局</p>"
    assert decode_page(f"<meta charset='{told}'><p>某局</p>".encode()).endswith("<p>某局</p>")
