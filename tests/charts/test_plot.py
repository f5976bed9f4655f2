"""Lines by plotext: our guard keeps from it what would end the process or eat the memory."""

import math

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.plot import lines

POINTS = st.tuples(st.floats(allow_nan=True, allow_infinity=True), st.floats(allow_nan=True, allow_infinity=True))


@given(st.integers(0, 40), st.integers(0, 20), st.lists(st.lists(POINTS, max_size=6), max_size=4))
def test_any_points_are_survived(columns: int, rows: int, runs: list[list[tuple[float, float]]]) -> None:
    drawn = lines(columns, rows, runs)
    assert len(drawn) == rows
    assert all(len(line) == columns for line in drawn)


def test_nothing_is_drawn_for_nothing() -> None:
    assert lines(10, 3, []) == [" " * 10] * 3
    assert lines(10, 3, [[(math.nan, 1.0)]]) == [" " * 10] * 3


def test_two_runs_are_not_joined() -> None:
    drawn = lines(20, 5, [[(0, 4), (10, 4)], [(28, 4), (38, 4)]])
    middle = drawn[2]
    assert middle[:6].strip()
    assert middle[14:].strip()
    assert not middle[7:13].strip()
