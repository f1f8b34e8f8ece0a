"""The store against its model: shortly with the other tests, at length in CI; and that a fault in it would be found."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from report.report import Report
from storage.records import Saved
from storage.store import Store
from tests.storage.archive_model import Archive

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def test_a_short_run() -> None:
    short = settings(max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=UNHURRIED)
    run_state_machine_as_test(Archive, settings=short)


@pytest.mark.slow
def test_a_long_run() -> None:
    long = settings(max_examples=200, stateful_step_count=50, deadline=None, suppress_health_check=UNHURRIED)
    run_state_machine_as_test(Archive, settings=long)


class Forgetful(Store):
    """It acknowledges every second save without making it."""

    saves = 0

    def save(self, report: Report, who: str, what: str) -> Saved:
        self.saves += 1
        return super().save(self.load(report.id).report if self.saves % 2 == 0 else report, who, what)


class WithForgetful(Archive):
    def make_store(self) -> Store:
        return Forgetful(self.lock, clock=lambda: self.now)


def test_a_save_that_is_forgotten_would_be_found() -> None:
    quick = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=UNHURRIED,
        phases=[Phase.generate],  # the smallest failing run is of no interest
        database=None,
        report_multiple_bugs=False,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(WithForgetful, settings=quick)
