"""Thirty random reports say the same in every format."""

from dataclasses import replace
from datetime import datetime

import pytest

from exports.formats import Format
from report.document import Document
from report.report import Report
from tests.exports import same_words
from tests.exports.same_words import differences


@pytest.mark.parametrize("seed", range(30))
def test_a_random_report_says_the_same_everywhere(seed: int) -> None:
    assert list(differences(seed)) == []


@pytest.mark.parametrize("kind", [Format.HTML, Format.DOCX, Format.PDF])
def test_a_word_that_is_lost_would_be_noticed(kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a format that leaves the first piece out."""
    real = same_words.rendered

    def careless(asked: Format, document: Document, report: Report, moment: datetime) -> bytes:
        return real(asked, replace(document, body=document.body[1:]) if asked is kind else document, report, moment)

    monkeypatch.setattr(same_words, "rendered", careless)
    assert any(kind.value in one for one in differences(3))
