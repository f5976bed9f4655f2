"""How much mornings differ from one another when nothing changes: their spread, and how it persists.

Few mornings tell little of their persistence, and the range of what chance does hangs on it: from .6 to .8 it grows by
half. So no single persistence is taken for true. Each is weighed by how likely it makes the scores and by what is
plausible beforehand (below), and a range is reckoned over all of them. `make calibrate` shows what comes of it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from heeldiary.domain.chance.persistence import (
    PERSISTENCES,
    Days,
    Likelihood,
    Numbers,
    ScoredMornings,
    There,
    likelihood,
)
from heeldiary.domain.chance.tails import two_sided

ENOUGH_MORNINGS = 21
"""With fewer, nothing is said of the noise."""

NOISE_DAYS = 364
"""Days back from the last morning that are looked at: noise is a matter of the present, and ten years cost as one."""

_BLOCK_DAYS = 28
"""Days over which the level is taken to be one, so that slow changes are not taken for noise."""

_USUAL_SPREAD, _SPREAD_DOUBT = 1.5, 0.4
"""What is taken for plausible of a spread beforehand: about 1.5 points, by a factor of e^.4 either way."""
_CAUTION, _EARLY_CAUTION, _FAR_CAUTION, _SETTLED = 0.1, 0.6, 0.4, 56
"""High persistence weighs (1 - persistence)^-.1 beforehand, up to ^-.7 while there are few of 56 mornings, and up to
^-.5 once there are more than 56: what is compared then lies far apart, where persistence counts for most."""

_FAR_DAYS = 2000
"""Days after which nothing persists, to the last digit of a float: .95 ** 2000 is 3e-45."""

_SURE = 0.9
_WIDEST_POINTS = 10.0


class WeightedPersistence(NamedTuple):
    """One of the persistences that come into question."""

    weight: float
    """0-1; together 1."""
    persistence: float
    spread: float


class Noise(NamedTuple):
    """The day-to-day noise of one foot's first-step scores, as an AR(1) process whose persistence is not sure."""

    spread: float
    """Standard deviation in points, on the whole."""
    persistence: float
    """Correlation from one day to the next, on the whole."""
    mornings: int
    """How many it was reckoned from."""
    likely: tuple[WeightedPersistence, ...] = ()
    """What comes into question; none: spread and persistence are taken as known."""
    freedom: float = 1e6
    """Degrees of freedom of the spread."""
    rounding: float = 0.0
    """The share of the variance that does not persist, as scores are whole numbers."""


class Noises(NamedTuple):
    """The noise of many diaries: weights and spreads (diaries, persistences), the rest (diaries, 1)."""

    weights: Numbers
    spreads: Numbers
    freedom: Numbers
    rounding: Numbers

    def one(self, at: int, mornings: int) -> Noise:
        """That of one diary, which has so many mornings."""
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
    """The noise in first-step scores by day (oldest first), from the last 52 weeks; None before 21 mornings in them."""
    if not scores:
        return None
    numbers = np.array([day.toordinal() for day in scores])
    recent = numbers > numbers.max() - NOISE_DAYS
    if recent.sum() < ENOUGH_MORNINGS:
        return None
    values = np.array([*scores.values()], dtype=float)[recent]
    found = estimate_noises(values[None], numbers[recent][None], np.ones((1, len(values)), dtype=bool))
    return found.one(0, len(values))


def count_recent_mornings(scores: Mapping[date, int]) -> int:
    """How many mornings lie in the 52 weeks up to the last one."""
    last = max(scores, default=date.min)
    return sum((last - day).days < NOISE_DAYS for day in scores)


def estimate_noises(scores: Numbers, days: Days, there: There) -> Noises:
    """The noise of many diaries at once; each (diaries, mornings), filled from the left, padded where not `there`."""
    first = days[:, :1]
    last = np.where(there, days, first).max(1, keepdims=True)
    span = last - first + 1
    blocks = np.maximum(2, span // _BLOCK_DAYS)
    block = np.clip((days - first) * blocks // span, 0, blocks - 1)
    return _weighed(likelihood(ScoredMornings(scores, days, block, there)), there.sum(1, keepdims=True))


def _weighed(found: Likelihood, mornings: Numbers) -> Noises:
    more = (mornings - _SETTLED) / (_SETTLED / 2)
    caution = _CAUTION + _EARLY_CAUTION * np.clip(-more, 0, 1) + _FAR_CAUTION * np.clip(more, 0, 1)
    plausible = -caution * np.log(1 - PERSISTENCES) - 0.5 * (np.log(found.spread / _USUAL_SPREAD) / _SPREAD_DOUBT) ** 2
    weights = found.logarithm + plausible
    weights = np.exp(weights - weights.max(1, keepdims=True))
    return Noises(weights / weights.sum(1, keepdims=True), found.spread, found.freedom, found.rounding)


def tolerance(noise: Noise, then: Sequence[date], now: Sequence[date]) -> float:
    """How far the means of two sets of mornings lie apart by chance, nine times in ten at most; points, up to 10."""
    return tolerances(noise, [(then, now)])[0]


def tolerances(noise: Noise, pairs: Sequence[tuple[Sequence[date], Sequence[date]]]) -> list[float]:
    """The same for many pairs at once."""
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
    """The days of both as numbers from 0. Two times further apart than `_FAR_DAYS` count as just so far apart."""
    first = min(*then, *now)
    apart = (min(now) - max(then)).days
    return [(day - first).days for day in then], [(day - first).days - max(0, apart - _FAR_DAYS) for day in now]


def half_widths(noise: Noises, shares: Numbers, persistences: Numbers = PERSISTENCES) -> Numbers:
    """The half widths of the 90 % ranges of weighted sums of scores whose weights (`shares`, one a day) add up to 0."""
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
