"""The Theil-Sen slope with its rank-based confidence interval."""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt
from statistics import median
from typing import NamedTuple

_NORMAL_90 = 1.6448536269514722


class Slope(NamedTuple):
    """A slope per unit of x with its 90 % interval."""

    value: float
    low: float
    high: float


def theil_sen(x: Sequence[float], y: Sequence[float]) -> Slope:
    """Return the median slope of all pairs of points, with Sen's (1968) interval, corrected for ties.

    Needs two different `x`. On weekly means the nominal 90 % holds, on days it does not: see `make calibrate`.

    References: Theil 1950, Indagationes Mathematicae 12; Sen 1968, JASA 63:1379.

    >>> slope = theil_sen([0, 1, 2, 3, 4, 5], [7, 6, 6, 5, 5, 3])
    >>> f"{slope.value:.2f} a week, 90 % interval {slope.low:.2f} to {slope.high:.2f}"
    '-0.67 a week, 90 % interval -1.00 to -0.33'
    """
    slopes = sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(zip(x, y, strict=True), 2) if x1 != x2)
    value, number = median(slopes), len(x)
    ties = sum(_ties(figures) for figures in (x, y))
    spread = sqrt(max(0.0, (number * (number - 1) * (2 * number + 5) - ties) / 18))
    last = len(slopes) - 1
    low = max(round((len(slopes) - _NORMAL_90 * spread) / 2) - 1, 0)
    high = min(round((len(slopes) + _NORMAL_90 * spread) / 2), last)
    return Slope(value, slopes[low], slopes[high])


def _ties(figures: Sequence[float]) -> int:
    counts = [figures.count(figure) for figure in {*figures}]
    return sum(count * (count - 1) * (2 * count + 5) for count in counts)
