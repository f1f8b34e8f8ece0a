"""What a copy says of its own publication."""

from dataclasses import replace

import pytest

from report.publishing import says_publication, with_publication_note
from tests.report.builders import make_report


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "此件公开发布"),
        ("此件公开发布", "此件公开发布"),
        ("（主动公开）", "（主动公开）"),
        ("（附统计口径）", "附统计口径，此件公开发布"),
    ],
)
def test_the_note_is_added_once_behind_what_stands_there(before: str, after: str) -> None:
    report = make_report()
    report = replace(report, front=replace(report.front, annotation=before))
    noted = with_publication_note(report)
    assert noted.front.annotation == after
    assert says_publication(noted)
    assert with_publication_note(noted) == noted
    assert replace(noted, front=report.front) == report
