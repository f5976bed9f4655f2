"""`late`: written down more than 36 hours after its day began, by real time, whatever the clocks do."""

from datetime import datetime, timedelta

import pytest

from heeldiary.domain.days import is_late
from tests.standing_clock import StandingClock


@pytest.mark.parametrize(
    ("began", "written", "late"),
    [
        ("2026-11-21T04:00", "2026-11-22T16:00", False),  # 36 hours to the minute
        ("2026-11-21T04:00", "2026-11-22T16:00:00.001", True),
        ("2026-11-22T04:00", "2026-11-22T07:00", False),
        ("2026-10-24T04:00", "2026-10-25T15:00", False),  # the clocks go back: 36 hours
        ("2026-10-24T04:00", "2026-10-25T15:30", True),  # 36.5 hours, though the clocks show 35.5
        ("2026-03-28T04:00", "2026-03-29T17:00", False),  # the clocks go forward: 36 hours
        ("2026-03-28T04:00", "2026-03-29T17:30", True),
    ],
)
def test_late(began: str, written: str, late: bool) -> None:
    clock = StandingClock(written)
    assert is_late(clock.now(), clock.instant(datetime.fromisoformat(began))) is late


def test_a_clock_set_back_makes_nothing_late() -> None:
    clock = StandingClock("1970-01-02T00:00")
    assert not is_late(clock.now(), clock.now() + timedelta(days=20_000))
