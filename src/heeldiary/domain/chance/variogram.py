"""The noise behind whole scores, from how far apart mornings lie that are one, two, … days apart.

`noise_of` leans to the safe side for claims (it keeps the persistence within bounds); what an experiment will find is
told from this one, which leans to neither. In simulation the power told from 56 mornings is off by up to 5 points on
average, at persistence 0 to .8 and spread 1 to 1.6. Without persistences below 0, which chance alone brings about, it
is up to 5 too high for days where there is none; without `_DOUBT`, 8 too high for weeks at .8.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from heeldiary.domain.chance.noise import ENOUGH_MORNINGS, Noise
from heeldiary.domain.experiments.experiment import Unit

FURTHEST_DAYS = 14
"""In days; beyond, a trend of the person shows more than their noise."""
_ROUNDING = 1 / 12
_LEAST_VARIANCE = 0.05
_PERSISTENCES = np.arange(-8, 20) / 20
_DOUBT: Mapping[Unit, float] = {"day": 0.0, "week": 3.0}
"""The power of weeks is told too high where the spread is taken too small as often as too large: a small one raises it
by more than a large one lowers it. So the variance is taken larger: so much, by the square of the persistence, over
the mornings that it in effect rests on."""


def noise_before_rounding(scores: Mapping[date, int], unit: Unit = "day") -> Noise | None:
    """The AR(1) noise that was rounded to these scores by day, for experiments of that unit; None before 21 mornings.

    Half the mean squared difference of mornings h days apart is s^2 (1 - p^h) + 1/12: s and p by least squares.
    """
    if len(scores) < ENOUGH_MORNINGS:
        return None
    days = np.array([day.toordinal() for day in scores])
    values = np.full(days.max() - days.min() + 1, np.nan)
    values[days - days.min()] = [*scores.values()]
    apart, weights = np.zeros(FURTHEST_DAYS), np.zeros(FURTHEST_DAYS)
    for lag in range(1, min(FURTHEST_DAYS, len(values) - 1) + 1):
        steps = values[lag:] - values[:-lag]
        known = steps[np.isfinite(steps)]
        if len(known):
            apart[lag - 1] = max(0.0, float(np.mean(known**2)) / 2 - _ROUNDING)
            weights[lag - 1] = len(known) / lag
    fits = []
    for persistence in _PERSISTENCES:
        shape = 1 - persistence ** np.arange(1, FURTHEST_DAYS + 1)
        variance = max(_LEAST_VARIANCE, float((weights * shape * apart).sum() / (weights * shape**2).sum()))
        error = float((weights * (apart - variance * shape) ** 2).sum())
        fits.append((error, float(persistence), variance))
    _, persistence, variance = min(fits)
    rests_on = len(scores) * (1 - persistence**2) / (1 + persistence**2)
    return Noise((variance * (1 + _DOUBT[unit] * persistence**2 / rests_on)) ** 0.5, persistence, len(scores))
