"""The noise before rounding: found again in simulated mornings, and taken for larger where weeks would be overrated."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from heeldiary.domain.chance.noise import ENOUGH_MORNINGS
from heeldiary.domain.chance.variogram import noise_before_rounding

FIRST = date(2026, 3, 2).toordinal()


def simulated(spread: float, persistence: float, days: int, seed: int = 1) -> dict[date, int]:
    """Whole scores around 5 with AR(1) noise."""
    random = np.random.default_rng(seed)
    pain = [random.standard_normal()]
    for step in random.standard_normal(days - 1):
        pain.append(persistence * pain[-1] + np.sqrt(1 - persistence**2) * step)
    return {date.fromordinal(FIRST + n): round(5 + spread * float(each)) for n, each in enumerate(pain)}


def test_nothing_is_said_before_21_mornings() -> None:
    scores = simulated(1.3, 0.3, 21)
    assert noise_before_rounding(dict([*scores.items()][:20])) is None
    noise = noise_before_rounding(scores)
    assert noise is not None
    assert noise.mornings == ENOUGH_MORNINGS == 21


@pytest.mark.parametrize(("spread", "persistence"), [(1.0, 0.0), (1.3, 0.5), (1.3, 0.8), (2.0, 0.3), (1.3, -0.3)])
def test_spread_and_persistence_are_found_again(spread: float, persistence: float) -> None:
    noise = noise_before_rounding(simulated(spread, persistence, 3000))
    assert noise is not None
    assert noise.spread == pytest.approx(spread, abs=0.12)
    assert noise.persistence == pytest.approx(persistence, abs=0.1)


def test_gaps_change_little_and_the_level_and_which_way_is_up_nothing() -> None:
    scores = simulated(1.3, 0.5, 3000)
    whole = noise_before_rounding(scores)
    assert whole is not None
    some = {day: score for day, score in scores.items() if day.toordinal() % 7 not in (2, 3)}
    gappy = noise_before_rounding(some)
    assert gappy is not None
    assert (gappy.spread, gappy.persistence) == pytest.approx((whole.spread, whole.persistence), abs=0.12)
    changed: list[Mapping[date, int]] = [
        {day: score + 3 for day, score in scores.items()},
        {day: -score for day, score in scores.items()},
    ]
    for other in changed:
        assert noise_before_rounding(other) == whole


def test_for_weeks_the_variance_is_raised_by_how_little_the_mornings_say() -> None:
    for persistence in (0.0, 0.5, 0.8):
        scores = simulated(1.3, persistence, 60, seed=4)
        day, week = noise_before_rounding(scores, "day"), noise_before_rounding(scores, "week")
        assert day is not None
        assert week is not None
        assert week.persistence == day.persistence
        squared = day.persistence**2
        effective = len(scores) * (1 - squared) / (1 + squared)
        assert (week.spread / day.spread) ** 2 == pytest.approx(1 + 3 * squared / effective)
