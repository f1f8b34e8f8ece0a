"""What tests of finding and replacing share: texts in which much is found, small reports, words of a report."""

from hypothesis import assume
from hypothesis import strategies as st

from report.content import Paragraph
from report.finding import Hit, Query, find
from report.report import Report, TypeRef
from report.texts import texts

SMALL = st.text("aAａ2２(（,，一𠮷ßİ\u0301\u200b\t\n 　", max_size=24)


def hits_of(words: str, text: str) -> tuple[Hit, ...]:
    """The hits in a report whose only paragraph is `text`."""
    return find(report_of(text), Query(words))


def report_of(*paragraphs: str) -> Report:
    """A report that has nothing but these paragraphs, all with the id b0."""
    return Report("r1", TypeRef("test"), preface=tuple(Paragraph("b0", text) for text in paragraphs))


def some_words(report: Report, data: st.DataObject) -> str:
    """Words that stand somewhere in the report and are not only white space."""
    told = [text for _, text in texts(report) if text.strip()]
    assume(told)
    text = data.draw(st.sampled_from(told))
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(words.strip())
    return words
