"""Facts made of what was typed."""

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import MassageStep, whole_massage


def test_a_long_massage_without_points_is_several_steps_of_half_an_hour() -> None:
    half_hour = MassageStep("massage", 1800)
    assert whole_massage(300) == (MassageStep("massage", 300),)
    assert whole_massage(1800) == (half_hour,)
    assert whole_massage(1801) == (half_hour, MassageStep("massage", 1))
    assert whole_massage(4500) == (half_hour, half_hour, MassageStep("massage", 900))


@given(st.integers(0, 24 * 3600))
def test_no_second_of_a_massage_is_lost(seconds: int) -> None:
    steps = whole_massage(seconds)
    assert sum(step.seconds for step in steps) == seconds
    assert all(0 < step.seconds <= 1800 for step in steps)
