"""A few hundred made-up diaries: random gaps are seldom called informative; the fall after a worst week is shown."""

import numpy as np
import pytest

from calibration.people import Person, diaries
from calibration.traps import by_day, gaps_cell
from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.chance.traps import expected_fall
from heeldiary.domain.traps.traps import first_weeks

SEED = 61803
DIARIES = 400


@pytest.mark.parametrize("persistence", [0.0, 0.6, 0.8])
@pytest.mark.parametrize("missing", [0.15, 0.35])
def test_gaps_at_random_are_seldom_said_to_follow_bad_mornings(persistence: float, missing: float) -> None:
    person = Person(persistence=persistence, missing=missing)
    cell = gaps_cell("", person, DIARIES, np.random.default_rng(SEED), 0.1)
    assert cell.share <= 0.10, "nominal 5 %, measured 3-5 %"


@pytest.mark.thorough
@pytest.mark.parametrize("persistence", [0.3, 0.6, 0.8])
def test_nine_in_ten_falls_lie_where_they_are_said_to(persistence: float) -> None:
    """With the noise known; how well it is known from a diary is another part's matter."""
    drawn = diaries(Person(persistence=persistence), 84, DIARIES, np.random.default_rng(SEED)).scores
    inside = 0
    for scores in drawn:
        worst = first_weeks(by_day(scores))
        chance = expected_fall(Noise(1.3, persistence, 84), worst)
        assert worst.fall is not None
        inside += chance.low <= worst.fall <= chance.high
    assert 0.85 <= inside / DIARIES <= 0.97
