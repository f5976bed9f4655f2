"""The fit behind Links agrees with statsmodels and with the long way round; its quantile with scipy."""

from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from heeldiary.domain.chance.links import Numbers, estimate, estimates, half_width, t_quantile

DAYS = 90
WEEKEND = np.arange(DAYS) % 7 >= 5


def a_diary(seed: int, missing: float = 0.0) -> tuple[Numbers, Numbers]:
    random = np.random.default_rng(seed)
    scores = np.rint(5 + 1.5 * random.standard_normal(DAYS)).clip(0, 10)
    done = (random.random(DAYS) < 0.4).astype(float)
    scores[random.random(DAYS) < missing] = np.nan
    done[random.random(DAYS) < missing] = np.nan
    return scores, done


def long_way(scores: Numbers, done: Numbers) -> tuple[Numbers, Numbers]:
    """The outcome and the predictors, the factor last, of the days that count."""
    bends = np.arange(DAYS - 1) / (DAYS - 2) * 2
    time = [np.maximum(0, 1 - np.abs(bends - knot)) for knot in range(3)]
    known = np.nonzero(~np.isnan(scores[1:]) & ~np.isnan(scores[:-1]) & ~np.isnan(done[:-1]))[0]
    before = np.r_[np.nan, done[:-2]]
    before = np.where(np.isnan(before), done[known].mean(), before)
    fitted = np.column_stack([*time, WEEKEND[1:], WEEKEND[:-1], scores[:-1], before, done[:-1]])[known]
    return scores[1:][known], np.asarray(fitted, dtype=float)


@pytest.mark.parametrize(("seed", "missing"), [(1, 0.0), (2, 0.0), (3, 0.1), (4, 0.2)])
def test_difference_and_error_are_those_of_statsmodels(seed: int, missing: float) -> None:
    scores, done = a_diary(seed, missing)
    found = estimates(scores[None], done[None], WEEKEND)
    outcome, fitted = long_way(scores, done)
    theirs = sm.OLS(outcome, fitted).fit(cov_type="HC2")
    assert found.difference[0] == pytest.approx(theirs.params[-1], abs=1e-6)
    assert found.error[0] == pytest.approx(theirs.bse[-1], abs=1e-6)


def test_the_degrees_of_freedom_are_those_of_bell_and_mccaffrey() -> None:
    """By the matrix that the sum of squares is taken with, as they write it."""
    scores, done = a_diary(5, 0.1)
    _, fitted = long_way(scores, done)
    hat = fitted @ np.linalg.pinv(fitted)
    weights = np.linalg.pinv(fitted)[-1] / np.sqrt(1 - np.diag(hat))
    left = (np.eye(len(hat)) - hat) * weights
    inner = np.linalg.eigvalsh(left.T @ left)
    assert estimates(scores[None], done[None], WEEKEND).freedom[0] == pytest.approx(
        inner.sum() ** 2 / (inner**2).sum(), rel=1e-5
    )


def test_how_much_of_a_factor_is_its_own() -> None:
    scores, done = a_diary(6)
    _, fitted = long_way(scores, done)
    own = sm.OLS(fitted[:, -1], fitted[:, :-1]).fit().ssr / ((fitted[:, -1] - fitted[:, -1].mean()) ** 2).sum()
    assert estimates(scores[None], done[None], WEEKEND).apart[0] == pytest.approx(own, rel=1e-5)


@given(st.floats(0.001, 0.09), st.floats(3, 5000))
def test_the_quantile_is_scipys(outside: float, freedom: float) -> None:
    assert float(t_quantile(outside, np.array(freedom))) == pytest.approx(stats.t.isf(outside / 2, freedom), rel=2e-5)


def test_one_diary_and_many_are_computed_alike() -> None:
    scores, done = a_diary(7, 0.1)
    many = estimates(np.stack([scores, scores[::-1]]), np.stack([done, done[::-1]]), WEEKEND)
    one = estimate(
        [None if np.isnan(score) else int(score) for score in scores],
        [None if np.isnan(mark) else bool(mark) for mark in done],
        [True] * (DAYS - 1),
        date(2026, 8, 31),
    )
    assert one.difference == pytest.approx(many.difference[0])
    half = half_width(many.error, many.freedom, 5)[0]
    assert one.range(5) == pytest.approx((many.difference[0] - half, many.difference[0] + half))


def test_a_day_that_is_not_wanted_counts_for_nothing() -> None:
    scores, done = a_diary(8)
    wanted = np.ones((1, DAYS - 1), dtype=bool)
    wanted[0, 40] = False
    without = scores.copy()
    without[41] = 0
    found = estimates(scores[None], done[None], WEEKEND, wanted)
    assert not np.allclose(found.difference, estimates(scores[None], done[None], WEEKEND).difference)
    wanted[0, 41] = False
    assert estimates(without[None], done[None], WEEKEND, wanted).difference == pytest.approx(
        estimates(scores[None], done[None], WEEKEND, wanted).difference
    )


def test_more_factors_make_wider_ranges() -> None:
    one = np.array([1.0])
    widths = [float(half_width(one, one * 50, tested)[0]) for tested in (1, 2, 5, 10)]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]
