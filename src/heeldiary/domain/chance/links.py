"""The difference in the next morning's pain with a factor, adjusted for what else predicts that morning.

The next morning's score is regressed by least squares on: this morning's score; weekend indicators of both days; a
linear spline in time with knots every six weeks; the factor today; the factor yesterday. The last keeps a factor that
comes in runs from picking up the autocorrelation of the pain. Standard errors are robust to heteroscedasticity, as with
scores near 0 or 10 (HC2, MacKinnon and White 1985), and to few informative days (degrees of freedom of Bell and
McCaffrey 2002, as advised by Imbens and Kolesar 2016).
Alternatives tried by simulation: whitening by a Kalman filter with restricted likelihood (more power, but biased by up
to 0.2 for massage that follows the pain); classical errors (more false links at the floor); HC3 (up to 20 % false links
for factors in runs of weeks); without yesterday's factor (more false links, effects of runs a quarter too small).
"""

from collections.abc import Sequence
from datetime import date
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]
Known = Numbers | Sequence[float | None]
"""Values of one diary by day; nan for unknown."""

FALSE_LINKS = 0.075
"""The familywise error rate: how often any link may be claimed if there is none. Split evenly (Bonferroni), so a link
is claimed exactly if its plausible range excludes 0."""

_BEND_DAYS = 42
_MOST_BENDS = 100
"""The most knots, to fit fifty years within a second; ten years have 87."""
_LEAST_FREE = 0.05
"""The least share of its own error that an observation keeps, to avoid dividing by zero."""
_RIDGE = 1e-8


class Estimates(NamedTuple):
    """Estimates of many diaries, one value each."""

    difference: Numbers
    """The difference in points on the next morning with the factor; negative is less pain."""
    error: Numbers
    """The standard error."""
    freedom: Numbers
    """The degrees of freedom."""
    apart: Numbers
    """The share of the factor's variance, 0-1, not explained by time, weekends, pain and yesterday's factor."""


def estimates(scores: Numbers, done: Numbers, weekend: Marks, wanted: Marks | None = None) -> Estimates:
    """Estimate the difference of one factor in many diaries.

    `scores` and `done` (0 or 1) are (diaries, days), nan if unknown; `weekend` has a mark for each day. A day counts if
    its score, its factor and the next day's score are known, and `wanted` (a mark for each day but the last) allows it.
    """
    after, this, today = scores[:, 1:], scores[:, :-1], done[:, :-1]
    use = ~(np.isnan(after) | np.isnan(this) | np.isnan(today))
    if wanted is not None:
        use = use & wanted
    pairs = use.sum(axis=1)
    share = np.where(use, today, 0).sum(axis=1) / np.maximum(pairs, 1)
    before = np.concatenate([np.full((len(scores), 1), np.nan), done[:, :-2]], axis=1)
    before = np.where(np.isnan(before), share[:, None], before)
    outcome = np.where(use, after - 5, 0)
    pieces = _pieces(weekend, use, [this - 5, before, today])
    size = pieces.size
    inverse: Numbers = np.linalg.inv(pieces.products(np.ones(use.shape)) + _RIDGE * np.eye(size)).astype(np.float64)
    parts = np.einsum("nij,nj->ni", inverse, pieces.moments(outcome))
    fit, squares = pieces.of(parts), pieces.squares(inverse)
    weight = pieces.of(inverse[:, :, -1])
    rest = outcome - fit
    square = weight**2 / np.maximum(1 - squares, _LEAST_FREE)
    error = np.sqrt((square * rest**2).sum(axis=1))
    # The variance is a weighted sum of squares: its degrees of freedom are twice its squared mean over its variance.
    mixed = pieces.products(square) @ inverse
    among = (square**2 * (1 - 2 * squares)).sum(axis=1) + np.einsum("nij,nji->n", mixed, mixed)
    freedom = (square * (1 - squares)).sum(axis=1) ** 2 / np.maximum(among, _RIDGE**2)
    spread = np.maximum(pairs * share * (1 - share), _RIDGE)
    return Estimates(parts[:, -1], error, freedom, 1 / inverse[:, -1, -1] / spread)


def half_width(error: Numbers, freedom: Numbers, tested: int) -> Numbers:
    """Return the half-width of the plausible range, given how many factors are tested together."""
    return np.asarray(error * t_quantile(FALSE_LINKS / tested, freedom))


