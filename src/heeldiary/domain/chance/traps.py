"""What a diary in which nothing changes looks like after its worst week, made up from one's own ups and downs."""

import numpy as np

from heeldiary.domain.analysis.analysis import Material
from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.traps.traps import (
    FIRST_WEEKS,
    WEEKS_AFTER,
    ByChance,
    Traps,
    WorstWeek,
    first_weeks,
    gaps,
    reactive,
)

_DIARIES = 1000
_SEED = 8
"""Fixed, so that the same diary says the same everywhere; RandomState's numbers never change."""


def traps_of(material: Material, noise: Noise | None) -> Traps:
    """All four traps of a diary with that noise."""
    scores = material.scores
    worst = first_weeks(scores)
    if noise is not None and worst.worst is not None:
        worst = worst._replace(chance=after_worst(noise, worst))
    readings = reactive(scores, material.late, material.massaged)
    readings = readings._replace(sealed="massage" in material.declared.sealed)
    return Traps(worst, readings, gaps(scores, material.as_of))


def after_worst(noise: Noise, seen: WorstWeek) -> ByChance:
    """How much lower the weeks after the worst come out in made-up diaries with that noise and a steady level.

    As the person's own: whole scores 0-10, the worst by its mean among the same weeks, held against up to four weeks
    after it, weeks with too few mornings left out.
    """
    random = np.random.RandomState(_SEED)
    there = np.array([week.mean is not None for week in seen.weeks])
    means = [week.mean for week in seen.weeks if week.mean is not None]
    level = sum(means) / len(means)
    steps = random.standard_normal((7 * len(there), _DIARIES))
    steps[1:] *= np.sqrt(1 - noise.persistence**2)
    for day in range(1, len(steps)):
        steps[day] += noise.persistence * steps[day - 1]
    scores = np.clip(np.rint(level + noise.spread * steps), 0, 10)
    weeks = np.where(there[:, None], scores.reshape(len(there), 7, _DIARIES).mean(1), np.nan)
    from_first = np.where(np.isnan(weeks[:FIRST_WEEKS]), -np.inf, weeks[:FIRST_WEEKS])
    worst = from_first.argmax(0)
    padded = np.vstack([weeks, np.full((WEEKS_AFTER, _DIARIES), np.nan)])
    after = np.take_along_axis(padded, worst + np.arange(1, WEEKS_AFTER + 1)[:, None], 0)
    number = (~np.isnan(after)).sum(0)
    seen_after = number > 0
    falls = from_first.max(0)[seen_after] - np.nansum(after, 0)[seen_after] / number[seen_after]
    low, high = np.percentile(falls, [5, 95])
    return ByChance(*(round(float(figure), 1) for figure in (falls.mean(), low, high)))
