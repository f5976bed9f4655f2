"""Warning signs on made-up diaries: hardly ever if nothing changes, soon if pain rises a lot."""

import numpy as np
import pytest

from calibration.people import Person, diaries
from calibration.signs import YEAR, first_mornings

SEED = 90210


@pytest.mark.parametrize(
    "person", [Person(persistence=0.3), Person(persistence=0.6), Person(persistence=0.6, missing=0.3)]
)
def test_a_year_in_which_nothing_changes_shows_none(person: Person) -> None:
    scores = diaries(person, YEAR, 100, np.random.default_rng(SEED)).scores
    for kind in ("rising", "high"):
        assert sum(day >= 0 for day in first_mornings(scores, kind)) <= 3


def test_a_rise_of_five_points_is_shown_within_four_weeks() -> None:
    scores = diaries(Person(persistence=0.3, level=3.0, step=5.0), 2 * 182, 40, np.random.default_rng(SEED)).scores
    soon = [182 <= day < 210 for day in first_mornings(scores[:, :210], "rising")]
    assert sum(soon) >= 36