class _Pieces:
    """The design matrix in pieces between two knots, where all but two of the knots' columns are 0 and left out.

    The pieces are padded to one length with days that do not count, to compute all at once.
    """

    def __init__(self, fitted: Numbers, at: NDArray[np.int64], columns: NDArray[np.int64], size: int) -> None:
        """`fitted` is (diaries, days, columns of a piece), 0 for days that do not count; `at` is each day's piece."""
        lengths = np.bincount(at, minlength=len(columns))
        is_day = np.arange(lengths.max()) < lengths[:, None]
        self._places = np.flatnonzero(is_day)
        """The days' positions in the padded pieces."""
        self._days = np.where(is_day, np.cumsum(is_day).reshape(is_day.shape) - 1, 0)
        self._fillers = np.flatnonzero(~is_day)
        """The positions of padding."""
        self._columns = columns
        """The columns of the design matrix that each piece uses."""
        self.size = size
        """The number of columns."""
        self._fitted = self._filled(fitted)

    def products(self, weights: Numbers) -> Numbers:
        """Return the weighted cross-products of the columns."""
        weighted = self._fitted * self._filled(weights)[..., None]
        sums = weighted.transpose(0, 1, 3, 2) @ self._fitted
        cells = self._columns[:, :, None] * self.size + self._columns[:, None, :]
        return _added(cells, sums, self.size**2).reshape(-1, self.size, self.size)

    def moments(self, outcome: Numbers) -> Numbers:
        """Return the products of each column with the outcome."""
        sums = self._filled(outcome)[:, :, None, :] @ self._fitted
        return _added(self._columns, sums, self.size)

    def of(self, parts: Numbers) -> Numbers:
        """Return the design matrix times `parts` (diaries, all columns)."""
        summed = self._fitted @ parts[:, self._columns][..., None]
        return self._by_day(summed)

    def squares(self, matrix: Numbers) -> Numbers:
        """Return each day's quadratic form of a matrix (diaries, all columns, all columns)."""
        inner = matrix[:, self._columns[:, :, None], self._columns[:, None, :]]
        return self._by_day(((self._fitted @ inner) * self._fitted).sum(axis=3))

    def _filled(self, by_day: Numbers) -> Numbers:
        """Arrange values by day, (diaries, days, …), as (diaries, pieces, days of a piece, …)."""
        filled = by_day.take(self._days, axis=1)
        filled.reshape(len(filled), -1, *filled.shape[3:])[:, self._fillers] = 0  # a view: take returned a new array
        return filled

    def _by_day(self, filled: Numbers) -> Numbers:
        """Arrange (diaries, pieces, days of a piece) as (diaries, days)."""
        return filled.reshape(len(filled), -1).take(self._places, axis=1)


def _added(places: NDArray[np.int64], values: Numbers, size: int) -> Numbers:
    """Sum each diary's values by index."""
    flat = places.ravel()
    return np.stack([np.bincount(flat, of_one.ravel(), size) for of_one in values])


def _pieces(weekend: Marks, use: Marks, own: Sequence[Numbers]) -> _Pieces:
    """Return the design matrix: two weekend columns, the knots', then the diaries' own."""
    days = use.shape[1]
    line, at, bends = _bends(days)
    shared = np.column_stack([weekend[1:], weekend[:-1], line])
    known = np.stack([np.where(use, column, 0) for column in own], axis=2)
    fitted = np.concatenate([shared * use[:, :, None], known], axis=2)
    size = 2 + bends + 1 + len(own)
    bend = np.arange(bends)[:, None]
    every = np.zeros_like(bend)
    columns = np.hstack([every, every + 1, bend + 2, bend + 3, every + np.arange(size - len(own), size)])
    return _Pieces(fitted, at, columns, size)


def _bends(days: int) -> tuple[Numbers, NDArray[np.int64], int]:
    """Return each day's weights (0-1) on the knots before and after it, the index of the former, and the last index.

    The linear spline basis: each knot's column is 1 at its day and falls to 0 at the neighbouring knots.
    """
    bends = min(_MOST_BENDS, max(2, round((days - 1) / _BEND_DAYS)))
    place = np.arange(days) / max(1, days - 1) * bends
    before = np.minimum(place.astype(int), bends - 1)
    return np.column_stack([1 - (place - before), place - before]), before, bends


def t_quantile(outside: float, freedom: Numbers) -> Numbers:
    """Return the two-sided quantile of Student's t (Hill's algorithm 396, 1970).

    For 3 or more degrees of freedom and probabilities below 0.1: right to 5 digits, so that Hill's correction below 5
    degrees, which is smaller, is left out.

    >>> t_quantile(0.05, np.array([10.0])).round(3)
    array([2.228])
    """
    n = np.maximum(freedom, 3.0)
    a = 1 / (n - 0.5)
    b = 48 / (a * a)
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * np.sqrt(a * np.pi / 2) * n
    x = NormalDist().inv_cdf(outside / 2)
    far = (d * outside) ** (2 / n)
    near_c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = (((((0.4 * x * x + 6.3) * x * x + 36) * x * x + 94.5) / near_c - x * x - 3) / b + 1) * x
    near = np.expm1(a * y * y)
    tail = ((1 / (((n + 6) / (n * far) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * far - 1) * (n + 1)
    return np.asarray(np.sqrt(n * np.where(far > 0.05 + a, near, tail / (n + 2) + 1 / far)))


class Estimate(NamedTuple):
    """The estimate of one factor in one diary."""

    difference: float
    error: float
    freedom: float
    apart: float

    def range(self, tested: int) -> tuple[float, float]:
        """Return the plausible range of the difference, given how many factors are tested together."""
        half = float(half_width(np.array(self.error), np.array(self.freedom), tested))
        return self.difference - half, self.difference + half


def estimate(scores: Known, done: Known, wanted: Marks | Sequence[bool], first: date) -> Estimate:
    """Estimate the difference of one factor in one diary, by day from `first` on.

    `wanted` marks the days that may count; the last day is only a next morning.

    >>> ran = [day % 4 == 0 for day in range(120)]
    >>> scores = [4 + day % 2 + 2 * ran[day - 1] for day in range(120)]
    >>> found = estimate(scores, ran, [True] * 119, date(2026, 1, 1))
    >>> "{:.2f} more on the morning after a run, plausibly {:.2f} to {:.2f}".format(found.difference, *found.range(1))
    '1.99 more on the morning after a run, plausibly 1.98 to 2.01'
    """
    known = np.array([scores], dtype=float)
    weekend = (np.arange(known.shape[1]) + first.weekday()) % 7 >= 5
    result = estimates(known, np.array([done], dtype=float), weekend, np.array([wanted], dtype=bool))
    return Estimate(*(float(part[0]) for part in result))
