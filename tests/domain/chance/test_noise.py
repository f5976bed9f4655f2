"""A diary's noise: its estimate, and how far means differ by it alone."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from heeldiary.domain.chance.noise import (
    ENOUGH_MORNINGS,
    Noise,
    estimate_noise,
    estimate_noises,
    tolerance,
    tolerances,
)
from heeldiary.domain.chance.persistence import PERSISTENCES, ScoredMornings, likelihood

FIRST = date(2026, 3, 2)
SCORES = st.dictionaries(st.integers(0, 90), st.integers(0, 10), min_size=ENOUGH_MORNINGS)


def days(first: int, last: int) -> list[date]:
    return [FIRST + timedelta(days=n) for n in range(first, last)]


def by_day(scores: dict[int, int]) -> dict[date, int]:
    return {FIRST + timedelta(days=day): scores[day] for day in sorted(scores)}


def test_nothing_is_said_before_21_mornings() -> None:
    assert estimate_noise({}) is None
    assert estimate_noise(dict.fromkeys(days(0, 20), 5)) is None
    assert estimate_noise(dict.fromkeys(days(0, 21), 5)) is not None
    assert estimate_noise(dict.fromkeys([*days(0, 20), FIRST + timedelta(days=400)], 5)) is None, (
        "20 of them are too old"
    )


@given(scores=SCORES)
def test_of_any_diary(scores: dict[int, int]) -> None:
    noise = estimate_noise(by_day(scores))
    assert noise is not None
    assert 0.5 - 1e-9 <= noise.spread < 20
    assert 0 <= noise.persistence < 1
    assert sum(each.weight for each in noise.likely) == pytest.approx(1)
    assert 0 < tolerance(noise, days(0, 14), days(14, 28)) <= 10


@given(scores=SCORES, up=st.integers(1, 9))
def test_the_level_does_not_matter_nor_which_way_is_up(scores: dict[int, int], up: int) -> None:
    raised = estimate_noise({day: score + up for day, score in by_day(scores).items()})
    turned = estimate_noise({day: 10 - score for day, score in by_day(scores).items()})
    noise = estimate_noise(by_day(scores))
    assert noise
    assert raised
    assert turned
    for other in (raised, turned):
        assert (other.spread, other.persistence) == pytest.approx((noise.spread, noise.persistence), abs=1e-6)


def test_a_level_that_changes_every_four_weeks_is_no_noise() -> None:
    random = np.random.default_rng(2)
    weeks = random.integers(0, 4, 84)
    level = estimate_noise({day: int(score) for day, score in zip(days(0, 84), weeks, strict=True)})
    steps = {day: int(score) + 3 * (n // 28) for n, (day, score) in enumerate(zip(days(0, 84), weeks, strict=True))}
    changing = estimate_noise(steps)
    assert level
    assert changing
    assert (changing.spread, changing.persistence) == pytest.approx((level.spread, level.persistence), abs=1e-6)


def test_many_diaries_at_once_are_as_each_alone() -> None:
    random = np.random.default_rng(3)
    lengths = (30, 60, 45)
    numbers = np.arange(60) + FIRST.toordinal() + np.zeros((3, 1), dtype=int)
    scores = random.integers(0, 11, (3, 60)).astype(float)
    is_scored = np.arange(60) < np.array(lengths)[:, None]
    together = estimate_noises(scores, numbers, is_scored)
    for at, length in enumerate(lengths):
        alone = estimate_noise({day: int(score) for day, score in zip(days(0, length), scores[at], strict=False)})
        found = together.one(at, length)
        assert alone
        assert (found.spread, found.persistence, found.freedom) == pytest.approx(
            (alone.spread, alone.persistence, alone.freedom), abs=1e-6
        )


def test_old_years_change_nothing() -> None:
    random = np.random.default_rng(1)
    recent = {day: int(score) for day, score in zip(days(0, 364), random.integers(2, 8, 364), strict=True)}
    old = {FIRST - timedelta(days=n): int(n % 11) for n in range(3000, 0, -1)}
    assert estimate_noise({**old, **recent}) == estimate_noise(recent)


@given(persistence=st.floats(0, 0.95), spread=st.floats(0.5, 3), gap=st.integers(0, 60))
def test_a_known_noise_has_the_range_of_its_covariance(persistence: float, spread: float, gap: int) -> None:
    then, now = days(0, 14), days(14 + gap, 28 + gap)
    number = np.array([(day - FIRST).days for day in (*then, *now)])
    weights = np.r_[np.full(14, -1 / 14), np.full(14, 1 / 14)]
    covariance = spread**2 * persistence ** np.abs(number[:, None] - number[None, :])
    wanted = norm.ppf(0.95) * np.sqrt(weights @ covariance @ weights)
    assert tolerance(Noise(spread, persistence, 99), then, now) == pytest.approx(min(10, wanted), rel=1e-3)


def test_many_at_once_are_each_alone() -> None:
    noise = estimate_noise({day: (7 * n) % 10 for n, day in enumerate(days(0, 80))})
    assert noise
    pairs = [(days(0, 28), days(28, 35)), (days(0, 5), days(60, 64)), (days(3, 20), days(25, 26))]
    assert tolerances(noise, pairs) == pytest.approx([tolerance(noise, *pair) for pair in pairs])


@given(seen=st.sets(st.integers(0, 60), min_size=12, max_size=40), seed=st.integers(0, 99))
def test_the_likelihood_is_that_of_the_whole_covariance(seen: set[int], seed: int) -> None:
    """Kalman's filter over the gaps gives what the textbook formula of restricted likelihood gives."""
    at = np.array(sorted(seen))
    scores = np.rint(np.random.default_rng(seed).normal(5, 1.5, len(at)))
    blocks = (at > 30).astype(np.int64)
    there = np.ones((1, len(at)), dtype=bool)
    ours = likelihood(ScoredMornings(scores[None], at[None], blocks[None], there))
    levels = np.eye(2)[blocks][:, np.unique(blocks)]
    white = float(ours.rounding[0, 0])
    for number in (0, 6, 12, 17):
        whole = (1 - white) * PERSISTENCES[number] ** np.abs(at[:, None] - at[None, :]) + white * np.eye(len(at))
        inverse = np.linalg.inv(whole)
        inner = levels.T @ inverse @ levels
        rest = scores - levels @ np.linalg.solve(inner, levels.T @ inverse @ scores)
        squares, freedom = max(1e-9, float(rest @ inverse @ rest)), len(at) - levels.shape[1]
        logarithm = -0.5 * (np.linalg.slogdet(whole)[1] + np.linalg.slogdet(inner)[1] + freedom * np.log(squares))
        assert ours.logarithm[0, number] == pytest.approx(logarithm, rel=1e-6, abs=1e-6)
        assert ours.spread[0, number] == pytest.approx(max(0.5, np.sqrt(squares / freedom)), rel=1e-6)
