"""The band of the weekly review on made-up diaries in which nothing changes."""

from datetime import date, timedelta

import numpy as np
import pytest

from calibration.people import Person, diaries
from heeldiary.domain.review.band import band
from heeldiary.domain.review.review import Band, foot_week

SEED = 90210
DIARIES = 300
DAYS = 84
MOST_OUTSIDE = 0.18
"""A tenth is meant; the rest is for an unlucky draw of 300 and for what 84 mornings tell of persistence."""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "person", [Person(persistence=0.3), Person(persistence=0.6), Person(persistence=0.6, missing=0.3)]
)
def test_about_one_week_in_ten_lies_outside_by_chance(person: Person) -> None:
    start = date(2026, 1, 5)
    outside = banded = 0
    for row in diaries(person, DAYS, DIARIES, np.random.default_rng(SEED)).scores:
        scores = {start + timedelta(days=day): int(score) for day, score in enumerate(row) if not np.isnan(score)}
        of = foot_week("left", start + timedelta(days=DAYS - 7), scores)
        found = band(of)
        if isinstance(found, Band) and of.week.mean is not None:
            banded += 1
            outside += found.place(of.week.mean) != "inside"
    assert banded > DIARIES * 0.8
    assert 0.02 < outside / banded < MOST_OUTSIDE
