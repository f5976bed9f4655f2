"""The slope of Theil and Sen is scipy's, interval and all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, t, theilslopes

from heeldiary.domain.chance.change import outward
from heeldiary.domain.chance.slope import theil_sen
from heeldiary.domain.chance.tails import normal_two_sided, two_sided

POINTS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 70).map(lambda sevenths: sevenths / 7)),
    min_size=3,
    max_size=14,
    unique_by=lambda point: point[0],
)


@given(points=POINTS)
def test_as_scipy_has_it(points: list[tuple[int, float]]) -> None:
    x, y = [float(a) for a, _ in points], [b for _, b in points]
    theirs, ours = theilslopes(y, x, alpha=0.9), theil_sen(x, y)
    assert (ours.value, ours.low, ours.high) == pytest.approx((theirs.slope, theirs.low_slope, theirs.high_slope))


@given(points=POINTS)
def test_the_printed_interval_holds_all_of_the_computed_one(points: list[tuple[int, float]]) -> None:
    slope = theil_sen([float(x) for x, _ in points], [y for _, y in points])
    low, high = outward(slope.low, slope.high)
    assert slope.low - 0.1 - 1e-6 < low <= slope.low + 1e-6
    assert slope.high - 1e-6 <= high < slope.high + 0.1 + 1e-6
    assert low <= round(slope.value, 1) <= high
    assert outward(-high, -low) == (-high + 0.0, -low + 0.0)


@given(z=st.floats(0, 8))
def test_the_normal_tail(z: float) -> None:
    assert float(normal_two_sided(np.array(z))) == pytest.approx(2 * norm.sf(z), abs=3e-7)


@given(figure=st.floats(0, 6), freedom=st.integers(10, 400))
def test_students_tail(figure: float, freedom: int) -> None:
    assert float(two_sided(np.array(figure), np.array(float(freedom)))) == pytest.approx(
        2 * t.sf(figure, freedom), abs=1e-3
    )
