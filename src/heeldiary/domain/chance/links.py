"""What a factor of one day has to do with the next morning, once what is known of that morning anyway is taken away.

The next morning's score is fitted by least squares to: this morning's score; whether either is a weekend's; a line
through time that may bend every six weeks; the factor today; the factor yesterday. The last keeps a factor that
comes in runs from being taken for the runs of the pain itself. The errors hold where the spread is not the same
everywhere, as with scores that reach 0 or 10 (HC2, MacKinnon and White 1985), and where few days tell (degrees of
freedom of Bell and McCaffrey 2002, as Imbens and Kolesar 2016 advise).
Tried beside it, by simulation: whitening by a Kalman filter with restricted likelihood (more power, but wrong by up to
0.2 for massage that follows the pain); plain errors (invent more at the floor); HC3 (invents up to 20 in 100 where a
factor comes in runs of weeks); without yesterday (invents more, and makes effects of runs a quarter too small).
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
"""Of one diary, day by day; nan or None for what is not known."""

FALSE_LINKS = 0.075
"""How often any link may be claimed, of all that was tested together, if there is none. It is shared out evenly
(Bonferroni), so that a link is claimed exactly where the plausible range leaves out 0."""

_BEND_DAYS = 42
_MOST_BENDS = 100
"""So that fifty years are reckoned in a second, too; ten years have 87."""
_LEAST_FREE = 0.05
"""What an observation keeps of its own error at least: with less there would be nothing to divide by."""
_RIDGE = 1e-8


class Estimates(NamedTuple):
    """Of many diaries at once, one value each."""

    difference: Numbers
    """Points on the next morning where the factor is on; negative is lower pain."""
    error: Numbers
    """Its standard error."""
    freedom: Numbers
    """Degrees of freedom: how many days tell, in effect."""
    apart: Numbers
    """How much of the factor's ups and downs is its own, 0-1: the rest goes with time, weekend, pain, yesterday."""


def estimates(scores: Numbers, done: Numbers, weekend: Marks, wanted: Marks | None = None) -> Estimates:
    """The differences of one factor in many diaries.

    `scores` and `done` (0 or 1) are (diaries, days), nan where not known; `weekend` has a mark a day. A day counts
    where its score, its factor and the next day's score are known, and if `wanted` (a mark a day but the last) is
    given, where that has a mark as well.
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
    fit, kept = pieces.of(parts), pieces.squares(inverse)
    weight = pieces.of(inverse[:, :, -1])
    rest = outcome - fit
    square = weight**2 / np.maximum(1 - kept, _LEAST_FREE)
    error = np.sqrt((square * rest**2).sum(axis=1))
    # The variance is a weighted sum of squares: twice its squared mean by its variance are the degrees of freedom.
    mixed = pieces.products(square) @ inverse
    among = (square**2 * (1 - 2 * kept)).sum(axis=1) + np.einsum("nij,nji->n", mixed, mixed)
    freedom = (square * (1 - kept)).sum(axis=1) ** 2 / np.maximum(among, _RIDGE**2)
    spread = np.maximum(pairs * share * (1 - share), _RIDGE)
    return Estimates(parts[:, -1], error, freedom, 1 / inverse[:, -1, -1] / spread)


def half_width(error: Numbers, freedom: Numbers, tested: int) -> Numbers:
    """How far the plausible range reaches to both sides, where so many factors were tested together."""
    return np.asarray(error * t_quantile(FALSE_LINKS / tested, freedom))


class _Pieces:
    """What is fitted, by the days between two bends: all but two of the bends' columns are 0 there, and are left out.

    The pieces are filled up to one length with days that do not count, so that all of them are computed at once.
    """

    def __init__(self, fitted: Numbers, at: NDArray[np.int64], columns: NDArray[np.int64], size: int) -> None:
        """`fitted` is (diaries, days, columns of a piece), 0 where a day does not count; `at` has each day's piece."""
        lengths = np.bincount(at, minlength=len(columns))
        there = np.arange(lengths.max()) < lengths[:, None]
        self._places = np.flatnonzero(there)
        """Where the days lie among those of all pieces, filled up."""
        self._days = np.where(there, np.cumsum(there).reshape(there.shape) - 1, 0)
        self._fillers = np.flatnonzero(~there)
        """Where there is no day, only what fills a piece up."""
        self._columns = columns
        """Which columns of the whole those of each piece are."""
        self.size = size
        """How many columns there are in all."""
        self._fitted = self._filled(fitted)

    def products(self, weights: Numbers) -> Numbers:
        """The sums of products of any two columns over the days, each day with its weight."""
        weighted = self._fitted * self._filled(weights)[..., None]
        sums = weighted.transpose(0, 1, 3, 2) @ self._fitted
        cells = self._columns[:, :, None] * self.size + self._columns[:, None, :]
        return _added(cells, sums, self.size**2).reshape(-1, self.size, self.size)

    def moments(self, outcome: Numbers) -> Numbers:
        """The sums of products of each column with the outcome."""
        sums = self._filled(outcome)[:, :, None, :] @ self._fitted
        return _added(self._columns, sums, self.size)

    def of(self, parts: Numbers) -> Numbers:
        """For each day the sum of its columns, each as many times as `parts` (diaries, all columns) says."""
        summed = self._fitted @ parts[:, self._columns][..., None]
        return self._by_day(summed)

    def squares(self, matrix: Numbers) -> Numbers:
        """For each day its columns times the matrix (diaries, all columns, all columns) times its columns."""
        inner = matrix[:, self._columns[:, :, None], self._columns[:, None, :]]
        return self._by_day(((self._fitted @ inner) * self._fitted).sum(axis=3))

    def _filled(self, by_day: Numbers) -> Numbers:
        """Values by day, (diaries, days, …), as (diaries, pieces, days of a piece, …)."""
        filled = by_day.take(self._days, axis=1)
        filled.reshape(len(filled), -1, *filled.shape[3:])[:, self._fillers] = 0  # a view: take made a new array
        return filled

    def _by_day(self, filled: Numbers) -> Numbers:
        """The other way round: (diaries, pieces, days of a piece) as (diaries, days)."""
        return filled.reshape(len(filled), -1).take(self._places, axis=1)


