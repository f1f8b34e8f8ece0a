"""A catalogue is read when it is first looked into; a wrong file leaves it empty and says so."""

from pathlib import Path

import pytest

from report.errors import TemplateError
from report.indicators.loading import INDICATORS_FILE, DeferredCatalogue, load_catalogue
from resources import resource


def test_it_reads_what_is_there() -> None:
    folder = Path(resource("templates"))
    deferred, read = DeferredCatalogue(folder), load_catalogue(folder)
    assert deferred.problem is None
    assert deferred.indicators == read.indicators
    assert (deferred.choices, deferred.groups, deferred.rules) == (read.choices, read.groups, read.rules)
    assert list(deferred.by_id) == list(read.by_id)


def test_a_wrong_file_is_told_and_counts_nothing(tmp_path: Path) -> None:
    (tmp_path / INDICATORS_FILE).write_text('[[group]]\nid = "a"\nname = "甲"\ncolour = 1', encoding="utf-8")
    deferred = DeferredCatalogue(tmp_path)
    assert deferred.indicators == deferred.rules == deferred.groups == deferred.choices == ()
    assert isinstance(deferred.problem, TemplateError)
    with pytest.raises(TemplateError, match="colour"):
        load_catalogue(tmp_path)


def test_a_folder_without_one_counts_nothing(tmp_path: Path) -> None:
    assert DeferredCatalogue(tmp_path).indicators == ()
    assert DeferredCatalogue(tmp_path).problem is None
