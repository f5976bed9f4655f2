"""Regression to the mean: what follows the worst week in simulated diaries without change."""

import numpy as np

from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.traps.traps import FIRST_WEEKS, WEEKS_AFTER, ByChance, WorstWeek

_DIARIES = 1000
_SEED = 8
"""A fixed seed: the same diary gives the same figure everywhere; RandomState's numbers never change."""


def expected_fall(noise: Noise, seen: WorstWeek) -> ByChance:
    """Return how much lower the weeks after the worst are in simulated diaries with this noise and a constant level.

    As in the person's diary: whole scores 0-10, the worst of the same weeks by mean, compared with up to four weeks
    after it, without weeks of too few mornings.
    """
    random = np.random.RandomState(_SEED)
    has_mean = np.array([week.mean is not None for week in seen.weeks])
    means = [week.mean for week in seen.weeks if week.mean is not None]
    level = sum(means) / len(means)
    steps = random.standard_normal((7 * len(has_mean), _DIARIES))
    steps[1:] *= np.sqrt(1 - noise.persistence**2)
    for day in range(1, len(steps)):
        steps[day] += noise.persistence * steps[day - 1]
    scores = np.clip(np.rint(level + noise.spread * steps), 0, 10)
    weeks = np.where(has_mean[:, None], scores.reshape(len(has_mean), 7, _DIARIES).mean(1), np.nan)
    from_first = np.where(np.isnan(weeks[:FIRST_WEEKS]), -np.inf, weeks[:FIRST_WEEKS])
    worst = from_first.argmax(0)
    padded = np.vstack([weeks, np.full((WEEKS_AFTER, _DIARIES), np.nan)])
    after = np.take_along_axis(padded, worst + np.arange(1, WEEKS_AFTER + 1)[:, None], 0)
    number = (~np.isnan(after)).sum(0)
    seen_after = number > 0
    falls = from_first.max(0)[seen_after] - np.nansum(after, 0)[seen_after] / number[seen_after]
    low, high = np.percentile(falls, [5, 95])
    return ByChance(*(round(float(figure), 1) for figure in (falls.mean(), low, high)))
