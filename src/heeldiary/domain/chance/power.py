"""The power of an experiment, by simulation with mornings like the person's.

Two thousand experiments with the given difference are simulated and tested like the real one, from a fixed seed, so the
same diary always gives the same power.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.chance.randomisation import Numbers, day_design, pair_design, randomisation_test
from heeldiary.domain.chance.variogram import noise_before_rounding
from heeldiary.domain.experiments.draw import ORDERS
from heeldiary.domain.experiments.experiment import Unit
from heeldiary.domain.experiments.result import PowerLine, PowerTable
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS

TYPICAL = Noise(spread=1.3, persistence=0.6, mornings=0)
"""The assumed noise while the person's own is unknown; not a clinical figure (`statistics.md`)."""
LENGTHS: Mapping[Unit, tuple[int, ...]] = {"day": (16, 28, 44, 56, 84, 112), "week": (12, 16, 20, 26, 36, 52)}
"""The lengths shown, in units."""
OWN_DAYS = 84
"""The days the person's own noise and gaps are estimated from."""
_GAP_DAYS = 56
_MOST_MISSING = 0.6
_PATTERNS, _PERSONS, _REDRAWS = 50, 40, 399
"""The number of gap patterns: for weeks, power depends on which pairs remain (twenty patterns were 2 points off)."""


def power_table(
    scores: Mapping[date, int], today: date, unit: Unit, points: int, lengths: Sequence[int] = ()
) -> PowerTable:
    """Return the power of several lengths for someone with these first-step scores."""
    recent = {day: score for day, score in scores.items() if today - timedelta(days=OWN_DAYS) < day <= today}
    own = noise_before_rounding(recent, unit)
    missing = _missing(recent, today) if own else 0.0
    lines = [
        PowerLine(length, power(own or TYPICAL, unit, length, points, missing)) for length in lengths or LENGTHS[unit]
    ]
    return PowerTable(points, tuple(lines), own.mornings if own else None, missing)


def power(noise: Noise, unit: Unit, length: int, points: float, missing: float = 0.0, seed: int = 4) -> float:
    """Return how often p <= .05 if heads lowers pain by some points; `missing` is the share of missing mornings.

    `noise` is that of the pain before rounding to whole scores.

    >>> round(power(Noise(1.3, 0.3, 56), "day", 28, 1.0), 1)
    0.6
    >>> [round(power(Noise(1.3, 0.3, 56), "week", 12, 1.0, missing), 2) for missing in (0.0, 0.1)]
    [0.38, 0.37]
    """
    random = np.random.Generator(np.random.PCG64(seed))
    days = length * (7 if unit == "week" else 1)
    patterns = _PATTERNS if missing else 1
    detected = 0
    for pattern in range(patterns):
        persons = _PATTERNS * _PERSONS // patterns
        is_logged = random.random(days) >= missing
        mornings = _mornings(noise, days, persons, random)
        if unit == "day":
            detected += _found_days(is_logged, mornings, points, pattern, random)
        else:
            detected += _found_pairs(is_logged, mornings, points, pattern, random)
    return detected / (_PATTERNS * _PERSONS)


def _found_days(
    is_logged: NDArray[np.bool_], mornings: Numbers, points: float, pattern: int, random: np.random.Generator
) -> int:
    logged = np.flatnonzero(is_logged)
    coins = _coins("day", len(mornings), len(is_logged) // 4, random)[:, logged]
    if len(logged) < 8:
        return 0
    design = day_design(f"power {pattern}", len(is_logged), logged, _REDRAWS)
    outcomes = np.rint(mornings[:, logged] - points * coins)
    return int((randomisation_test(design, outcomes, coins, 1).p_value <= 0.05).sum())


def _found_pairs(
    is_logged: NDArray[np.bool_], mornings: Numbers, points: float, pattern: int, random: np.random.Generator
) -> int:
    weeks = is_logged.reshape(-1, 7).sum(axis=1)
    complete = np.flatnonzero((weeks >= ENOUGH_MORNINGS).reshape(-1, 2).all(axis=1))
    halves = _coins("week", len(mornings), len(weeks) // 2, random)
    coins = 2 * halves[:, ::2][:, complete]
    if len(complete) < 2:
        return 0
    scores = np.rint(mornings - points * np.repeat(halves, 7, axis=1)) * is_logged
    means = scores.reshape(len(mornings), -1, 7).sum(axis=2) / np.maximum(weeks, 1)
    outcomes = (means[:, ::2] - means[:, 1::2])[:, complete]
    design = pair_design(f"power {pattern}", len(weeks) // 2, complete, 2 * _REDRAWS)
    return int((randomisation_test(design, outcomes, coins, 1).p_value <= 0.05).sum())


def _coins(unit: Unit, persons: int, blocks: int, random: np.random.Generator) -> Numbers:
    """Return +1/2 and -1/2, drawn like an experiment's coins."""
    orders = np.array([[0.5 if coin == "H" else -0.5 for coin in order] for order in ORDERS[unit]])
    return orders[random.integers(0, len(orders), (persons, blocks))].reshape(persons, -1)


def _mornings(noise: Noise, days: int, persons: int, random: np.random.Generator) -> Numbers:
    """Return an AR(1) series for each person, around a level between two whole numbers."""
    mornings: Numbers = noise.spread * random.standard_normal((persons, days))
    step = np.sqrt(1 - noise.persistence**2)
    for day in range(1, days):
        mornings[:, day] = noise.persistence * mornings[:, day - 1] + step * mornings[:, day]
    return mornings + random.random((persons, 1))


def _missing(recent: Mapping[date, int], today: date) -> float:
    """Return the share of missing mornings up to yesterday, rounded to tenths."""
    first = max(min(recent), today - timedelta(days=_GAP_DAYS))
    days = (today - first).days
    logged = sum(first <= day < today for day in recent)
    return min(_MOST_MISSING, round(1 - logged / days, 1)) if days else 0.0
