"""The day-to-day noise of mornings when nothing changes: its spread and autocorrelation.

A few mornings say little about autocorrelation ("persistence"), but the tolerance depends on it: from .6 to .8 it grows
by half. So no single value is assumed. Each is weighted by its likelihood and a prior (below), and ranges are averaged
over these posterior weights. `make calibrate` shows the resulting error rates.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from heeldiary.domain.chance.persistence import (
    PERSISTENCES,
    Days,
    Likelihood,
    Marks,
    Numbers,
    ScoredMornings,
    likelihood,
)
from heeldiary.domain.chance.tails import two_sided

ENOUGH_MORNINGS = 21
"""The fewest mornings for an estimate."""

NOISE_DAYS = 364
"""The days before the last morning that are used: noise may change, and ten years cost no more than one."""

_BLOCK_DAYS = 28
"""The days with one assumed level, so slow changes do not count as noise."""

_USUAL_SPREAD, _SPREAD_DOUBT = 1.5, 0.4
"""The prior of the spread: log-normal around 1.5 points with a log standard deviation of .4."""
_CAUTION, _EARLY_CAUTION, _FAR_CAUTION, _SETTLED = 0.1, 0.6, 0.4, 56
"""The prior weight of a persistence is (1 - persistence)^-.1, up to ^-.7 with far fewer than 56 mornings, and up to
^-.5 with far more: the periods compared are then far apart, where persistence matters most."""

_FAR_DAYS = 2000
"""The days after which correlation is zero for a float: .95 ** 2000 is 3e-45."""

_SURE = 0.9
_WIDEST_POINTS = 10.0


class WeightedPersistence(NamedTuple):
    """A possible persistence with its posterior weight."""

    weight: float
    """0-1; the weights sum to 1."""
    persistence: float
    spread: float


class Noise(NamedTuple):
    """The day-to-day noise of one foot's first-step scores: an AR(1) process with uncertain persistence."""

    spread: float
    """The posterior standard deviation in points."""
    persistence: float
    """The posterior mean correlation from one day to the next."""
    mornings: int
    """The number of mornings used."""
    likely: tuple[WeightedPersistence, ...] = ()
    """The possible persistences; empty if spread and persistence are known."""
    freedom: float = 1e6
    """The degrees of freedom of the spread."""
    rounding: float = 0.0
    """The share of the variance from rounding to whole scores, which does not persist."""


class Noises(NamedTuple):
    """The noise of many diaries: weights and spreads are (diaries, persistences), the rest (diaries, 1)."""

    weights: Numbers
    spreads: Numbers
    freedom: Numbers
    rounding: Numbers

    def one(self, at: int, mornings: int) -> Noise:
        """Return the noise of one diary."""
        weights, spreads = self.weights[at], self.spreads[at]
        return Noise(
            float(np.sqrt(weights @ spreads**2)),
            float(weights @ PERSISTENCES),
            mornings,
            tuple(WeightedPersistence(*map(float, each)) for each in zip(weights, PERSISTENCES, spreads, strict=True)),
            float(self.freedom[at, 0]),
            float(self.rounding[at, 0]),
        )


def estimate_noise(scores: Mapping[date, int]) -> Noise | None:
    """Estimate the noise of first-step scores by day (oldest first) from the last 52 weeks; None below 21 mornings.

    >>> noise = estimate_noise({date.fromordinal(739_000 + n): 4 + n // 2 % 3 for n in range(60)})
    >>> f"spread {noise.spread:.1f} points, persistence {noise.persistence:.1f}"
    'spread 0.9 points, persistence 0.4'
    """
    if not scores:
        return None
    numbers = np.array([day.toordinal() for day in scores])
    recent = numbers > numbers.max() - NOISE_DAYS
    if recent.sum() < ENOUGH_MORNINGS:
        return None
    values = np.array([*scores.values()], dtype=float)[recent]
    noises = estimate_noises(values[None], numbers[recent][None], np.ones((1, len(values)), dtype=bool))
    return noises.one(0, len(values))


def count_recent_mornings(scores: Mapping[date, int]) -> int:
    """Return the number of mornings in the 52 weeks up to the last one."""
    last = max(scores, default=date.min)
    return sum((last - day).days < NOISE_DAYS for day in scores)


