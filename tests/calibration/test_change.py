"""A bounded look at what `make calibrate` counts of then and now, the trend and the bands, with room for chance."""

from datetime import timedelta

import numpy as np
import pytest

from calibration.change import MONDAY, _by_day, _falls_clearly, kept, then_and_nows
from calibration.people import Person, diaries
from heeldiary.domain.chance.change import noise_bands, trend
from heeldiary.domain.change.change import Trend

SEED = 402_1187
"""Nobody tuned anything on it."""
NUMBER = 300
ROOM = 0.045
"""What chance adds to a share of .10 in 300 diaries, in more than 99 of 100 runs."""


@pytest.mark.parametrize(
    ("days", "persistence", "spread"), [(28, 0.8, 1.3), (56, 0.8, 1.6), (56, 0.3, 1.0), (84, 0.6, 1.3)]
)
def test_nothing_is_told_where_nothing_changes(days: int, persistence: float, spread: float) -> None:
    random = np.random.default_rng([SEED, days])
    told = then_and_nows(diaries(Person(spread, persistence), days, NUMBER, random).scores)
    assert len(told) == NUMBER
    claimed = sum(one.verdict != "no clear change" for one in told)
    assert claimed / NUMBER <= 0.10 + ROOM


def test_missing_when_it_is_bad_is_no_change() -> None:
    random = np.random.default_rng([SEED, 1])
    told = then_and_nows(diaries(Person(missing_when_bad=0.5), 70, NUMBER, random).scores)
    assert sum(one.verdict != "no clear change" for one in told) / len(told) <= 0.10 + ROOM


def test_a_fall_of_two_points_is_told() -> None:
    random = np.random.default_rng([SEED, 2])
    told = then_and_nows(diaries(Person(level=7.0, step=-2.0), 56, NUMBER, random).scores)
    assert sum(map(_falls_clearly, told)) / NUMBER >= 0.80 - 0.07


def test_a_rise_is_told_as_often_as_a_fall() -> None:
    scores = diaries(Person(level=5.0, step=-2.0), 56, NUMBER, np.random.default_rng([SEED, 3])).scores
    fell, rose = then_and_nows(scores), then_and_nows(10 - scores)
    assert [one.band for one in fell] == [one.band for one in rose]
    assert [round(-one.difference, 1) for one in fell] == pytest.approx([one.difference for one in rose], abs=0.11)


def test_the_trend_holds_the_truth_and_finds_a_steady_fall() -> None:
    slope, number = -0.31, 4 * NUMBER  # off the grid of tenths, where rounding alone holds no truth
    scores = diaries(Person(level=7.0, trend=slope), 84, number, np.random.default_rng([SEED, 4])).scores
    last = MONDAY + timedelta(days=83)
    found = [told for of in scores if isinstance(told := trend(_by_day(of), last), Trend)]
    assert len(found) == number
    assert sum(one.low <= 4 * slope <= one.high for one in found) / number >= 0.88
    assert sum(one.high < 0 for one in found) / number >= 0.90


def test_one_week_in_ten_lies_outside_its_band_at_most() -> None:
    scores = diaries(Person(), 84, NUMBER // 2, np.random.default_rng([SEED, 5])).scores
    outside = weeks = 0
    for one in kept(scores):
        for start, band in noise_bands(one.scores, one.noise).items():
            days = [score for day, score in one.scores.items() if 0 <= (day - start).days < 7]
            weeks += 1
            outside += band.place(sum(days) / len(days)) != "within"
    assert weeks > NUMBER
    assert 0.03 <= outside / weeks <= 0.12