def _added(places: NDArray[np.int64], values: Numbers, size: int) -> Numbers:
    """The sums of each diary's values by the place at which they belong, of so many places."""
    flat = places.ravel()
    return np.stack([np.bincount(flat, of_one.ravel(), size) for of_one in values])


def _pieces(weekend: Marks, use: Marks, own: Sequence[Numbers]) -> _Pieces:
    """What is fitted: two columns of weekends, the bends', then those of the diaries."""
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
    """For each day how near it is to the bend before and after it, 0-1; which is before; and the last bend's number.

    A column a bend has 1 at its day and falls to 0 at its neighbours'. Together they make any line that bends there.
    """
    bends = min(_MOST_BENDS, max(2, round((days - 1) / _BEND_DAYS)))
    place = np.arange(days) / max(1, days - 1) * bends
    before = np.minimum(place.astype(int), bends - 1)
    return np.column_stack([1 - (place - before), place - before]), before, bends


def t_quantile(outside: float, freedom: Numbers) -> Numbers:
    """How far from 0 Student's t lies in that share of cases, both sides together (Hill's algorithm 396, 1970).

    From 3 degrees of freedom on, for shares below a tenth.
    """
    n = np.maximum(freedom, 3.0)
    a = 1 / (n - 0.5)
    b = 48 / (a * a)
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * np.sqrt(a * np.pi / 2) * n
    x = NormalDist().inv_cdf(outside / 2)
    far = (d * outside) ** (2 / n)
    near_c = np.where(n < 5, c + 0.3 * (n - 4.5) * (x + 0.6), c)
    near_c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + near_c
    y = (((((0.4 * x * x + 6.3) * x * x + 36) * x * x + 94.5) / near_c - x * x - 3) / b + 1) * x
    near = np.expm1(a * y * y)
    tail = ((1 / (((n + 6) / (n * far) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * far - 1) * (n + 1)
    return np.asarray(np.sqrt(n * np.where(far > 0.05 + a, near, tail / (n + 2) + 1 / far)))


class Estimate(NamedTuple):
    """Of one factor in one diary."""

    difference: float
    error: float
    freedom: float
    apart: float

    def range(self, tested: int) -> tuple[float, float]:
        """The plausible range of the difference, where so many factors were tested together."""
        half = float(half_width(np.array(self.error), np.array(self.freedom), tested))
        return self.difference - half, self.difference + half


def estimate(scores: Known, done: Known, wanted: Marks | Sequence[bool], first: date) -> Estimate:
    """The difference of one factor in one diary, day by day from `first` on.

    `wanted` marks the days that may count; the last day is only a morning after.
    """
    known = np.array([scores], dtype=float)
    weekend = (np.arange(known.shape[1]) + first.weekday()) % 7 >= 5
    found = estimates(known, np.array([done], dtype=float), weekend, np.array([wanted], dtype=bool))
    return Estimate(*(float(part[0]) for part in found))