def estimate_noises(scores: Numbers, days: Days, is_scored: Marks) -> Noises:
    """Estimate the noise of many diaries; arrays are (diaries, mornings), padded at the right where not `is_scored`."""
    first = days[:, :1]
    last = np.where(is_scored, days, first).max(1, keepdims=True)
    span = last - first + 1
    blocks = np.maximum(2, span // _BLOCK_DAYS)
    block = np.clip((days - first) * blocks // span, 0, blocks - 1)
    return _weighed(likelihood(ScoredMornings(scores, days, block, is_scored)), is_scored.sum(1, keepdims=True))


def _weighed(likelihood: Likelihood, mornings: Numbers) -> Noises:
    more = (mornings - _SETTLED) / (_SETTLED / 2)
    caution = _CAUTION + _EARLY_CAUTION * np.clip(-more, 0, 1) + _FAR_CAUTION * np.clip(more, 0, 1)
    plausible = (
        -caution * np.log(1 - PERSISTENCES) - 0.5 * (np.log(likelihood.spread / _USUAL_SPREAD) / _SPREAD_DOUBT) ** 2
    )
    weights = likelihood.logarithm + plausible
    weights = np.exp(weights - weights.max(1, keepdims=True))
    return Noises(weights / weights.sum(1, keepdims=True), likelihood.spread, likelihood.freedom, likelihood.rounding)


def tolerance(noise: Noise, then: Sequence[date], now: Sequence[date]) -> float:
    """Return the tolerance of two means: their difference stays within it 9 times in 10 by chance; points, up to 10.

    >>> days = [date.fromordinal(739_000 + n) for n in range(56)]
    >>> round(tolerance(Noise(1.3, 0.6, 56), days[:14], days[-14:]), 1)
    1.5
    """
    return tolerances(noise, [(then, now)])[0]


def tolerances(noise: Noise, pairs: Sequence[tuple[Sequence[date], Sequence[date]]]) -> list[float]:
    """Return the tolerances of many pairs of periods."""
    if not pairs:
        return []
    places = [_places(then, now) for then, now in pairs]
    shares = np.zeros((len(pairs), 1 + max(max(*then, *now) for then, now in places)))
    for row, (then, now) in zip(shares, places, strict=True):
        for days, share in ((then, -1 / len(then)), (now, 1 / len(now))):
            for day in days:
                row[day] += share
    likely = noise.likely or (WeightedPersistence(1.0, noise.persistence, noise.spread),)
    weights, persistences, spreads = np.array(likely).T
    known = Noises(weights[None], spreads[None], np.array([[noise.freedom]]), np.array([[noise.rounding]]))
    return [float(half) for half in half_widths(known, shares, persistences)]


def _places(then: Sequence[date], now: Sequence[date]) -> tuple[list[int], list[int]]:
    """Return the days of both periods as numbers from 0; a larger gap than `_FAR_DAYS` is shortened to it."""
    first = min(*then, *now)
    apart = (min(now) - max(then)).days
    return [(day - first).days for day in then], [(day - first).days - max(0, apart - _FAR_DAYS) for day in now]


def half_widths(noise: Noises, shares: Numbers, persistences: Numbers = PERSISTENCES) -> Numbers:
    """Return the half-widths of 90 % ranges of contrasts of scores (`shares`: weights by day that sum to 0)."""
    days = shares.shape[1]
    spectrum = np.fft.rfft(shares, 2 * days)
    lags = np.fft.irfft(np.abs(spectrum) ** 2, 2 * days)[:, :days]
    lags[:, 1:] *= 2
    alone = (shares**2).sum(1, keepdims=True)
    variance = (1 - noise.rounding) * (lags @ persistences ** np.arange(days)[:, None]) + noise.rounding * alone
    spread = noise.spreads * np.sqrt(np.maximum(variance, 1e-12))
    low, high = np.zeros(len(shares)), np.full(len(shares), _WIDEST_POINTS)
    for _ in range(24):
        middle = (low + high) / 2
        outside = (noise.weights * two_sided(middle[:, None] / spread, noise.freedom)).sum(1)
        low, high = np.where(outside > 1 - _SURE, middle, low), np.where(outside > 1 - _SURE, high, middle)
    return high
