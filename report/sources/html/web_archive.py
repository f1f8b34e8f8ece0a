"""A web page in one file with its pictures (MHTML, RFC 2557), as browsers and office systems save it."""

from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from report.errors import TooMuchText, UnreadableSource
from report.reading.decoding import SIZE_LIMIT
from report.reading.manuscript import Manuscript
from report.sources.html.reader import read_html


def read_web_archive(data: bytes) -> Manuscript:
    """What the first page in it shows.

    Raises UnreadableSource (mail where it holds no page, or as `read_html`) and TooMuchText.
    """
    page = next((one for one in _parts(data) if one.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise UnreadableSource("mail")
    if len(content) > SIZE_LIMIT:
        raise TooMuchText(len(content), SIZE_LIMIT)
    return read_html(content, str(page.get_param("charset") or ""))


def _parts(data: bytes) -> list[Message]:
    """All parts; a letter with attachments has a page too, but as one of the ways to say the same."""
    message = BytesParser(policy=compat32).parsebytes(data.lstrip())
    return [] if message.get_content_type() == "multipart/mixed" else list(message.walk())
